"""Institutions."""

from __future__ import annotations

from bangfu.article import Document, Mention


def find_institutions(document: Document) -> tuple[Mention, ...]:
    """Institutions."""
    return ()
