"""The words of the language model as a prefix tree in arrays, for searches that try many of them at a time.

Nodes are numbered level by level, and in the order of their characters within a level, so that the children
of a node stand in a row. Characters are numbered as well (*letters*); 0 is any that no word holds. The tree
of the dictionary is made on first use.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from math import isnan
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bangfu.restore.language_model.counts import Vocabulary, codes_of, vocabulary
from bangfu.restore.language_model.marks import MAX_WORD, UNSEEN, Trie, single

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_SHIFT = 16
"""A node and a letter below it are one number: the node shifted, plus the letter."""

_LETTER = (1 << _SHIFT) - 1

_LONGEST_OWN = 5
"""Characters of the longest n-gram of an article that counts as a word."""


class Tree(NamedTuple):
    """Prefix trees by the first letters of words; weights are log probabilities, ``nan`` where no word ends.

    What an article writes and no word of the dictionary begins with stands in a tree of its own.
    """

    numbers: Ints
    """The letter of each code point up to U+FFFF."""
    singles: Floats
    """The weight of each letter as a word of its own."""
    roots: tuple[Ints, ...]
    """For each tree the node of each letter as the first of a word, or -1."""
    first: Ints
    """The first child of each node."""
    counts: Ints
    """How many children each node has."""
    letters: Ints
    """The last letter of each node."""
    weights: Floats
    keys: Ints
    """The parent shifted, plus the letter, of each node of the dictionary below its roots."""

    def letters_of(self, codes: Ints) -> Ints:
        """The letters of code points."""
        return self.numbers[np.where(codes > 0xFFFF, 0, codes)]

    def children(self, nodes: Ints) -> tuple[Ints, Ints]:
        """The index of its parent among ``nodes`` for each child of one of them, and the child."""
        count = self.counts[nodes]
        parents = np.repeat(np.arange(len(nodes)), count)
        begins = self.first[nodes] - (np.cumsum(count) - count)
        return parents, begins[parents] + np.arange(len(parents))

    def child(self, nodes: Ints, letters: Ints) -> Ints:
        """The child of each node of the dictionary by its letter; -1 where there is none."""
        wanted = (nodes << _SHIFT) + letters
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where((nodes >= 0) & (self.keys[at] == wanted), at + self.first[0], -1)

    def find(self, words: list[str]) -> Ints:
        """The node of each word in the dictionary; -1 where there is none.

        >>> (tree().find(["教育", "育教教教"]) >= 0).tolist()
        [True, False]
        """
        size = MAX_WORD + 1
        letters = self.letters_of(codes_of("".join([w[:size].ljust(size, "\0") for w in words])))
        lengths = np.array([len(word) for word in words], dtype=np.int64)
        by_word = letters.reshape(-1, size)
        nodes = self.roots[0][by_word[:, 0]]
        for n in range(1, size):
            nodes = np.where(lengths > n, self.child(nodes, by_word[:, n]), nodes)
        return nodes

    def with_article(self, han: str, weight: float) -> Tree:
        """The same with the n-grams of an article; each time adds ``weight`` to its share.

        ``han`` holds the article's runs of Han characters, parted by U+0000.
        """
        letters = self.letters_of(codes_of(han))
        weights, levels = self.weights.copy(), _Levels(len(self.letters))
        begins = np.flatnonzero(letters)
        at = np.zeros_like(letters)
        roots, known = np.full_like(self.roots[0], -1), self.roots[0]
        for length in range(1, _LONGEST_OWN + 1):
            begins = begins[begins + length <= len(letters)]
            begins = begins[letters[begins + length - 1] > 0]
            keys, inverse, times = np.unique(
                (at[begins] << _SHIFT) + letters[begins + length - 1], return_inverse=True, return_counts=True
            )
            at[begins] = inverse
            parents, last = keys >> _SHIFT, keys & _LETTER
            if length == 1:
                roots[last] = len(self.letters) + np.arange(len(last))
                known = self.roots[0][last]
                own = np.full(len(last), np.nan)
            else:
                known = self.child(known[parents], last)
                shares = np.nan_to_num(np.exp(weights[known])) * (known >= 0) + times * weight
                weights[known[known >= 0]] = np.log(shares[known >= 0])
                own = np.where(known >= 0, np.nan, np.log(shares))
            levels.add(parents, last, own)
        first, count, last, own = levels.joined()
        return self._replace(
            roots=(*self.roots, roots),
            first=np.concatenate((self.first, first)),
            counts=np.concatenate((self.counts, count)),
            letters=np.concatenate((self.letters, last)),
            weights=np.concatenate((weights, own)),
        )


class _Levels:
    """A tree in the making, one level after the other; its nodes are numbered from ``start`` on."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.levels: list[tuple[Ints, Ints, Floats]] = []

    def add(self, parents: Ints, letters: Ints, weights: Floats) -> None:
        """A level; parents are numbered within the level above, in ascending order."""
        self.levels.append((parents, letters, weights))

    def joined(self) -> tuple[Ints, Ints, Ints, Floats]:
        """First child, number of children, last letter and weight of each node."""
        sizes = [len(letters) for _, letters, _ in self.levels]
        counts = [
            np.bincount(parents, minlength=size)
            for size, (parents, _, _) in zip(sizes, self.levels[1:], strict=False)
        ]
        count = np.concatenate((*counts, np.zeros(sizes[-1], np.int64)))
        first = self.start + sizes[0] + np.cumsum(count) - count
        letters = np.concatenate([letters for _, letters, _ in self.levels])
        return first, count, letters, np.concatenate([weights for _, _, weights in self.levels])


