"""Write tables to disk in one or more formats, each file beside its place first and then renamed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from bangfu.tables.records import Record
from bangfu.tables.schema import TABLES, parse_formats
from bangfu.tables.stored import Tables, path_of

if TYPE_CHECKING:
    import pyarrow as pa

Batches = Mapping[str, Callable[[], "Iterable[pa.RecordBatch]"]]
"""For each table a function that begins a new stream of its rows, in the order of the schema's sort key."""

Flow = Callable[[], "Iterable[tuple[str, pa.RecordBatch]]"]
"""A function that begins a stream of all tables' rows with the table's name, each table in its order."""


def write_tables(
    batches: Batches, out: str | Path, formats: Sequence[str] = ("csv",), flow: Flow | None = None
) -> Tables:
    """Write every table of the schema into the folder ``out``; one that ``batches`` lacks is written empty.

    Equal rows give equal bytes in every format, however the stream was cut into batches. Memory stays flat:
    formats with a file a table take their rows from one ``flow``, where there is one, all tables at a time;
    formats with one file for all tables take them table by table. Raises :class:`UsageError` for an unknown
    format.
    """
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    streams = {name: batches.get(name, tuple) for name in TABLES}
    chosen = parse_formats(",".join(formats))
    if apart := [format for format in chosen if format in ("csv", "parquet")]:
        _write_files(flow or partial(_table_by_table, streams), folder, apart)
    if "xlsx" in chosen:
        from bangfu.tables.workbook import write_workbook

        with beside(path_of(folder, "", "xlsx")) as path:
            write_workbook(streams, path)
    if "sqlite" in chosen:
        from bangfu.tables.database import write_database

        with beside(path_of(folder, "", "sqlite")) as path:
            write_database(streams, path)
    return Tables(folder)


def _write_files(flow: Flow, folder: Path, formats: Sequence[str]) -> None:
    """All tables in formats with a file a table, side by side."""
    from bangfu.tables.csv_file import csv_writer
    from bangfu.tables.parquet_file import parquet_writer

    with ExitStack() as stack:
        writers: dict[str, list[Callable[[pa.RecordBatch], None]]] = {name: [] for name in TABLES}
        for name, format in product(TABLES, formats):
            path = stack.enter_context(beside(path_of(folder, name, format)))
            open_writer = csv_writer if format == "csv" else parquet_writer
            writers[name].append(stack.enter_context(open_writer(name, path)))
        for name, batch in flow():
            for write in writers[name]:
                write(batch)


def _table_by_table(streams: Batches) -> Iterator[tuple[str, pa.RecordBatch]]:
    for name, stream in streams.items():
        for batch in stream():
            yield name, batch


def write_records(
    records: Mapping[str, Sequence[Record]], out: str | Path, formats: Sequence[str] = ("csv",)
) -> Tables:
    """Write records that are held in memory (see :func:`bangfu.tables.records.article_records`)."""
    from bangfu.tables.frames import arrow_table

    tables = {name: arrow_table(name, rows) for name, rows in records.items()}
    return write_tables({name: table.to_batches for name, table in tables.items()}, out, formats)


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A path beside ``path`` to write to; renamed to ``path`` at the end, removed after an error."""
    waiting = path.with_name(f".{path.name}.writing")
    try:
        yield waiting
        with waiting.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(waiting, path)
    finally:
        waiting.unlink(missing_ok=True)
