"""Parts of a name that marks tell: a quotation (“萤火”助学中心), the half before a dot (买买提·江村小学)."""

from __future__ import annotations

from bangfu import lexicon
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part, part_of
from bangfu.recognize.institutions.pieces import Piece
from bangfu.recognize.institutions.words import Words
from bangfu.recognize.places import is_place

_QUOTES = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", ")": "("}
DOTS = frozenset("·•‧・")
_MOST_HALVES = 3
_SCHEME = 5  # with its marks
_PARTICLES = frozenset("的和与在到由向从对及")


def dotted(words: Words, dot: int) -> Piece | None:
    """The first half of a foreign or minority name with its dot: 阿卜杜|勒|·."""
    first = dot
    while (
        first and dot - first < _MOST_HALVES and (first == dot or words.starts[dot] - words.starts[first] < 2)
    ):
        word = words.words[first - 1]
        if word in _PARTICLES or not lexicon.words("foreign_name_chars").issuperset(word):
            break  # 图书·|云阜县第三中学 are two things
        first -= 1
    start = words.starts[first]
    return Piece(first, start, Part.NAME, words.text[start : words.starts[dot + 1]]) if first < dot else None


def _abroad(words: Words, close: int, hit: Hit) -> Piece | None:
    """A place in brackets inside of a team's name: 中国（云岭）|援非医疗队, 援|刚果（金）|医疗队."""
    i = close - 2
    if hit.head.kind != "team" or i < 1 or words.words[i] not in "（(":
        return None
    place = words.words[close - 1]
    congo = words.words[i - 1].endswith("刚果")
    if not (congo or is_place(place)):
        return None
    first = i - 1 if congo else i
    start = words.starts[first]
    return Piece(first, start, Part.PLACE, words.text[start : words.starts[close + 1]])


def quotation(words: Words, close: int, hit: Hit) -> Piece | None:
    """The quotation that ends at ``close``, if it can be a part of a name."""
    mark = words.words[close]
    if mark in "）)" and hit.head.kind != "company":
        return _abroad(words, close, hit)
    for i in range(close - 1, max(-1, close - 10), -1):
        if words.words[i] == _QUOTES.get(mark):
            start = words.starts[i]
            quoted = words.text[start : words.starts[close + 1]]
            if (quoted[-2:-1] in "式型化" and hit.head.group != "weak") or not any(
                "\u4e00" <= c <= "\u9fff" or c.isalpha() for c in quoted
            ):
                return None
            plain = part_of(quoted[1:-1] or quoted, "x") in (Part.STOP, Part.SOFT, Part.GENERIC)
            # “爱在路上”|志愿服务队; a scheme is in short forms of three (“访惠聚”工作队).
            called = hit.head.group == "weak" and hit.head.kind == "team" and len(quoted) > _SCHEME
            plain = plain and not (called and quoted[-2] not in "式型化级")
            return Piece(i, start, Part.GENERIC if plain else Part.NAME, quoted)
        if words.words[i] in "，。；！？、\n":
            return None
    return None
