"""Titles."""

from __future__ import annotations

from bangfu.article import Document, Mention


def find_titles(document: Document, institutions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Titles."""
    return ()
