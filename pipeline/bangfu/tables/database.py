"""SQLite: one database with a table for each, indexed by ``doc_id``."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bangfu.tables.schema import sqlite_types, table

if TYPE_CHECKING:
    import pyarrow as pa


def write_database(streams: Mapping[str, Callable[[], Iterable[pa.RecordBatch]]], path: Path) -> None:
    """Write all tables into a new database."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        # The file is renamed into place only when whole, so that a journal would protect nothing.
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        with connection:
            for name, stream in streams.items():
                types = sqlite_types(name)
                columns = ", ".join(f'"{column}" {kind}' for column, kind in types.items())
                connection.execute(f'CREATE TABLE "{name}" ({columns})')
                insert = f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(types))})'
                for batch in stream():
                    rows = zip(*(batch.column(c).to_pylist() for c in types), strict=True)
                    connection.executemany(insert, rows)
                key = table(name).sort_key[0]
                connection.execute(f'CREATE INDEX "{name}_{key}" ON "{name}" ("{key}")')
