"""Many bodies in Spark, on a session of its own: it takes a Java machine, so that it starts once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import records, rest

import felkod
from felkod import Code

pytestmark = [
    pytest.mark.slow,
    # pyspark's own, at its start and its end.
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::FutureWarning"),
]

LIMITED = rest((606, "Max rate limit '100' exceeded with in '20' secs"))
PARTIAL = records((1019, "Import in progress"), (1006, "Field 'x' not found"))
SUCCESS = b'{"requestId":"e42b#14272d07d78","success":true,"result":[]}'


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    master = os.environ.get("FELKOD_SPARK", "local[2]")
    builder: Any = SparkSession.builder
    builder = builder.master(master).config("spark.ui.enabled", "false")
    settings = {"spark.sql.shuffle.partitions": "2", "spark.sql.session.timeZone": "UTC", "spark.driver.host": "127.0.0.1"}
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def test_the_examples_of_the_readme_with_spark_run(spark: Any) -> None:
    from test_documents import README, examples

    names: dict[str, Any] = {"spark": spark, "felkod": felkod, "body": LIMITED}
    blocks = [block for block in examples(README) if "spark" in block]
    assert len(blocks) == 2
    for block in blocks:
        exec(compile(block, str(README), "exec"), names)


@pytest.mark.parametrize("count", [0, 1, 100_000])
def test_as_many_rows_come_out_as_go_in(spark: Any, count: int) -> None:
    import felkod.spark
    import pyarrow

    kinds = [LIMITED, PARTIAL, None, SUCCESS]
    bodies = pyarrow.array([kinds[at % 4] for at in range(count)], pyarrow.binary())
    table = pyarrow.table({"at": pyarrow.array(range(count), pyarrow.int64()), "body": bodies})
    frame = spark.createDataFrame(table).repartition(3)
    read = felkod.spark.read_bodies(frame, "body", lang="sv").select("at", "response.*").orderBy("at").collect()
    assert [row["at"] for row in read] == list(range(count))
    for row in read[:4]:
        body = kinds[row["at"] % 4]
        if body is None:
            assert row["outcome"] is None and row["findings"] is None
            continue
        report = felkod.read(body)
        assert (row["outcome"], row["advice"], row["request_id"]) == (report.outcome, report.advice, report.request_id)
        assert [finding["code"] for finding in row["findings"]] == [finding.number for finding in report.findings]
        messages = [finding.title("sv").split(" · ", 1)[1] for finding in report.findings]
        assert [finding["message"] for finding in row["findings"]] == messages
        assert report.request_time is not None
        assert row["request_time"].timestamp() == pytest.approx(report.request_time.timestamp())
    assert [row["code"] for row in read] == [[606, 1006, None, None][at % 4] for at in range(count)]


def test_a_status_speaks_for_its_row_and_a_text_is_a_body_too(spark: Any) -> None:
    import felkod.spark

    frame = spark.createDataFrame([("", 502), ("", None), (LIMITED.decode(), 200)], "body string, status int")
    read = felkod.spark.read_bodies(frame, "body", "status", into="said").select("said.code").collect()
    assert [row["code"] for row in read] == [502, None, 606]
    with pytest.raises(ValueError, match="no column 'text', but body, status"):
        felkod.spark.read_bodies(frame, "text")
    with pytest.raises(ValueError, match="has a column 'status'"):
        felkod.spark.read_bodies(frame, "body", into="status")


def test_the_catalog_is_a_frame_to_join_with(spark: Any) -> None:
    import felkod.spark
    from pyspark.sql import functions

    codes = felkod.spark.table(spark, "sv")
    assert codes.count() == len(Code)
    errors = spark.range(20_000).select((functions.col("id") % 2 + 606).alias("error"))
    told = errors.join(functions.broadcast(codes), errors.error == codes.code).groupBy("error", "message").count()
    found = {row["error"]: (row["message"], row["count"]) for row in told.collect()}
    assert found == {code: (Code(code).message("sv"), 10_000) for code in (606, 607)}
    (row,) = codes.where("code = 606").select("limits.figure").collect()
    assert row["figure"][0] == 100


def test_a_stream_from_a_folder_is_read_to_its_end(spark: Any, tmp_path: Path) -> None:
    import felkod.spark

    landing = tmp_path / "landing"
    landing.mkdir()
    for file in range(3):
        (landing / f"{file}.txt").write_bytes(b"\n".join([LIMITED, SUCCESS, PARTIAL]) + b"\n")
    stream = spark.readStream.schema("value string").text(str(landing))
    said = felkod.spark.read_bodies(stream, "value").select("response.outcome", "response.code")
    query = (
        said.writeStream.format("memory").queryName("said").option("checkpointLocation", str(tmp_path / "done"))
        .trigger(availableNow=True).start()
    )
    try:
        assert query.awaitTermination(120)
    finally:
        query.stop()
    counted = spark.sql("SELECT outcome, code, count(*) AS n FROM said GROUP BY outcome, code").collect()
    assert {(row["outcome"], row["code"]): row["n"] for row in counted} == {
        ("error", 606): 3,
        ("success", None): 3,
        ("partial", 1006): 3,
    }


