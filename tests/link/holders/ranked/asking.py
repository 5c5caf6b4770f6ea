"""The questions of a text about who holds its posts."""

from __future__ import annotations

from bangfu.link.holders.pairs import pairs
from bangfu.link.holders.ranked.asked import Asked, Candidate
from bangfu.link.scene.scene import Scene
from tests.link.roles.told import document_of


def asked_in(text: str) -> list[Asked]:
    """The questions of a text, each answered with nobody."""
    out: list[Asked] = []

    def nobody(asked: Asked) -> Candidate | None:
        out.append(asked)
        return None

    pairs(Scene.of(*document_of(text)), nobody)
    return out
