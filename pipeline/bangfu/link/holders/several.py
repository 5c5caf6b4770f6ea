"""Posts of several people told at once: 甲、乙，分别为儿科、骨科医生; 前者是教师，后者是主任."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from bangfu.article import Mention
from bangfu.link.bodies.carry import kinds_of
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.phrases.phrase import Unit
from bangfu.link.scene.scene import Scene

_ARE = re.compile(
    "(?:等?[二两三四五六七八九十][人名位]|等人)?[，,（(]?(?:[他她]们)?(?:分别|依次)(?:[是为系任]|[担出挂兼]任|挂职(?:担任|任)?|受聘为|来自)?"
)
_UNIT = re.compile(
    "[\u4e00-\u9fff]{1,10}[科部室处系组班院]的?|(?:语文|数学|英语|物理|化学|生物|历史|地理|政治|体育|音乐|美术|科学)"
)
_AND = re.compile("[、，,]|以及|[和与及]")
_CALL = re.compile("(?:名单|代表)?(?:分别|依次|主要|还)?(?:是|为|有|包括|如下)[：:]?")
_OF_MANY = re.compile(".*(?:干部|队员|成员|专家|教师|医生|骨干|志愿者|学员|代表|委员|理事|顾问|嘉宾|主持人)")
"""Titles of which a text lists several holders behind 分别是."""
_NEAR = 60
_WHICH = re.compile("[前后]者")
_CALLED = re.compile("[前后]者(?:名?叫|是|为)?")
_NAME = re.compile("[\u4e00-\u9fff·]{2,12}(?:、|和|与)$")
_EACH = re.compile("分别|各自|依次")
_REACH = 90
_FAR = 140
_MOST_HEADS, _EARLIER = 4, 80
_BOTH = re.compile("[两双二三四][家所个校院方地县市区]的?$")
_HOUSES = ("医院", "学校", "单位", "中学", "小学", "公司", "企业")
_FORMERLY = re.compile("(?:时任|曾任|原任|历任|先后任|担任过)$")
_LATER = re.compile(
    "[，,、](?:现任|现为|后任|后又任|兼任|又任|时任)?"
    "|[，,、](?:[如而]今|现在?|眼下|目前|后来?)(?:已经?|又|也)?(?:现任|现为|是|任|为|当上了?|成了)"
)


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
        department = rest.strip("的") or None
        found.append(
            Pair(who, unit._replace(start=begin, held=last, body=None, department=department), "role:each")
        )
        at += len(part)
    return found


def roll_call(scene: Scene, chain: Chain) -> list[Pair]:
    """本次送课教师分别为：甲、乙、丙; 参加义诊的医生有甲、乙: all that are listed behind what they are."""
    unit = chain[-1]
    told = _CALL.match(scene.clean, unit.end)
    first = scene.people_at.get(told.end()) if told is not None else None
    if first is None or not (unit.title.value.kind == "prof" or _OF_MANY.fullmatch(unit.title.text)):
        return []
    people = scene.listed_from(first, noted=True)
    apart = people[-1].end in scene.phrase_ends
    return held(chain, people, "role:roll_call") if len(people) > 1 and not apart else []


def of_both(clean: str, at: int) -> bool:
    """Whether a post is told of two bodies at once: 两地的|副局长.

    >>> of_both("两地的副局长甲、乙", 3), of_both("两名副局长甲、乙", 2)
    (True, False)
    """
    return _BOTH.search(clean, max(0, at - 3), at) is not None


def of_each(scene: Scene, unit: Unit, first: Mention) -> list[Pair]:
    """Heads listed as their bodies were: 某校、某校…，校长甲、乙; 两家医院的院长甲和乙."""
    people = scene.listed_from(first)
    bare = unit.held is not None and unit.held.value.generic and unit.held.text in _HOUSES
    if not (unit.alone or bare) or unit.department is not None or not 2 <= len(people) <= _MOST_HEADS:
        return []
    kinds = kinds_of(unit.title.value.title)
    both = of_both(scene.clean, unit.start)
    if bare and not both:
        return []
    begin = scene.sentence_start(unit.start)
    low = max(begin - _EARLIER if both else begin, unit.start - _FAR, 0)
    told = [m for m in scene.told_between(low, unit.start) if m.value.kind in kinds and not m.value.generic]
    bodies = told[-len(people) :] if len(told) >= len(people) else []
    listed = bodies and all(_AND.fullmatch(scene.clean, a.end, b.start) for a, b in pairwise(bodies))
    if both and not listed and len(people) == 2:  # 某区教育局局长与某县教育局局长…，两地的副局长甲、乙
        bodies = list({m.text: m for m in told}.values())
        return _each(people, unit, bodies if len(bodies) == 2 else [None, None])
    if not listed or (not both and len(told) != len(people)):
        return []
    return _each(people, unit, bodies)


def _each(people: list[Mention], unit: Unit, bodies: Sequence[Mention | None]) -> list[Pair]:
    return [Pair(p, unit._replace(held=m), "role:title_name") for p, m in zip(people, bodies, strict=True)]


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
    clean, start = scene.clean, chain[0].start
    at = former_clause(scene, start)
    if at is None or any(at < p.start < start for p in _between(scene, at, start)):
        return []
    first = _first(scene, at)
    two = _two(scene, first)
    if two is None:
        return []
    which = 0 if clean[at] == "前" else 1
    person = two[which]
    if person is None:
        return []
    body = _bodies(scene, two[1], first)[which] if two[1] is not None else None
    if chain[0].alone and body is not None:
        chain = tuple(u._replace(held=body) if u.held is None and u.body is None else u for u in chain)
    return held(chain, [person], "role:former")


def _between(scene: Scene, low: int, high: int) -> list[Mention]:
    index = bisect_left(scene.people_starts, low)
    return list(scene.people[index : bisect_left(scene.people_starts, high)])


def _first(scene: Scene, at: int) -> int:
    """Where the first of the clauses about the two begins: 后者 follows 前者."""
    clean = scene.clean
    if clean[at] == "前":
        return at
    told = clean.rfind("前者", max(0, at - _REACH), at)
    return told if told >= 0 else at


def _two(scene: Scene, at: int) -> tuple[Mention | None, Mention | None] | None:
    """The two people named last before an offset; one that nothing has read is none."""
    clean = scene.clean
    last = scene.person_before(at)
    if last is None or at - last.end > _FAR or "\n" in clean[last.end : at]:
        return None
    earlier = scene.person_before(last.start)
    if _NAME.search(clean, max(0, last.start - 14), last.start):
        listed = earlier is not None and last.start - earlier.end <= 1
        return (earlier if listed else None, last)
    near = earlier is not None and last.start - earlier.end <= _FAR and earlier.value != last.value
    titled = near and earlier is not None and "。" not in clean[earlier.end : last.start]
    return (earlier, last) if titled else None


def _bodies(scene: Scene, last: Mention, at: int) -> tuple[Mention | None, Mention | None]:
    """The bodies that sent the two, where the text tells one for each: 分别由某校、某校选派."""
    clean = scene.clean
    told = [m for m in scene.told_between(last.end, at) if not m.value.generic]
    each = len(told) == 2 and _EACH.search(clean, last.end, told[0].start)
    if each and _AND.fullmatch(clean, told[0].end, told[1].start):
        return told[0], told[1]
    return None, None


def then(clean: str, waiting: Chain, chain: Chain) -> bool:
    """Whether an earlier post is told before that of the same person: 时任某县县长，现任某县委书记的甲."""
    start, end = waiting[0].start, chain[0].start
    return (
        clean.startswith("时任", start) or _FORMERLY.search(clean, max(0, start - 4), start) is not None
    ) and _LATER.fullmatch(clean, waiting[-1].end, end) is not None
