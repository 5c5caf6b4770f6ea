"""The arcs of a lattice in arrays: which character of which word leads where.

A node is one *row*, and its arcs are a range of numbers; a table says which arc a letter takes from a row. Rows
are filled when a walk first comes through them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from bangfu.restore.language_model_counts import codes_of
from bangfu.restore.language_model_entries import Arcs, Node, Steps
from bangfu.restore.language_model_tree import Floats, Ints, Tree, tree
from bangfu.restore.language_model_words import MAX_WORD


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

    def __init__(self, arcs: Arcs, tree: Tree) -> None:
        self.arcs, self.tree, self.work = arcs, tree, 0
        self.rows: dict[Node, int] = {}
        self.nodes: list[Node] = []
        self.spans: list[tuple[int, int] | None] = []
        self.size = 1
        """Arc 0 is none."""
        self.table = np.zeros((16, len(tree.singles)), np.int32)
        """The arc that each letter takes from each row."""
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
        while row >= len(self.table):
            self.table = np.concatenate((self.table, np.zeros_like(self.table)))
        arcs_of = self.table[row]
        for characters, target, extra in self.arcs(self.nodes[row]):
            codes, letters = _letters(characters)
            start, end = self.size, self.size + len(codes)
            while end > len(self.code):
                self._double()
            self.code[start:end], self.letter[start:end] = codes, letters
            self.target[start:end], self.extra[start:end] = self.row(target), extra
            self.other[start:end] = arcs_of[letters]
            arcs_of[letters] = np.arange(start, end)
            self.size = end
        self.work += self.size - begin
        return begin, self.size

    def _double(self) -> None:
        for name in ("code", "letter", "target", "other", "extra"):
            old = getattr(self, name)
            setattr(self, name, np.concatenate((old, np.zeros_like(old))))

    def words(self, row: int) -> Found:
        """Every word that begins at a row; single characters first."""
        tree = self.tree
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
            for target in np.unique(rows).tolist():
                self.span(target)
            taken = self.table[rows[parents], tree.letters[nodes]]
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

    def names(self, row: int, surnames: Floats, given: Floats, kept: int) -> list[Found]:
        """Names of two and of three characters that begin at a row: the ``kept`` best to each end.

        The weights of letters in surnames and given names are ``-inf`` for those that stand in none.
        """
        out: list[Found] = []
        rows, weight, extra = np.array([row]), np.zeros(1), np.zeros(1)
        at, size, trail = np.full(1, -1), 0, []
        for allowed in (surnames, given, given):
            for target in rows.tolist():
                self.span(target)
            spans = np.array([self.spans[target] for target in rows.tolist()])
            count = spans[:, 1] - spans[:, 0]
            parents = np.repeat(np.arange(len(rows)), count)
            arc = (spans[:, 0] - (np.cumsum(count) - count))[parents] + np.arange(len(parents))
            here = np.flatnonzero(allowed[self.letter[arc]] > -np.inf)
            self.work += len(here)
            parents, arc = parents[here], arc[here]
            weight = weight[parents] + allowed[self.letter[arc]]
            extra = extra[parents] + self.extra[arc]
            best = best_of(self.target[arc], weight + extra, self.code[arc], kept)
            parents, arc, weight, extra = parents[best], arc[best], weight[best], extra[best]
            if not len(arc):
                break
            trail.append((arc, at[parents]))
            at, rows = np.arange(size, size + len(arc)), self.target[arc]
            size += len(arc)
            arcs, backs = (np.concatenate([part[n] for part in trail]) for n in range(2))
            none = np.full(len(arc), -1)
            out.append(Found(weight, extra, none, none, rows, at, (arcs, backs)))
        return out[1:]

    def steps(self, found: Found, index: int) -> Steps:
        """The characters of a word, each with the node behind it."""
        arcs, backs = found.trail
        at, steps = int(found.at[index]), []
        while at >= 0:
            arc = int(arcs[at])
            steps.append((chr(self.code[arc]), self.nodes[self.target[arc]]))
            at = int(backs[at])
        return tuple(reversed(steps))


def best_of(group: Ints, score: Floats, tie: Ints, most: int) -> Ints:
    """The indices of the ``most`` best of each group; of the same score the higher ``tie`` is better."""
    order = np.lexsort((-tie, -score, group))
    sorted_ = group[order]
    new = np.concatenate(([True], sorted_[1:] != sorted_[:-1]))[: len(order)]
    index = np.arange(len(order))
    rank = index - np.maximum.accumulate(np.where(new, index, 0))
    return order[rank < most]


def _with_others(parents: Ints, nodes: Ints, taken: Ints, other: Ints) -> tuple[Ints, Ints, Ints]:
    """Without those that take no arc, and with the other arcs of the same letters."""
    parts = []
    while True:
        hit = np.flatnonzero(taken)
        if not len(hit) and parts:
            break
        parents, nodes, taken = parents[hit], nodes[hit], taken[hit]
        parts.append((parents, nodes, taken))
        taken = other[taken]
    if len(parts) == 1:
        return parts[0]
    return (
        np.concatenate([part[0] for part in parts]),
        np.concatenate([part[1] for part in parts]),
        np.concatenate([part[2] for part in parts]),
    )


@lru_cache(maxsize=20_000)
def _letters(characters: str) -> tuple[Ints, Ints]:
    """The code points of characters, and their letters."""
    codes = codes_of(characters)
    return codes, tree().letters_of(codes)
