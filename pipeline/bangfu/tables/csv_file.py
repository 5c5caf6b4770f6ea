"""CSV: UTF-8 with a BOM (Excel reads it right), LF line ends, cells quoted where they need it.

Cells hold the values as they are. A text that begins with ``=``, ``+``, ``-`` or ``@`` is not changed, since
programs read these files: open tables of untrusted origin in the workbook (.xlsx), where text stays text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from bangfu.tables.schema import table

if TYPE_CHECKING:
    import pyarrow as pa


def number_text(value: float | None) -> str:
    """A number without an exponent and without a useless ``.0``; the shortest that reads back the same.

    >>> number_text(200.0), number_text(1.5), number_text(1e22), number_text(0.00001), number_text(None)
    ('200', '1.5', '10000000000000000000000', '0.00001', '')
    """
    if value is None:
        return ""
    if value.is_integer():
        return str(int(value))
    text = repr(value)
    return format(Decimal(text), "f") if "e" in text else text


def _bool_text(value: bool | None) -> str:
    return "" if value is None else "true" if value else "false"


class _Lines:
    """Ends lines with LF. The csv module quotes a lone CR only where CR is part of its own line end."""

    def __init__(self, file: TextIO) -> None:
        self._write = file.write

    def write(self, line: str) -> int:
        return self._write(line[:-2] + "\n")


def write_csv(name: str, batches: Iterable[pa.RecordBatch], path: Path) -> None:
    """Write one table."""
    columns = table(name).columns
    convert: dict[str, Any] = {"number": number_text, "bool": _bool_text}
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(_Lines(file), lineterminator="\r\n")
        writer.writerow([column for column, _ in columns])
        for batch in batches:
            cells = [
                map(convert[kind], batch.column(column).to_pylist())
                if kind in convert
                else batch.column(column).to_pylist()
                for column, kind in columns
            ]
            writer.writerows(zip(*cells, strict=True))
