"""Names before a word of grammar that the dictionary joins to them or to what follows: 向阳|和县."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from bangfu.lexicon import words
from bangfu.recognize.names.borders import FUNCTION
from bangfu.recognize.names.candidates import in_given_name
from bangfu.recognize.names.features import HAN
from bangfu.recognize.names.model import own_odds
from bangfu.recognize.titles.words import behind_title

_GRAMMAR = re.compile(
    "[和与同向对为从在将把被给到](?![，。、；！？）)\\s])"
    "|等(?:[省市区县镇乡村校]、|[^，。；！？\n]{0,12}(?:领导|干部|同志|人员|专家|老师|教师|嘉宾|陪同|参加|出席|接待))"
)
_OWN = -1.0
"""What the characters of such a name must say at least, as log-odds."""
_LONGEST_TITLE = 6


def joined_name(clean: str, start: int, word_at: Callable[[int], str]) -> int:
    """Where a name ends that begins at an offset and that the dictionary does not cut from what follows.

    0 if none does. ``word_at`` gives the word that starts at an offset, empty where none does.

    >>> words_of = {0: "巩", 1: "长", 2: "风向", 4: "学生"}
    >>> joined_name("巩长风向学生赠书", 0, lambda at: words_of.get(at, ""))
    3
    """
    if clean[start : start + 1] not in words("surnames") or clean[start] in FUNCTION:
        return 0
    for end in (start + 3, start + 2):
        word = word_at(end)
        crossed = not word and word_at(end + 1) and (end == start + 2 or word_at(end - 1))
        grammar = _GRAMMAR.match(clean, end) or (crossed and clean[end : end + 2] in words("after_names"))
        if not grammar or not all(map(in_given_name, clean[start + 1 : end])):
            continue
        if (crossed or len(word) > 1) and own_odds(clean[start:end], HAN, 1) > _OWN:
            return end
    return 0


@lru_cache(maxsize=1)
def _behind_title() -> re.Pattern[str]:
    """A surname behind what may be the last character of a title, and a word of grammar behind the name."""
    return re.compile(f"[长记任席理员事师](?=[{''.join(sorted(words('surnames')))}].{{1,2}}[和与同向对为从])")


def titled_names(clean: str, word_at: Callable[[int], str]) -> Iterator[tuple[int, int]]:
    """Start and end of each such name right behind a title."""
    for match in _behind_title().finditer(clean):
        start = match.end()
        if behind_title(clean, start, _LONGEST_TITLE):
            end = joined_name(clean, start, word_at)
            if end:
                yield start, end
