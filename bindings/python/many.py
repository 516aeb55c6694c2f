"""Measures the reading of many bodies against what one would write instead, in one run, and prints the ratios.

    python bindings/python/many.py [--quick] [--spark] [--assert]

Of the bodies 90 % are successes of 2 kB, 8 % are partial and 2 % are errors. Every other row does less than felkod: it takes
out whether the call succeeded and the code of the first error, and knows nothing of what to do. --spark starts a Spark
session, --quick measures small columns once, --assert fails where one thread is not five times as fast as json.loads, or
two cores not nine times: they are seven and twelve times as fast.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any

import duckdb
import pandas
import polars
import pyarrow

import felkod
import felkod.duckdb
import felkod.pandas
import felkod.polars

QUICK = "--quick" in sys.argv[1:]
ROWS = 2_000 if QUICK else 4_000
# Rounds are short, so that another process seldom falls into all of them. Each way runs several times in a row, so that
# what the one before left in the caches, and threads of its own that still wait, slow down the first of them only.
ROUNDS, IN_A_ROW = (1, 1) if QUICK else (10, 3)
# How often all is measured again where --assert finds less: what is slow is so each time, and what else runs is not.
AGAIN = 5


def bodies() -> list[str]:
    """Returns the bodies, the kinds mixed."""
    lead = {"id": 318581, "updatedAt": "2026-08-17T09:00:00Z", "lastName": "Andersson", "email": "anna@example.com"}
    success = {"requestId": "e42b#14272d07d78", "success": True, "result": [lead] * 18}
    done, failed = {"id": 1, "status": "updated"}, {"status": "skipped", "reasons": [{"code": "1006", "message": "Field 'x' not found"}]}
    partial = {"requestId": "e42b#14272d07d78", "success": True, "result": [done] * 30 + [failed] * 10}
    message = "Max rate limit '100' exceeded with in '20' secs"
    error = {"requestId": "e42b#14272d07d78", "success": False, "errors": [{"code": "606", "message": message}]}
    kinds = [json.dumps(success), json.dumps(partial), json.dumps(error)]
    assert 1_900 < len(kinds[0]) < 2_200
    return [kinds[0 if at % 50 < 45 else 1 if at % 50 < 49 else 2] for at in range(ROWS)]


def by_hand(body: str) -> str | None:
    """What a function of the user's does with a body."""
    told = json.loads(body)
    if told["success"]:
        for record in told["result"]:
            if "reasons" in record:
                return str(record["reasons"][0]["code"])
        return None
    return str(told["errors"][0]["code"])


def measured(ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Returns what each way takes: the best of several rounds, taken in turn so that a busy machine is busy for all."""
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(ROUNDS):
        for name, way in ways.items():
            for _ in range(IN_A_ROW):
                start = perf_counter()
                way()
                best[name] = min(best[name], perf_counter() - start)
    return best


def frames() -> dict[str, float]:
    given = bodies()
    column = pyarrow.array(given, pyarrow.large_string())
    series = pandas.Series(given, dtype=object)
    frame = polars.DataFrame({"body": given})
    record = polars.Struct({"status": polars.String, "reasons": polars.List(polars.Struct({"code": polars.String}))})
    schema = polars.Struct({"success": polars.Boolean, "errors": polars.List(polars.Struct({"code": polars.String})), "result": polars.List(record)})
    connection = duckdb.connect()
    felkod.duckdb.register(connection)
    connection.register("landing", pyarrow.table({"body": column}))
    extracts = "json_extract_string(body, '$.success'), json_extract_string(body, '$.errors[0].code'), json_extract_string(body, '$.result[*].reasons[0].code')"
    return measured(
        {
            "felkod, one thread": lambda: pyarrow.table(felkod.read_many(column, threads=1)),
            "felkod, every core": lambda: pyarrow.table(felkod.read_many(column)),
            "json.loads, map_elements of polars": lambda: frame["body"].map_elements(by_hand, return_dtype=polars.String),
            "json.loads, apply of pandas": lambda: series.apply(by_hand),
            "felkod.polars, expression": lambda: frame.select(felkod.polars.read("body")),
            "polars, json_decode with a schema": lambda: frame.select(polars.col("body").str.json_decode(schema)),
            "felkod.duckdb, function": lambda: connection.sql(
                "SELECT count(felkod_read(body).code) FROM landing"
            ).fetchall(),
            "duckdb, three json_extract": lambda: connection.sql(f"SELECT {extracts} FROM landing").fetchall(),
        }
    )


def on_spark() -> dict[str, float]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    import felkod.spark
    from pyspark.sql import SparkSession, functions
    from pyspark.sql.types import StringType

    builder: Any = SparkSession.builder
    session = builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.driver.host", "127.0.0.1").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    frame = session.createDataFrame(pyarrow.table({"body": bodies()})).repartition(2).cache()
    frame.count()
    schema = "success boolean, errors array<struct<code: string>>, result array<struct<reasons: array<struct<code: string>>>>"
    udf = functions.udf(by_hand, StringType())

    def run(read: Any) -> Callable[[], object]:
        return lambda: read.write.format("noop").mode("overwrite").save()

    best = measured(
        {
            "felkod.spark, read_bodies": run(felkod.spark.read_bodies(frame, "body").select("response")),
            "spark, from_json": run(frame.select(functions.from_json("body", schema))),
            "spark, json.loads in a Python UDF": run(frame.select(udf("body"))),
        }
    )
    session.stop()
    return best


def misses(best: dict[str, float]) -> list[str]:
    """Returns what is not as fast as asserted."""
    by_json = min(best["json.loads, map_elements of polars"], best["json.loads, apply of pandas"])
    asserted = {"felkod, one thread": 5, "felkod, every core": 9 if (os.cpu_count() or 1) >= 2 else 5}
    return [
        f"{name}: {by_json / best[name]:.1f} times as fast as json.loads, not {wanted}"
        for name, wanted in asserted.items()
        if by_json / best[name] < wanted
    ]


def main() -> None:
    best = frames()
    for _ in range(AGAIN if "--assert" in sys.argv[1:] else 0):
        if not misses(best):
            break
        best = {name: min(took, best[name]) for name, took in frames().items()}
    if "--spark" in sys.argv[1:]:
        best |= on_spark()
    print(f"felkod {felkod.__version__}, {ROWS:,} bodies, {os.cpu_count()} cores; ratios to felkod on one thread and on every core")
    one, every = best["felkod, one thread"], best["felkod, every core"]
    for name, took in best.items():
        print(f"  {took / ROWS * 1e6:8.2f} µs a body  {took / one:6.2f}x  {took / every:6.2f}x  {name}")
    if "--assert" in sys.argv[1:]:
        assert not misses(best), "; ".join(misses(best))


if __name__ == "__main__":
    main()
