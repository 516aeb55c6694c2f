"""Responses as exceptions."""

from __future__ import annotations

from typing import Any, cast

from felkod._codes import Code
from felkod._decisions import Decision
from felkod._felkod import Finding, Report, read
from felkod._sent import Sent
from felkod._types import Body, Headers, Limits
from felkod._words import Advice, Api, Category, Outcome, Retry


class MarketoError(Exception):
    """A response that says that the call failed.

    Its class tells the category and whether the same request can succeed: each error whose code felkod knows is of a
    class such as ThrottlingError, and a TransientError or a PermanentError. Its text is one line in the language asked
    for and repeats nothing of the server's, so that it can be logged.

    It can be pickled and copied, with its notes and attributes. What holds a request does not come along, since a
    request holds the access token: response and cause are None afterwards.

    Args:
        report: What the response said.
        lang: The language of the text, as a tag; one felkod lacks gives English.
        response: The response of the HTTP client.
        cause: The exception that this one stands for.

    Raises:
        TypeError: report is not a felkod.Report, or lang is not a str.

    Attributes:
        report: What the response said; it holds the server's texts, which can contain personal data.
        lang: The language of the text.
        retry_after: The seconds to wait before the same request can succeed; see Report.retry_after().
        response: The response of the HTTP client, from a hook; else None.
        cause: The exception that this one stands for, from felkod.zeep; else None. Its text can contain personal data.
        decision: What a RetryPolicy decided after this error, from its run() and the like; else None.
        sent: What became of records until then, from post_records() of a client; else None.
    """

    decision: Decision | None = None
    sent: Sent | None = None

    def __init__(
        self,
        report: Report,
        *,
        lang: str = "en",
        response: Any = None,
        cause: BaseException | None = None,
    ) -> None:
        if not isinstance(report, Report):
            raise TypeError(f"report must be felkod.Report, not {type(report).__qualname__}")
        super().__init__(report.title(lang))
        self.report = report
        self.lang = lang
        self.retry_after: float | None = report.retry_after()
        self.response: Any = response
        self.cause = cause

    @property
    def finding(self) -> Finding | None:
        """The finding that decides; None where the server named no error."""
        return self.report.strictest

    @property
    def code(self) -> Code | None:
        """The code of the finding that decides; None where felkod does not know the number."""
        return None if self.finding is None else self.finding.code

    @property
    def number(self) -> int | None:
        """The number of the finding that decides, known or not."""
        return None if self.finding is None else self.finding.number

    @property
    def category(self) -> Category | None:
        """What kind of thing went wrong; None where the server named no code that felkod knows."""
        return None if self.finding is None else self.finding.category

    @property
    def advice(self) -> Advice | None:
        """What the program does next; None for an unknown code, and where only records failed: see by_record()."""
        return self.report.advice

    @property
    def retry(self) -> Retry | None:
        """Whether to send the same request again; None for an unknown code, and where only records failed."""
        return self.report.retry

    @property
    def status(self) -> int | None:
        """The HTTP status of the response, where it is known."""
        return self.report.status

    @property
    def request_id(self) -> str | None:
        """The id under which support finds the call."""
        return self.report.request_id

    def can_retry(self, *, idempotent: bool = False) -> bool:
        """Tells whether to send the same request as a whole again, today and after following the advice.

        Args:
            idempotent: Whether the request does no harm when it is carried out twice.
        """
        return self.report.can_retry(idempotent=idempotent)

    def __reduce__(self) -> tuple[Any, ...]:
        kind = None if type(self) in _MIXED else type(self)
        state = {name: _without_requests(value) for name, value in vars(self).items()}
        return (MarketoError._restored, (kind, self.report, self.args), {**state, "response": None, "cause": None})

    @staticmethod
    def _restored(kind: type[MarketoError] | None, report: Report, args: tuple[Any, ...]) -> MarketoError:
        """Makes an error of a pickle, without the fields that its state sets; a subclass may take other arguments."""
        kind = kind or class_of(report)
        error = kind.__new__(kind)
        error.args = args
        return error


class TransientError(MarketoError):
    """The same request can succeed, later or with a new access token. error.advice says what to do first."""


class PermanentError(MarketoError):
    """The same request fails again until a person or the program changes something."""


class AuthenticationError(MarketoError):
    """The caller's identity could not be verified, or its proof of identity has expired."""


class PermissionDeniedError(MarketoError):
    """The caller is known but is not allowed to do this."""


class NotEnabledError(MarketoError):
    """The subscription does not include the feature."""


class ThrottlingError(MarketoError):
    """Too many requests or jobs at once; it passes within seconds to hours."""


class QuotaError(MarketoError):
    """A daily quota is used up."""


class InvalidRequestError(MarketoError):
    """The request is wrong, whatever the state of the system."""


class TooLargeError(MarketoError):
    """The request, or the response it asks for, is too large."""


class UnsupportedError(MarketoError):
    """The API does not have this operation, method or address."""


class NotFoundError(MarketoError):
    """The object does not exist, or the caller cannot see it."""


class AlreadyExistsError(MarketoError):
    """The object to be created already exists."""


class PreconditionError(MarketoError):
    """The state of the system does not allow it; that state must be changed first."""


