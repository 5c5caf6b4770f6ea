"""Which person holds which title: one function a pattern, each gives pairs with its rule's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bangfu.article import Mention
from bangfu.lexicon import table, words
from bangfu.link.role_scene import Scene
from bangfu.link.role_units import Unit, chains


@dataclass(frozen=True, slots=True)
class Pair:
    """A person's mention with the title phrase that it holds."""

    person: Mention
    unit: Unit
    rule: str


Chain = tuple[Unit, ...]

_BEFORE = re.compile(r"(?:[（(](?:挂职|兼|代|援派|时任)[）)])?[ \u3000]{0,3}[：:“]?[ \u3000]{0,2}")
_NAMED = re.compile("(?:一职|的?职务)?(?:现在?|已|先后|当时)?(?:就是|名叫|名为|[是叫为由])")
_COUNTED = re.compile(
    r"等?(?:\d{1,4}|[一二三四五六七八九十两几多百]{1,4})余?多?[名位个人][^，。！？；、\n]{0,10}|等[^，。！？；、\n]{0,6}"
)
_CLAUSE_END = re.compile(r"[，。！？；、）)\n,;”]|$")
_AS_END = re.compile("的?(?:身份|名义)")
_ASIDE = re.compile("(?:[，,（(]|——)(?:这位|这名|一位|一名|(?:均|都)?(?:是|为|系)|时任|现为)?(?:来自)?$")
_BRACKET = re.compile("[（(][^（()）。\n]{1,28}[，,、]$")
_ONE = ("一名", "一位", "一个")
_HE_IS = re.compile("[他她][原曾现就也还]?$")
_HE = re.compile("[他她]")
_OBJECT = re.compile("(?:接替|接过|代替|跟随|[向对跟受被])$")
"""Words before a person who is not the subject of what follows."""
_STRONG_END = re.compile(r"[。！？\n]")
_FAR = 60  # characters between a person and the verb that gives a post
_FURTHER = 160  # where a pronoun stands for the person of the sentence before
_SHORT = 14  # characters before a verb without a subject of its own
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
    for chain in chains(scene.document.clean, scene.phrases):
        for pattern in (
            _before_name,
            _behind_name,
            _is_name,
            _called,
            _counted_list,
            _apposition,
            _being,
            _relative,
            _verb,
            _as,
        ):
            hits = list(pattern(scene, chain))
            if hits:
                found += hits
                break
    named = {pair.person.value for pair in found}
    return found + [pair for pair in _by_surname(scene) if pair.person.value not in named]


def _by_surname(scene: Scene) -> Iterator[Pair]:
    """王校长, of a person whom the article gives no other title."""
    for unit in scene.phrases:
        person = scene.people_to.get(unit.title.start)
        if person is not None and not _full(person):
            yield Pair(person, unit, "role:surname_title")


def _held(chain: Chain, people: list[Mention], rule: str) -> Iterator[Pair]:
    for person in people:
        for unit in chain:
            yield Pair(person, unit, rule)


def _before_name(scene: Scene, chain: Chain) -> Iterator[Pair]:
    """党委副书记、校长甲; 副会长甲、乙."""
    gap = _BEFORE.match(scene.document.clean, chain[-1].end)
    person = scene.people_at.get(gap.end() if gap else chain[-1].end)
    if person is None or not _full(person):
        return
    alone = chain[-1].title.value.title in _ONE_HOLDER
    people = [person] if alone else [p for p in scene.listed_from(person) if _full(p)]
    yield from _held(chain, people, "role:title_name")


def _full(person: Mention) -> bool:
    """Whether a mention is a name, not a surname with a title."""
    return bool("".join(person.text.split()) == person.value)


def _behind_name(scene: Scene, chain: Chain) -> Iterator[Pair]:
    """甲校长; 某医院骨科甲主任."""
    person = scene.people_to.get(chain[0].start)
    if person is None or not _full(person):
        return
    yield from _held(_led(scene, chain, person.start), [person], "role:name_title")


