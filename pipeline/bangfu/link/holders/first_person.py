"""Posts that somebody tells of himself in a quotation or a dialogue: “我是某院的护士。”甲说."""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu.article import Mention
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.scene.scene import Scene

_I_AM = re.compile(
    "我(?:原来|现在|本来|当时|如今|以前|从前|那时|本身|自己|[原曾现就也还又刚只])*(?:是|任|做|担任|当上?)(?:了|过|着)?"
    "(?:[一二三四五六七八九十两几\\d]+多?年)?的?(?:一?[名位个])?(?:普通|基层|年轻)?$"
)
_AND_AM = re.compile("(?:^|[，、])(?:(?:现在|如今|后来|同时|目前|一直|[也还又就都更])*是)(?:一?[名位个])?$")
_ONE_IS = re.compile("一[个位]是$")
_IF = re.compile("如果|要是|假如|假若|倘若|想|希望|[不没]|梦|以为|[他她您你]|学生|孩子|时候")
_SPEAKS = re.compile(
    "(?:[^，。；！？：“”\n]{0,14})(?:说|道|告诉|介绍|笑|表示|回忆|感慨|坦言|答|解释|自嘲|摆手|[。，：“]|不愿|一边)"
)
_ENDS = ("，", "。", "！", "？", "；", "、", "”", "\n", "—", "…", "：", "")
_LONGEST, _FAR, _NEAR = 160, 60, 30


def first_person(scene: Scene, chain: Chain) -> list[Pair]:
    """“我原来是社区医生，现在是某院的副院长。”甲笑着说; 甲：大家好，我是某校校长."""
    clean, start = scene.clean, chain[0].start
    low = max(0, start - _NEAR)
    near = (
        _I_AM.search(clean, low, start)
        or _AND_AM.search(clean, low, start)
        or _ONE_IS.search(clean, low, start)
    )
    if near is None or clean[chain[-1].end : chain[-1].end + 1] not in _ENDS:
        return []
    begin = max(
        clean.rfind("“", max(0, start - _LONGEST), start), clean.rfind("\n", max(0, start - _LONGEST), start)
    )
    inside = clean[begin : begin + 1] == "“" and "”" not in clean[begin:start]
    clause = max(clean.rfind(mark, max(0, begin), start) for mark in "，。！？；：“\n")
    if _IF.search(clean, clause + 1, start):
        return []
    own = near.re is _I_AM
    if inside:
        if not own and "我" not in clean[begin:start]:
            return []
        person = _speaker(scene, begin, chain[-1].end)
    else:
        person = _of_line(scene, begin + 1, start, own)
    return held(chain, [person], "role:speaks") if person is not None else []


def _speaker(scene: Scene, opened: int, at: int) -> Mention | None:
    """Who says what stands between quotation marks that open at an offset and hold another."""
    clean = scene.clean
    closed = clean.find("”", at, at + _LONGEST)
    if closed < 0 or "\n" in clean[at:closed]:
        return None
    behind = scene.people_at.get(closed + 1) or scene.titled_at(closed + 1)
    if behind is not None and _SPEAKS.match(clean, behind.end):
        return behind
    if clean[opened - 1 : opened] not in ("：", ":", "，"):
        return None
    person = scene.person_before(opened)
    if person is None or person.start < scene.sentence_start(opened - 1) or opened - person.end > _FAR:
        return None
    index = bisect_left(scene.people_starts, scene.sentence_start(opened - 1))
    return person if scene.people[index].value == person.value else None


def _of_line(scene: Scene, begin: int, at: int, own: bool) -> Mention | None:
    """Who speaks in a line of a dialogue: 甲：…"""
    clean = scene.clean
    person = scene.people_at.get(begin)
    if person is None or clean[person.end : person.end + 1] not in ("：", ":") or at - person.end > _LONGEST:
        return None
    return (
        person
        if own or "我" in clean[person.end : at] or clean[person.end + 1 : person.end + 2] in "对是嗯"
        else None
    )
