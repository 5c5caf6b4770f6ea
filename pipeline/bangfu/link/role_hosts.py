"""The body of a post of one of its units, offices or branches, and mentions in brackets."""

from __future__ import annotations

import re
from itertools import islice

from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.role_passing import bracketed, passing
from bangfu.link.role_scene import Scene

_NEAR = 200
_MOST = 60  # institutions compared
_BRANCH = re.compile("(?:机关)?(?:党委|党总支|党支部|纪委|工会|团委|团总支).{0,3}(?:书记|主席|委员)")
_OFFICE = re.compile(
    "(?:常务)?副?(?:部长|主任|科长|处长|组长|主管)|干事|[一二三四]级(?:巡视员|调研员|主任科员)"
)
_TOWN = re.compile(
    "(?<![驻进返下])[镇乡村](?!卫生院|中心|小学|中学|医院|学校)|街道|社区(?!卫生)|[县区市旗][委政]|机关"
)
_KINDS = ("hospital", "school", "university", "company", "bank", "foundation", "association")


def in_unit(scene: Scene, at: int) -> str | None:
    """The body of whose unit the words before a comma speak: 在某医院骨科，护士长甲."""
    clean = scene.clean
    end = at - 1
    if clean[at - 1 : at] not in ("，", ",", "、"):
        return None
    known = words("departments")
    length = next((n for n in range(min(8, end), 1, -1) if clean[end - n : end] in known), 0)
    held = scene.institutions_to.get(end - length) if length else None
    return held.text if held is not None and not held.value.generic else None


def _alone(scene: Scene, m: Mention) -> bool:
    """Whether an institution is the only one of its kind told so far."""
    earlier = list(islice(scene.told_before(m.start), _MOST))
    return len(earlier) < _MOST and all(
        other.value.generic or other.value.kind not in _KINDS or other.value.name == m.value.name
        for other in earlier
    )


def host(scene: Scene, at: int, title: str, department: str | None) -> str | None:
    """The body spoken of last, for a post of its party branch or of one of its offices."""
    office = department is not None and _OFFICE.fullmatch(title)
    if not office and not _BRANCH.fullmatch(title):
        return None
    clean = scene.clean
    for m in scene.told_before(at, at - _NEAR):
        if m.text == "党校" and (school := _party_school(clean, m)) is not None:
            return school if "\n" not in clean[m.end : at] else None
        skipped = m.value.generic or m.value.kind == "team"
        if not skipped and not scene.in_speech(m, at) and not passing(scene, m, False):
            near = "\n" not in clean[m.end : at] or _alone(scene, m)
            fits = m.value.kind in _KINDS and near
            return m.text if fits and not _TOWN.search(clean, m.end, at) and not bracketed(clean, m) else None
    return None


def _party_school(clean: str, m: Mention) -> str | None:
    """The school of a committee that is told by its level: 省委|党校."""
    level = clean[max(0, m.start - 2) : m.start]
    return level + m.text if level in ("省委", "市委", "县委", "区委", "州委") else None
