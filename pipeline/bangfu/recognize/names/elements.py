"""Known elements of Tibetan, Turkic, Mongolian and Yi names in a text, and words that cross their borders."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from bangfu import dictionary
from bangfu.lexicon import mapping, table
from bangfu.recognize.names.openings import occurrences
from bangfu.recognize.news_words import COMMONPLACE, heard

_GAPS = frozenset("先仙")
"""Characters of no transcription that stand between two elements all the same: 阿依|先|古丽."""
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
        onward = [(high, reach.get(high) or _over_gap(clean, high, reach)) for high in ends[low]]
        reach[low] = max((to, pieces + 1 + (high - low > 3)) for high, (to, pieces) in onward)
    found, border = [], 0
    for low in ends:
        if low >= border:
            border, count = reach[low]
            found.append(Run(low, border, count))
    return found


def _over_gap(clean: str, high: int, reach: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """How far a run goes on behind one character of no element."""
    char = clean[high : high + 1]
    sounds = char in _GAPS or mapping("foreign_name_chars").get(char) == "2"
    return reach.get(high + 1, (high, 0)) if sounds else (high, 0)


def freed(clean: str, tokens: list[str], found: Sequence[Run]) -> list[str]:
    """The words of a text, cut anew where a rare one crosses the border of a sure run of elements.

    >>> freed("索朗德吉拉着绳", ["索", "朗德", "吉拉", "着", "绳"], [Run(0, 4, 2)])
    ['索', '朗德', '吉', '拉', '着', '绳']
    """
    sure = [run for run in found if run.pieces > 1 or run.end - run.start > 2]
    if not sure:
        return tokens
    starts = list(accumulate(map(len, tokens), initial=0))
    fresh: list[tuple[int, int, list[str]]] = []
    floor = 0
    for start, end, _ in sure:
        if start < floor:
            continue
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1) - 1
        crossed = [
            tokens[i] for i, cut in ((first, starts[first] < start), (last, starts[last + 1] > end)) if cut
        ]
        if first == last:
            continue  # the dictionary knows a longer name: 班禅|额尔德尼
        if not crossed or any(heard(word) >= COMMONPLACE for word in crossed):
            continue
        behind = min(last + 3, len(tokens))
        pieces = (clean[starts[first] : start], clean[start:end], clean[end : starts[behind]])
        fresh.append((first, behind, [word for piece in pieces if piece for word in dictionary.cut(piece)]))
        floor = starts[behind]
    for first, behind, cut in reversed(fresh):
        tokens[first:behind] = cut
    return tokens


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
    return (
        len(pair) == 2
        and pair[0] in begins
        and pair[1] in ends
        and heard(pair) < 2
        and all(tag.startswith("nr") for _, tag in dictionary.tag(pair)[:1] if len(_) == 2)
    )
