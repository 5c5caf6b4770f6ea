"""Who paid whom for what, in English text."""

from __future__ import annotations

import re
from dataclasses import replace

from bangfu.article import Document, Mention, Money
from bangfu.recognize.found import Found

_VERB = re.compile(
    r"\s(?:(?:has|have|had|also|jointly|already|recently|together|will)\s)*(?P<verb>donated?|gave|given|invest(?:ed)?|allocated?|raised?"
    r"|contributed?|pledged?|granted?|spen[dt]|provided?|offered?|earmarked|funded|paid|appropriated|injected)\s"
    r"(?:a\stotal\sof\s|another\s|an\sadditional\s|in\stotal\s)?$"
)
_TO = re.compile(r"(?:\s(?:in|worth\sof)\s[a-z ]{3,30})?\s(?:to|for)\s(?:the\s)?")
_PURPOSE = re.compile(
    r"\s(?:to\s(?P<do>(?:build|support|fund|help|buy|purchase|improve|renovate|upgrade|establish|set\sup|construct)\s[^.,;]{3,60})"
    r"|for\s(?P<what>(?!the\syear)[^.,;]{3,60})|toward(?:s)?\s(?P<toward>[^.,;]{3,60}))"
)
_EXCHANGED = re.compile(r"\s\([^()]{2,40}\)")


def fill_money(document: Document, found: Found) -> tuple[Money, ...]:
    """Fill action, payer, payee and purpose of each amount where the sentence says them plainly.

    >>> from bangfu.pipeline import extract
    >>> text = "Qingshan Foundation donated 3 million yuan to Baishui Middle School to build a library."
    >>> row = extract(text).money[0]
    >>> (row.action, row.payer, row.payee, row.purpose)
    ('donated', 'Qingshan Foundation', 'Baishui Middle School', 'build a library')
    """
    clean = document.clean
    names = sorted([*found.institutions, *found.people], key=lambda m: m.start)
    begins = {m.start: m for m in names}
    rows = []
    for row in found.money:
        at = document.sentence_at(row.start, row.end)
        sentence = document.sentences[at] if at >= 0 else row
        verb = _VERB.search(clean, max(sentence.start, row.start - 60), row.start)
        if verb is None:
            rows.append(row)
            continue
        payer = _last(names, verb.start(), max(sentence.start, verb.start() - 2))
        behind, payee = row.end, None
        if exchanged := _EXCHANGED.match(clean, behind, sentence.end):
            behind = exchanged.end()
        if (link := _TO.match(clean, behind, sentence.end)) and (whom := begins.get(link.end())):
            payee, behind = _name(whom), whom.end
        aim = _PURPOSE.match(clean, behind, sentence.end)
        purpose = (aim["do"] or aim["what"] or aim["toward"]).strip() if aim else None
        rows.append(replace(row, action=verb["verb"], payer=payer, payee=payee, purpose=purpose))
    return tuple(rows)


def _last(names: list[Mention], end: int, low: int) -> str | None:
    """The name that ends where a verb begins."""
    return next((_name(m) for m in names if low <= m.end <= end), None)


def _name(mention: Mention) -> str:
    return str(mention.value) if mention.label == "person" else mention.text
