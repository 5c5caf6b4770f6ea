"""Roles: which person holds which title, where, and on which side of the assistance."""

from __future__ import annotations

from bangfu.article import Document, Role
from bangfu.extract.found import Found
from bangfu.link.role_pairs import Pair, Scene, pairs
from bangfu.link.role_places import place_of
from bangfu.link.role_units import units


def link_roles(document: Document, found: Found) -> tuple[Role, ...]:
    """One row for each post or professional title that the text gives a named person, in text order.

    >>> from bangfu.article import Source, Span, Text
    >>> from bangfu.extract import find
    >>> from bangfu.settings import Settings
    >>> clean = "党委副书记、校长王建国介绍了情况。"
    >>> document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    >>> [(r.person, r.title) for r in link_roles(document, find(document, Settings()))]
    [('王建国', '党委副书记'), ('王建国', '校长')]
    """
    people = tuple(p for p in found.people)
    scene = Scene.of(document, people, units(document, found))
    starts = [m.start for m in found.institutions]
    rows = [_row(pair, document, found, starts) for pair in pairs(scene)]
    return _merged(sorted(rows, key=lambda r: (r.start, r.end, r.person)))


def _row(pair: Pair, document: Document, found: Found, starts: list[int]) -> Role:
    institution, rule = place_of(pair, document.clean, found.institutions, starts)
    title = pair.unit.title
    return Role(
        start=title.start,
        end=title.end,
        rule=rule,
        score=pair.person.score,
        person=pair.person.value,
        title=title.value.title,
        department=title.value.department,
        institution=institution,
    )


def _merged(rows: list[Role]) -> tuple[Role, ...]:
    """Rows of the same person and title become one where one says no other institution than the other."""
    kept: list[Role] = []
    for row in rows:
        for i, other in enumerate(kept):
            if (other.person, other.title) == (row.person, row.title) and _same(other.institution, row.institution):
                if other.institution is None and row.institution is not None:
                    kept[i] = row
                break
        else:
            kept.append(row)
    return tuple(kept)


def _same(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a)
