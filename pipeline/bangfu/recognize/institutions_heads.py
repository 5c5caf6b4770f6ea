"""Where in a text the head of an institution's name, or a whole known name, stands: one pass, in C."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ahocorasick

from bangfu import lexicon
from bangfu.recognize.institutions_words import Words, is_word


@dataclass(frozen=True, slots=True)
class Head:
    """A lexicon entry: ``group`` is its class in lexicons/institution_heads.txt, or known."""

    word: str
    kind: str
    group: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A head in the text; ``first`` and ``last`` are the words that hold its first and last character."""

    start: int
    end: int
    first: int
    last: int
    head: Head


_FUNCTION = frozenset("向在为对与和将被把从给于以也还已由")


@lru_cache(maxsize=1)
def _automaton() -> Any:
    found: dict[str, Head] = {}
    for word, kind, group in lexicon.table("institution_heads"):
        found[word] = Head(word, kind, group)
    for word, kind in lexicon.table("known_bodies"):
        found[word] = Head(word, kind, "known")
    for (word,) in lexicon.table("media"):
        found[word] = Head(word, "media", "known")
    automaton = ahocorasick.Automaton()
    for word, head in found.items():
        automaton.add_word(word, head)
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=1)
def _followers() -> tuple[tuple[str, ...], frozenset[str]]:
    """What ends a head before it: words that do so anywhere, and the rest of a word that holds the head."""
    after = tuple(sorted(lexicon.words("institution_after")))
    return after, lexicon.words("titles") | lexicon.words("institution_members")


def hits(words: Words) -> list[Hit]:
    """Every head that ends where a word does, the longest at each end; known names fill whole words."""
    out: list[Hit] = []
    text, starts = words.text, words.starts
    after, titles = _followers()
    last_end = -1
    for at, head in _automaton().iter(text):
        end = at + 1
        if end == last_end:
            # Hits at one end come longest first.
            continue
        if head.group == "none":
            last_end = end
            continue
        last = words.at(at)
        rest = text[end : starts[last + 1]]
        # A head ends where a word does, or where a title begins (县委|书记); not within one (学|校长).
        loose = rest or text.startswith(after, at)
        # 局|向: a guess of the tagger.
        guessed = rest in _FUNCTION and not is_word(words.words[last])
        if loose and not text.startswith(after, end) and rest not in titles and not guessed:
            continue
        start = end - len(head.word)
        first = last if starts[last] <= start else words.at(start)
        if head.group == "known" and starts[first] != start:
            continue
        if len(head.word) == 1 and starts[last + 1] - starts[last] == 2 and is_word(words.words[last]):
            # 布局, 结局: in a common word of two the last character is no head.
            continue
        last_end = end
        out.append(Hit(start, end, first, last, head))
    return out
