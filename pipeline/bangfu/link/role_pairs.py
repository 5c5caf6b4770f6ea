"""Which person holds which title: one function a pattern, each gives pairs with its rule's name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bangfu.article import Document, Mention
from bangfu.link.role_units import Unit, chains
from bangfu.lexicon import table


@dataclass(frozen=True, slots=True)
class Pair:
    """A person's mention with the title phrase that it holds."""

    person: Mention
    unit: Unit
    rule: str


_BEFORE = re.compile(r"[ \u3000]{0,3}[：:“]?[ \u3000]{0,2}")
_LISTED = re.compile(r"[ \u3000]{0,3}[、，,/][ \u3000]{0,3}|[ \u3000]{1,4}|[和与及]|以及")
_NAMED = re.compile(r"(?:是|叫|名叫|就是|名为|为)")
_COUNTED = re.compile(r"(?:等(?:\d{1,4}|[一二三四五六七八九十两几多百]{1,4})?余?多?|(?:\d|[两二三四五六七八九十]){1,2})(?:名|位|个|人)?[^，。！？；、\n]{0,10}")
_CLAUSE_END = re.compile(r"[，。！？；、）)\n,;]|$")
_STRONG_END = "。！？\n"
_FAR = 60  # characters between a person and the verb that gives a post
_UNIQUE = frozenset(("校长", "院长", "县长", "市长", "书记", "董事长", "局长", "区长", "州长", "省长", "镇长", "会长"))


@dataclass(frozen=True, slots=True)
class Scene:
    """The people and title phrases of a document, with their starts for bisection."""

    document: Document
    people: tuple[Mention, ...]
    phrases: tuple[Unit, ...]
    people_at: dict[int, Mention]
    people_to: dict[int, Mention]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, document: Document, people: tuple[Mention, ...], phrases: tuple[Unit, ...]) -> Scene:
        """Index people and phrases by where they start and end."""
        return cls(
            document,
            people,
            phrases,
            {p.start: p for p in people},
            {p.end: p for p in people},
            tuple(p.start for p in people),
        )


def pairs(scene: Scene) -> list[Pair]:
    """Every pair of a document, each phrase by the first pattern that takes it."""
    found: list[Pair] = []
    for chain in chains(scene.document.clean, scene.phrases):
        for pattern in (_before_name, _behind_name, _is_name, _counted_list, _apposition, _verb, _as):
            hits = list(pattern(scene, chain))
            if hits:
                found += hits
                break
    return found


def _held(chain: tuple[Unit, ...], people: list[Mention], rule: str) -> Iterator[Pair]:
    for person in people:
        for unit in chain:
            yield Pair(person, unit, rule)


def _before_name(scene: Scene, chain: tuple[Unit, ...]) -> Iterator[Pair]:
    """党委副书记、校长甲; 副会长甲、乙."""
    clean = scene.document.clean
    gap = _BEFORE.match(clean, chain[-1].end)
    person = scene.people_at.get(gap.end() if gap else chain[-1].end)
    if person is None or person.text != person.value and len(person.text) < 2:
        return
    yield from _held(chain, _list_from(scene, person, chain[-1].title.text), "role:title_name")


def _list_from(scene: Scene, first: Mention, title: str) -> list[Mention]:
    """A person and those listed behind it without a title of their own."""
    people = [first]
    clean = scene.document.clean
    while title not in _UNIQUE:
        gap = _LISTED.match(clean, people[-1].end)
        following = scene.people_at.get(gap.end()) if gap else None
        if following is None:
            break
        # 甲、乙校长: the second has a title behind it.
        if any(unit.title.start == following.end for unit in scene.phrases[:0]):
            break
        people.append(following)
    return people


def _behind_name(scene: Scene, chain: tuple[Unit, ...]) -> Iterator[Pair]:
    """甲校长."""
    person = scene.people_to.get(chain[0].start)
    if person is None or person.text != person.value:
        return
    people = [person]
    yield from _held(chain, people, "role:name_title")


