"""The words of a text with their parts of speech, by a dictionary that knows heads, bodies and places."""

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
from bangfu.recognize.institutions.places import unlisted_spans
from bangfu.recognize.names.joined import titled_names
from bangfu.recognize.places import gazetteer

# Parts (see institutions_parts) whose words are kept whole.
_BESIDE = 4  # words
_WHOLE = frozenset({"people", "generic", "name"})
# What a body is called in what it does: 承办方|云岭集团.
_PARTIES = ("办方", "助方", "赠方", "援方", "扶方", "资方", "起方", "受方", "作方")


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


@lru_cache(maxsize=2)
def words_of(text: str) -> Words:
    """Cut a text; who asks again for the same text gets the same words.

    >>> words_of("走进巴林左旗").words
    ['走进', '巴林左旗']
    """
    words = _words(text, ask(_segmenter().cut, text), {})
    spans = unlisted_spans(text, words.words, words.starts, words.tag, tag_of, is_word)
    named = [
        span
        for start, end in titled_names(text, words.starting)
        for span in ((start, end, "nr"), (end, end + 1, "c"))
    ]
    spans = sorted([*spans, *named]) if named else spans
    return _words(text, *_recut(words, spans)) if spans else words


def _words(text: str, words: Sequence[str], given: Mapping[int, str]) -> Words:
    return Words(text, words, list(accumulate(map(len, words), initial=0)), given)


def _recut(words: Words, spans: Sequence[tuple[int, int, str]]) -> tuple[list[str], dict[int, str]]:
    """The words, with each span as one word, and the spans' tags; what is left of a word is cut again."""
    out: list[str] = []
    given: dict[int, str] = {}
    done = i = 0
    for start, end, tag in spans:
        if start < done:
            continue
        first, last = words.at(start), words.at(end - 1)
        # A span that begins inside of the last word of the span before: what lies between is the rest of it.
        out += _rest(words, done, i, start) if first >= i else ()
        done = max(done, words.starts[first])
        out += _fragment(words, done, start)
        given[len(out)] = tag
        out.append(words.text[start:end])
        done, i = end, last + 1
    return out + _rest(words, done, i, len(words.text)), given


def _rest(words: Words, done: int, i: int, end: int) -> list[str]:
    """The rest of a word from ``done``, then the words from ``i`` up to the one that holds ``end``."""
    last = words.at(end) if end < len(words.text) else len(words.words)
    return [*_fragment(words, done, words.starts[i]), *words.words[i:last]]


def _fragment(words: Words, start: int, end: int) -> list[str]:
    return [word for word, _ in pieces_of(words.text[start:end])] if start < end else []


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
    inside = frozenset(
        word for word, part in lexicon.table("institution_parts") if part in _WHOLE or word.endswith(_PARTIES)
    )
    classes = (
        (lexicon.words("known_bodies") | lexicon.words("media"), "nt"),
        (frozenset(gazetteer().codes), "ns"),
        (lexicon.words("institution_heads") | inside, "n"),
    )
    for entries, tag in classes:
        # Two characters are too few to force: they would cut through words of other meaning.
        for word in sorted(w for w in entries if len(w) > 2):
            segmenter.add_word(word, None, tag)
    for word in sorted(lexicon.words("segment_apart")):
        segmenter.add_word(word, 0, "x")
    return segmenter
