"""Numbers of what the number before them tells too: 及格率只有31%，今年达到78%; 从6万人次涨到11万人次."""

from __future__ import annotations

import re

from bangfu.recognize.counts.place import RECENT, Place
from bangfu.recognize.items import phrases as items_phrases

_NOW = (
    "(?:[而但]|到了?|如今|现在|目前|今年|去年|前年|当年|次年|随后|后来|眼下|最近|[上今]学期"
    "|到?\\d{4}年底?|[一二两三四五六七八九十]年[后来])"
)
_RISE = (
    "(?:提[高升]|上升|增[长加]|扩[大充产建容]|发展|恢复|下降|降低|减少"
    "|[压锐骤猛激剧]?[升涨降增减扩跌缩变开]|[带提拉做干]|跃升|攀升|回升)"
)
_AGAIN = re.compile(
    f"，?{_NOW}{{1,2}}，?(?:(?:已经?|则|就|更|又|便|也|仅|只|均|[有为是])*(?:{_RISE}|达)?[到至为了]{{0,2}})"
)
_TO = re.compile(f"(?:已经?|又|再)?{_RISE}[到至为成]了?")
_SOME = re.compile("(?:[之当]?中|里)?，?(?:已经?|就|只|仅)?有")
_MANY = 10


def told_again(where: Place) -> str | None:
    """The item of the number before, where no more than the time or a rise stands between the two.

    >>> from dataclasses import replace
    >>> from decimal import Decimal
    >>> from bangfu.article import Count
    >>> from bangfu.recognize.counts.place import place
    >>> text = "及格率只有31%，今年达到78%。"
    >>> row = Count(start=5, end=8, rule="", text="31%", value=Decimal(31), unit="%", item="及格率")
    >>> told_again(place(text, (0, len(text)), (13, 16), "%", Decimal(78), [row]))
    '及格率'
    """
    last = where.rows[-1] if where.rows else None
    if last is None or last.unit != where.unit or last.start < where.first:
        return None
    between = where.clean[last.end : where.start]
    own = last.item if last.item and between.startswith(last.item) else ""
    between = between[len(own) :]
    return last.item if _TO.fullmatch(between) or _AGAIN.fullmatch(between) else None


def some_told(where: Place, noun: str | None) -> str | None:
    """The noun right behind the number before, of which some are told: 3辆救护车有1辆趴窝."""
    last = where.rows[-1] if where.rows else None
    if last is None or last.unit != where.unit or len(last.item or "") < 2 or last.value <= where.value:
        return None
    if not last.item or last.start < where.first or not where.clean.startswith(last.item, last.end):
        return None
    if items_phrases.is_act(last.item) or (
        noun and not (noun.startswith((last.item[-2:], "“")) or items_phrases.begins_act(noun))
    ):
        return None  # 每100辆汽车就有50辆新能源汽车
    return last.item if _SOME.fullmatch(where.clean, last.end + len(last.item), where.start) else None


def same_number(where: Place) -> str | None:
    """The item of the same number told before: 46名学员……46人."""
    for row in reversed(where.rows[-RECENT:]):
        if row.value == where.value and (row.unit == where.unit or row.value > _MANY) and row.unit != "%":
            return row.item
    return None


def alike_in(where: Place) -> list[str]:
    """The items of the same unit in its sentence, but for what some of them are (8名是党员)."""
    return [
        row.item
        for row in where.earlier()
        if row.unit == where.unit and row.item and where.clean[row.end : row.end + 1] != "是"
    ]
