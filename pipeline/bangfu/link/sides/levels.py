"""Sides by place: a body stands where others stand of the same township, county or province."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from bangfu.recognize.places import is_place, place_of

_ONE = ".{1,4}?[省市县旗镇乡村区]|.{2,4}?州"
_LEVEL = re.compile(_ONE)
_LEVELS = re.compile(f"(?:({_ONE}))+")
_SHORTENED = frozenset("省市县区旗州镇乡")
_BARE = re.compile(
    "([省市县区州盟旗])(?:[党纪]?委|政府|人民政府|人大|政协"
    "|[一-鿿]{2,12}(?:[局厅委办院联会]|中心|学校|中学|办公室|委员会))"
)
"""Bodies that tell only their level: 市教育局."""
_PREFIX = re.compile("[一-鿿]{2,9}?[省市县区州盟旗]")
_FAR = 120
_LONGEST_PLACE = 6
_MOST = 200  # names compared with another: more is no report but hostile input


def place_in(name: str) -> str | None:
    """The last of the levels with which a name begins.

    >>> place_in("广东省青河市教育局"), place_in("红星医院")
    ('青河市', None)
    """
    levels = _LEVELS.match(name)
    return levels.group(1) if levels is not None and len(levels.group(1)) > 2 else None


def place_side(name: str, known: dict[str, str]) -> str | None:
    """The side of the place that a name begins with: of the last of its levels that the article tells.

    >>> place_side("青河县妇联", {"青河县": "to"})
    'to'
    """
    told, at = None, 0
    while (level := _LEVEL.match(name, at)) is not None:
        told, at = known.get(level.group(), told), level.end()
    return told


def short_place(name: str, known: dict[str, str]) -> str | None:
    """The side of the place whose short name a name begins with: 青河一中 of 青河县."""
    for place, side in islice(known.items(), _MOST):
        short = 2 < len(place) <= _LONGEST_PLACE and place[-1] in _SHORTENED
        if short and name.startswith(place[:-1]):
            return side
    return None


def kindred(name: str, known: dict[str, str]) -> str | None:
    """The side of a body whose name begins with this one's, or the other way round: 某大学, 某大学支教团."""
    for other, side in islice(known.items(), _MOST):
        short, long = sorted((name, other), key=len)
        if len(short) > 3 and long.startswith(short):
            return side
    return None


def side_by_place(clean: str, at: int, institution: str, known: dict[str, str]) -> str | None:
    """The side of a body that is not known itself, by the place that it is of.

    The place of a body told by its level only is the one named last before ``at`` (below 0: not known);
    other bodies take the side of those of the same place, else of the same province, where these agree.

    >>> side_by_place("青河市委委托，市委组织部副部长", 7, "市委组织部", {"青河市委": "to"})
    'to'
    """
    bare = _BARE.match(institution)
    if bare is not None:
        return _nearest(clean, at, bare.group(1), known) if at >= 0 else None
    told = list(islice(known.items(), _MOST))
    same = institution[-1] in _SHORTENED and _agreed(s for name, s in told if name.startswith(institution))
    province = province_of(institution)
    return same or (_agreed(s for name, s in told if province_of(name) == province) if province else None)


def _agreed(sides: Iterable[str]) -> str | None:
    told = set(sides)
    return told.pop() if len(told) == 1 else None


def _nearest(clean: str, at: int, level: str, known: dict[str, str]) -> str | None:
    """The side of the place of a level that is named last before an offset."""
    sides: dict[str, set[str]] = {}
    for name, side in islice(known.items(), _MOST):
        place = _PREFIX.match(name)
        if place is not None and place.group()[-1] == level:
            sides.setdefault(place.group(), set()).add(side)
    low = max(0, at - _FAR)
    last = max(((clean.rfind(place, low, at), place) for place in sides), default=(-1, ""))
    return _agreed(sides[last[1]]) if last[0] >= 0 else None


@lru_cache(maxsize=1024)
def province_of(name: str) -> str | None:
    """The province of the place with which a name begins."""
    for length in range(min(_LONGEST_PLACE, len(name)), 1, -1):
        if is_place(name[:length]):
            return place_of([name[:length]]).province
    return None
