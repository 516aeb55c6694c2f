"""felkod for log records: fields that tell what went wrong, and a filter that takes secrets and personal data out.

logger.error("cannot get the lead: %s", error, extra=felkod.logging.extra(error))

handler.addFilter(felkod.logging.RedactingFilter())
"""

from __future__ import annotations

import logging

from felkod import Decision, Finding, MarketoError, Outcome, Redactor, Report
from felkod._types import Names

__all__ = ["RedactingFilter", "extra"]


class RedactingFilter(logging.Filter):
    """Takes secrets and personal data out of log records; for a handler: handler.addFilter(RedactingFilter()).

    It looks at the message, its arguments, extra fields, exceptions with what led to them, tracebacks and stack_info. The
    same value has the same mark, and a secret that was found by its name is hidden where it comes again, in later records
    too. The template and the arguments stay apart, exceptions keep their name, class and traceback, and a value keeps its
    type unless it is hidden. It lets every record pass and never raises: of a record that cannot be redacted, only the
    level, the time and the place in the source stay.

    The record is changed in place, so that handlers after this one see it redacted. A filter of a logger does not see the
    records of the loggers below it; one of a handler sees all that the handler gets. What a handler itself shows of a
    traceback beyond its text, such as the variables of its frames, is not redacted.

    Args:
        strict: As in felkod.redact().
        names: As in felkod.redact().
        key: As in felkod.redact().

    Raises:
        TypeError: An argument has the wrong type.
        ValueError: The key or the names are wrong.

    Example:
        >>> record = logging.makeLogRecord({"msg": "no lead %s", "args": ("anna@example.com",)})
        >>> RedactingFilter(key=bytes(16)).filter(record), record.getMessage(), record.args
        (True, 'no lead REDACTED-email-070d323e-16', ('REDACTED-email-070d323e-16',))
    """

    def __init__(self, *, strict: bool = False, names: Names | None = None, key: bytes | str | None = None) -> None:
        from felkod import _records  # It imports what extra() does not need.

        super().__init__()
        self._redactor = Redactor(strict=strict, names=names, key=key)
        self._redact, self._give_up = _records.redact, _records.give_up

    def filter(self, record: logging.LogRecord) -> bool:
        """Redacts a record; logging calls it.

        Args:
            record: The record, which is changed.

        Returns:
            True.
        """
        try:
            self._redact(record, self._redactor)
        except Exception as error:
            self._give_up(record, error)
        return True


def extra(source: MarketoError | Report | Finding | Decision) -> dict[str, str | int | float]:
    """Returns the fields for the argument extra of a logging call.

    error.type is OpenTelemetry's attribute: the name of the code, of few values; the status for an HTTP status that has
    no code; "_OTHER" for a code felkod does not know. It is missing where nothing went wrong. The fields of felkod are
    marketo.code, marketo.category, marketo.advice, marketo.retry, marketo.record, marketo.outcome and
    marketo.request_id, and of a decision marketo.action, marketo.after_seconds, marketo.reason and marketo.who; each is
    missing where it does not apply. No text of the server's is in them.

    Args:
        source: An error, a report, one of its findings, or what a RetryPolicy decided. An error that has a decision
            gives the fields of both.

    Raises:
        TypeError: It is none of them.

    Example:
        >>> import felkod
        >>> extra(felkod.read('{"success": false, "errors": [{"code": "606"}]}'))["error.type"]
        'rest_rate_limit_exceeded'
    """
    if isinstance(source, Decision):
        of_decision: dict[str, str | float | None] = {
            "marketo.action": source.action.value,
            "marketo.after_seconds": source.after,
            "marketo.reason": source.reason and source.reason.value,
            "marketo.who": source.who and source.who.value,
        }
        return {name: field for name, field in of_decision.items() if field is not None}
    if isinstance(source, MarketoError):
        decided = {} if source.decision is None else extra(source.decision)
        return {**extra(source.report), **decided}
    if isinstance(source, Report):
        fields: dict[str, str | int | None] = {
            "marketo.outcome": source.outcome.value,
            "marketo.request_id": source.harmless_request_id,
        }
        finding = source.strictest
        went_wrong = source.outcome is not Outcome.SUCCESS
    elif isinstance(source, Finding):
        fields, finding, went_wrong = {}, source, True
    else:
        wanted = "felkod.MarketoError, felkod.Report, felkod.Finding or felkod.Decision"
        raise TypeError(f"source must be {wanted}, not {type(source).__qualname__}")
    if went_wrong:
        fields["error.type"] = _type(finding)
    if finding:
        fields["marketo.code"] = finding.number
        fields["marketo.category"] = finding.category and finding.category.value
        fields["marketo.record"] = finding.record
    # Of a partial outcome these are None: its records have one each.
    fields["marketo.advice"] = source.advice and source.advice.value
    fields["marketo.retry"] = source.retry and source.retry.value
    return {name: field for name, field in fields.items() if field is not None}


def _type(finding: Finding | None) -> str:
    if finding is not None and finding.code is not None:
        return finding.code.name.lower()
    # OpenTelemetry's own for HTTP: the status as a str.
    return str(finding.number) if finding is not None and finding.status_class is not None else "_OTHER"
