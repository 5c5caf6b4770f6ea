"""Mentions of institutions that only tell where somebody else is, was or went, or whom 我院 visits."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.scene.scene import Scene
from bangfu.recognize.places import is_place

_LEFT = re.compile("(?:来自|毕业于|考取|考上|考入|[从离])$")
_COUNTED_FROM = re.compile("(?:[0-9一二两三四五六七八九十]{1,3}[名位人个]|其[余他中])[^，。；\n]{0,6}来自$")
_STUDIED = re.compile("毕业|派来|派出|选派|就读|读书|念书|上学|求学|读研|读博|学习过")
_GUESTS = re.compile(
    "的?(?:[\\d一二三四五六七八九十两]{1,3}[名位])?(?:专家|医疗队|医护人员|志愿者|校友)(?!门诊|工作站|楼)"
)
"""Who come from a body that is not the one spoken of: 某医院迎来某医院|专家. 该院院长甲."""
_CAME = re.compile("(?:迎来|迎接|来了|来的|邀请|请来|接待|欢迎|联合|会同|陪同)了?(?:一批)?$")
_BEFORE_THAT = re.compile(
    "(?:此前|之前|先前|以前|原来|原本|曾经|曾|原)(?:是|为|任|在|供职于|就职于|任职于|担任|工作于)$"
)
_MOST = 6  # institutions in one list


def _guests(clean: str, m: Mention) -> bool:
    """Whether an institution only tells where guests come from: 迎来某医院|专家."""
    came = _CAME.search(clean, max(0, m.start - 8), m.start)
    return came is not None and bool(_GUESTS.match(clean, m.end))


def _first_listed(scene: Scene, m: Mention) -> Mention:
    """The first of the institutions listed before one: 分别来自|某校|、某校."""
    for _ in range(_MOST):
        before = scene.institutions_to.get(m.start - 1)
        if before is None or scene.clean[m.start - 1] not in "、和与及":
            break
        m = before
    return m


def passing(scene: Scene, m: Mention, told: bool) -> bool:
    """Whether an institution is only named as where someone studied or came from."""
    clean = scene.clean
    if bracketed(clean, m):
        return True  # 甲（某校教授）: where somebody else is
    if _guests(clean, m):
        return True
    if told:
        before = _BEFORE_THAT.search(clean, max(0, m.start - 6), m.start) is not None
        return before or bool(re.match("毕业|就读|读书", clean[m.end : m.end + 2]))
    counted = _COUNTED_FROM.search(clean, max(0, m.start - 12), m.start)
    if counted is not None and "分别" not in counted.group():
        return False  # 5名队员中，两人来自某医院，还有医生甲
    first = _first_listed(scene, m)
    left = _LEFT.search(clean, max(0, first.start - 3), first.start) or _STUDIED.match(clean, m.end)
    former = clean[m.start - 1 : m.start] == "原" or (m.text.startswith("原") and not is_place(m.text[:3]))
    return bool(left or former or _BEFORE_THAT.search(clean, max(0, m.start - 6), m.start))


def bracketed(clean: str, m: Mention) -> bool:
    """Whether a mention stands in brackets."""
    opened = max(
        clean.rfind("（", max(0, m.start - 30), m.start), clean.rfind("(", max(0, m.start - 30), m.start)
    )
    return opened >= 0 and not any(c in "）)" for c in clean[opened : m.start])
