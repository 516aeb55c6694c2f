"""felkod for log records: fields that tell what went wrong, without personal data.

logger.error("cannot get the lead: %s", error, extra=felkod.logging.extra(error))
"""

from __future__ import annotations

from felkod import Decision, Finding, MarketoError, Outcome, Report

__all__ = ["extra"]


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
