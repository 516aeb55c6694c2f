"""The codes, their cases and what the columns of the catalog hold."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import cache
from typing import Any

from felkod import _felkod
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
    Resets,
    Retry,
    Scope,
    Standing,
    Unit,
)


@dataclass(frozen=True)
class Limit:
    """A limit with its figure, as the vendor's documentation gives it; a subscription can have another.

    Attributes:
        what: What is limited, in snake_case; also the name of the figure for Code.render().
        figure: The figure, in the unit or, without one, a count of what.
        unit: The unit of the figure; None for a count.
        per_seconds: The length in seconds of the window over which is counted; a day is 86,400.
        scope: What the limit is counted over.
        resets: When a daily limit starts anew.
        recommended: The figure the vendor advises one integration to stay below.
    """

    what: str
    """What is limited, in snake_case; also the name of the figure for Code.render()."""
    figure: int
    """The figure, in the unit or, without one, a count of what."""
    unit: Unit | None
    """The unit of the figure; None for a count."""
    per_seconds: int | None
    """The length in seconds of the window over which is counted; a day is 86,400."""
    scope: Scope | None
    """What the limit is counted over."""
    resets: Resets | None
    """When a daily limit starts anew."""
    recommended: int | None
    """The figure the vendor advises one integration to stay below."""


@dataclass(frozen=True)
class Replacement:
    """The REST code that says what a SOAP code said.

    Attributes:
        code: The REST code.
        grade: How well it fits.
    """

    code: Code
    """The REST code."""
    grade: Grade
    """How well it fits."""


class _Meaning:
    """What a code and a case of one have in common."""

    __slots__ = ()

    def _row(self) -> dict[str, Any]:
        raise NotImplementedError

    @property
    def category(self) -> Category:
        """What kind of thing went wrong."""
        return Category(self._row()["category"])

    @property
    def advice(self) -> Advice:
        """What the program does next."""
        return Advice(self._row()["advice"])

    @property
    def applied(self) -> Applied:
        """Whether the rejected unit, a record or the request, may have taken effect."""
        return Applied(self._row()["applied"])

    @property
    def retry(self) -> Retry:
        """Whether to send the same request again."""
        return Retry(self._row()["retry"])

    @property
    def escalate_to(self) -> EscalateTo:
        """Whom to turn to when the advice does not help or a person must act."""
        return EscalateTo(self._row()["escalate_to"])

    @property
    def http_equivalent(self) -> int:
        """The HTTP status that says the same; not for a generic retry layer, a daily quota is 429 too."""
        status: int = self._row()["http_equivalent"]
        return status


class Case(_Meaning, str, Enum):
    """One meaning of a code that has several: a str that compares equal to its name.

    Members:
        REST_SYSTEM_ERROR_UNSPECIFIED: 611: System error without details.
        REST_SEARCH_WITHOUT_DATA: 702: The search matched nothing.
        REST_NAMED_OBJECT_NOT_FOUND: 702: Object in the request not found.
        REST_ASSET_NAME_TAKEN: 709: Name is already taken.
        REST_TOO_MANY_RESULTS: 1003: Search or list is too large for the endpoint.
        REST_OBJECT_ABSENT: 1013: Record does not exist.
        REST_EXPORT_QUEUE_FULL: 1029: Too many jobs in the queue.
        REST_EXPORT_QUOTA_USED_UP: 1029: Daily export quota is used up.
        REST_EXPORT_ALREADY_QUEUED: 1029: Job is already in the queue.
        REST_PROGRAM_MEMBER_NOT_IN_PROGRAM: 1037: Lead is not in the program.

    Raises:
        ValueError: There is no such case.

    Example:
        >>> Code.REST_EXPORT_REFUSED.cases[0]
        <Case.REST_EXPORT_QUEUE_FULL: 'queue_full'>
        >>> Case.REST_EXPORT_QUEUE_FULL.code
        <Code.REST_EXPORT_REFUSED: 1029>
    """

    REST_SYSTEM_ERROR_UNSPECIFIED = "unspecified"
    """611: System error without details."""
    REST_SEARCH_WITHOUT_DATA = "no_data"
    """702: The search matched nothing."""
    REST_NAMED_OBJECT_NOT_FOUND = "object_not_found"
    """702: Object in the request not found."""
    REST_ASSET_NAME_TAKEN = "name_taken"
    """709: Name is already taken."""
    REST_TOO_MANY_RESULTS = "too_many_results"
    """1003: Search or list is too large for the endpoint."""
    REST_OBJECT_ABSENT = "absent"
    """1013: Record does not exist."""
    REST_EXPORT_QUEUE_FULL = "queue_full"
    """1029: Too many jobs in the queue."""
    REST_EXPORT_QUOTA_USED_UP = "export_quota_used_up"
    """1029: Daily export quota is used up."""
    REST_EXPORT_ALREADY_QUEUED = "already_queued"
    """1029: Job is already in the queue."""
    REST_PROGRAM_MEMBER_NOT_IN_PROGRAM = "not_in_program"
    """1037: Lead is not in the program."""

    __hash__ = str.__hash__

    def __str__(self) -> str:
        return str.__str__(self)

    def _row(self) -> dict[str, Any]:
        rows: list[dict[str, Any]] = _columns(self.code)["cases"]
        return next(row for row in rows if row["name"] == self.value)

    @property
    def code(self) -> Code:
        """The code that has this case."""
        return Code(_codes_of_cases()[self.value])

    def message(self, lang: str = "en") -> str:
        """Returns the title: what went wrong, in a few words; see Code.message()."""
        return _felkod.text(self.code, self.value, "message", lang)

    def note(self, lang: str = "en") -> str:
        """Returns what happened, with the vendor's figures; see Code.note()."""
        return _felkod.text(self.code, self.value, "note", lang)

    def remedy(self, lang: str = "en") -> str:
        """Returns what to do: the steps, joined by a space; see Code.remedy()."""
        return _felkod.text(self.code, self.value, "remedy", lang)

    def steps(self, lang: str = "en") -> list[str]:
        """Returns the steps of the remedy; see Code.steps()."""
        return _steps(self.code, self.value, lang)

    def render(self, part: str, lang: str = "en", **values: int | str) -> str:
        """Returns a text with figures of your own; see Code.render()."""
        return _felkod.render(self.code, self.value, part, lang, values)


