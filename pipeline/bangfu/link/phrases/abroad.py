"""Posts of a country, with the words of their office between: 某国外交发展|大臣, 某国联邦安全会议|秘书."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bangfu import dictionary
from bangfu.lexicon import words

if TYPE_CHECKING:
    from bangfu.link.phrases.phrase import Unit

_MINISTER = re.compile(".*(?:大臣|部长|国务秘书|国务卿)")
_CHAIR = re.compile("(?:副)?(?:秘书长?|主席|议长|委员长|领导人|发言人|党首|总书记)")
_BODY = re.compile(
    "[\u4e00-\u9fff]{1,12}(?:会议|议会|国会|[参众]议院|委员会|理事会|联盟|(?<!两|各|政|全|我)党)"
)
_FORMER = re.compile("前任?|原|现任|新任|时任|候任")
_TITLE = re.compile("总理|首相|大臣|部长|主席|总统|[兼副]")
_HAN = re.compile("[\u4e00-\u9fff]+")
_LONGEST = 14
_NAMES = range(6, 1, -1)
_OF_OFFICE = frozenset(("n", "vn", "v", "nz", "j", "b", "an", "a", "c", "p", "ns", "nt", "f", "l"))


def of_country(clean: str, unit: Unit) -> Unit | None:
    """The phrase with the country before it: a minister's whole title, or a body that nothing has found."""
    title, reach = unit.title, unit.title.value.reach
    minister = title.value.kind == "place" and _MINISTER.fullmatch(title.value.title)
    chair = not minister and _CHAIR.fullmatch(title.value.title)
    if not minister and not chair:
        return None
    country = _country(clean, reach)
    if country is None:
        return None
    begin, end = country
    former = _FORMER.match(clean, end, reach)
    end = former.end() if former is not None else end
    between = clean[end:reach]
    if (
        not _HAN.fullmatch(between)
        or _TITLE.search(between)
        or any(tag not in _OF_OFFICE for _, tag in dictionary.tag(between))
    ):
        return None
    if minister and reach == title.start:
        whole = clean[end : title.end]
        value = replace(title.value, title=whole, reach=end)
        moved = replace(title, start=end, text=whole, value=value)
        return unit._replace(title=moved, start=begin, place=clean[begin : country[1]])
    if chair and _BODY.fullmatch(between):
        return unit._replace(start=begin, body=clean[begin:reach])
    return None


def _country(clean: str, reach: int) -> tuple[int, int] | None:
    """The country named last in the words right before a title."""
    known = words("places_world")
    for end in range(reach - 2, max(1, reach - _LONGEST), -1):
        if not "\u4e00" <= clean[end - 1] <= "\u9fff" or clean[end] in "的在，、。":
            return None
        for length in _NAMES:
            if end >= length and clean[end - length : end] in known:
                return end - length, end
    return None
