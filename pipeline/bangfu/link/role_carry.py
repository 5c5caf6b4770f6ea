"""The institution of a post that its own phrase leaves out: carried from the text before."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from itertools import islice

from bangfu.article import Mention
from bangfu.lexicon import mapping
from bangfu.link.role_bodies import unfound
from bangfu.link.role_far_places import named_place, only_place
from bangfu.link.role_passing import bracketed, passing
from bangfu.link.role_scene import Scene

_FAR = 500
_NEAR = 160
_MOST, _MANY = 60, 300  # institutions asked before a post
_COMPANY = re.compile("同行|随行|随队|同来|同批|接[替棒][他她]|[和与跟同][他她].{0,4}一(?:[起同道]|块儿?)")
"""Words for someone who came with, or after, the person sent before."""
_SENDS = re.compile(
    "(?:还|先后|已|又|共|再)?(?:选派|派出|派遣|委派|抽调|安排|推荐|派来|派|来)了?(?:的|本院|该院|本校)?|[则也还]?由"
)
_SENT = re.compile("(?![^，。！？；\n]{0,8}[任由长员])[^，。！？；\n]{0,4}的?[一-鿿]{0,4}[队团组]")
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
_GOVERNING = re.compile("(?:[省市县区镇乡州盟旗村]长|村支书|村主任|村书记)$")
_OF_VILLAGE = re.compile(
    "第一书记|驻村(?:工作)?队[长员]|^村?党(?:总支|支部)书记|^村?支书|^村主任|^村委会副?主任"
)
_VILLAGE = re.compile(
    "(?:^|[省市县区旗州镇乡在到赴去往进驻任从了的、，。；：”\\n]|街道)(?![全该本我各每这那外邻同个一两几多])(?!(?:[农乡山新老邻行]|驻)村)(?![在到赴去往进从驻任])([一-鿿]{1,5}?(?:村|社区))$"
)
_NO_VILLAGE = frozenset("委民里子两上头干支内小医口中级党务史集落")
_VILLAGE_NEAR = 60
_TOLD_ONCE = "县区旗镇乡"
"""Levels of which an article seldom names two by chance."""
_NO_NAME = re.compile("[全该本我各每这那外邻同个]")


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
        named = not m.value.generic or (tail and len(m.text) > 2)
        fits = (not kinds or m.value.kind in kinds) and m.text.endswith(tail)
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
        and not m.value.generic
        and m.text.endswith(tail)
        and not bracketed(scene.clean, m)
    )
    return next(iter(names)) if len(names) == 1 else None


def _only(scene: Scene, at: int, kinds: tuple[str, ...], sent: Container[str]) -> str | None:
    """The only institution of some kinds before an offset whose name is among ``sent``."""
    before = islice(scene.told_before(at), _MANY)
    held = [m for m in before if m.value.name in sent and m.value.kind in kinds]
    return held[0].text if held and all(m.value.name == held[0].value.name for m in held) else None


def sender(scene: Scene, at: int, kinds: tuple[str, ...], known: dict[str, str]) -> str | None:
    """The last institution of the sending side, where the sentence speaks of who came along with someone."""
    clean = scene.clean
    if not _COMPANY.search(clean, max(scene.sentence_start(at), at - 30), at):
        return None
    for m in islice(scene.told_before(at), _MOST):
        if known.get(m.value.name) == "from" and not m.value.generic and (not kinds or m.value.kind in kinds):
            return m.text
    return None


def sent_by(scene: Scene, at: int) -> str | None:
    """The institution that the verb right before a phrase has sent from: 某医院选派骨科医师甲."""
    m = scene.last_before(at)
    if m is None:
        return None
    verb = _SENDS.fullmatch(scene.clean, m.end, at)
    return m.text if verb and not m.value.generic else None


def _village(scene: Scene, at: int) -> str | None:
    """The village or neighbourhood named last in a sentence: 到某村担任第一书记."""
    clean = scene.clean
    end = at
    low = max(scene.sentence_start(at), at - _VILLAGE_NEAR)
    for _ in range(3):
        end = max(clean.rfind("村", low, end), clean.rfind("社区", low, end))
        if end < 0:
            return None
        if clean[end - 1 : end] == "驻":
            continue
        stop = end + (1 if clean[end] == "村" else 2)
        named = _VILLAGE.search(clean, max(low, end - 12), stop)
        held = named is not None and any(n in scene.people_to for n in range(named.start(1), stop))
        if named is not None and not held and clean[stop : stop + 1] not in _NO_VILLAGE:
            return named.group(1)
    return None


def team_of(scene: Scene, at: int) -> str | None:
    """The team whose leader is named, or the institution that sent it: 某医院派出的医疗队, 队长甲."""
    clean = scene.clean
    for m in scene.told_before(at, at - _NEAR):
        if not m.value.generic:
            if m.text[-1] in "队团组":
                return m.text
            sent = _SENT.match(clean, m.end) if m.value.kind not in ("government", "party") else None
            if sent is not None and not any(n in scene.people_at for n in range(m.end, sent.end())):
                return m.text
    return None


def governed(scene: Scene, title: str, at: int) -> str | None:
    """The place of its level that was named last: 某县…。副县长甲."""
    clean = scene.clean
    head = _GOVERNING.search(title)
    if head is None:
        return _village(scene, at) if _OF_VILLAGE.search(title) else None
    level = head.group()[0]
    low, end = max(0, at - _NEAR), at
    while (end := clean.rfind(level, low, end)) >= 0:
        if clean[end + 1 : end + 2] == "长":
            continue  # 代省|长、省长
        name = named_place(clean, end, scene.people_to)
        if name is not None and not _NO_NAME.match(clean, end - 1):
            return name
    return only_place(clean, level, low, scene.people_to) if level in _TOLD_ONCE else None
