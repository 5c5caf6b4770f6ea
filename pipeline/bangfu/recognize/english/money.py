"""Money in English text: a number with the name or the sign of a currency."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.article import Document, Money
from bangfu.lexicon import mapping, table
from bangfu.recognize.english.numbers import Number, numbers


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    names = (word for word, _, place in table("english_currencies") if place != "sign")
    return re.compile(
        rf"[\s-]?(?P<unit>{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w-])"
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
        if (row := _row(document.clean, n))
    )


def _row(clean: str, n: Number) -> Money | None:
    codes = mapping("english_currencies")
    sign = clean[n.core : n.digits].strip()
    code = codes.get(sign, "")
    end = n.end
    if sign and not code:
        return None
    if match := _behind().match(clean, end):
        own = codes[match["unit"]]
        if code and own != code:
            return None
        end, code = match.end(), own
    if not code:
        return None
    top = n.high if n.high != n.low else None
    text, rule = clean[n.start : end], "english:money"
    if code == "CNY":
        return Money(start=n.start, end=end, rule=rule, text=text, cny=n.low, cny_max=top, approx=n.approx)
    return Money(
        start=n.start,
        end=end,
        rule=rule,
        text=text,
        amount=n.low,
        amount_max=top,
        currency=code,
        approx=n.approx,
    )
