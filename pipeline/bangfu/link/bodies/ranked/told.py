"""The bodies that an article tells, each with all its mentions: the candidates for posts without a body."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from bangfu.article import Mention
from bangfu.link.bodies.classes import bare_class
from bangfu.link.scene.scene import Scene

_MOST = 300
"""Mentions of bodies that are asked: more is no report but hostile input."""
_MOST_OF_ONE = 40
_WE = re.compile("[我本](?:[院校局司会]|公司)")


@dataclass(frozen=True, slots=True)
class Told:
    """A body with its mentions in text order; ``order`` is its place among the bodies of the text."""

    name: str
    kind: str
    generic: bool
    order: int
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    texts: frozenset[str]

    def is_called(self, name: str) -> bool:
        """Whether a written name is one of this body."""
        return name == self.name or name in self.texts

    def before(self, at: int) -> Mention | None:
        """The last mention that begins before an offset."""
        index = bisect_left(self.starts, at)
        return self.mentions[index - 1] if index else None

    def behind(self, at: int) -> Mention | None:
        """The first mention that begins at or behind an offset."""
        index = bisect_left(self.starts, at)
        return self.mentions[index] if index < len(self.mentions) else None


@dataclass(frozen=True, slots=True)
class Ground:
    """What an article tells of bodies as a whole."""

    bodies: tuple[Told, ...]
    mentions: int
    unnamed: bool
    """Whether the text speaks as a body that it does not name: 我院."""


def unread(name: str, order: int) -> Told:
    """A body that a phrase tells and that is no mention: a place that somebody governs, 某基地."""
    return Told(name, "unread", False, order, (), (), frozenset((name,)))


def ground(scene: Scene) -> Ground:
    """The bodies of an article in the order of their first mentions."""
    mentions: dict[str, list[Mention]] = {}
    told = scene.institutions[:_MOST]
    for m in told:
        if bare_class(m) or len(m.text) == 1:
            continue
        held = mentions.setdefault(m.value.name, [])
        if len(held) < _MOST_OF_ONE:
            held.append(m)
    home = scene.home
    named = scene.speaker is not None or (home is not None and home.ours)
    unnamed = not named and _WE.search(scene.clean) is not None
    return Ground(
        tuple(
            Told(
                name,
                held[0].value.kind,
                all(m.value.generic for m in held),
                order,
                tuple(held),
                tuple(m.start for m in held),
                frozenset(m.text for m in held),
            )
            for order, (name, held) in enumerate(mentions.items())
        ),
        max(1, len(told)),
        unnamed,
    )
