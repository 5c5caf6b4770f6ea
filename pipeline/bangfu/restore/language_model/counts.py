"""The counts behind the language model, read into arrays: jieba's dictionary, and words of Chinese news.

jieba's dictionary knows many words, and how often they came in old newspapers and novels. Lexicons that
``benchmarks/count_news_words.py`` made (``news_words``, ``news_phrases``) say how often they come in news.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bangfu.errors import LexiconError
from bangfu.lexicon import lines, table
from bangfu.restore.language_model.marks import MAX_WORD, PAGE_MARKS

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_NEWS_SHARE = 0.9
_JIEBA_TOTAL = 60_101_964
"""The sum of all frequencies in jieba's dictionary; a wrong sum would shift all of its words alike."""

_OWN_SHARE = 4e-6
"""Least share of a word of our own lexicons: that of a word which comes twenty times in the news counted."""


class Counts(NamedTuple):
    """Words as rows of code points, 0 behind the last, and a number for each."""

    codes: Ints
    numbers: Floats


class Vocabulary(NamedTuple):
    """Words as rows of code points: their shares add up for a word that stands in several, and ``least`` is
    what its sum is at least."""

    codes: Ints
    shares: Floats
    least: Floats


def codes_of(text: str) -> Ints:
    """The code points of a text.

    >>> codes_of("a教").tolist()
    [97, 25945]
    """
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.int64)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Every word of at most ``MAX_WORD`` characters."""
    jieba, words, phrases = _jieba(), news_words(), _lexicon("news_phrases")
    total = words.numbers.sum()
    own = [row[0] for name in _OWN for row in table(name) if 1 < len(row[0]) <= MAX_WORD]
    given = [(word, _OWN_SHARE) for word in own] + list(PAGE_MARKS.items())
    padded = codes_of("".join([word.ljust(MAX_WORD, "\0") for word, _ in given])).reshape(-1, MAX_WORD)
    floors = np.array([share for _, share in given])
    counted = [
        ((1 - _NEWS_SHARE) / _JIEBA_TOTAL, jieba),
        (_NEWS_SHARE / total, words),
        (_NEWS_SHARE / total, phrases),
    ]
    parts = [(_cut(c.codes), c.numbers * unit) for unit, c in counted]
    kept = [(codes[:, :MAX_WORD], shares, codes[:, MAX_WORD] == 0) for codes, shares in parts]
    codes = np.concatenate([*(codes[short] for codes, _, short in kept), padded])
    shares = np.concatenate([*(shares[short] for _, shares, short in kept), np.zeros(len(given))])
    return Vocabulary(codes, shares, np.concatenate((np.zeros(len(codes) - len(given)), floors)))


_OWN = ("institution_heads", "titles")
"""What reports of assistance speak of and other news seldom does: heads of institutions, and posts."""


def _cut(codes: Ints) -> Ints:
    """The first ``MAX_WORD`` code points of each word, and one more."""
    less = MAX_WORD + 1 - codes.shape[1]
    return np.pad(codes, ((0, 0), (0, less))) if less > 0 else codes[:, : MAX_WORD + 1]


@lru_cache(maxsize=1)
def news_words() -> Counts:
    """The words of Chinese news, and how often they came."""
    return _lexicon("news_words")


@lru_cache(maxsize=1)
def borders() -> tuple[dict[str, int], dict[str, int], int]:
    """How often words of news begin, and end, with each character; and how many they are."""
    words = news_words()
    ends = (words.codes > 0).sum(axis=1) - 1
    first, last = words.codes[:, 0], words.codes[np.arange(len(ends)), ends]
    begun, ended = (_by_character(codes, words.numbers) for codes in (first, last))
    return begun, ended, int(words.numbers.sum())


def _by_character(codes: Ints, numbers: Floats) -> dict[str, int]:
    sums = np.bincount(codes, numbers)
    return {chr(code): int(sums[code]) for code in np.flatnonzero(sums).tolist()}


def _lexicon(name: str) -> Counts:
    return _read("".join(f"{line}\n" for line in lines(name)), "\t", 2)


def _jieba() -> Counts:
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise LexiconError("jieba, whose dictionary the language model reads, is not installed")
    return _read((Path(spec.origin).parent / "dict.txt").read_text("utf-8"), " ", 3, MAX_WORD + 1)


def _read(text: str, parted: str, columns: int, most: int = 100) -> Counts:
    """The first two columns of a table: words, no more than ``most`` characters of each, and numbers."""
    codes = np.frombuffer((text + "\0" * most).encode("utf-32-le"), "<u4")
    ends = np.flatnonzero(codes == ord("\n"))
    parts = np.flatnonzero(codes == ord(parted)).reshape(len(ends), columns - 1)
    begins = np.concatenate(([0], ends[:-1] + 1))
    word_ends = parts[:, 0]
    number_ends = parts[:, 1] if columns > 2 else ends
    lengths = word_ends - begins
    words = np.zeros((len(ends), min(most, int(lengths.max()))), np.int64)
    for n in range(words.shape[1]):
        here = np.flatnonzero(lengths > n)
        words[here, n] = codes[begins[here] + n]
    numbers = np.zeros(len(ends))
    digits = number_ends - word_ends - 1
    for n in range(int(digits.max())):
        here = np.flatnonzero(digits > n)
        numbers[here] = numbers[here] * 10 + codes[word_ends[here] + 1 + n] - ord("0")
    return Counts(words, numbers)
