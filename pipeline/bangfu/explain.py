"""One article laid out for a terminal: raw and clean text, every repair, every row and the rule behind it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bangfu.article import Article
from bangfu.tables import ROW_TABLES, TABLES
from bangfu.tables.csv_file import number_text
from bangfu.tables.records import article_records
from bangfu.visible import visible

_WIDTH = 100
_CONTEXT = 24
_COMMON = ("start", "end", "raw_start", "raw_end", "sentence")


def width(text: str) -> int:
    """The columns that a text takes on a terminal: a wide character takes two, a combining mark none.

    >>> width("帮扶 a"), width("e\\u0301")
    (6, 1)
    """
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


def grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lines of columns that stand below each other also where characters are wide.

    >>> print("\\n".join(grid(["name", "n"], [["帮扶", "1"], ["a", "20"]])))
    name  n
    帮扶  1
    a     20
    """
    cells = [list(header), *(list(row) for row in rows)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]


def explain(article: Article) -> str:
    """The whole explanation. Offsets are code points, end exclusive, in clean and in raw text.

    >>> from bangfu.pipeline import extract
    >>> "── clean text " in explain(extract("某校获捐赠3万元。", "a"))
    True
    """
    records = article_records(article)
    lines = [*_article(records["articles"][0])]
    lines += _section("raw text", visible(article.source.raw).splitlines())
    if article.text.clean != article.source.raw:
        lines += _section("clean text", visible(article.text.clean).splitlines())
    else:
        lines += _section("clean text", ["(the same: nothing was repaired)"])
    lines += _section(f"repairs ({len(records['repairs'])})", _repairs(article, records["repairs"]))
    for name in ROW_TABLES:
        lines += _section(f"{name} ({len(records[name])})", _rows(article, name, records[name]))
    unread = list(_unread(article))
    if unread:
        lines += _section(f"numbers that were not read ({len(unread)})", unread)
    return "\n".join(lines) + "\n"


def _section(title: str, lines: Iterable[str]) -> list[str]:
    return ["", f"── {title} ".ljust(_WIDTH - 20, "─"), *lines]


def _article(record: dict[str, Any]) -> list[str]:
    shown = ((key, _cell(value)) for key, value in record.items())
    return grid(["doc_id", _cell(record["doc_id"])], [cells for cells in shown if cells[1]][1:])


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return "" if value is None else visible(str(value)).replace("\n", "⏎").replace("\t", "⇥")


def _spans(record: dict[str, Any]) -> list[str]:
    return [f"{record['start']}:{record['end']}", f"{record['raw_start']}:{record['raw_end']}"]


def _repairs(article: Article, records: list[dict[str, Any]]) -> list[str]:
    if not records:
        return ["(none)"]
    raw = article.source.raw
    rows = [
        [
            *_spans(record),
            record["kind"],
            _cell(record["confidence"]),
            f"{_cell(record['before']) or '∅'} → {_cell(record['after']) or '∅'}",
            _context(raw, record["raw_start"], record["raw_end"], _CONTEXT // 2),
        ]
        for record in records
    ]
    return grid(["clean", "raw", "kind", "confidence", "before → after", "in raw text"], rows)


def _rows(article: Article, name: str, records: list[dict[str, Any]]) -> list[str]:
    """The cells of each row, then the words around it; a column that is empty throughout is left out."""
    if not records:
        return ["(none)"]
    columns = [
        column
        for column in TABLES[name].names[1:]
        if column not in _COMMON and any(record[column] is not None for record in records)
    ]
    header = [*columns, "clean", "raw"]
    table = grid(header, [[*(_cell(r[c]) for c in columns), *_spans(r)] for r in records])
    lines = table[:1]
    for line, record in zip(table[1:], records, strict=True):
        context = _context(article.text.clean, record["start"], record["end"], _CONTEXT)
        lines += [line, f"    {context}"]
    return lines


def _unread(article: Article) -> Iterator[str]:
    from bangfu.recognize.numbers import find_numbers

    clean = article.text.clean
    for number in find_numbers(clean):
        if number.kind == "unread":
            raw = "{}:{}".format(*article.text.to_raw(number.start, number.end))
            context = _context(clean, number.start, number.end, _CONTEXT)
            yield f"{visible(number.text)}  clean {number.start}:{number.end}  raw {raw}  {context}"


def _context(text: str, start: int, end: int, reach: int) -> str:
    """The words around a span, the span in 【】."""
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    dots = ("…" if start > reach else "", "…" if end + reach < len(text) else "")
    return _cell(f"{dots[0]}{before}【{text[start:end]}】{after}{dots[1]}")
