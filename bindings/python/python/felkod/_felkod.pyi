from collections.abc import Iterable, Sequence
from datetime import datetime
from os import PathLike
from typing import Any, ClassVar, Final, final, overload

from typing_extensions import Buffer

from felkod._codes import Case, Code
from felkod._decisions import Decision
from felkod._found import Answer
from felkod._policy import RetryPolicy
from felkod._terms import Idempotency, SecretKind
from felkod._types import Body, Column, Headers, Limits, Names
from felkod._words import Advice, Api, Applied, Category, EscalateTo, Level, Outcome, Remark, Retry

__all__ = [
    "LANGS",
    "VERSION",
    "Attempts",
    "Batches",
    "Count",
    "Finding",
    "PacerCore",
    "PolicyCore",
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

def read_many(
    bodies: Column | Iterable[Body | None], statuses: Column | Iterable[int | None] | None = None, *,
    api: Api | str | None = None, lang: str = "en", explode: bool = False, server_text: bool = False, limits: Limits | None = None, threads: int | None = None,
) -> Batches: ...

def answers(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]], *,
    lang: str = "en", server_text: bool = False, limits: Limits | None = None,
) -> Batches: ...

def resend(
    table: Column, *,
    policy: RetryPolicy | None = None, request: Idempotency | str | None = None, insists: bool = False, now: float | None = None,
) -> Batches: ...

@final
class Batches:
    """A table in Arrow's form: what read_many() and the like return.

    pyarrow.table(), polars.DataFrame(), pandas.DataFrame.from_arrow() and DuckDB take it. Rows that are read while they are
    fetched can be fetched once.
    """

    @property
    def column_names(self) -> list[str]:
        """The names of the columns."""
    def __arrow_c_schema__(self) -> object:
        """Returns the schema as a capsule of Arrow's C data interface."""
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Returns the rows as a capsule of Arrow's C stream interface.

        Args:
            requested_schema: Other types that the caller would like; they are left to the caller.

        Raises:
            ValueError: The rows have been fetched already.
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

@overload
def redact(text: str, *, strict: bool = False, names: Names | None = None, key: bytes | str | None = None) -> str:
    """Puts a mark in place of each secret of a text: tokens, passwords, e-mail addresses and other personal data.

    It reads SOAP, REST JSON, forms, URLs, headers, cookies, CSV, multipart bodies, HAR files, curl commands and any text
    with these in it. A mark, such as REDACTED-email-9f3a2c1d-17, has the kind, a hash and the length; what is not secret
    stays as it is. A secret that neither its name nor its form gives away is not found.

    Args:
        text: The text as str, bytes or any other buffer.
        strict: Whether to hide all values, so that only structure, codes, names of fields, times and sizes stay.
        names: Names whose values are hidden or kept too: a mapping of hide and keep to lists of names, or a text in TOML
            with these keys. Case, dashes and underscores in names do not count.
        key: 16 bytes, or 32 hexadecimal digits as a str, that nobody can guess: under the same key, the same value has the
            same mark. A random key unless given, one for the process.

    Returns:
        A str for a str, else bytes.

    Raises:
        TypeError: An argument has the wrong type.
        ValueError: The key or the names are wrong.

    Example:
        >>> import felkod
        >>> felkod.redact("Lead anna@example.com not found", key=bytes(16))
        'Lead REDACTED-email-070d323e-16 not found'
    """

@overload
def redact(text: Buffer, *, strict: bool = False, names: Names | None = None, key: bytes | str | None = None) -> bytes: ...
def secrets(text: Body, *, strict: bool = False, names: Names | None = None) -> list[Secret]:
    """Finds where a text holds secrets, without showing them.

    Args:
        text: The text as str, bytes or any other buffer.
        strict: As in redact().
        names: As in redact().

    Returns:
        A list of Secret, in order and without an overlap. One that is encoded as a whole, and has several secrets in it,
        stands there once for each.

    Raises:
        TypeError: An argument has the wrong type.
        ValueError: The names are wrong.

    Example:
        >>> import felkod
        >>> felkod.secrets("Lead anna@example.com not found")
        [Secret(start=5, end=21, line=1, kind=<SecretKind.EMAIL: 'email'>)]
    """

