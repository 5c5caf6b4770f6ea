"""Counts."""

from __future__ import annotations

from bangfu.article import Count, Document, Mention, Money


def find_counts(
    document: Document,
    numbers: tuple[Mention, ...],
    money: tuple[Money, ...],
    institutions: tuple[Mention, ...],
) -> tuple[Count, ...]:
    """Counts."""
    return ()
