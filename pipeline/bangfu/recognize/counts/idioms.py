"""Numerals in fixed expressions, which count nothing: 四面八方, 五花八门."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import words


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words("number_names"), key=len, reverse=True))))


def is_idiom(clean: str, core: int) -> bool:
    """Whether the numeral at ``core`` begins a fixed expression, or the second half of one.

    >>> is_idiom("五花八门", 2), is_idiom("四面八方", 0), is_idiom("八门课", 0)
    (True, True, False)
    """
    if _names().match(clean, core):
        return True
    half = _names().match(clean, core - 2) if core > 1 else None
    return half is not None and half.end() > core
