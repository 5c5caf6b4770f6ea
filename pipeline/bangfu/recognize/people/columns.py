"""Columns of names: tables that a page has as one cell a line, or with bars between the cells.

Where two cells of a column hold what is certainly a name, every other cell of it that may be one is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bangfu.recognize.names.borders import surname_at

_CELL = re.compile(r"[^\s|｜][^\n|｜]*(?<=[^\s|｜])")
_NOTE = re.compile("[ \u3000]?[（(][^（()）]{1,8}[）)]$")
"""What a cell says beside the name: 王小明（队长）."""
_LONGEST_CELL = 24
_FEWEST_CELLS, _LEAST_CERTAIN = 5, 2
_WIDEST = 9
_NAME = re.compile("[\u4e00-\u9fff]{2,4}")


def columns(clean: str, certain: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Start and end of each cell that may be a name in a column where two certain ones stand.

    >>> table = "队员\\n学院\\n王小明\\n数学系\\n盛夏\\n物理系\\n李大海\\n化学系\\n田园\\n法学院"
    >>> [table[a:b] for a, b in columns(table, [(6, 9), (21, 24)])]
    ['盛夏', '田园']
    """
    if len(certain) < _LEAST_CERTAIN:
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
    known = [i for i, cell in enumerate(table) if cell in certain]
    if len(table) < _FEWEST_CELLS or len(known) < _LEAST_CERTAIN:
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
    return surname > 0 and surname < end - start <= surname + 2 and bool(_NAME.fullmatch(clean, start, end))
