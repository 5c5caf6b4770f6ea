"""Characters as the language model counts them, and those that it never saw."""

from __future__ import annotations

from math import log
from typing import Any

Trie = dict[str, Any]
"""A prefix tree: each character leads to a smaller tree; the key "" holds the weight of the word so far."""

BREAK = "¶"
"""Stands for the beginning and the end of a paragraph."""

MAX_WORD = 6

UNSEEN = -22.0
"""Log probability of a character that no table holds."""

_DIGIT = log(4e-3)
_LETTER = log(2e-4)

# Marks that broadcast news holds seldom and crawled pages often, as shares of all words.
PAGE_MARKS = {" ": 2e-3, "\u3000": 1e-3, ",": 5e-3, ".": 1e-3, "!": 2e-4, "?": 2e-4, ":": 5e-4, ";": 3e-4,
               "(": 1e-3, ")": 1e-3, "-": 5e-4, '"': 5e-4, "'": 2e-4, "/": 1e-4}  # fmt: skip


WIDE = dict(zip(",.:;!?()", "，。：；！？（）", strict=True))
"""ASCII marks of a page stand for the full-width ones of the news that were counted."""


def single(character: str) -> float:
    """The log probability of a character that is no word of the dictionary."""
    if character.isascii():
        return _DIGIT if character.isdigit() else _LETTER if character.isalpha() else UNSEEN / 2
    return UNSEEN


def written(character: str) -> str:
    """A character as it was counted: any digit as 0, an ASCII mark as the full-width one."""
    return "0" if character.isdigit() else WIDE.get(character, character)
