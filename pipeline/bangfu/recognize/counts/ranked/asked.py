"""The nouns and verbs around a count that may be what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bangfu.lexicon import words
from bangfu.recognize.counts.phrases import TRIPS
from bangfu.recognize.counts.place import ACTS, Place
from bangfu.recognize.items import front as items_front
from bangfu.recognize.items.words import ANYBODY, END, Tokens, is_agent, is_person, of_class, stops, tag

BEHIND, FRONT, TOLD = "b", "f", "w"
"""On which side of its number a candidate stands; ``TOLD`` is the item of a count before."""
_AHEAD, _BACK = 30, 70
"""How many characters are read behind a count and in front of it."""
_MOST_AHEAD, _MOST_BACK, _MOST_TOLD = 12, 25, 5
"""Words that are read on either side, and counts before."""
_CLAUSES_AHEAD, _CLAUSES_BACK = 1, 3
_ASIDE, _OF_SOME = "—", "两几多"
_LONGEST = 5
"""Words of a phrase."""
_HEADS = frozenset(("n", "ng", "nz", "nt", "nr", "j", "zg"))
"""Parts of speech of heads."""
_OF_BODIES = frozenset("家所支个座间处批对户")
_RATES = frozenset("比率数量额")
"""Heads that a tagger may take for another sort of word: 桥隧|比."""
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase, ``clean[start:end]``, by its last word (``head``, ``tag``), or the item of a count before.

    ``far`` is the number of words between that word and the count (of counts, for one before), ``clauses``
    that of clauses; ``between`` are the words between in text order, ``beyond`` the tag of the next word on
    the other side of the head.
    """

    text: str
    side: str
    start: int
    end: int
    head: str
    tag: str
    far: int
    clauses: int
    between: Tokens
    beyond: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A count whose item is asked for, with the words of its sentence on either side."""

    where: Place
    left: Tokens
    right: Tokens

    @classmethod
    def of(cls, where: Place) -> Asked:
        """The question of what a count counts."""
        clean, start, end = where.clean, where.start, where.end
        left = clean[max(where.first, start - _BACK) : start]
        right = clean[end : max(end, min(where.last, end + _AHEAD))]
        return cls(where, tag(left) if left else (), tag(right) if right else ())


def candidates(asked: Asked) -> list[Candidate]:
    """The phrases behind a count, in front of it, and the items of the counts before it, the nearest first.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "学生缺桌椅，学校添了书架，共50套。"
    >>> found = candidates(Asked.of(place(text, (0, len(text)), (14, 17), "套", Decimal(50), [])))
    >>> [c.text for c in found]
    ['书架', '桌椅', '学生']
    """
    return [*_behind(asked), *_front(asked), *_told(asked)]


def _behind(asked: Asked) -> list[Candidate]:
    clean, at = asked.where.clean, asked.where.end
    out: list[Candidate] = []
    tokens, clauses = asked.right, 0
    for i, (word, flag) in enumerate(tokens[: _MOST_AHEAD + 1]):
        start, at = at, at + len(word)
        clauses += END.fullmatch(word) is not None
        if clauses > _CLAUSES_AHEAD or word.startswith(_ASIDE):
            break
        if _is_head(tokens, i, asked.where.unit):
            first = start - _modifiers(tokens, i)
            if clean[first - 1] in _OF_SOME:
                continue  # 两|国代表
            beyond = tokens[i + 1][1] if i + 1 < len(tokens) else "$"
            text = clean[first:at]
            out.append(Candidate(text, BEHIND, first, at, word, flag, i, clauses, tokens[:i], beyond))
    return out


def _front(asked: Asked) -> list[Candidate]:
    clean, at = asked.where.clean, asked.where.start
    out: list[Candidate] = []
    tokens, clauses = asked.left, 0
    for i in range(len(tokens) - 1, max(-1, len(tokens) - 1 - _MOST_BACK), -1):
        word, flag = tokens[i]
        end, at = at, at - len(word)
        clauses += END.fullmatch(word) is not None
        if clauses > _CLAUSES_BACK:
            break
        if _is_head(tokens, i, asked.where.unit):
            first = at - _modifiers(tokens, i)
            between = tokens[i + 1 :]
            beyond = between[0][1] if between else "#"
            text = clean[first:end]
            out.append(Candidate(text, FRONT, first, end, word, flag, len(between), clauses, between, beyond))
    return out


def _told(asked: Asked) -> list[Candidate]:
    where = asked.where
    out: list[Candidate] = []
    for i, row in enumerate(reversed(where.rows[-_MOST_TOLD:])):
        if row.item and all(c.text != row.item for c in out):
            out.append(Candidate(row.item, TOLD, row.start, row.end, row.item, "", i, 0, (), ""))
    return out


def phrase(asked: Asked, chosen: Candidate) -> str:
    """A chosen candidate as an item: with all that belongs to its noun phrase."""
    if chosen.side == FRONT:
        whole = items_front.before(asked.where.clean, asked.where.first, chosen.end)
        if whole is not None and whole.endswith(chosen.head):
            return whole
    return chosen.text


def _is_head(among: Tokens, at: int, unit: str | None) -> bool:
    """Whether a noun phrase, or an act that is counted, may end with a word."""
    word, flag = among[at]
    if unit in ANYBODY and flag[0] != "v" and not is_person(word):
        return False  # 惠及工程沿线的|1100多人
    if unit not in _OF_BODIES and is_agent(word) and not is_person(word):
        return False  # 医疗队做了|360例
    if at and among[at - 1][1][0] in "mq" and flag[0] in "nmq":
        return False  # 十几|人: another count
    if stops(word) or word in of_class("scope"):
        return False
    if flag[0] == "v" and word not in _RATES:
        return word in words("nominal_verbs") or (unit in ACTS | TRIPS and len(word) > 1)
    return (flag in _HEADS or word in _RATES) and _WORD.search(word) is not None


def _modifiers(among: Tokens, at: int) -> int:
    """How many characters of nouns and adjectives stand right before a word."""
    length = 0
    for word, flag in reversed(among[max(0, at + 1 - _LONGEST) : at]):
        if flag[0] not in "nabjg" and flag not in ("vn", "l", "z", "h", "eng"):
            break
        length += len(word)
    return length
