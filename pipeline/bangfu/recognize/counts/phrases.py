"""What set phrases and bare deeds around a number count: 一行14人, 实到13人, 跑了四趟, 约2000人参加."""

from __future__ import annotations

import re

from bangfu.recognize.counts import party as counts_party
from bangfu.recognize.counts.place import Place
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import front as items_front
from bangfu.recognize.items import phrases as items_phrases
from bangfu.recognize.items.end import noun_at_end
from bangfu.recognize.items.words import END

TURNS = frozenset(("遍", "回"))
TRIPS = frozenset(("次", "趟"))
HUMAN = frozenset(("人", "人次", "名", "位", "户"))
_SUCH = re.compile("(?:^|[，。；])([^，。；：、\\d]{2,12})的[只就仅还一共]*有$")
_AGED = re.compile(
    r"(\d{2,3}(?:周?岁|后|分)(?:以[上下])?的?)(?<=[下上的])[只就仅还一共约]*[有占]?(?:约|近|超过?)?$"
)
_TAUGHT = re.compile(r"([^，。；：、\s\d的]{1,8}课)(?:已经?|共|一共|总共|先后)?[上讲开听][了过]$")
_GONE = re.compile("([跑走来去飞回])[过了]?(?:整整|足足|不下|好)?$")
_THERE = re.compile("([应实]到|到会|列席|缺席|请假)(?:的|者)?(?:共|有|共有)?$")
# What a measure word counts behind a bare verb, where the noun is left out.
_USUAL = (
    ("课", ("节", "堂"), re.compile("^(?:[连共再又先]?[听讲上评磨送教补备代])$")),
    ("菌棒", ("棒",), re.compile("^(?:下线|生产|投产|发放|制作|销售|领取|种植?|[产制出订栽接领做卖])+$")),
    ("演出", ("场", "场次"), re.compile("^(?:[连共巡加]?演)$")),
    ("列车", ("趟", "列"), re.compile("^(?:计划|预计|将|增|日均|每日)*(?:开行|加开|开出)$")),
)


def set_phrase(where: Place, verb: str | None, front: str | None, alike: list[str]) -> str | None:
    """What a set phrase around the number counts; ``alike`` are the items of its unit in its sentence.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "这样的同步课已上了312节。"
    >>> set_phrase(place(text, (0, len(text)), (9, 13), "节", Decimal(312), []), None, None, [])
    '同步课'
    """
    clean, unit = where.clean, where.unit
    if (unit in HUMAN or unit == "%") and not verb and (aged := where.ends(_AGED)):
        return aged[1]
    if clean[where.start - 2 : where.start] == "一行":
        return counts_party.company(front)
    if (unit in items.PEOPLE or unit in ("名", "位")) and (there := where.ends(_THERE)):
        # 应到理事15人，实到13人
        alike = alike if there[1] == "实到" else []
        return there[1] + (alike[-1].removeprefix("应到").removeprefix("实到") if alike else "")
    if unit in TRIPS and not verb and (gone := where.ends(_GONE)):
        return gone[1]
    if unit in HUMAN and not front and not verb and (such := _SUCH.search(clean, where.begin, where.start)):
        return such[1]  # 物理及格的只有57人
    if unit == "户" and not front and not verb and (covered := where.ends(REACHED)):
        return covered[1]
    if unit in ("节", "堂") and (taught := where.ends(_TAUGHT)):
        return taught[1]
    for usual, units, acts in _USUAL:
        if unit in units and front and acts.search(front):
            return items_front.subject_before(clean, where.begin, where.start) or usual
    return None


REACHED = re.compile("(覆盖|惠及|服务|辐射|吸引)[^，。；：、\\d]{0,6}(?:了|近|约|超过?|逾)?$")
_BY_VERB = re.compile("(投入|出动|容纳|安置|生活|居住|聚集|触达)(?:着|了|约|近|超过?|逾)?$")
_ADVERB = re.compile("^(?:是|已经?|将|均|都|也|曾|正|仍|先后|陆续|预计|共)+|[中了]$")
_FAR = 60


def deed(where: Place) -> str | None:
    """What people do of whom nothing else is told: 约2000人|处于高温预警, 惠及沿线|300人.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "约2.5万人参加。"
    >>> deed(place(text, (0, len(text)), (0, 6), "人", Decimal(25000), []))
    '参加'
    """
    clean = where.clean
    if clean[where.end : where.end + 1] not in "，。；：、！？）”的\n增减升降涨扩变发":
        phrase = items.strong_after(clean, where.end, where.last)
        return (_ADVERB.sub("", phrase) or None) if phrase else None
    covered = where.ends(REACHED) or where.ends(_BY_VERB)
    return covered[1] if covered else None


def topic(where: Place) -> str | None:
    """People of whom the clauses before speak: 全县会做手术的医生，原来很少，现在有了5名."""
    if where.unit not in ("名", "位", "个"):
        return None
    parts = END.split(where.clean[max(where.first, where.start - _FAR) : where.start])
    nouns = (noun_at_end(part) for part in reversed(parts[:-1]) if part)
    return next((noun for noun in nouns if noun and are_people(noun)), None)


def are_people(front: str) -> bool:
    """Whether a phrase names people, and does not end in a verb: 各界代表, but not 发生."""
    return items.is_person(front) and not items_phrases.is_act(front)
