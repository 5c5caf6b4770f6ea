"""A post that is asked for its body, and what is known of it and of its candidates before any is weighed."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from bangfu.article import Mention
from bangfu.link.bodies.ranked.told import Ground, Told
from bangfu.link.phrases.chains import Pair
from bangfu.link.scene.scene import Scene

_MOST = 24
"""Candidates that are weighed: the nearest ones before a post, and those behind it."""
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """A post without a body of its own.

    ``kinds`` are those of the bodies that have such a post, ``tail`` the end of their names (局 of 局长), ``this`` a word that points at it (该校);
    ``before`` is the body of the phrase that this one continues, ``last`` that of the post told last,
    ``own`` the bodies of the person's other posts and ``given`` those of others by their titles.
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
    given: dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body, its mentions next to the post, and how many others of its sort stand nearer before it."""

    told: Told
    before: Mention | None
    behind: Mention | None
    fits: str
    rank: int
    rank_fitting: int

    @property
    def near(self) -> Mention:
        """The mention that stands nearest before the post, else the first behind it."""
        m = self.before or self.behind
        assert m is not None
        return m


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
    fitting = 0
    for rank, (_, told, near) in enumerate(before[:_MOST]):
        fits = fit(asked, told)
        out.append(Candidate(told, near, told.behind(at), fits, rank, fitting))
        fitting += fits != "n"
    for rank, (_, told, following) in enumerate(behind[:_AHEAD]):
        out.append(Candidate(told, None, following, fit(asked, told), rank, fitting))
    return out


def fit(asked: Asked, told: Told) -> str:
    """Whether a body can have such a post: ``t`` by the end of its name, ``y`` by its kind, ``n``, ``?``."""
    if asked.tail:
        return "t" if any(text.endswith(asked.tail) for text in told.texts) else "n"
    if not asked.kinds:
        return "?"
    army = "hospital" in asked.kinds and told.name.endswith("总医院")
    return "y" if told.kind in asked.kinds or army else "n"


def between(scene: Scene, low: int, high: int) -> int:
    """How many people are named between two offsets."""
    starts = scene.people_starts
    return bisect_left(starts, high) - bisect_left(starts, low)
