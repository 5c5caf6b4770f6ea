"""Sides by place: a body stands where others stand of the same township, county or province."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from bangfu.recognize.places import is_place, place_of

_ONE = ".{1,4}?[省市县旗镇乡村区]|.{2,4}?州"
_LEVEL = re.compile(_ONE)
_LEVELS = re.compile(f"(?:({_ONE}))+")
_SHORTENED = frozenset("省市县区旗州镇乡")
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


@lru_cache(maxsize=1024)
def province_of(name: str) -> str | None:
    """The province of the place with which a name begins."""
    for length in range(min(_LONGEST_PLACE, len(name)), 1, -1):
        if is_place(name[:length]):
            return place_of([name[:length]]).province
    return None
