"""Some of those told just before: 32名学生中，有5人上了大学; 其中19项填补空白."""

from __future__ import annotations

import re

from bangfu.article import Count
from bangfu.recognize.counts.place import ACTS, RECENT, Place
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import front as items_front
from bangfu.recognize.items import phrases as items_phrases

_AMONG = re.compile("(?:其中|[^其当集]中)(?:已?有)?$")
_MORE_OF_THEM = re.compile("其中，?[^。；]{4,30}[，、]$")
_JUDGED = ("获评", "获批", "获得", "荣获", "入选", "被评", "通过", "填补", "列入", "纳入")
_PIECES = frozenset(("枚", "架", "艘", "辆", "台", "只", "头", "颗"))
_OF = re.compile(
    "(?:之中|当中|(?<![其当之集])中|(?<![那这哪])里)，?(?:[^，。；、\\d]{0,16}的)?[只仅就已还共能]*有?$"
)
_HAVE = re.compile("，(?:今年|去年|目前|如今|现在|过去|此前|已经?|还|就|只|仅)*(?:有|只|仅)$")
_AND = re.compile("(?:其中，?[已还就只仅]*有?|[，；、][另还有]*)$")
_GO = re.compile(
    "(?:已经?|都|最终|后来)?(?:留[在下校任]|回[到乡]|返[乡回]|前往|来自|选择|走上|进入|升[入学]|考[上入取]|通过|取得|拿到|当上|晋升|评上|出师|结业|转正|入党)"
)
_THESE = re.compile("，?其中，?(?:已?有)?")
_HUMAN = frozenset(("人", "名", "位", "户"))
_GROUP = frozenset(("人", "名", "位", "个", "户", "口"))


def some_of(where: Place, noun: str | None) -> str | None:
    """Those of whom some are counted, where what stands behind is only said of them.

    ``noun`` is the noun phrase behind the number, if there is one.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "毕业生里有5人考上高中"
    >>> some_of(place(text, (0, len(text)), (5, 7), "人", Decimal(5), []), None)
    '毕业生'
    """
    if where.unit not in _GROUP or where.clean[where.end : where.end + 1] == "的":
        return None
    if noun and (items.is_person(noun) or where.unit not in _HUMAN):
        return None
    clean, low = where.clean, max(where.begin, where.start - RECENT)
    if part := _OF.search(clean, low, where.start):
        noun = items_front.before(clean, where.begin, part.start())
        return noun if noun and items.is_person(noun) else None
    have = _HAVE.search(clean, low, where.start)
    base = _base(where, bool(have))
    if base is None or not base.item or not items.is_person(base.item):
        return None
    if have:
        told = clean.find("，", base.end, where.start) in (base.end, base.end + len(base.item))
        return base.item if told or base.item in _siblings(where, base) else None
    if clean[where.start - 1] == "，" and base is where.rows[-1] and _GO.match(clean, where.end):
        return base.item
    if not _AND.search(clean, low, where.start):
        return None
    return base.item if clean.find("其中", base.end, where.start) >= 0 else None


def _base(where: Place, bare: bool) -> Count | None:
    """The count of more people just before, whose noun is named behind it, or that 其中 takes up."""
    last = where.earlier()[-1:]
    if last and _THESE.fullmatch(where.clean, last[0].end, where.start) and _more(where, last[0]):
        return last[0]
    return next(
        (
            row
            for row in reversed(where.earlier())
            if _more(where, row)
            and row.item
            and (where.clean.startswith(row.item, row.end) or (bare and where.clean[row.end] == "，"))
        ),
        None,
    )


def _more(where: Place, row: Count) -> bool:
    return row.unit in _GROUP and row.value > where.value and bool(row.item)


def _siblings(where: Place, base: Count) -> list[str | None]:
    return [row.item for row in where.earlier() if row.start > base.start and row.unit in _GROUP]


def part_of(where: Place, noun: str) -> str | None:
    """其中19项填补空白: what begins with a verb is said of some of those counted just before."""
    clean = where.clean
    among = where.unit in _PIECES or (
        (clean[where.start - 1] in "中有" and _AMONG.search(clean, where.begin, where.start))
        or (noun.startswith(_JUDGED) and _MORE_OF_THEM.search(clean, where.first, where.start))
    )
    if not among or "的" in noun:
        return None
    if not items_phrases.begins_act(noun) and (where.unit in ACTS or not items_phrases.is_act(noun)):
        return None
    return next(
        (
            row.item
            for row in reversed(where.rows[-3:])
            if row.unit == where.unit and row.item and where.start - row.end < RECENT
        ),
        None,
    )
