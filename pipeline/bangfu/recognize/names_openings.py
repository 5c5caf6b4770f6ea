"""Where words of a class may begin, by their first two characters: a quick look before a slow one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bangfu.lexicon import words


def openings(clean: str, lexicon: str) -> Iterator[int]:
    """Each offset at which the first two characters of an entry of a lexicon stand.

    >>> list(openings("见到欧阳小明", "compound_surnames"))
    [2]
    """
    pattern, pairs = _pairs(lexicon)
    for match in pattern.finditer(clean):
        at = match.start()
        if clean[at : at + 2] in pairs:
            yield at


@lru_cache(maxsize=8)
def _pairs(lexicon: str) -> tuple[re.Pattern[str], frozenset[str]]:
    pairs = frozenset(word[:2] for word in words(lexicon) if len(word) > 1)
    # Two classes of characters pass over a text ten times as fast as the alternatives themselves.
    heads, seconds = ("".join(sorted({pair[i] for pair in pairs})) for i in (0, 1))
    return re.compile(f"[{heads}](?=[{seconds}])"), pairs
