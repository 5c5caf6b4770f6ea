"""Mentions by surname and title: 王校长 is the one person named 王… in the article."""

from __future__ import annotations

from collections.abc import Iterator

from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.recognize.names.context import Context

_BEFORE_REN = frozenset("担出接兼历升调转就赴挂连继现曾时")
"""With which a verb ends in 任, the surname."""


def aliases(context: Context, titles: tuple[Mention, ...], named: list[Mention]) -> Iterator[Mention]:
    """Mentions of already named people by surname and title, in text order.

    Where several people share the surname, the one named last before the mention is meant.
    """
    taken = [(m.start, m.end) for m in named]
    surnames, compound = words("surnames"), words("compound_surnames")
    for title in titles:
        for length in (2, 1):
            start = title.start - length
            surname = context.clean[max(start, 0) : title.start]
            if start < 0 or surname not in (compound if length == 2 else surnames):
                continue
            if any(a < title.start and start < b for a, b in taken):
                break
            if surname == "任" and context.clean[start - 1 : start] in _BEFORE_REN:
                break  # 担|任院长
            bearers = [m for m in named if m.value.startswith(surname) and len(m.value) > length]
            before = [m for m in bearers if m.start < start]
            if bearers:
                who = (before or bearers)[-1 if before else 0]
                yield Mention(
                    start, title.start, surname, "person", "name:surname_title", who.score, who.value
                )
            break
