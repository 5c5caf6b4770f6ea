"""People: candidate names with scores, then one best reading of the article."""

from __future__ import annotations

import math

from bangfu.article import Document, Mention
from bangfu.recognize.names.context import context_of
from bangfu.recognize.people.aliases import aliases
from bangfu.recognize.people.article import best_reading
from bangfu.recognize.people.readings import readings
from bangfu.recognize.people.weight import Reading


def find_people(
    document: Document, titles: tuple[Mention, ...], institutions: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Every mention of a named individual in text order; ``value`` is the full name.

    ``score`` is the model's probability. A mention by surname and title (王校长) is one too where the
    article gives the full name.

    >>> from bangfu.article import Source, Span, Text
    >>> clean = "校长王建国介绍，王校长很忙。"
    >>> document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    >>> from bangfu.recognize.titles.find import find_titles
    >>> [(p.text, p.value) for p in find_people(document, find_titles(document, ()), ())]
    [('王建国', '王建国'), ('王', '王建国')]
    """
    clean = document.clean
    context = context_of(clean, titles, institutions)
    chosen = best_reading(clean, _outside(readings(context), institutions))
    named = [
        Mention(r.start, r.end, clean[r.start : r.end], "person", r.rule, _probability(r.odds), r.name)
        for r in chosen
    ]
    return tuple(sorted([*named, *aliases(context, titles, named)], key=lambda m: m.start))


def _probability(odds: float) -> float:
    return round(1 / (1 + math.exp(-min(odds, 30.0))), 4)


def _outside(found: list[Reading], institutions: tuple[Mention, ...]) -> list[Reading]:
    """The readings that neither lie inside of an institution's name nor cross its border."""
    held: set[int] = set()
    for m in institutions:
        held.update(range(m.start, m.end))
    return [r for r in found if r.start not in held and r.end - 1 not in held]
