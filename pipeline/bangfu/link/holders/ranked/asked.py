"""A chain of titles that is asked for its holder, and the people who may be: the candidates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from bangfu.article import Mention
from bangfu.link.holders.ranked.spoils import meets
from bangfu.link.phrases.chains import Chain, Pair
from bangfu.link.scene.scene import Scene

_BEFORE, _BEHIND = 4, 3
"""How many people, the nearest ones, are candidates."""
_FAR, _AHEAD = 500, 130
_MARKS, _OURSELVES = frozenset("。！？，…"), re.compile("[我俺咱]")
_LONGEST_SAYING = 80
_MENTIONS = 12
"""How many mentions are looked through for them, and how far off."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A chain with the people who hold it."""

    chain: Chain
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the frames that need no learning tell: who holds a title, and which titles somebody has."""

    holders: dict[str, set[str]]
    titles: dict[str, set[str]]
    mentions: dict[str, int]
    top: str
    """The person named most often."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A chain of titles beside which no name stands; ``last`` and ``following`` are the chains around it."""

    scene: Scene
    chain: Chain
    known: Known
    last: Answer | None
    following: Answer | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person, or people in a list; ``form`` is 1, ``i`` for one of a list and ``l`` for the whole of it."""

    near: Mention
    people: tuple[Mention, ...]
    behind: bool
    rank: int
    form: str
    share: float = 1.0


def known_of(scene: Scene, pairs: list[Pair]) -> Known:
    """What pairs tell that were found without asking."""
    holders: dict[str, set[str]] = {}
    titles: dict[str, set[str]] = {}
    for pair in pairs:
        title, who = pair.unit.title.value.title, pair.person.value
        holders.setdefault(title, set()).add(who)
        titles.setdefault(who, set()).add(title)
    mentions = Counter(m.value for m in scene.people)
    return Known(holders, titles, mentions, max(mentions, key=lambda name: mentions[name], default=""))


def candidates(asked: Asked) -> list[Candidate]:
    """The people named around a chain: the nearest one before it first, then those behind it."""
    scene, start, end = asked.scene, asked.chain[0].start, asked.chain[-1].end
    out: list[Candidate] = []
    at = bisect_left(scene.people_starts, start)
    seen: set[str] = set()
    for person in reversed(scene.people[max(0, at - _MENTIONS) : at]):
        if person.end > start or person.value in seen:
            continue
        if start - person.end > _FAR or len(seen) == _BEFORE:
            break
        if not meets(scene.clean, person.end, start):
            _add(out, person, scene.listed_to(person), False, len(seen))
        seen.add(person.value)
    seen = set()
    at = bisect_left(scene.people_starts, end)
    for person in scene.people[at : at + _MENTIONS]:
        if person.value in seen:
            continue
        if person.start - end > _AHEAD or len(seen) == _BEHIND:
            break
        if _is_said(scene.clean, end, person.start):
            break
        _add(out, person, scene.listed_from(person, titled=True), True, len(seen))
        seen.add(person.value)
    return out


def _is_said(clean: str, end: int, person: int) -> bool:
    """Whether a quotation ends between a post and who says it of another: “校长来了！”|甲说."""
    if clean[person - 1 : person] != "”" or clean[person - 2] not in _MARKS or "“" in clean[end:person]:
        return False
    opened = clean.rfind("“", max(0, end - _LONGEST_SAYING), end)
    return opened >= 0 and not _OURSELVES.search(clean, opened, person)


def _add(out: list[Candidate], person: Mention, listed: list[Mention], behind: bool, rank: int) -> None:
    out.append(Candidate(person, (person,), behind, rank, "i" if len(listed) > 1 else "1"))
    if len(listed) > 1 and (rank == 0 or not behind):
        out.append(Candidate(person, tuple(listed), behind, rank, "l"))
