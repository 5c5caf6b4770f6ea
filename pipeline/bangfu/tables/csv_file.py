"""CSV: UTF-8 with a BOM (Excel reads it right), LF line ends, cells quoted where they need it.

Cells hold the values as they are. A text that begins with ``=``, ``+``, ``-`` or ``@`` is not changed, since
programs read these files: open tables of untrusted origin in the workbook (.xlsx), where text stays text.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

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


def write_csv(name: str, batches: Iterable[pa.RecordBatch], path: Path) -> None:
    """Write one table."""
    import pyarrow.compute as pc

    columns = table(name).columns
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(",".join(column for column, _ in columns) + "\n")
        for batch in batches:
            cells = [_cells(batch.column(column), kind) for column, kind in columns]
            # Arrow builds the lines some times as fast as a loop over cells in Python.
            lines = pc.binary_join_element_wise(*cells, ",", null_handling="replace", null_replacement="")
            file.writelines(f"{line}\n" for line in lines.to_pylist())


def _cells(column: pa.Array, kind: str) -> pa.Array:
    """The column as CSV spells it; an empty cell stays null."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if kind == "text":
        special = pc.match_substring_regex(column, '[",\r\n]')
        if not pc.any(special).as_py():
            return column
        quoted = pc.binary_join_element_wise('"', pc.replace_substring(column, '"', '""'), '"', "")
        return pc.if_else(special, quoted, column)
    if kind == "number":
        values = column.dictionary_encode()
        words = [number_text(value) for value in values.dictionary.to_pylist()]
        return pa.array(words, pa.string()).take(values.indices)
    if kind == "bool":
        return pc.if_else(column, "true", "false")
    return column.cast(pa.string())