class Code(_Meaning, IntEnum):
    """An error code of a Marketo API.

    The numbers are the vendor's, and none is ever changed or reused. A code is an int: Code(606) gives the code of a
    number, Code["REST_RATE_LIMIT_EXCEEDED"] that of a name, and lookup() that of what people type.

    Raises:
        ValueError: felkod does not know the number.

    Example:
        >>> Code(20016)
        <Code.SOAP_REQUEST_EXPIRED: 20016>
        >>> Code.SOAP_REQUEST_EXPIRED.replaced_by[0].code
        <Code.REST_ACCESS_TOKEN_EXPIRED: 602>
    """

    SOAP_SYSTEM_FAILURE = 10001
    SOAP_SERVICE_FAILURE = 20011
    SOAP_REQUEST_NOT_UNDERSTOOD = 20012
    SOAP_ACCESS_DENIED = 20013
    SOAP_AUTHENTICATION_FAILED = 20014
    SOAP_DAILY_QUOTA_EXCEEDED = 20015
    SOAP_REQUEST_EXPIRED = 20016
    SOAP_INVALID_REQUEST = 20017
    SOAP_UNSUPPORTED_OPERATION = 20019
    SOAP_TIME_RANGE_EXCEEDED = 20022
    SOAP_RATE_LIMIT_EXCEEDED = 20023
    SOAP_CONCURRENCY_LIMIT_EXCEEDED = 20024
    SOAP_LEAD_KEY_REQUIRED = 20101
    SOAP_INVALID_LEAD_KEY = 20102
    SOAP_LEAD_NOT_FOUND = 20103
    SOAP_LEAD_DETAIL_REQUIRED = 20104
    SOAP_UNKNOWN_LEAD_ATTRIBUTE = 20105
    SOAP_LEAD_SYNC_FAILED = 20106
    SOAP_INVALID_ACTIVITY_TYPE = 20107
    SOAP_LEAD_OWNER_NOT_FOUND = 20108
    SOAP_PARAMETER_REQUIRED = 20109
    SOAP_INVALID_PARAMETER = 20110
    SOAP_LIST_NOT_FOUND = 20111
    SOAP_CAMPAIGN_NOT_FOUND = 20113
    SOAP_INVALID_PARAMETER_VALUE = 20114
    SOAP_INVALID_STREAM_POSITION = 20122
    SOAP_STREAM_AT_END = 20123
    REST_BAD_REQUEST = 400
    REST_CLIENT_CREDENTIALS_INVALID = 401
    REST_FORBIDDEN = 403
    REST_NOT_FOUND = 404
    REST_METHOD_NOT_ALLOWED = 405
    REST_REQUEST_TIMEOUT = 408
    REST_REQUEST_ENTITY_TOO_LARGE = 413
    REST_REQUEST_URI_TOO_LONG = 414
    REST_UNSUPPORTED_MEDIA_TYPE = 415
    REST_TOO_MANY_REQUESTS = 429
    REST_INTERNAL_SERVER_ERROR = 500
    REST_BAD_GATEWAY = 502
    REST_SERVICE_UNAVAILABLE = 503
    REST_GATEWAY_TIMEOUT = 504
    REST_ACCESS_TOKEN_MISSING = 600
    REST_ACCESS_TOKEN_INVALID = 601
    REST_ACCESS_TOKEN_EXPIRED = 602
    REST_ACCESS_DENIED = 603
    REST_REQUEST_TIMED_OUT = 604
    REST_METHOD_NOT_SUPPORTED = 605
    REST_RATE_LIMIT_EXCEEDED = 606
    REST_DAILY_QUOTA_EXCEEDED = 607
    REST_TEMPORARILY_UNAVAILABLE = 608
    REST_INVALID_JSON = 609
    REST_ENDPOINT_NOT_FOUND = 610
    REST_SYSTEM_ERROR = 611
    REST_INVALID_CONTENT_TYPE = 612
    REST_INVALID_MULTIPART = 613
    REST_SUBSCRIPTION_UNREACHABLE = 614
    REST_CONCURRENCY_LIMIT_EXCEEDED = 615
    REST_INVALID_SUBSCRIPTION_TYPE = 616
    REST_FIELD_BLANK = 701
    REST_NO_DATA_FOUND = 702
    REST_FEATURE_NOT_ENABLED = 703
    REST_INVALID_DATE_FORMAT = 704
    REST_BUSINESS_RULE_VIOLATION = 709
    REST_PARENT_FOLDER_NOT_FOUND = 710
    REST_INCOMPATIBLE_FOLDER_TYPE = 711
    REST_MERGE_PERSON_ACCOUNT_INVALID = 712
    REST_TRANSIENT_ERROR = 713
    REST_DEFAULT_RECORD_TYPE_NOT_FOUND = 714
    REST_EXTERNAL_SALES_PERSON_NOT_FOUND = 718
    REST_LOCK_WAIT_TIMEOUT = 719
    REST_TYPE_MISMATCH = 1001
    REST_PARAMETER_MISSING = 1002
    REST_INVALID_DATA = 1003
    REST_LEAD_NOT_FOUND = 1004
    REST_LEAD_ALREADY_EXISTS = 1005
    REST_FIELD_NOT_FOUND = 1006
    REST_MULTIPLE_LEADS_MATCH = 1007
    REST_PARTITION_ACCESS_DENIED = 1008
    REST_PARTITION_NAME_REQUIRED = 1009
    REST_PARTITION_UPDATE_NOT_ALLOWED = 1010
    REST_LOOKUP_FIELD_NOT_SUPPORTED = 1011
    REST_INVALID_COOKIE = 1012
    REST_OBJECT_NOT_FOUND = 1013
    REST_OBJECT_CREATION_FAILED = 1014
    REST_LEAD_NOT_IN_LIST = 1015
    REST_TOO_MANY_IMPORTS = 1016
    REST_OBJECT_ALREADY_EXISTS = 1017
    REST_NATIVE_CRM_ENABLED = 1018
    REST_IMPORT_IN_PROGRESS = 1019
    REST_TOO_MANY_CLONES = 1020
    REST_COMPANY_UPDATE_NOT_ALLOWED = 1021
    REST_OBJECT_IN_USE = 1022
    REST_UNKNOWN_PROGRAM_STATUS = 1025
    REST_CUSTOM_OBJECTS_NOT_ENABLED = 1026
    REST_ACTIVITY_TYPE_LIMIT_EXCEEDED = 1027
    REST_FIELD_LIMIT_EXCEEDED = 1028
    REST_EXPORT_REFUSED = 1029
    REST_FILTER_TYPE_NOT_SUPPORTED = 1035
    REST_DUPLICATE_IN_INPUT = 1036
    REST_PROGRAM_MEMBER_UNCHANGED = 1037
    REST_INVALID_RUN_AT = 1042
    REST_CUSTOM_OBJECT_DISCARD_DRAFT_FAILED = 1048
    REST_ACTIVITY_CREATION_FAILED = 1049
    REST_MERGE_CREATES_DUPLICATE = 1076
    REST_MERGE_FIELD_TOO_LONG = 1077
    REST_MERGE_REJECTED_BY_CRM = 1078
    REST_MERGE_URL_CONFLICT = 1079
    REST_MERGE_TOO_MANY_LEADS = 1080
    DATA_INGESTION_TOKEN_INVALID = 401013
    DATA_INGESTION_TOKEN_MISSING = 403010
    DATA_INGESTION_RESOURCE_NOT_FOUND = 404040
    DATA_INGESTION_USAGE_LIMIT_REACHED = 429001
    DATA_INGESTION_BAD_REQUEST = 4000801
    DATA_INGESTION_INVALID_DATA = 4000802
    DATA_INGESTION_UNAUTHORIZED = 4030801
    DATA_INGESTION_DAILY_QUOTA_EXCEEDED = 4290801
    DATA_INGESTION_INTERNAL_SERVER_ERROR = 5000801

    _messages: dict[str, str]

    def __init__(self, number: int) -> None:
        self._messages = {}

    def __str__(self) -> str:
        return int.__repr__(self)

    def __format__(self, spec: str) -> str:
        return int.__format__(self, spec)

    def _row(self) -> dict[str, Any]:
        return _columns(self)

    @property
    def api(self) -> Api:
        """The API that sends the code."""
        return Api(self._row()["api"])

    @property
    def listed_as(self) -> Level:
        """The vendor's table in which the code stands; it does not tell where the code arrives."""
        return Level(self._row()["listed_as"])

    @property
    def standing(self) -> Standing:
        """How well the vendor's documentation knows the code."""
        return Standing(self._row()["standing"])

    @property
    def basis(self) -> Basis:
        """Where the advice comes from."""
        return Basis(self._row()["basis"])

    @property
    def exempt_from_quota(self) -> ExemptFromQuota:
        """Whether a call rejected with the code is left out of quota and rate limit."""
        return ExemptFromQuota(self._row()["exempt_from_quota"])

    @property
    def fields(self) -> tuple[str, ...]:
        """The names on the wire that the code is about: parameters, fields, headers."""
        return tuple(self._row()["fields"])

    @property
    def limits(self) -> tuple[Limit, ...]:
        """The limits whose excess the code reports, with the vendor's figures."""
        return tuple(
            Limit(
                limit["what"],
                limit["figure"],
                limit["unit"] and Unit(limit["unit"]),
                limit["per_seconds"],
                limit["scope"] and Scope(limit["scope"]),
                limit["resets"] and Resets(limit["resets"]),
                limit["recommended"],
            )
            for limit in self._row()["limits"]
        )

    @property
    def replaced_by(self) -> tuple[Replacement, ...]:
        """The REST codes in the place of a SOAP code; none for another code."""
        rows = self._row()["replaced_by"]
        return tuple(Replacement(Code(row["code"]), Grade(row["grade"])) for row in rows)

    @property
    def cases(self) -> tuple[Case, ...]:
        """The meanings of a code that has several."""
        return tuple(Case(row["name"]) for row in self._row()["cases"])

    def message(self, lang: str = "en") -> str:
        """Returns the title: what went wrong, in a few words.

        Args:
            lang: The language, as a tag: en, sv, sv-FI …; one felkod lacks gives English.

        Raises:
            TypeError: lang is no str.

        Example:
            >>> Code.REST_RATE_LIMIT_EXCEEDED.message("sv")
            'Anropsgränsen har överskridits'
        """
        try:
            return self._messages[lang]
        except (KeyError, TypeError):
            message = _felkod.text(self, None, "message", lang)
        if lang in _felkod.LANGS:
            # Only these, so that the tags a program is given do not pile up.
            self._messages[lang] = message
        return message

    def note(self, lang: str = "en") -> str:
        """Returns what happened, with the vendor's figures.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
        return _felkod.text(self, None, "note", lang)

    def remedy(self, lang: str = "en") -> str:
        """Returns what to do: the steps, joined by a space.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
        return _felkod.text(self, None, "remedy", lang)

    def steps(self, lang: str = "en") -> list[str]:
        """Returns the one to three steps of the remedy: the caution, if there is one, what to do, whom to turn to.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
        return _steps(self, None, lang)

    def render(self, part: str, lang: str = "en", **values: int | str) -> str:
        """Returns a text with figures of your own in place of the vendor's.

        Args:
            part: message, note, remedy, step1, step2 or step3.
            lang: The language, as a tag; one felkod lacks gives English.
            **values: The figures, by Limit.what; a name the text does not use is ignored.

        Raises:
            ValueError: There is no such part.
            TypeError: A figure is not an int.

        Example:
            >>> "200,000" in Code.REST_DAILY_QUOTA_EXCEEDED.render("note", calls=200_000)
            True
        """
        return _felkod.render(self, None, part, lang, values)

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Returns the object that `felkod explain --format json` prints.

        Args:
            lang: The language of the texts, as a tag; one felkod lacks gives English.
        """
        return _felkod.code(self, lang)


if sys.version_info < (3, 12):
    # As Python does from 3.12 on: a member is found as an attribute of its class, three times as fast.
    for _code in Code:
        type.__setattr__(Code, _code.name, _code)


for _class in (Case, Code, Limit, Replacement):
    _class.__module__ = "felkod"


def _steps(code: int, case: str | None, lang: str) -> list[str]:
    steps = (_felkod.text(code, case, part, lang) for part in ("step1", "step2", "step3"))
    return [step for step in steps if step]


@cache
def _codes_of_cases() -> dict[str, int]:
    return {name: code for _, name, code in _felkod.cases()}


@cache
def _columns(code: int) -> dict[str, Any]:
    return _felkod.code(code, "en")


def lookup(text: str | int) -> Code:
    """Returns the code that a text names, as the command reads it.

    Args:
        text: A number, with or without its API, or a name in any spelling: 20016, "SOAP-20016", "rest:606",
            "soap_request_expired".

    Raises:
        ValueError: The text names no code; the message has the nearest ones.
        TypeError: It is neither str nor int.

    Example:
        >>> lookup("SOAP-20016")
        <Code.SOAP_REQUEST_EXPIRED: 20016>
    """
    return Code(_felkod.lookup(str(text) if isinstance(text, int) else text))
