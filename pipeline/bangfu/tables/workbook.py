"""Excel: one workbook with a sheet for each table; text stays text, also where it looks like a formula."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bangfu.tables.schema import table

if TYPE_CHECKING:
    import pyarrow as pa

MAX_ROWS = 1_048_575
"""Rows that a sheet holds below its header; a longer table goes on in the sheet ``NAME (2)``."""

MAX_CELL = 32_767
"""Characters that a cell holds; a longer text ends in ``…``."""

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip archive can tell
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_WIDTHS = {
    "sentence": 60,
    "purpose": 24,
    "item": 24,
    "title": 24,
    "institution": 28,
    "name": 28,
    "source": 28,
}


def write_workbook(streams: Mapping[str, Callable[[], Iterable[pa.RecordBatch]]], path: Path) -> None:
    """Write all tables into a new workbook, the same bytes for the same rows."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, stream in streams.items():
        _write_sheets(book, name, stream())
    book.save(path)
    _without_dates(path)


def _write_sheets(book: Any, name: str, batches: Iterable[pa.RecordBatch]) -> None:
    columns = table(name).names
    sheet, rows, number = _new_sheet(book, name, 1), 0, 1
    for batch in batches:
        for row in zip(*(batch.column(column).to_pylist() for column in columns), strict=True):
            if rows == MAX_ROWS:
                number += 1
                sheet, rows = _new_sheet(book, name, number), 0
            sheet.append([_text_cell(sheet, cell) if isinstance(cell, str) else cell for cell in row])
            rows += 1


def _new_sheet(book: Any, name: str, number: int) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name if number == 1 else f"{name} ({number})")
    sheet.freeze_panes = "A2"
    header = []
    for index, column in enumerate(table(name).names, 1):
        sheet.column_dimensions[get_column_letter(index)].width = _WIDTHS.get(column, 13)
        cell = WriteOnlyCell(sheet, column)
        cell.font = Font(bold=True)
        header.append(cell)
    sheet.append(header)
    return sheet


def _text_cell(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
    if len(text) > MAX_CELL:
        text = text[: MAX_CELL - 1] + "…"
    if text[:1] not in "=#":
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # else openpyxl takes "=…" for a formula and "#N/A" for an error
    return cell


def _without_dates(path: Path) -> None:
    """Write the archive again with fixed dates: openpyxl puts the clock into every member."""
    packed = path.with_name(path.name + ".packed")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            with old.open(member) as source, new.open(info, "w", force_zip64=True) as target:
                if member.filename == "docProps/core.xml":
                    target.write(_MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", source.read()))
                    continue
                while block := source.read(1 << 20):
                    target.write(block)
    packed.replace(path)
