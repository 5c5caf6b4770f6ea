"""Names built of known parts: ``·`` names, and Tibetan, Turkic, Mongolian and Yi names of known elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import ahocorasick

from bangfu.lexicon import mapping, words
from bangfu.recognize.names_context import Context
from bangfu.recognize.names_features import FOREIGN
from bangfu.recognize.names_model import around_odds
from bangfu.recognize.names_openings import openings
from bangfu.recognize.people_slots import closing

_MOST_PIECES = 4
_ELEMENTS, _LED = 2.5, -0.5
_NOT_LAST = frozenset("于当都可能大同以从来")  # transcription characters that rather begin the next word
_NOT_FIRST = frozenset("的和与在是对由为同向给让了及、")
_DOT = re.compile("[·•・‧]")
_DOTTED = re.compile(
    r"[\u4e00-\u9fff]{1,9}(?:[·•・‧][\u4e00-\u9fff]{1,9}(?:[-－][\u4e00-\u9fff]{1,9})?){1,4}"
)
_FEMININE = frozenset("措吉")  # endings of Tibetan names: 卓玛措, 才让吉
_PLACE_TAIL = frozenset("旗县市乡镇村州盟省区山河湖路苏嘎寺")


@lru_cache(maxsize=1)
def _elements() -> Any:
    automaton = ahocorasick.Automaton()
    for word in words("minority_names"):
        automaton.add_word(word, len(word))
    automaton.make_automaton()
    return automaton


def _runs(clean: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of the known elements that follow on each other."""
    if next(openings(clean, "minority_names"), None) is None:
        return
    hits = sorted(((last + 1 - length, last + 1) for last, length in _elements().iter(clean)), key=_leftmost)
    start = end = count = 0
    for low, high in hits:
        if count and low < end:
            continue
        if count and low == end:
            end, count = high, count + 1
            continue
        if count:
            yield start, end, count
        start, end, count = low, high, 1
    if count:
        yield start, end, count


def _leftmost(hit: tuple[int, int]) -> tuple[int, int]:
    """Leftmost, then longest first."""
    return hit[0], -hit[1]


def part_names(context: Context) -> Iterator[tuple[int, int, float, str]]:
    """Start, end, log-odds and rule of each name built of parts, in text order of each kind.

    >>> from bangfu.recognize.names_context import context_of
    >>> text = "老师阿卜杜拉·买买提和扎西次仁来了"
    >>> [text[start:end] for start, end, odds, _ in part_names(context_of(text, ())) if odds > 1]
    ['阿卜杜拉·买买提', '扎西次仁']
    """
    clean = context.clean
    match = _DOTTED.search(clean) if _DOT.search(clean) else None
    while match:
        start, end = _trimmed(context, *match.span())
        match = _DOTTED.search(clean, end)  # the next name may begin in what was trimmed
        if end - start > 2 and _transcribed(clean[start:end]):
            first = _with_first_half(context, start)
            yield first, end, 6.0 if first == start else 9.0, "name:dotted"
    for start, end, pieces in _runs(clean):
        if pieces > _MOST_PIECES or clean[end : end + 1] in _PLACE_TAIL:
            continue
        if clean[end : end + 1] in _FEMININE and closing(context, end + 1):
            end, pieces = end + 1, pieces + 1
        around = around_odds(context, start, end, FOREIGN)
        alone = _LED if _in_slot(context, start, end) else -_ELEMENTS
        base = _ELEMENTS if pieces > 1 else alone
        yield start, end, base + max(-3.0, min(3.0, around)), "name:elements"


def _in_slot(context: Context, start: int, end: int) -> bool:
    """Whether a title or a list speaks for a name of one element."""
    listed = context.clean[start - 1 : start] == "、" and bool(closing(context, end))
    return listed or start in context.titles_ending


def _trimmed(context: Context, start: int, end: int) -> tuple[int, int]:
    """A dotted run without the words before its first and behind its last part."""
    clean, known, titled = context.clean, mapping("foreign_name_chars"), context.titled
    dots = [m.start() for m in _DOT.finditer(clean, start, end)]
    begin = dots[0]
    while begin > start and clean[begin - 1] in known and begin - 1 not in titled:
        begin -= 1
    low = begin
    while low > start and clean[low - 1] not in _NOT_FIRST and low - 1 not in titled:
        low -= 1
    if (
        begin - low <= 2
        and len(context.starting.get(low, "")) < 2
        and (low == start or low - 1 in titled or clean[low - 1] in _NOT_FIRST)
    ):
        begin = low  # nothing but the name since the last border
    to = dots[-1] + 1
    while to < end and to not in titled and (clean[to] in known or to == dots[-1] + 1 or _skipped(clean, to)):
        to += 1
    while to > dots[-1] + 2 and clean[to - 1] in _NOT_LAST:
        to -= 1
    return begin, to


def _with_first_half(context: Context, start: int) -> int:
    """Where a name begins whose first given name has a hyphen: 让-皮埃尔·杜邦, 安娜-玛丽亚·洛佩斯."""
    clean, titled = context.clean, context.titled
    if clean[start - 1 : start] not in ("-", "－"):
        return start
    if clean[start - 2 : start - 1] == "让":
        return start - 2
    known, begin = mapping("foreign_name_chars"), start - 1
    while begin > 0 and start - begin < 6 and clean[begin - 1] in known and begin - 1 not in titled:
        begin -= 1
    return begin if start - begin > 2 else start


def _skipped(clean: str, at: int) -> bool:
    """Whether a character of no transcription stands within one all the same: 托|合|塔洪."""
    known = mapping("foreign_name_chars")
    return clean[at] not in _NOT_FIRST and known.get(clean[at + 1 : at + 2]) == "2"


def _transcribed(name: str) -> bool:
    """Whether every part is made of transcription characters, or of sure ones for the most part."""
    known = mapping("foreign_name_chars")
    parts = _DOT.split(name)
    return all(parts) and all(
        all(c in known for c in part) or sum(known.get(c) == "2" for c in part) * 2 >= len(part)
        for part in parts
    )
