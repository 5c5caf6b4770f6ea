"""The lines of a programme, each about one person: 骨科：甲，主任医师，某医院原副院长."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.role_pair import Chain, Pair, held
from bangfu.link.role_scene import Scene
from bangfu.link.role_units import Unit

_LABEL = re.compile(
    "(?:^|[\n；;])[ \u3000]{0,4}(?:[（(]?\\d{1,2}[）).．、][ \u3000]?)?"
    "(?:([\u4e00-\u9fff]{2,8})(?:[：:]|[ \u3000]{1,3}))?$"
)
_PARTS = re.compile("(?:[，,、][^，,、。；;！？\n“”（）]{1,24}){0,5}[，,](?:现任?|现为|曾任|时任|系)?")
_ENDS = frozenset("，,。；;\n（(")
_END = re.compile("[。；;\n]|$")
_CLINICIANS = ("医师", "技师", "护师", "药师", "医生")
_LABEL_REACH = 16
_FAR = 90
_MOST = 4  # institutions of an entry asked


def entry(scene: Scene, chain: Chain) -> list[Pair]:
    """The posts of the person with whom a line begins, behind commas; their body may follow them."""
    clean, start, end = scene.clean, chain[0].start, chain[-1].end
    if clean[end : end + 1] not in _ENDS and end < len(clean):
        return []
    person = scene.person_before(start)
    if person is None or start - person.end > _FAR or not _PARTS.fullmatch(clean, person.end, start):
        return []
    label = _LABEL.search(clean, max(0, person.start - _LABEL_REACH), person.start)
    if label is None or (label.start() > 0 and clean[label.start()] not in "\n；;"):
        return []
    department = label.group(1) if label.group(1) in words("departments") else None
    if department is None and chain[0].held is None:
        return []  # 甲，…，校长，…: told of anybody
    body = _body(scene, end) if chain[0].held is None and chain[0].body is None else None
    whole = tuple(_of(u, body, department) for u in chain)
    if not whole[0].alone:
        return held(whole, [person], "role:entry")
    return []


def _of(unit: Unit, body: Mention | None, department: str | None) -> Unit:
    own = unit.department or (department if unit.title.value.title.endswith(_CLINICIANS) else None)
    return unit._replace(held=unit.held or body, department=own)


def _body(scene: Scene, at: int) -> Mention | None:
    """The body of a post that follows in the same entry: ，某医院原副院长."""
    clean = scene.clean
    stop = _END.search(clean, at)
    end = stop.start() if stop is not None else len(clean)
    for m in scene.told_between(at, end)[:_MOST]:
        if not m.value.generic and m.end in scene.phrase_borders and clean[m.start - 1] in "，,、 ":
            return m
    return None
