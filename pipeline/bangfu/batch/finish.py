"""The end of a run: tables written out of sight, then all of them put in their place, and told about."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bangfu.batch.folder import Folder
from bangfu.batch.merge import Merge
from bangfu.batch.part import TEXTS, replace_file, schema_of
from bangfu.tables.schema import TABLES
from bangfu.tables.write import write_tables

if TYPE_CHECKING:
    import pyarrow as pa


def write(merge: Merge, folder: Folder, formats: Sequence[str], texts: bool) -> tuple[Path, dict[str, int]]:
    """Write every table below the scratch folder; gives that place, and how many rows each table has."""
    place = folder.scratch / "tables"
    rows: dict[str, int] = {}

    def flow(names: Sequence[str] = tuple(TABLES)) -> Iterator[tuple[str, pa.RecordBatch]]:
        counts = dict.fromkeys(names, 0)
        for name, batch in merge.flow(names):
            counts[name] += batch.num_rows
            yield name, batch
        rows.update(counts)

    def stream(name: str) -> Iterator[pa.RecordBatch]:
        return (batch for _, batch in flow((name,)))

    write_tables({name: partial(stream, name) for name in TABLES}, place, formats, flow)
    if texts:
        _write_texts(merge.flow((TEXTS,)), place / folder.texts.name)
    return place, {name: rows[name] for name in TABLES}


def publish(
    place: Path, folder: Folder, formats: Sequence[str], facts: Mapping[str, Any], texts: bool
) -> None:
    """Move the new tables over the old ones.

    run.json goes first and comes last: where it stands, all tables beside it are of one run.
    """
    folder.facts.unlink(missing_ok=True)
    for old in folder.other_tables(formats, texts):
        old.unlink(missing_ok=True)
    hashes = {}
    for path in sorted(place.iterdir()):
        hashes[path.name] = _hash(path)
        os.replace(path, folder.out / path.name)
    write_json(folder.facts, {**facts, "tables": hashes})


def write_json(path: Path, values: Mapping[str, Any]) -> None:
    """Write a JSON file beside its place and rename it."""
    text = json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    replace_file(path, lambda beside: beside.write_text(text, "utf-8"))


def _write_texts(flow: Iterable[tuple[str, pa.RecordBatch]], path: Path) -> None:
    import pyarrow.parquet as pq

    with pq.ParquetWriter(path, schema_of(TEXTS), compression="zstd") as writer:
        for _, batch in flow:
            writer.write_batch(batch)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
