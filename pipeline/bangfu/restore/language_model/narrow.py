"""Nodes of a lattice from which few words lead, as where a text is as it was: one word after the other.

:mod:`.wide` does the same where there are many.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from math import exp, log

from bangfu.restore.language_model import pairs
from bangfu.restore.language_model.cache import Cache
from bangfu.restore.language_model.entries import NAMES, SINGLES, Entry, Lattice, Node, Offer, Steps, Word
from bangfu.restore.language_model.marks import MAX_WORD, Trie
from bangfu.restore.language_model.words import junction, words_from

_NOTHING: Trie = {}


class Narrow:
    """The words of the narrow nodes of a lattice; ``work`` counts the steps of the walks through it.

    A word may follow so many readings as are ``ranked``, those that it goes with best; where words are
    ``paired``, others too if it was counted behind their last.
    """

    def __init__(self, lattice: Lattice, cache: Cache, paired: bool, ranked: int) -> None:
        self.lattice, self.cache, self.paired, self.ranked = lattice, cache, paired, ranked
        self.work = 0
        self._indexes: dict[Node, dict[str, list[tuple[Node, float]]]] = {}

    def offers(self, node: Node, entries: Sequence[Entry]) -> Iterator[Offer]:
        """The words that may follow a reading of a node: the reading, what the word adds, and the word."""
        words, seldom = self._words(node)
        behind = [pairs.followers(pairs.context(e.word) if self.paired else "") for e in entries]
        joints: dict[str, list[tuple[float, Entry]]] = {}
        for word in words:
            first = word.text[0]
            if first not in joints:
                ranked = [(e.score + _met(e, first) + behind[i].rest, i) for i, e in enumerate(entries)]
                ranked.sort(reverse=True)
                joints[first] = [(joint, entries[i]) for joint, i in ranked[: self.ranked]]
            for joint, entry in joints[first]:
                yield entry, joint - entry.score + word.weight + word.extra, word
        if self.paired:
            yield from self._paired(node, entries, behind, words + seldom)

    def _paired(
        self, node: Node, entries: Sequence[Entry], behind: list[pairs.Followers], words: list[Word]
    ) -> Iterator[Offer]:
        """The words that were counted behind the word before them, and names."""
        by_text: dict[str, list[Word]] = {}
        for word in words:
            by_text.setdefault(pairs.written(word.text), []).append(word)
        names = self._named(node)
        for entry, (rest, shares) in zip(entries, behind, strict=True):
            common = shares.keys() & by_text.keys()
            self.work += len(common)
            for text in sorted(common):
                joint = _met(entry, by_text[text][0].text[0]) + rest
                share = shares[text]
                for word in by_text[text]:
                    yield entry, log(share + exp(joint + word.weight)) + word.extra, word
            share = log(shares.get(pairs.NAME, 0.0) + exp(rest) * pairs.name_share()) if names else 0.0
            for word in names:
                yield entry, share + word.weight + word.extra, word

    def _named(self, node: Node) -> list[Word]:
        """Names of two and three characters that may begin at a node."""
        surnames, given = pairs.name_characters()
        out: list[Word] = []
        begun: list[tuple[float, float, Steps]] = [(0.0, 0.0, ())]
        for length, allowed in enumerate((surnames, given, given)):
            ends: dict[Node, list[tuple[float, float, Steps]]] = {}
            for weight, extra, steps in begun:
                for characters, target, more in self.lattice.arcs(steps[-1][1] if steps else node):
                    for c in _likeliest(characters, length > 0):
                        step = (weight + allowed[c], extra + more, (*steps, (c, target)))
                        ends.setdefault(target, []).append(step)
            begun = [step for found in ends.values() for step in heapq.nlargest(NAMES, found, key=_rank)]
            self.work += len(begun)
            if length:
                chance = pairs.name_length(length)
                out.extend(Word(weight + chance, extra, steps, pairs.NAME) for weight, extra, steps in begun)
        return out

    def _taken(self, node: Node, letters: Set[str]) -> dict[str, list[tuple[Node, float]]]:
        """Where those of some characters lead that an arc of a node has."""
        if self.lattice.wide(node):
            arcs = self.lattice.arcs(node)
            self.work += len(arcs)
            hits = {c: [(target, extra) for chars, target, extra in arcs if c in chars] for c in letters if c}
            return {c: targets for c, targets in hits.items() if targets}
        index = self._index(node)
        return {c: index[c] for c in index.keys() & letters}

    def _index(self, node: Node) -> dict[str, list[tuple[Node, float]]]:
        """Where each character leads from a node."""
        index = self._indexes.get(node)
        if index is None:
            index = self._indexes[node] = {}
            for characters, target, extra in self.lattice.arcs(node):
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
            out += found[:SINGLES]
            seldom += found[SINGLES:]
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
    return heapq.nlargest(NAMES, found, key=lambda c: (weights[c], c)) if len(found) > NAMES else found


def _likely(word: Word) -> tuple[float, str]:
    return word.weight + word.extra, word.text


def _rank(step: tuple[float, float, Steps]) -> tuple[float, str]:
    return step[0] + step[1], "".join([c for c, _ in step[2]])
