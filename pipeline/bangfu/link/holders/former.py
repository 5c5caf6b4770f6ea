"""Posts of two people told before: 甲和乙…。前者是某校教师，后者是主任."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.scene.scene import Scene

_WHICH = re.compile("[前后]者")
_CALLED = re.compile("[前后]者(?:名?叫|是|为)?")
_NAME = re.compile("[\u4e00-\u9fff·]{2,12}(?:、|和|与)$")
_REACH = 90
_FAR = 140


def former_clause(scene: Scene, at: int) -> int | None:
    """Where the clause begins that is about 前者 or 后者 and holds an offset."""
    clean = scene.clean
    low = max(0, at - _REACH)
    begin = max(clean.rfind(mark, low, at) for mark in "。！？；\n”")
    told = [m.start() for m in _WHICH.finditer(clean, max(low, begin + 1), at)]
    if told and (own := _CALLED.match(clean, told[-1])) is not None and own.end() in scene.people_at:
        return None  # 前者叫甲，是某校校长
    return told[-1] if told else None


def former(scene: Scene, chain: Chain) -> list[Pair]:
    """The chains behind 前者 and 后者, each of one of the two people named last."""
    at, last = former_clause(scene, chain[0].start), scene.person_before(chain[0].start)
    if at is None or (last is not None and last.start > at):
        return []
    first = at
    if scene.clean[at] == "后":  # 后者 follows 前者
        told = scene.clean.rfind("前者", max(0, at - _REACH), at)
        first = told if told >= 0 else at
    person = _two(scene, first)[scene.clean[at] == "后"]
    return held(chain, [person], "role:former") if person is not None else []


def _two(scene: Scene, at: int) -> tuple[Mention | None, Mention | None]:
    """The two people named last before an offset; one that nothing has read is none."""
    clean = scene.clean
    last = scene.person_before(at)
    if last is None or at - last.end > _FAR or "\n" in clean[last.end : at]:
        return None, None
    earlier = scene.person_before(last.start)
    if _NAME.search(clean, max(0, last.start - 14), last.start):
        listed = earlier is not None and last.start - earlier.end <= 1
        return earlier if listed else None, last
    near = earlier is not None and last.start - earlier.end <= _FAR and earlier.value != last.value
    titled = near and earlier is not None and "。" not in clean[earlier.end : last.start]
    return (earlier, last) if titled else (None, None)
