from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, final

from felkod._codes import Case, Code
from felkod._types import Body, Headers
from felkod._words import Advice, Api, Applied, Category, EscalateTo, Level, Outcome, Remark, Retry

__all__ = [
    "LANGS",
    "VERSION",
    "Count",
    "Finding",
    "Report",
    "code",
    "codes",
    "label",
    "lookup",
    "read",
    "render",
    "restore_count",
    "restore_finding",
    "restore_report",
    "run",
    "table",
    "text",
    "words",
]

VERSION: Final[str]
LANGS: Final[list[str]]

def read(
    body: Body, *, status: int | None = None, headers: Headers | None = None, api: Api | str | None = None
) -> Report:
    """Reads the body of an answer.

    It never fails: no bytes raise an error, and a body that is no answer of Marketo's gives the outcome unrecognized.

    Args:
        body: The body as bytes, bytearray, memoryview or str.
        status: The HTTP status, from 100 to 999. It speaks only where the body does not.
        headers: The headers of the answer, as a mapping or as pairs; the request id of X-Request-Id is taken.
        api: The API that was called: soap, rest … A body that tells its own API goes before it.

    Returns:
        A Report.

    Raises:
        TypeError: An argument has the wrong type.
        ValueError: The status is out of range, or the API is none felkod knows.

    Example:
        >>> import felkod
        >>> body = b'{"success": false, "errors": [{"code": "602", "message": "Access token expired"}]}'
        >>> felkod.read(body).advice
        <Advice.REAUTHENTICATE: 'reauthenticate'>
    """

@final
class Report:
    """What an answer said.

    It is made by `read()`, cannot be changed, compares by what it holds and can be pickled. It holds the server's texts
    as they came, which can contain personal data; `repr()` shows none of them.
    """

    @property
    def ok(self) -> bool:
        """Whether nothing went wrong: the outcome is success."""
    @property
    def api(self) -> Api | None:
        """The API that answered, where the body or the caller tells."""
    @property
    def outcome(self) -> Outcome:
        """How the call went: success, partial, error or unrecognized."""
    @property
    def advice(self) -> Advice | None:
        """The advice for the call as a whole; None for a partial outcome, whose findings have one each."""
    @property
    def request_id(self) -> str | None:
        """The id under which support finds the call."""
    @property
    def harmless_request_id(self) -> str | None:
        """The request id where it looks like one, fit for a log; a text of another kind could be anything."""
    @property
    def request_time(self) -> datetime | None:
        """The time Marketo writes into the request id of a REST answer, as a datetime in UTC."""
    @property
    def findings(self) -> tuple[Finding, ...]:
        """The errors, in the order of the body."""
    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The warnings, in the order of the body; they make no outcome an error."""
    @property
    def strictest(self) -> Finding | None:
        """The finding that decides: the one with the strictest advice.

        Where the call failed as a whole, only findings without a record count. Of findings with unknown codes only, it
        is the first; without a finding it is None.
        """
    @property
    def counts(self) -> tuple[Count, ...]:
        """How often each code came up, from an answer that is a statistic of errors; no errors of this call."""
    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is to be known of the reading itself, such as a body that ends in the middle."""
    @property
    def left_out(self) -> int:
        """How many findings and warnings were left out, because there were too many."""
    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Returns the object that `felkod read --format json` prints.

        Args:
            lang: The language of the texts, as a tag; one felkod lacks gives English.
        """
    def title(self, lang: str = "en") -> str:
        """Returns one line on what went wrong, free of personal data: it repeats nothing of the server's text.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Finding:
    """One error of an answer.

    It stands in the findings of a Report, cannot be changed, compares by what it holds and can be pickled. The server's
    text and the values in it can contain personal data; `repr()` shows none of them.
    """

    @property
    def code(self) -> Code | None:
        """The code, where felkod knows the number."""
    @property
    def number(self) -> int | None:
        """The number the server gave, known or not."""
    @property
    def server_code(self) -> str | None:
        """What the server gave for a code, where it is no number."""
    @property
    def level(self) -> Level:
        """Where it stood: fault, http, response, record."""
    @property
    def record(self) -> int | None:
        """The index in result, from 0, of the record it is about."""
    @property
    def server_text(self) -> str | None:
        """What the server said. It can contain personal data."""
    @property
    def values(self) -> dict[str, int | str]:
        """The values taken out of the server's text, by name, as a new dict. They can be personal data."""
    @property
    def case(self) -> Case | None:
        """The case, where the code has several meanings and level or text tells which."""
    @property
    def category(self) -> Category | None:
        """What kind of thing went wrong; None for an unknown code."""
    @property
    def advice(self) -> Advice | None:
        """What the program does next; None for an unknown code."""
    @property
    def applied(self) -> Applied | None:
        """Whether the refused unit may have taken effect all the same; None for an unknown code."""
    @property
    def retry(self) -> Retry | None:
        """Whether to send the same request again; None for an unknown code."""
    @property
    def escalate_to(self) -> EscalateTo | None:
        """Who hears of it when the advice is used up; None for an unknown code."""
    @property
    def http_equivalent(self) -> int | None:
        """The HTTP status that says the same; None for an unknown code."""
    def message(self, lang: str = "en") -> str | None:
        """Returns the title with the values of the server's text, which can be personal data; None for an unknown code.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    def note(self, lang: str = "en") -> str | None:
        """Returns what happened, with the figures of the server's text; None for an unknown code.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    def remedy(self, lang: str = "en") -> str | None:
        """Returns what to do first, with the figures of the server's text; None for an unknown code.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    def title(self, lang: str = "en") -> str:
        """Returns one line on what went wrong, free of personal data: it repeats nothing of the server's text.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Returns the object of the finding in what `felkod read --format json` prints.

        Args:
            lang: The language of the texts, as a tag; one felkod lacks gives English.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Count:
    """How often a code came up, from an answer that is a statistic of errors.

    It stands in the counts of a Report, cannot be changed, compares by what it holds and can be pickled.
    """

    @property
    def number(self) -> int:
        """The number, known or not."""
    @property
    def code(self) -> Code | None:
        """The code, where felkod knows the number."""
    @property
    def count(self) -> int:
        """How many calls ended with it."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

def codes() -> list[tuple[str, int]]: ...
def code(number: int, lang: str) -> dict[str, Any]: ...
def text(number: int, case: str | None, part: str, lang: str) -> str: ...
def render(number: int, case: str | None, part: str, lang: str, values: dict[str, int | str]) -> str: ...
def lookup(text: str) -> int: ...
def table(lang: str) -> dict[str, list[Any]]: ...
def words() -> list[tuple[str, list[str]]]: ...
def label(class_: str, word: str, lang: str) -> str | None: ...
def run(arguments: Sequence[str]) -> int: ...
def restore_report(
    api: str | None,
    outcome: str,
    request_id: str | None,
    findings: Sequence[Any],
    warnings: Sequence[Any],
    counts: Sequence[tuple[int, int, bool]],
    remarks: Sequence[str],
    left_out: int,
) -> Report: ...
def restore_finding(
    number: int | None,
    server_code: str | None,
    level: str,
    record: int | None,
    server_text: str | None,
    values: Sequence[tuple[str, int | str]],
    case: str | None,
    is_known: bool,
) -> Finding: ...
def restore_count(number: int, of: int, is_known: bool) -> Count: ...
