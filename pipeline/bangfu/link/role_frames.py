"""Posts told of people named before: 甲、乙，分别为儿科、骨科医生; 甲走上讲台。这位某校的教师…"""

from __future__ import annotations

import re
from itertools import islice

from bangfu.article import Mention
from bangfu.link.role_pair import Chain, Pair, held
from bangfu.link.role_scene import Scene

_EACH = re.compile(
    "[，,（(]?(?:[他她]们)?(?:分别|依次)(?:[是为系任]|[担出挂兼]任|挂职(?:担任|任)?|受聘为|来自)?"
)
_UNIT = re.compile(
    "[\u4e00-\u9fff]{1,10}[科部室处系组班院]的?|(?:语文|数学|英语|物理|化学|生物|历史|地理|政治|体育|音乐|美术|科学)"
)
_AND = re.compile("[、，,]|以及|[和与及]")
_THIS = re.compile("(?:[，。！？\n”]|^|[\u4e00-\u9fff])这[位名](?:来自)?$")
_THIS_END = re.compile("[，,。；与和在用把将也又还就说]")
_BOTH = re.compile("两[校院园县市区局]的?$")
_WITH = re.compile("[^，。！？；\n]{0,12}(?:[与和、及同]|携手|结对|对口帮扶|帮扶|签约)[^，。！？；\n]{0,4}")
_FEW = 4
_REACH = 60
_FAR = 260


def respectively(scene: Scene, chain: Chain) -> list[Pair]:
    """甲、乙，分别为儿科、骨科主治医师: the units in front of the title go to one person each."""
    clean, unit = scene.clean, chain[-1]
    person = scene.person_before(chain[0].start)
    if person is None or unit.start - person.end > _REACH or len(chain) > 1:
        return []
    each = _EACH.match(clean, person.end)
    if each is None or each.end() > unit.title.start:
        return []
    people = scene.listed_to(person)
    parts = _AND.split(clean[each.end() : unit.title.start])
    if not 2 <= len(people) == len(parts):
        return []
    at = each.end()
    last: Mention | None = None
    found: list[Pair] = []
    for who, part in zip(people, parts, strict=True):
        at = clean.index(part, at)
        body = scene.institutions_at.get(at)
        whole = body if body is not None and body.end <= at + len(part) else None
        last = whole or last
        rest = clean[whole.end : at + len(part)] if whole is not None else part
        if not (whole is not None and not rest.strip("的")) and not _UNIT.fullmatch(rest):
            return []
        begin = at if whole is not None else unit.title.start
        department = rest.strip("的") or None
        found.append(
            Pair(who, unit._replace(start=begin, held=last, body=None, department=department), "role:each")
        )
        at += len(part)
    return found


def both(scene: Scene, chain: Chain) -> list[Pair]:
    """某校与某校结对，两校校长甲、乙: one person of each."""
    clean, unit = scene.clean, chain[-1]
    first = scene.people_at.get(unit.end)
    if first is None or len(chain) > 1 or not _BOTH.search(clean, max(0, unit.start - 3), unit.start):
        return []
    people = scene.listed_from(first)
    told = islice(scene.told_before(unit.start, unit.start - _FAR), _FEW)
    bodies = [m for m in told if not m.value.generic][1::-1]
    paired = len(bodies) == 2 and _WITH.fullmatch(clean, bodies[0].end, bodies[1].start)
    if not paired or len(people) != 2:
        return held(chain, people, "role:title_name")
    return [Pair(p, unit._replace(held=m), "role:each") for p, m in zip(people, bodies, strict=True)]


def this_one(scene: Scene, chain: Chain) -> list[Pair]:
    """甲走上讲台。这位某校退休的教师…: of the only person named in the sentences before."""
    clean, start = scene.clean, chain[0].start
    if clean[start - 1 : start] not in ("位", "名", "自"):
        return []
    if not _THIS.search(clean, max(0, start - 5), start) or not _THIS_END.match(clean, chain[-1].end):
        return []
    if chain[0].held is None and chain[0].body is None:
        return []
    person = scene.person_before(start)
    if person is None or start - person.end > _FAR:
        return []
    earlier = scene.person_before(person.start)
    while earlier is not None and start - earlier.end <= _FAR:
        if earlier.value != person.value:
            return []
        earlier = scene.person_before(earlier.start)
    return held(chain, [person], "role:this_one")
