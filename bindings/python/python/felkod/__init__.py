"""Every error code of the Marketo APIs: what it means and what to do, in English and Swedish.

The codes are Code, what went over the wire is read by read(), and raise_for_error() raises what an answer says:

    >>> import felkod
    >>> felkod.Code(606).advice
    <Advice.WAIT_FOR_RATE_WINDOW: 'wait_for_rate_window'>
    >>> felkod.Code.REST_RATE_LIMIT_EXCEEDED.message("sv")
    'Anropsgränsen har överskridits'

It sends nothing, repeats nothing and is no client of the APIs. The modules felkod.requests, felkod.httpx, felkod.zeep
and felkod.tenacity fit it to these libraries, felkod.logging to log records.
"""

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
    PermissionDeniedError,
    PreconditionError,
    QuotaError,
    ThrottlingError,
    TimedOutError,
    TooLargeError,
    UnavailableError,
    UnrecognizedError,
    UnsupportedError,
    error_of,
    raise_for_error,
)
from felkod._felkod import VERSION as __version__
from felkod._felkod import Count, Finding, Report, read
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
    "MarketoError",
    "NotEnabledError",
    "NotFoundError",
    "Outcome",
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
    "TooLargeError",
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
