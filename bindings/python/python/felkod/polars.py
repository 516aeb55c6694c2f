"""Many responses in polars: an expression of bodies in, an expression of structs out, in lazy frames too.

It needs polars.
"""

from __future__ import annotations

from functools import partial

import polars

import felkod
from felkod._types import Limits
from felkod._words import Api

__all__ = ["read", "table"]


def read(
    bodies: polars.Expr | str,
    status: polars.Expr | str | None = None,
    *,
    api: Api | str | None = None,
    lang: str = "en",
    server_text: bool = False,
    limits: Limits | None = None,
) -> polars.Expr:
    """Returns an expression of structs with the columns of felkod.read_many(), one a body.

    It works row by row, so that lazy frames are read by the streaming engine piece by piece.

    Args:
        bodies: The bodies, of String or Binary, as an expression or the name of a column.
        status: The HTTP statuses, likewise.
        api: The API that was called: soap, rest …
        lang: The language of the messages, as a tag; one felkod lacks gives English.
        server_text: Whether to add the server's texts to the findings. They can contain personal data.
        limits: The bounds of the reading of each body.

    Example:
        >>> import polars
        >>> frame = polars.LazyFrame({"body": ['{"success": false, "errors": [{"code": "606"}]}', None]})
        >>> frame.select(read("body").struct.field("advice")).collect()["advice"].to_list()
        ['wait_for_rate_window', None]
    """
    many = partial(felkod.read_many, api=api, lang=lang, server_text=server_text, limits=limits)
    schema = polars.DataFrame(many([])).schema

    def of_bodies(series: polars.Series) -> polars.Series:
        return polars.DataFrame(many(series), schema=schema).to_struct(series.name)

    def of_both(series: polars.Series) -> polars.Series:
        fields = series.struct.unnest()
        return polars.DataFrame(many(fields["0"], fields["1"]), schema=schema).to_struct(series.name)

    of_body = polars.col(bodies) if isinstance(bodies, str) else bodies
    dtype = polars.Struct(dict(schema))
    if status is None:
        return of_body.map_batches(of_bodies, return_dtype=dtype, is_elementwise=True)
    of_status = polars.col(status) if isinstance(status, str) else status
    pairs = polars.struct(of_body.alias("0"), of_status.alias("1"))
    read = pairs.map_batches(of_both, return_dtype=dtype, is_elementwise=True)
    name = of_body.meta.output_name(raise_if_undetermined=False)
    return read if name is None else read.alias(name)


def table(lang: str = "en") -> polars.DataFrame:
    """Returns felkod.table() as a DataFrame.

    Args:
        lang: The language of message, note and remedy, as a tag; one felkod lacks gives English.

    Example:
        >>> import polars
        >>> table("sv").filter(polars.col("code") == 606)["message"].item()
        'Anropsgränsen har överskridits'
    """
    return polars.DataFrame(felkod.table(lang))
