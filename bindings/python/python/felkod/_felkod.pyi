from collections.abc import Sequence
from typing import Any, ClassVar, Final, final

from felkod._codes import Case, Code
from felkod._decisions import Decision
from felkod._found import Answer
from felkod._many import Batches, answers, read_many, resend
from felkod._policy import RetryPolicy
from felkod._redaction import Recorder, Redactor, Secret, redact, secrets
from felkod._report import Count, Finding, Report
from felkod._terms import Idempotency
from felkod._types import Body, Headers, Limits
from felkod._words import Advice, Api, Retry

__all__ = [
    "LANGS",
    "VERSION",
    "Attempts",
    "Batches",
    "Count",
    "Finding",
    "PacerCore",
    "PolicyCore",
    "Recorder",
    "Redactor",
    "Report",
    "Secret",
    "SimulatorCore",
    "action_of",
    "advice",
    "batches",
    "answers",
    "cases",
    "catalog_batches",
    "code",
    "codes",
    "find",
    "idempotency",
    "is_read",
    "label",
    "limits",
    "lookup",
    "quota_reset",
    "read",
    "read_many",
    "read_response",
    "redact",
    "render",
    "resend",
    "run",
    "scan_json",
    "secrets",
    "table",
    "terms",
    "text",
    "words",
]

VERSION: Final[str]
LANGS: Final[list[str]]

def read(
    body: Body,
    *,
    status: int | None = None,
    headers: Headers | None = None,
    api: Api | str | None = None,
    limits: Limits | None = None,
) -> Report:
    """Reads the body of a response.

    It never fails: no bytes raise an error, and a body that is not a response of Marketo's gives the outcome
    unrecognized.

    Args:
        body: The body as str, bytes or any other buffer: bytearray, memoryview, mmap, array, a NumPy array.
        status: The HTTP status, from 100 to 599. It adds a finding where the body names no error.
        headers: The headers of the response, as a mapping or as pairs; X-Request-Id and Retry-After are taken.
        api: The API that was called: soap, rest … A body that tells its own API goes before it.
        limits: The bounds of the reading.

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

def find(
    text: Body,
    *,
    status: int | None = None,
    headers: Headers | None = None,
    api: Api | str | None = None,
    limits: Limits | None = None,
) -> list[Answer]:
    """Finds every response in a text: a log, an exception, a recorded exchange, JSON or XML with responses inside.

    A response inside anything else counts only with a request id of Marketo's form, or with a known code whose message
    fits it; a number alone is never a code. What is known of a response, such as its status, is used only where the
    text is one response as a whole.

    Args:
        text: The text as str, bytes or any other buffer.
        status: The HTTP status, from 100 to 599.
        headers: The headers of the response, as a mapping or as pairs; X-Request-Id and Retry-After are taken.
        api: The API that was called: soap, rest … A body that tells its own API goes before it.
        limits: The bounds of the reading of each response.

    Returns:
        A list of Answer, in the order of the text.

    Raises:
        TypeError: An argument has the wrong type.
        ValueError: The status is out of range, or the API is none felkod knows.

    Example:
        >>> import felkod
        >>> log = "12:01 lead 606 updated\\n12:02 API Error Code 606: Max rate limit '100' exceeded with in '20' secs"
        >>> [(answer.line, answer.report.strictest.code) for answer in felkod.find(log)]
        [(2, <Code.REST_RATE_LIMIT_EXCEEDED: 606>)]
    """

@final
class Attempts:
    """What a logical call has been through: all attempts at one request, with what the caller knows about it.

    It is made before the first call and passed to each decision, which counts in it. It can be stored between attempts,
    by pickle or as JSON, and compares by what it holds.

    Args:
        request: What a second execution of the request does; see Idempotency.of(). By default it counts as one that
            creates something.
        insists: Whether to send the request again even where that can do harm.
        records: How many records the request has, if you know it.
        started: When the first call was made, in seconds since 1970-01-01 UTC; by default when it is first decided on.
        seed: The seed of the random part of waits; by default a random one.

    Raises:
        ValueError: The request is not a word of Idempotency.

    Example:
        >>> import felkod
        >>> attempts = felkod.Attempts(felkod.Idempotency.READ)
        >>> felkod.RetryPolicy().decide(attempts, felkod.Failure.REFUSED).action
        <Action.RETRY: 'retry'>
        >>> attempts.calls, felkod.Attempts.from_json(attempts.to_json()) == attempts
        (1, True)
    """

    def __new__(
        cls,
        request: Idempotency | str | None = None,
        *,
        insists: bool = False,
        records: int | None = None,
        started: float | None = None,
        seed: int | None = None,
    ) -> Attempts: ...
    @property
    def request(self) -> Idempotency:
        """What a second execution of the request does."""
    @property
    def insists(self) -> bool:
        """Whether to send the request again even where that can do harm."""
    @property
    def records(self) -> int | None:
        """How many records the request has, where the caller said so."""
    @property
    def calls(self) -> int:
        """The calls so far."""
    @property
    def by_advice(self) -> dict[Advice, int]:
        """The calls so far by the advice that followed, as a new dict of those that were given."""
    @property
    def renewed(self) -> bool:
        """Whether the proof of identity was renewed and no response has shown since that it was accepted."""
    @property
    def started(self) -> float | None:
        """When the first call was made or decided on, in seconds since 1970-01-01 UTC; None before."""
    @property
    def seed(self) -> int:
        """The seed of the random part of waits: the same seed gives the same waits."""
    def to_json(self) -> str:
        """Returns the attempts as JSON."""
    @classmethod
    def from_json(cls, state: str) -> Attempts:
        """Makes attempts of what to_json() returned.

        Args:
            state: The JSON.

        Raises:
            ValueError: It does not hold attempts.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

