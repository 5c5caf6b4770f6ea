"""Write tables to disk in one or more formats, each file beside its place first and then renamed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bangfu.tables.records import Record
from bangfu.tables.schema import TABLES, parse_formats
from bangfu.tables.stored import Tables, path_of

if TYPE_CHECKING:
    import pyarrow as pa

Batches = Mapping[str, Callable[[], "Iterable[pa.RecordBatch]"]]
"""For each table a function that begins a new stream of its rows, in the order of the schema's sort key."""


def write_tables(batches: Batches, out: str | Path, formats: Sequence[str] = ("csv",)) -> Tables:
    """Write every table of the schema into the folder ``out``; one that ``batches`` lacks is written empty.

    Equal rows give equal bytes in every format, however the stream was cut into batches. A format is read
    through once, so memory stays flat. Raises :class:`UsageError` for an unknown format.
    """
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    streams = {name: batches.get(name, tuple) for name in TABLES}
    for format in parse_formats(",".join(formats)):
        if format in ("csv", "parquet"):
            for name, stream in streams.items():
                with beside(path_of(folder, name, format)) as path:
                    if format == "csv":
                        from bangfu.tables.csv_file import write_csv

                        write_csv(name, stream(), path)
                    else:
                        from bangfu.tables.parquet_file import write_parquet

                        write_parquet(name, stream(), path)
        else:
            with beside(path_of(folder, "", format)) as path:
                if format == "xlsx":
                    from bangfu.tables.workbook import write_workbook

                    write_workbook(streams, path)
                else:
                    from bangfu.tables.database import write_database

                    write_database(streams, path)
    return Tables(folder)


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
