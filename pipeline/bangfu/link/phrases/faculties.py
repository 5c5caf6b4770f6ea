"""Departments and duties before a title that no lexicon holds: 园林学院|党委书记, 某基金会|传播|总监."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from functools import lru_cache

from bangfu import dictionary
from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.phrases.phrase import OF_HEADS, Unit
from bangfu.recognize.places import is_place
from bangfu.recognize.titles.words import behind_title

_LONGEST = 20
_TAIL = (
    "(?:学院|学系|系|学部)"
    "(?:[一-鿿]{0,4}(?:实验中心|实验室|教研室|办公室|研究所|团委|党委|党总支|专业|支部))?"
)
_OFFICE = re.compile(
    "(?:^|[，、；。：:（(\\s”]|其中|[由和与及任是兼为])(?:原|时任)?((?![该本我各全两等])(?:[一-鿿]{2,8}?"
    "(?<!公司)(?<!机构)(?:中心|办公室|[处科部室办系])|家委会|学生会|团委|校团委))$"
)
_LAST_OF_OFFICES = frozenset("心室处科部办系会委")
_DUTY = re.compile(
    "(?:[、，；：:\\s兼]|公司|集团|基金会|协会)((?![该本我各全两等])[一-鿿]{2,5})(?<![兼任暨族])$"
)
_OF_FIRMS = ("总监", "主管", "经理", "联络人", "带头人", "协调员", "技师", "专员", "教学秘书", "负责人")
_NOUNS = frozenset(("n", "nz", "vn", "an", "b", "j", "l", "nt"))
_LONGEST_DUTY = 6
_NO_DUTY = re.compile(
    "[和与及或的是由等来去]|选派|派出|推荐|资助|领导|代表|中央|旗下|所属|已故|[学师医护患]生|家[属长]|[^务]员|(?<!志愿)[者人友]$|任$"
)
"""What stands between a body and a post and is no duty: 某医院选派|医生, 某校学生|班长."""
_UNIT = re.compile(".+(?:机构|中心|[班组队部处厅室科所站司局会])")
_HAN = re.compile("[一-鿿]{2,6}")


@lru_cache(maxsize=1)
def _faculty() -> re.Pattern[str]:
    parts = "|".join(sorted(words("faculty_words"), key=lambda w: (-len(w), w)))
    return re.compile(f"(?:{parts})(?:[与及和]?(?:{parts}))*{_TAIL}$")


def faculty_before(clean: str, end: int) -> int | None:
    """Where the name of a faculty begins that ends at an offset: words of disciplines only.

    >>> faculty_before("该校人文及社会科学学院讲师", 11)
    2
    >>> faculty_before("昭明职业学院院长", 6) is None
    True
    """
    low = max(0, end - _LONGEST)
    if not re.search(_TAIL + "$", clean[low:end]):
        return None
    hit = _faculty().search(clean, low, end)
    return hit.start() if hit is not None else None


def office_before(clean: str, end: int, title: str) -> int | None:
    """Where an office begins that ends at an offset and stands alone in its list: 、后勤中心|主任.

    >>> office_before("处长甲、后勤中心主任", 8, "主任")
    4
    """
    low = max(0, end - _LONGEST)
    hit = _OFFICE.search(clean, low, end) if clean[end - 1 : end] in _LAST_OF_OFFICES else None
    if hit is None and title.endswith(_OF_FIRMS):
        hit = _DUTY.search(clean, low, end)
    if hit is None or _NO_DUTY.search(hit.group(1)):
        return None
    tags = [tag for _, tag in dictionary.tag(hit.group(1))]
    nouns = tags[0] != "v" and all(tag in _NOUNS or tag in ("m", "f", "v") for tag in tags)
    return hit.start(1) if nouns else None


def with_duty(clean: str, unit: Unit, ending: dict[int, Mention], named: Container[int]) -> Unit:
    """A phrase without a body, with the one that only words of a duty or the region part from it.

    ``ending`` are institutions by their end, ``named`` the offsets where people's names end. A place
    or a unit becomes the department; other nouns are part of the title.
    """
    title, reach = unit.title, unit.title.value.reach
    if title.value.department is not None or (
        behind_title(clean, reach) and not title.text.endswith(OF_HEADS)
    ):
        return unit
    border = next(
        (at for at in range(reach - 2, max(0, reach - _LONGEST_DUTY) - 1, -1) if at in ending), None
    )
    between = _HAN.fullmatch(clean, border, reach) if border is not None else None
    if border is None or between is None or ending[border].value.generic:
        return unit
    duty = between.group()
    if any(at in named for at in range(border + 1, reach + 1)):
        return unit
    place = is_place(duty) or (duty[0] == "驻" and title.text.endswith(("负责人", "代表", "经理")))
    noun = all(tag in _NOUNS for _, tag in dictionary.tag(duty)) and not _NO_DUTY.search(duty)
    if not place and not noun:
        return unit
    department = duty if place or _UNIT.fullmatch(duty) else None
    begin = border if reach == title.start and department is None else title.start
    value = replace(title.value, title=clean[begin : title.end], department=department, reach=border)
    title = replace(title, start=begin, text=clean[begin : title.end], value=value)
    held = ending[border]
    return unit._replace(title=title, start=held.start, held=held, department=department)
