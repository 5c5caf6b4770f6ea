"""The words of a text with their parts of speech, by a dictionary that knows heads, bodies and places."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

import rjieba

from bangfu import lexicon
from bangfu.extract.places import gazetteer

# Parts (see institutions_parts) whose words are kept whole.
_WHOLE = frozenset({"people", "generic", "name"})
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words with their starts (one more than there are words) and parts of speech."""

    text: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The index of the word that covers a character."""
        return bisect_right(self.starts, offset) - 1


def words_of(text: str) -> Words:
    """Cut and tag a text.

    >>> words_of("走进巴林左旗").words
    ('走进', '巴林左旗')
    """
    # Rust knows no lone surrogates; one character stands in for each, so that offsets stay.
    tagged = _segmenter().tag(_SURROGATE.sub("\ufffd", text))
    words, tags = zip(*tagged, strict=True) if tagged else ((), ())
    return Words(text, words, tags, tuple(accumulate(map(len, words), initial=0)))


@lru_cache(maxsize=1 << 12)
def pieces_of(fragment: str) -> tuple[tuple[str, str], ...]:
    """The words and tags of a fragment of a word."""
    return tuple(_segmenter().tag(fragment))


def is_word(word: str) -> bool:
    """Whether the dictionary holds a word."""
    return bool(_segmenter().has_word(word))


@lru_cache(maxsize=1)
def _segmenter() -> Any:
    segmenter = rjieba.Jieba()
    inside = frozenset(word for word, part in lexicon.table("institution_parts") if part in _WHOLE)
    classes = (
        (lexicon.words("known_bodies") | lexicon.words("media"), "nt"),
        (frozenset(gazetteer().codes), "ns"),
        (lexicon.words("institution_heads") | inside, "n"),
    )
    for entries, tag in classes:
        # Two characters are too few to force: they would cut through words of other meaning.
        for word in sorted(w for w in entries if len(w) > 2):
            segmenter.add_word(word, None, tag)
    return segmenter
