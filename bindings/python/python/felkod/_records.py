"""Log records without secrets: what felkod.logging.RedactingFilter does with each part of one."""

from __future__ import annotations

import json
import logging
import re
import traceback
from collections.abc import Mapping
from types import TracebackType
from typing import Any

from felkod._felkod import Redactor

Change = tuple[int, int, str]
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
"""The attributes of every record; the others are extra fields."""
_SPECIFIER = re.compile(r"%(?:\((?P<name>[^()]*)\))?[-+ #0]*\d*(?:\.\d+)?[hlL]?(?P<conversion>[diouxXeEfFgGcrsa%])")
_FIELDS = (
    *("errno", "strerror", "filename", "filename2", "winerror", "characters_written"),
    *("msg", "text", "lineno", "offset", "end_lineno", "end_offset", "print_file_and_line"),
    *("name", "path", "code", "value", "encoding", "start", "end", "reason"),
)
"""What Python's own exceptions have beside their dict."""


def redact(record: logging.LogRecord, redactor: Redactor) -> None:
    """Takes the secrets out of a record, in place."""
    # What is named in one part may stand in another one without its name.
    if _once(record, redactor):
        _once(record, redactor)


def give_up(record: logging.LogRecord, error: Exception) -> None:
    """Takes out of a record all that could be secret."""
    record.msg, record.args = f"felkod could not redact this log record: {type(error).__name__}", ()
    record.exc_info = record.exc_text = record.stack_info = None
    for name in _extra(record):
        vars(record)[name] = "left out"
    vars(record).pop("message", None)


def _once(record: logging.LogRecord, redactor: Redactor) -> bool:
    """Tells whether anything was hidden."""
    fields = _extra(record)
    hidden = _fields(fields, redactor) if fields else fields
    changed = hidden is not fields
    if changed:
        vars(record).update(hidden)
    changed |= _message(record, redactor)
    if "message" in vars(record):
        record.message = record.getMessage()
    if record.exc_info:
        changed |= _exception(record, redactor)
    for name in ("exc_text", "stack_info"):
        text = getattr(record, name, None)
        if isinstance(text, str):
            redacted = redactor.redact(text)
            if redacted != text:
                setattr(record, name, redacted)
                changed = True
    return changed


def _extra(record: logging.LogRecord) -> dict[str, Any]:
    fields = vars(record)
    return {} if fields.keys() <= _OWN else {name: value for name, value in fields.items() if name not in _OWN}


def _text(thing: object) -> str:
    try:
        return str(thing)
    except Exception as error:
        return f"<{type(thing).__qualname__} without a text: {type(error).__name__}>"


_encode = json.JSONEncoder(default=_text, ensure_ascii=False).encode

# The message.


def _message(record: logging.LogRecord, redactor: Redactor) -> bool:
    """Redacts the message; template and arguments stay apart, as some formatters need them."""
    before = (record.msg, record.args)
    # The usual types first: to ask an abstract class takes longer than all the rest of them.
    if type(record.msg) is not str and isinstance(record.msg, (Mapping, list, tuple)):
        record.msg = _value(record.msg, redactor)
    if type(record.args) is not tuple and isinstance(record.args, Mapping):
        _by_name(record, record.args, redactor)
    try:
        message = record.getMessage()
    except Exception as error:
        # logging would show template and arguments as they are.
        shown = f"{_text(record.msg)} % {_text(record.args)}"
        record.msg, record.args = f"{redactor.redact(shown)} ({type(error).__name__})", ()
        return True
    changes = redactor._changes(message)
    if changes and not _put(record, message, changes):
        record.msg, record.args = _applied(message, 0, len(message), changes), ()
    return before[0] is not record.msg or before[1] is not record.args


def _by_name(record: logging.LogRecord, args: Mapping[str, Any], redactor: Redactor) -> None:
    """Hides arguments that have names by these names."""
    hidden = _value(args, redactor)
    if hidden is args:
        return
    if not isinstance(hidden, Mapping):
        record.msg, record.args = redactor.redact(record.getMessage()), ()
        return
    changed = {name for name in args if name not in hidden or hidden[name] is not args[name]}
    template = _SPECIFIER.sub(
        lambda found: f"%({found['name']})s" if found["name"] in changed else found[0], _text(record.msg)
    )
    record.msg, record.args = template, hidden


def _put(record: logging.LogRecord, message: str, changes: list[Change]) -> bool:
    """Puts marks into the template and the arguments. Tells whether they give the redacted message."""
    redacted = _applied(message, 0, len(message), changes)
    args, template = record.args, _text(record.msg)
    if not args:
        record.msg = redacted
        return True
    if not isinstance(args, (tuple, dict)):
        return False
    values: Any = dict(args) if isinstance(args, dict) else list(args)
    written, at, last, number = "", 0, 0, 0
    try:
        for found in _SPECIFIER.finditer(template):
            end = at + found.start() - last
            written += _applied(message, at, end, changes).replace("%", "%%")
            at, last = end, found.end()
            if found["conversion"] == "%":
                written += "%%"
                at += 1
                continue
            name: Any = found["name"] if isinstance(args, dict) else number
            number += 1
            shown = found[0] % (args if isinstance(args, dict) else (args[name],))
            text = _applied(message, at, at + len(shown), changes)
            at += len(shown)
            if text == shown:
                written += found[0]
            else:
                values[name] = text
                written += f"%({name})s" if isinstance(args, dict) else "%s"
        written += _applied(message, at, len(message), changes).replace("%", "%%")
        put = values if isinstance(args, dict) else tuple(values)
        fits = bool(written % put == redacted)
    except Exception:
        # A template of another form: a width that is an argument, a formatting of the program's own.
        return False
    if fits:
        record.msg, record.args = written, put
    return fits


