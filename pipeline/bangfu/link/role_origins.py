"""Where a person is said to come from or to work: 某校的甲; 甲来自某校; 甲（某校）."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.role_pair import Pair
from bangfu.link.role_scene import Scene

_FROM = re.compile(r"(?:等?(?:\d{1,3}|[两三四五六七八九十]{1,2})[人名位])?[，,（(]?(?:均|都|分别)?来自于?")
_WORKS = re.compile(
    "工作|上班|任教|任职|就职|执教|教书|当医生|当护士|当老师"
    r"|[干做守待当教服务值]了?(?:整整|快|近|将近|足足|已经)?[\d一二三四五六七八九十两几]{1,3}多?个?年"
)
_ENTRY_END = re.compile(r"(?:[\u4e00-\u9fff]{1,6}[科部室处心组])?(?:[。；;，,）)\n]|$)")
_NOTE = re.compile("[（(][^（()）\n]{1,20}[）)]")
_NEXT = re.compile("[、，,]")
_MOST_LISTED = 30


def origin(scene: Scene, pair: Pair) -> Mention | None:
    """The institution that a person is said to belong to or come from: 某校的甲; 甲来自某校."""
    told = _told_behind(scene, pair.unit.end, pair.rule == "role:apposition")
    if told is not None:
        return told
    for person in scene.mentions_of.get(pair.person.value, ()):
        held = scene.institution_before(person.start)
        if held is not None and scene.clean[held.end] == "的":
            return held
        work = scene.institutions_at.get(person.end + 1)
        if work is not None and _WORKS.match(scene.clean, work.end) and scene.clean[person.end] == "在":
            return work
        last = scene.listed_from(person, titled=True)[-1].end
        end = scene.phrase_ends.get(last, last)
        for _ in range(_MOST_LISTED):  # 甲（领队）、乙（护士），均来自某院
            noted = _NOTE.match(scene.clean, end)
            if noted is None or _told_behind(scene, end, False) is not None:
                break
            end = noted.end()
            another = _NEXT.match(scene.clean, end)
            following = scene.people_at.get(another.end()) if another is not None else None
            end = following.end if following is not None else end
        told = _told_behind(scene, end, False)
        if told is not None:
            return told
    return None


def _told_behind(scene: Scene, at: int, entry: bool) -> Mention | None:
    """The institution told right behind: 来自某校; （某校）; in the entry of a list also ，某校."""
    clean = scene.clean
    origin = _FROM.match(clean, at)
    if origin is not None and origin.end() in scene.institutions_at:
        return scene.institutions_at[origin.end()]
    body = scene.institutions_at.get(at + 1)
    if body is None or body.value.generic:
        return None
    if clean[at] in "（(" and clean[body.end : body.end + 1] in ("）", ")"):
        return body
    return body if entry and clean[at] in "，, \u3000" and _ENTRY_END.match(clean, body.end) else None
