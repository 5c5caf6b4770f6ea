"""Titles behind a list that is theirs: 甲、乙等4名教师; 骨科甲、儿科乙等专家; 甲、乙、丙教授."""

from __future__ import annotations

import re

from bangfu import dictionary
from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.holders.dealt import from_each
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.scene.scene import LISTED, Scene

_COUNTED = re.compile(
    r"(?:[（(][^（()）\n]{1,14}[）)])?(?:等?(?:\d{1,4}|[一二三四五六七八九十两几多百]{1,4})余?多?[名位个人][^，。！？；、\n与和同对跟向为给请]{0,10}"
    r"|等[^，。！？；、\n]{0,6})"
)
_NOTED = re.compile(r"[（(][^（()）\n]{1,14}[）)][、，和与及]")
_GROUPS = frozenset(("专家", "干部", "队员", "成员", "医疗专家", "骨干", "技术骨干", "志愿者"))
"""Words for people who have posts of their own."""
_SHARED_RANKS = frozenset(("教授", "副教授", "老师", "院士", "博士", "研究员", "医生"))
"""Ranks that may stand once behind several names."""
_OPENS_LIST = frozenset("，。；：、\n“（和与由请为对向给")
_MOST_NOTED = 20
_LONGEST_WARD = 8
_MOST = 40
_SENDS = re.compile("(?:此次|本次|这次)?(?:派出|选派|选送|抽调|派遣|派|安排)了?(?:[由的])?$")
"""Behind the body that sends those who are listed with their wards."""


def counted_list(scene: Scene, chain: Chain) -> list[Pair]:
    """甲、乙、丙等4名教师; 甲、乙两位教师."""
    last = scene.person_before(chain[0].start)
    if scene.clean.startswith("代表", chain[-1].end):
        return []  # 9位企业和专家代表
    if last is None or not _COUNTED.fullmatch(scene.clean, last.end, chain[0].start):
        return []
    if scene.clean.endswith("领导", last.end, chain[0].start):
        return []
    if warded := with_wards(scene, chain, last, "role:counted_list"):
        return warded
    people = _noted_to(scene, last)
    if chain[-1].title.value.title in _GROUPS and chain[0].alone:  # 主任甲、医师乙等专家
        people = [p for p in people if p.start not in scene.phrase_starts]
        if not people:
            return []
    if each := from_each(scene, people, chain[-1].end):
        return [
            Pair(who, u._replace(held=body), "role:counted_list")
            for who, body in zip(people, each, strict=True)
            for u in chain
        ]
    return held(led(scene, chain, people[0].start), people, "role:counted_list")


def _noted_to(scene: Scene, last: Mention) -> list[Mention]:
    """People listed right before one, also with notes: 甲（某医院）、乙（某医院）."""
    people = scene.listed_to(last)
    for _ in range(_MOST_NOTED):
        before = scene.person_before(people[0].start)
        if before is None or not _NOTED.fullmatch(scene.clean, before.end, people[0].start):
            break
        people = [*scene.listed_to(before), *people]
    return people


def led(scene: Scene, chain: Chain, at: int) -> Chain:
    """The chain with the institution, and department, that stand right before ``at``."""
    if chain[0].held is not None:
        return chain
    clean = scene.clean
    held, department = scene.institution_before(at), None
    if held is None:
        at -= clean[at - 1 : at] == "的"
        known = words("departments")
        lengths = (n for n in range(min(8, at), 1, -1) if clean[at - n : at] in known)
        length = next(lengths, 0)
        held = scene.institution_before(at - length) if length else None
        department = clean[at - length : at] if length else None
    if held is None and department is None:
        return chain
    return tuple(u._replace(held=held, department=u.department or department) for u in chain)


def all_ranked(scene: Scene, chain: Chain, people: list[Mention]) -> bool:
    """Whether the rank behind the last of a list is of all: 甲、乙、丙教授, but not 所长甲、乙教授."""
    if len(chain) > 1 or chain[0].title.value.title not in _SHARED_RANKS or not chain[0].alone:
        return False
    begin = people[0].start
    if begin in scene.phrase_starts or people[-1].start in scene.phrase_starts:
        return False
    if scene.clean[people[-2].end : people[-1].start] == "与":
        return False  # 甲与|乙教授一起查房
    if begin == 0 or scene.clean[begin - 1] in _OPENS_LIST:
        return True
    *_, (_, tag) = dictionary.tag(scene.clean[max(0, begin - 4) : begin])
    return tag[:1] in "vpcd"  # 成立|甲、乙、丙教授…


def with_wards(scene: Scene, chain: Chain, last: Mention, rule: str) -> list[Pair]:
    """Each of the people listed up to ``last`` with the title behind them all and a ward of their own.

    Who has none before the name shares the one of the person before. No pairs where nobody but the last has
    a ward.
    """
    told: list[tuple[list[Mention], str, Mention | None]] = []
    alike: list[Mention] = []
    person: Mention | None = last
    for _ in range(_MOST):
        if person is None:
            break
        alike.insert(0, person)
        begin, ward = _ward(scene, person.start)
        if ward is not None:
            body = scene.institution_before(begin)
            told.insert(0, (alike, ward, body))
            alike, begin = [], body.start if body is not None else begin
        before = scene.person_before(begin)
        person = before if before is not None and LISTED.fullmatch(scene.clean, before.end, begin) else None
    if alike or len(told) < 2:
        return []
    pairs: list[Pair] = []
    sends = _SENDS.search(scene.clean, max(0, begin - 8), begin)
    owner = scene.institutions_to.get(sends.start()) if sends is not None else None
    for people, ward, body in told:
        owner = body or owner
        units = tuple(u._replace(held=owner, body=None, department=ward) for u in chain)
        pairs += [Pair(who, unit, rule) for who in people for unit in units]
    return pairs


def _ward(scene: Scene, at: int) -> tuple[int, str | None]:
    """Where the ward begins that stands right before an offset, and its name."""
    known, clean = words("departments"), scene.clean
    at -= clean[at - 1 : at] == "的"
    for begin in range(max(0, at - _LONGEST_WARD), at - 1):
        if clean[begin:at] in known:
            return begin, clean[begin:at]
    return at, None
