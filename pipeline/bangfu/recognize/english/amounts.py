"""Counts and money in English text: a number with its unit and the thing counted, or with a currency."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from bangfu.article import Count, Document, Money
from bangfu.lexicon import mapping, table
from bangfu.recognize.english.numbers import Number, numbers
from bangfu.recognize.english.words import phrase_after, phrase_before


@lru_cache(maxsize=1)
def _units() -> re.Pattern[str]:
    return _behind(word for word, _ in table("english_units"))


@lru_cache(maxsize=1)
def _currencies() -> re.Pattern[str]:
    return _behind(name for name, _, place in table("english_currencies") if place != "sign")


def _behind(words: Iterable[str]) -> re.Pattern[str]:
    """One of the words right behind a number, the longest first."""
    longest = sorted(words, key=len, reverse=True)
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
        if n.core not in taken and (row := _count(document.clean, n, span.start, span.end))
    )


def _count(clean: str, n: Number, start: int, stop: int) -> Count | None:
    match = _units().match(clean, n.end, stop)
    kind = mapping("english_units")[match["unit"]] if match else "none"
    if kind in ("measure", "time"):
        return None
    unit, end = (match["unit"], match.end()) if match else (None, n.end)
    span = phrase_after(clean, end, stop) or (phrase_before(clean, start, n.start) if unit else None)
    item = clean[span[0] : span[1]] if span else None
    if unit is None and (item is None or item[0].isupper()):
        return None  # 5 Wangfu Road, 12 Angry Men: a number in a name
    return Count(
        start=n.start,
        end=end,
        rule="english:count",
        text=clean[n.start : end],
        value=n.low,
        value_max=n.high if n.high != n.low else None,
        unit="%" if kind == "percent" else unit,
        item=item,
        approx=n.approx,
    )


def find_money(document: Document) -> tuple[Money, ...]:
    """Every amount of money in text order, without its parties; yuan in ``cny``, others in ``amount``.

    >>> from bangfu.article import Source, Span, Text
    >>> text = "It gave 1.2 million yuan ($170,000) and about RMB 3,000."
    >>> document = Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),), "en")
    >>> [(m.text, int(m.cny or m.amount), m.currency) for m in find_money(document)]
    [('1.2 million yuan', 1200000, 'CNY'), ('$170,000', 170000, 'USD'), ('about RMB 3,000', 3000, 'CNY')]
    """
    return tuple(
        row
        for span in document.sentences
        for n in numbers(document.clean, span.start, span.end)
        if (row := _amount(document.clean, n))
    )


def _amount(clean: str, n: Number) -> Money | None:
    codes = mapping("english_currencies")
    sign = clean[n.core : n.digits].strip()
    match = _currencies().match(clean, n.end)
    code, own = codes.get(sign, ""), codes[match["unit"]] if match else ""
    if (sign and not code) or (code and own and own != code) or not (code or own):
        return None
    end, code = match.end() if match else n.end, own or code
    top = n.high if n.high != n.low else None
    money = Money(start=n.start, end=end, rule="english:money", text=clean[n.start : end], approx=n.approx)
    if code == "CNY":
        return replace(money, cny=n.low, cny_max=top)
    return replace(money, amount=n.low, amount_max=top, currency=code)
