"""Which person holds which title: one function a pattern, each gives pairs with its rule's name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

from bangfu.article import Mention
from bangfu.link.holders.asides import apposition, entry
from bangfu.link.holders.dealt import by_letter, roll, ward_behind
from bangfu.link.holders.first_person import first_person
from bangfu.link.holders.gaps import behind_ward, named_behind
from bangfu.link.holders.given import as_post, given_to
from bangfu.link.holders.guild import guild_posts
from bangfu.link.holders.listed import all_ranked, counted_list, led
from bangfu.link.holders.named import being, full, is_name
from bangfu.link.holders.series import identity, series
from bangfu.link.holders.several import former, former_clause, of_both, of_each, respectively, roll_call
from bangfu.link.holders.story_lives import each_is, rises, takes_over
from bangfu.link.holders.story_names import among, called, inverted, named_of, self_told, this_one
from bangfu.link.holders.told import handed, in_quality, one_each, respective, retires, since, way
from bangfu.link.holders.verbs import relative, verb
from bangfu.link.holders.waiting import GROUPS, with_waiting
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
_FEW = 4
_COMRADE = re.compile("(?:同志|先生|女士|老师|教授)?$")
_COMMA = re.compile("(?:[（(][^（()）\n，。；]{1,10}[）)])?[，,]")
_NAMED_FOR = re.compile("[^“”\n]{0,10}(?:奖|金|室|班|楼|杯|计划|课堂|书屋|图书馆)”")
_MADE_END = re.compile("[，。；、）)的,;\\s]|组成|$|职务|（")
Pattern = Callable[[Scene, Chain], list[Pair]]
_MOST_WAITING = 3  # chains without a person that may wait for the one behind the next comma
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


def pairs(scene: Scene) -> list[Pair]:
    """Every pair of a document, each chain of phrases by the first pattern that takes it."""
    found: list[Pair] = []
    waiting: list[Chain] = []
    for chain in chains(scene.clean, scene.phrases):
        for pattern in _patterns(scene, chain):
            if hits := pattern(scene, chain):
                found += with_waiting(scene, waiting, chain, hits)
                waiting = []
                break
        else:
            more = _goes_on(scene, found, chain)
            found += more
            waiting = [] if more else [*waiting[1 - _MOST_WAITING :], chain]
    if officers := guild_posts(scene):
        found = sorted([*found, *officers], key=lambda pair: pair.unit.start)
    addressed = _by_surname(scene)
    if not addressed:
        return found
    named = {pair.person.value for pair in found}
    posted = {pair.person.value for pair in found if pair.unit.title.value.kind != "prof"}
    holders: dict[tuple[str, str], set[str]] = {}
    for pair in found:
        holders.setdefault((pair.unit.title.value.title, pair.person.value[0]), set()).add(pair.person.value)
    for pair in addressed:
        if _namesake(pair, holders):
            continue
        alone = pair.unit.title.value.title in _ONE_HOLDER and pair.person.value not in posted
        if alone or pair.person.value not in named:
            found.append(pair)
    return found


def _goes_on(scene: Scene, found: list[Pair], chain: Chain) -> list[Pair]:
    """Posts behind the comma of an aside that has told others: 甲，某院主任，|某队队长。"""
    last = found[-1] if found else None
    if last is None or last.rule not in ("role:apposition", "role:entry") or chain[0].alone:
        return []
    start, end = chain[0].start, chain[-1].end
    if not _COMMA.fullmatch(scene.clean, last.unit.end, start) or last.person.end > start:
        return []
    closed = scene.clean[end : end + 1]
    return held(chain, [last.person], "role:apposition") if closed in ("，", "。", "；", "\n", "") else []


def _namesake(pair: Pair, holders: dict[tuple[str, str], set[str]]) -> bool:
    """Whether the text gives the post to another of the same surname: 王校长, where 王某某校长 is told."""
    told = holders.get((pair.unit.title.value.title, pair.person.value[0]), set())
    return bool(told) and pair.person.value not in told


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
        (by_letter, _NEAR, _NOT),
        (ward_behind, _NOT, _NEAR),
        (roll, _NOT, _NEAR),
        (respective, _NOT, _NEAR),
        (roll_call, _NOT, _NEAR),
        (is_name, _NOT, _FAR),
        (handed, _NOT, _NEAR),
        (given_to, _NOT, _NEAR),
        (called, _NOT, _NEAR),
        (each_is, _NEAR, _NOT),
        (rises, _FAR, _NEAR),
        (takes_over, _FAR, _NOT),
        (named_of, _HERE, _NOT),
        (inverted, _NOT, _NEAR),
        (among, _NOT, _NEAR),
        (self_told, _NOT, _NEAR),
        (counted_list, _NEAR, _NOT),
        (respectively, _NEAR, _NOT),
        (entry, _NEAR, _NOT),
        (apposition, _FAR, _NOT),
        (being, _FAR, _NEAR),
        (in_quality, _NOT, _FAR),
        (first_person, _FAR, _FAR),
        (this_one, _FAR, _NOT),
        (way, _FAR, _FAR),
        (since, _NOT, _FAR),
        (relative, _NOT, _FAR),
        (retires, _FAR, _NOT),
        (one_each, _FAR, _NOT),
        (identity, _FAR, _NOT),
        (verb, _FAR, _NOT),
        (series, _FAR, _NOT),
        (as_post, _FAR, _FAR),
    )
    told = (*named, (former, _FAR, _NOT)) if of_two else (*named, *others)
    return tuple(pattern for pattern, low, high in told if before <= low or behind <= high)


def _by_surname(scene: Scene) -> list[Pair]:
    """王校长, of a person whom the article gives no other title."""
    people_to = scene.people_to
    held = ((people_to.get(unit.title.start), unit) for unit in scene.phrases)
    named = ((p, unit) for p, unit in held if p is not None and not full(p))
    return [Pair(p, unit, "role:surname_title") for p, unit in named if scene.clean[p.start] not in "向和同"]


def _made(scene: Scene, chain: Chain) -> list[Pair]:
    """以甲为队长、护士长乙为副队长."""
    at = chain[0].start - 1
    named = _COMRADE.search(scene.clean, max(0, at - 2), at) if scene.clean[at] == "为" else None
    person = scene.people_to.get(named.start()) if named is not None else None
    if person is None:
        return []
    if not _MADE_END.match(scene.clean, chain[0].end):
        return []  # 甲为队员授旗
    people = [p for p in scene.listed_to(person) if full(p)]
    rest = _before_name(scene, chain[1:]) if len(chain) > 1 else []
    return held(chain[:1], people, "role:made") + (rest or held(chain[1:], people, "role:made"))


def _before_name(scene: Scene, chain: Chain) -> list[Pair]:
    """党委副书记、校长甲; 副会长甲、乙."""
    closed = scene.clean[chain[-1].end : chain[-1].end + 1] in ("）", ")")
    opened = chain[0].start - 1
    noted = closed and scene.clean[opened : opened + 1] in ("（", "(") and opened not in scene.people_to
    end = chain[-1].title.end + noted  # 某校校长（某校副校长）甲
    if len(chain) > 1 and chain[-1].title.text.endswith(GROUPS) and scene.clean.startswith("代表", end):
        chain, end = chain[:-1], end + 2  # 副校长、教师|代表甲
    person = named_behind(scene, end) or behind_ward(scene, chain, end)
    if person is None or not full(person):
        return []
    gap = scene.clean[end : person.start]
    opened = scene.clean.find("“", max(0, chain[0].start - 1), chain[-1].title.start)
    if "”" in gap and opened < 0:
        return []  # “土专家”甲
    named, titled = scene.people_to.get(chain[0].start), []
    if gap and not gap.strip():
        ranked = named is not None and full(named) and person.end in scene.phrase_ends
        if ranked or _of_one_before(scene, chain):
            return []  # 甲主任医师 乙主治医师
    if named is not None and len(chain) > 1 and full(named):  # 甲教授、博士生乙
        titled = held(chain[:1], [named], "role:name_title")
        chain = chain[1:]
    taker = scene.people_to.get(chain[0].start - 1) if scene.clean[chain[0].start - 1] == "任" else None
    if taker is not None and len(chain) > 1:  # 甲任组长、|副院长乙任副组长
        titled = held(chain[:1], [taker], "role:becomes")
        chain = chain[1:]
    alone = chain[-1].title.value.title in _ONE_HOLDER
    both = chain[0].alone and of_both(scene.clean, chain[0].start)
    if (alone or both) and len(chain) == 1 and (each := of_each(scene, chain[0], person)):
        return titled + each
    several = bool(_OF_SEVERAL.match(chain[-1].title.value.title))
    listed = [person] if alone else [p for p in scene.listed_from(person, noted=several) if full(p)]
    # 护士甲、乙医生: who has a title of their own behind does not share this one.
    own = next((i for i in range(1, len(listed)) if _told_apart(scene, listed[i])), len(listed))
    people = listed[:own]
    couple = len(people) == 2 and _COUPLE.match(scene.clean, people[1].end)
    if couple and chain[-1].title.value.kind != "prof":
        people = people[:1]  # 厂长甲、乙夫妇
    return titled + held(chain, people, "role:title_name")


def _told_apart(scene: Scene, person: Mention) -> bool:
    """Whether somebody in a list has an own title, or only tells whose something is: 会长甲，乙的代表."""
    return person.end in scene.phrase_ends or scene.clean[person.end : person.end + 1] == "的"


def _of_one_before(scene: Scene, chain: Chain) -> bool:
    """Whether blanks part names from what each is: 甲 骨科医师 乙 儿科医师."""
    before = scene.people_to.get(chain[0].start - 1)
    blank = scene.clean[chain[0].start - 1 : chain[0].start] in (" ", "\u3000")
    if before is None or not blank or any(u.title.value.kind == "press" for u in chain):
        return False
    ahead = before.start - (scene.clean[before.start - 1 : before.start] in (" ", "\u3000"))
    return chain[0].department is not None and ahead not in scene.phrase_starts


def _removed(scene: Scene, chain: Chain) -> list[Pair]:
    """免去甲的某局局长职务."""
    clean = scene.clean
    if clean[chain[0].start - 1 : chain[0].start] != "的":
        return []
    comrade = clean.startswith("同志", max(0, chain[0].start - 3))
    person = scene.people_to.get(chain[0].start - (3 if comrade else 1))
    if person is None or not clean.startswith(("职务", "一职", "的职务"), chain[-1].end):
        return []
    if _REMOVES.search(clean, max(0, person.start - 4), person.start):
        return held(chain, [person], "role:removed")
    return []


def _behind_name(scene: Scene, chain: Chain) -> list[Pair]:
    """甲校长; 某医院骨科甲主任."""
    person = scene.people_to.get(chain[0].start)
    if person is None or not full(person):
        return []
    if scene.clean[person.start - 1 : person.start] == "“" and _NAMED_FOR.match(scene.clean, chain[0].end):
        return []  # “某某教授奖学金”
    group = next((i for i in range(1, len(chain)) if chain[i].title.text.endswith(GROUPS)), len(chain))
    chain = chain[:group]
    own = led(scene, chain, person.start)
    people = scene.listed_to(person)
    if own is chain and 1 < len(people) <= _FEW and people[0].start not in scene.phrase_starts:
        shared = led(scene, chain, people[0].start)  # 某校甲、乙老师
        if shared is not chain or all_ranked(scene, chain, people):
            return held(shared, people, "role:name_title")
    return held(own, [person], "role:name_title")
