"""The catalog as a table, in the libraries that take one."""

from __future__ import annotations

import duckdb
import pandas
import polars
import pyarrow

import felkod
from felkod import Code

EVERY_LANG = ("en", "sv")


def test_the_table_has_a_row_a_code_and_the_columns_of_to_dict() -> None:
    for lang in EVERY_LANG:
        table = felkod.table(lang)
        wanted = [
            column for column in Code.REST_LEAD_NOT_FOUND.to_dict() if column not in ("limits", "cases")
        ]
        assert list(table) == wanted
        for at, code in enumerate(Code):
            row = code.to_dict(lang)
            row["replaced_by"] = [replacement["code"] for replacement in row["replaced_by"]]
            assert {column: cells[at] for column, cells in table.items()} == {
                name: row[name] for name in wanted
            }


def test_pandas_polars_pyarrow_and_duckdb_take_it_without_a_loss() -> None:
    for lang in EVERY_LANG:
        table = felkod.table(lang)
        assert pandas.DataFrame(table).to_dict("list") == table
        assert polars.DataFrame(table).to_dict(as_series=False) == table
        arrow = pyarrow.table(table)
        assert arrow.to_pydict() == table
        found = duckdb.sql("SELECT message FROM arrow WHERE code = 606")
        assert found is not None and found.fetchall() == [(Code.REST_RATE_LIMIT_EXCEEDED.message(lang),)]
