"""Numbers."""

from __future__ import annotations

from bangfu.article import Mention


def find_numbers(clean: str) -> tuple[Mention, ...]:
    """Numbers."""
    return ()
