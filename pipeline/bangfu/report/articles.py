"""One article on the page: its sentences with every mention marked, and the rows that the marks lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bangfu.report.markup import Html, esc, table, yuan
from bangfu.tables import ROW_TABLES, TABLES

_COMMON = ("doc_id", "start", "end", "raw_start", "raw_end", "sentence", "rule", "score")
_HEADER = ("table", "row", "clean", "raw", "rule", "score")

MAX_ROWS = 400
"""Rows of an article on the page: a page of a whole dump would not open."""

MAX_CHARS = 50_000
"""Characters of an article on the page."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of clean text and the offset where it begins."""

    start: int
    text: str


def passages(rows: Sequence[dict[str, Any]]) -> list[Passage]:
    """The sentences of an article's rows, put back in their places.

    A row tells its sentence and its own offset, not that of the sentence. The sentence begins where most of
    its rows find the words of theirs that are written in it.

    >>> passages([{"start": 12, "end": 15, "sentence": "捐赠3万元。", "words": "3万元"}])
    [Passage(start=10, text='捐赠3万元。')]
    """
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(rows, key=lambda r: (r["start"], r["end"])):
        groups.setdefault(row["sentence"], []).append(row)
    found = [p for sentence, group in groups.items() for p in _places(sentence, group)]
    return sorted(found, key=lambda p: (p.start, p.text))


def _places(sentence: str, rows: list[dict[str, Any]]) -> Iterator[Passage]:
    """A sentence that an article repeats stands in several places: its rows are too far apart for one."""
    while rows:
        first = rows[0]["start"]
        near = [row for row in rows if row["start"] < first + len(sentence)]
        begins = next((found for row in near if (found := _begins(sentence, row, first))), [first])
        begin = max(begins, key=lambda b: (_agreement(sentence, near, b), b))
        yield Passage(begin, sentence)
        rows = [row for row in rows if row["start"] >= begin + len(sentence)]


def _begins(sentence: str, row: dict[str, Any], latest: int) -> list[int]:
    """Where the sentence can begin so that the row's words stand at the row's offset."""
    begins, at = [], sentence.find(row["words"]) if row["words"] else -1
    while at >= 0:
        begins.append(row["start"] - at)
        at = sentence.find(row["words"], at + 1)
    return [begin for begin in begins if begin <= latest]


def _agreement(sentence: str, rows: list[dict[str, Any]], begin: int) -> int:
    """Rows whose words stand where a sentence beginning there has them, less those whose words do not."""
    inside = [row for row in rows if row["start"] < begin + len(sentence) and row["words"] in sentence]
    right = sum(sentence.startswith(row["words"], row["start"] - begin) for row in inside)
    return 2 * right - len(inside)


def view(
    number: int, article: dict[str, Any], rows: dict[str, list[dict[str, Any]]], clean: str | None
) -> Html:
    """The article as a folded block; ``clean`` is the whole text where the run kept it."""
    every = [row | {"table": name, "words": _words(row)} for name in ROW_TABLES for row in rows[name]]
    every.sort(key=lambda r: (r["start"], r["end"], ROW_TABLES.index(r["table"])))
    shown = every[:MAX_ROWS]
    for i, row in enumerate(shown):
        row["anchor"] = f"a{number}r{i}"
    parts = passages(shown) if clean is None else [Passage(0, clean[:MAX_CHARS])]
    text = "".join(_passage(part, shown) for part in parts)
    listed = table(_HEADER, [_cells(row) for row in shown], numeric=(2, 3, 5), empty="no rows")
    title = article["title"] or article["doc_id"]
    notes = [article["doc_id"], f"{len(every)} rows", article["damage"]]
    if len(every) > len(shown):
        notes.append(f"the first {len(shown)} are shown")
    return Html(
        f'<details class="article" id="a{number}"><summary><b>{esc(title)}</b> '
        f'<span class="dim">{esc(" · ".join(note for note in notes if note))}</span></summary>\n'
        f'<div class="text">{text}</div>\n{listed}</details>\n'
    )


def _words(row: dict[str, Any]) -> str:
    """What of a row is written in its sentence."""
    return str(row.get("text") or row.get("name") or row.get("title") or "")


def _cells(row: dict[str, Any]) -> list[object]:
    name, anchor = row["table"], row["anchor"]
    own = (c for c in TABLES[name].names if c not in _COMMON and row[c] is not None)
    return [
        Html(f'<a id="{anchor}" href="#m{anchor}" class="{name}">{name}</a>'),
        Html(" ".join(f"<i>{column}</i>&nbsp;{_cell(column, row[column])}" for column in own)),
        f"{row['start']}:{row['end']}",
        f"{row['raw_start']}:{row['raw_end']}",
        row["rule"],
        row["score"],
    ]


def _cell(column: str, value: Any) -> Html:
    return yuan(value) if column in ("cny", "cny_max") else Html(f"<bdi>{esc(value)}</bdi>")


def _passage(part: Passage, rows: Sequence[dict[str, Any]]) -> str:
    """The text cut wherever a mention begins or ends; a piece leads to the shortest mention over it."""
    end = part.start + len(part.text)
    inside = [row for row in rows if row["start"] < end and row["end"] > part.start]
    borders = {border for row in inside for border in (row["start"], row["end"])}
    cuts = [part.start, *sorted(cut for cut in borders if part.start < cut < end), end]
    out: list[str] = []
    for a, b in pairwise(cuts):
        words = esc(part.text[a - part.start : b - part.start])
        over = [row for row in inside if row["start"] <= a and row["end"] >= b]
        if not over:
            out.append(words)
            continue
        row = min(over, key=lambda r: r["end"] - r["start"])
        note = f"{row['table']} · raw {row['raw_start']}:{row['raw_end']} · {row['rule']}"
        begun = [r["anchor"] for r in over if max(r["start"], part.start) == a]
        out += [f'<span id="m{anchor}"></span>' for anchor in begun]
        out.append(f'<a class="{row["table"]}" href="#{row["anchor"]}" title="{esc(note)}">{words}</a>')
    return f"<p>{''.join(out)}</p>\n"
