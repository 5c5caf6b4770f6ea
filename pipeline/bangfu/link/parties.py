"""Who paid whom for what."""

from __future__ import annotations

from bangfu.article import Document, Money, Role
from bangfu.extract.found import Found


def fill_money(document: Document, found: Found, roles: tuple[Role, ...]) -> tuple[Money, ...]:
    """Fill action, payer, payee and purpose of each amount."""
    return found.money