def _is_name(scene: Scene, chain: tuple[Unit, ...]) -> Iterator[Pair]:
    """校长是甲; 校长叫甲."""
    verb = _NAMED.match(scene.document.clean, chain[-1].end)
    person = scene.people_at.get(verb.end()) if verb else None
    if person is not None:
        yield from _held(chain, [person], "role:title_is_name")


def _counted_list(scene: Scene, chain: tuple[Unit, ...]) -> Iterator[Pair]:
    """甲、乙、丙等4名教师; 甲、乙两位教师."""
    clean = scene.document.clean
    last = _person_before(scene, chain[0].start)
    if last is None or not _COUNTED.fullmatch(clean, last.end, chain[0].start):
        return
    people = [last]
    while True:
        at = bisect_left(scene.starts, people[0].start) - 1
        if at < 0 or not _LISTED.fullmatch(clean, scene.people[at].end, people[0].start):
            break
        people.insert(0, scene.people[at])
    yield from _held(chain, people, "role:counted_list")


def _apposition(scene: Scene, chain: tuple[Unit, ...]) -> Iterator[Pair]:
    """甲，某校校长，…; 甲（某校校长）."""
    clean = scene.document.clean
    at = chain[0].start
    mark = clean[at - 1 : at]
    person = scene.people_to.get(at - 1)
    if person is None or mark not in ("，", ",", "（", "("):
        return
    closed = clean[chain[-1].end : chain[-1].end + 1]
    if (mark in "（(" and closed in "）)，、；") or (mark in "，," and closed in "，。；,;\n"):
        yield from _held(chain, [person], "role:apposition")


@lru_cache(maxsize=1)
def _verbs() -> dict[str, re.Pattern[str]]:
    out = {}
    for kind in ("becomes", "is"):
        verbs = sorted((row[0] for row in table("role_verbs") if row[1] == kind), key=lambda w: (-len(w), w))
        tail = r"(?:了|过|着)?(?:一名|一位|该校|该院|该县|当地|学校|医院)?(?:的)?$"
        out[kind] = re.compile(f"(?:{'|'.join(verbs)}){tail}")
    return out


def _verb(scene: Scene, chain: tuple[Unit, ...]) -> Iterator[Pair]:
    """甲任某校校长; 甲被聘为某校教师; 甲是某校校长."""
    clean = scene.document.clean
    start = chain[0].start
    window = max(0, start - 16)
    kind = next((k for k, pattern in _verbs().items() if pattern.search(clean, window, start)), None)
    if kind is None:
        return
    verb = _verbs()[kind].search(clean, window, start)
    assert verb is not None
    if kind == "is" and not _CLAUSE_END.match(clean, chain[-1].end):
        return
    person = _subject(scene, verb.start())
    if person is not None:
        yield from _held(chain, [person], f"role:{kind}")


def _as(scene: Scene, chain: tuple[Unit, ...]) -> Iterator[Pair]:
    """甲以某校校长的身份."""
    clean = scene.document.clean
    if clean[chain[0].start - 1 : chain[0].start] != "以" or not re.compile("的?(?:身份|名义)").match(clean, chain[-1].end):
        return
    person = _subject(scene, chain[0].start - 1)
    if person is not None:
        yield from _held(chain, [person], "role:as")


def _person_before(scene: Scene, at: int) -> Mention | None:
    index = bisect_right(scene.starts, at) - 1
    while index >= 0 and scene.people[index].end > at:
        index -= 1
    return scene.people[index] if index >= 0 else None


def _subject(scene: Scene, verb: int) -> Mention | None:
    """The person named last before a verb in its sentence."""
    person = _person_before(scene, verb)
    if person is None or verb - person.end > _FAR:
        return None
    between = scene.document.clean[person.end : verb]
    return None if any(mark in between for mark in _STRONG_END) else person