def _led(scene: Scene, chain: Chain, at: int) -> Chain:
    """The chain with the institution, and department, that stand right before ``at``."""
    if chain[0].held is not None:
        return chain
    clean = scene.document.clean
    held, department = scene.institution_before(at), None
    if held is None:
        at -= clean[at - 1 : at] == "的"
        lengths = (n for n in range(min(8, at), 1, -1) if clean[at - n : at] in words("departments"))
        length = next(lengths, 0)
        held = scene.institution_before(at - length) if length else None
        department = clean[at - length : at] if length else None
    if held is None and department is None:
        return chain
    return tuple(replace(u, held=held, department=u.department or department) for u in chain)


def _is_name(scene: Scene, chain: Chain) -> Iterator[Pair]:
    """校长是甲; 校长叫甲; 校长由甲担任."""
    verb = _NAMED.match(scene.document.clean, chain[-1].end)
    person = scene.people_at.get(verb.end()) if verb else None
    if person is not None:
        yield from _held(chain, [person], "role:title_is_name")


def _called(scene: Scene, chain: Chain) -> Iterator[Pair]:
    """一位叫甲的老师."""
    clean = scene.document.clean
    person = scene.people_to.get(chain[0].start - 1)
    if (
        person is not None
        and clean[person.end] == "的"
        and clean[person.start - 1 : person.start] in ("叫", "为")
    ):
        yield from _held(chain, [person], "role:called")


def _counted_list(scene: Scene, chain: Chain) -> Iterator[Pair]:
    """甲、乙、丙等4名教师; 甲、乙两位教师."""
    last = scene.person_before(chain[0].start)
    if last is None or not _COUNTED.fullmatch(scene.document.clean, last.end, chain[0].start):
        return
    people = scene.listed_to(last)
    yield from _held(_led(scene, chain, people[0].start), people, "role:counted_list")


def _apposition(scene: Scene, chain: Chain) -> Iterator[Pair]:
    """甲，某校校长，…; 甲（某校校长）."""
    clean = scene.document.clean
    start = chain[0].start
    gaps = (
        _ASIDE.search(clean, max(0, start - 10), start),
        _BRACKET.search(clean, max(0, start - 30), start),
    )
    gap = next((g for g in gaps if g and g.start() in scene.people_to), None)
    if gap is None:
        return
    person = scene.people_to[gap.start()]
    closed = clean[chain[-1].end : chain[-1].end + 1]
    if closed in ("）)，、；" if gap.group()[0] in "（(" else "，。；,;\n—之"):
        people = scene.listed_to(person) if gap.group()[1:2] in ("均", "都") else [person]
        yield from _held(chain, people, "role:apposition")


def _being(scene: Scene, chain: Chain) -> Iterator[Pair]:
    """作为某校校长，甲…"""
    clean = scene.document.clean
    if clean[chain[-1].end : chain[-1].end + 1] not in ("，", ","):
        return
    begin = chain[0].start - (2 if clean[chain[0].start - 2 : chain[0].start] in _ONE else 0)
    person = scene.people_at.get(chain[-1].end + 1)
    if person is not None and clean[begin - 2 : begin] in ("作为", "身为"):
        yield from _held(chain, [person], "role:being")


def _relative(scene: Scene, chain: Chain) -> Iterator[Pair]:
    """担任某校校长的甲."""
    clean = scene.document.clean
    if clean[chain[-1].end : chain[-1].end + 1] != "的":
        return
    person = scene.people_at.get(chain[-1].end + 1)
    verb = any(p.search(clean, max(0, chain[0].start - 8), chain[0].start) for _, p, _ in _verbs())
    if person is not None and (verb or chain[-1].title.value.reach < chain[-1].title.start):
        yield from _held(chain, [person], "role:relative")


