"""A .parquet file: one record a row, read by batches of the row groups."""

from __future__ import annotations

import gzip
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import IO, Any, cast

from bangfu.article import Source
from bangfu.errors import RejectError
from bangfu.read.records import holds_text, known_fields, source_of
from bangfu.read.reject import Reject
from bangfu.read.streams import open_bytes, read_errors
from bangfu.read.unit import Unit
from bangfu.settings import Settings

_ROWS = 256
"""Rows to a batch: some megabytes of articles."""


def read_parquet(unit: Unit, settings: Settings) -> Iterator[Source | Reject]:
    """The articles of the unit's row groups, each with the place ``PATH#ROW``, rows counted from 0.

    ``raw`` is the row's text field exactly. Raises :class:`RejectError` where no column holds texts, and
    where the file breaks.
    """
    with _opened(unit) as file:
        names = tuple(file.schema_arrow.names)
        if not holds_text(dict.fromkeys(names, "")):
            raise RejectError("read", f"no column of texts among {', '.join(names)[:80]}")
        stop = file.num_row_groups if unit.stop is None else unit.stop
        row = sum(file.metadata.row_group(i).num_rows for i in range(unit.start))
        batches = file.iter_batches(
            batch_size=_ROWS,
            row_groups=list(range(unit.start, stop)),
            columns=known_fields(names),
            use_threads=False,
        )
        for batch in batches:
            for record in batch.to_pylist():
                yield source_of(record, f"{unit.name}#{row}")
                row += 1


def cut_parquet(unit: Unit, unit_bytes: int) -> Iterator[Unit]:
    """Pieces of whole row groups, of about ``unit_bytes`` of uncompressed values."""
    if unit.compressed:
        yield unit
        return
    with _opened(unit) as file:
        start = size = 0
        for i in range(file.num_row_groups):
            size += file.metadata.row_group(i).total_byte_size
            if size >= unit_bytes or i == file.num_row_groups - 1:
                yield replace(unit, start=start, stop=i + 1, size=size)
                start, size = i + 1, 0


def bytes_of(unit: Unit) -> tuple[int, int | None]:
    """The bytes of the file in which the unit's row groups lie."""
    if unit.stop is None:
        return 0, None
    with _opened(unit) as file:
        chunks = [
            file.metadata.row_group(i).column(j)
            for i in range(unit.start, unit.stop)
            for j in range(file.metadata.num_columns)
        ]
    starts = [min(filter(None, (c.dictionary_page_offset, c.data_page_offset))) for c in chunks]
    stops = [start + c.total_compressed_size for start, c in zip(starts, chunks, strict=True)]
    return min(starts, default=0), max(stops, default=0)


@contextmanager
def _opened(unit: Unit) -> Iterator[Any]:
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with read_errors(), _seekable(unit) as stream, ParquetFile(stream, pre_buffer=False) as file:
            yield file
    except (ArrowException, ValueError) as error:
        raise RejectError("read", f"broken Parquet: {str(error).splitlines()[0]}") from error


@contextmanager
def _seekable(unit: Unit) -> Iterator[IO[bytes]]:
    """Parquet is read from its end: a gzip is inflated into a temporary file, not into memory."""
    if not unit.compressed:
        with open_bytes(unit.path, False) as stream:
            yield stream
        return
    with tempfile.TemporaryFile() as inflated:
        with gzip.open(unit.path, "rb") as stream:
            shutil.copyfileobj(cast(IO[bytes], stream), inflated)
        inflated.seek(0)
        yield cast(IO[bytes], inflated)
