"""Jieba's dictionary through rjieba, for any text: Rust knows no lone surrogates, U+FFFD stands in for each.

One code point stands for one, so that lengths and offsets stay those of the text that was asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

import rjieba

SURROGATE = re.compile("[\ud800-\udfff]")
_Answer = TypeVar("_Answer")


def ask(question: Callable[[str], _Answer], text: str) -> _Answer:
    """What a function of rjieba answers for any text."""
    try:
        return question(text)
    except UnicodeEncodeError:
        return question(SURROGATE.sub("\ufffd", text))


def cut(text: str) -> list[str]:
    """The words of a text, without guesses at words that the dictionary lacks.

    >>> cut("支教老师"), [len(word) for word in cut("市\\ud800")]
    (['支教', '老师'], [1, 1])
    """
    try:
        return rjieba.cut(text, False)
    except UnicodeEncodeError:
        return rjieba.cut(SURROGATE.sub("\ufffd", text), False)


def tag(text: str, guess: bool = False) -> list[tuple[str, str]]:
    """The words of a text with jieba's parts of speech; ``guess`` also at words that the dictionary lacks.

    >>> tag("老师")
    [('老师', 'n')]
    """
    try:
        return rjieba.tag(text, guess)
    except UnicodeEncodeError:
        return rjieba.tag(SURROGATE.sub("\ufffd", text), guess)