@lru_cache(maxsize=1)
def _verbs() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Of each class of verbs: the verb right before the phrase, and with other words between."""
    tail = "(?:了|过|着|起)?(?:为|成)?(?:一名|一位|首任|该校|该院|该县|当地|学校|医院|公司)?的?$"
    out = []
    for kind in ("becomes", "leaves", "is"):
        verbs = sorted((row[0] for row in table("role_verbs") if row[1] == kind), key=lambda w: (-len(w), w))
        long = "|".join(verb for verb in verbs if len(verb) > 1) if kind != "is" else "是"
        near = re.compile(f"(?:{'|'.join(verbs)}){tail}")
        # An institution may stand between that nothing else has found.
        out.append((kind, near, re.compile(rf"(?:{long})[^，。；、！？\s]{{1,12}}$")))
    return tuple(out)


def _verb(scene: Scene, chain: Chain) -> Iterator[Pair]:
    """甲任某校校长; 甲被聘为某校教师; 甲卸下某校校长的担子; 甲是某校校长."""
    clean = scene.document.clean
    start = chain[0].start
    window = max(0, start - 20)
    # 挂职 may be read as a word of the phrase (挂职干部) where it is the verb (挂职副院长).
    first = chain[0].title
    limit = first.start if clean[first.value.reach : first.start].endswith("挂职") else start
    tried = ((k, near.search(clean, window, limit), far) for k, near, far in _verbs())
    tries = ((k, close, close or far.search(clean, window, limit)) for k, close, far in tried)
    hit = next(((k, close, verb) for k, close, verb in tries if verb is not None), None)
    if hit is None:
        return
    kind, close, verb = hit
    if kind == "is" and not _CLAUSE_END.match(clean, chain[-1].end):
        return
    person = scene.person_before(start)
    if person is not None and person.start > verb.start():
        yield from _held(chain, [person], f"role:{kind}")  # 聘任甲为名誉院长
        return
    person = _subject(scene, verb.start())
    if person is None:
        return
    told = clean[max(0, verb.start() - 2) : verb.start()]
    if kind == "is" and _STRONG_END.search(clean, person.end, verb.start()) and not _HE_IS.search(told):
        return
    between = clean[person.end : verb.start()]
    if kind == "is" and close is None and len(between) > 1:
        return  # what 是 speaks of from afar is rarely the person
    people = scene.listed_to(person) if len(between) < 6 else [person]
    rule = f"role:{kind}"
    if "分别" in between and len(people) == len(chain):
        yield from (Pair(p, u, rule) for p, u in zip(people, chain, strict=True))
        return
    yield from _held(_several(scene, chain, person.end, verb.start()), people, rule)


def _several(scene: Scene, chain: Chain, low: int, high: int) -> Chain:
    """在甲公司和乙公司都担任董事长: one phrase an institution."""
    if chain[0].held is not None:
        return chain
    clean = scene.document.clean
    held = [m for m in scene.institutions if low <= m.start and m.end <= high]
    if not held or clean[held[0].start - 1] not in "在于" or high - held[-1].end > 8:
        return chain
    return tuple(replace(u, held=m) for m in held for u in chain)


def _as(scene: Scene, chain: Chain) -> Iterator[Pair]:
    """甲以某校校长的身份."""
    at = chain[0].start - 1
    if scene.document.clean[at : at + 1] != "以" or not _AS_END.match(scene.document.clean, chain[-1].end):
        return
    person = _subject(scene, at)
    if person is not None:
        yield from _held(chain, [person], "role:as")


def _subject(scene: Scene, verb: int) -> Mention | None:
    """The person named last before a verb in its sentence, or the one that its pronoun stands for."""
    person = scene.person_before(verb)
    clean = scene.document.clean
    while person is not None and _OBJECT.search(clean, max(0, person.start - 2), person.start):
        person = scene.person_before(person.start)
    if person is not None and clean[person.end : person.end + 1] == "的":
        earlier = scene.person_before(person.start)
        if earlier is not None and not _STRONG_END.search(clean, earlier.end, person.start):
            person = earlier
    if person is None:
        return None
    between = clean[person.end : verb]
    if not _STRONG_END.search(between):
        return person if len(between) <= _FAR else None
    begin = scene.sentence_start(verb)
    spoken = clean[begin:verb]
    if len(between) <= _FURTHER and (_HE.search(spoken) or len(spoken) <= _SHORT):
        return person
    return None
