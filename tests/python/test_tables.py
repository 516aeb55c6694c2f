"""The catalog as a table, in the libraries that take one."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow
import pytest
from conftest import ROOT

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


@pytest.fixture(params=EVERY_LANG)
def seed(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """Returns a language, and the file of the codes that the command writes in it."""
    command = [sys.executable, "-m", "felkod", "list", "--format", "csv", "--lang", request.param]
    file = tmp_path / "marketo_codes.csv"
    file.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
    return request.param, file


def test_every_engine_reads_from_csv_what_the_table_has(seed: tuple[str, Path]) -> None:
    lang, file = seed
    table = felkod.table(lang)
    columns = ["code", "name", "api", "category", "advice", "retry", "http_equivalent", "message", "note"]
    wanted = [dict(zip(columns, row, strict=True)) for row in zip(*(table[column] for column in columns), strict=True)]
    assert len(wanted) == len(Code)
    assert polars.read_csv(file).select(columns).to_dicts() == wanted
    in_pandas = pandas.read_csv(file, dtype_backend="pyarrow")[columns]
    assert pyarrow.Table.from_pandas(in_pandas, preserve_index=False).to_pylist() == wanted
    found = duckdb.execute("SELECT * FROM read_csv($1)", [str(file)]).to_arrow_table()
    assert found.select(columns).to_pylist() == wanted


def test_the_model_of_the_readme_names_the_errors_by_a_seed(seed: tuple[str, Path]) -> None:
    lang, file = seed
    (model,) = re.findall(
        r"^```sql\n(.*?)^```", (ROOT / "bindings" / "python" / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    warehouse = duckdb.connect()
    # What dbt does: a seed is a table of the name of its file, and a reference the name of a table.
    warehouse.execute("CREATE TABLE marketo_codes AS SELECT * FROM read_csv($1)", [str(file)])
    warehouse.execute("CREATE TABLE lead_errors AS SELECT range AS lead, 1004 + 2 * (range % 2) AS error FROM range(10000)")
    warehouse.execute("INSERT INTO lead_errors VALUES (10000, 9999), (10001, NULL)")
    told = warehouse.execute(re.sub(r"\{\{ ref\('(\w+)'\) \}\}", r"\1", model) + "ORDER BY lead").fetchall()
    codes = (Code.REST_LEAD_NOT_FOUND, Code.REST_FIELD_NOT_FOUND)
    assert told == [
        *((lead, codes[lead % 2].message(lang), codes[lead % 2].advice) for lead in range(10_000)),
        (10_000, None, None),
        (10_001, None, None),
    ]
