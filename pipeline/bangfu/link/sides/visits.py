"""Who comes to visit: 青山市红石镇党委书记甲一行到我县考察. Guests of pages about gifts give."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from bangfu.article import Mention
from bangfu.lexicon import table
from bangfu.link.phrases.place_names import place_before
from bangfu.link.sides.levels import province_of

_COMES = re.compile(
    "(?:一行|率队|带队|率[^，。！？；\\n]{0,8}(?:团|组|队|一行))(?:\\d{1,3}[余多]?人)?(?:专程|再次|莅临)?"
    "(?:来到?|到|赴|莅临|抵达?|走进)(?:我[省市县区州旗镇乡校院会]|[省市县区州旗](?=对接|开展|考察|调研|指导|捐)|[一-鿿]{2,3}[镇乡村]考察对接)"
)
"""Guests who come to where the text is written."""
_LEVEL = re.compile("[一-鿿]{2,4}?(?:自治[区州县]|[省市县区州旗镇乡])")
_REACH = 60
_MOST = 200


def guests(clean: str, institutions: tuple[Mention, ...], gift: bool) -> Iterator[str]:
    """The names of the bodies whose people come to the place of the page, where the article tells of gifts.

    Bodies of a province that is assisted are none: they may come to thank or to ask.

    >>> list(guests("红星市青山镇党委书记甲一行到我县考察。", (), True))
    []
    """
    if not gift:
        return
    starts = [m.start for m in institutions[:_MOST]]
    for begin, end in _visits(clean):
        for m in institutions[bisect_left(starts, begin) : bisect_left(starts, end)]:
            if not m.value.generic and not _assisted(m.value.province):
                yield m.value.name


def guest_places(clean: str, titles: tuple[Mention, ...], gift: bool) -> Iterator[str]:
    """The places whose heads come to the place of the page, where the article tells of gifts."""
    if not gift:
        return
    starts = [t.start for t in titles]
    for begin, end in _visits(clean):
        for title in titles[bisect_left(starts, begin) : bisect_left(starts, end)]:
            reach = title.value.reach
            at = place_before(clean, reach) if title.value.kind == "place" else None
            levels = _LEVEL.findall(clean[at:reach]) if at is not None else []
            if at is not None and levels and not _assisted(province_of(clean[at:reach])):
                yield levels[-1]


def _visits(clean: str) -> Iterator[tuple[int, int]]:
    """Where the words about guests begin and end."""
    for visit in islice(_COMES.finditer(clean), _MOST):
        low = max(0, visit.start() - _REACH)
        yield max(low, *(clean.rfind(c, low, visit.start()) for c in "。！？\n")), visit.start()


def _assisted(province: str | None) -> bool:
    return any(row[0] == province and row[1] == "to" for row in table("assistance_regions"))
