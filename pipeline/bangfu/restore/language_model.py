"""A language model over lattices of candidates: which reading of a damaged stretch is Chinese.

Where bytes are lost, several characters could stand at a place. The candidates form a *lattice*: nodes in
order, and arcs that say which characters lead from one node to the next. The score of a reading is the
largest product of word probabilities, and of how well neighbours meet, over its segmentations, as in jieba's
own dynamic programming over the words of a sentence, here over all readings of the lattice at once: the
dictionary's prefix trees walk along the arcs, so a reading is never written out before it is known to be good
(Viterbi 1967, k best per node).

What the article itself says elsewhere counts too: its own n-grams are words with the weight of their
frequency in the article (a cache model: Kuhn & De Mori 1990).
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, log

from bangfu.restore.language_model_words import MAX_WORD, Trie, junction, words_from

Node = tuple[int, ...]
Arc = tuple[Sequence[str], Node, float]
"""The characters that may stand here, the node behind them, and what taking this arc adds to the score."""

Arcs = Callable[[Node], Iterable[Arc]]

Steps = tuple[tuple[str, Node], ...]
"""Characters in order, each with the node behind it."""

_NOTHING: Trie = {}

_CACHE_WEIGHT = 0.2
"""Share of the article's own n-grams; higher lets a slip that stands twice beat a common word."""

_KEPT = 4
"""Readings kept at a node: the best, and some to tell how close the others came."""

_RANKED = 3
"""Readings of a node that a word may follow, after the junction between them is weighed."""

_HAN_RUN = re.compile("[㐀-鿿]+")


def cache_of(text: str, limit: int = 100_000) -> Trie:
    """The n-grams of one article (two to five characters of a run of Han characters) as a tree of counts.

    A single character is left out: that it stands in many words does not make it a word. Reads the first
    ``limit`` characters. The weight of "" at the root is the number of characters read.

    >>> tree = cache_of("援疆教师，援疆")
    >>> tree["援"]["疆"][""], tree[""]
    (2, 6)
    """
    tree: Trie = {"": 0}
    for run in _HAN_RUN.findall(text[:limit]):
        tree[""] += len(run)
        for i in range(len(run) - 1):
            node = tree.setdefault(run[i], {})
            for character in run[i + 1 : i + 5]:
                node = node.setdefault(character, {})
                node[""] = node.get("", 0) + 1
    return tree


@dataclass(frozen=True, slots=True)
class Reading:
    """One way through a lattice: its characters, the node behind each, and the log probability."""

    text: str
    nodes: tuple[Node, ...]
    score: float


@dataclass(slots=True)
class _Entry:
    score: float
    digest: int
    back: _Entry | None
    steps: Steps

    @property
    def last(self) -> str:
        """The character that the next word follows."""
        return self.steps[-1][0] if self.steps else ""