class ConflictError(MarketoError):
    """Someone else is working on the same object; it passes."""


class TimedOutError(MarketoError):
    """A time limit was exceeded."""


class UnavailableError(MarketoError):
    """The service, or one behind it, cannot be reached right now."""


class InternalError(MarketoError):
    """The service failed."""


class UnrecognizedError(TransientError):
    """The body is not a response from Marketo, or it is cut off; whether the call took effect is not known."""


# Nothing went wrong where the category is end_of_data or no_change, so that they have no class.
CLASSES: dict[Category, type[MarketoError]] = {
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


def _mixed(category: type[MarketoError], lasting: type[MarketoError]) -> type[MarketoError]:
    """Returns the class of errors of a category that pass, or of those that do not, under the category's name."""
    fields = {"__module__": "felkod", "__doc__": category.__doc__}
    return cast("type[MarketoError]", type(category.__name__, (category, lasting), fields))


# What is raised, by the category and by whether the same request can succeed. Most categories have errors of one kind
# only, but an expired token and a wrong password are both matters of authentication.
_RAISED = {
    (category, passes): _mixed(error, lasting)
    for category, error in CLASSES.items()
    for passes, lasting in ((True, TransientError), (False, PermanentError))
}
_MIXED = frozenset(_RAISED.values())

for _class in (MarketoError, TransientError, PermanentError, UnrecognizedError, *CLASSES.values()):
    _class.__module__ = "felkod"
MarketoError._restored.__module__ = "felkod"


def class_of(report: Report) -> type[MarketoError]:
    """Returns the class of the error that a report is."""
    if report.outcome is Outcome.UNRECOGNIZED:
        return UnrecognizedError
    failure = report._failure(True)
    return MarketoError if failure is None else _RAISED.get(failure, MarketoError)  # type: ignore[arg-type]


def raise_for_error(
    body: Body,
    *,
    status: int | None = None,
    headers: Headers | None = None,
    api: Api | str | None = None,
    limits: Limits | None = None,
    lang: str = "en",
    partial: bool = False,
) -> Report:
    """Reads the body of a response and raises an error where it says that the call failed.

    Args:
        body: The body as str, bytes or any other buffer.
        status: The HTTP status, from 100 to 599. It adds a finding where the body names no error.
        headers: The headers of the response, as a mapping or as pairs; X-Request-Id and Retry-After are taken.
        api: The API that was called: soap, rest … A body that tells its own API goes before it.
        limits: The bounds of the reading.
        lang: The language of the error's text, as a tag; one felkod lacks gives English.
        partial: Whether an outcome in which only some records failed is an error too.

    Returns:
        The Report, where the call went through; look at its by_record() for records that failed.

    Raises:
        MarketoError: The call failed; the class is that of the strictest finding's category.
        UnrecognizedError: The body is not a response of Marketo's.
        TypeError: An argument has the wrong type.
        ValueError: The status is out of range, or the API is none felkod knows.

    Example:
        >>> import felkod
        >>> try:
        ...     felkod.raise_for_error('{"success": false, "errors": [{"code": "606"}]}')
        ... except felkod.ThrottlingError as error:
        ...     print(error, error.retry_after)
        REST 606 · Rate limit exceeded 20.0
    """
    report = read(body, status=status, headers=headers, api=api, limits=limits)
    error = error_of(report, lang=lang, partial=partial)
    if error is not None:
        raise error
    return report


def error_of(
    report: Report,
    *,
    lang: str = "en",
    partial: bool = False,
    response: Any = None,
    cause: BaseException | None = None,
) -> MarketoError | None:
    """Returns the error that raise_for_error() raises for a report, or None where it raises none.

    Args:
        report: What the response said.
        lang: The language of the error's text, as a tag; one felkod lacks gives English.
        partial: Whether an outcome in which only some records failed is an error too.
        response: The response of the HTTP client.
        cause: The exception that the error stands for.

    Raises:
        TypeError: report is not a felkod.Report.
    """
    if not isinstance(report, Report):
        raise TypeError(f"report must be felkod.Report, not {type(report).__qualname__}")
    if report.ok:
        return None
    failure = report._failure(partial)
    if failure is not None:
        kind = _RAISED.get(failure, MarketoError)  # type: ignore[arg-type]
    elif report.outcome is Outcome.UNRECOGNIZED:
        kind = UnrecognizedError
    else:
        return None
    return kind(report, lang=lang, response=response, cause=cause)


def _without_requests(value: Any, depth: int = 3) -> Any:
    """Returns a value, with None in place of what holds a request: a response, an exception of an HTTP client."""
    if value is None or isinstance(value, (str, bytes, int, float, Report, Finding, MarketoError, Decision)):
        return value
    for name in ("request", "request_info", "response", "headers"):
        try:
            getattr(value, name)
        except AttributeError:
            continue
        except Exception:  # noqa: BLE001 - httpx raises where the request was not set; the attribute is there
            pass
        return None
    if depth and type(value) in (list, tuple, set, frozenset):
        return type(value)(_without_requests(item, depth - 1) for item in value)
    if depth and type(value) is dict:
        return {key: _without_requests(item, depth - 1) for key, item in value.items()}
    return value
