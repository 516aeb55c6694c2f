"""Log records without secrets: messages, arguments, extra fields, exceptions; and formatters that need the parts."""

from __future__ import annotations

import io
import json
import logging
import logging.handlers
import pickle
import queue
import sys
import threading
import traceback
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import rest

import felkod
from felkod.logging import RedactingFilter, extra

KEY = "000102030405060708090a0b0c0d0e0f"
ANNA = "REDACTED-email-57cf9e74-16"
SECRET = "hunter2-Kalle"


def record_of(msg: object, *args: object, **fields: Any) -> logging.LogRecord:
    return logging.makeLogRecord({"msg": msg, "args": args, "levelno": 30, "levelname": "WARNING", **fields})


def redacted(record: logging.LogRecord) -> str:
    """Redacts a record and returns what a handler writes of it."""
    assert RedactingFilter(key=KEY).filter(record) is True
    return logging.Formatter().format(record)


@pytest.mark.parametrize(
    ("msg", "args", "wanted", "args_after"),
    [
        ("no lead %s", ("anna@example.com",), f"no lead {ANNA}", (ANNA,)),
        ("no lead anna@example.com in 100%", (), f"no lead {ANNA} in 100%", ()),
        ("no %d%% lead %s, %d left", (5, "anna@example.com", 7), f"no 5% lead {ANNA}, 7 left", (5, ANNA, 7)),
        ("[%-20s] %5.1f %r", ("anna@example.com", 2.5, "x"), f"[{ANNA}    ]   2.5 'x'", (f"{ANNA}    ", 2.5, "x")),
        ("lead anna@example.com 100%% of %s", ("x",), f"lead {ANNA} 100% of x", ("x",)),
        ("to %s@example.com", ("anna",), f"to {ANNA}", (ANNA,)),
        ("%s%s", ("anna@", "example.com"), ANNA, (ANNA, "")),
        ("%*s", (20, "anna@example.com"), f"    {ANNA}", ()),
        ("nothing %s here", ({"a": 1},), "nothing {'a': 1} here", {"a": 1}),
    ],
)
def test_a_message_and_its_arguments_are_redacted_and_stay_apart(
    msg: str, args: tuple[object, ...], wanted: str, args_after: object
) -> None:
    record = record_of(msg, *args)
    if len(args) == 1 and isinstance(args[0], dict):
        record = logging.LogRecord("x", 30, "x.py", 1, msg, args, None)
    assert redacted(record) == wanted
    assert record.args == args_after


def test_a_secret_is_told_by_the_name_in_the_template() -> None:
    record = record_of("login with password=%s as %s", SECRET, "job")
    assert redacted(record).startswith("login with password=REDACTED-secret-")
    assert record.msg == "login with password=%s as %s" and record.args is not None
    assert record.args[1] == "job"  # type: ignore[index]


def test_arguments_with_names_are_told_by_them() -> None:
    args = ({"password": 271828, "user": "job", "unused_token": SECRET, "n": 3},)
    record = logging.LogRecord("x", 30, "x.py", 1, "PIN %(password)06d of %(user)s, %(n)d times", args, None)
    text = redacted(record)
    assert text.startswith("PIN REDACTED-secret-") and text.endswith("-6 of REDACTED-user-" + text.split("-user-")[1])
    assert isinstance(record.args, dict)
    assert record.args["n"] == 3 and SECRET not in str(record.args) and set(record.args) == set(args[0])


def test_what_has_no_secret_keeps_its_objects() -> None:
    thing, values, fields = object(), {"a": (1, 2)}, {"shop": object()}
    record = record_of("a %s b %s", thing, values, **fields)
    before = dict(vars(record))
    text = logging.Formatter().format(record)
    record.__dict__.pop("message")
    RedactingFilter().filter(record)
    assert vars(record) == before and record.args is before["args"] and record.msg is before["msg"]
    assert logging.Formatter().format(record) == text


def test_extra_fields_are_told_by_their_names_and_keep_their_types() -> None:
    given = {
        "password": SECRET,
        "token": 12345678,
        "headers": {"Authorization": f"Bearer {SECRET}", "Accept": ("a", b"b", None), 7: 1.5},
        "leads": ["anna@example.com", {"id": 318581}],
        "shop": "Umea",
        "url": f"https://example.com/x?access_token={SECRET}&page=2",
    }
    record = record_of("done", **given)
    record.other = other = object()
    redacted(record)
    fields = vars(record)
    assert SECRET not in str(fields) and "anna@" not in str(fields) and "12345678" not in str(fields)
    assert fields["headers"]["Accept"] is given["headers"]["Accept"] and fields["headers"][7] == 1.5  # type: ignore[index]
    assert fields["headers"]["Authorization"].startswith("Bearer REDACTED-credentials-")
    assert fields["leads"] == [ANNA, {"id": 318581}] and fields["shop"] == "Umea" and fields["other"] is other
    assert fields["url"].endswith("&page=2") and fields["token"].startswith("REDACTED-token-")
    assert given["password"] == SECRET, "what the program has stays"


