"""Which word comes behind which, and what a person's name looks like: the finer half of the language model.

``benchmarks/count_news_words.py`` made the two lexicons behind it (``news_pairs``, ``news_name_characters``).
The probability of a word behind another is interpolated: what was counted for the pair, less a discount, and
the mass that is left, by the rule of the coarser model (absolute discounting: Ney, Essen & Kneser 1994).
A name is one word of a class (Brown et al. 1992), with the characters of its surname and its given name.
Everything loads on first use.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from bangfu.lexicon import lines, row, table
from bangfu.restore.language_model.marks import WIDE
from bangfu.restore.language_model.quotes import CLOSING, FULL_STOP, mixed, with_closing

NAME = "<人>"
"""Any person's name, as one word."""

_DISCOUNT = 0.75
_DOUBT = 5.0
"""Occurrences added to each word: what a rare word was seen to be followed by says little."""

_SHORT_NAME = 0.2
"""Share of names with one character behind the surname."""

_NAME_WEIGHT = -2.0
"""Added to each name: a free choice of characters finds one too easily."""


class Followers(NamedTuple):
    """What comes behind a word: log of the share of all that was not counted, and the shares of what was."""

    rest: float
    shares: dict[str, float]


_ANY = Followers(0.0, {})


@cache
def followers(word: str) -> Followers:
    """What was counted behind a word that :func:`context` gave.

    >>> followers("记者").rest < 0.0 == followers("").rest
    True
    """
    found = row("news_pairs", word)
    if found is None:
        return _ANY
    total = int(found[1]) + _DOUBT
    counts = (entry.split(" ") for entry in found[2:])
    shares = with_closing(word, {follower: (int(n) - _DISCOUNT) / total for follower, n in counts})
    if word == CLOSING:
        shares = mixed(shares, followers(FULL_STOP).shares)
    return Followers(log(1.0 - sum(shares.values())), shares)


def written(word: str) -> str:
    """A word as the pairs have it: any number as 0, an ASCII mark as the full-width one.

    >>> written("7"), written(","), written("学校")
    ('0', '，', '学校')
    """
    if not word.isascii():
        return word
    return "0" if word.isdigit() else WIDE.get(word, word)


@lru_cache(maxsize=100_000)
def context(word: str) -> str:
    """The longest end of a word that pairs were counted for; "" where there is none.

    >>> context("希望小学教师")
    '教师'
    """
    word = written(word)
    return next((word[i:] for i in range(len(word)) if word[i:] in _counted()), "")


@lru_cache(maxsize=1)
def _counted() -> dict[str, int]:
    """How often each word came that pairs were counted for."""
    entries = (line.split("\t", 2) for line in lines("news_pairs"))
    return {entry[0]: int(entry[1]) for entry in entries}


@lru_cache(maxsize=1)
def name_share() -> float:
    """How many of all words are names."""
    return _counted().get(NAME, 1) / max(1, sum(_counted().values()))


@lru_cache(maxsize=1)
def name_characters() -> tuple[dict[str, float], dict[str, float]]:
    """The log probability of each character as a surname, and as one of a given name."""
    rows = [(c, int(first), int(given)) for c, first, given in table("news_name_characters")]
    surnames, given = sum(row[1] for row in rows), sum(row[2] for row in rows)
    return (
        {c: log(n / surnames) for c, n, _ in rows if n},
        {c: log(n / given) for c, _, n in rows if n},
    )


def name_length(given: int) -> float:
    """The log probability that a name has so many characters behind its surname, one or two."""
    return log(_SHORT_NAME if given == 1 else 1 - _SHORT_NAME) + _NAME_WEIGHT