@final
class Secret:
    """Where a text holds a secret."""

    __match_args__: Final = ("start", "end", "line", "kind")

    def __new__(cls, start: int, end: int, line: int, kind: str) -> Secret: ...
    @property
    def start(self) -> int:
        """Where it starts: in code points of a str, in bytes of anything else, of a text in UTF-16 in bytes of its UTF-8."""

    @property
    def end(self) -> int:
        """Where it ends, behind its last character."""

    @property
    def line(self) -> int:
        """The line in which it starts, from 1."""

    @property
    def kind(self) -> SecretKind:
        """What it is."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Secret], tuple[int, int, int, str]]: ...

@final
class Redactor:
    """Redacts a text that comes in pieces, which may be cut anywhere, in constant memory; a context manager.

    A secret that was found by its name is hidden where it comes again, in later texts of the same redactor too. Threads
    can share one only for whole texts, one redact() each.

    Args:
        strict: As in felkod.redact().
        names: As in felkod.redact().
        key: As in felkod.redact().

    Raises:
        TypeError: An argument has the wrong type.
        ValueError: The key or the names are wrong.

    Example:
        >>> import felkod
        >>> redactor = felkod.Redactor(key=bytes(16))
        >>> redactor.push("password=correct") + redactor.push("horse\\n") + redactor.finish()
        'password=REDACTED-secret-de22822d-12\\n'
    """

    def __new__(cls, *, strict: bool = False, names: Names | None = None, key: bytes | str | None = None) -> Redactor: ...
    @overload
    def push(self, piece: str) -> str:
        """Takes the next piece, and returns what is ready.

        Args:
            piece: The piece; all pieces of a text are str, or all are buffers of bytes.

        Returns:
            A str for a str, else bytes.

        Raises:
            TypeError: The piece has the wrong type.
        """

    @overload
    def push(self, piece: Buffer) -> bytes: ...
    def finish(self) -> Any:
        """Ends the text, and returns the rest. What is pushed later is another text.

        Returns:
            A str after pieces of str, else bytes.
        """

    @overload
    def redact(self, text: str) -> str:
        """Redacts a whole text.

        Args:
            text: The text as str, bytes or any other buffer.

        Returns:
            A str for a str, else bytes.

        Raises:
            TypeError: The text has the wrong type.
            ValueError: Pieces of another text were pushed and not finished.
        """

    @overload
    def redact(self, text: Buffer) -> bytes: ...
    def _changes(self, text: str) -> list[tuple[int, int, str]]: ...
    def __enter__(self) -> Redactor: ...
    def __exit__(self, kind: Any, error: Any, traceback: Any, /) -> None: ...

@final
class Report:
    """What a response said.

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
        """The advice for the call as a whole; None for a partial outcome, see by_record()."""
    @property
    def retry(self) -> Retry | None:
        """Whether to send the same request as a whole again; None for a partial outcome and for an unknown code."""
    def can_retry(self, *, idempotent: bool = False) -> bool:
        """Tells whether to send the same request as a whole again, today and after following the advice.

        Args:
            idempotent: Whether the request does no harm when it is carried out twice.
        """
    @property
    def status(self) -> int | None:
        """The HTTP status that the caller gave; else None."""
    @property
    def request_id(self) -> str | None:
        """The id under which support finds the call."""
    @property
    def harmless_request_id(self) -> str | None:
        """The request id where it has one of the forms that Marketo's have, and so is safe in a log."""
    @property
    def request_time(self) -> datetime | None:
        """The time Marketo writes into the request id of a REST response, as a datetime in UTC."""
    @property
    def findings(self) -> tuple[Finding, ...]:
        """The errors, in the order of the body."""
    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The warnings, in the order of the body; they make no outcome an error."""
    @property
    def strictest(self) -> Finding | None:
        """The finding that decides: the one with the strictest advice.

        Where the call failed as a whole, only findings without a record count, and none whose advice is to accept. An
        unknown code decides unless another finding stops the call, since it could forbid what the others advise.
        Without a finding it is None.
        """
    def by_record(self) -> dict[int, Finding]:
        """Returns the strictest finding of each record that has one, by the index of the record in result, from 0.

        A record can have several findings; send it again only where this one allows that.

        Example:
            >>> import felkod
            >>> report = felkod.read('''{"success": true, "result": [{"status": "skipped", "reasons": [
            ...     {"code": "713", "message": "busy"}, {"code": "1006", "message": "Field 'x' not found"}]}]}''')
            >>> {record: finding.number for record, finding in report.by_record().items()}
            {0: 1006}
        """
    def retry_after(self, now: float | None = None) -> float | None:
        """Returns the seconds to wait before the same request can succeed; None where nobody says, and where it never can.

        It is the server's Retry-After, else the window of the rate limit, else the time until a daily quota is reset.

        Args:
            now: The time from which to count, in seconds since 1970-01-01 UTC; time.time() unless given.
        """
    @property
    def counts(self) -> tuple[Count, ...]:
        """How often each code came up, from a response that is a statistic of errors; no errors of this call."""
    @property
    def counts_left_out(self) -> int:
        """How many counts were left out, because there were too many."""
    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is to be known of the reading itself, such as a body that ends in the middle."""
    @property
    def left_out(self) -> int:
        """How many findings and warnings were left out, because there were too many."""
    @property
    def unchanged(self) -> int:
        """How many records were rejected with advice to accept: they make no outcome partial, but were not written."""
    def to_dict(
        self,
        lang: str = "en",
        *,
        policy: RetryPolicy | None = None,
        attempts: Attempts | None = None,
        now: float | None = None,
    ) -> dict[str, Any]:
        """Returns the object that `felkod read --format json` prints; its key decision is there where a policy decides.

        Args:
            lang: The language of the texts, as a tag; one felkod lacks gives English.
            policy: The RetryPolicy that decides. Its retry budget is left alone.
            attempts: The Attempts of the call, in which the decision counts; by default those of a first attempt.
            now: The time of the decision, in seconds since 1970-01-01 UTC; time.time() unless given.

        Raises:
            TypeError: policy is not a felkod.RetryPolicy, or there are attempts and no policy.
        """
    def title(self, lang: str = "en") -> str:
        """Returns one line on what went wrong, free of personal data: it repeats nothing of the server's text.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    @classmethod
    def from_state(cls, state: str) -> Report:
        """Makes a report of what a pickle holds.

        Args:
            state: The text that a pickle holds.

        Raises:
            ValueError: It is none.
        """
    def _failure(self, partial: bool) -> tuple[Category | None, bool | None] | None:
        """Returns what error to raise: its category and whether the same request can succeed; None for no error."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Finding:
    """One error of a response.

    It stands in the findings of a Report, cannot be changed, compares by what it holds and can be pickled. The server's
    text and the values in it can contain personal data; `repr()` shows none of them.
    """

    @property
    def code(self) -> Code | None:
        """The code, where felkod knows the number."""
    @property
    def number(self) -> int | None:
        """The number the server gave, known or not; the HTTP status of a response that gave none."""
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
    def status_class(self) -> str | None:
        """The class of an HTTP status that is no code: unauthorized, client_error or server_error; else None."""
    @property
    def category(self) -> Category | None:
        """What kind of thing went wrong; None for an unknown code."""
    @property
    def advice(self) -> Advice | None:
        """What the program does next; None for an unknown code."""
    @property
    def applied(self) -> Applied | None:
        """Whether the rejected unit, a record or the request, may have taken effect; None for an unknown code."""
    @property
    def retry(self) -> Retry | None:
        """Whether to send the same record or request again; None for an unknown code."""
    def can_retry(self, *, idempotent: bool = False) -> bool:
        """Tells whether to send the same record or request again, today and after following the advice.

        Args:
            idempotent: Whether it does no harm when it is carried out twice.
        """
    @property
    def escalate_to(self) -> EscalateTo | None:
        """Whom to turn to when the advice does not help; None for an unknown code."""
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
        """Returns what to do, with the figures of the server's text; None for an unknown code.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    def steps(self, lang: str = "en") -> list[str]:
        """Returns the steps of the remedy, one to three; none for an unknown code.

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
    @classmethod
    def from_state(cls, state: str) -> Finding:
        """Makes a finding of what a pickle holds.

        Args:
            state: The text that a pickle holds.

        Raises:
            ValueError: It is none.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Count:
    """How often a code came up, from a response that is a statistic of errors.

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
    @classmethod
    def from_state(cls, state: str) -> Count:
        """Makes a count of what a pickle holds.

        Args:
            state: The text that a pickle holds.

        Raises:
            ValueError: It is none.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

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
