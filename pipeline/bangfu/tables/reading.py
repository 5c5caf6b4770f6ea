"""One table of a folder as a pandas frame, from whichever format it was written in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bangfu.errors import UsageError
from bangfu.tables.schema import arrow_schema, pandas_dtypes, table

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


def read_frame(
    path: Path,
    name: str,
    format: str,
    columns: Sequence[str] | None = None,
    docs: Collection[str] | None = None,
) -> pd.DataFrame:
    """Read the table ``name``, or some of its columns or articles, from a file in one of the formats.

    Every format gives the same frame. ``docs`` are doc_ids; only Parquet leaves the others on the disk.
    Raises :class:`UsageError` where the file is not such a table.
    """
    wanted = list(columns or table(name).names)
    try:
        keyed = wanted if docs is None else list(dict.fromkeys((*wanted, "doc_id")))
        if format == "parquet":
            frame = _read_parquet(path, keyed, docs)
        else:
            frame = _READERS[format](path, name, keyed)
    except (OSError, ValueError, KeyError, LookupError) as error:
        raise UsageError(f"{path} is not the table {name} that `bangfu run` writes: {error}") from error
    if docs is not None:
        frame = frame[frame["doc_id"].isin(list(docs))].reset_index(drop=True)
    dtypes = pandas_dtypes(name)
    return frame[wanted].astype({column: dtypes[column] for column in wanted})


def _read_parquet(path: Path, columns: list[str], docs: Collection[str] | None) -> pd.DataFrame:
    import pyarrow.parquet as pq

    chosen = None if docs is None else [("doc_id", "in", list(docs))]
    return _to_pandas(pq.read_table(path, columns=columns, filters=chosen))


def _read_csv(path: Path, name: str, columns: list[str]) -> pd.DataFrame:
    import pyarrow.csv as pc

    options = pc.ConvertOptions(
        column_types=arrow_schema(name),
        include_columns=columns,
        null_values=[""],  # and nothing else: a person may be called NA
        strings_can_be_null=True,
        true_values=["true"],
        false_values=["false"],
    )
    parse = pc.ParseOptions(newlines_in_values=True)
    return _to_pandas(pc.read_csv(path, parse_options=parse, convert_options=options))


def _to_pandas(table: pa.Table) -> pd.DataFrame:
    import pandas as pd
    import pyarrow as pa

    nullable = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.string(): pd.StringDtype()}
    frame: pd.DataFrame = table.to_pandas(types_mapper=nullable.get)
    return frame


def _read_sqlite(path: Path, name: str, columns: list[str]) -> pd.DataFrame:
    import sqlite3

    import pandas as pd

    with closing(sqlite3.connect(path)) as connection:
        try:
            names = ", ".join(f'"{column}"' for column in columns)
            rows = connection.execute(f'SELECT {names} FROM "{name}" ORDER BY rowid').fetchall()
        except sqlite3.Error as error:
            raise ValueError(error) from error
    return pd.DataFrame(rows, columns=columns, dtype=object)


def _read_xlsx(path: Path, name: str, columns: list[str]) -> pd.DataFrame:
    import pandas as pd
    from openpyxl import load_workbook

    rows: list[tuple[Any, ...]] = []
    with closing(load_workbook(path, read_only=True)) as book:
        for title in book.sheetnames:
            if title == name or title.startswith(f"{name} ("):
                header, *body = book[title].iter_rows(values_only=True)
                places = [header.index(column) for column in columns]
                rows += (tuple(row[i] if i < len(row) else None for i in places) for row in body)
    return pd.DataFrame(rows, columns=columns, dtype=object)


_READERS = {"csv": _read_csv, "sqlite": _read_sqlite, "xlsx": _read_xlsx}