@dataclass(slots=True)
class Search:
    """The k best readings of a lattice.

    ``arcs`` gives the arcs of a node; an arc always leads to a node that sorts behind its own. ``beam``
    drops entries that fall so far behind the best one of their column (a node's first number).
    ``work`` counts the steps of the tree walk, the unit in which the cost of a search is bounded.
    """

    arcs: Arcs
    cache: Trie = field(default_factory=lambda: {"": 0})
    beam: float = 45.0
    work: int = 0
    _indexes: dict[Node, dict[str, list[tuple[Node, float]]]] = field(default_factory=dict)

    def run(self, start: Node, end: Node, budget: int = 2_000_000) -> list[Reading]:
        """The best readings from ``start`` to ``end``, best first; none where the work exceeds ``budget``.

        >>> def arcs(node):
        ...     slots = ["援", "藏疆讲", "教", "师"]
        ...     return [(slots[node[0]], (node[0] + 1,), 0.0)] if node[0] < 4 else []
        >>> Search(arcs, cache_of("援疆教师")).run((0,), (4,))[0].text
        '援疆教师'
        """
        entries: dict[Node, list[_Entry]] = {start: [_Entry(0.0, 0, None, ())]}
        queue = [start]
        column, best = -1, 0.0
        while queue:
            node = heapq.heappop(queue)
            if node == end:
                break
            found = entries.pop(node)
            if node[0] != column:
                column, best = node[0], found[0].score
            best = max(best, found[0].score)
            if found[0].score < best - self.beam:
                continue
            if self.work > budget:
                return []
            joints: dict[str, list[tuple[float, _Entry]]] = {}
            for score, steps in self._words(node):
                first = steps[0][0]
                if first not in joints:
                    ranked = [(e.score + junction(e.last, first), i) for i, e in enumerate(found)]
                    ranked.sort(reverse=True)
                    joints[first] = [(joint, found[i]) for joint, i in ranked[:_RANKED]]
                target = steps[-1][1]
                if target not in entries:
                    entries[target] = []
                    heapq.heappush(queue, target)
                kept = entries[target]
                for joint, entry in joints[steps[0][0]]:
                    if len(kept) < _KEPT or joint + score > kept[-1].score:
                        _keep(kept, entry, joint + score - entry.score, steps)
        return [_reading(entry) for entry in entries.get(end, ())]

    def _index(self, node: Node) -> dict[str, list[tuple[Node, float]]]:
        """Where each character leads from a node."""
        index = self._indexes.get(node)
        if index is None:
            index = self._indexes[node] = {}
            for characters, target, extra in self.arcs(node):
                self.work += len(characters)
                for c in characters:
                    index.setdefault(c, []).append((target, extra))
        return index

    def _words(self, node: Node) -> list[tuple[float, Steps]]:
        """Every word of the lattice that begins at a node."""
        out: list[tuple[float, Steps]] = []
        unit = _CACHE_WEIGHT / (self.cache[""] + 500)
        singles: dict[Node, list[tuple[float, str]]] = {}
        for c, targets in self._index(node).items():
            tree, own = words_from(c), self.cache.get(c)
            for target, extra in targets:
                singles.setdefault(target, []).append((tree[""] + extra, c))
                self._walk(tree, own, target, extra, ((c, target),), unit, out)
        for target, found in singles.items():
            out.extend((score, ((c, target),)) for score, c in heapq.nlargest(_KEPT, found))
        return out

    def _walk(
        self,
        tree: Trie,
        own: Trie | None,
        node: Node,
        score: float,
        steps: Steps,
        unit: float,
        out: list[tuple[float, Steps]],
    ) -> None:
        """Follow the dictionary's and the article's tree along the arcs, and note every word on the way."""
        index = self._index(node)
        branches = tree.keys() & index.keys()
        if own:
            branches |= own.keys() & index.keys()
        self.work += 1 + len(branches)
        for c in sorted(branches):
            deeper: Trie = tree.get(c, _NOTHING)
            deeper_own: Trie | None = own.get(c) if own else None
            weight: float | None = deeper.get("")
            if deeper_own is not None:
                share = deeper_own[""] * unit
                weight = log(share if weight is None else share + exp(weight))
            for target, extra in index[c]:
                here = (*steps, (c, target))
                if weight is not None:
                    out.append((score + extra + weight, here))
                if len(here) < MAX_WORD and (len(deeper) > ("" in deeper) or deeper_own):
                    self._walk(deeper, deeper_own, target, score + extra, here, unit, out)


def _keep(kept: list[_Entry], back: _Entry, added: float, steps: Steps) -> None:
    """Add an entry to the k best of its node; of two ways to cut the same reading only the better stays."""
    score = back.score + added
    if len(kept) == _KEPT and score <= kept[-1].score:
        return
    digest = back.digest
    for c, _ in steps:
        digest = (digest * 1_000_003 + ord(c)) % 0x1FFFFFFFFFFFFFFF
    for i, other in enumerate(kept):
        if other.digest == digest:
            if other.score >= score:
                return
            del kept[i]
            break
    kept.append(_Entry(score, digest, back, steps))
    kept.sort(key=lambda e: -e.score)
    del kept[_KEPT:]


def _reading(entry: _Entry | None) -> Reading:
    score = entry.score if entry else 0.0
    steps: list[tuple[str, Node]] = []
    while entry is not None:
        steps.extend(reversed(entry.steps))
        entry = entry.back
    steps.reverse()
    return Reading("".join(c for c, _ in steps), tuple(n for _, n in steps), score)


def score(text: str, cache: Trie | None = None) -> float:
    """The log probability of a text under the best segmentation.

    >>> score("北京市教育委员会") > score("北京市教育尉员会")
    True
    """

    def arcs(node: Node) -> list[Arc]:
        return [(text[node[0]], (node[0] + 1,), 0.0)] if node[0] < len(text) else []

    found = Search(arcs, cache or {"": 0}).run((0,), (len(text),), budget=100 * len(text) + 1000)
    return found[0].score if found else -22.0 * len(text)
