"""What the search of the language model passes on: words of the lattice, readings begun, readings ended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Node = tuple[int, ...]
Arc = tuple[Sequence[str], Node, float]
"""The characters that may stand here, the node behind them, and what taking this arc adds to the score."""

Arcs = Callable[[Node], Iterable[Arc]]

Steps = tuple[tuple[str, Node], ...]
"""Characters in order, each with the node behind it."""


SINGLES = 4
"""Single characters kept between two nodes, but for those that were counted behind the word before."""

NAMES = 3
"""Beginnings of a name kept at a node."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way through a lattice: its characters, the node behind each, and the log probability."""

    text: str
    nodes: tuple[Node, ...]
    score: float
    so_far: tuple[float, ...] = ()
    """The log probability behind each character, to the end of its word."""


class Word(NamedTuple):
    """A word of the lattice: its log probability, what its arcs add, its characters with their nodes."""

    weight: float
    extra: float
    steps: Steps
    text: str


class Lattice:
    """The arcs of a lattice, each asked for once.

    The words from a node are best weighed at once where more than ``few`` characters lead on from it.
    """

    def __init__(self, arcs: Arcs, few: int) -> None:
        self._ask, self._few = arcs, few
        self._arcs: dict[Node, list[Arc]] = {}
        self._wide: dict[Node, bool] = {}

    def arcs(self, node: Node) -> list[Arc]:
        """The arcs of a node."""
        found = self._arcs.get(node)
        if found is None:
            found = self._arcs[node] = list(self._ask(node))
        return found

    def wide(self, node: Node) -> bool:
        """Whether many characters lead on from a node."""
        wide = self._wide.get(node)
        if wide is None:
            wide = self._wide[node] = (
                sum([len(characters) for characters, _, _ in self.arcs(node)]) > self._few
            )
        return wide


@dataclass(slots=True)
class Entry:
    score: float
    digest: int
    back: Entry | None
    steps: Steps
    word: str
    tail: str = ""
    """The last characters as they were counted, for what follows."""

    @property
    def last(self) -> str:
        """The character that the next word follows."""
        return self.steps[-1][0] if self.steps else ""


Offer = tuple[Entry, float, Word]
"""A reading, what a word behind it adds to the score before its characters do, and the word."""


def keep(kept: list[Entry], most: int, back: Entry, score: float, word: Word, tail: str) -> None:
    """Add an entry to the best of its node; of two ways to cut the same reading only the better stays."""
    if len(kept) == most and score <= kept[-1].score:
        return
    digest = back.digest
    for c, _ in word.steps:
        digest = (digest * 1_000_003 + ord(c)) % 0x1FFFFFFFFFFFFFFF
    for i, other in enumerate(kept):
        if other.digest == digest:
            if other.score >= score:
                return
            del kept[i]
            break
    kept.append(Entry(score, digest, back, word.steps, word.text, tail))
    kept.sort(key=lambda e: -e.score)
    del kept[most:]


def reading(entry: Entry | None) -> Reading:
    score = entry.score if entry else 0.0
    steps: list[tuple[str, Node]] = []
    so_far: list[float] = []
    while entry is not None:
        steps.extend(reversed(entry.steps))
        so_far.extend([entry.score] * len(entry.steps))
        entry = entry.back
    steps.reverse()
    so_far.reverse()
    return Reading("".join(c for c, _ in steps), tuple(n for _, n in steps), score, tuple(so_far))
