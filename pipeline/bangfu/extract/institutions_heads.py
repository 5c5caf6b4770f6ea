"""Where in a text the head of an institution's name, or a whole known name, stands: one pass, in C."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ahocorasick

from bangfu import lexicon
from bangfu.extract.institutions_words import Words


@dataclass(frozen=True, slots=True)
class Head:
    """A lexicon entry: ``group`` is name, organ or weak (see lexicons/institution_heads.txt), or known."""

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


# A head may end inside of a word only where a title follows it in that word: 县委|书记, 大学|校长.
_TITLES = frozenset(
    "书记 副书记 常委 委员 院长 校长 园长 局长 主任 部长 队长 主席 秘书长 记者 长 总经理 董事长 董事 经理 总裁 会长".split()
)


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


def hits(words: Words) -> list[Hit]:
    """Every head that ends where a word does, the longest at each end; known names fill whole words."""
    out: list[Hit] = []
    starts, listed = words.starts, words.words
    last_end = -1
    for at, head in _automaton().iter(words.text):
        end = at + 1
        last = words.at(at)
        if starts[last + 1] != end:
            rest = words.text[end : starts[last + 1]]
            if rest not in _TITLES or len(listed[last]) - len(rest) < 2 and head.group == "known":
                continue
            if rest == "长" and head.group == "known":
                continue
        start = end - len(head.word)
        first = last if starts[last] <= start else words.at(start)
        if head.group == "known" and starts[first] != start:
            continue
        if end == last_end:
            # Hits at one end come longest first.
            continue
        last_end = end
        out.append(Hit(start, end, first, last, head))
    return out
