"""Money."""

from __future__ import annotations

from bangfu.article import Document, Mention, Money


def find_money(document: Document, numbers: tuple[Mention, ...]) -> tuple[Money, ...]:
    """Money."""
    return ()
