"""Many responses in Spark: a column of bodies in, a column of structs out, on all executors.

It needs pyspark 4 and pyarrow. The workers import felkod too: install the wheel where they run, and set PYSPARK_PYTHON to
the Python that has it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow  # type: ignore[import-untyped,unused-ignore]
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import ArrayType, DataType, LongType, StringType, StructField, StructType, TimestampType

import felkod
from felkod._types import Limits
from felkod._words import Api

__all__ = ["read_bodies", "table"]


def read_bodies(
    frame: DataFrame,
    body: str,
    status: str | None = None,
    *,
    into: str = "response",
    api: Api | str | None = None,
    lang: str = "en",
    server_text: bool = False,
    limits: Limits | None = None,
) -> DataFrame:
    """Returns a frame with a column more: a struct with the columns of felkod.read_many().

    It reads by mapInArrow, in streams too. Each task reads on one core, because Spark runs a task a core.

    Args:
        frame: The frame, or a stream.
        body: The name of the column of bodies, of string or binary.
        status: The name of the column of HTTP statuses, of integers.
        into: The name of the new column.
        api: The API that was called: soap, rest …
        lang: The language of the messages, as a tag; one felkod lacks gives English.
        server_text: Whether to add the server's texts to the findings. They can contain personal data.
        limits: The bounds of the reading of each body.

    Returns:
        The frame; response.advice and response.findings are columns of it.

    Raises:
        ValueError: The frame has no such column, or it has one of the name of the new one.
    """
    for name in (body, status):
        if name is not None and name not in frame.columns:
            raise ValueError(f"the frame has no column {name!r}, but {', '.join(frame.columns)}")
    if into in frame.columns:
        raise ValueError(f"the frame has a column {into!r}; name another with into=")
    column = pyarrow.struct(pyarrow.schema(felkod.read_many([], server_text=server_text)))
    schema = StructType([*frame.schema.fields, StructField(into, _type(column))])

    def read(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            statuses = None if status is None else batch.column(status)
            rows = felkod.read_many(
                batch.column(body),
                statuses,
                api=api,
                lang=lang,
                server_text=server_text,
                limits=limits,
                threads=1,
            )
            structs = pyarrow.table(rows).to_struct_array().combine_chunks()
            yield pyarrow.RecordBatch.from_arrays([*batch.columns, structs], [*batch.schema.names, into])

    return frame.mapInArrow(read, schema)


def table(session: SparkSession, lang: str = "en") -> DataFrame:
    """Returns felkod.table() as a frame, to be joined with pyspark.sql.functions.broadcast().

    Args:
        session: The session.
        lang: The language of message, note and remedy, as a tag; one felkod lacks gives English.
    """
    return session.createDataFrame(pyarrow.table(felkod.table(lang)))


def _type(of: pyarrow.DataType) -> DataType:
    """Returns Spark's type for one of Arrow's."""
    if pyarrow.types.is_struct(of):
        return StructType([StructField(field.name, _type(field.type)) for field in of])
    if pyarrow.types.is_list(of):
        return ArrayType(_type(of.value_type))
    if pyarrow.types.is_timestamp(of):
        return TimestampType()
    return LongType() if pyarrow.types.is_integer(of) else StringType()
