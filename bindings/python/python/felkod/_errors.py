"""Answers as exceptions."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from felkod._felkod import Finding, Report, read
from felkod._words import Advice, Api, Category, Outcome, Resets, Retry

if TYPE_CHECKING:
    from felkod._types import Body, Headers

_DAY = 86_400
_CST = -6 * 3_600


class MarketoError(Exception):
    """An answer that says no.

    It has a class of its own for each category; where the server named no code that felkod knows, it is this one. Its
    text is one line in the language asked for and repeats nothing of the server's, so that it can be logged.

    Args:
        report: What the answer said.
        lang: The language of the text, as a tag; one felkod lacks gives English.
        retry_after: The seconds to wait before the same request can succeed, where that is known.
    """

    def __init__(self, report: Report, *, lang: str = "en", retry_after: float | None = None) -> None:
        super().__init__(report.title(lang))
        self.report = report
        """What the answer said; it holds the server's texts, which can contain personal data."""
        self.lang = lang
        """The language of the text."""
        self.retry_after = retry_after
        """The seconds to wait: the server's Retry-After, else the rate window, else the time until a daily quota is
        reset; None where nobody says."""

    @property
    def finding(self) -> Finding | None:
        """The finding that decides; None where the server named no error."""
        return self.report.strictest

    @property
    def category(self) -> Category | None:
        """What kind of thing went wrong; None where the server named no code that felkod knows."""
        return None if self.finding is None else self.finding.category

    @property
    def advice(self) -> Advice | None:
        """What the program does next; None where the server named no code that felkod knows."""
        return None if self.finding is None else self.finding.advice

    @property
    def retry(self) -> Retry | None:
        """Whether to send the same request again; None where the server named no code that felkod knows."""
        return None if self.finding is None else self.finding.retry

    def __reduce__(self) -> tuple[object, ...]:
        return (_restore, (type(self), self.report, self.lang, self.retry_after))


class AuthenticationError(MarketoError):
    """The caller is not who it says, or its proof is too old."""


class PermissionDeniedError(MarketoError):
    """The caller is known and may not do this."""


class NotEnabledError(MarketoError):
    """The subscription lacks the feature."""


class ThrottlingError(MarketoError):
    """Too much at once; it passes within seconds to hours."""


class QuotaError(MarketoError):
    """A daily allowance is used up."""


class InvalidRequestError(MarketoError):
    """The request is wrong, whatever the state of the system."""


class TooLargeError(MarketoError):
    """The request, or the answer it asks for, is too large."""


class UnsupportedError(MarketoError):
    """The API has no such operation, method or address."""


class NotFoundError(MarketoError):
    """The thing named is not there, or not visible to the caller."""


class AlreadyExistsError(MarketoError):
    """The thing to be created is there already."""


class PreconditionError(MarketoError):
    """The state of the system forbids it; that state must be changed first."""


class ConflictError(MarketoError):
    """Others work on the same thing; it passes."""


class TimedOutError(MarketoError):
    """Time ran out."""


class UnavailableError(MarketoError):
    """The service, or one behind it, cannot be reached for now."""


class InternalError(MarketoError):
    """The service failed."""


class UnrecognizedError(MarketoError):
    """The body is no answer of Marketo's, or it is cut before it tells."""


# Nothing went wrong where the category is end_of_data or no_change, so that they have no class.
_CLASSES: dict[Category | None, type[MarketoError]] = {
    Category.AUTHENTICATION: AuthenticationError,
    Category.PERMISSION: PermissionDeniedError,
    Category.NOT_ENABLED: NotEnabledError,
    Category.THROTTLING: ThrottlingError,
    Category.QUOTA: QuotaError,
    Category.INVALID_REQUEST: InvalidRequestError,
    Category.TOO_LARGE: TooLargeError,
    Category.UNSUPPORTED: UnsupportedError,
    Category.NOT_FOUND: NotFoundError,
    Category.ALREADY_EXISTS: AlreadyExistsError,
    Category.PRECONDITION: PreconditionError,
    Category.CONFLICT: ConflictError,
    Category.TIMEOUT: TimedOutError,
    Category.UNAVAILABLE: UnavailableError,
    Category.INTERNAL: InternalError,
}


