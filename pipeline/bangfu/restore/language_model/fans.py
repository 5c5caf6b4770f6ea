"""The arcs of a lattice in arrays: which character of which word leads where.

A node is one *row*, and its arcs are a range of numbers; a table says which arc a letter takes from a row.
Rows are filled when a walk first comes through them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from bangfu.restore.language_model.counts import codes_of
from bangfu.restore.language_model.entries import NAMES, SINGLES, Lattice, Node, Steps
from bangfu.restore.language_model.marks import MAX_WORD
from bangfu.restore.language_model.pairs import name_characters
from bangfu.restore.language_model.tree import Floats, Ints, Tree, tree

_SLOTS = 256

_SET_UP = 700
"""Steps of a walk that take as long as beginning one does."""


class Found(NamedTuple):
    """Words that begin at a node."""

    weight: Floats
    extra: Floats
    """What the arcs add."""
    first: Ints
    """The first letter."""
    node: Ints
    """The node of the tree, -1 where there is none."""
    end: Ints
    """The row to which each leads."""
    at: Ints
    """Where each ends on the trail."""
    trail: tuple[Ints, Ints]
    """Arcs that were walked, and where the one before each stands, or -1."""


class Fans:
    """The arcs of the nodes that were walked through; ``work`` counts them, and the steps of the walks."""

    def __init__(self, lattice: Lattice, tree: Tree) -> None:
        self.lattice, self.tree, self.work = lattice, tree, 0
        self.rows: dict[Node, int] = {}
        self.nodes: list[Node] = []
        self.spans: list[tuple[int, int] | None] = []
        self.fans: dict[int, Fan] = {}
        self.now: Node = ()
        self.size = 1
        """Arc 0 is none."""
        self.table = np.zeros((_SLOTS, len(tree.singles)), np.int32)
        """Which arc of a row each letter takes, counted from 1; nodes that may still come have slots."""
        self.slots = np.full(_SLOTS, -1)
        """The slot of each row, -1 while it is not filled."""
        self.free = list(range(_SLOTS))
        self.taken: list[int] = []
        """The rows that have a slot."""
        self.begins = np.zeros(_SLOTS, np.int64)
        """The first arc of the row in each slot."""
        self.code, self.letter, self.target, self.other = (np.zeros(1024, np.int64) for _ in range(4))
        """The code point, letter and target of each arc, and another arc of the same letter and row."""
        self.extra = np.zeros(1024)

    def row(self, node: Node) -> int:
        """The row of a node."""
        row = self.rows.get(node)
        if row is None:
            row = self.rows[node] = len(self.nodes)
            self.nodes.append(node)
            self.spans.append(None)
        return row

    def span(self, row: int) -> tuple[int, int]:
        """The arcs of a row."""
        span = self.spans[row]
        if span is None:
            span = self.spans[row] = self._fill(row)
        return span

    def _fill(self, row: int) -> tuple[int, int]:
        begin = self.size
        slot = self._slot(row)
        arcs = self.lattice.arcs(self.nodes[row])
        fan = fan_of(tuple([characters for characters, _, _ in arcs]))
        self.size = end = begin + len(fan.code)
        while end > len(self.code):
            self._double()
        self.code[begin:end], self.letter[begin:end] = fan.code, fan.letter
        self.target[begin:end] = np.array([self.row(target) for _, target, _ in arcs], np.int64)[fan.arc]
        self.extra[begin:end] = np.array([extra for _, _, extra in arcs])[fan.arc]
        self.other[begin:end] = np.where(fan.other >= 0, fan.other + begin, 0)
        self.table[slot, fan.letter] = np.arange(1, end - begin + 1)
        self.begins[slot] = begin
        self.fans[row] = fan
        self.work += end - begin
        return begin, end

    def _fill_all(self, rows: Ints) -> None:
        for row in dict.fromkeys(rows.tolist()):
            self.span(row)

    def _slot(self, row: int) -> int:
        """A slot for a row."""
        while len(self.nodes) > len(self.slots):
            self.slots = np.concatenate((self.slots, np.full_like(self.slots, -1)))
        if not self.free:
            gone = [other for other in self.taken if self.nodes[other] < self.now]
            for other in gone:
                span = self.spans[other] or (0, 0)
                self.table[self.slots[other], self.letter[slice(*span)]] = 0
            self.free = self.slots[gone].tolist()
            self.slots[gone] = -1
            self.taken = [other for other in self.taken if self.nodes[other] >= self.now]
        if not self.free:
            self.free = list(range(len(self.table), 2 * len(self.table)))
            self.table = np.concatenate((self.table, np.zeros_like(self.table)))
            self.begins = np.concatenate((self.begins, np.zeros_like(self.begins)))
        self.slots[row] = slot = self.free.pop()
        self.taken.append(row)
        return slot

    def _double(self) -> None:
        for name in ("code", "letter", "target", "other", "extra"):
            old = getattr(self, name)
            setattr(self, name, np.concatenate((old, np.zeros_like(old))))

    def words(self, row: int) -> Found:
        """Every word that begins at a row; single characters first. Nodes that sort before are done with."""
        tree, self.now = self.tree, self.nodes[row]
        self.work += _SET_UP
        begin, end = self.span(row)
        arc = np.arange(begin, end)
        first, extra = self.letter[begin:end], self.extra[begin:end]
        found = [(tree.singles[first], extra, first, tree.roots[0][first], arc, arc - begin)]
        trail = [(arc, np.full(len(arc), -1))]
        starts = [(roots[first], np.flatnonzero(roots[first] >= 0)) for roots in tree.roots]
        nodes = np.concatenate([nodes[at] for nodes, at in starts])
        at = np.concatenate([at for _, at in starts])
        arc, extra, first, size = arc[at], extra[at], first[at], len(arc)
        for _ in range(1, MAX_WORD):
            parents, nodes = tree.children(nodes)
            if not len(nodes):
                break
            rows = self.target[arc]
            self._fill_all(rows)
            below = self.slots[rows[parents]]
            taken = self.table[below, tree.letters[nodes]]
            hit = np.flatnonzero(taken)
            parents, nodes, taken = parents[hit], nodes[hit], self.begins[below[hit]] + taken[hit] - 1
            parents, nodes, taken = _with_others(parents, nodes, taken, self.other)
            arc, extra, first = taken, extra[parents] + self.extra[taken], first[parents]
            trail.append((arc, at[parents]))
            at = np.arange(size, size + len(arc))
            size += len(arc)
            self.work += 1 + len(arc)
            weight = tree.weights[nodes]
            ends = np.flatnonzero(~np.isnan(weight))
            found.append((weight[ends], extra[ends], first[ends], nodes[ends], arc[ends], at[ends]))
        weight, extra, first, nodes, arc, at = (
            np.concatenate([part[n] for part in found]) for n in range(len(found[0]))
        )
        arcs, backs = (np.concatenate([part[n] for part in trail]) for n in range(2))
        return Found(weight, extra, first, nodes, self.target[arc], at, (arcs, backs))

    def names(self, row: int) -> list[Found]:
        """Names of two and of three characters that begin at a row: the best few to each end."""
        out: list[Found] = []
        weights = name_letters()
        rows, weight, extra = np.array([row]), np.zeros(1), np.zeros(1)
        at, size, trail = np.full(1, -1), 0, []
        for length in range(3):
            spans = [self.span(target) for target in rows.tolist()]
            likely = [self.fans[target].names[length > 0] for target in rows.tolist()]
            parents = np.repeat(np.arange(len(rows)), [len(places) for places in likely])
            if not len(parents):
                break
            arc = np.concatenate(likely) + np.array([begin for begin, _ in spans])[parents]
            self.work += len(arc)
            weight = weight[parents] + weights[length > 0][self.letter[arc]]
            extra = extra[parents] + self.extra[arc]
            rows = self.target[arc]
            best = best_of(rows, weight + extra, NAMES)
            parents, arc, weight, extra, rows = (
                parents[best],
                arc[best],
                weight[best],
                extra[best],
                rows[best],
            )
            trail.append((arc, at[parents]))
            at = np.arange(size, size + len(arc))
            size += len(arc)
            if length:
                arcs, backs = (np.concatenate([part[n] for part in trail]) for n in range(2))
                none = np.full(len(arc), -1)
                out.append(Found(weight, extra, none, none, rows, at, (arcs, backs)))
        return out

    def steps(self, found: Found, index: int) -> Steps:
        """The characters of a word, each with the node behind it."""
        arcs, backs = found.trail
        at, steps = int(found.at[index]), []
        while at >= 0:
            arc = int(arcs[at])
            steps.append((chr(self.code[arc]), self.nodes[self.target[arc]]))
            at = int(backs[at])
        return tuple(reversed(steps))


def best_of(group: Ints, score: Floats, most: int) -> Ints:
    """The indices of the ``most`` best of each group.

    >>> best_of(np.array([7, 7, 5, 7]), np.array([1.0, 3.0, 0.0, 2.0]), 2).tolist()
    [2, 1, 3]
    """
    order = np.argsort(-score, kind="stable")
    order = order[np.argsort(group[order], kind="stable")]
    sorted_, index = group[order], np.arange(len(order))
    begins = np.ones(len(order), bool)
    begins[1:] = sorted_[1:] != sorted_[:-1]
    return order[index - np.maximum.accumulate(np.where(begins, index, 0)) < most]


def _with_others(parents: Ints, nodes: Ints, taken: Ints, other: Ints) -> tuple[Ints, Ints, Ints]:
    """The same with the other arcs of the same letters."""
    parts = [(parents, nodes, taken)]
    while (more := np.flatnonzero(other[taken])).size:
        parents, nodes, taken = parents[more], nodes[more], other[taken[more]]
        parts.append((parents, nodes, taken))
    if len(parts) == 1:
        return parts[0]
    parents, nodes, taken = (np.concatenate([part[n] for part in parts]) for n in range(3))
    return parents, nodes, taken


class Fan(NamedTuple):
    """What arcs with the same characters have in common, wherever they lead; one entry for each character."""

    code: Ints
    letter: Ints
    arc: Ints
    """The arc that has it."""
    other: Ints
    """Where the same letter stands before, or -1."""
    likely: Ints
    """Where the likeliest characters of each arc stand."""
    names: tuple[Ints, Ints]
    """Where the likeliest surnames, and characters of given names, of each arc stand."""


@lru_cache(maxsize=1000)
def fan_of(arcs: tuple[str, ...]) -> Fan:
    """The characters of the arcs of one node."""
    code = codes_of("".join(arcs))
    letter = tree().letters_of(code)
    arc = np.repeat(np.arange(len(arcs)), np.array([len(characters) for characters in arcs], np.int64))
    order = np.argsort(letter, kind="stable")
    other = np.full(len(letter), -1)
    same = letter[order][1:] == letter[order][:-1]
    other[order[1:][same]] = order[:-1][same]
    names = []
    for weights in name_letters():
        here = np.flatnonzero(weights[letter] > -np.inf)
        names.append(here[best_of(arc[here], weights[letter[here]], NAMES)])
    return Fan(code, letter, arc, other, best_of(arc, tree().singles[letter], SINGLES), (names[0], names[1]))


@lru_cache(maxsize=1)
def name_letters() -> tuple[Floats, Floats]:
    """The log probability of each letter as a surname, and as one of a given name."""
    surnames, given = (np.full(len(tree().singles), -np.inf) for _ in range(2))
    for out, found in zip((surnames, given), name_characters(), strict=True):
        out[tree().letters_of(codes_of("".join(found)))] = list(found.values())
    return surnames, given
