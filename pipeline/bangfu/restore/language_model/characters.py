"""Which character follows which three: what the language model knows of text whose words no dictionary has.

``benchmarks/count_news_characters.py`` made the lexicon behind it (``news_characters``). Shares are
interpolated with those behind shorter histories, which count how many different characters stood before
(absolute discounting: Kneser & Ney 1995). Everything loads on first use, one history at a time.
"""

from __future__ import annotations

from functools import cache
from math import log
from typing import NamedTuple

from bangfu.lexicon import row
from bangfu.restore.language_model.marks import WIDE
from bangfu.restore.language_model.quotes import closed, with_closing

NAME_MARK = "※"
"""Any person's name, as one character."""

NUMBER = "０"
"""Any number, as one character."""

ANY = "*"
"""Any character: the history of those that are counted alone."""

LONGEST = 3
"""Characters of a history."""

DISCOUNT = 0.75

UNSEEN = 1 / 7000
"""The share of one of the characters that GB 2312 has, where nothing else is known."""


class Behind(NamedTuple):
    """What was counted behind a history: the share of all that was not, and the shares of what was."""

    rest: float
    shares: dict[str, float]


@cache
def behind(history: str) -> Behind | None:
    """What was counted behind up to three characters, or behind :data:`ANY`.

    >>> behind("教育").shares["部"] > behind(ANY).shares["部"], behind("䶮䶮")
    (True, None)
    """
    entry = row("news_characters", history)
    if entry is None:
        return None
    total = int(entry[1])
    shares = with_closing(history, {c[0]: (int(c[1:]) - DISCOUNT) / total for c in entry[2:]})
    return Behind(1.0 - sum(shares.values()), shares)


def share(history: str, character: str) -> float:
    """The probability of a character behind one, two or three others.

    >>> share("教育", "部") > share("食育", "部") > 0
    True
    """
    one = behind(ANY)
    out = UNSEEN if one is None else one.shares.get(character, 0.0) + one.rest * UNSEEN
    for start in range(len(history) - 1, -1, -1):
        found = behind(history[start:])
        if found is not None:
            out = found.shares.get(character, 0.0) + found.rest * out
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
        history = closed(history + c)[-LONGEST:]
    return score, history
