"""How often the news hold a word."""

from __future__ import annotations

from bangfu.lexicon import mapping

COMMONPLACE = 100
"""A word of the dictionary that broadcast news holds as often as this is rather meant behind a title."""


def heard(word: str) -> int:
    """How often the counted news hold a word, 0 for one that they lack.

    >>> heard("学校") > COMMONPLACE, heard("臧维")
    (True, 0)
    """
    return int(mapping("news_words").get(word, "0"))
