"""The catalog as a table, in the libraries that take one."""

from __future__ import annotations

import pickle

import duckdb
import pandas
import polars
import pyarrow

import felkod
import felkod.pandas
import felkod.polars
from felkod import Code

EVERY_LANG = ("en", "sv")


def rows(lang: str) -> list[dict[str, object]]:
    """Returns the rows of the table: what a code knows, with the numbers of its replacements."""
    listed = []
    for code in Code:
        row = code.to_dict(lang)
        row["replaced_by"] = [replacement["code"] for replacement in row["replaced_by"]]
        listed.append(row)
    return listed


def test_the_table_has_a_row_a_code_and_the_columns_of_to_dict() -> None:
    for lang in EVERY_LANG:
        table = felkod.table(lang)
        assert list(table) == list(Code.REST_LEAD_NOT_FOUND.to_dict()) and len(table) == len(list(table))
        for at, row in enumerate(rows(lang)):
            assert {column: cells[at] for column, cells in table.items()} == row
        assert pickle.loads(pickle.dumps(table)) == table
        assert repr(table).startswith(f"<felkod.Table {lang}: code, name, api")


def test_pandas_polars_pyarrow_and_duckdb_take_it_without_a_loss() -> None:
    for lang in EVERY_LANG:
        table, should = felkod.table(lang), rows(lang)
        assert pyarrow.table(table).to_pylist() == should == pyarrow.table(table).to_pylist()
        assert polars.DataFrame(table).to_dicts() == should == felkod.polars.table(lang).to_dicts()
        assert pandas.DataFrame(dict(table))["limits"].to_list() == table["limits"]
        arrow = felkod.pandas.table(lang)
        assert arrow["code"].dtype == "int64[pyarrow]" and arrow["message"].to_list() == table["message"]
        assert pyarrow.Table.from_pandas(arrow).to_pylist() == should
        found = duckdb.sql("SELECT message, limits[1].figure FROM table WHERE code = 606".replace("FROM table", "FROM 'table'"))
        assert found.fetchall() == [(Code.REST_RATE_LIMIT_EXCEEDED.message(lang), 100)]
