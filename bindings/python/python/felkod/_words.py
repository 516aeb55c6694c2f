"""The words of the vocabulary, as enums whose members are strings."""

from enum import Enum
from functools import cache

from felkod import _felkod


class Word(str, Enum):
    """A word of the vocabulary: a str that compares equal to the word of the command's output.

    Example:
        >>> Advice.BACKOFF == "backoff"
        True
        >>> str(Advice.BACKOFF)
        'backoff'
    """

    def __init_subclass__(cls) -> None:
        cls.__module__ = "felkod"

    # That of the str it equals, which is also faster than that of an enum.
    __hash__ = str.__hash__

    def __str__(self) -> str:
        return str.__str__(self)

    def label(self, lang: str = "en") -> str:
        """Returns the word for people, in lower case.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.

        Example:
            >>> Category.QUOTA.label("sv")
            'kvot'
        """
        return _felkod.label(type(self).__name__, str(self), lang) or str(self)


class Api(Word):
    """The API a code belongs to.

    Members:
        SOAP: The SOAP API, removed on 2026-07-31.
        REST: The REST API.
        DATA_INGESTION: The Data Ingestion API, whose codes stand in `error_code`.
    """

    SOAP = "soap"
    """The SOAP API, removed on 2026-07-31."""
    REST = "rest"
    """The REST API."""
    DATA_INGESTION = "data_ingestion"
    """The Data Ingestion API, whose codes stand in `error_code`."""


class Level(Word):
    """Where an error stands: the vendor's table for a code, the place in the body for a finding.

    Members:
        FAULT: A SOAP fault: the whole call failed.
        HTTP: The HTTP status, usually set by a gateway: the whole call failed.
        RESPONSE: `errors` of a REST response: the whole call failed.
        RECORD: `reasons` of one item of `result`: that record failed.
        JOB: The status of a bulk job: some of its rows failed, or all of it.
    """

    FAULT = "fault"
    """A SOAP fault: the whole call failed."""
    HTTP = "http"
    """The HTTP status, usually set by a gateway: the whole call failed."""
    RESPONSE = "response"
    """`errors` of a REST response: the whole call failed."""
    RECORD = "record"
    """`reasons` of one item of `result`: that record failed."""
    JOB = "job"
    """The status of a bulk job: some of its rows failed, or all of it."""


class Standing(Word):
    """How well the vendor's documentation knows a code.

    Members:
        DOCUMENTED: It is in one of the vendor's tables.
        UNLISTED: It is mentioned only in the vendor's prose or has been seen only on the wire.
        WITHDRAWN: The vendor removed it from the table; old recordings still contain it.
        RETIRED: Its API is gone: SOAP, since 2026-07-31.
        GENERIC: An HTTP status with the meaning that RFC 9110 gives it, usually sent by a gateway. Marketo
            gives it no meaning of its own.
    """

    DOCUMENTED = "documented"
    """It is in one of the vendor's tables."""
    UNLISTED = "unlisted"
    """It is mentioned only in the vendor's prose or has been seen only on the wire."""
    WITHDRAWN = "withdrawn"
    """The vendor removed it from the table; old recordings still contain it."""
    RETIRED = "retired"
    """Its API is gone: SOAP, since 2026-07-31."""
    GENERIC = "generic"
    """An HTTP status with the meaning that RFC 9110 gives it, usually sent by a gateway. Marketo gives it no meaning
    of its own."""


