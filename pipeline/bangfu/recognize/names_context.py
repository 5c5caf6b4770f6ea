"""What surrounds a candidate name: the words of the text and the titles, by offset."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import rjieba

from bangfu.article import Mention

PAD = "¶¶¶"
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Context:
    """A text ready for questions about spans of it.

    ``padded`` is the clean text with :data:`PAD` on both ends, so that neighbours always exist, and with ¶
    for the end of a line: offset *i* of clean text is *i* + 3 there. ``starting`` and ``ending`` give the
    dictionary word that starts or ends at an offset of clean text, ``titles_ending`` and ``titles_starting``
    the class of the title that does; ``titled`` holds every offset inside of a title or its department.
    """

    clean: str
    padded: str
    starting: Mapping[int, str]
    ending: Mapping[int, str]
    titles_ending: Mapping[int, str]
    titles_starting: Mapping[int, str]
    titled: frozenset[int]


def context_of(clean: str, titles: tuple[Mention, ...]) -> Context:
    """Cut a clean text into dictionary words and note where its titles are.

    >>> context_of("校长王小明", ()).starting[0]
    '校长'
    """
    # Rust knows no lone surrogates; one character stands in for each, so that offsets stay.
    tokens = rjieba.cut(_SURROGATE.sub("\ufffd", clean), False)
    starts = [0, *accumulate(map(len, tokens))]
    return Context(
        clean,
        f"{PAD}{clean}{PAD}".replace("\n", "¶"),
        dict(zip(starts, tokens, strict=False)),
        dict(zip(starts[1:], tokens, strict=True)),
        {t.end: t.value.kind for t in titles},
        {t.start: t.value.kind for t in titles},
        frozenset(at for t in titles for at in range(t.start - len(t.value.department or ""), t.end)),
    )


@lru_cache(maxsize=50_000)
def dictionary_tag(word: str) -> str:
    """The part of speech that jieba's dictionary gives a word.

    >>> dictionary_tag("北京")
    'ns'
    """
    tagged = rjieba.tag(word, False)
    return str(tagged[0][1]) if len(tagged) == 1 else ""
