"""People: candidate names with scores, then one best reading of the article."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bangfu.article import Document, Mention
from bangfu.lexicon import words
from bangfu.recognize.names.context import Context, context_of
from bangfu.recognize.people.article import best_reading
from bangfu.recognize.people.readings import readings

_BEFORE_REN = frozenset("担出接兼历升调转就赴挂连继现曾时")
"""With which a verb ends in 任, the surname."""


def find_people(
    document: Document, titles: tuple[Mention, ...], institutions: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Every mention of a named individual in text order; ``value`` is the full name.

    ``score`` is the model's probability. A mention by surname and title (王校长) is one too where the
    article gives the full name. No name lies inside of an institution's or crosses its border.

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
    outside = [r for r in readings(context) if r.start not in held and r.end - 1 not in held]
    named = [
        Mention(r.start, r.end, clean[r.start : r.end], "person", r.rule, _probability(r.odds), r.name)
        for r in best_reading(clean, outside)
    ]
    return tuple(sorted([*named, *_aliases(context, titles, named)], key=lambda m: m.start))


def _probability(odds: float) -> float:
    return round(1 / (1 + math.exp(-min(odds, 30.0))), 4)


def _aliases(context: Context, titles: tuple[Mention, ...], named: list[Mention]) -> Iterator[Mention]:
    """Mentions of already named people by surname and title, in text order: 王校长.

    Where several people share the surname, the one named last before the mention is meant.
    """
    clean, taken = context.clean, {at for m in named for at in range(m.start, m.end)}
    for title in titles:
        compound = clean[max(title.start - 2, 0) : title.start] in words("compound_surnames")
        start = title.start - 1 - compound
        surname = clean[max(start, 0) : title.start]
        if not (compound or surname in words("surnames")) or title.start - 1 in taken:
            continue
        if surname == "任" and clean[start - 1 : start] in _BEFORE_REN:
            continue  # 担|任院长
        bearers = [m for m in named if m.value.startswith(surname)]
        before = [m for m in bearers if m.start < start]
        if bearers:
            who = before[-1] if before else bearers[0]
            yield Mention(start, title.start, surname, "person", "name:surname_title", who.score, who.value)
