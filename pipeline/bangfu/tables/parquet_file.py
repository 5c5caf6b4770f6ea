"""Parquet: zstd, in row groups of a fixed size, so that the bytes do not depend on how rows arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bangfu.tables.schema import arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

ROW_GROUP = 50_000
"""Rows in a group: large enough to compress well, small enough to hold in memory."""


@contextmanager
def parquet_writer(name: str, path: Path) -> Iterator[Callable[[pa.RecordBatch], None]]:
    """A function that adds rows to one table."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = arrow_schema(name)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        held: list[pa.RecordBatch] = []

        def write(batch: pa.RecordBatch) -> None:
            held.append(batch.select(schema.names).cast(schema))
            while sum(some.num_rows for some in held) >= ROW_GROUP:
                whole = pa.Table.from_batches(held, schema)
                writer.write_table(whole.slice(0, ROW_GROUP).combine_chunks(), row_group_size=ROW_GROUP)
                held[:] = whole.slice(ROW_GROUP).to_batches()

        yield write
        if held:
            writer.write_table(pa.Table.from_batches(held, schema).combine_chunks(), row_group_size=ROW_GROUP)