def _applied(message: str, start: int, end: int, changes: list[Change]) -> str:
    """Returns a part of the message with its marks. A mark stands in the part in which the secret starts."""
    text = ""
    for first, last, mark in changes:
        if first < end and last > start:
            if first >= start:
                text += message[start:first] + mark
            start = min(last, end)
    return text + message[start:end]


# Values: extra fields, arguments with names, attributes of exceptions.


def _fields(fields: dict[str, Any], redactor: Redactor) -> dict[str, Any]:
    """Redacts values with names; returns the same dict where there is nothing to hide."""
    hidden = _value(fields, redactor)
    if isinstance(hidden, dict) and hidden.keys() == fields.keys():
        return hidden
    # Something cannot be JSON, or a name is a secret itself.
    each = {name: _value({name: value}, redactor) for name, value in fields.items()}
    each = {name: value[name] if isinstance(value, dict) and name in value else value for name, value in each.items()}
    return fields if all(each[name] is fields[name] for name in fields) else each


def _value(value: Any, redactor: Redactor) -> Any:
    """Redacts a value of any type; returns the same object where there is nothing to hide."""
    try:
        document = _encode(value)
        redacted = redactor.redact(document)
        return value if redacted == document else _merged(value, json.loads(document), json.loads(redacted))
    except (TypeError, ValueError, RecursionError):
        text = _text(value)
        redacted = redactor.redact(text)
        return value if redacted == text else redacted


def _merged(value: Any, before: Any, after: Any) -> Any:
    """Returns a value with what differs between its JSON before and after."""
    if before == after:
        return value
    if type(before) is not type(after):
        return after
    if isinstance(value, dict) and len(value) == len(before) == len(after):
        items = zip(value.items(), before.values(), after.items(), before, strict=True)
        return {
            name if key == written else key: _merged(item, old, new)
            for (name, item), old, (key, new), written in items
        }
    if isinstance(value, (list, tuple)) and len(value) == len(after):
        merged = [_merged(item, old, new) for item, old, new in zip(value, before, after, strict=True)]
        return merged if isinstance(value, list) else tuple(merged)
    return after


# Exceptions.


def _exception(record: logging.LogRecord, redactor: Redactor) -> bool:
    """Redacts an exception and what led to it. Formatters get another exception of the same name, with the same traceback."""
    told: Any = record.exc_info
    if not (isinstance(told, tuple) and len(told) == 3 and isinstance(told[1], BaseException)):
        return False
    error, trace = told[1], told[2]
    text = _formatted(error, trace)
    if redactor.redact(text) == text:
        return False
    shown = _shown(error, redactor, {})
    record.exc_info = (type(shown), shown, trace)
    text = _formatted(shown, trace)
    redacted = redactor.redact(text)
    if redacted != text:
        # The source has it.
        record.exc_text = redacted
    return True


def _formatted(error: BaseException, trace: TracebackType | None) -> str:
    return "".join(traceback.format_exception(type(error), error, trace)).removesuffix("\n")


def _shown(error: BaseException, redactor: Redactor, seen: dict[int, BaseException]) -> BaseException:
    """Returns an exception to show in place of another one, of a class of the same name below its class."""
    if id(error) in seen:
        return seen[id(error)]
    kind = type(error)
    text, representation = redactor.redact(_text(error)), redactor.redact(_representation(error))
    namespace = {
        "__module__": kind.__module__,
        "__qualname__": kind.__qualname__,
        "__doc__": kind.__doc__,
        "__str__": lambda self: text,
        "__repr__": lambda self: representation,
    }
    args: Any = _value(list(error.args), redactor)
    shown = _made(kind, namespace, tuple(args if isinstance(args, list) else [text]))
    seen[id(error)] = shown
    vars(shown).update(_fields(dict(vars(error)), redactor))
    for name in _FIELDS:
        value = getattr(error, name, None)
        if isinstance(value, (str, int)) and name not in vars(error):
            try:
                setattr(shown, name, redactor.redact(value) if isinstance(value, str) else value)
            except (AttributeError, TypeError):
                continue
    for name in ("__cause__", "__context__"):
        led = getattr(error, name)
        setattr(shown, name, None if led is None else _shown(led, redactor, seen))
    shown.__suppress_context__ = error.__suppress_context__
    return shown.with_traceback(error.__traceback__)


def _made(kind: type[BaseException], namespace: dict[str, Any], args: tuple[Any, ...]) -> BaseException:
    """Makes an exception without running what the program's class does for a new one."""
    builtin = next(base for base in kind.__mro__ if base.__module__ == "builtins")
    meta: Any = type(kind)
    try:
        below = meta(kind.__name__, (kind,), dict(namespace))
        made: Any = builtin.__new__(below, *args)
    except Exception:
        made = meta(kind.__name__, (Exception,), dict(namespace))(*args)
    shown: BaseException = made
    return shown


def _representation(error: BaseException) -> str:
    try:
        return repr(error)
    except Exception:
        return f"<{type(error).__qualname__}>"
