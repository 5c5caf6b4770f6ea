"""Where a count stands: its sentence, the phrases behind it, the counts before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bangfu.article import Count
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import object as items_object

_FEW = 16
ACTS = frozenset(("次", "场", "场次", "节", "期", "轮", "趟", "人次"))
"""Units that count acts and events."""
RECENT = 40
"""How many of the counts before it are looked at."""


@dataclass(frozen=True, slots=True)
class Place:
    """One count in its text: its sentence is ``clean[first:last]``, the count itself ``clean[start:end]``.

    ``noun`` and ``verb`` are the phrases behind it, ``rows`` the counts found before it, in text order.
    """

    clean: str
    first: int
    last: int
    start: int
    end: int
    unit: str | None
    value: Decimal
    rows: list[Count]
    noun: str | None
    verb: str | None

    @property
    def begin(self) -> int:
        """Where the text in front that is its own begins: behind the count before it."""
        return max(self.first, self.rows[-1].end if self.rows else 0)

    def ends(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """A match of a pattern that ends where the count begins."""
        return pattern.search(self.clean, max(self.begin, self.start - _FEW), self.start)

    def earlier(self) -> list[Count]:
        """The counts before it in its sentence."""
        return [row for row in self.rows[-RECENT:] if row.start >= self.first]


def place(
    clean: str,
    sentence: tuple[int, int],
    span: tuple[int, int],
    unit: str | None,
    value: Decimal,
    rows: list[Count],
) -> Place:
    """The place of the count at ``span`` within ``sentence``."""
    noun, verb = items.after(clean, span[1], sentence[1], unit)
    if noun is None and (thing := items_object.object_behind(clean, sentence[0], *span, sentence[1], unit)):
        noun, verb = thing, None
    return Place(clean, *sentence, *span, unit, value, rows, noun, verb)
