"""How often the news hold a word."""

from __future__ import annotations

from functools import lru_cache

from bangfu.lexicon import rows

COMMONPLACE = 100
"""A word of the dictionary that broadcast news holds as often as this is rather meant behind a title."""


def heard(word: str) -> int:
    """How often the counted news hold a word, 0 for one that they lack.

    >>> heard("学校") > COMMONPLACE, heard("臧维")
    (True, 0)
    """
    return _counts().get(word, 0)


@lru_cache(maxsize=1)
def _counts() -> dict[str, int]:
    return {word: int(times) for word, times in rows("news_words")}
