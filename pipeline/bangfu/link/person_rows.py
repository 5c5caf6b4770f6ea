"""One row a person out of all of its mentions."""

from __future__ import annotations

from bangfu.article import Document, Mention, Person, Role
from bangfu.extract.found import Found


def person_rows(document: Document, found: Found, roles: tuple[Role, ...]) -> tuple[Person, ...]:
    """One row a person, at its first full mention."""
    first: dict[str, list[Mention]] = {}
    for mention in found.people:
        first.setdefault(mention.value or mention.text, []).append(mention)
    return tuple(
        Person(
            start=ms[0].start,
            end=ms[0].end,
            rule=ms[0].rule,
            score=ms[0].score,
            name=name,
            mentions=len(ms),
        )
        for name, ms in first.items()
    )
