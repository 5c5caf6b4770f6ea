"""Which character follows which three: what the language model knows of text whose words no dictionary has.

``benchmarks/count_news_characters.py`` made the lexicon behind it (``news_characters``). Shares are
interpolated with those behind shorter histories, which count how many different characters stood before
(absolute discounting: Kneser & Ney 1995). Everything loads on first use, one history at a time.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from bangfu.lexicon import table
from bangfu.restore.language_model_words import WIDE

NAME_MARK = "※"
"""Any person's name, as one character."""

NUMBER = "０"
"""Any number, as one character."""

ANY = "*"
"""Any character: the history of those that are counted alone."""

LONGEST = 3
"""Characters of a history."""

DISCOUNT = 0.75

_UNSEEN = 1 / 7000
"""The share of one of the characters that GB 2312 has, where nothing else is known."""


class _Behind(NamedTuple):
    """What was counted behind a history: the share of all that was not, and the shares of what was."""

    rest: float
    shares: dict[str, float]


@lru_cache(maxsize=1)
def _rows() -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in table("news_characters")}


@cache
def _behind(history: str) -> _Behind | None:
    row = _rows().get(history)
    if row is None:
        return None
    total = int(row[0])
    shares = {entry[0]: (int(entry[1:]) - DISCOUNT) / total for entry in row[1:]}
    return _Behind(1.0 - sum(shares.values()), shares)


def share(history: str, character: str) -> float:
    """The probability of a character behind one, two or three others.

    >>> share("教育", "部") > share("食育", "部") > 0
    True
    """
    one = _behind(ANY)
    out = _UNSEEN if one is None else one.shares.get(character, 0.0) + one.rest * _UNSEEN
    for start in range(len(history) - 1, -1, -1):
        behind = _behind(history[start:])
        if behind is not None:
            out = behind.shares.get(character, 0.0) + behind.rest * out
    return out


def spelled(history: str, text: str) -> tuple[float, str]:
    """The log probability of a text behind up to three characters, and the three that the next text follows.

    A number is one character, however long; ASCII marks are full-width ones, but behind a
    number.

    >>> spelled("共", "2026")[1], spelled("共", "20") == spelled("共", "2026")
    ('共０', True)
    """
    score = 0.0
    for character in text:
        number = history[-1:] == NUMBER
        c = NUMBER if character.isdigit() else character if number else WIDE.get(character, character)
        if number and c == NUMBER:
            continue
        score += log(share(history, c))
        history = (history + c)[-LONGEST:]
    return score, history
