"""Counts in English text: a number, its unit where it has one, and the thing counted."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.article import Count, Document, Money
from bangfu.lexicon import mapping, table
from bangfu.recognize.english.numbers import Number, numbers
from bangfu.recognize.english.words import phrase_after, phrase_before


@lru_cache(maxsize=1)
def _unit() -> re.Pattern[str]:
    longest = sorted((word for word, _ in table("english_units")), key=len, reverse=True)
    return re.compile(rf"[\s-]?(?P<unit>{'|'.join(map(re.escape, longest))})(?![\w-])")


def find_counts(document: Document, money: tuple[Money, ...]) -> tuple[Count, ...]:
    """Every count of people, things or acts, in text order; money, durations and measures are none.

    >>> from bangfu.article import Source, Span, Text
    >>> text = "It sent seven teachers and 100 sets of desks, 58% of pupils."
    >>> document = Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),), "en")
    >>> [(c.text, c.unit, c.item) for c in find_counts(document, ())]
    [('seven', None, 'teachers'), ('100 sets', 'sets', 'desks'), ('58%', '%', 'pupils')]
    """
    taken = {i for m in money for i in range(m.start, m.end)}
    return tuple(
        row
        for span in document.sentences
        for n in numbers(document.clean, span.start, span.end)
        if n.core not in taken and (row := _row(document.clean, n, span.start, span.end))
    )


def _row(clean: str, n: Number, start: int, stop: int) -> Count | None:
    match = _unit().match(clean, n.end, stop)
    kind = mapping("english_units")[match["unit"]] if match else "none"
    if kind in ("measure", "time"):
        return None
    unit, end = (match["unit"], match.end()) if match else (None, n.end)
    if kind == "percent":
        unit = "%"
    item = phrase_after(clean, end, stop)
    if item is None and unit:
        item = phrase_before(clean, start, n.start)
    if item is None and not unit:
        return None
    if unit is None and item and clean[item[0] : item[1]][0].isupper():
        return None  # 5 Wangfu Road, 12 Angry Men: a number in a name
    return Count(
        start=n.start,
        end=end,
        rule="english:count",
        text=clean[n.start : end],
        value=n.low,
        value_max=n.high if n.high != n.low else None,
        unit=unit,
        item=clean[item[0] : item[1]] if item else None,
        approx=n.approx,
    )
