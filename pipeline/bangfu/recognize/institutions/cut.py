"""A text cut into words with their parts of speech, by a dictionary that knows heads, bodies and places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

import rjieba

from bangfu import lexicon
from bangfu.dictionary import ask
from bangfu.recognize.places import gazetteer

_BESIDE = 4  # words
# Parts (see institutions.parts) whose words are kept whole.
_WHOLE = frozenset({"people", "generic", "name"})


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words with their starts (one more than there are words).

    ``given`` are the tags, by the number of the word, that no dictionary has.
    """

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    given: Mapping[int, str]

    def at(self, offset: int) -> int:
        """The index of the word that covers a character."""
        return bisect_right(self.starts, offset) - 1

    def starting(self, offset: int) -> str:
        """The word that starts at an offset, empty where none does."""
        i = self.at(offset)
        return self.words[i] if i < len(self.words) and self.starts[i] == offset else ""

    def tagged(self, offset: int) -> tuple[str, str]:
        """The word that covers a character, with its part of speech."""
        i = self.at(offset)
        return self.words[i], self.tag(i)

    def tag(self, i: int) -> str:
        """The part of speech of a word: looked up where asked, which few words are."""
        word = self.words[i]
        tag = self.given.get(i) or tag_of(word)
        if tag != "x" or len(word) < 2 or not is_word(word):
            return tag
        # 原为 falls apart by itself: only beside its neighbours it is a word.
        begin = self.starts[max(0, i - _BESIDE)]
        beside = self.text[begin : self.starts[min(len(self.words), i + _BESIDE)]]
        return next((t for w, t in pieces_of(beside) if w == word), tag)


def cut(text: str) -> Words:
    """The words of a text, as the dictionary has them."""
    return laid(text, ask(_segmenter().cut, text), {})


def laid(text: str, words: Sequence[str], given: Mapping[int, str]) -> Words:
    """A text with the words that make it up."""
    return Words(text, words, list(accumulate(map(len, words), initial=0)), given)


@lru_cache(maxsize=1 << 12)
def pieces_of(fragment: str) -> tuple[tuple[str, str], ...]:
    """The words and tags of a fragment of a word."""
    return tuple(ask(_segmenter().tag, fragment))


@lru_cache(maxsize=1 << 13)
def tag_of(word: str) -> str:
    """The part of speech of a word; ``x`` for one that is none by itself (年来)."""
    pieces = ask(_segmenter().tag, word)
    return pieces[0][1] if len(pieces) == 1 else "x"


@lru_cache(maxsize=1 << 14)
def is_word(word: str) -> bool:
    """Whether the dictionary holds a word."""
    return bool(ask(_segmenter().has_word, word))


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