@final
class PolicyCore:
    """A policy with its retry budget, behind the Python class `RetryPolicy`."""

    def __new__(cls, settings: str) -> PolicyCore: ...
    def to_json(self) -> str:
        """Returns all settings as JSON."""
    def tokens(self) -> int | None:
        """Returns the tokens that are left of the retry budget."""
    def decide(self, attempts: Attempts, event: object, now: float | None) -> Decision:
        """Decides about a report or the word of a failure."""

@final
class PacerCore:
    """A pacer, behind the Python class `Pacer`."""

    def __new__(cls, figures: str) -> PacerCore: ...
    def acquire(self, now: float | None) -> float:
        """Asks to make a call; returns how many seconds to wait before asking again, 0 for yes."""
    def release(self) -> None:
        """Says that a call is over."""
    def learn(self, policy: PolicyCore, report: Report, now: float | None) -> None:
        """Learns from a response."""
    def calls(self) -> int:
        """Returns how many calls may be made in a time window at present."""
    def concurrent_calls(self) -> int:
        """Returns how many calls may be in progress at present."""

@final
class SimulatorCore:
    """A server that answers as Marketo, behind the Python class `Marketo`."""

    def __new__(cls, options: list[str]) -> SimulatorCore: ...
    @property
    def address(self) -> str:
        """Returns the address for clients."""
    def stop(self) -> None:
        """Stops the server."""
    def now(self) -> int:
        """Returns the time of its clock, in milliseconds since 1970-01-01 UTC."""
    def freeze(self, is_frozen: bool) -> None:
        """Stops its clock, or lets it go on."""
    def advance(self, millis: int) -> None:
        """Moves its clock forward."""
    def play(self, scenario: str) -> None:
        """Plays another scenario, in YAML."""
    def reset(self) -> None:
        """Forgets everything; scenario and clock start anew."""
    def calls(self, after: int) -> dict[str, Any]:
        """Returns what came after a call of this number."""

def terms() -> list[tuple[str, list[str]]]: ...
def action_of(body: bytes) -> str | None: ...
def batches(sizes: list[int], records: int, bytes: int, around: int) -> list[tuple[int, int]]: ...
def idempotency(method: str, path: str, action: str | None) -> str: ...
def quota_reset(now: float | None) -> tuple[float, float]: ...
def advice(word: str) -> tuple[int | None, int | None, bool]: ...
def cases() -> list[tuple[str, str, int]]: ...
def codes() -> list[tuple[str, int]]: ...
def code(number: int, lang: str) -> dict[str, Any]: ...
def text(number: int, case: str | None, part: str, lang: str) -> str: ...
def render(number: int, case: str | None, part: str, lang: str, values: dict[str, int | str]) -> str: ...
def lookup(text: str) -> int: ...
def catalog_batches(lang: str) -> Batches: ...
def table(lang: str) -> dict[str, list[Any]]: ...
def words() -> list[tuple[str, list[str]]]: ...
def label(class_: str, word: str, lang: str) -> str | None: ...
def limits() -> tuple[int, int, int]: ...
def is_read(status: int, headers: Any, strict: bool) -> bool: ...
def read_response(body: Body, status: int, headers: Any) -> Report: ...
def scan_json(
    paths: Sequence[str],
    since: str | None,
    until: str | None,
    timezone: str,
    by: str,
    jobs: int | None,
) -> str:
    """Scans files and folders and returns the summary as JSON."""

def run(arguments: Sequence[str]) -> int: ...
