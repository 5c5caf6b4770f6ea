"""The title phrase that the patterns of roles speak of: a title with where its post is."""

from __future__ import annotations

from typing import NamedTuple

from bangfu.article import Mention


class Unit(NamedTuple):
    """A title phrase; ``start`` is where it begins with the institution or place before it.

    ``held`` is the mention of this institution, ``place`` the place that a government post governs, ``body``
    a body that is written there and was not found as an institution.
    """

    title: Mention
    start: int
    held: Mention | None = None
    place: str | None = None
    department: str | None = None
    body: str | None = None

    @property
    def end(self) -> int:
        """Where the phrase ends: with its title."""
        return self.title.end

    @property
    def alone(self) -> bool:
        """Whether nothing in the phrase tells where the post is."""
        return self.held is None and self.body is None and self.place is None