def test_the_fields_of_felkod_are_kept() -> None:
    error = felkod.error_of(felkod.read(rest((606, "Max rate limit '100' exceeded with in '20' secs"))))
    assert error is not None
    record = record_of("no leads: %s", error, **extra(error))
    before = dict(vars(record))
    redacted(record)
    assert {name: vars(record)[name] for name in extra(error)} == extra(error)
    assert record.args is before["args"]


class OddError(ValueError):
    """An exception that cannot be made from its arguments, with attributes."""

    def __init__(self, user: str, password: str) -> None:
        super().__init__(f"{user} cannot log in with password={password}")
        self.user, self.password = user, password
        self.attempt = 3

    def __repr__(self) -> str:
        return f"OddError({self.password!r})"


def trouble() -> BaseException:
    """Returns an exception with a cause and a context, all of which have the secret."""
    try:
        try:
            try:
                raise KeyError(f"token={SECRET}")
            except KeyError as error:
                raise OddError("anna@example.com", SECRET) from error
        except OddError:
            raise OSError(2, f"no file for anna@example.com, password={SECRET}", f"/tmp/{SECRET}") from None
    except OSError as error:
        error.__suppress_context__ = False
        return error


def test_exceptions_with_what_led_to_them_are_redacted_and_keep_class_and_traceback() -> None:
    error = trouble()
    frames = [frame.lineno for frame in traceback.extract_tb(error.__traceback__)]
    record = record_of("failed: %s", error, exc_info=(type(error), error, error.__traceback__))
    plain = logging.Formatter().formatException(record.exc_info)  # type: ignore[arg-type]
    text = redacted(record)
    assert SECRET in plain and SECRET not in text and "anna@" not in text
    places = [[line for line in shown.splitlines() if "Traceback" in line or '  File "' in line] for shown in (text, plain)]
    assert places[0] == places[1] and len(places[0]) > 5
    assert "OddError: REDACTED-email-57cf9e74-16 cannot log in with password=REDACTED-" in text
    assert "FileNotFoundError: [Errno 2] no file for REDACTED-email" in text and "KeyError" in text
    # As a formatter of another kind sees it.
    assert record.exc_info is not None
    kind, shown, trace = record.exc_info
    assert kind is not None and issubclass(kind, FileNotFoundError) and kind.__name__ == "FileNotFoundError"
    assert isinstance(shown, FileNotFoundError) and trace is error.__traceback__
    assert [frame.lineno for frame in traceback.extract_tb(shown.__traceback__)] == frames
    odd = shown.__context__
    assert isinstance(odd, OddError) and odd.attempt == 3 and isinstance(odd.__cause__, KeyError)
    for link in (shown, odd, odd.__cause__):
        assert SECRET not in f"{link!s} {link!r} {link.args} {vars(link)}"
    assert shown.errno == 2 and SECRET not in str(shown.filename)
    assert isinstance(error, FileNotFoundError) and SECRET in str(error), "the program's exception stays as it is"


def test_an_exception_without_a_secret_stays_itself() -> None:
    try:
        raise ValueError("606")
    except ValueError as error:
        told = (ValueError, error, error.__traceback__)
    record = record_of("failed", exc_info=told)
    assert "ValueError: 606" in redacted(record) and record.exc_info is told


def test_what_the_source_shows_is_redacted_too_and_a_formatter_of_its_own_is_used_where_it_can_be() -> None:
    class OneLine(logging.Formatter):
        def formatException(self, ei: Any) -> str:
            return f"<{ei[0].__name__} {ei[1]}>"

    mail = "anna@example" + ".com"
    try:
        raise ValueError(f"no {mail}")
    except ValueError as error:
        record = record_of("failed", exc_info=(ValueError, error, error.__traceback__))
    RedactingFilter(key=KEY).filter(record)
    assert OneLine().format(record) == f"failed\n<ValueError no {ANNA}>"
    try:
        raise ValueError("no anna@example.com")
    except ValueError as error:
        record = record_of("failed", exc_info=(ValueError, error, error.__traceback__))
    assert "anna@" not in redacted(record), "the line of the source"


def test_notes_groups_and_syntax_errors_are_redacted() -> None:
    mail = "anna@example" + ".com"
    errors: list[BaseException] = [
        SyntaxError("bad", ("file.py", 3, 1, f"password = {mail!r}")),
        UnicodeDecodeError("utf-8", b"x", 0, 1, mail),
        KeyError({"password": SECRET}),
        SystemExit(mail),
    ]
    if sys.version_info >= (3, 11):
        errors.append(ExceptionGroup("group", [ValueError(mail), OddError(mail, SECRET)]))
    for error in errors:
        error.__dict__["__notes__"] = [f"note for {mail}"]
        record = record_of("failed", exc_info=(type(error), error, None))
        text = redacted(record)
        assert mail not in text and SECRET not in text, text
        assert type(error).__name__ in text


def test_cached_tracebacks_stacks_and_messages_are_redacted() -> None:
    record = record_of("token=%s", SECRET, exc_text=f"password={SECRET}", stack_info=f"secret={SECRET}", message=SECRET)
    text = redacted(record)
    assert SECRET not in text and SECRET not in str(vars(record)) and "REDACTED" in str(vars(record)["message"])


