"""A post that is asked for its body, and what is known of it and of its candidates before any is weighed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bangfu.article import Mention
from bangfu.link.bodies.classes import kinds_told
from bangfu.link.bodies.kinds import LAST, is_faculty, is_office, kinds_of, kinds_of_department
from bangfu.link.bodies.ranked.told import Ground, Told, unread
from bangfu.link.phrases.chains import Pair
from bangfu.link.phrases.phrase import Unit
from bangfu.link.scene.scene import Scene

_MOST = 12
"""Candidates that are weighed: the nearest ones before a post, and those behind it."""
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A post without a body of its own.

    ``kinds`` are those of the bodies that have such a post, ``tail`` the end of their names (局 of 局长),
    ``this`` a word that points at one (该校). ``before`` is the body of the phrase that this one continues,
    ``last`` that of the post told last; ``own`` are the bodies of the person's other posts, ``origin`` is
    where the person is said to come from, and ``given`` are others' bodies by the heads of their titles.
    """

    scene: Scene
    ground: Ground
    pair: Pair
    kinds: tuple[str, ...]
    tail: str
    this: str
    before: str | None
    last: str | None
    own: tuple[str, ...]
    origin: Mention | None
    given: Mapping[str, Collection[str]]

    @property
    def at(self) -> int:
        """Where the post begins."""
        return self.pair.unit.start

    @property
    def sentence(self) -> int:
        """Where its sentence begins."""
        return self.scene.sentence_start(self.at)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body, its mentions next to the post, and how many others that fit stand nearer before it."""

    told: Told
    before: Mention | None
    behind: Mention | None
    fits: str
    rank: int

    @property
    def text(self) -> str:
        """The body as it is written nearest before the post, else first behind it."""
        m = self.before or self.behind
        return m.text if m is not None else self.told.name


def kinds_asked(scene: Scene, unit: Unit) -> tuple[tuple[str, ...], str]:
    """The kinds of bodies that have a post, and the word right before it that points at one (该校)."""
    title, department = unit.title.value.title, unit.department
    if unit.held is not None:
        taught = ("school", "university") if unit.held.text in ("学校", "校") else ()
        return taught or (unit.held.value.kind,), unit.held.text
    told, this = kinds_told(scene.clean, unit.start)
    if is_faculty(department):
        return ("university",), this
    if told:
        return told, this
    of_office = department is not None and title.endswith("部长") and is_office(department)
    kinds = () if of_office else kinds_of(title)
    if kinds or department is None:
        return kinds, this
    taught = title.endswith(("教师", "老师"))
    return ("school", "university") if taught else kinds_of_department(department), this


def tail_asked(unit: Unit) -> str:
    """The end of the names of bodies that have a post: 局 of 局长."""
    return "" if unit.department or unit.held is not None else LAST.get(unit.title.value.title[-2:], "")


def candidates(asked: Asked) -> list[Candidate]:
    """The bodies that the text tells around a post, the nearest one before it first."""
    at = asked.pair.unit.start
    before: list[tuple[int, Told, Mention]] = []
    behind: list[tuple[int, Told, Mention]] = []
    for told in asked.ground.bodies:
        near = told.before(at)
        if near is not None:
            before.append((-near.end, told, near))
        else:
            following = told.behind(at)
            if following is not None:
                behind.append((following.start, told, following))
    before.sort(key=lambda x: x[0])
    out: list[Candidate] = []
    chain = asked.before
    if chain is not None and not any(told.is_called(chain) for told in asked.ground.bodies):
        told = unread(chain, len(asked.ground.bodies))
        out.append(Candidate(told, None, None, fit(asked, told), 0))
    fitting = 0
    for _, told, near in before[:_MOST]:
        fits = fit(asked, told)
        out.append(Candidate(told, near, told.behind(at), fits, fitting))
        fitting += fits != "n"
    for _, told, following in behind[:_AHEAD]:
        out.append(Candidate(told, None, following, fit(asked, told), fitting))
    return out


def fit(asked: Asked, told: Told) -> str:
    """Whether a body can have such a post: ``t`` by the end of its name, ``y`` by its kind, ``n``, ``?``."""
    if asked.tail:
        return "t" if any(text.endswith(asked.tail) for text in told.texts) else "n"
    if not asked.kinds:
        return "?"
    army = "hospital" in asked.kinds and told.name.endswith("总医院")
    return "y" if told.kind in asked.kinds or army else "n"