@lru_cache(maxsize=1)
def tree() -> Tree:
    """The dictionary's tree.

    >>> found = tree()
    >>> by_code = found.roots[0][found.letters_of(codes_of("教"))]
    >>> bool(found.counts[by_code] > 10)
    True
    """
    return _tree_of(vocabulary())


def _tree_of(words: Vocabulary) -> Tree:
    codes, shares, least = words
    seen = np.zeros(1 << 16, bool)
    seen[codes.ravel()] = True
    seen[:0x80] = True
    seen[ord("０") : ord("９") + 1] = True  # counted as 0, as any digit is
    seen[0] = False
    numbers = np.cumsum(seen) * seen
    by_letter = numbers[codes]
    half = MAX_WORD // 2
    places = 1 << _SHIFT * np.arange(half - 1, -1, -1)
    order = np.lexsort((by_letter[:, half:] @ places, by_letter[:, :half] @ places))
    by_letter, shares, least = by_letter[order], shares[order], least[order]
    lengths = (by_letter > 0).sum(axis=1)
    levels = _Levels(0)
    new = np.zeros(len(by_letter), bool)
    new[0] = True
    above = np.zeros(len(by_letter), np.int64)
    for n in range(MAX_WORD):
        new[1:] |= by_letter[1:, n] != by_letter[:-1, n]
        here = lengths > n
        begins = new & here
        at = np.cumsum(begins) - 1
        ends = lengths == n + 1
        share = np.bincount(at[ends], shares[ends], minlength=int(begins.sum()))
        np.maximum.at(share, at[ends], least[ends])
        with np.errstate(divide="ignore"):
            weights = np.where(share > 0, np.log(share), np.nan)
        levels.add(above[begins], by_letter[begins, n], weights)
        above = at
    first, count, letters, weights = levels.joined()
    size = len(levels.levels[0][0])
    roots = np.full(int(numbers.max()) + 1, -1)
    roots[letters[:size]] = np.arange(size)
    parents = np.repeat(np.arange(len(count)), count)
    singles = np.full(len(roots), UNSEEN)
    for code in range(1, 0x80):
        singles[numbers[code]] = single(chr(code))
    known = ~np.isnan(weights[:size])
    singles[letters[:size][known]] = weights[:size][known]
    return Tree(
        numbers, singles, (roots,), first, count, letters, weights, (parents << _SHIFT) + letters[size:]
    )


def branch(first: str) -> Trie:
    """The words that begin with a character as nested dictionaries; the key "" holds a weight.

    >>> sorted(branch("囫"))
    ['', '囵']
    """
    found, letter = tree(), int(tree().letters_of(codes_of(first))[0])
    out: Trie = {"": float(found.singles[letter]) if letter else UNSEEN}
    node = int(found.roots[0][letter]) if letter else -1
    parents, begin, end, names = [out], node, node + (node >= 0), _characters()
    while begin < end:
        # What stands below nodes in a row stands in a row.
        counts = found.counts[begin:end].tolist()
        begin, end = int(found.first[begin]), int(found.first[end - 1]) + counts[-1]
        weights = found.weights[begin:end].tolist()
        nodes: list[Trie] = [{} if isnan(weight) else {"": weight} for weight in weights]
        letters = iter(zip(found.letters[begin:end].tolist(), nodes, strict=True))
        for parent, count in zip(parents, counts, strict=True):
            parent.update((names[last], below) for last, below in islice(letters, count))
        parents = nodes
    return out


def weight(character: str) -> float:
    """The log probability of a character as a word of its own.

    >>> weight("教") == branch("教")[""]
    True
    """
    return float(tree().singles[tree().letters_of(codes_of(character))[0]])


@lru_cache(maxsize=1)
def _characters() -> str:
    """The character of each letter."""
    numbers = tree().numbers
    return "\0" + "".join(map(chr, np.flatnonzero(numbers).tolist()))
