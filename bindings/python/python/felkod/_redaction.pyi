# A part of the stub of _felkod: redaction and the recorder. At run time it is not a module of its own.

from collections.abc import Callable
from datetime import timedelta
from os import PathLike
from typing import Any, Final, final, overload

from typing_extensions import Buffer

from felkod._decisions import Decision
from felkod._terms import Failure, SecretKind
from felkod._types import Body, Headers, Names

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
class Recorder:
    """Keeps the last requests and responses, and writes them when one comes that a person must look at, or writes all.

    The file has one HAR 1.2 entry a line, with secrets and personal data redacted, and what felkod makes of it in the key
    _felkod. Its mode is 0600 unless it existed before. A person must look at an exchange whose advice is fix_setup or
    contact_support, whose code is unknown, or whose response is not recognized. The hooks and clients in felkod.requests,
    felkod.httpx, felkod.aiohttp and felkod.zeep take one of these.

    A process that dies loses at most the line that it is writing. Several processes can write to one file, and any number of
    threads can share a recorder; a process that was forked has nothing in memory from before. What cannot be written stops
    nothing and is said once: it stays in memory as long as there is room, and is written with the next trouble.

    Args:
        path: The file; without one, everything stays in memory.
        everything: Whether to write every exchange, at once.
        keep: How many exchanges are kept in memory.
        keep_bytes: How many bytes they may take together. Of one that alone takes more, the bodies are left out.
        rotate_bytes: The file gives way to a new one before it would get larger.
        rotate_age: The file gives way to a new one once its first line is so old, in seconds or as a timedelta; None for
            never.
        rotate_files: How many of the files that gave way stay; they have the time in their names.
        fsync: Whether each line is on the disk before the next one comes. Without it, a machine that dies may lose the last
            seconds.
        strict: Whether to hide all values, as in felkod.redact().
        names: As in felkod.redact().
        key: As in felkod.redact().
        on_error: Called with the OSError when the file cannot be written, once until it can be written again; without it, a
            warning goes to logging.getLogger("felkod").

    Raises:
        TypeError: An argument has the wrong type.
        ValueError: The key, the names or the age are wrong.

    Example:
        >>> import felkod
        >>> recorder = felkod.Recorder()
        >>> recorder.record("GET", "https://example.com/rest/v1/leads.json?access_token=7", status=200, body='{"success":true}')
        >>> "access_token=REDACTED-token-" in recorder.har()
        True
    """

    def __new__(
        cls,
        path: str | PathLike[str] | None = None,
        *,
        everything: bool = False,
        keep: int = 100,
        keep_bytes: int = 16_777_216,
        rotate_bytes: int = 67_108_864,
        rotate_age: float | timedelta | None = 86_400,
        rotate_files: int = 5,
        fsync: bool = False,
        strict: bool = False,
        names: Names | None = None,
        key: bytes | str | None = None,
        on_error: Callable[[OSError], object] | None = None,
    ) -> Recorder: ...
    def record(
        self,
        method: str,
        url: str,
        *,
        status: int | None = None,
        headers: Headers | None = None,
        body: Body | None = None,
        reason: str | None = None,
        request_headers: Headers | None = None,
        request_body: Body | None = None,
        failure: Failure | str | None = None,
        started: float | None = None,
        took: float | timedelta | None = None,
        first_byte: float | timedelta | None = None,
        attempt: int = 1,
        action: str | None = None,
        http_version: str | None = None,
        decision: Decision | None = None,
    ) -> None:
        """Takes an exchange, and writes what is to be written. A file that cannot be written raises nothing.

        Args:
            method: The HTTP method.
            url: The URL; one without a host is written with the host unknown.invalid, since HAR has absolute URLs.
            status: The HTTP status of the response; None without a response.
            headers: The headers of the response, as a mapping or as pairs.
            body: The body of the response, as it came or decompressed: str or a buffer.
            reason: The text beside the status.
            request_headers: The headers of the request.
            request_body: The body of the request.
            failure: How the request failed without a response: a felkod.Failure, such as felkod.failure_of() returns.
            started: When it was sent, in seconds since 1970-01-01 UTC; unless given, now without the time that it took.
            took: How many seconds it took in all.
            first_byte: How many seconds it took until the first byte of the response.
            attempt: The number of the attempt, from 1.
            action: The parameter action of a write in REST, the operation of SOAP; unless given, that of a body in JSON or
                of the header SOAPAction.
            http_version: The version of HTTP, such as HTTP/1.1.
            decision: What the program decided to do next; unless given, what felkod tells people to do.

        Raises:
            TypeError: An argument has the wrong type.
            ValueError: The failure is none felkod knows, or a time is negative.
        """

    def write(self) -> None:
        """Writes what is in memory, as if trouble had come.

        Raises:
            OSError: The file cannot be written, and that has not been said yet.
        """

    def har(self) -> str:
        """Returns what is in memory as a HAR 1.2 file, redacted. It stays in memory."""

    @property
    def written(self) -> int:
        """How many lines were written."""

    @property
    def lost(self) -> int:
        """How many exchanges were to be written and were not, because the file could not be written."""

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
