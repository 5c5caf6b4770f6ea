"""Posts told of people named before: 甲、乙，分别为儿科、骨科医生; 甲走上讲台。这位某校的教师…"""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.role_pair import Chain, Pair
from bangfu.link.role_scene import Scene

_EACH = re.compile(
    "[，,（(]?(?:[他她]们)?(?:分别|依次)(?:[是为系任]|[担出挂兼]任|挂职(?:担任|任)?|受聘为|来自)?"
)
_UNIT = re.compile(
    "[\u4e00-\u9fff]{1,10}[科部室处系组班院]的?|(?:语文|数学|英语|物理|化学|生物|历史|地理|政治|体育|音乐|美术|科学)"
)
_AND = re.compile("[、，,]|以及|[和与及]")
_REACH = 60


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
