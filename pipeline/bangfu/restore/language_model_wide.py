"""Nodes of a lattice from which many words lead: all are weighed at once, and few are looked at further.

The same sums as in :mod:`language_model`, in arrays: what each word adds behind each reading of its node, but for
what its characters say, which can only lower it. Words that are too bad even so are never written out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from math import exp, log
from typing import NamedTuple

import numpy as np

from bangfu.restore import language_model_pairs as pairs
from bangfu.restore.language_model_characters import ANY, NAME_MARK, UNSEEN, behind, share
from bangfu.restore.language_model_counts import codes_of
from bangfu.restore.language_model_entries import Arcs, Entry, Node, Word
from bangfu.restore.language_model_fans import SINGLES, Fans, Found, best_of
from bangfu.restore.language_model_tree import Floats, Ints, Tree, tree
from bangfu.restore.language_model_words import WIDE, junctions, written

_SLACK = 1e-9
"""By so much a sum may differ that is taken in another order."""


class Rules(NamedTuple):
    """What of the readings and words of a node is looked at."""

    paired: bool
    spelling: float
    """Share of the score that is left to the characters."""
    ranked: int
    """Readings that a word may follow."""


class Wide:
    """The words of the wide nodes of one lattice, and which of them may follow which reading."""

    def __init__(self, arcs: Arcs, words: Tree, rules: Rules) -> None:
        self.fans, self.rules = Fans(arcs, words), rules
        self.shares = np.zeros(len(words.letters) + 1)
        """A table to look up shares in; empty between two of them."""

    def offers(
        self, node: Node, entries: Sequence[Entry], least: Callable[[Node], float]
    ) -> Iterator[tuple[float, Entry, float, Word]]:
        """The words that may follow a reading and lead to more than ``least``, the most promising first.

        Each with the reading, with what it adds, and before that with what the two come to at best.
        """
        fans = self.fans
        row = fans.row(node)
        found = fans.words(row)
        scores = np.array([entry.score for entry in entries])
        contexts = [pairs.context(entry.word) if self.rules.paired else "" for entry in entries]
        rests = np.array([pairs.followers(context).rest for context in contexts])
        begin, end = fans.span(row)
        chosen = [(found, *self._followed(row, found, entries, scores, rests))]
        if self.rules.paired:
            chosen.append((found, *self._counted(end - begin, found, entries, contexts, rests)))
            chosen += self._named(row, contexts)
        best: list[tuple[float, int, int, int, float]] = []
        for n, (words, of, index, added) in enumerate(chosen):
            bars = np.zeros(len(fans.nodes))
            for target in set(words.end.tolist()):
                bars[target] = least(fans.nodes[target]) - _SLACK
            whole = words.extra[index] + (words.weight[index] if n > 1 else 0.0)
            total = scores[of] + whole + (1.0 - self.rules.spelling) * (added - whole)
            hit = np.flatnonzero(total > bars[words.end[index]])
            if self.rules.paired and len(hit):
                of, index, added, total = of[hit], index[hit], added[hit], total[hit]
                total = total + self.rules.spelling * self._spelled(words, n > 1, end - begin, entries, of, index)
                hit = np.flatnonzero(total > bars[words.end[index]])
            best += zip(
                total[hit].tolist(), [n] * len(hit), of[hit].tolist(), index[hit].tolist(), added[hit].tolist(),
                strict=True,
            )  # fmt: skip
        best.sort(reverse=True)
        written_out: dict[tuple[int, int], Word] = {}
        for bound, n, i, index, added in best:
            words = chosen[n][0]
            if bound < least(fans.nodes[words.end[index]]) - _SLACK:
                continue
            key = max(n, 1), index
            word = written_out.get(key)
            if word is None:
                steps = fans.steps(words, index)
                text = pairs.NAME if n > 1 else "".join([c for c, _ in steps])
                word = Word(float(words.weight[index]), float(words.extra[index]), steps, text)
                written_out[key] = word
            yield bound, entries[i], added, word

    def _spelled(
        self, words: Found, names: bool, singles: int, entries: Sequence[Entry], of: Ints, index: Ints
    ) -> Floats:
        """What the characters of words say behind readings, at most: exact for names and single characters."""
        marks = np.array([share(entry.tail, NAME_MARK) for entry in entries])
        if names:
            return np.log(marks[of])
        rows = np.array([_behind(entry.tail)[words.first] for entry in entries])
        weight = np.exp(words.weight[index])
        likely = np.maximum(rows[of, index], marks[of] * np.minimum(1.0, weight / pairs.name_share()))
        return np.log(np.where(index < singles, rows[of, index], likely + weight))

    def _followed(
        self, row: int, found: Found, entries: Sequence[Entry], scores: Floats, rests: Floats
    ) -> tuple[Ints, Ints, Floats]:
        """The words that may follow the readings that they go with best: index of each, and what a word adds."""
        begin, end = self.fans.span(row)
        likely = self.fans.fans[row].likely
        likely = likely[best_of(found.end[likely], found.weight[likely] + found.extra[likely], SINGLES)]
        usual = np.concatenate((likely, np.arange(end - begin, len(found.weight))))
        joint = self._met(entries, found.first[usual]) + rests[:, None]
        allowed = np.ones_like(joint, dtype=bool)
        if len(entries) > self.rules.ranked:
            ranks = joint + scores[:, None]
            at = len(entries) - self.rules.ranked
            allowed = ranks >= np.partition(ranks, at, axis=0)[at]
        of, index = np.nonzero(allowed)
        return of, usual[index], joint[of, index] + found.weight[usual[index]] + found.extra[usual[index]]

    def _met(self, entries: Sequence[Entry], first: Ints) -> Floats:
        """How well first letters go with the last character of each reading."""
        rows = [_junctions("" if entry.word == pairs.NAME else entry.last) for entry in entries]
        letters = _written()[first]
        return np.array([row[letters] for row in rows])

    def _counted(
        self, singles: int, found: Found, entries: Sequence[Entry], contexts: list[str], rests: Floats
    ) -> tuple[Ints, Ints, Floats]:
        """The words that were counted behind the last word of a reading."""
        nodes = found.node.copy()
        nodes[:singles] = self.fans.tree.roots[0][_written()[found.first[:singles]]]
        parts: list[tuple[int, Ints, Floats]] = []
        by_context: dict[str, tuple[Ints, Floats]] = {}
        for i, context in enumerate(contexts):
            if context not in by_context:
                behind, shares = _followers(context)
                self.shares[behind] = shares
                here = self.shares[nodes]
                self.shares[behind] = 0.0
                hit = np.flatnonzero(here)
                by_context[context] = hit, here[hit]
            parts.append((i, *by_context[context]))
        of = np.repeat(np.arange(len(entries)), [len(index) for _, index, _ in parts])
        index = np.concatenate([index for _, index, _ in parts])
        shares = np.concatenate([shares for _, _, shares in parts])
        self.fans.work += len(index)
        letters = _written()[found.first[index]]
        rows = [_junctions("" if entry.word == pairs.NAME else entry.last) for entry in entries]
        met = np.array(rows)[of, letters] if len(index) else np.zeros(0)
        joint = met + rests[of] + found.weight[index]
        return of, index, np.log(shares + np.exp(joint)) + found.extra[index]

    def _named(self, row: int, contexts: list[str]) -> list[tuple[Found, Ints, Ints, Floats]]:
        """Names behind all readings."""
        out = []
        shares = np.array([_name_share(context) for context in contexts])
        for length, names in enumerate(self.fans.names(row), 1):
            names = names._replace(weight=names.weight + pairs.name_length(length))
            of = np.repeat(np.arange(len(contexts)), len(names.weight))
            index = np.tile(np.arange(len(names.weight)), len(contexts))
            out.append((names, of, index, shares[of] + names.weight[index] + names.extra[index]))
        return out


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


@lru_cache(maxsize=1)
def _written() -> Ints:
    """The letter as which each letter was counted."""
    codes = np.flatnonzero(tree().numbers)
    as_counted = codes_of("".join([written(chr(code)) for code in codes.tolist()]))
    return np.concatenate(([0], tree().letters_of(as_counted)))


@cache
def _followers(context: str) -> tuple[Ints, Floats]:
    """The nodes of the words that were counted behind a word, and their shares."""
    found = pairs.followers(context).shares
    nodes = tree().find(list(found))
    known = nodes >= 0
    return nodes[known], np.array(list(found.values()))[known]