class Category(Word):
    """What kind of thing went wrong.

    Members:
        AUTHENTICATION: The caller's identity could not be verified, or its proof of identity has expired.
        PERMISSION: The caller is known but is not allowed to do this.
        NOT_ENABLED: The subscription does not include the feature.
        THROTTLING: Too many requests or jobs at once; it passes within seconds to hours.
        QUOTA: A daily quota is used up.
        INVALID_REQUEST: The request is wrong, whatever the state of the system.
        TOO_LARGE: The request, or the response it asks for, is too large.
        UNSUPPORTED: The API does not have this operation, method or address.
        NOT_FOUND: The object does not exist, or the caller cannot see it.
        ALREADY_EXISTS: The object to be created already exists.
        PRECONDITION: The state of the system does not allow it; that state must be changed first.
        CONFLICT: Someone else is working on the same object; it passes.
        TIMEOUT: A time limit was exceeded.
        UNAVAILABLE: The service, or one behind it, cannot be reached right now.
        INTERNAL: The service failed.
        END_OF_DATA: There is no more data to fetch. This is not a failure.
        NO_CHANGE: Nothing had to be changed. This is not a failure.
    """

    AUTHENTICATION = "authentication"
    """The caller's identity could not be verified, or its proof of identity has expired."""
    PERMISSION = "permission"
    """The caller is known but is not allowed to do this."""
    NOT_ENABLED = "not_enabled"
    """The subscription does not include the feature."""
    THROTTLING = "throttling"
    """Too many requests or jobs at once; it passes within seconds to hours."""
    QUOTA = "quota"
    """A daily quota is used up."""
    INVALID_REQUEST = "invalid_request"
    """The request is wrong, whatever the state of the system."""
    TOO_LARGE = "too_large"
    """The request, or the response it asks for, is too large."""
    UNSUPPORTED = "unsupported"
    """The API does not have this operation, method or address."""
    NOT_FOUND = "not_found"
    """The object does not exist, or the caller cannot see it."""
    ALREADY_EXISTS = "already_exists"
    """The object to be created already exists."""
    PRECONDITION = "precondition"
    """The state of the system does not allow it; that state must be changed first."""
    CONFLICT = "conflict"
    """Someone else is working on the same object; it passes."""
    TIMEOUT = "timeout"
    """A time limit was exceeded."""
    UNAVAILABLE = "unavailable"
    """The service, or one behind it, cannot be reached right now."""
    INTERNAL = "internal"
    """The service failed."""
    END_OF_DATA = "end_of_data"
    """There is no more data to fetch. This is not a failure."""
    NO_CHANGE = "no_change"
    """Nothing had to be changed. This is not a failure."""


class Advice(Word):
    """What the program does next.

    Members:
        FIX_SETUP: Stop until a person has changed the setup, the access or the subscription.
        FIX_REQUEST: At response level, stop: the next call would fail too. At record level, set this record
            aside and go on.
        CONTACT_SUPPORT: Stop and report the request and the response to support.
        REDUCE_REQUEST: Send less: fewer records, a shorter interval, the query in the body.
        WAIT_FOR_QUOTA_RESET: Stop until the daily quota is reset.
        REAUTHENTICATE: Get a new proof of identity and send the request again.
        WAIT_FOR_QUEUE: Wait, for minutes to hours, until a job has finished.
        WAIT_FOR_RATE_WINDOW: Wait, for seconds, until the window of the rate limit has passed.
        WAIT_FOR_SLOT: Wait, for seconds, until a call in progress has finished.
        BACKOFF: Send the request again a few times, waiting longer each time.
        TREAT_AS_ABSENT: Assume that it does not exist: a lookup found nothing, and there was nothing to remove.
            For a write, set the record aside.
        ACCEPT: Go on; nothing went wrong.
    """

    FIX_SETUP = "fix_setup"
    """Stop until a person has changed the setup, the access or the subscription."""
    FIX_REQUEST = "fix_request"
    """At response level, stop: the next call would fail too. At record level, set this record aside and go on."""
    CONTACT_SUPPORT = "contact_support"
    """Stop and report the request and the response to support."""
    REDUCE_REQUEST = "reduce_request"
    """Send less: fewer records, a shorter interval, the query in the body."""
    WAIT_FOR_QUOTA_RESET = "wait_for_quota_reset"
    """Stop until the daily quota is reset."""
    REAUTHENTICATE = "reauthenticate"
    """Get a new proof of identity and send the request again."""
    WAIT_FOR_QUEUE = "wait_for_queue"
    """Wait, for minutes to hours, until a job has finished."""
    WAIT_FOR_RATE_WINDOW = "wait_for_rate_window"
    """Wait, for seconds, until the window of the rate limit has passed."""
    WAIT_FOR_SLOT = "wait_for_slot"
    """Wait, for seconds, until a call in progress has finished."""
    BACKOFF = "backoff"
    """Send the request again a few times, waiting longer each time."""
    TREAT_AS_ABSENT = "treat_as_absent"
    """Assume that it does not exist: a lookup found nothing, and there was nothing to remove. For a write, set the
    record aside."""
    ACCEPT = "accept"
    """Go on; nothing went wrong."""

    @property
    def attempts(self) -> int | None:
        """How many attempts to make in all, the first one included; None where the advice is not to try again, or where
        longest_wait_seconds is the bound."""
        return _advice(self.value)[0]

    @property
    def longest_wait_seconds(self) -> int | None:
        """How long to go on trying in all, where time and not a number of attempts is the bound; else None."""
        return _advice(self.value)[1]

    @property
    def stops(self) -> bool:
        """Whether the call is not to be made again, neither at once nor later: a person must act first."""
        return _advice(self.value)[2]


