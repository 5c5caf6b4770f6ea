"""Nouns left out beside a number: the last one told before that its measure word counts."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from bangfu.lexicon import table, words
from bangfu.recognize.counts.place import Place
from bangfu.recognize.items import behind as items
from bangfu.recognize.items.end import noun_at_end
from bangfu.recognize.items.words import END, is_agent, is_noun, is_person, tag

_NEAR = 60
_OPERATED = re.compile(r"(?:做|主刀|完成)了?\d+[余多]?台(?![一-鿿])|台[是由]?[我他她]?主刀")
_OPERATION = "手术"
_NAMED_OPERATION = re.compile("[^，。；：\\s\\d]{0,6}手术(?!室)")
_TALK = 160
_SHORT = 6
_FOR = frozenset(("给", "为", "对", "帮", "替", "帮助", "向", "把", "被", "让", "送", "接"))
_EACH = re.compile(
    "每[名位个]([^，。；、\\d每]{2,12}?)(?=每|发放|补|奖|获|得|可|资助|\\d)|([^，。；、\\d]{2,10})每[人名]"
)
"""Those of whom each is given something: 每名困难学生每年补助3000元, 困难学生每人每年."""
_BODIES = frozenset("家户所例支对份")
_DONE = frozenset(("好", "坏", "够", "完", "建好", "修好", "装好"))
_SPOTS = frozenset("里上中村县乡镇校会社委办")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[str, ...]]:
    """The ends of the nouns that a measure word counts."""
    found: dict[str, list[str]] = defaultdict(list)
    for unit, end in table("measure_kinds"):
        found[unit].append(end)
    return {unit: tuple(ends) for unit, ends in found.items()}


def thing_before(where: Place) -> str | None:
    """The last noun before a number that its measure word counts, in its sentence or the one before.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "拖拉机不够用，社里又添了3台"
    >>> thing_before(place(text, (0, len(text)), (12, 14), "台", Decimal(3), []))
    '拖拉机'
    """
    ends = _kinds().get(where.unit or "")
    if ends is None:
        return None
    low = max(0, where.start - _NEAR)
    low = max(low, where.clean.rfind("\n", low, where.start) + 1)
    for clause in reversed(END.split(where.clean[low : where.start])):
        if clause.endswith(ends) or any(end in clause for end in ends):
            tokens = tag(clause)
            for k in range(len(tokens) - 1, -1, -1):
                word, flag = tokens[k]
                if flag == "v" and len(word) == 2 and word[1] in ends:
                    return word if word in ends else word[1]  # 写|信
                if word.endswith(ends) and is_noun(word, flag) and flag[:2] not in ("nr", "ns", "nt"):
                    noun = noun_at_end("".join(w for w, _ in tokens[: k + 1]))
                    return _bare(noun or word)
    return None


def _bare(noun: str) -> str:
    """A noun without the verb that governs it, and those who act: 缺|课桌, 果农急需|冷库."""
    tokens = tag(noun)
    for k in range(len(tokens) - 2, -1, -1):
        if tokens[k][1] == "v" and tokens[k][0] not in words("nominal_verbs"):
            return "".join(word for word, _ in tokens[k + 1 :])
    return noun


def helped(where: Place) -> str | None:
    """Whom the clauses before help, where a bare verb stands in front of their number.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "为困难老人修房，已帮到53人次"
    >>> helped(place(text, (0, len(text)), (11, 15), "人次", Decimal(53), []))
    '困难老人'
    """
    if each := _EACH.search(where.clean, max(where.first, where.start - _NEAR), where.start):
        noun = noun_at_end(each[1] or each[2])
        if noun and is_person(noun):
            return noun
    clauses = END.split(where.clean[max(where.first, where.start - _NEAR) : where.start])
    for clause in reversed(clauses[:-1]):
        tokens = tag(clause)
        for k in range(len(tokens) - 1, 0, -1):
            word, flag = tokens[k]
            if not (is_noun(word, flag) and is_person(word)) or tokens[k - 1][1] == "nr":
                continue
            begin = next((j for j in range(k - 1, -1, -1) if tokens[j][0] in _FOR), None)
            if begin is None:
                break
            phrase = "".join(w for w, _ in tokens[begin + 1 : k + 1]).rpartition("的")[2]
            return phrase if not items.has_name(phrase) or len(phrase) > 4 else None
    return None


def operated(where: Place) -> str | None:
    """What a surgeon does: 做了47台, 有11台是我主刀, where operations were spoken of before."""
    if not _OPERATED.search(where.clean, max(where.first, where.start - 4), where.end + 6):
        return None
    named = list(_NAMED_OPERATION.finditer(where.clean, max(0, where.start - _TALK), where.start))
    if not named:
        return thing_before(where)
    told = noun_at_end(named[-1][0])
    return told if told and 3 < len(told) < _SHORT else _OPERATION


def is_elsewhere(where: Place, item: str) -> bool:
    """Whether what stands in front is a place, or those who act, that the measure word does not count."""
    ends = _kinds().get(where.unit or "")
    if ends is None or item.endswith(ends):
        return False
    word, flag = tag(item)[-1]
    if word in words("nominal_verbs") or (where.unit in _BODIES and is_agent(item)):
        return False
    if where.unit == "例" and flag == "v" and len(word) > 1:
        return False  # 诊断300例
    return flag in ("s", "f", "ns", "nt", "v") or word in _DONE or word[-1:] in _SPOTS or is_agent(item)
