"""CSV: UTF-8 with a BOM (Excel reads it right), LF line ends, cells quoted where they need it.

Cells hold the values as they are. A text that begins with ``=``, ``+``, ``-`` or ``@`` is not changed, since
programs read these files: open tables of untrusted origin in the workbook (.xlsx), where text stays text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def csv_writer(name: str, path: Path) -> Iterator[Callable[[pa.RecordBatch], None]]:
    """A function that adds rows to one table."""
    columns = table(name).columns
    with path.open("wb") as file:
        file.write((",".join(column for column, _ in columns) + "\n").encode("utf-8-sig"))

        def write(batch: pa.RecordBatch) -> None:
            if batch.num_rows:
                file.write(_lines([_cells(batch.column(column), kind) for column, kind in columns]))

        yield write


def _lines(cells: list[pa.Array]) -> pa.Buffer:
    """The lines' bytes. Arrow joins them some times as fast as a loop over cells in Python."""
    import pyarrow.compute as pc

    gaps = {"null_handling": "replace", "null_replacement": ""}
    ends = pc.binary_join_element_wise(cells[-1], "", "\n", **gaps)
    lines = pc.binary_join_element_wise(*cells[:-1], ends, ",", **gaps)
    # The strings of an array lie in one buffer, one behind the other.
    _, offsets, text = lines.buffers()
    size = memoryview(offsets).cast("i")[lines.offset + len(lines)]
    return text.slice(0, size)


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
