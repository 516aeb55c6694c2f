"""Many bodies at once: Arrow in and out, and the engines that take it."""

from __future__ import annotations

import gc
import json
import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pyarrow.compute
import pytest
from conftest import PAYLOADS, ROOT, records, rest, soap

import felkod
import felkod.duckdb
import felkod.pandas
import felkod.polars
from felkod import Code

LIMITED = rest((606, "Max rate limit '100' exceeded with in '20' secs"))
PARTIAL = records((1019, "Import in progress"), (1006, "Field 'x' not found"))
SUCCESS = b'{"requestId":"e42b#14272d07d78","success":true,"result":[]}'
CALL = ("outcome", "api", "request_id", "request_time", "advice", "retry", "code")


def samples() -> list[bytes]:
    """Returns bodies of every kind."""
    lines = (ROOT / "tests" / "cases" / "strictest.tsv").read_text(encoding="utf-8").splitlines()
    bodies = [line.split("\t")[1].encode() for line in lines if "\t" in line]
    bodies += [path.read_bytes() for path in sorted(PAYLOADS.iterdir()) if path.is_file()]
    bodies += [LIMITED, PARTIAL, SUCCESS, soap(20103, "Lead not found: anna@example.com"), b"", b"{", b"\xff\xfe{\0"]
    bodies += [b"\0\0", "Åsa".encode(), b"<?xml version='1.0' encoding='UTF-16'?><a/>"]
    assert len(bodies) > 40
    return bodies


def wanted(body: bytes | str | None, lang: str = "en") -> dict[str, Any]:
    """Returns the row of a body, by felkod.read()."""
    if body is None:
        return {**dict.fromkeys(CALL), "findings": None}
    report = felkod.read(body)
    strictest = report.strictest
    findings = [
        {
            "code": finding.number,
            "level": finding.level,
            "record": finding.record,
            "category": finding.category,
            "advice": finding.advice,
            "retry": finding.retry,
            "case": finding.case and finding.to_dict()["case"],
            "message": finding.title(lang).split(" · ", 1)[-1],
        }
        for finding in report.findings
    ]
    return {
        "outcome": report.outcome,
        "api": report.api,
        "request_id": report.request_id,
        "request_time": report.request_time,
        "advice": report.advice,
        "retry": report.retry,
        "code": strictest and strictest.number,
        "findings": findings,
    }


def rows(batches: Any) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = pyarrow.table(batches).to_pylist()
    return listed