@cache
def _advice(word: str) -> tuple[int | None, int | None, bool]:
    return _felkod.advice(word)


class Applied(Word):
    """Whether the rejected unit may still have taken effect.

    Members:
        NO: It had no effect.
        MAYBE: It may have been carried out: check before you repeat a write.
    """

    NO = "no"
    """It had no effect."""
    MAYBE = "maybe"
    """It may have been carried out: check before you repeat a write."""


class Retry(Word):
    """Whether to send the same request again, derived from Advice and Applied.

    Members:
        YES: Yes, after following the advice.
        IF_IDEMPOTENT: Only if carrying the request out twice does no harm.
        AFTER_RESET: Not before the quota is reset.
        NO: No: the same request would fail again, or there is nothing left to do.
    """

    YES = "yes"
    """Yes, after following the advice."""
    IF_IDEMPOTENT = "if_idempotent"
    """Only if carrying the request out twice does no harm."""
    AFTER_RESET = "after_reset"
    """Not before the quota is reset."""
    NO = "no"
    """No: the same request would fail again, or there is nothing left to do."""


class EscalateTo(Word):
    """Whom to turn to when the advice does not help or a person must act.

    Members:
        DEVELOPER: The developer of the integration.
        ADMIN: The Marketo administrator of the instance.
        ACCOUNT_MANAGER: The account manager at Adobe.
        SUPPORT: Adobe support.
    """

    DEVELOPER = "developer"
    """The developer of the integration."""
    ADMIN = "admin"
    """The Marketo administrator of the instance."""
    ACCOUNT_MANAGER = "account_manager"
    """The account manager at Adobe."""
    SUPPORT = "support"
    """Adobe support."""


class Basis(Word):
    """Where the advice comes from.

    Members:
        VENDOR: The vendor says so.
        INFERRED: It is inferred from the meaning of the code and from what has been seen; the vendor does not
            say.
    """

    VENDOR = "vendor"
    """The vendor says so."""
    INFERRED = "inferred"
    """It is inferred from the meaning of the code and from what has been seen; the vendor does not say."""


class ExemptFromQuota(Word):
    """Whether a call rejected with the code is left out of the daily quota and the rate limit.

    Members:
        YES: The vendor's table says that it is not counted.
        NOT_DOCUMENTED: The vendor does not say.
    """

    YES = "yes"
    """The vendor's table says that it is not counted."""
    NOT_DOCUMENTED = "not_documented"
    """The vendor does not say."""


class Grade(Word):
    """How well a REST code replaces a SOAP code.

    Members:
        EXACT: It means the same.
        CLOSEST: It is the closest one.
    """

    EXACT = "exact"
    """It means the same."""
    CLOSEST = "closest"
    """It is the closest one."""


class Unit(Word):
    """The unit of a limit's figure, where it is not a plain count.

    Members:
        BYTES: Bytes.
        KILOBYTES: Kilobytes; the vendor writes KB and does not say whether 1,000 or 1,024 bytes.
        MEGABYTES: Megabytes; the vendor writes MB and does not say whether 1,000,000 or 1,048,576 bytes.
        SECONDS: Seconds.
        DAYS: Days.
        YEARS: Years.
    """

    BYTES = "bytes"
    """Bytes."""
    KILOBYTES = "kilobytes"
    """Kilobytes; the vendor writes KB and does not say whether 1,000 or 1,024 bytes."""
    MEGABYTES = "megabytes"
    """Megabytes; the vendor writes MB and does not say whether 1,000,000 or 1,048,576 bytes."""
    SECONDS = "seconds"
    """Seconds."""
    DAYS = "days"
    """Days."""
    YEARS = "years"
    """Years."""


