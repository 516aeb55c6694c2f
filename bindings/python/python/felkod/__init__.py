"""Every error code of the Marketo APIs: what it means and what to do, in English and Swedish.

The codes are Code, what went over the wire is read by read(), and raise_for_error() raises what a response says.
RetryPolicy says whether, when and how to try again, find() finds every response in a
text, scan() counts the errors in logs, and redact() takes secrets and personal data out of a text:

    >>> import felkod
    >>> felkod.Code(606).advice
    <Advice.WAIT_FOR_RATE_WINDOW: 'wait_for_rate_window'>
    >>> felkod.Code.REST_RATE_LIMIT_EXCEEDED.message("sv")
    'Anropsgränsen har överskridits'

It is not a client of the APIs: it has no functions for their operations. The modules felkod.requests and felkod.httpx
have clients that renew tokens, pace and repeat calls; these, felkod.aiohttp, felkod.zeep and felkod.tenacity fit felkod
to the libraries of that name. felkod.logging has fields for log records, felkod.simulator a local Marketo for tests.
"""

from felkod import _interpreter as _interpreter  # before the extension

from felkod._codes import Case, Code, Limit, Replacement, lookup
from felkod._decisions import Decision, Piece, QuotaReset
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
from felkod._failures import failure_of
from felkod._felkod import VERSION as __version__
from felkod._felkod import (
    Attempts,
    Batches,
    Count,
    Finding,
    Recorder,
    Redactor,
    Report,
    Secret,
    answers,
    find,
    read,
    read_many,
    redact,
    resend,
    secrets,
)
from felkod._found import Answer
from felkod._policy import Figures, Pacer, RetryPolicy, Schedule
from felkod._scan import CodeCount, Period, Summary, Unreadable, scan
from felkod._sent import Sent
from felkod._tables import Table, table
from felkod._terms import Action, Failure, Idempotency, Reason, SecretKind, Wrapping
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
    "Action",
    "Advice",
    "AlreadyExistsError",
    "Answer",
    "Api",
    "Applied",
    "AsyncTokenCache",
    "Attempts",
    "AuthenticationError",
    "Basis",
    "Batches",
    "Case",
    "Category",
    "Code",
    "CodeCount",
    "ConflictError",
    "Count",
    "Decision",
    "EscalateTo",
    "ExemptFromQuota",
    "Failure",
    "Figures",
    "Finding",
    "Grade",
    "Idempotency",
    "InternalError",
    "InvalidRequestError",
    "Level",
    "Limit",
    "Limits",
    "MarketoError",
    "NotEnabledError",
    "NotFoundError",
    "Outcome",
    "Pacer",
    "Period",
    "PermanentError",
    "PermissionDeniedError",
    "Piece",
    "PreconditionError",
    "QuotaError",
    "QuotaReset",
    "Reason",
    "Recorder",
    "Redactor",
    "Remark",
    "Replacement",
    "Report",
    "Resets",
    "Retry",
    "RetryPolicy",
    "Schedule",
    "Scope",
    "Secret",
    "SecretKind",
    "Sent",
    "Standing",
    "Summary",
    "Table",
    "ThrottlingError",
    "TimedOutError",
    "TokenCache",
    "TooLargeError",
    "TransientError",
    "UnavailableError",
    "Unit",
    "Unreadable",
    "UnrecognizedError",
    "UnsupportedError",
    "Wrapping",
    "__version__",
    "answers",
    "error_of",
    "failure_of",
    "find",
    "lookup",
    "raise_for_error",
    "read",
    "read_many",
    "redact",
    "resend",
    "scan",
    "secrets",
    "table",
]
