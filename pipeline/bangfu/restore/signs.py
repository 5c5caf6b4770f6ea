"""The signs of damage: one pass over a text tells which restorers may have something to do.

Nearly all clean text ends here. A sign is a character; what stands around it may be asked for as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

Signs = Mapping[str, str]
"""Characters, and a pattern of zero width that must hold behind each of them (empty: nothing is asked)."""

_BEYOND = 0x10000
"""The first character beyond the BMP."""

_PIECE = 1 << 16
"""Characters that one search takes: a text made of signs alone must not become a long list."""


def _others(known: Iterable[str]) -> str:
    """All other characters of the BMP, as the ranges of a class."""
    ranges: list[str] = []
    low = 0
    for code in sorted({min(ord(char), _BEYOND) for char in known} | {_BEYOND}):
        if low < code:
            ranges.append(f"{re.escape(chr(low))}-{re.escape(chr(code - 1))}")
        low = code + 1
    return "".join(ranges)


class Finder:
    """Tells, for a text, which of several sets of signs it holds.

    >>> finder = Finder([{"&<": ""}, {".": "(?=[a-z])", "*": ""}])
    >>> finder("a&b"), finder("1.5"), finder("a.b"), finder("a.b*c<d")
    (1, 0, 2, 3)
    """

    def __init__(self, sets: Sequence[Signs]) -> None:
        self._bits: dict[str, int] = {}
        around: dict[str, dict[str, None]] = {}
        for n, signs in enumerate(sets):
            for characters, pattern in signs.items():
                for char in characters:
                    self._bits[char] = self._bits.get(char, 0) | 1 << n
                    around.setdefault(char, {})[pattern] = None
        asking: dict[tuple[str, ...], str] = {}
        for char, patterns in around.items():
            if "" not in patterns:
                asking[tuple(patterns)] = asking.get(tuple(patterns), "") + char
        # A class with characters beyond the BMP is slow, its complement within the BMP is not.
        others = _others(self._bits)
        groups = [f"(?<=[{re.escape(chars)}])(?:{'|'.join(ps)})" for ps, chars in asking.items()]
        groups.insert(0, f"(?<![{re.escape(''.join(asking.values()))}])" if asking else "")
        self._pattern = re.compile(f"[^{others}](?:{'|'.join(groups)})")

    def __call__(self, text: str) -> int:
        """Bit n is set where the n-th set of signs occurs."""
        found = 0
        for start in range(0, len(text), _PIECE):
            # The end is not cut off from what stands behind it; what begins there is found twice.
            for char in {hit[0] for hit in self._pattern.findall(text, start, start + _PIECE + 64)}:
                found |= self._bits.get(char, 0)
        return found
