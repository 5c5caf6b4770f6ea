"""On which side of the assistance an institution of English text stands."""

from __future__ import annotations

import re

from bangfu.article import Document
from bangfu.recognize.found import Found

_GIVES = (
    "sent|dispatched|selected|assigned|donated|provided|offered|supported|helped|assisted|aided|granted"
    "|contributed|seconded|partnered\\sto\\shelp|sends|supports|helps|will\\ssend"
)
_FROM_BEHIND = re.compile(
    rf"(?:['’]s)?(?:,[^,;.]{{2,60}},)?\s(?:(?:has|have|had|also|jointly)\s)*(?:{_GIVES})\b"
)
_FROM_BEFORE = re.compile(
    r"\b(?:from|(?:sent|dispatched|donated|provided|selected|organized|funded)\sby)\s(?:the\s)?$"
)
_TO_BEFORE = re.compile(
    r"\b(?:(?:sent|went|came|donated|dispatched|assigned|given|provided|seconded|transferred)\b[^;]{0,90}?\sto\s(?:the\s)?(?:[A-Z][^.;]{0,80}(?:,|\sand)\s(?:the\s)?)?"
    r"|(?:help|helped|helping|support|supported|supporting|assist|assisted|assisting|aid|aided|aiding)\s(?:the\s)?"
    r"|(?:stationed|work|worked|working|volunteer|volunteered|teach|taught)\s(?:at|in)\s(?:the\s)?)$"
)
_TO_BEHIND = re.compile(r"\s(?:has\s|have\s|had\s)?received\b|,?\s(?:the|a)\srecipient")


def sides(document: Document, found: Found) -> dict[str, str]:
    """The side of each institution, by its name without regard to case, where all cues agree.

    >>> from bangfu.pipeline import extract
    >>> text = "Nurse Li Na of Tianjin Hospital came. Tianjin Hospital sent 12 doctors to Baishui Clinic."
    >>> [(r.institution, r.side) for r in extract(text).roles]
    [('Tianjin Hospital', 'from')]
    """
    clean = document.clean
    seen: dict[str, set[str]] = {}
    for body in found.institutions:
        if body.value.generic:
            continue
        sentence = document.sentences[document.sentence_at(body.start, body.end)]
        before = clean[max(sentence.start, body.start - 160) : body.start]
        side = None
        if _FROM_BEHIND.match(clean, body.end, body.end + 120) or _FROM_BEFORE.search(before):
            side = "from"
        elif _TO_BEFORE.search(before) or _TO_BEHIND.match(clean, body.end, body.end + 30):
            side = "to"
        if side:
            seen.setdefault(body.value.name.casefold(), set()).add(side)
    return {name: next(iter(found_)) for name, found_ in seen.items() if len(found_) == 1}
