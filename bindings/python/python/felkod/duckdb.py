"""Many responses in DuckDB: a scalar function that reads a column of bodies.

It needs duckdb and pyarrow.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import duckdb
import pyarrow  # type: ignore[import-untyped,unused-ignore]

import felkod
from felkod._types import Limits
from felkod._words import Api

__all__ = ["register"]


def register(
    connection: duckdb.DuckDBPyConnection,
    name: str = "felkod_read",
    *,
    api: Api | str | None = None,
    lang: str = "en",
    server_text: bool = False,
    limits: Limits | None = None,
) -> None:
    """Registers a scalar function on a connection: felkod_read(body), or felkod_read(body, status).

    The body is VARCHAR or BLOB, the status an integer. It returns a struct with the columns of felkod.read_many(), of nulls
    for a null body.

    Args:
        connection: The connection.
        name: The name of the function.
        api: The API that was called: soap, rest …
        lang: The language of the messages, as a tag; one felkod lacks gives English.
        server_text: Whether to add the server's texts to the findings. They can contain personal data.
        limits: The bounds of the reading of each body.

    Example:
        >>> import duckdb
        >>> connection = duckdb.connect()
        >>> register(connection)
        >>> body = '{"success": false, "errors": [{"code": "606"}]}'
        >>> connection.execute("SELECT felkod_read(?).advice", [body]).fetchall()
        [('wait_for_rate_window',)]
    """
    many = partial(felkod.read_many, api=api, lang=lang, server_text=server_text, limits=limits)
    schema = pyarrow.schema(many([]))

    def read(*columns: pyarrow.ChunkedArray) -> pyarrow.Array:
        if not 1 <= len(columns) <= 2:
            raise TypeError(f"{name} takes a body and a status, not {len(columns)} columns")
        return pyarrow.table(many(*columns)).to_struct_array().combine_chunks()

    create: Any = connection.create_function
    create(name, read, None, _type(pyarrow.struct(schema)), type="arrow", null_handling="special")


def _type(of: pyarrow.DataType) -> Any:
    """Returns DuckDB's type for one of Arrow's."""
    if pyarrow.types.is_struct(of):
        return duckdb.struct_type({field.name: _type(field.type) for field in of})
    if pyarrow.types.is_list(of):
        return duckdb.list_type(_type(of.value_type))
    if pyarrow.types.is_timestamp(of):
        return duckdb.sqltype("TIMESTAMP WITH TIME ZONE")
    return duckdb.sqltype("BIGINT" if pyarrow.types.is_integer(of) else "VARCHAR")
