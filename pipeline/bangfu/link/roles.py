"""Roles."""

from __future__ import annotations

from bangfu.article import Document, Role
from bangfu.extract.found import Found


def link_roles(document: Document, found: Found) -> tuple[Role, ...]:
    """Roles."""
    return ()
