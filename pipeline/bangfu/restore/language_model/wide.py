"""Nodes of a lattice from which many words lead: all are weighed at once, and few are looked at further.

The same sums as in :mod:`.narrow`, in arrays: what each word adds behind each reading of its
node, and what its characters say at most. Words that are too bad even so are never written out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from math import exp, log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bangfu.restore.language_model import pairs
from bangfu.restore.language_model.characters import ANY, NAME_MARK, UNSEEN, behind, share
from bangfu.restore.language_model.counts import codes_of
from bangfu.restore.language_model.entries import SINGLES, Entry, Lattice, Node, Offer, Word
from bangfu.restore.language_model.fans import Fans, Found, best_of
from bangfu.restore.language_model.marks import WIDE, written
from bangfu.restore.language_model.tree import Floats, Ints, Tree, tree
from bangfu.restore.language_model.words import junctions

_SLACK = 1e-9
"""By so much a sum may differ that is taken in another order."""


class Rules(NamedTuple):
    """What of the readings and words of a node is looked at."""

    spelling: float
    """Share of the score that is left to the characters; 0 where each word is weighed for itself."""
    ranked: int
    """Readings that a word may follow, those that it goes with best."""


class _Choice(NamedTuple):
    """Words that may follow readings: the index of either, and what the word adds."""

    words: Found
    named: bool
    of: Ints
    place: Ints
    added: Floats

    def only(self, kept: npt.NDArray[np.bool_]) -> _Choice:
        return self._replace(of=self.of[kept], place=self.place[kept], added=self.added[kept])


class Wide:
    """The words of the wide nodes of a lattice, and which of them may follow which reading."""

    def __init__(self, lattice: Lattice, words: Tree, rules: Rules) -> None:
        self.fans, self.rules = Fans(lattice, words), rules
        self.shares = np.zeros(len(words.letters) + 1)
        """A table to look up shares in; empty between two of them."""

    @property
    def work(self) -> int:
        """The steps of the walks."""
        return self.fans.work

    def offers(self, node: Node, entries: Sequence[Entry], least: Callable[[Node], float]) -> Iterator[Offer]:
        """The words that may follow a reading and lead to more than ``least``, the most promising first."""
        fans = self.fans
        row = fans.row(node)
        found = fans.words(row)
        paired = self.rules.spelling > 0
        contexts = [pairs.context(entry.word) if paired else "" for entry in entries]
        rests = np.array([pairs.followers(context).rest for context in contexts])
        choices = [self._followed(row, found, entries, rests)]
        if paired:
            choices += [self._counted(row, found, entries, contexts, rests), *self._named(row, contexts)]
        singles = len(fans.fans[row].code)
        promising: list[tuple[float, int, int, int, float]] = []
        for n, choice in enumerate(choices):
            bounds, best = self._promising(choice, singles, entries, least)
            which = [n] * len(bounds)
            promising += zip(
                bounds.tolist(),
                which,
                best.of.tolist(),
                best.place.tolist(),
                best.added.tolist(),
                strict=True,
            )
        promising.sort(reverse=True)
        written_out: dict[tuple[int, int], Word] = {}
        for bound, n, i, index, added in promising:
            words, named = choices[n].words, choices[n].named
            if bound < least(fans.nodes[words.end[index]]) - _SLACK:
                continue
            key = (n if named else 0), index
            if key not in written_out:
                steps = fans.steps(words, index)
                text = pairs.NAME if named else "".join([c for c, _ in steps])
                written_out[key] = Word(float(words.weight[index]), float(words.extra[index]), steps, text)
            yield entries[i], added, written_out[key]

    def _promising(
        self, choice: _Choice, singles: int, entries: Sequence[Entry], least: Callable[[Node], float]
    ) -> tuple[Floats, _Choice]:
        """What readings and words come to at most, where it is more than ``least``."""
        words, nodes = choice.words, self.fans.nodes
        bars = np.zeros(len(nodes))
        for target in set(words.end.tolist()):
            bars[target] = least(nodes[target]) - _SLACK
        whole = words.extra[choice.place] + (words.weight[choice.place] if choice.named else 0.0)
        scores = np.array([entry.score for entry in entries])
        bounds = scores[choice.of] + whole + (1.0 - self.rules.spelling) * (choice.added - whole)
        high = bounds > bars[words.end[choice.place]]
        bounds, choice = bounds[high], choice.only(high)
        if not self.rules.spelling or not len(bounds):
            return bounds, choice
        bounds += self.rules.spelling * self._spelled(choice, singles, entries)
        high = bounds > bars[words.end[choice.place]]
        return bounds[high], choice.only(high)

    def _spelled(self, choice: _Choice, singles: int, entries: Sequence[Entry]) -> Floats:
        """What the characters of words say at most; exact for names and for single characters."""
        words, of, index = choice.words, choice.of, choice.place
        marks = np.array([share(entry.tail, NAME_MARK) for entry in entries])
        if choice.named:
            return np.asarray(np.log(marks[of]))
        shares = np.array([_behind(entry.tail)[words.first] for entry in entries])[of, index]
        weights = np.exp(words.weight[index])
        several = np.maximum(shares, marks[of] * np.minimum(1.0, weights / pairs.name_share())) + weights
        return np.asarray(np.log(np.where(index < singles, shares, several)))

    def _followed(self, row: int, found: Found, entries: Sequence[Entry], rests: Floats) -> _Choice:
        """All words but seldom characters, behind the readings that they go with best."""
        fan = self.fans.fans[row]
        likely = fan.likely
        likely = likely[best_of(found.end[likely], found.weight[likely] + found.extra[likely], SINGLES)]
        usual = np.concatenate((likely, np.arange(len(fan.code), len(found.weight))))
        joint = self._met(entries, found.first[usual]) + rests[:, None]
        allowed = np.ones_like(joint, dtype=bool)
        if len(entries) > self.rules.ranked:
            ranks = joint + np.array([[entry.score] for entry in entries])
            at = len(entries) - self.rules.ranked
            allowed = ranks >= np.partition(ranks, at, axis=0)[at]
        of, index = np.nonzero(allowed)
        added = joint[of, index] + found.weight[usual[index]] + found.extra[usual[index]]
        return _Choice(found, False, of, usual[index], added)

    def _met(self, entries: Sequence[Entry], first: Ints) -> Floats:
        """How well first letters go with the last character of each reading."""
        letters = _written()[first]
        return np.array([_junctions_behind(entry)[letters] for entry in entries])

    def _counted(
        self, row: int, found: Found, entries: Sequence[Entry], contexts: list[str], rests: Floats
    ) -> _Choice:
        """The words that were counted behind the last word of a reading."""
        singles = len(self.fans.fans[row].code)
        nodes = found.node.copy()
        nodes[:singles] = self.fans.tree.roots[0][_written(True)[found.first[:singles]]]
        by_context: dict[str, tuple[Ints, Floats]] = {}
        for context in contexts:
            if context not in by_context:
                behind, shares = _followers(context)
                self.shares[behind] = shares
                here = self.shares[nodes]
                self.shares[behind] = 0.0
                hit = np.flatnonzero(here)
                by_context[context] = hit, here[hit]
        parts = [by_context[context] for context in contexts]
        of = np.repeat(np.arange(len(entries)), [len(index) for index, _ in parts])
        index, shares = (np.concatenate(part) for part in zip(*parts, strict=True))
        self.fans.work += len(index)
        met = self._met(entries, found.first)[of, index]
        joint = met + rests[of] + found.weight[index]
        return _Choice(found, False, of, index, np.log(shares + np.exp(joint)) + found.extra[index])

    def _named(self, row: int, contexts: list[str]) -> Iterator[_Choice]:
        """Names behind all readings."""
        shares = np.array([_name_share(context) for context in contexts])
        for length, names in enumerate(self.fans.names(row), 1):
            words = names._replace(weight=names.weight + pairs.name_length(length))
            of = np.repeat(np.arange(len(contexts)), len(words.weight))
            index = np.tile(np.arange(len(words.weight)), len(contexts))
            yield _Choice(words, True, of, index, shares[of] + words.weight[index] + words.extra[index])


def _junctions_behind(entry: Entry) -> Floats:
    return _junctions("" if entry.word == pairs.NAME else entry.last)


@lru_cache(maxsize=128)
def _junctions(last: str) -> Floats:
    """How well each letter goes with a last character."""
    letters, weights, rest = _counted_junctions(last)
    out = np.full(len(tree().singles), rest)
    out[letters] = weights
    return out


@cache
def _counted_junctions(last: str) -> tuple[Ints, Floats, float]:
    found = junctions(last)
    firsts = [first for first in found if first]
    letters = tree().letters_of(codes_of("".join(firsts)))
    return letters, np.array([found[first] for first in firsts]), found[""]


@lru_cache(maxsize=128)
def _behind(history: str) -> Floats:
    """The share of each letter behind up to three characters; 1 for what is not spelled as it is written."""
    if history:
        out, letters, shares, rest = _behind(history[1:]), *_counted_behind(history)
        out = out * rest
        out[letters] += shares
    else:
        letters, shares, rest = _counted_behind(ANY)
        out = np.full(len(tree().singles), rest * UNSEEN)
        out[letters] += shares
    out[_not_spelled()] = 1.0
    return out


@cache
def _counted_behind(history: str) -> tuple[Ints, Floats, float]:
    found = behind(history)
    if found is None:
        return np.zeros(0, np.int64), np.zeros(0), 1.0
    letters = tree().letters_of(codes_of("".join(found.shares)))
    return letters, np.array(list(found.shares.values())), found.rest


@lru_cache(maxsize=1)
def _not_spelled() -> Ints:
    """Letters that :func:`spelled` takes for others, digits and ASCII marks, and what is no letter."""
    codes = np.flatnonzero(tree().numbers)
    return np.array(
        [0] + [n for n, c in enumerate(map(chr, codes.tolist()), 1) if c.isdigit() or c in WIDE], np.int64
    )


@cache
def _name_share(context: str) -> float:
    """The log probability of a name behind a word."""
    rest, shares = pairs.followers(context)
    return log(shares.get(pairs.NAME, 0.0) + exp(rest) * pairs.name_share())


@cache
def _written(as_word: bool = False) -> Ints:
    """The letter as which each letter was counted where words meet, or as a word of its own."""
    characters = [chr(code) for code in np.flatnonzero(tree().numbers).tolist()]
    counted = "".join([pairs.written(c) if as_word else written(c) for c in characters])
    return np.concatenate(([0], tree().letters_of(codes_of(counted))))


@cache
def _followers(context: str) -> tuple[Ints, Floats]:
    """The nodes of the words that were counted behind a word, and their shares."""
    found = pairs.followers(context).shares
    nodes = tree().find(list(found))
    known = nodes >= 0
    return nodes[known], np.array(list(found.values()))[known]
