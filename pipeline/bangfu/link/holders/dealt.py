"""Posts dealt out to people: letters of appointment, a post told once over a list, bodies told one each."""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.holders.named import full
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.scene.scene import Scene

_LETTER = re.compile("的?(?:聘书|聘任书|聘任证书|聘用证书|聘请书|任命书)")
_GIVES = re.compile(
    "(?:先生|女士|同志|老师|医生|教授|主任)?(?:一行)?(?:隆重)?(?:颁发|颁授|授予|送上|递上|发放?)了?$"
)
_LONGEST_LETTER, _LONGEST_WARD = 44, 8
_OF_THESE = re.compile("(?:[一二两三四五六七八九十\\d]{1,2}[位名])(?:[一-鿿]{2,4})?$")
_THESE = re.compile("[^，。；：！？\\n]{0,14}(?:[：:]|，?(?:分别|依次)是)")
_WITH_PLACE = re.compile("([一-鿿]{2,10}(?:[省市县区州乡镇村]|社区|街道))的?")
_PARTS = re.compile("[，、；]|[和与及]")
_MOST = 8
_FROM_EACH = re.compile(
    "(?:[一二两三四五六七八九十\\d]{1,2}[位名个人])?[，,]?(?:他们|她们)?(?:分别|依次)(?:来自|出自|毕业于|供职于|任职于)"
)


def by_letter(scene: Scene, chain: Chain) -> list[Pair]:
    """向甲颁发某院名誉院长聘书: who gets a letter of appointment holds its post."""
    if _LETTER.match(scene.clean, chain[-1].end) is None:
        return []
    start = chain[0].start
    person = scene.person_before(start)
    if person is None or start - person.end > _LONGEST_LETTER or not full(person):
        return []
    if scene.clean[person.end : start][:1] in "，。；！？\n" or not _GIVES.search(
        scene.clean, person.end, start
    ):
        return []
    people = scene.listed_to(person)
    to = scene.clean.rfind("向", scene.sentence_start(start), people[0].start)
    giver = scene.last_before(to, scene.sentence_start(start)) if to > 0 and chain[0].alone else None
    whole = chain if giver is None else tuple(u._replace(held=giver) if u.alone else u for u in chain)
    return held(whole, people, "role:letter")


def ward_behind(scene: Scene, chain: Chain) -> list[Pair]:
    """副院长、骨科甲主任: the posts in front of somebody's ward, whose rank stands behind the name."""
    clean, end = scene.clean, chain[-1].end
    if clean[end : end + 1] not in ("、", "，"):
        return []
    known = words("departments")
    for at in range(end + 1 + _LONGEST_WARD, end + 2, -1):
        person = scene.people_at.get(at)
        if person is not None and clean[end + 1 : at] in known and full(person):
            titled = person.end in scene.phrase_ends
            return held(chain, [person], "role:title_name") if titled and not _ends_list(scene, chain) else []
    return []


def _ends_list(scene: Scene, chain: Chain) -> bool:
    """Whether the posts stand right behind somebody whose they are: 甲副院长、骨科乙主任."""
    return chain[0].start in scene.people_to or chain[0].title.start in scene.people_to


def roll(scene: Scene, chain: Chain) -> list[Pair]:
    """三位第一书记：兰草村甲，庙台村乙: a post told once, with the place of each in front of the name."""
    clean, unit = scene.clean, chain[0]
    if len(chain) > 1 or unit.title.value.kind == "prof":
        return []
    counted = _OF_THESE.search(clean, max(0, unit.start - 8), unit.title.start)
    these = _THESE.match(clean, unit.end) if counted is not None else None
    if these is None:
        return []
    at = these.end()
    index = bisect_left(scene.people_starts, at)
    found: list[tuple[Mention, str]] = []
    for person in scene.people[index : index + _MOST]:
        place = _WITH_PLACE.fullmatch(clean, at, person.start)
        if place is None:
            break
        found.append((person, place.group(1)))
        part = _PARTS.match(clean, person.end)
        if part is None:
            break
        at = part.end()
    if len(found) < 2:
        return []
    return [Pair(who, unit._replace(held=None, body=place), "role:roll") for who, place in found]


def from_each(scene: Scene, people: list[Mention], at: int) -> list[Mention]:
    """The bodies from which as many listed people are said to come, one each: 三位老师分别来自某校和某校."""
    told = _FROM_EACH.match(scene.clean, at)
    if told is None or len(people) < 2:
        return []
    bodies: list[Mention] = []
    at = told.end()
    for _ in people:
        body = scene.institutions_at.get(at)
        if body is None:
            return []
        bodies.append(body)
        part = _PARTS.match(scene.clean, body.end)
        at = part.end() if part is not None else body.end
    return bodies
