"""Teams whose members a list names: 青河分队（8人）：队长甲，队员乙、丙."""

from __future__ import annotations

import re

from bangfu.link.role_scene import Scene

_LINE = re.compile(
    "[ \u3000]*(?:[（(]?[一二三四五六七八九十\\d]{1,2}[）)、.．][ \u3000]?)?"
    "([\u4e00-\u9fff\\d]{2,16}[队团组])(?:[（(][^（）()\n]{1,10}[）)])?[：:]"
)
_MEMBERS = re.compile("(?:.*副)?(?:队长|组长|团长|领队)|队员|组员|团员|成员")
_FAR = 300


def listed_team(scene: Scene, at: int, title: str) -> str | None:
    """The team with which the line of a post begins."""
    if not _MEMBERS.fullmatch(title):
        return None
    clean = scene.clean
    begin = clean.rfind("\n", max(0, at - _FAR), at) + 1
    line = _LINE.match(clean, begin)
    return line.group(1) if line is not None and line.end() <= at else None
