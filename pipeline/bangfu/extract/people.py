"""People."""

from __future__ import annotations

from bangfu.article import Document, Mention


def find_people(
    document: Document, titles: tuple[Mention, ...], institutions: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """People."""
    return ()
