"""People of whom some are told place by place: 15名队员分在3所学校：甲中学9人，乙中学4人，还有两人在村小."""

from __future__ import annotations

import re

from bangfu.recognize.counts.place import Place
from bangfu.recognize.items import behind as items
from bangfu.recognize.items.end import noun_at_end
from bangfu.recognize.items.words import END, OF_PEOPLE, is_noun, tag

_BODY = "学校|中学|小学|大学|学院|幼儿园|[一二三四五六七八九十]中|医院|卫生院|公司|集团|教学点|分院|分校|支队"
_SITE = re.compile(f"(?:{_BODY}|[一-鿿](?:村|镇|乡|县|市|社区))$")
_SORT = re.compile(
    "^(?:考[上入取])?(?:重点|本科|名牌|一流|“?双一流”?|希望|普通|高等|知名|民办|公办)(?:大学|小学|中学|学校|学院)$"
)
_OF_BODY = re.compile(f"^.*(?:{_BODY})(?=..)")
_JUST = ("光", "仅", "单是", "光是")
_FAR = 80
_TALK = 44


def stationed(where: Place, front: str | None) -> tuple[bool, str | None]:
    """Whether a body stands before the number where people are told place by place, and who they are.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "学校的老师将队员接走，其中北山中学四人，"
    >>> stationed(place(text, (0, len(text)), (17, 19), "人", Decimal(4), []), "北山中学")
    (True, '队员')
    """
    if not front or not _SITE.search(front) or _SORT.match(front) or not _told_of(where, front):
        return False, None
    for row in reversed(where.rows[-8:]):
        if row.start < where.first or where.start - row.end > _FAR:
            break
        if row.unit in OF_PEOPLE or row.unit == where.unit:
            known = row.item and (items.is_person(row.item) and row.unit in OF_PEOPLE | {where.unit})
            if known and row.item and (row.value > where.value or _alike(where, row.start, front)):
                return True, _OF_BODY.sub("", row.item)
    if where.unit not in OF_PEOPLE:
        return False, None
    if where.clean.find("其中", max(where.first, where.start - len(front) - 12), where.start) < 0:
        return front[-1] in "学院校", None
    for clause in reversed(END.split(where.clean[max(where.first, where.start - _TALK) : where.start])[:-1]):
        tokens = tag(clause)
        for k in range(len(tokens) - 1, -1, -1):
            if len(tokens[k][0]) > 1 and is_noun(*tokens[k]) and items.is_person(tokens[k][0]):
                return True, noun_at_end("".join(word for word, _ in tokens[: k + 1]))
    return True, None


def _told_of(where: Place, front: str) -> bool:
    """Whether a body stands right before the number and nothing behind it."""
    clean = where.clean
    if clean[where.end : where.end + 1] not in "，、；。）和及\n":
        return False
    if clean.endswith(_JUST, 0, where.start - len(front) - 1) and clean[where.start - 1] == "有":
        return True
    had = where.start - 1 if clean[where.start - 1] == "有" else where.start
    return where.unit in OF_PEOPLE and clean[had - len(front) : had] == front


def _alike(where: Place, at: int, front: str) -> bool:
    """Whether a body of the same kind stands before the other number: 前池小学100多人，后池小学80多人."""
    return where.clean.find(front[-2:], max(where.first, at - 14), at) >= 0