def test_a_secret_is_hidden_where_it_comes_again_without_its_name() -> None:
    redactor = RedactingFilter(key=KEY)
    first = record_of("the server said %s", SECRET, password=SECRET)
    later = record_of("and again %s", SECRET)
    for record in (first, later):
        redactor.filter(record)
        assert SECRET not in str(vars(record))
    mark = vars(first)["password"]
    assert first.args == later.args == (mark,)


class Untold:
    def __str__(self) -> str:
        raise RuntimeError(f"password={SECRET}")


class Loop(dict):  # type: ignore[type-arg]
    pass


def odd_records() -> Iterator[logging.LogRecord]:
    yield record_of("%s %s", f"password={SECRET}")
    yield record_of("%d", f"password={SECRET}")
    yield record_of(f"password={SECRET} %")
    yield record_of(f"password={SECRET} %", "x")
    yield record_of(Untold())
    yield record_of("%s", Untold())
    yield record_of("x", field=Untold(), token=SECRET)
    loop = Loop(token=SECRET)
    loop["loop"] = loop
    yield record_of("x", field=loop, token=SECRET)
    yield record_of("x", field={(1, 2): f"token={SECRET}"}, other=float("nan"))
    yield record_of("x", exc_info=True)
    yield record_of("x", exc_info=(None, None, None))
    yield record_of({"password": SECRET, "n": 1})
    yield record_of(None)
    yield record_of(b"password=" + SECRET.encode())
    yield logging.makeLogRecord({"msg": "%s", "args": SECRET + " token=" + SECRET})
    yield record_of("lone \ud800 %s", f"token={SECRET} \udcff")


def test_it_never_raises_and_hides_in_records_that_are_wrong() -> None:
    for record in odd_records():
        assert RedactingFilter().filter(record) is True
        try:
            text = logging.Formatter("%(message)s %(token)s", defaults={"token": ""}).format(record)
        except Exception as error:
            text = repr(error)
        assert SECRET not in text, (text, vars(record))
        assert "could not redact" not in text, text


def test_of_a_record_that_cannot_be_redacted_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("felkod._records.redact", lambda *_: 1 / 0)
    record = record_of("password=%s", SECRET, token=SECRET, exc_info=(ValueError, ValueError(SECRET), None))
    assert redacted(record) == "felkod could not redact this log record: ZeroDivisionError"
    assert SECRET not in str(vars(record)) and vars(record)["token"] == "left out"


def test_a_formatter_that_unpacks_the_arguments_still_can() -> None:
    # As uvicorn's access log does.
    class Access(logging.Formatter):
        def formatMessage(self, record: logging.LogRecord) -> str:
            address, method, path, version, status = record.args  # type: ignore[misc]
            return f"{address} {method} {path} {version} {status:03d}"

    path = f"/rest/v1/leads.json?access_token={SECRET}&fields=id"
    record = record_of('%s - "%s %s HTTP/%s" %d', "127.0.0.1:5", "GET", path, "1.1", 200)
    RedactingFilter().filter(record)
    text = Access().format(record)
    assert SECRET not in text and text.startswith("127.0.0.1:5 GET /rest/v1/leads.json?access_token=REDACTED-token-")
    assert text.endswith("&fields=id 1.1 200")


def test_a_whole_program_that_logs_in_all_ways_and_from_many_threads_shows_no_secret() -> None:
    class Json(logging.Formatter):
        def format(self, record: logging.LogRecord) -> str:
            return json.dumps({**vars(record), "text": super().format(record)}, default=str)

    plain, as_json = io.StringIO(), io.StringIO()
    waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
    handlers: list[logging.Handler] = [
        logging.StreamHandler(plain),
        logging.StreamHandler(as_json),
        logging.handlers.QueueHandler(waiting),
    ]
    handlers[1].setFormatter(Json())
    logger = logging.Logger("job")
    redacting = RedactingFilter()
    for handler in handlers:
        handler.addFilter(redacting)
        logger.addHandler(handler)

    def work(number: int) -> None:
        for at in range(30):
            logger.warning("thread %d, call %d: token=%s", number, at, SECRET, extra={"password": SECRET})
            try:
                raise OddError("anna@example.com", SECRET)
            except OddError as error:
                logger.exception("failed with %s", error, stack_info=True)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    queued = [waiting.get_nowait() for _ in range(waiting.qsize())]
    shown = plain.getvalue() + as_json.getvalue() + str([vars(record) for record in queued])
    assert SECRET not in shown and "anna@" not in shown
    assert len(queued) == len(as_json.getvalue().splitlines()) == 240
    pickle.dumps(queued)


def test_the_filter_takes_the_options_of_redact() -> None:
    record = record_of("lead 318581", shoeSize=44)
    RedactingFilter(strict=True, names={"hide": ["shoeSize"]}, key=KEY).filter(record)
    assert "318581" not in record.getMessage() and "REDACTED-personal-" in str(vars(record)["shoeSize"])
    with pytest.raises(ValueError, match="a key has 16 bytes"):
        RedactingFilter(key=b"")
