"""How much a character is one of given names rather than of running text."""

from __future__ import annotations

from functools import lru_cache

from bangfu.lexicon import table

_RARE = (0.5, 0.5)  # a character that neither names nor texts hold much


@lru_cache(maxsize=1)
def _given() -> dict[str, tuple[float, float]]:
    return {row[0]: (float(row[1]), float(row[2])) for row in table("given_name_chars")}


def likeness(char: str) -> tuple[float, float]:
    """How much a character is the first and the last one of given names, in log-odds.

    >>> likeness("国") > (0, 0), likeness("的") < (0, 0)
    (True, True)
    """
    return _given().get(char, _RARE)
