"""The words of a text with their parts of speech, by a dictionary that knows heads, bodies and places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

import rjieba

from bangfu import lexicon
from bangfu.recognize.institutions_places import unlisted_spans
from bangfu.recognize.places import gazetteer

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
    words = _words(text, tagged)
    spans = unlisted_spans(text, words.words, words.tags, words.starts, words.at, is_word)
    return _words(text, _recut(words, spans)) if spans else words


def _words(text: str, tagged: Sequence[tuple[str, str]]) -> Words:
    words = tuple(word for word, _ in tagged)
    return Words(text, words, tuple(tag for _, tag in tagged), tuple(accumulate(map(len, words), initial=0)))


def _recut(words: Words, spans: Sequence[tuple[int, int, str]]) -> list[tuple[str, str]]:
    """The tagged words, with each span as one word; what a span leaves of a word is cut again."""
    out: list[tuple[str, str]] = []
    done = i = 0
    for start, end, tag in spans:
        if start < done:
            continue
        first, last = words.at(start), words.at(end - 1)
        # A span that begins inside of the last word of the span before: what lies between is the rest of it.
        out += _rest(words, done, i, start) if first >= i else ()
        done = max(done, words.starts[first])
        out += pieces_of(words.text[done:start]) if done < start else ()
        out.append((words.text[start:end], tag))
        done, i = end, last + 1
    return out + _rest(words, done, i, len(words.text))


def _rest(words: Words, done: int, i: int, end: int) -> list[tuple[str, str]]:
    """The rest of a word from ``done``, then the words from ``i`` up to the one that holds ``end``."""
    out = list(pieces_of(words.text[done : words.starts[i]])) if done < words.starts[i] else []
    last = words.at(end) if end < len(words.text) else len(words.words)
    return out + list(zip(words.words[i:last], words.tags[i:last], strict=True))


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
