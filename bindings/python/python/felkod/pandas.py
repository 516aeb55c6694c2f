"""Many responses in pandas: a Series of bodies in, a DataFrame of what they say out.

It needs pandas and pyarrow.
"""

from __future__ import annotations

from typing import Any

import pandas  # type: ignore[import-untyped,unused-ignore]
import pyarrow  # type: ignore[import-untyped,unused-ignore]

import felkod
from felkod._types import Limits
from felkod._words import Api

__all__ = ["read", "table"]


def read(
    bodies: pandas.Series,
    status: pandas.Series | None = None,
    *,
    api: Api | str | None = None,
    lang: str = "en",
    server_text: bool = False,
    limits: Limits | None = None,
) -> pandas.DataFrame:
    """Returns the columns of felkod.read_many(), a row a body, with the index of the bodies.

    The columns have Arrow's types, so that integers stay integers where some are missing.

    Args:
        bodies: The bodies: str, bytes and what counts as missing.
        status: The HTTP statuses, in the order of the bodies.
        api: The API that was called: soap, rest …
        lang: The language of the messages, as a tag; one felkod lacks gives English.
        server_text: Whether to add the server's texts to the findings. They can contain personal data.
        limits: The bounds of the reading of each body.

    Raises:
        TypeError: An argument or an item has the wrong type.

    Example:
        >>> import pandas
        >>> bodies = pandas.Series(['{"success": false, "errors": [{"code": "606"}]}', None], index=["a", "b"])
        >>> read(bodies)["advice"].to_dict()
        {'a': 'wait_for_rate_window', 'b': None}
    """
    statuses = None if status is None else _column(status, "status")
    batches = felkod.read_many(
        _column(bodies, "bodies"), statuses, api=api, lang=lang, server_text=server_text, limits=limits
    )
    frame = _frame(batches)
    frame.index = bodies.index
    return frame


def table(lang: str = "en") -> pandas.DataFrame:
    """Returns felkod.table() as a DataFrame with Arrow's types.

    Args:
        lang: The language of message, note and remedy, as a tag; one felkod lacks gives English.

    Example:
        >>> codes = table("sv").set_index("code")
        >>> codes.at[606, "message"], codes.at[606, "limits"][0]["figure"]
        ('Anropsgränsen har överskridits', 100)
    """
    return _frame(felkod.table(lang))


def _column(series: pandas.Series, what: str) -> Any:
    """Returns a column as felkod.read_many() takes it."""
    if not isinstance(series, pandas.Series):
        raise TypeError(f"{what} must be pandas.Series, not {type(series).__qualname__}")
    # Objects can be str and bytes at the same time, which Arrow has no type for.
    if series.dtype == object:
        return series.tolist()
    return pyarrow.Array.from_pandas(series)


def _frame(table: Any) -> pandas.DataFrame:
    frame: pandas.DataFrame = pyarrow.table(table).to_pandas(types_mapper=pandas.ArrowDtype)
    return frame
