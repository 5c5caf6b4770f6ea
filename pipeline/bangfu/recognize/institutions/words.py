"""The words of a text, with unlisted places, and names beside words of grammar, as words of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bangfu.recognize.institutions.cut import Words, cut, laid, pieces_of
from bangfu.recognize.institutions.places import unlisted_spans
from bangfu.recognize.names.joined import titled_names


@lru_cache(maxsize=2)
def words_of(text: str) -> Words:
    """Cut a text; who asks again for the same text gets the same words.

    >>> words_of("走进巴林左旗").words
    ['走进', '巴林左旗']
    """
    words = cut(text)
    spans = unlisted_spans(words)
    for start, end in titled_names(text, words.starting):
        spans += [(start, end, "nr"), (end, end + 1, "c")]
    return laid(text, *_recut(words, sorted(spans))) if spans else words


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
