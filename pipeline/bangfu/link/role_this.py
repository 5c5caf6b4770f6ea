"""The body told before at which the text points: 该院|骨科主任, 该委|医政处处长."""

from __future__ import annotations

import re
from itertools import islice

from bangfu.link.role_passing import passing
from bangfu.link.role_scene import Scene

_POINTS = re.compile(
    "该(医院|学校|大学|学院|公司|集团|基金会|协会|商会|中心|[院校委会厅局部行社所站馆园])的?$"
)
_ENDS = {
    "院": ("院",),
    "校": (
        "校",
        "中学",
        "小学",
        "大学",
        "学院",
        "职中",
        "高中",
        "中专",
        "一中",
        "二中",
        "完小",
        "附中",
        "附小",
    ),
    "学校": ("校", "中学", "小学", "大学", "学院", "职中", "高中", "中专", "完小", "附中", "附小"),
    "委": ("委", "委员会"),
    "会": ("会",),
    "行": ("行",),
    "公司": ("公司", "集团"),
    "园": ("园",),
}
_STUDIED = re.compile("(?:毕业于|毕业自|考入|考取|考上|就读于?|求学于|进修于|[到在赴])$")
"""Before a body where someone only studied, or goes: 该校 is the one that the text is about."""
_FAR = 300
_MOST = 40  # institutions asked


def this_body(scene: Scene, at: int) -> tuple[str | None, bool]:
    """The last body before an offset of the class that 该 points at, and whether such a word stands there."""
    clean = scene.clean
    told = _POINTS.search(clean, max(0, at - 6), at)
    if told is None:
        return None, False
    ends = _ENDS.get(told.group(1), (told.group(1),))
    guest: str | None = None  # 来自某院的医生甲, who stands beside someone of 该院
    for m in islice(scene.told_before(told.start(), told.start() - _FAR), _MOST):
        whole = not m.value.generic and len(m.text) > len(told.group(1)) + 1
        if not whole or not m.text.endswith(ends) or passing(scene, m, True):
            continue
        if _STUDIED.search(clean, max(0, m.start - 6), m.start):
            continue
        came = clean[m.end] == "的" and clean.endswith("来自", 0, m.start)
        if not came and not clean.startswith("派来", m.end):
            return m.text, True
        guest = guest or m.text
    return guest, True
