"""The end of a run: tables written out of sight, then all of them put in their place, and told about."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bangfu.batch.folder import Folder
from bangfu.batch.merge import Merge
from bangfu.batch.part import TEXTS, replace_file, schema_of
from bangfu.tables.write import write_tables

if TYPE_CHECKING:
    import pyarrow as pa


def write(merge: Merge, folder: Folder, formats: Sequence[str], texts: bool) -> Path:
    """Write every table below the scratch folder; gives that place."""
    place = folder.scratch / "tables"
    write_tables(merge.streams(), place, formats, merge.flow)
    if texts:
        _write_texts(merge.stream(TEXTS), place / folder.texts.name)
    return place


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


def _write_texts(batches: Iterable[pa.RecordBatch], path: Path) -> None:
    import pyarrow.parquet as pq

    with pq.ParquetWriter(path, schema_of(TEXTS), compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
