"""Names beside a name: the list or the column that it stands in, a bracket behind it, and what goes on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bangfu.recognize.names.borders import OPEN, closing, surname_at
from bangfu.recognize.names.context import Context
from bangfu.recognize.people.fillings import DESCRIBED, Filling, fillings

_BRACKET = re.compile(r"[（(][^（()）。；\n]{1,24}[）)]")
_COMING = re.compile(
    "正[^，。；！？在是]{1,4}着|[来去](?:支[教医农]|住|援|帮扶|送[医教]|看望|[上讲]课|工作|校|这|此|我|[他她]|之[前后])"
)
"""Who comes or goes, and what for; who is doing something."""
_BEFORE = re.compile("(?:[，。；：、（(“\\s]|^)([\u4e00-\u9fff]{2,4})、$")
_ITEM = re.compile("、([\u4e00-\u9fff]{2,4})(?=、)")
_JOINT = re.compile("[、和与及]|以及")
_CELL = re.compile(r"[^\s|｜][^\n|｜]*(?<=[^\s|｜])")
_NOTE = re.compile("[ \u3000]?[（(][^（()）]{1,8}[）)]$")
"""What a cell says beside the name: 王小明（队长）."""
_LONGEST_CELL, _FEWEST_CELLS, _WIDEST = 24, 5, 9


def beside(context: Context, start: int, end: int) -> Iterator[Filling]:
    """What may be the names beside a certain name: behind it and before it.

    >>> from bangfu.recognize.names.context import context_of
    >>> text = "，黄土根、王小明（兼主任）、田园，"
    >>> [text[f.start : f.end] for f in beside(context_of(text, ()), 5, 8)]
    ['田园', '黄土根']
    """
    clean, after = context.clean, behind_bracket(context.clean, end)
    if joint := _JOINT.match(clean, after):
        yield from fillings(context, joint.end(), DESCRIBED)
    before = _BEFORE.search(clean, max(0, start - 6), start) if clean[start - 1 : start] == "、" else None
    if before is not None:
        at = before.start(1)
        yield from [f for f in fillings(context, at, DESCRIBED) if f.end == start - 1]


def between(clean: str, certain: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What stands between two certain names of a list and begins with any surname.

    >>> list(between("王小明、铁凝、李大海", [(0, 3), (7, 10)]))
    [(4, 6)]
    """
    starts = {start for start, _ in certain}
    for item in filter(None, (_ITEM.match(clean, at) for at in sorted({end for _, end in certain}))):
        start, end = item.span(1)
        surname = surname_at(clean, start)
        if end + 1 in starts and start not in starts and surname and 0 < end - start - surname < 3:
            yield start, end


def behind_bracket(clean: str, at: int) -> int:
    """Where what a bracket at an offset adds has ended, the offset itself without one.

    >>> behind_bracket("副县长（挂职）田园，", 3), behind_bracket("副县长田园，", 3)
    (7, 3)
    """
    bracket = _BRACKET.match(clean, at) if clean[at : at + 1] in ("（", "(") else None
    return bracket.end() if bracket is not None else at


def taken(context: Context, end: int) -> bool:
    """Whether the character behind a name begins what goes on: 沈立|和支医的…, 孟洁|来支教了."""
    if context.clean[end] in "和与同及":
        return closing(context, end + 1) == OPEN
    return _COMING.match(context.clean, end) is not None


def columns(clean: str, certain: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Start and end of each cell that may be a name in a column where two certain ones stand.

    >>> table = "队员\\n学院\\n王小明\\n数学系\\n盛夏\\n物理系\\n李大海\\n化学系\\n田园\\n法学院"
    >>> [table[a:b] for a, b in columns(table, [(6, 9), (21, 24)])]
    ['盛夏', '田园']
    """
    if len(certain) < 2:
        return
    table: list[tuple[int, int]] = []
    for match in _CELL.finditer(clean):
        if match.end() - match.start() <= _LONGEST_CELL:
            table.append((match.start(), match.start() + len(_NOTE.sub("", match.group()))))
            continue
        yield from _of_table(clean, table, certain)
        table = []
    yield from _of_table(clean, table, certain)


def _of_table(
    clean: str, table: list[tuple[int, int]], certain: Collection[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The likely cells of the first column that has two certain ones; a column of all cells has three."""
    if len(table) < _FEWEST_CELLS or not any(cell in certain for cell in table):
        return
    for width in range(1, _WIDEST):
        for first in range(min(width, len(table))):
            column = table[first::width]
            sure = sum(cell in certain for cell in column)
            likely = [cell for cell in column if cell not in certain and _may_be(clean, *cell)]
            if sure > 1 + (width == 1) and (sure + len(likely)) * 4 >= len(column) * 3:
                yield from likely
                return


def _may_be(clean: str, start: int, end: int) -> bool:
    surname = surname_at(clean, start)
    return 0 < surname < end - start <= surname + 2 and clean[start:end].isalpha()