def test_every_row_says_what_read_says_of_the_body_in_every_layout_and_cut_anywhere() -> None:
    chance = random.Random(16)
    bodies: list[bytes | None] = [*samples(), None]
    for _ in range(25):
        picked = chance.choices(bodies, k=chance.randrange(60))
        picked = [body and (body[: chance.randrange(len(body))] if chance.random() < 0.3 else body) for body in picked]
        texts = [body if body is None else body.decode("utf-8", "replace") for body in picked]
        for given, types in (
            (picked, [pyarrow.binary(), pyarrow.large_binary(), pyarrow.binary_view()]),
            (texts, [pyarrow.string(), pyarrow.large_string(), pyarrow.string_view()]),
        ):
            should = [wanted(body) for body in given]
            assert rows(felkod.read_many(given)) == should
            assert rows(felkod.read_many(iter(given), threads=3)) == should
            for of in types:
                column = pyarrow.array(given, of)
                cut = chance.randrange(len(given) + 1)
                assert rows(felkod.read_many(column)) == should, of
                assert rows(felkod.read_many(column.slice(cut))) == should[cut:], of
                assert rows(felkod.read_many(pyarrow.chunked_array([column.slice(0, cut), column.slice(cut)], of))) == should
            short = pyarrow.array(given, types[0]).dictionary_encode()
            assert rows(felkod.read_many(short)) == should
            assert rows(felkod.read_many(short.slice(len(given) // 2))) == should[len(given) // 2 :]
            of_polars = polars.Series(given, dtype=polars.Binary if types[0] == pyarrow.binary() else polars.String)
            assert rows(felkod.read_many(of_polars)) == should


def test_a_column_that_says_it_is_utf_8_and_is_not_is_read_as_bytes() -> None:
    offsets = pyarrow.py_buffer(numpy.array([0, 4, 4 + len(SUCCESS)], dtype="int32").tobytes())
    column = pyarrow.StringArray.from_buffers(2, offsets, pyarrow.py_buffer(b"\xff\xfe\xff\xff" + SUCCESS))
    assert rows(felkod.read_many(column)) == [wanted(b"\xff\xfe\xff\xff"), wanted(SUCCESS)]


def test_statuses_speak_for_their_rows_however_both_columns_are_cut() -> None:
    statuses = [502, None, 0, 999, 200, 401, 404]
    bodies = [b""] * len(statuses)
    should = [felkod.read(b"", status=status if status in (502, 200, 401, 404) else None) for status in statuses]
    outcomes = [report.outcome for report in should]
    column = pyarrow.chunked_array([statuses[:1], [], statuses[1:4], statuses[4:]], pyarrow.int16())
    for given in (statuses, iter(statuses), column, pyarrow.array(statuses, pyarrow.float64())):
        halves = pyarrow.chunked_array([bodies[:3], bodies[3:]], pyarrow.binary())
        for of_bodies in (bodies, halves):
            if isinstance(given, Iterator):
                given = iter(statuses)
            assert [row["outcome"] for row in rows(felkod.read_many(of_bodies, given))] == outcomes
    for few in (statuses[1:], [*statuses, 200]):
        with pytest.raises(Exception, match="(fewer|more) statuses than bodies"):
            rows(felkod.read_many(bodies, few))


def test_a_finding_a_row_has_the_index_of_its_body() -> None:
    bodies = [None, PARTIAL, SUCCESS, LIMITED]
    listed = rows(felkod.read_many(bodies, explode=True, lang="sv"))
    assert [(row["body"], row["code"], row["record"], row["outcome"]) for row in listed] == [
        (1, 1019, 1, "partial"),
        (1, 1006, 2, "partial"),
        (3, 606, None, "error"),
    ]
    assert listed[2]["message"] == Code(606).message("sv")


def test_the_texts_of_the_server_come_only_when_asked_for() -> None:
    body = rest((1003, "Value 'anna@example.com' is odd"))
    assert "anna" not in str(rows(felkod.read_many([body])))
    (row,) = rows(felkod.read_many([body], server_text=True))
    assert row["findings"][0]["server_text"] == "Value 'anna@example.com' is odd"
    assert "server_text" in felkod.read_many([body], server_text=True, explode=True).column_names


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (pyarrow.array([1]), "bodies must be a column of binary or text, not Int64"),
        (pyarrow.array([["a"]]), "bodies must be a column of binary or text, not List"),
        (pyarrow.table({"id": [1], "body": ["{}"]}), "bodies must be one column, not a table of 2: id, body"),
        ([b"{}", 7], r"bodies\[1\] must be str or a buffer of bytes.*, not int"),
        ("{}", "bodies must be a column with Arrow's interface or an iterable, not str"),
        (b"{}", "bodies must be a column with Arrow's interface or an iterable, not bytes"),
        ({"a": 1}, "bodies must be a column with Arrow's interface or an iterable, not dict"),
        (None, "bodies must be a column with Arrow's interface or an iterable, not NoneType"),
        (polars.Series([1.5]), "bodies must be a column of binary or text, not Float64"),
    ],
)
def test_what_is_no_column_of_bodies_is_a_type_error_that_names_it(given: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        felkod.read_many(given)


def test_other_wrong_arguments_are_named_too() -> None:
    with pytest.raises(TypeError, match="statuses must be a column of integers, not Utf8"):
        felkod.read_many([b""], pyarrow.array(["200"]))
    with pytest.raises(TypeError, match=r"statuses\[0\] must be int or None, not str"):
        felkod.read_many([b""], ["200"])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="unknown api `graphql`"):
        felkod.read_many([], api="graphql")
    with pytest.raises(ValueError, match="threads must be at least 1"):
        felkod.read_many([], threads=0)
    with pytest.raises(OverflowError):
        felkod.read_many([], threads=-1)
    # A generator cannot be looked at before it runs.
    with pytest.raises(Exception, match=r"bodies\[1\] must be str .*, not int"):
        rows(felkod.read_many(iter([b"", 7])))  # type: ignore[arg-type]

    def failing() -> Iterator[bytes]:
        yield SUCCESS
        raise RuntimeError("the source\0is gone")

    with pytest.raises(Exception, match="the source is gone"):
        rows(felkod.read_many(failing()))


def test_the_rows_can_be_fetched_once_and_those_of_a_table_again_and_again() -> None:
    batches = felkod.read_many([SUCCESS])
    assert pyarrow.schema(batches).names == batches.column_names == [*CALL, "findings"]
    assert len(rows(batches)) == 1
    with pytest.raises(ValueError, match="fetched already"):
        pyarrow.table(batches)
    assert repr(batches).startswith("<felkod.Batches outcome, api")
    decided = felkod.resend(felkod.read_many([PARTIAL], explode=True))
    assert rows(decided) == rows(decided)


@pytest.mark.parametrize("count", [0, 1, 100_000])
def test_as_many_rows_come_out_as_go_in_in_every_engine(count: int) -> None:
    bodies = [(LIMITED, PARTIAL, None, SUCCESS)[at % 4] for at in range(count)]
    texts = [body and body.decode() for body in bodies]
    advice = [("wait_for_rate_window", None, None, None)[at % 4] for at in range(count)]
    codes = [(606, 1006, None, None)[at % 4] for at in range(count)]
    table = pyarrow.table(felkod.read_many(iter(bodies)))
    assert table["advice"].to_pylist() == advice and table["code"].to_pylist() == codes
    read = felkod.pandas.read(pandas.Series(texts, dtype=object, index=range(5, 5 + count)))
    assert list(read.index) == list(range(5, 5 + count)) and read["code"].dtype == "int64[pyarrow]"
    assert [None if code is pandas.NA else code for code in read["code"]] == codes
    frame = polars.LazyFrame({"body": texts}, schema={"body": polars.String})
    for engine in ("in-memory", "streaming"):
        said = frame.select(felkod.polars.read("body").struct.field("advice", "code")).collect(engine=engine)
        assert said["advice"].to_list() == advice and said["code"].to_list() == codes
    connection = duckdb.connect()
    felkod.duckdb.register(connection)
    connection.register("landing", pyarrow.table({"row": pyarrow.array(range(count), pyarrow.int64()), "body": pyarrow.array(texts, pyarrow.string())}))
    found = connection.sql("SELECT felkod_read(body).code FROM landing ORDER BY row").fetchall()
    assert [code for (code,) in found] == codes


def test_pandas_takes_every_kind_of_series() -> None:
    bodies = [LIMITED.decode(), None, SUCCESS.decode()]
    for series in (
        pandas.Series(bodies, dtype=object),
        pandas.Series(bodies, dtype="string"),
        pandas.Series(bodies, dtype=pandas.ArrowDtype(pyarrow.large_string())),
        pandas.Series([LIMITED, float("nan"), SUCCESS.decode()]),
        pandas.Series([LIMITED, pandas.NA, bytearray(SUCCESS)], dtype=object),
    ):
        read = felkod.pandas.read(series, pandas.Series([200.0, float("nan"), 200.0]))
        assert read["outcome"].to_list() == ["error", pandas.NA, "success"]
        assert read["findings"].iloc[0][0]["code"] == 606
    no_series: Any = bodies
    with pytest.raises(TypeError, match="bodies must be pandas.Series, not list"):
        felkod.pandas.read(no_series)


def test_polars_reads_with_statuses_in_contexts_of_groups_and_binary_columns() -> None:
    frame = polars.DataFrame({"body": [b"", LIMITED, None], "status": [502, None, 200], "day": [1, 1, 2]})
    read = frame.with_columns(response=felkod.polars.read(polars.col("body"), "status", lang="sv"))
    assert read["response"].struct.field("code").to_list() == [502, 606, None]
    assert frame.select(felkod.polars.read("body")).columns == ["body"]
    days = frame.lazy().with_columns(felkod.polars.read("body").struct.field("outcome").alias("outcome"))
    counted = days.group_by("day").agg(polars.col("outcome").drop_nulls().len()).sort("day").collect(engine="streaming")
    assert counted.rows() == [(1, 2), (2, 0)]


def test_duckdb_reads_blobs_texts_and_statuses_and_gives_relations() -> None:
    connection = duckdb.connect()
    felkod.duckdb.register(connection, lang="sv")
    connection.execute("CREATE TABLE landing (body BLOB, status INTEGER)")
    connection.executemany("INSERT INTO landing VALUES (?, ?)", [(b"", 502), (LIMITED, 200), (PARTIAL, None)])
    read = connection.sql("SELECT felkod_read(body, status) AS response FROM landing")
    assert connection.sql("SELECT response.code FROM read").fetchall() == [(502,), (606,), (1006,)]
    one = "SELECT unnest(felkod_read(body).findings).message FROM landing WHERE status = 200"
    assert connection.sql(one).fetchall() == [(Code(606).message("sv"),)]
    bodies = connection.sql("SELECT body FROM landing")
    assert [row["code"] for row in rows(felkod.read_many(bodies))] == [None, 606, 1006]
    with pytest.raises(duckdb.Error, match="takes a body and a status, not 3 columns"):
        connection.sql("SELECT felkod_read(body, status, 1) FROM landing").fetchall()
    from_rows = felkod.read_many([LIMITED])
    assert duckdb.sql("SELECT advice FROM from_rows").fetchall() == [("wait_for_rate_window",)]


def test_a_body_of_64_megabytes_is_read_among_small_ones() -> None:
    lead = b'{"id":1,"status":"updated"},'
    filler = lead * ((60 << 20) // len(lead))
    large = b'{"requestId":"e42b#14272d07d78","success":true,"result":[' + filler + PARTIAL.split(b'"result": [', 1)[1]
    large += b" " * ((64 << 20) - len(large))
    assert len(large) == 64 << 20
    table = pyarrow.table(felkod.read_many([SUCCESS, large, LIMITED], lang="sv"))
    assert table["code"].to_pylist() == [None, 1006, 606]
    assert table["outcome"].to_pylist() == ["success", "partial", "error"]


def test_other_threads_run_while_bodies_are_read() -> None:
    column = pyarrow.array([b'{"success":true,"result":[' + b'{"id":1},' * 200_000 + b"{}]}"] * 8)
    turns, reading = 0, True

    def turn() -> None:
        nonlocal turns
        while reading:
            turns += 1

    thread = threading.Thread(target=turn)
    thread.start()
    try:
        # Whoever fetches holds the lock here: polars does not release it.
        before = turns
        polars.DataFrame(felkod.read_many(column, threads=1))
        after = turns
    finally:
        reading = False
        thread.join()
    assert after > before


def test_a_generator_is_read_as_its_rows_are_fetched() -> None:
    given = 0

    def bodies() -> Iterator[bytes]:
        nonlocal given
        for _ in range(1_000_000):
            given += 1
            yield SUCCESS

    reader = pyarrow.RecordBatchReader.from_stream(felkod.read_many(bodies(), threads=2))
    assert reader.read_next_batch().num_rows == 1_024
    assert 0 < given <= 100_000
    del reader
    gc.collect()


def test_what_is_sent_again_is_what_a_policy_decides() -> None:
    bodies = [SUCCESS, PARTIAL, LIMITED, rest((602, "Access token expired")), rest((1001, "Invalid value"))]
    exploded = pyarrow.table(felkod.read_many(bodies, explode=True))
    policy = felkod.RetryPolicy(jitter=False)
    for table in (exploded, exploded.take([4, 0, 3, 1, 2]), polars.DataFrame(exploded), exploded.to_pandas()):
        decided = rows(felkod.resend(table, policy=policy, request="upsert"))
        found = {(row["body"], row["record"], row["action"], row["reason"]) for row in decided}
        assert found == {
            (1, 1, "resend", None),
            (1, 2, "set_aside", "fix_request"),
            (2, None, "retry", None),
            (3, None, "renew", None),
            (4, None, "give_up", "fix_request"),
        }
        assert {row["after"] for row in decided if row["body"] == 2} == {20.0}
    for at, body in enumerate(bodies):
        decision = policy.decide(felkod.Attempts("upsert"), felkod.read(body))
        again = tuple(row["record"] for row in decided if row["body"] == at and row["action"] == "resend")
        assert again == decision.records
    with pytest.raises(ValueError, match="the table has no column `body`"):
        felkod.resend(felkod.read_many(bodies))
    with pytest.raises(TypeError, match="table must be a table with Arrow's interface, not list"):
        felkod.resend([])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="policy must be felkod.RetryPolicy, not int"):
        felkod.resend(exploded, policy=7)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown idempotency `often`"):
        felkod.resend(exploded, request="often")
    wrong = exploded.set_column(exploded.column_names.index("code"), "code", [["x"] * exploded.num_rows])
    with pytest.raises(TypeError, match="the column `code` must be of integers, not Utf8"):
        felkod.resend(wrong)
    odd = exploded.set_column(exploded.column_names.index("outcome"), "outcome", [["odd"] * exploded.num_rows])
    with pytest.raises(ValueError, match="body 1: unknown outcome `odd`"):
        felkod.resend(odd)


def test_a_folder_of_logs_becomes_a_frame(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text("start\n12:02 API Error Code 606: Max rate limit '100' exceeded with in '20' secs\n")
    (tmp_path / "b.json").write_bytes(json.dumps({"log": PARTIAL.decode()}).encode())
    table = pyarrow.table(felkod.answers(tmp_path, lang="sv"))
    assert table["path"].to_pylist() == [str(tmp_path / "a.log"), str(tmp_path / "b.json")]
    assert table["line"].to_pylist() == [2, 1] and table["wrapped_in"].to_pylist() == ["line", "json_string"]
    assert table["code"].to_pylist() == [606, 1006]
    assert table["findings"][0][0]["message"].as_py() == Code(606).message("sv")
    missing = rows(felkod.answers([tmp_path / "a.log", tmp_path / "none"]))
    assert len(missing) == 2 and "No such file" in missing[1]["unreadable"] and missing[1]["outcome"] is None
    with pytest.raises(TypeError, match="paths must be a path or an iterable of paths, not int"):
        felkod.answers(7)  # type: ignore[arg-type]


def test_an_api_that_was_called_speaks_where_a_body_does_not() -> None:
    calls: list[Callable[[], Any]] = [
        lambda: rows(felkod.read_many([b"oops"], api="soap"))[0]["api"],
        lambda: felkod.pandas.read(pandas.Series(["oops"]), api="soap")["api"].item(),
        lambda: polars.DataFrame({"body": ["oops"]}).select(felkod.polars.read("body", api="soap").struct.field("api")).item(),
    ]
    assert [call() for call in calls] == [felkod.read(b"oops", api="soap").api] * 3
