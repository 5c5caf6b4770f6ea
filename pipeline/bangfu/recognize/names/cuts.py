"""Words that the dictionary cuts across the end of a noun of people: 爱|人马|洋 is 爱人|马|洋."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from bangfu.lexicon import mapping
from bangfu.recognize.names.likeness import likeness
from bangfu.recognize.news_words import heard

_ABOVE = frozenset("省市县区乡镇")
"""What may stand before 村民 though the dictionary joins it to the noun: 李家乡|村民."""
_MASTER = re.compile("[教医技药律厨导讲护]师(?=[傅范](?![们教学性院校大生例围本文畴]))")
"""Who is called Fu or Fan: 教师|傅玉梅, 医师|范立一."""
LEAST = -2.5
"""The likeness of a given name behind such a word, which is more of a sign than those of other nouns."""
_GOING_ON = frozenset("和与及同向对就是在将为")
"""What a sentence goes on with behind a name: 叶舒|航向, 卢汉|生就."""
_LIKELY = 1.0
"""The likeness of a given name that such a character is cut off from."""
_HEARD = 30
"""How often news may hold a word that is a chance meeting of both."""
_HAN = re.compile("[\u4e00-\u9fff]{2,3}")


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(surname for surname, tier in mapping("surnames").items() if tier == "3")


@lru_cache(maxsize=1)
def _fairly() -> frozenset[str]:
    return frozenset(surname for surname, tier in mapping("surnames").items() if tier > "1")


def master_names(clean: str) -> Iterator[tuple[int, int]]:
    """Start and end of each 教师, 医师 and the like before a surname that makes another word of its end.

    >>> list(master_names("指导教师傅玉梅，老师傅")), list(master_names("教师范畴"))
    ([(2, 4)], [])
    """
    for match in _MASTER.finditer(clean):
        if _named(clean[match.end() : match.end() + 3], LEAST):
            yield match.span()


def recut(clean: str, words: list[str], nouns: Iterable[tuple[int, int]], least: float = 0.0) -> list[str]:
    """The words of a text, cut anew where a common surname stands behind a noun and looks like a name.

    ``nouns`` are the spans of the nouns of people in the text, in order; ``least`` is how much like a given
    name the characters must be that follow the surname.

    >>> recut("爱人马洋来", ["爱", "人马", "洋", "来"], [(0, 2)])
    ['爱人', '马', '洋', '来']
    """
    common = _common()
    nouns = [span for span in nouns if clean[span[1] : span[1] + 1] in common]
    if not nouns:
        return words
    starts = list(accumulate(map(len, words), initial=0))
    fresh: list[tuple[int, int, list[str]]] = []
    floor = 0
    for start, end in nouns:
        last, first = bisect_left(starts, end - 1), bisect_left(starts, start)
        if starts[last] != end - 1 or len(words[last]) != 2 or start < floor:
            continue
        begun = starts[first] == start or clean[start - 1] in _ABOVE
        if not begun or not _named(clean[end : end + 3], least):
            continue
        first -= starts[first] > start
        ahead = clean[starts[first] : start]
        fresh.append((first, last + 1, [*([ahead] if ahead else []), clean[start:end], clean[end]]))
        floor = end
    for first, behind, cut in reversed(fresh):
        words[first:behind] = cut
    return words


def unjoined(words: list[str]) -> list[str]:
    """The words of a text, without the rare ones that the end of a name makes with what follows it.

    >>> unjoined(["邹", "静", "怡和", "殷", "芳"]), unjoined(["气候", "温和"])
    (['邹', '静', '怡', '和', '殷', '芳'], ['气候', '温和'])
    """
    fused = [i for i, word in enumerate(words) if len(word) == 2 and word[1] in _GOING_ON and i]
    for i in reversed(fused):
        last, given = words[i][0], words[i - 1]
        surname = words[i - 2] if i > 1 else ""
        if len(given) == 2 and given[0] in _fairly() and not heard(given):
            surname, given = given[0], given[1]  # 余志|华为
        if len(given) > 1 or heard(words[i]) >= _HEARD:
            continue
        long = surname in _fairly() and likeness(given)[0] + likeness(last)[1] > _LIKELY
        if long or (given in _common() and likeness(last)[1] > _LIKELY):
            words[i : i + 1] = [last, words[i][1]]
    return words


def _named(chars: str, least: float = 0.0) -> bool:
    """Whether a surname's following characters are rather those of a given name."""
    if not _HAN.fullmatch(chars):
        return False
    twice = len(chars) > 2 and chars[1] == chars[2]
    whole = len(chars) > 2 and likeness(chars[1])[0] + likeness(chars[2])[1] > least
    return twice or whole or likeness(chars[1])[1] > 0
