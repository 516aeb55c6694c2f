"""Every error code of the Marketo APIs: what it means and what to do, in English and Swedish.

The codes are Code, what went over the wire is read by read(), and raise_for_error() raises what a response says:

    >>> import felkod
    >>> felkod.Code(606).advice
    <Advice.WAIT_FOR_RATE_WINDOW: 'wait_for_rate_window'>
    >>> felkod.Code.REST_RATE_LIMIT_EXCEEDED.message("sv")
    'Anropsgränsen har överskridits'

It sends nothing and is not a client of the APIs. The modules felkod.requests, felkod.httpx, felkod.aiohttp,
felkod.zeep and felkod.tenacity fit it to these libraries, felkod.logging to log records.
"""

from felkod import _interpreter as _interpreter  # before the extension

from felkod._codes import Case, Code, Limit, Replacement, lookup, table
from felkod._errors import (
    AlreadyExistsError,
    AuthenticationError,
    ConflictError,
    InternalError,
    InvalidRequestError,
    MarketoError,
    NotEnabledError,
    NotFoundError,
    PermanentError,
    PermissionDeniedError,
    PreconditionError,
    QuotaError,
    ThrottlingError,
    TimedOutError,
    TooLargeError,
    TransientError,
    UnavailableError,
    UnrecognizedError,
    UnsupportedError,
    error_of,
    raise_for_error,
)
from felkod._felkod import VERSION as __version__
from felkod._felkod import Count, Finding, Report, read
from felkod._tokens import AsyncTokenCache, TokenCache
from felkod._types import Limits
from felkod._words import (
    Advice,
    Api,
    Applied,
    Basis,
    Category,
    EscalateTo,
    ExemptFromQuota,
    Grade,
    Level,
    Outcome,
    Remark,
    Resets,
    Retry,
    Scope,
    Standing,
    Unit,
)

__all__ = [
    "Advice",
    "AlreadyExistsError",
    "Api",
    "Applied",
    "AsyncTokenCache",
    "AuthenticationError",
    "Basis",
    "Case",
    "Category",
    "Code",
    "ConflictError",
    "Count",
    "EscalateTo",
    "ExemptFromQuota",
    "Finding",
    "Grade",
    "InternalError",
    "InvalidRequestError",
    "Level",
    "Limit",
    "Limits",
    "MarketoError",
    "NotEnabledError",
    "NotFoundError",
    "Outcome",
    "PermanentError",
    "PermissionDeniedError",
    "PreconditionError",
    "QuotaError",
    "Remark",
    "Replacement",
    "Report",
    "Resets",
    "Retry",
    "Scope",
    "Standing",
    "ThrottlingError",
    "TimedOutError",
    "TokenCache",
    "TooLargeError",
    "TransientError",
    "UnavailableError",
    "Unit",
    "UnrecognizedError",
    "UnsupportedError",
    "__version__",
    "error_of",
    "lookup",
    "raise_for_error",
    "read",
    "table",
]
