"""The heads of titles in a text: every word of the lexicon, leftmost, then longest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bangfu.lexicon import mapping


@lru_cache(maxsize=1)
def _tails() -> tuple[re.Pattern[str], dict[str, list[int]]]:
    """Where heads may end, and the lengths of those that end with two characters.

    Few characters end a head, and any may begin one: by their ends they are found three times as fast as by
    an automaton.
    """
    lengths = _lengths(mapping("titles"), 2)
    firsts, lasts = (re.escape("".join(sorted({tail[i] for tail in lengths}))) for i in (0, 1))
    return re.compile(f"[{lasts}](?<=[{firsts}].)"), lengths


@lru_cache(maxsize=1)
def modifier_lengths() -> dict[str, list[int]]:
    return _lengths(mapping("title_modifiers"), 1)


def _lengths(known: Iterable[str], size: int) -> dict[str, list[int]]:
    """The lengths of the words that end with so many characters, longest first."""
    lengths: dict[str, list[int]] = {}
    for tail, length in sorted({(word[-size:], len(word)) for word in known}, reverse=True):
        lengths.setdefault(tail, []).append(length)
    return lengths


def heads_in(clean: str) -> list[tuple[int, int, str, str]]:
    """Start, end, word and class of the heads of a text: leftmost, then longest, none overlapping.

    Leftmost and longest alone would lose a word inside of a longer one that breaks off (主任 in 副主任 where
    副主任科员 is known too).
    """
    pattern, lengths = _tails()
    heads = mapping("titles")
    hits = [
        (end - length, -end)
        for end in map(re.Match.end, pattern.finditer(clean))
        if (tail := clean[end - 2 : end]) in lengths
        for length in lengths[tail]
        if length <= end and clean[end - length : end] in heads
    ]
    hits.sort()
    known = mapping("title_modifiers")
    chosen: list[tuple[int, int, str, str]] = []
    floor = 0
    for start, minus_end in hits:
        end = -minus_end
        if start < floor and end <= floor:
            continue
        word = clean[start:end]
        kind = heads[word]
        if start < floor:
            before = chosen[-1]
            if clean[before[0] : start] not in known and len(word) < len(before[2]):
                continue
            chosen.pop()  # 常务|理事长, not 常务理事; 一中|校长, not 中校; 学校|董事长, not 校董
        elif chosen and start == floor and known.get(chosen[-1][2]) == "keep":
            chosen.pop()  # 助理|秘书长
        chosen.append((start, end, word, kind))
        floor = end
    return chosen
