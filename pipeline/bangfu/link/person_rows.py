"""One row a person out of all of its mentions."""

from __future__ import annotations

from bangfu.article import Mention, Person
from bangfu.recognize.found import Found


def person_rows(found: Found) -> tuple[Person, ...]:
    """One row a person, in the order of first mentions, standing where the full name does first.

    ``mentions`` counts those by surname and title too.

    >>> found = Found(people=(Mention(0, 1, "王", "person", "b", 1.0, "王小明"),
    ...                       Mention(5, 8, "王小明", "person", "a", 1.0, "王小明")))
    >>> person_rows(found)[0].start
    5
    """
    groups: dict[str, list[Mention]] = {}
    for mention in found.people:
        groups.setdefault(mention.value or mention.text, []).append(mention)
    return tuple(_row(name, mentions) for name, mentions in groups.items())


def _row(name: str, mentions: list[Mention]) -> Person:
    full = next((m for m in mentions if "".join(m.text.split()) == name), mentions[0])
    return Person(
        start=full.start, end=full.end, rule=full.rule, score=full.score, name=name, mentions=len(mentions)
    )