class Scope(Word):
    """What a limit is counted over.

    Members:
        RECORD: One record of a request.
        REQUEST: One request.
        BULK_IMPORT_FILE: One file for a bulk import.
        ACTIVITY_TYPE: One custom activity type.
        ENDPOINT: One endpoint; each has its own figure within the range.
        INSTANCE: All API services and all callers of one Marketo instance.
        SUBSCRIPTION: The subscription.
    """

    RECORD = "record"
    """One record of a request."""
    REQUEST = "request"
    """One request."""
    BULK_IMPORT_FILE = "bulk_import_file"
    """One file for a bulk import."""
    ACTIVITY_TYPE = "activity_type"
    """One custom activity type."""
    ENDPOINT = "endpoint"
    """One endpoint; each has its own figure within the range."""
    INSTANCE = "instance"
    """All API services and all callers of one Marketo instance."""
    SUBSCRIPTION = "subscription"
    """The subscription."""


class Resets(Word):
    """When a daily limit is reset.

    Members:
        MIDNIGHT_CST: At 00:00 CST (midnight, UTC−6). The vendor does not say whether daylight saving time
            counts.
        NOT_DOCUMENTED: The vendor does not say when.
    """

    MIDNIGHT_CST = "midnight_cst"
    """At 00:00 CST (midnight, UTC−6). The vendor does not say whether daylight saving time counts."""
    NOT_DOCUMENTED = "not_documented"
    """The vendor does not say when."""


class Outcome(Word):
    """How a call went, according to its response.

    Members:
        SUCCESS: All of it succeeded. The response may contain codes whose advice is to accept.
        PARTIAL: The call succeeded, but some or all of its records failed.
        ERROR: The call failed.
        UNRECOGNIZED: The body is not a response from Marketo, or it is cut off before it tells how the call
            went.
    """

    SUCCESS = "success"
    """All of it succeeded. The response may contain codes whose advice is to accept."""
    PARTIAL = "partial"
    """The call succeeded, but some or all of its records failed."""
    ERROR = "error"
    """The call failed."""
    UNRECOGNIZED = "unrecognized"
    """The body is not a response from Marketo, or it is cut off before it tells how the call went."""


class Remark(Word):
    """What to know about the reading of a body.

    Members:
        CUT: The body ends in the middle.
        TRAILING_DATA: More data follows the response; it was not read.
        MALFORMED: The body is malformed from some point on; the rest was not read.
        INVALID_TEXT: Some bytes or escapes are not valid text and were replaced by U+FFFD.
        DUPLICATE_KEY: A key occurs twice in the same object.
        CODES_DISAGREE: The `code` of a fault and the number in its `faultstring` differ; `code` was used.
        TOO_LARGE: The body is larger than the bound; only its start was read.
        TOO_DEEP: The elements are nested deeper than the bound; what lies deeper was not read.
        TOO_MANY_FINDINGS: There are more findings or warnings than the bound; the rest was only counted.
        DTD_REFUSED: The document has a DTD, which is never read; nor is what follows it.
        STATUS_DISAGREES: The body says that the call succeeded, the HTTP status that it failed. The body was
            used.
        SEVERAL_ANSWERS: The body is a text with several responses; one of them was read.
    """

    CUT = "cut"
    """The body ends in the middle."""
    TRAILING_DATA = "trailing_data"
    """More data follows the response; it was not read."""
    MALFORMED = "malformed"
    """The body is malformed from some point on; the rest was not read."""
    INVALID_TEXT = "invalid_text"
    """Some bytes or escapes are not valid text and were replaced by U+FFFD."""
    DUPLICATE_KEY = "duplicate_key"
    """A key occurs twice in the same object."""
    CODES_DISAGREE = "codes_disagree"
    """The `code` of a fault and the number in its `faultstring` differ; `code` was used."""
    TOO_LARGE = "too_large"
    """The body is larger than the bound; only its start was read."""
    TOO_DEEP = "too_deep"
    """The elements are nested deeper than the bound; what lies deeper was not read."""
    TOO_MANY_FINDINGS = "too_many_findings"
    """There are more findings or warnings than the bound; the rest was only counted."""
    DTD_REFUSED = "dtd_refused"
    """The document has a DTD, which is never read; nor is what follows it."""
    STATUS_DISAGREES = "status_disagrees"
    """The body says that the call succeeded, the HTTP status that it failed. The body was used."""
    SEVERAL_ANSWERS = "several_answers"
    """The body is a text with several responses; one of them was read."""
