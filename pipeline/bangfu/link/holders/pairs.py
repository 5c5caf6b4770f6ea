"""Which person holds which title: one function a pattern, each gives pairs with its rule's name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

from bangfu.article import Mention
from bangfu.link.holders.asides import apposition, entry
from bangfu.link.holders.former import former, former_clause
from bangfu.link.holders.gaps import GROUPS, named_behind, with_waiting
from bangfu.link.holders.listed import counted_list, led, of_each, respectively
from bangfu.link.holders.named import as_post, being, full, given_to, identity, is_name, series, since
from bangfu.link.holders.story import called, rises, self_told, this_one
from bangfu.link.holders.verbs import relative, verb
from bangfu.link.phrases.chains import Chain, Pair, chains, held
from bangfu.link.scene.scene import Scene

_REACHES = (3, 100, 300)
"""How many characters from a chain of titles a pattern looks for a person at most."""
_NOT, _HERE, _NEAR, _FAR, _NOBODY = -1, 0, 1, 2, 3
"""Indexes of these; _NOT: never, _NOBODY: beyond all."""
_REMOVES = re.compile("免去|罢免|撤销|接受|解除|辞去|免除|同意")
_COUPLE = re.compile("夫[妇妻]|伉俪|父[子女]|母[子女]|两口子|一家")
_OF_SEVERAL = re.compile(
    ".*(?:副|名誉|永远|荣誉|[理监董]事$|委员|常委|成员|队员|专家|教师|老师|医生|护士|代表|顾问)"
)
"""Titles that several people hold, also where notes stand between their names."""
_COMRADE = re.compile("(?:同志|先生|女士|老师|教授)?$")
_MADE_END = re.compile("[，。；、）)的,;\\s]|组成|$|职务|（")
_MOST_WAITING = 3  # chains without a person that may wait for the one behind the next comma
_COMMA = re.compile("(?:[（(][^（()）\n，。；]{1,10}[）)])?[，,]")
_FEW = 4  # people who share the title behind the last of them
_ONE_HOLDER = frozenset(
    (
        "校长",
        "院长",
        "县长",
        "市长",
        "书记",
        "董事长",
        "局长",
        "区长",
        "州长",
        "省长",
        "镇长",
        "会长",
        "总经理",
    )
)
Pattern = Callable[[Scene, Chain], list[Pair]]


def pairs(scene: Scene) -> list[Pair]:
    """Every pair of a document, each chain of phrases by the first pattern that takes it."""
    found: list[Pair] = []
    waiting: list[Chain] = []
    for chain in chains(scene.clean, scene.phrases):
        hits = next((hits for p in _patterns(scene, chain) if (hits := p(scene, chain))), [])
        hits = hits or _goes_on(scene, found, chain)
        found += with_waiting(scene, waiting, hits, chain) if hits else []
        waiting = [] if hits else [*waiting[1 - _MOST_WAITING :], chain]
    named = {pair.person.value for pair in found}
    return found + [pair for pair in _by_surname(scene) if pair.person.value not in named]


def _goes_on(scene: Scene, found: list[Pair], chain: Chain) -> list[Pair]:
    """Posts behind the comma of an aside that has told others: 甲，某院主任，|某队队长。"""
    last = found[-1] if found else None
    if last is None or last.rule not in ("role:apposition", "role:entry") or chain[0].alone:
        return []
    gap, closed = scene.clean[last.unit.end : chain[0].start], scene.clean[chain[-1].end : chain[-1].end + 1]
    told = _COMMA.fullmatch(gap) is not None and closed in ("，", "。", "；", "\n", "")
    return held(chain, [last.person], "role:apposition") if told else []


def _patterns(scene: Scene, chain: Chain) -> tuple[Pattern, ...]:
    """The patterns that can find a person as far from a chain as the nearest ones are, in their order."""
    start, end = chain[0].start, chain[-1].title.end
    last, following = scene.person_before(start), bisect_left(scene.people_starts, end)
    before = bisect_left(_REACHES, start - last.end) if last is not None else _NOBODY
    near = following < len(scene.people)
    behind = bisect_left(_REACHES, scene.people_starts[following] - end) if near else _NOBODY
    return _ordered(before, behind, scene.of_two and former_clause(scene, start) is not None)


@lru_cache(maxsize=64)
def _ordered(before: int, behind: int, of_two: bool) -> tuple[Pattern, ...]:
    """The patterns in their order; what a clause about 前者 or 后者 tells is nobody else's."""
    named: tuple[tuple[Pattern, int, int], ...] = (
        (_made, _HERE, _NOT),
        (_before_name, _NOT, _FAR),
        (_removed, _HERE, _NOT),
        (_behind_name, _HERE, _NOT),
    )
    others: tuple[tuple[Pattern, int, int], ...] = (
        (is_name, _NOT, _FAR),
        (given_to, _NOT, _NEAR),
        (called, _NOT, _NEAR),
        (self_told, _NOT, _NEAR),
        (since, _NOT, _NEAR),
        (rises, _FAR, _NEAR),
        (counted_list, _NEAR, _NOT),
        (respectively, _NEAR, _NOT),
        (entry, _NEAR, _NOT),
        (apposition, _FAR, _NOT),
        (being, _FAR, _NEAR),
        (this_one, _FAR, _NOT),
        (relative, _NOT, _FAR),
        (identity, _FAR, _NOT),
        (verb, _FAR, _NOT),
        (series, _FAR, _NOT),
        (as_post, _FAR, _FAR),
    )
    told = (*named, (former, _FAR, _NOT)) if of_two else (*named, *others)
    return tuple(pattern for pattern, low, high in told if before <= low or behind <= high)


