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
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, log
from typing import NamedTuple

from bangfu.restore import language_model_pairs as pairs
from bangfu.restore.language_model_cache import cache_of as cache_of
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

_NAMES = 3
"""Beginnings of a name kept at a node."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way through a lattice: its characters, the node behind each, and the log probability."""

    text: str
    nodes: tuple[Node, ...]
    score: float


class _Word(NamedTuple):
    """A word of the lattice: its log probability, what its arcs add, its characters with their nodes."""

    weight: float
    extra: float
    steps: Steps
    text: str


@dataclass(slots=True)
class _Entry:
    score: float
    digest: int
    back: _Entry | None
    steps: Steps
    word: str

    @property
    def last(self) -> str:
        """The character that the next word follows."""
        return self.steps[-1][0] if self.steps else ""


@dataclass(slots=True)
class Search:
    """The k best readings of a lattice.

    ``arcs`` gives the arcs of a node; an arc always leads to a node that sorts behind its own. ``beam``
    drops entries that fall so far behind the best one of their column (a node's first number).
    ``paired`` weighs words by the word before them, and knows the shape of names
    (:mod:`language_model_pairs`). ``work`` counts the steps of the tree walk, the unit in which the cost of
    a search is bounded.
    """

    arcs: Arcs
    cache: Trie = field(default_factory=lambda: {"": 0})
    beam: float = 45.0
    paired: bool = False
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
        entries: dict[Node, list[_Entry]] = {start: [_Entry(0.0, 0, None, (), "")]}
        queue = [start]
        column, best = -1, 0.0

        def offer(entry: _Entry, added: float, word: _Word) -> None:
            target = word.steps[-1][1]
            kept = entries.get(target)
            if kept is None:
                kept = entries[target] = []
                heapq.heappush(queue, target)
            if len(kept) < _KEPT or entry.score + added > kept[-1].score:
                _keep(kept, entry, added, word)

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
            words, seldom = self._words(node)
            behind = [self._behind(e) for e in found]
            joints: dict[str, list[tuple[float, _Entry]]] = {}
            for word in words:
                first = word.text[0]
                if first not in joints:
                    ranked = [(e.score + _met(e, first) + behind[i].rest, i) for i, e in enumerate(found)]
                    ranked.sort(reverse=True)
                    joints[first] = [(joint, found[i]) for joint, i in ranked[:_RANKED]]
                for joint, entry in joints[first]:
                    offer(entry, joint - entry.score + word.weight + word.extra, word)
            if self.paired:
                self._pairs(node, found, behind, words + seldom, offer)
        return [_reading(entry) for entry in entries.get(end, ())]

    def _behind(self, entry: _Entry) -> pairs.Followers:
        """What was counted behind the last word of an entry."""
        return pairs.followers(pairs.context(entry.word) if self.paired else "")

    def _pairs(
        self,
        node: Node,
        found: list[_Entry],
        behind: list[pairs.Followers],
        words: list[_Word],
        offer: Callable[[_Entry, float, _Word], None],
    ) -> None:
        """Offer the words that were counted behind the word before them, and names."""
        by_text: dict[str, list[_Word]] = {}
        for word in words:
            by_text.setdefault(pairs.written(word.text), []).append(word)
        names = self._named(node)
        for entry, (rest, shares) in zip(found, behind, strict=True):
            common = shares.keys() & by_text.keys()
            self.work += len(common)
            for text in sorted(common):
                joint = _met(entry, by_text[text][0].text[0]) + rest
                share = shares[text]
                for word in by_text[text]:
                    offer(entry, log(share + exp(joint + word.weight)) + word.extra, word)
            share = log(shares.get(pairs.NAME, 0.0) + exp(rest) * pairs.name_share()) if names else 0.0
            for word in names:
                offer(entry, share + word.weight + word.extra, word)

    def _named(self, node: Node) -> list[_Word]:
        """Names of two and three characters that may begin at a node."""
        surnames, given = pairs.name_characters()
        out: list[_Word] = []
        begun: list[tuple[float, float, Steps]] = [(0.0, 0.0, ())]
        for length, allowed in enumerate((surnames, given, given)):
            ends: dict[Node, list[tuple[float, float, Steps]]] = {}
            for weight, extra, steps in begun:
                index = self._index(steps[-1][1] if steps else node)
                self.work += min(len(index), len(allowed))
                for c in index.keys() & allowed.keys():
                    for target, more in index[c]:
                        step = (weight + allowed[c], extra + more, (*steps, (c, target)))
                        ends.setdefault(target, []).append(step)
            begun = [step for steps_ in ends.values() for step in heapq.nlargest(_NAMES, steps_, key=_rank)]
            if length:
                chance = pairs.name_length(length)
                out.extend(_Word(weight + chance, extra, steps, pairs.NAME) for weight, extra, steps in begun)
        return out

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

    def _words(self, node: Node) -> tuple[list[_Word], list[_Word]]:
        """Every word of the lattice that begins at a node; apart, characters that others there outdo."""
        out: list[_Word] = []
        unit = _CACHE_WEIGHT / (self.cache[""] + 500)
        singles: dict[Node, list[_Word]] = {}
        for c, targets in self._index(node).items():
            tree, own = words_from(c), self.cache.get(c)
            for target, extra in targets:
                steps = ((c, target),)
                singles.setdefault(target, []).append(_Word(tree[""], extra, steps, c))
                self._walk(tree, own, _Word(0.0, extra, steps, c), unit, out)
        seldom: list[_Word] = []
        for found in singles.values():
            found.sort(key=_likely, reverse=True)
            out += found[:_KEPT]
            seldom += found[_KEPT:]
        return out, seldom

    def _walk(self, tree: Trie, own: Trie | None, begun: _Word, unit: float, out: list[_Word]) -> None:
        """Follow the dictionary's and the article's tree along the arcs, and note every word on the way."""
        index = self._index(begun.steps[-1][1])
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
                word = _Word(weight or 0.0, begun.extra + extra, (*begun.steps, (c, target)), begun.text + c)
                if weight is not None:
                    out.append(word)
                if len(word.text) < MAX_WORD and (len(deeper) > ("" in deeper) or deeper_own):
                    self._walk(deeper, deeper_own, word, unit, out)


def _met(entry: _Entry, first: str) -> float:
    """How well a first character goes with the last one before it."""
    return 0.0 if entry.word == pairs.NAME else junction(entry.last, first)


def _likely(word: _Word) -> tuple[float, str]:
    return word.weight + word.extra, word.text


def _rank(step: tuple[float, float, Steps]) -> tuple[float, str]:
    return step[0] + step[1], "".join([c for c, _ in step[2]])


def _keep(kept: list[_Entry], back: _Entry, added: float, word: _Word) -> None:
    """Add an entry to the k best of its node; of two ways to cut the same reading only the better stays."""
    score = back.score + added
    if len(kept) == _KEPT and score <= kept[-1].score:
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
    kept.append(_Entry(score, digest, back, word.steps, word.text))
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
