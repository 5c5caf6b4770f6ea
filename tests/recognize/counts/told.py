"""What tests of counts share: the counts of a text that holds no institution."""

from __future__ import annotations

from bangfu.article import Count, Document, Source, Text
from bangfu.recognize.counts.find import find_counts
from bangfu.recognize.money import find_money
from bangfu.recognize.numbers import find_numbers
from bangfu.segment.sentences import sentences


def rows(text: str) -> tuple[Count, ...]:
    """The rows."""
    document = Document(Source("a", text), Text.untouched(text), sentences(text))
    numbers = find_numbers(text)
    return find_counts(document, numbers, find_money(document, numbers), ())


def items(text: str) -> list[tuple[str, str | None]]:
    """What stands in the text, and what is counted."""
    return [(row.text, row.item) for row in rows(text)]
