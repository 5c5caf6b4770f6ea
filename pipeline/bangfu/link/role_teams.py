"""Teams of which someone is the leader or a member: 某医院医疗队…，队长甲; 青河分队：队长甲，队员乙."""

from __future__ import annotations

import re

from bangfu.link.role_bodies import written_body
from bangfu.link.role_chains import Pair
from bangfu.link.role_scene import Scene

_LINE = re.compile(
    "[ \u3000]*(?:[（(]?[一二三四五六七八九十\\d]{1,2}[）)、.．][ \u3000]?)?"
    "([\u4e00-\u9fff\\d]{2,16}[队团组])(?:[（(][^（）()\n]{1,10}[）)])?[：:]"
)
_MEMBERS = re.compile("(?:.*副)?(?:队长|组长|团长|领队)|队员|组员|团员|成员")
_FAR = 300
_NEAR = 160
_SENT = re.compile("(?![^，。！？；\n]{0,8}[任由长员])[^，。！？；\n]{0,4}的?[一-鿿]{0,4}[队团组]")
_BATCH = re.compile("第[一二三四五六七八九十\\d]{1,3}批")


def listed_team(scene: Scene, at: int, title: str) -> str | None:
    """The team with which the line of a post begins."""
    if not _MEMBERS.fullmatch(title):
        return None
    clean = scene.clean
    begin = clean.rfind("\n", max(0, at - _FAR), at) + 1
    line = _LINE.match(clean, begin)
    return line.group(1) if line is not None and line.end() <= at else None


def team_of(scene: Scene, at: int) -> str | None:
    """The team whose leader is named, or the institution that sent it: 某医院派出的医疗队, 队长甲."""
    clean = scene.clean
    for m in scene.told_before(at, at - _NEAR):
        if not m.value.generic:
            if m.text[-1] in "队团组":
                return m.text
            sent = _SENT.match(clean, m.end) if m.value.kind not in ("government", "party") else None
            if sent is not None and not any(n in scene.people_at for n in range(m.end, sent.end())):
                return m.text
    return None


def own_team(scene: Scene, pair: Pair) -> str | None:
    """The team of a leader, but not the eighth for the leader of the seventh."""
    found = team_of(scene, pair.unit.start)
    batch = _BATCH.search(scene.clean, max(0, pair.unit.start - 6), pair.unit.title.start)
    other = _BATCH.search(found) if found is not None else None
    return None if batch is not None and other is not None and batch.group() != other.group() else found


def team_before(scene: Scene, at: int, title: str) -> str | None:
    """The team of which the clause before speaks: 一支志愿服务队，队长甲."""
    clean = scene.clean
    if clean[at - 1 : at] not in ("，", ",") or clean[at - 2 : at - 1] != title[0] or title[1:2] != "长":
        return None
    body = written_body(clean, at - 1)
    return body[1] if body is not None else None
