"""English titles: posts, professions, and words that only lead a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bangfu.article import Document, Mention
from bangfu.lexicon import table


@dataclass(frozen=True, slots=True)
class EnglishTitle:
    """The ``value`` of a title's mention: as written, and its class in lexicons/english_titles.txt."""

    title: str
    kind: str


@lru_cache(maxsize=1)
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {title.lower(): kind for title, kind in table("english_titles")}
    longest = "|".join(re.escape(t).replace(r"\ ", r"\s") for t in sorted(kinds, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{longest})(?![\w-])", re.IGNORECASE), kinds


def find_titles(document: Document) -> tuple[Mention, ...]:
    """Every title in text order, the longest at its place; ``value`` is an :class:`EnglishTitle`.

    >>> from bangfu.article import Source, Span, Text
    >>> text = "Vice President Li, a chief physician"
    >>> document = Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),), "en")
    >>> [t.text for t in find_titles(document)]
    ['Vice President', 'chief physician']
    """
    pattern, kinds = _pattern()
    return tuple(
        Mention(
            m.start(),
            m.end(),
            m[0],
            "title",
            "english:title",
            value=EnglishTitle(m[0], kinds[" ".join(m[0].lower().split())]),
        )
        for m in pattern.finditer(document.clean)
    )
