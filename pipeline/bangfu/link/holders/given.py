"""Posts that a clause gives by name: 校长一职由甲接任; 甲以某校校长的身份."""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu.link.holders.actors import subject
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.scene.scene import Scene

_LEFT_POST = re.compile("(?:的?(?:工作)?岗位上?|任上)[^，。；\n的]{1,6}的")
_AS_END = re.compile("的?(?:身份|名义|(?:工作)?岗位上?)|任上")
_BY = re.compile("(?:一职|的?职务)?[^，。；！？\\n由]{0,6}由")
_TAKES = re.compile("(?:先生|女士|老师|同志)?来?(?:担任|出任|接任|接替|兼任|挂任|挂职|任职)")
_CLAUSE = re.compile(r"[，。！？；\n]")


def given_to(scene: Scene, chain: Chain) -> list[Pair]:
    """校长一职由某校调来的甲接任."""
    clean = scene.clean
    by = _BY.match(clean, chain[-1].end)
    if by is None:
        return []
    index = bisect_left(scene.people_starts, by.end())
    if index == len(scene.people):
        return []
    person = scene.people[index]
    clear = person.start - by.end() < 20 and not _CLAUSE.search(clean, by.end(), person.start)
    takes = _TAKES.match(clean, person.end) if clear else None
    if takes is not None and takes.end() not in scene.phrase_ends:
        return held(chain, [person], "role:given_to")
    return []


def as_post(scene: Scene, chain: Chain) -> list[Pair]:
    """甲以某校校长的身份."""
    at = chain[0].start - 1
    if scene.clean[at : at + 1] not in ("以", "从") or not _AS_END.match(scene.clean, chain[-1].end):
        return []
    left = _LEFT_POST.match(scene.clean, chain[-1].end)
    behind = left.end() if left is not None else -1
    person = scene.people_at.get(behind) or scene.people_at.get(scene.phrase_ends.get(behind, -1))
    if person is None and left is None:
        person = subject(scene, at)
    if person is not None:
        return held(chain, [person], "role:as")
    return []
