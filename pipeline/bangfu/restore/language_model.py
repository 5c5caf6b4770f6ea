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
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp, inf, log
from typing import TYPE_CHECKING

from bangfu.restore import language_model_pairs as pairs
from bangfu.restore.language_model_cache import Cache as Cache
from bangfu.restore.language_model_cache import cache_of as cache_of
from bangfu.restore.language_model_characters import NAME_MARK, spelled
from bangfu.restore.language_model_entries import (
    Arc,
    Arcs,
    Entry,
    Node,
    Reading,
    Steps,
    Word,
    keep,
    reading,
)
from bangfu.restore.language_model_words import MAX_WORD, Trie, junction, words_from

if TYPE_CHECKING:
    from bangfu.restore.language_model_wide import Wide

_NOTHING: Trie = {}

_RANKED = 3
"""Least number of readings of a node that a word may follow, after the junction between them is weighed."""

_SPELLING = 0.6
"""Share of what the characters say in the score; the words have the rest."""

_SINGLES = 4
"""Single characters kept between two nodes, but for those that were counted behind the word before."""

_WIDE = 8
"""From a node with more characters than these all words are weighed at once."""

_NAMES = 3
"""Beginnings of a name kept at a node."""


@dataclass(slots=True)
class Search:
    """The k best readings of a lattice.

    ``arcs`` gives the arcs of a node; an arc always leads to a node that sorts behind its own. ``beam``
    drops entries that fall so far behind the best one of their column (a node's first number).
    ``paired`` weighs words by the word before them, and knows the shape of names
    (:mod:`language_model_pairs`), and the characters of a word by the three before it
    (:mod:`language_model_characters`). ``kept`` readings stay at a node: the best, and others that may still
    overtake it or tell how close they came. ``work`` counts the steps of the tree walk, the unit in which the
    cost of a search is bounded.
    """

    arcs: Arcs
    cache: Cache = field(default_factory=lambda: cache_of(""))
    beam: float = 45.0
    paired: bool = False
    kept: int = 4
    work: int = 0
    _spellings: dict[tuple[str, str], tuple[float, str]] = field(default_factory=dict)
    _wides: dict[Node, bool] = field(default_factory=dict)
    _found: dict[Node, list[Arc]] = field(default_factory=dict)
    _wide: Wide | None = None
    _indexes: dict[Node, dict[str, list[tuple[Node, float]]]] = field(default_factory=dict)

    def run(self, start: Node, end: Node, budget: int = 2_000_000) -> list[Reading]:
        """The best readings from ``start`` to ``end``, best first; none where the work exceeds ``budget``.

        >>> def arcs(node):
        ...     slots = ["援", "藏疆讲", "教", "师"]
        ...     return [(slots[node[0]], (node[0] + 1,), 0.0)] if node[0] < 4 else []
        >>> Search(arcs, cache_of("援疆教师")).run((0,), (4,))[0].text
        '援疆教师'
        """
        entries: dict[Node, list[Entry]] = {start: [Entry(0.0, 0, None, (), "")]}
        queue = [start]
        column, best = -1, 0.0
        tops: dict[int, float] = {}
        follow = max(_RANKED, self.kept // 2)

        def least(target: Node) -> float:
            kept = entries.get(target, ())
            bar = kept[-1].score if len(kept) == self.kept else -inf
            return max(tops.get(target[0], -inf) - self.beam, bar)

        def offer(entry: Entry, added: float, word: Word) -> None:
            target = word.steps[-1][1]
            kept, top = entries.get(target, []), tops.get(target[0], -inf)
            least = max(top - self.beam, kept[-1].score if len(kept) == self.kept else -inf)
            tail = ""
            if self.paired:
                # Nothing that is added here speaks for a reading: most need not be spelled.
                total = entry.score + self._weighed(added, word)
                if total <= least:
                    return
                letters, tail = self._spelled(entry.tail, word)
                total += _SPELLING * letters
            else:
                total = entry.score + added
            if total <= least:
                return
            if not kept:
                kept = entries[target] = []
                heapq.heappush(queue, target)
            tops[target[0]] = max(top, total)
            keep(kept, self.kept, entry, total, word, tail)

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
            if self._is_wide(node):
                before = self._many.fans.work
                for _, entry, added, word in self._many.offers(node, found, least):
                    offer(entry, added, word)
                self.work += self._many.fans.work - before
                continue
            words, seldom = self._words(node)
            behind = [self._behind(e) for e in found]
            joints: dict[str, list[tuple[float, Entry]]] = {}
            for word in words:
                first = word.text[0]
                if first not in joints:
                    ranked = [(e.score + _met(e, first) + behind[i].rest, i) for i, e in enumerate(found)]
                    ranked.sort(reverse=True)
                    joints[first] = [(joint, found[i]) for joint, i in ranked[:follow]]
                for joint, entry in joints[first]:
                    offer(entry, joint - entry.score + word.weight + word.extra, word)
            if self.paired:
                self._pairs(node, found, behind, words + seldom, offer)
        return [reading(entry) for entry in entries.get(end, ())]

    def _is_wide(self, node: Node) -> bool:
        """Whether all words from a node are weighed at once."""
        wide = self._wides.get(node)
        if wide is None:
            size = sum([len(characters) for characters, _, _ in self._arcs(node)])
            wide = self._wides[node] = size > _WIDE
        return wide

    def _arcs(self, node: Node) -> list[Arc]:
        found = self._found.get(node)
        if found is None:
            found = self._found[node] = list(self.arcs(node))
        return found

    @property
    def _many(self) -> Wide:
        if self._wide is None:
            from bangfu.restore.language_model_wide import Rules, Wide

            ranked = max(_RANKED, self.kept // 2)
            rules = Rules(self.paired, _SPELLING if self.paired else 0.0, ranked)
            self._wide = Wide(self._arcs, self.cache.tree, rules)
        return self._wide

    def _weighed(self, added: float, word: Word) -> float:
        """What words say, less where characters speak too; how a name is written, only words know."""
        whole = word.extra + (word.weight if word.text == pairs.NAME else 0.0)
        return whole + (1.0 - _SPELLING) * (added - whole)

    def _spelled(self, tail: str, word: Word) -> tuple[float, str]:
        """What the characters of a word say behind three others, and the three that come next follow."""
        found = self._spellings.get((tail, word.text))
        if found is None:
            text = word.text
            found = spelled(tail, NAME_MARK if text == pairs.NAME else text)
            if word.weight and text[0] in pairs.name_characters()[0] and 2 <= len(text) <= 3:
                # Names that are words were names where characters were counted.
                score, mark = spelled(tail, NAME_MARK)
                found = max(found, (score + min(0.0, word.weight - log(pairs.name_share())), mark))
            if len(text) > 1 and text != pairs.NAME:
                # What is a word, here or in the article, need not be spelled as news would.
                found = log(exp(found[0]) + exp(word.weight)), found[1]
            self._spellings[tail, text] = found
        return found

    def _behind(self, entry: Entry) -> pairs.Followers:
        """What was counted behind the last word of an entry."""
        return pairs.followers(pairs.context(entry.word) if self.paired else "")

    def _pairs(
        self,
        node: Node,
        found: list[Entry],
        behind: list[pairs.Followers],
        words: list[Word],
        offer: Callable[[Entry, float, Word], None],
    ) -> None:
        """Offer the words that were counted behind the word before them, and names."""
        by_text: dict[str, list[Word]] = {}
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

    def _named(self, node: Node) -> list[Word]:
        """Names of two and three characters that may begin at a node."""
        surnames, given = pairs.name_characters()
        out: list[Word] = []
        begun: list[tuple[float, float, Steps]] = [(0.0, 0.0, ())]
        for length, allowed in enumerate((surnames, given, given)):
            ends: dict[Node, list[tuple[float, float, Steps]]] = {}
            for weight, extra, steps in begun:
                for characters, target, more in self._arcs(steps[-1][1] if steps else node):
                    for c in _likeliest(characters, length > 0):
                        step = (weight + allowed[c], extra + more, (*steps, (c, target)))
                        ends.setdefault(target, []).append(step)
            begun = [step for found in ends.values() for step in heapq.nlargest(_NAMES, found, key=_rank)]
            self.work += len(begun)
            if length:
                chance = pairs.name_length(length)
                out.extend(Word(weight + chance, extra, steps, pairs.NAME) for weight, extra, steps in begun)
        return out

    def _taken(self, node: Node, letters: Set[str]) -> dict[str, list[tuple[Node, float]]]:
        """Where those of some characters lead that an arc of a node has."""
        if self._is_wide(node):
            arcs = self._arcs(node)
            self.work += len(arcs)
            hits = {
                c: [(target, extra) for chars, target, extra in arcs if c in chars] for c in letters if c
            }
            return {c: targets for c, targets in hits.items() if targets}
        index = self._index(node)
        return {c: index[c] for c in index.keys() & letters}

    def _index(self, node: Node) -> dict[str, list[tuple[Node, float]]]:
        """Where each character leads from a node."""
        index = self._indexes.get(node)
        if index is None:
            index = self._indexes[node] = {}
            for characters, target, extra in self._arcs(node):
                self.work += len(characters)
                for c in characters:
                    index.setdefault(c, []).append((target, extra))
        return index

    def _words(self, node: Node) -> tuple[list[Word], list[Word]]:
        """Every word of the lattice that begins at a node; apart, characters that others there outdo."""
        out: list[Word] = []
        unit = self.cache.unit
        singles: dict[Node, list[Word]] = {}
        for c, targets in self._index(node).items():
            tree, own = words_from(c), self.cache.counts.get(c)
            for target, extra in targets:
                steps = ((c, target),)
                singles.setdefault(target, []).append(Word(tree[""], extra, steps, c))
                self._walk(tree, own, Word(0.0, extra, steps, c), unit, out)
        seldom: list[Word] = []
        for found in singles.values():
            found.sort(key=_likely, reverse=True)
            out += found[:_SINGLES]
            seldom += found[_SINGLES:]
        return out, seldom

    def _walk(self, tree: Trie, own: Trie | None, begun: Word, unit: float, out: list[Word]) -> None:
        """Follow the dictionary's and the article's tree along the arcs, and note every word on the way."""
        node = begun.steps[-1][1]
        branches = self._taken(node, tree.keys() | own.keys() if own else tree.keys())
        self.work += 1 + len(branches)
        for c in sorted(branches):
            deeper: Trie = tree.get(c, _NOTHING)
            deeper_own: Trie | None = own.get(c) if own else None
            weight: float | None = deeper.get("")
            if deeper_own is not None:
                share = deeper_own[""] * unit
                weight = log(share if weight is None else share + exp(weight))
            for target, extra in branches[c]:
                word = Word(weight or 0.0, begun.extra + extra, (*begun.steps, (c, target)), begun.text + c)
                if weight is not None:
                    out.append(word)
                if len(word.text) < MAX_WORD and (len(deeper) > ("" in deeper) or deeper_own):
                    self._walk(deeper, deeper_own, word, unit, out)


def _met(entry: Entry, first: str) -> float:
    """How well a first character goes with the last one before it."""
    return 0.0 if entry.word == pairs.NAME else junction(entry.last, first)


@lru_cache(maxsize=5000)
def _likeliest(characters: str, given: bool) -> list[str]:
    """The likeliest surnames, or characters of given names."""
    weights = pairs.name_characters()[given]
    found = [c for c in characters if c in weights]
    return heapq.nlargest(_NAMES, found, key=lambda c: (weights[c], c)) if len(found) > _NAMES else found


def _likely(word: Word) -> tuple[float, str]:
    return word.weight + word.extra, word.text


def _rank(step: tuple[float, float, Steps]) -> tuple[float, str]:
    return step[0] + step[1], "".join([c for c, _ in step[2]])


def score(text: str, cache: Cache | None = None) -> float:
    """The log probability of a text under the best segmentation.

    >>> score("北京市教育委员会") > score("北京市教育尉员会")
    True
    """

    def arcs(node: Node) -> list[Arc]:
        return [(text[node[0]], (node[0] + 1,), 0.0)] if node[0] < len(text) else []

    found = Search(arcs, cache or cache_of("")).run((0,), (len(text),), budget=100 * len(text) + 1000)
    return found[0].score if found else -22.0 * len(text)