def raise_for_error(
    body: Body,
    *,
    status: int | None = None,
    headers: Headers | None = None,
    api: Api | str | None = None,
    lang: str = "en",
    partial: bool = False,
) -> Report:
    """Reads the body of an answer and raises an error where it says that the call failed.

    Args:
        body: The body as bytes, bytearray, memoryview or str.
        status: The HTTP status, from 100 to 999. It speaks only where the body does not.
        headers: The headers of the answer; the request id and Retry-After are taken.
        api: The API that was called: soap, rest … A body that tells its own API goes before it.
        lang: The language of the error's text, as a tag; one felkod lacks gives English.
        partial: Whether an outcome in which only some records failed is an error too.

    Returns:
        The Report, where the call went through; look at its findings for records that failed.

    Raises:
        MarketoError: The call failed; the class is that of the strictest finding's category.
        UnrecognizedError: The body is no answer of Marketo's.
        TypeError: An argument has the wrong type.
        ValueError: The status is out of range, or the API is none felkod knows.

    Example:
        >>> import felkod
        >>> try:
        ...     felkod.raise_for_error('{"success": false, "errors": [{"code": "606"}]}')
        ... except felkod.ThrottlingError as error:
        ...     print(error, error.retry_after)
        REST 606 · Rate limit exceeded 20
    """
    if isinstance(headers, Iterator):
        headers = list(headers)
    report = read(body, status=status, headers=headers, api=api)
    error = error_of(report, headers=headers, lang=lang, partial=partial)
    if error is not None:
        raise error
    return report


def error_of(
    report: Report, *, headers: Headers | None = None, lang: str = "en", partial: bool = False
) -> MarketoError | None:
    """Returns the error that raise_for_error() raises for a report, or None where it raises none.

    Args:
        report: What the answer said.
        headers: The headers of the answer; Retry-After is taken.
        lang: The language of the error's text, as a tag; one felkod lacks gives English.
        partial: Whether an outcome in which only some records failed is an error too.
    """
    if report.outcome is Outcome.UNRECOGNIZED:
        return UnrecognizedError(report, lang=lang, retry_after=_retry_after_header(headers))
    if report.outcome is Outcome.ERROR or (partial and report.outcome is Outcome.PARTIAL):
        finding = report.strictest
        error = _CLASSES.get(finding.category, MarketoError) if finding else MarketoError
        return error(report, lang=lang, retry_after=_retry_after(finding, headers))
    return None


def _restore(error: type[MarketoError], report: Report, lang: str, retry_after: float | None) -> MarketoError:
    return error(report, lang=lang, retry_after=retry_after)


def _retry_after(finding: Finding | None, headers: Headers | None) -> float | None:
    """Returns the seconds to wait: the server's word, else what the catalogue knows."""
    if finding is not None and finding.retry is Retry.NO:
        return None
    seconds = _retry_after_header(headers)
    if seconds is not None or finding is None or finding.code is None:
        return seconds
    if finding.advice is Advice.WAIT_FOR_RATE_WINDOW:
        given = finding.values.get("seconds")
        windows = (limit.per_seconds for limit in finding.code.limits if limit.per_seconds)
        return given if isinstance(given, int) else next(windows, None)
    if finding.advice is Advice.WAIT_FOR_QUOTA_RESET:
        # Midnight without summer time: where that counts, the quota is an hour old by then.
        if any(limit.resets is Resets.MIDNIGHT_CST for limit in finding.code.limits):
            return _DAY - (time.time() + _CST) % _DAY
    return None


def _retry_after_header(headers: Headers | None) -> float | None:
    """Returns the seconds of Retry-After (RFC 9110, section 10.2.3); None where it is missing or neither form."""
    if headers is None:
        return None
    items = getattr(headers, "items", lambda: headers)
    for name, value in cast("Iterable[tuple[str | bytes, str | bytes]]", items()):
        name = name.decode("latin-1") if isinstance(name, bytes) else name
        if name.lower() != "retry-after":
            continue
        value = (value.decode("latin-1") if isinstance(value, bytes) else value).strip()
        if value.isascii() and value.isdigit():
            return float(value)
        from email.utils import parsedate_to_datetime

        try:
            return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
        except (ValueError, OverflowError):
            return None
    return None
