# A part of the stub of _felkod: many bodies at once. At run time it is not a module of its own.

from collections.abc import Iterable
from os import PathLike
from typing import final

from felkod._policy import RetryPolicy
from felkod._terms import Idempotency
from felkod._types import Body, Column, Limits
from felkod._words import Api

__all__ = ["Batches", "answers", "read_many", "resend"]

def read_many(
    bodies: Column | Iterable[Body | None],
    statuses: Column | Iterable[int | None] | None = None,
    *,
    api: Api | str | None = None,
    lang: str = "en",
    explode: bool = False,
    server_text: bool = False,
    limits: Limits | None = None,
    threads: int | None = None,
) -> Batches:
    """Reads many bodies at once, on all cores and without holding Python's lock: a column of bodies in, a table out.

    It reads each body as read() does. A null gives a row of nulls, the order is kept, and no body raises an error. Rows
    are read while they are fetched, so that a stream or a generator of any length takes little memory.

    A row has outcome, api, request_id, request_time, advice and retry of the call, code (the number of the strictest
    finding, records included) and findings: a list of structs with code, level, record, category, advice, retry, case and
    message. The message has no values of the server's text.

    Args:
        bodies: A column of binary or text: whatever has Arrow's interface (pyarrow, polars, DuckDB, pandas), else an
            iterable of str, buffers of bytes and None.
        statuses: The HTTP status of each body, in a column as long as bodies; a null and a number that is no HTTP status
            are not used.
        api: The API that was called: soap, rest … A body that tells its own API goes before it.
        lang: The language of the messages, as a tag; one felkod lacks gives English.
        explode: Whether to give a row a finding, with body, the index of its body, and the columns of the struct.
        server_text: Whether to add the server's texts to the findings. They can contain personal data.
        limits: The bounds of the reading of each body.
        threads: How many threads read; as many as there are cores unless given.

    Returns:
        Batches, which pyarrow.table(), polars.DataFrame() and pandas.DataFrame.from_arrow() take.

    Raises:
        TypeError: An argument has the wrong type; its name and the type are in the text.
        ValueError: The API is none felkod knows, or there is less than one thread.

    Example:
        >>> import felkod
        >>> batches = felkod.read_many(['{"success": false, "errors": [{"code": "606"}]}', None])
        >>> import pyarrow
        >>> pyarrow.table(batches)["advice"].to_pylist()
        ['wait_for_rate_window', None]
    """

def answers(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    lang: str = "en",
    server_text: bool = False,
    limits: Limits | None = None,
) -> Batches:
    """Returns the responses in files, folders and compressed archives as a table: read_many() for logs.

    The columns are path, line (from 1), wrapped_in and unreadable, then those of read_many(). What cannot be read is a row
    with its path and, in unreadable, the reason. Files are read while rows are fetched, in the order of the paths; gzip and
    Zstandard are told by their first bytes.

    Args:
        paths: A path or an iterable of paths, as str or os.PathLike; "-" is the standard input.
        lang: The language of the messages, as a tag; one felkod lacks gives English.
        server_text: Whether to add the server's texts to the findings. They can contain personal data.
        limits: The bounds of the reading of each response.

    Returns:
        Batches.

    Raises:
        TypeError: An argument has the wrong type.
    """

def resend(
    table: Column,
    *,
    policy: RetryPolicy | None = None,
    request: Idempotency | str | None = None,
    insists: bool = False,
    now: float | None = None,
) -> Batches:
    """Returns which records of many requests to send again, from the rows of read_many(explode=True).

    A RetryPolicy decides about each body as it decides about its report. A row of the result is a record that failed:
    action is resend, or set_aside with the reason, which is the word of its advice, may_have_been_applied or unknown_code.
    A call that failed as a whole has one row without a record, with retry, renew, reduce or give_up. after is the seconds to
    wait first, who is whom to turn to; code and advice are those of the finding that decides. A body about which there is
    nothing to do has no row.

    Args:
        table: A table with Arrow's interface that has the columns body, outcome, api, code, level, record, case and advice.
            body may be any integer or text that names a request; its rows need not stand together.
        policy: The RetryPolicy that decides; by default RetryPolicy(). Its retry budget is left alone.
        request: What a second execution of the requests does, see Idempotency.of(); by default they count as ones that
            create something.
        insists: Whether to send a request again even where that can do harm.
        now: The time of the decision, in seconds since 1970-01-01 UTC; time.time() unless given.

    Returns:
        Batches with the columns body, record, action, after, reason, who, code and advice.

    Raises:
        TypeError: An argument or a column has the wrong type.
        ValueError: A column is missing, or a word is unknown.
    """

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
