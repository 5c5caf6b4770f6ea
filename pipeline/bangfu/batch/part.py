"""A part: one finished shard as one Parquet file.

A row of a part is one item that was read: an article or a reject. Each table is a column that holds the list
of the item's rows in it, so an item moves, is sorted or left out as one. A part is written beside its place
and renamed: a part that has its name is whole. Its marker, in the file's footer, tells what it was made of.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bangfu.errors import BangfuError
from bangfu.tables.records import Record
from bangfu.tables.schema import TABLES, arrow_schema

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

TEXTS = "texts"
"""Not one of the tables: clean and raw text of each article, where a run keeps them."""

_MARKER = b"bangfu"


@dataclass(slots=True)
class Item:
    """One thing that was read: its rows by table, and what stands for it when copies are looked for."""

    doc_id: str
    source: str
    tables: Mapping[str, Sequence[Record]]
    facts: list[int] = field(default_factory=list)
    shingles: int = 0
    damage: int = 0
    """Repairs that were needed; of two copies the one with fewer is the better witness."""


def write_part(
    path: Path,
    items: Sequence[Item],
    signatures: npt.NDArray[np.uint32],
    marker: Mapping[str, Any],
) -> None:
    """Write a part. Raises ``OSError`` where the disk is full; then nothing has the part's name."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    width = signatures.shape[1] * 4
    packed = pa.Array.from_buffers(
        pa.binary(width), len(items), [None, pa.py_buffer(signatures.astype("<u4").tobytes())]
    )
    columns: dict[str, pa.Array] = {
        "doc_id": pa.array([item.doc_id for item in items], pa.string()),
        "source": pa.array([item.source for item in items], pa.string()),
        "facts": pa.array([item.facts for item in items], pa.list_(pa.uint32())),
        "hash": pa.array([_hash(item) for item in items], pa.binary(16)),
        "damage": pa.array([item.damage for item in items], pa.int32()),
        "shingles": pa.array([item.shingles for item in items], pa.int32()),
        "signature": packed,
    }
    texts = (TEXTS,) if any(TEXTS in item.tables for item in items) else ()
    for name in (*TABLES, *texts):
        columns[name] = _lists([item.tables.get(name, ()) for item in items], schema_of(name))
    table = pa.table(columns).replace_schema_metadata({_MARKER: json.dumps(marker, sort_keys=True).encode()})
    # Parts are read whole: dictionaries and statistics would cost time and save nothing.
    plain = {"compression": "zstd", "use_dictionary": False, "write_statistics": False}
    replace_file(path, lambda waiting: pq.write_table(table, waiting, **plain))


def schema_of(name: str) -> pa.Schema:
    """The columns of a table, or of the texts that a run may keep beside the tables.

    >>> schema_of(TEXTS).names
    ['doc_id', 'clean', 'raw']
    """
    import pyarrow as pa

    if name == TEXTS:
        return pa.schema([("doc_id", pa.string()), ("clean", pa.string()), ("raw", pa.string())])
    return arrow_schema(name)


def read_marker(path: Path) -> dict[str, Any] | None:
    """What a part says that it was made of; None where there is no part, or the file is broken.

    >>> read_marker(Path("no-such.parquet")) is None
    True
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        found = pq.read_schema(path).metadata
        marker = json.loads(found[_MARKER])
    except (OSError, pa.ArrowException, KeyError, TypeError, ValueError):
        return None
    return marker if isinstance(marker, dict) else None


def read_columns(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """Some columns of a part, or all of it."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        return file.read(columns=None if columns is None else list(columns), use_threads=False)


@contextmanager
def dropped_if_broken(parts: Sequence[Path]) -> Iterator[None]:
    """Turn an error over reading parts into one that says which part is to blame, and remove that part.

    A part that was renamed is whole; a disk can spoil it later. Raises :class:`BangfuError` then, and any
    other error as it was.
    """
    import pyarrow as pa

    try:
        yield
    except (OSError, pa.ArrowException) as error:
        broken = []
        for path in parts:
            try:
                read_columns(path)
            except (OSError, pa.ArrowException):
                broken.append(path)
        if not broken:
            raise
        for path in broken:
            path.unlink(missing_ok=True)
        raise BangfuError(
            f"{len(broken)} of {len(parts)} finished shards could not be read back ({error}):"
            " they were removed; run again to do them anew"
        ) from error


def replace_file(path: Path, write: Any) -> None:
    """Call ``write(beside)`` for a file beside ``path``, flush it to the disk, and give it its name."""
    # The process is in the name: an orphan of a killed run may still be writing the same part.
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write(beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _hash(item: Item) -> bytes | None:
    articles = item.tables.get("articles")
    return bytes.fromhex(articles[0]["sha256"])[:16] if articles else None


def _lists(rows: Sequence[Sequence[Record]], schema: pa.Schema) -> pa.Array:
    """Lists of records as one column; built from flat columns, four times as fast as from dictionaries."""
    import pyarrow as pa

    ends = [0]
    flat: list[Record] = []
    for records in rows:
        flat.extend(records)
        ends.append(len(flat))
    fields = [pa.array([record[f.name] for record in flat], f.type) for f in schema]
    return pa.ListArray.from_arrays(
        pa.array(ends, pa.int32()), pa.StructArray.from_arrays(fields, fields=list(schema))
    )
