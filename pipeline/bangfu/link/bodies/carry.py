"""The institution of a post that its own phrase leaves out: carried from the text before."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from itertools import islice

from bangfu.article import Mention
from bangfu.lexicon import mapping
from bangfu.link.bodies.passing import bracketed, passing
from bangfu.link.phrases.bodies import unfound
from bangfu.link.scene.scene import Scene

HOSTS = ("hospital", "school", "university")
"""Kinds of bodies that have guests who work there for a time."""

_FAR = 500
_MANY = 300  # institutions asked before a post
_LEVELS = frozenset("省市县区州旗镇乡村")
"""With which a body is told by its level, without a name: 县医院, 乡卫生院."""
LAST = {
    "局长": "局",
    "厅长": "厅",
    "部长": "部",
    "行长": "行",
    "会长": "会",
    "馆长": "馆",
    "所长": "所",
    "站长": "站",
    "社长": "社",
    "厂长": "厂",
    "台长": "台",
    "场长": "场",
    "队长": "队",
    "领队": "队",
    "团长": "团",
    "队员": "队",
    "团员": "团",
    "园长": "园",
}
"""Heads that name the last character of their institution."""
_PLAIN = frozenset(("小学", "中学", "学校", "医院", "卫生院", "幼儿园"))
_NEAR = 200
_BRANCH = re.compile("(?:机关)?(?:党委|党总支|党支部|纪委|工会|团委|团总支).{0,3}(?:书记|主席|委员)")
_OFFICE = re.compile(
    "(?:常务)?副?(?:部长|主任|科长|处长|组长|主管)|干事|[一二三四]级(?:巡视员|调研员|主任科员)"
)
_TOWN = re.compile(
    "(?<![驻进返下])[镇乡村](?!卫生院|中心|小学|中学|医院|学校)|街道|社区(?!卫生)|[县区市旗][委政]|机关"
)
_KINDS = ("hospital", "school", "university", "company", "bank", "foundation", "association")


@lru_cache(maxsize=512)
def kinds_of(title: str) -> tuple[str, ...]:
    """The kinds of institutions that have a post, by the longest end of the title that is known.

    >>> kinds_of("常务副校长")
    ('school', 'university')
    """
    known = mapping("title_bodies")
    ends = (known.get(title[at:]) for at in range(len(title)))
    found = next((kinds for kinds in ends if kinds), "")
    return tuple(found.split(",")) if found else ()


def last_of(
    scene: Scene,
    at: int,
    kinds: tuple[str, ...],
    tail: str,
    told: bool = False,
    sent: Container[str] = (),
    across: bool = False,
) -> str | None:
    """The last institution of some kinds before an offset, else the only one of the text so far.

    No kinds are all kinds; ``told`` says that the text points at it (该校), even where it is only named as
    where someone came from. Over the end of a paragraph, unless ``across``, the last one counts only if it
    is the only one, or the only one whose name is in ``sent``.
    """
    passed: list[str] = []
    last: Mention | None = None
    for m in scene.told_before(at, at - _FAR):
        level = (
            len(m.text) > 2
            and (m.text[0] in _LEVELS or m.text.startswith("中心"))
            and (_is_one(m.text) or "\n" not in scene.clean[m.end : at])
        )
        named = not m.value.generic or level or (tail and len(m.text) > 2)
        fits = (not kinds or of_kind(m, kinds)) and m.text.endswith(tail)
        if fits and not named and m.text in _PLAIN and (name := unfound(scene.clean, m.end, m.text)):
            return name
        if fits and named and m.value.name not in passed:
            if passing(scene, m, told) or (not told and scene.in_speech(m, at)):
                passed.append(m.value.name)
            elif told or across or "\n" not in scene.clean[m.end : at]:
                return m.text
            elif last is None:
                last = m
            elif m.value.name != last.value.name:
                return _only(scene, at, kinds, sent)
    if last is not None:
        return last.text
    names = dict.fromkeys(
        m.value.name
        for m in scene.institutions
        if m.start < at
        and (not kinds or m.value.kind in kinds)
        and (not m.value.generic or _is_one(m.text))
        and m.text.endswith(tail)
        and not bracketed(scene.clean, m)
    )
    return next(iter(names)) if len(names) == 1 else _only(scene, at, kinds, sent)


def of_kind(m: Mention, kinds: tuple[str, ...]) -> bool:
    """Whether a body is of one of some kinds; 总医院 of the army are hospitals too."""
    return m.value.kind in kinds or ("hospital" in kinds and m.text.endswith("总医院"))


def _is_one(text: str) -> bool:
    """Whether a body told by its level has a number of its own: 省第二中医院, 县第一小学."""
    return text[0] in _LEVELS and text[1:2] == "第"


def _only(scene: Scene, at: int, kinds: tuple[str, ...], sent: Container[str]) -> str | None:
    """The only institution of some kinds before an offset whose name is among ``sent``."""
    before = islice(scene.told_before(at), _MANY)
    held = [m for m in before if not m.value.generic and m.value.name in sent and m.value.kind in kinds]
    return held[0].text if held and all(m.value.name == held[0].value.name for m in held) else None


def host(
    scene: Scene, at: int, title: str, department: str | None, kinds: tuple[str, ...] = ()
) -> str | None:
    """The body spoken of last, of some kinds, for a post of its party branch or of one of its offices."""
    office = department is not None and _OFFICE.fullmatch(title)
    if not office and not _BRANCH.fullmatch(title):
        return None
    clean = scene.clean
    for m in scene.told_before(at, at - _NEAR):
        if m.text == "党校" and (school := _party_school(clean, m)) is not None:
            return school if "\n" not in clean[m.end : at] else None
        skipped = m.value.generic or m.value.kind == "team"
        if not skipped and not scene.in_speech(m, at) and not passing(scene, m, False):
            near = "\n" not in clean[m.end : at]
            fits = of_kind(m, kinds or _KINDS) and near
            return m.text if fits and not _TOWN.search(clean, m.end, at) and not bracketed(clean, m) else None
    return None


def _party_school(clean: str, m: Mention) -> str | None:
    """The school of a committee that is told by its level: 省委|党校."""
    level = clean[max(0, m.start - 2) : m.start]
    return level + m.text if level in ("省委", "市委", "县委", "区委", "州委") else None
