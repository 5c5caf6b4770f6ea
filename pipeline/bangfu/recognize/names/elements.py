"""Known elements of Tibetan, Turkic, Mongolian and Yi names in a text."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bangfu.lexicon import table
from bangfu.recognize.names.openings import occurrences
from bangfu.recognize.news_words import heard

_NO_ENDS = frozenset("里中来地日主")
"""Syllables that are rather words of place and the like behind another: 群|里."""
_FREQUENT = 3
"""In so many elements a syllable must begin or end before it is one of its people."""


class Run(NamedTuple):
    """Known elements that follow on each other; ``pieces`` of them, a long one as good as two."""

    start: int
    end: int
    pieces: int


def runs(clean: str) -> list[Run]:
    """The known elements of a text, those together that follow on each other.

    >>> runs("扎西次仁来了")
    [Run(start=0, end=4, pieces=2)]
    """
    ends: dict[int, list[int]] = {}
    for low, high in occurrences(clean, "minority_names"):
        ends.setdefault(low, []).append(high)
    reach: dict[int, tuple[int, int]] = {}
    for low in reversed(ends):  # 夏吾|才让 goes further than 夏吾才
        onward = [(high, reach.get(high, (high, 0))) for high in ends[low]]
        reach[low] = max((to, pieces + 1 + (high - low > 3)) for high, (to, pieces) in onward)
    found, border = [], 0
    for low in ends:
        if low >= border:
            border, count = reach[low]
            found.append(Run(low, border, count))
    return found


@lru_cache(maxsize=1)
def _syllables() -> tuple[frozenset[str], frozenset[str]]:
    """The syllables that often begin, and those that often end, Tibetan elements of two."""
    begins: dict[str, int] = {}
    ends: dict[str, int] = {}
    for element, people in table("minority_names"):
        if len(element) == 2 and people == "tibetan":
            begins[element[0]] = begins.get(element[0], 0) + 1
            ends[element[1]] = ends.get(element[1], 0) + 1
    often = [frozenset(c for c, n in counted.items() if n >= _FREQUENT) for counted in (begins, ends)]
    return often[0], often[1] - _NO_ENDS


@lru_cache(maxsize=4_096)
def likely_pair(pair: str) -> bool:
    """Whether two syllables are built like a Tibetan element, and are no word of the news: 次培.

    >>> likely_pair("次培"), likely_pair("学校")
    (True, False)
    """
    begins, ends = _syllables()
    return len(pair) == 2 and pair[0] in begins and pair[1] in ends and heard(pair) < 2