def _by_surname(scene: Scene) -> list[Pair]:
    """王校长, of a person whom the article gives no other title."""
    told = ((scene.people_to.get(unit.title.start), unit) for unit in scene.phrases)
    return [
        Pair(p, unit, "role:surname_title")
        for p, unit in told
        if p and p.text[0] not in "向和同" and not full(p)
    ]


def _made(scene: Scene, chain: Chain) -> list[Pair]:
    """以甲为队长、护士长乙为副队长."""
    at = chain[0].start - 1
    named = _COMRADE.search(scene.clean, max(0, at - 2), at) if scene.clean[at] == "为" else None
    person = scene.people_to.get(named.start()) if named is not None else None
    if person is None or not _MADE_END.match(scene.clean, chain[0].end):
        return []  # 甲为队员授旗
    people = scene.listed_to(person)
    rest = _before_name(scene, chain[1:]) if len(chain) > 1 else []
    return held(chain[:1], people, "role:made") + (rest or held(chain[1:], people, "role:made"))


def _before_name(scene: Scene, chain: Chain) -> list[Pair]:
    """党委副书记、校长甲; 副会长甲、乙."""
    clean, start = scene.clean, chain[0].start
    noted = clean[chain[-1].end : chain[-1].end + 1] in ("）", ")") and clean[start - 1] in "（("
    noted = noted and start - 1 not in scene.people_to
    end = chain[-1].title.end + noted  # 某校校长（某校副校长）甲
    if len(chain) > 1 and chain[-1].title.text.endswith(GROUPS) and clean.startswith("代表", end):
        chain, end = chain[:-1], end + 2  # 副校长、教师|代表甲
    person = named_behind(scene, end)
    if person is None or not full(person):
        return []
    if "”" in clean[end : person.start] and "“" not in clean[max(0, start - 1) : end]:
        return []  # “土专家”甲
    named, titled = scene.people_to.get(start), []
    if named is not None and len(chain) > 1:  # 甲教授、博士生乙
        titled = held(chain[:1], [named], "role:name_title")
        chain = chain[1:]
    alone = chain[-1].title.value.title in _ONE_HOLDER
    if len(chain) == 1 and (each := of_each(scene, chain[0], person, alone)):
        return titled + each
    several = bool(_OF_SEVERAL.match(chain[-1].title.value.title))
    listed = [person] if alone else scene.listed_from(person, noted=several)
    # 护士甲、乙医生: who has a title of their own behind does not share this one.
    own = next((i for i in range(1, len(listed)) if _told_apart(scene, listed[i])), len(listed))
    people = listed[:own]
    couple = len(people) == 2 and _COUPLE.match(clean, people[1].end)
    if couple and chain[-1].title.value.kind != "prof":
        people = people[:1]  # 厂长甲、乙夫妇
    return titled + held(chain, people, "role:title_name")


def _told_apart(scene: Scene, person: Mention) -> bool:
    """Whether somebody in a list has an own title, or only tells whose something is: 会长甲，乙的代表."""
    return person.end in scene.phrase_ends or scene.clean[person.end : person.end + 1] == "的"


def _removed(scene: Scene, chain: Chain) -> list[Pair]:
    """免去甲的某局局长职务."""
    clean, start = scene.clean, chain[0].start
    comrade = clean.startswith("同志", max(0, start - 3))
    person = scene.people_to.get(start - (3 if comrade else 1))
    if person is None or clean[start - 1] != "的":
        return []
    if _REMOVES.search(clean, max(0, person.start - 4), person.start):
        return held(chain, [person], "role:removed")
    return []


def _behind_name(scene: Scene, chain: Chain) -> list[Pair]:
    """甲校长; 某医院骨科甲主任."""
    person = scene.people_to.get(chain[0].start)
    if person is None or not full(person):
        return []
    people = scene.listed_to(person)
    shared = led(scene, chain, people[0].start)
    if shared is not chain and 1 < len(people) <= _FEW and led(scene, chain, person.start) is chain:
        return held(shared, people, "role:name_title")  # 某校甲、乙老师
    group = next((i for i in range(1, len(chain)) if chain[i].title.text.endswith(GROUPS)), len(chain))
    return held(led(scene, chain[:group], person.start), [person], "role:name_title")
