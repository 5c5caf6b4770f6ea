"""People: candidate names with scores, then one best reading of the article."""

from __future__ import annotations

import math

from bangfu.article import Document, Mention
from bangfu.recognize.names.context import context_of
from bangfu.recognize.people.aliases import aliases
from bangfu.recognize.people.article import best_reading
from bangfu.recognize.people.ranked.model import ranked
from bangfu.recognize.people.readings import readings


def find_people(
    document: Document, titles: tuple[Mention, ...], institutions: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Every mention of a named individual in text order; ``value`` is the full name.

    None lies inside of an institution's name or crosses its border. ``score`` is the model's probability. A
    mention by surname and title (王校长) is one too where the article gives the full name.

    >>> from bangfu.article import Source, Span, Text
    >>> clean = "校长王建国介绍，王校长很忙。"
    >>> document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    >>> from bangfu.recognize.titles.find import find_titles
    >>> [(p.text, p.value) for p in find_people(document, find_titles(document, ()), ())]
    [('王建国', '王建国'), ('王', '王建国')]
    """
    clean = document.clean
    context = context_of(clean, titles, institutions)
    held = {at for m in institutions for at in range(m.start, m.end)}
    read = [r for r in readings(context) if r.start not in held and r.end - 1 not in held]
    chosen = best_reading(clean, ranked(context, read, held))
    named = [
        Mention(r.start, r.end, clean[r.start : r.end], "person", r.rule, _probability(r.odds), r.name)
        for r in chosen
    ]
    return tuple(sorted([*named, *aliases(context, titles, named)], key=lambda m: m.start))


def _probability(odds: float) -> float:
    return round(1 / (1 + math.exp(-min(odds, 30.0))), 4)
