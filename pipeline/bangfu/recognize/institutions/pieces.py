"""What the reading of a name is made of: the pieces left of a head, and the stretch that they make up."""

from __future__ import annotations

from typing import NamedTuple

from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part


class Candidate(NamedTuple):
    """A stretch that may be an institution; ``places`` are the place words at its beginning.

    ``first`` is the index of its first word; ``group`` that of its head. A tuple, as an article makes many.
    """

    start: int
    end: int
    kind: str
    named: bool
    rule: str
    score: float
    places: tuple[str, ...] = ()
    first: int = 0
    group: str = "name"


class Piece(NamedTuple):
    """A word left of a head, a quotation, or a whole body found before (县委 in 县委宣传部).

    ``number`` is the index of its first word. A tuple, since a walk makes many.
    """

    number: int
    start: int
    part: Part
    word: str
    body: Candidate | None = None


def make(hit: Hit, first: Piece, rule: str, score: float, places: tuple[str, ...] = ()) -> Candidate:
    """The name from a piece to the end of the head."""
    return Candidate(
        first.start, hit.end, hit.head.kind, True, rule, score, places, first.number, hit.head.group
    )
