"""The places that names of bodies begin with."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.recognize.places import is_place, place_of

_ONE = ".{1,4}?[省市县旗镇乡村区]|.{2,4}?州"
_LEVELS = re.compile(f"(?:({_ONE}))+")
_LONGEST_PLACE = 6


def place_in(name: str) -> str | None:
    """The last of the levels with which a name begins.

    >>> place_in("广东省青河市教育局"), place_in("红星医院")
    ('青河市', None)
    """
    levels = _LEVELS.match(name)
    return levels.group(1) if levels is not None and len(levels.group(1)) > 2 else None


@lru_cache(maxsize=1024)
def province_of(name: str) -> str | None:
    """The province of the place with which a name begins."""
    for length in range(min(_LONGEST_PLACE, len(name)), 1, -1):
        if is_place(name[:length]):
            return place_of([name[:length]]).province
    return None
