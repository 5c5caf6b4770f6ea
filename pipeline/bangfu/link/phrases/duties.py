"""Words of a duty, or the region, between an institution and a post: 某基金会|传播|总监, 某署|南江|主任."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from bangfu import dictionary
from bangfu.article import Mention
from bangfu.recognize.places import is_place
from bangfu.recognize.titles.words import behind_title

_LONGEST = 6
_NONE = re.compile(
    "[和与及或的是由等来去]|选派|派出|推荐|资助|领导|代表|中央|旗下|所属|已故|[学师医护患]生|家[属长]|[^务]员|[者人友]$"
)
"""What stands there and is no duty: 某医院选派|医生, 某校学生|班长."""
_POSTED = ("负责人", "代表", "经理", "联络员")
_UNIT = re.compile(".+(?:机构|中心|[班组队部处厅室科所站司局会])")
_OF_HEADS = ("发言人", "顾问", "秘书", "代表", "助理", "特使", "翻译", "队长", "组长", "专员")
"""Posts of those who stand for a head or lead people: 秘书长|发言人, 志愿者|队长."""
_LED = re.compile("志愿者|义工")
_HAN = re.compile("[\u4e00-\u9fff]{2,6}")


def with_duty(
    clean: str, title: Mention, ending: dict[int, Mention], named: Container[int]
) -> tuple[Mention, Mention] | None:
    """A title with the words that part it from the institution before, and this institution.

    ``ending`` are institutions by their end, ``named`` the offsets where people's names end. A place
    or a unit becomes the department; other nouns are part of the title.
    """
    reach = title.value.reach
    if (
        title.value.department is not None
        or reach in named
        or not "\u4e00" <= clean[reach - 1 : reach] <= "\u9fff"
    ):
        return None
    border = next((at for at in range(reach - 2, max(0, reach - _LONGEST) - 1, -1) if at in ending), None)
    if border is None or ending[border].value.generic:
        return None
    between = _HAN.fullmatch(clean, border, reach)
    if between is None or any(at in named for at in range(border + 1, reach)):
        return None
    place = next((n for n in range(reach - border, 1, -1) if is_place(clean[border : border + n])), 0)
    if place and place < reach - border:
        return None
    posted = between.group()[0] == "驻" and title.value.title.endswith(_POSTED)  # 某集团|驻青河|负责人
    if not place and not posted and (_NONE.search(between.group()) and not _LED.fullmatch(between.group())):
        return None
    if behind_title(clean, reach) and not title.text.endswith(_OF_HEADS):
        return None  # 某院副院长|主任医师; but 某会|秘书长发言人
    tags = dictionary.tag(between.group())
    if not place and not posted and any(not _noun(tag) for _, tag in tags):
        return None
    department = between.group() if place or posted or _UNIT.fullmatch(between.group()) else None
    begin = border if reach == title.start and department is None else title.start
    value = replace(title.value, title=clean[begin : title.end], department=department, reach=border)
    return replace(title, start=begin, text=clean[begin : title.end], value=value), ending[border]


def _noun(tag: str) -> bool:
    return tag in ("n", "nz", "vn", "an", "b", "j", "l", "nt")
