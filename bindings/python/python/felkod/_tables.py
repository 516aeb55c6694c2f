"""The catalog as a table, for data frames, databases and plain Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from felkod import _felkod


class Table(Mapping[str, "list[Any]"]):
    """The catalog as columns, a row a code: what table() returns.

    It is a mapping of the names of the columns to lists, and has Arrow's interface: pyarrow.table(), polars.DataFrame(),
    pandas.DataFrame.from_arrow() and DuckDB take it as it is. It can be fetched any number of times.
    """

    __slots__ = ("_batches", "_columns", "_lang")

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._batches = _felkod.catalog_batches(lang)
        self._columns: dict[str, list[Any]] | None = None

    def _lists(self) -> dict[str, list[Any]]:
        if self._columns is None:
            self._columns = _felkod.table(self._lang)
        return self._columns

    def __getitem__(self, column: str) -> list[Any]:
        return self._lists()[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists())

    def __len__(self) -> int:
        return len(self._lists())

    def __repr__(self) -> str:
        return f"<felkod.Table {self._lang}: {', '.join(self)}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return Table, (self._lang,)

    def __arrow_c_schema__(self) -> object:
        """Returns the schema as a capsule of Arrow's C data interface."""
        return self._batches.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Returns the rows as a capsule of Arrow's C stream interface.

        Args:
            requested_schema: Other types that the caller would like; they are left to the caller.
        """
        return self._batches.__arrow_c_stream__(requested_schema)


def table(lang: str = "en") -> Table:
    """Returns the catalog as columns, a row a code, for pandas, polars, pyarrow, DuckDB, Spark and plain Python.

    The columns are those of Code.to_dict(), in its order. limits and cases are lists of structs; replaced_by has the
    numbers.

    Args:
        lang: The language of message, note and remedy, as a tag; one felkod lacks gives English.

    Example:
        >>> columns = table("sv")
        >>> columns["message"][columns["code"].index(606)]
        'Anropsgränsen har överskridits'
    """
    return Table(lang)


Table.__module__ = table.__module__ = "felkod"
