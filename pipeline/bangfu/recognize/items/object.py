"""The thing behind a number in the place of an object, where a tagger sees no noun: 发出了三张|聘书."""

from __future__ import annotations

import re

from bangfu.lexicon import words
from bangfu.recognize.items.verbs import compounds
from bangfu.recognize.items.words import END, PEOPLE, WINDOW, stops, tag

_LONG = 12
_WORD = 4
_HEADS = frozenset("点区站群")
_NO_THING = ("d", "p", "c", "r", "f", "a", "u", "z", "i", "l")
_NOT_FIRST = frozenset("的是被在和与及或为给对把将从由向就都也还已不未、（“”’》）且地")
_MOVES = frozenset(("户", "只", "头", "匹"))
_TOLD = re.compile(r"[\d了着过的]|正在|分别|其中")


def object_behind(clean: str, first: int, start: int, end: int, last: int, unit: str | None) -> str | None:
    """What stands between a number behind a verb and the end of the clause, if it is a thing.

    >>> text = "签署15份多边互认协议。"
    >>> object_behind(text, 0, 2, 5, 12, "份"), object_behind("建成5座投入使用", 0, 2, 4, 8, "座")
    ('多边互认协议', None)
    """
    if unit is None or unit == "%" or unit in PEOPLE or unit in _MOVES:
        return None
    window = clean[end : min(last, end + _LONG + 1)]
    cut = END.search(window)
    window = window[: cut.start()] if cut else window
    if not window or len(window) > _LONG or window[0] in _NOT_FIRST or _TOLD.search(window):
        return None
    tokens = tag(window)
    word, flag = tokens[-1]
    if len(tokens) == 1:
        known = len(word) < _WORD and flag[0] not in _NO_THING and not stops(word)
        return word if known and _behind_verb(clean, first, start) else None
    if not (flag[0] == "n" or word in _HEADS) or any(stops(word) for word, _ in tokens):
        return None
    joins = compounds().keys() | words("nominal_verbs")
    if tokens[0][1][0] == "v" and not (tokens[0][0] in joins or tokens[1][1][0] == "v"):
        return None
    if any(flag[0] in "pcu" for _, flag in tokens) or not _behind_verb(clean, first, start):
        return None
    return window


def _behind_verb(clean: str, first: int, start: int) -> bool:
    if clean[start - 1 : start] == "了":
        return True
    clause = END.split(clean[max(first, start - WINDOW) : start])[-1]
    word, flag = (tag(clause) or (("", ""),))[-1]
    return flag[:1] == "v" and word != "有" and not stops(word)
