"""People counted of whom a sentence tells no more than what they do, or who were named clauses before."""

from __future__ import annotations

import re

from bangfu.recognize.counts.place import Place
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import phrases as items_phrases
from bangfu.recognize.items.end import noun_at_end
from bangfu.recognize.items.words import END

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
