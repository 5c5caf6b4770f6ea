"""Sides of bodies that tell only their level (市教育局), of places, and of schools by short names (五中)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from bangfu.link.sides.places import MOST
from bangfu.recognize.places import is_place, place_of

_LEVELED = re.compile(
    "([省市县区州盟旗])(?:[党纪]?委|政府|人民政府|人大|政协"
    "|[一-鿿]{2,12}(?:[局厅委办院联会]|中心|学校|中学|办公室|委员会))"
)
_PLACE = re.compile("[一-鿿]{2,12}[省市县区州盟旗镇乡村]")
_PUBLIC = re.compile("(?:[党纪]?委|政府|人大|政协|局|厅|委员会|办公室)(?:[一-鿿]{2,5}部)?$")
_PREFIX = re.compile("[一-鿿]{1,9}?[省市县区州盟旗]")
_SHORT_SCHOOL = re.compile("([一二三四五六七八九十]{1,3})([中小])")
_CLASSES = {"中": ("中学", "中"), "小": ("小学", "小")}
_FAR = 120
_LONGEST_PLACE = 6


def side_by_place(clean: str, at: int, institution: str, known: dict[str, str]) -> str | None:
    """The side of a body that is not known itself, by the place that it is of.

    The place of a body told by its level only is the one named last before ``at`` (below 0: not known);
    other bodies take the side of those of the same place, else of the same province, where these agree.

    >>> side_by_place("青河市委委托，市委组织部副部长", 7, "市委组织部", {"青河市委": "to"})
    'to'
    >>> side_by_place("", 0, "五中", {"青河县第五中学": "to"})
    'to'
    """
    school = _SHORT_SCHOOL.fullmatch(institution)
    if school is not None:
        tails = tuple(f"{n}{school.group(1)}{c}" for n in ("第", "") for c in _CLASSES[school.group(2)])
        return _agreed(side for name, side in islice(known.items(), MOST) if name.endswith(tails))
    leveled = _LEVELED.match(institution)
    if leveled is not None and not any(is_place(institution[:n]) for n in (2, 3, 4)):
        return _nearest(clean, at, leveled.group(1), known) if at >= 0 else None
    if _PLACE.fullmatch(institution) is None and _PUBLIC.search(institution) is None:
        return None
    return _kin(institution, known) or _neighbours(institution, known)


def _agreed(sides: Iterable[str]) -> str | None:
    told = set(sides)
    return told.pop() if len(told) == 1 else None


def _nearest(clean: str, at: int, level: str, known: dict[str, str]) -> str | None:
    """The side of the place of a level that is named last before an offset."""
    sides: dict[str, set[str]] = {}
    for name, side in islice(known.items(), MOST):
        place = _PREFIX.match(name)
        if place is not None and place.group()[-1] == level and _named(place.group()):
            sides.setdefault(place.group(), set()).add(side)
    low = max(0, at - _FAR)
    last = max(((clean.rfind(place, low, at), place) for place in sides), default=(-1, ""))
    return _agreed(sides[last[1]]) if last[0] >= 0 else None


def _named(place: str) -> bool:
    """Whether a place has a name: 青河县, also the short 河县 of a list, not 该县."""
    return len(place) > 2 or is_place(place)


def _kin(institution: str, known: dict[str, str]) -> str | None:
    """The side of the bodies whose names begin with this place: 青河市 by 青河市委."""
    if _PLACE.fullmatch(institution) is None:
        return None
    return _agreed(side for name, side in islice(known.items(), MOST) if name.startswith(institution))


def _neighbours(institution: str, known: dict[str, str]) -> str | None:
    """The side of the bodies and places of the same province."""
    province = province_of(institution)
    if province is None:
        return None
    return _agreed(side for name, side in islice(known.items(), MOST) if province_of(name) == province)


@lru_cache(maxsize=1024)
def province_of(name: str) -> str | None:
    """The province of the place with which a name begins."""
    for length in range(min(_LONGEST_PLACE, len(name)), 1, -1):
        if is_place(name[:length]):
            return place_of([name[:length]]).province
    return None
