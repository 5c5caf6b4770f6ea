"""Titles of several people told at once: 甲、乙，分别为儿科、骨科医生; 两校的校长甲、乙."""

from __future__ import annotations

import re
from itertools import pairwise

from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.bodies.kinds import kinds_of
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.phrases.phrase import Unit
from bangfu.link.scene.scene import LISTED, Scene

_COUNTED = re.compile(
    r"(?:[（(][^（()）\n]{1,14}[）)])?等?(?:\d{1,4}|[一二三四五六七八九十两几多百]{1,4})余?多?[名位个人][^，。！？；、\n与和同对跟向为给请]{0,10}"
)
_GROUPS = frozenset(("专家", "干部", "队员", "成员", "医疗专家", "骨干", "技术骨干", "志愿者"))
"""Words for people who have posts of their own."""
_NOTED = re.compile(r"[（(][^（()）\n]{1,14}[）)][、，和与及]")
_MOST_NOTED = 20
_LONGEST_WARD = 8
_ARE = re.compile(
    "(?:等?[二两三四五六七八九十][人名位]|等人)?[，,（(]?(?:[他她]们)?(?:分别|依次)(?:[是为系任]|[担出挂兼]任|挂职(?:担任|任)?|受聘为|来自)?"
)
_UNIT = re.compile(
    "[\u4e00-\u9fff]{1,10}[科部室处系组班院]的?|(?:语文|数学|英语|物理|化学|生物|历史|地理|政治|体育|音乐|美术|科学)"
)
_AND = re.compile("[、，,]|以及|[和与及]")
_NEAR = 60
_BOTH = re.compile("[两双二三四][家所个校院方地县市区]的?$")
_JOINT = re.compile("委(?:员会)?、[^、]*政府(?:、|$)")
"""Bodies of one office: 县委、县政府领导."""
_MOST_HEADS, _EARLIER, _FAR = 4, 80, 140


def counted_list(scene: Scene, chain: Chain) -> list[Pair]:
    """甲、乙、丙等4名教师; 甲、乙两位教师."""
    last = scene.person_before(chain[0].start)
    if scene.clean.startswith("代表", chain[-1].end):
        return []  # 9位企业和专家代表
    if last is None or not _COUNTED.fullmatch(scene.clean, last.end, chain[0].start):
        return []
    rule = "role:counted_list"
    if len(warded := _with_wards(scene, last)) > 1:
        return [Pair(p, u._replace(held=b, department=w), rule) for p, b, w in warded for u in chain]
    people = _noted_to(scene, last)
    if chain[-1].title.value.title in _GROUPS and chain[0].alone:  # 主任甲、医师乙等3名专家
        people = [p for p in people if p.start not in scene.phrase_starts]
    return held(led(scene, chain, people[0].start), people, rule) if people else []


def _noted_to(scene: Scene, last: Mention) -> list[Mention]:
    """People listed right before one, also with notes: 甲（某医院）、乙（某医院）."""
    people = scene.listed_to(last)
    for _ in range(_MOST_NOTED):
        before = scene.person_before(people[0].start)
        if before is None or not _NOTED.fullmatch(scene.clean, before.end, people[0].start):
            break
        people = [*scene.listed_to(before), *people]
    return people


def _with_wards(scene: Scene, last: Mention) -> list[tuple[Mention, Mention | None, str]]:
    """The people listed up to one with the body and the ward in front of each: 骨科甲、儿科乙."""
    told: list[tuple[Mention, Mention | None, str]] = []
    person: Mention | None = last
    for _ in range(_MOST_NOTED):
        if person is None:
            break
        begin, ward = _ward(scene.clean, person.start)
        if ward is None:
            return []
        body = scene.institution_before(begin)
        told.insert(0, (person, body, ward))
        begin = body.start if body is not None else begin
        before = scene.person_before(begin)
        person = before if before is not None and LISTED.fullmatch(scene.clean, before.end, begin) else None
    return told


def _ward(clean: str, at: int) -> tuple[int, str | None]:
    """Where the ward begins that stands right before an offset, and its name."""
    at -= clean[at - 1 : at] == "的"
    for begin in range(max(0, at - _LONGEST_WARD), at - 1):
        if clean[begin:at] in words("departments"):
            return begin, clean[begin:at]
    return at, None


def led(scene: Scene, chain: Chain, at: int) -> Chain:
    """The chain with the institution, and department, that stand right before ``at``."""
    if chain[0].held is not None:
        return chain
    clean = scene.clean
    body, department = scene.institution_before(at), None
    if body is None:
        begin, department = _ward(clean, at)
        body = scene.institution_before(begin) if department else None
    if body is None and department is None:
        return chain
    return tuple(u._replace(held=body, department=u.department or department) for u in chain)


def respectively(scene: Scene, chain: Chain) -> list[Pair]:
    """甲、乙，分别为儿科、骨科主治医师: the units in front of the title go to one person each."""
    clean, unit = scene.clean, chain[-1]
    person = scene.person_before(chain[0].start)
    if person is None or unit.start - person.end > _NEAR or len(chain) > 1:
        return []
    each = _ARE.match(clean, person.end)
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
        own = unit._replace(start=begin, held=last, body=None, department=rest.strip("的") or None)
        found.append(Pair(who, own, "role:each"))
        at += len(part)
    return found


def of_each(scene: Scene, unit: Unit, first: Mention, head: bool) -> list[Pair]:
    """Heads listed as their bodies were: 某校、某校…，校长甲、乙; 两院的院长甲和乙; 某局、某校校长甲、乙."""
    both = _BOTH.search(scene.clean, max(0, unit.start - 3), unit.start) is not None
    own = unit.held is not None and not both
    if not own and (unit.department is not None or not (both or (head and unit.alone))):
        return []
    people = scene.listed_from(first)
    if not 2 <= len(people) <= _MOST_HEADS:
        return []
    if own:
        return _of_own(scene, unit, people)
    kinds = kinds_of(unit.title.value.title)
    low = max(scene.sentence_start(unit.start) - both * _EARLIER, unit.start - _FAR, 0)
    told = [m for m in scene.told_between(low, unit.start) if m.value.kind in kinds and not m.value.generic]
    bodies = told[-len(people) :] if both else told
    if both and len(people) == 2:  # 某区教育局局长与某县教育局局长…，两地的副局长甲、乙
        bodies = list({m.text: m for m in told}.values())
    listed = both or all(_AND.fullmatch(scene.clean, a.end, b.start) for a, b in pairwise(bodies))
    if not listed or len(bodies) != len(people):
        return []
    pairs = zip(people, bodies, strict=True)
    return [Pair(who, unit._replace(held=body), "role:title_name") for who, body in pairs]


def _of_own(scene: Scene, unit: Unit, people: list[Mention]) -> list[Pair]:
    """Those named behind as many bodies: 某局、某局和某校负责人甲、乙和丙."""
    bodies = [unit.held] if unit.held is not None else []
    beside = [scene.clean[m.end : unit.title.start].strip("的") for m in bodies]
    if beside != [unit.department or ""]:
        return []
    while bodies and len(bodies) <= len(people):
        before = scene.institutions_to.get(bodies[0].start - 1)
        if before is None or not _AND.fullmatch(scene.clean, before.end, bodies[0].start):
            break
        bodies.insert(0, before)
    if len(bodies) != len(people) or _JOINT.search("、".join(m.text for m in bodies)):
        return []
    own = [unit._replace(start=unit.title.start if i else unit.start, held=m) for i, m in enumerate(bodies)]
    return [Pair(who, post, "role:title_name") for who, post in zip(people, own, strict=True)]
