"""Words that the dictionary cuts across the end of a noun of people: 爱|人马|洋 is 爱人|马|洋."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from bangfu.lexicon import mapping
from bangfu.recognize.names.openings import likeness

_ABOVE = frozenset("省市县区乡镇")
"""What may stand before 村民 though the dictionary joins it to the noun: 李家乡|村民."""
_HAN = re.compile("[\u4e00-\u9fff]{2,3}")


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(surname for surname, tier in mapping("surnames").items() if tier == "3")


def recut(clean: str, words: list[str], nouns: Iterable[tuple[int, int]]) -> list[str]:
    """The words of a text, cut anew where a common surname stands behind a noun and looks like a name.

    ``nouns`` are the spans of the nouns of people in the text, in order.

    >>> recut("爱人马洋来", ["爱", "人马", "洋", "来"], [(0, 2)])
    ['爱人', '马', '洋', '来']
    """
    common = _common()
    nouns = [span for span in nouns if clean[span[1] : span[1] + 1] in common]
    if not nouns:
        return words
    starts = list(accumulate(map(len, words), initial=0))
    fresh: list[tuple[int, int, list[str]]] = []
    for start, end in nouns:
        last, first = bisect_left(starts, end - 1), bisect_left(starts, start)
        if starts[last] != end - 1 or len(words[last]) != 2:
            continue
        begun = starts[first] == start or clean[start - 1] in _ABOVE
        if not begun or not _named(clean[end : end + 3]):
            continue
        first -= starts[first] > start
        ahead = clean[starts[first] : start]
        fresh.append((first, last + 1, [*([ahead] if ahead else []), clean[start:end], clean[end]]))
    for first, behind, cut in reversed(fresh):
        words[first:behind] = cut
    return words


def _named(chars: str) -> bool:
    """Whether a surname's following characters are rather those of a given name."""
    if not _HAN.fullmatch(chars):
        return False
    long = len(chars) > 2 and (chars[1] == chars[2] or likeness(chars[1])[0] + likeness(chars[2])[1] > 0)
    return long or likeness(chars[1])[1] > 0
