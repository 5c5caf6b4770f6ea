"""One row a person and one row an institution out of all of their mentions."""

from __future__ import annotations

from bangfu.article import Document, Institution, Mention, Person, Role
from bangfu.extract.found import Found


def person_rows(document: Document, found: Found, roles: tuple[Role, ...]) -> tuple[Person, ...]:
    """One row a person, at its first full mention."""
    first: dict[str, list[Mention]] = {}
    for mention in found.people:
        first.setdefault(mention.value or mention.text, []).append(mention)
    return tuple(
        Person(start=ms[0].start, end=ms[0].end, rule=ms[0].rule, score=ms[0].score, name=name, mentions=len(ms))
        for name, ms in first.items()
    )


def institution_rows(document: Document, found: Found, roles: tuple[Role, ...]) -> tuple[Institution, ...]:
    """One row an institution, in the longest form that the article uses."""
    first: dict[str, list[Mention]] = {}
    for mention in found.institutions:
        first.setdefault(mention.text, []).append(mention)
    return tuple(
        Institution(start=ms[0].start, end=ms[0].end, rule=ms[0].rule, score=ms[0].score, name=name, mentions=len(ms))
        for name, ms in first.items()
    )
