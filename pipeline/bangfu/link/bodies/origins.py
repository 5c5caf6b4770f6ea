"""Where a person is said to come from or to work: 某校的甲; 甲来自某校; 来自某县的甲代表."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.phrases.chains import Pair
from bangfu.link.scene.scene import Scene

_OWN_UNIT = re.compile("，(?:原(?:来的)?单位|原工作单位|派出单位|所在单位)[是为]")
_FROM = re.compile(
    r"(?:等?(?:\d{1,3}|[两三四五六七八九十]{1,2})[人名位])?(?:是[^，。；\n]{1,6}(?=[，,][均都同]))?[，,（(]?(?:[则也还均都同皆原]|分别|同样|全部|全都){0,2}"
    r"(?:来自于?|出自|(?:现?供职|就职|任职|任教|工作)于)"
)
_WORKS = re.compile(
    "工作|上班|任教|任职|就职|执教|教书|当医生|当护士|当老师"
    r"|[干做守待当教服务值]了?(?:整整|快|近|将近|足足|已经)?[\d一二三四五六七八九十两几]{1,3}多?个?年"
)
_AT_WORK = re.compile("(?:[说笑]?[，,][他她]?)?(?:已经?|就|一直|在这之前|常年|长年)?在")
"""Between somebody and the house where he works: 甲|在某院工作, 甲|，他在某院干了三年."""
_ENTRY_END = re.compile(r"(?:[\u4e00-\u9fff]{1,6}[科部室处心组])?(?:[。；;，,）)\n]|$)")
_NOTE = re.compile("[（(][^（()）\n]{1,20}[）)]")
_NEXT = re.compile("[、，,]")
_AND = re.compile("[、和与及]")
_MOST_LISTED = 30


def origin(scene: Scene, pair: Pair) -> Mention | None:
    """The institution that a person is said to belong to or come from: 某校的甲; 甲来自某校."""
    told = told_behind(scene, pair.unit.end, pair.rule == "role:apposition")
    if told is not None:
        return told
    if (work := _works(scene, pair.unit.end)) is not None:
        return work
    for person in scene.mentions_of.get(pair.person.value, ()):
        held = scene.institution_before(person.start)
        if held is not None and scene.clean[held.end] == "的":
            return held
        if (work := _works(scene, person.end)) is not None:
            return work
        last = scene.listed_from(person, titled=True)[-1].end
        end = scene.phrase_ends.get(last, last)
        for _ in range(_MOST_LISTED):  # 甲（领队）、乙（护士），均来自某院
            noted = _NOTE.match(scene.clean, end)
            if noted is None or told_behind(scene, end, False) is not None:
                break
            end = noted.end()
            another = _NEXT.match(scene.clean, end)
            following = scene.people_at.get(another.end()) if another is not None else None
            end = following.end if following is not None else end
        told = told_behind(scene, end, False)
        if told is not None:
            return _of_each(scene, person, end, told)
    return None


def _of_each(scene: Scene, person: Mention, end: int, told: Mention) -> Mention:
    """The body in the place of the person, where as many are told as people: 甲、乙分别来自某院和某院."""
    if "分别" not in scene.clean[end : told.start]:
        return told
    people = scene.listed_to(scene.listed_from(person)[-1])
    bodies = [told]
    while (joint := _AND.match(scene.clean, bodies[-1].end)) and len(bodies) < len(people):
        following = scene.institutions_at.get(joint.end())
        if following is None:
            break
        bodies.append(following)
    same = len(bodies) == len(people) and person in people
    return bodies[people.index(person)] if same else told


def _works(scene: Scene, at: int) -> Mention | None:
    """The house where a clause right behind somebody, or behind what he is, tells that he works."""
    told = _AT_WORK.match(scene.clean, at)
    work = scene.institutions_at.get(told.end()) if told is not None else None
    if work is None or work.value.generic:
        return None
    return work if _WORKS.match(scene.clean, work.end) else None


def told_behind(scene: Scene, at: int, entry: bool) -> Mention | None:
    """The institution told right behind: 来自某校; （某校）; in the entry of a list also ，某校."""
    clean = scene.clean
    origin = _FROM.match(clean, at) or (None if entry else _OWN_UNIT.match(clean, at))
    if origin is not None and origin.end() in scene.institutions_at:
        return scene.institutions_at[origin.end()]
    body = scene.institutions_at.get(at + 1)
    if body is None or body.value.generic:
        return None
    if clean[at] in "（(" and clean[body.end : body.end + 1] in ("）", ")"):
        return body
    return body if entry and clean[at] in "，, \u3000" and _ENTRY_END.match(clean, body.end) else None
