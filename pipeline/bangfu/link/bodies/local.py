"""Posts on the other side than the text before tells: a Tibetan nurse among guests, guests at a host."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, takewhile

from bangfu.article import Mention
from bangfu.lexicon import mapping
from bangfu.link.bodies.carry import HOSTS, kinds_of
from bangfu.link.bodies.passing import bracketed
from bangfu.link.phrases.phrase import Unit
from bangfu.link.scene.scene import Scene
from bangfu.link.sides.levels import province_of

_HERE = re.compile("(?:当地|本地|本土)的?$")
_HOMELANDS = ("西藏", "新疆", "内蒙古", "青海", "宁夏", "广西", "云南", "贵州", "四川", "甘肃")
"""Provinces whose own senders have such people too."""
_MOST = 300  # institutions asked
_LONGEST = 12


def is_local(scene: Scene, unit: Unit, name: str, sender: str | None) -> bool:
    """Whether a post that the text before gives to a sender is more likely one of the place that is helped.

    So it is where the words say so, and where the person's name is Tibetan, Turkic, Mongolian or Yi and the
    sender comes from a province where few have such names.
    """
    if _HERE.search(scene.clean, max(0, unit.start - 4), unit.title.start):
        return True
    home = province_of(sender) if sender is not None else None
    return (home is None or not home.startswith(_HOMELANDS)) and of_a_people(name)


def receiver(scene: Scene, unit: Unit) -> str | None:
    """The body told last that has such a post and receives."""
    return _first(scene, _told_last(scene, unit), _kinds(unit), "to")


def sending(scene: Scene, unit: Unit) -> str | None:
    """The body told last that has such a post and sends."""
    return _first(scene, _told_last(scene, unit), _kinds(unit), "from")


def first_receiver(scene: Scene, unit: Unit) -> str | None:
    """The body told first that has such a post and receives: the one where the article plays."""
    told = takewhile(lambda m: m.end <= unit.start, scene.institutions[:_MOST])
    return _first(scene, told, kinds_of(unit.title.value.title), "to")


def _told_last(scene: Scene, unit: Unit) -> Iterator[Mention]:
    return islice(scene.told_before(unit.start), _MOST)


def _kinds(unit: Unit) -> tuple[str, ...]:
    if unit.department is not None and unit.department.endswith("科"):
        return ("hospital",)
    return kinds_of(unit.title.value.title) or HOSTS


def _first(scene: Scene, told: Iterable[Mention], kinds: tuple[str, ...], side: str) -> str | None:
    """The first of some bodies that is of these kinds and on this side."""
    for m in told:
        fits = m.value.kind in kinds and not m.value.generic
        if fits and scene.sides.get(m.value.name) == side and not bracketed(scene.clean, m):
            return m.text
    return None


@lru_cache(maxsize=4096)
def of_a_people(name: str) -> bool:
    """Whether a name is made of the elements of Tibetan, Turkic, Mongolian or Yi names.

    >>> of_a_people("扎西多吉"), of_a_people("古丽娜尔·买买提"), of_a_people("王建国"), of_a_people("白玛")
    (True, True, False, True)
    """
    known = mapping("minority_names")
    if "·" in name:
        return any(part in known for part in name.split("·"))
    if len(name) > _LONGEST:
        return False
    ends = {0}
    for at in range(len(name)):
        if at in ends:
            ends.update(at + n for n in range(2, len(name) - at + 1) if name[at : at + n] in known)
    return len(name) in ends
