"""Slots of transcriptions: behind a title, what is spelled out of foreign sounds up to a border is a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bangfu.lexicon import mapping, words
from bangfu.recognize.names_context import Context, dictionary_tag
from bangfu.recognize.people_borders import ACTING, CLOSED, OPEN, closing, seldom
from bangfu.recognize.places import is_place

_SHORTEST, _LONGEST = 3, 9
ALSO = "门朔楚伍仓察江生再义荪"
"""Characters that spell sounds too, but are too common elsewhere to be looked for without a title."""
SYLLABLES = "且作取品茸支俄余子其各曲洛石火机体黑"
"""Characters that spell names of the peoples of the southwest and the north, and nothing foreign."""
_NOT_LAST = frozenset("作取其子石火机体")
"""Those of them that rather begin the next word: 古丽|作报告."""
_LONG_ENOUGH = 4


@lru_cache(maxsize=1)
def _run() -> re.Pattern[str]:
    known = "".join(sorted({*mapping("foreign_name_chars"), *ALSO, *SYLLABLES}))
    return re.compile(f"[{known}]{{{_SHORTEST},{_LONGEST}}}(?:-[{known}]{{2,{_LONGEST}}})?")


def transcribed_slots(context: Context) -> Iterator[tuple[int, int, int]]:
    """Start, end and border of the longest transcription behind each title.

    >>> from bangfu.article import Mention
    >>> from bangfu.recognize.names_context import context_of
    >>> from bangfu.recognize.titles import Title
    >>> title = Mention(0, 2, "总统", "title", "", 1.0, Title("总统", "place", None, 0))
    >>> list(transcribed_slots(context_of("总统科连斯基说，", (title,))))
    [(2, 6, 2)]
    """
    for start, kind in context.titles_ending.items():
        run = _run().match(context.clean, start) if start not in context.titled else None
        if run is None:
            continue
        for end in range(run.end(), start + _SHORTEST - 1, -1):
            border = closing(context, end)
            if kind == "plain" and (border < CLOSED or end - start < _LONG_ENOUGH):
                continue
            if border < CLOSED and context.clean[end - 1] in _NOT_LAST:
                continue
            if border > OPEN and _spelled(context, start, end, border):
                yield start, end, border
                break


def _spelled(context: Context, start: int, end: int, border: int) -> bool:
    """Whether a span is spelled in sounds: no words but names and places, and mostly sure characters."""
    clean, known = context.clean, mapping("foreign_name_chars")
    name = clean[start:end].replace("-", "")
    sure = sum(known.get(c) == "2" for c in name)
    if (
        sure * (3 if border == CLOSED else 2) < len(name) + (border == ACTING)
        or name in words("transcribed_words")
        or is_place(name)
    ):
        return False
    at = start
    while at < end:
        word = context.starting.get(at, "")
        if (
            len(word) > 1
            and at + len(word) <= end
            and not (dictionary_tag(word).startswith(("nr", "ns", "nz")) or seldom(word))
        ):
            return False
        if word and word in words("after_titles"):
            return False
        at += max(len(word), 1)
    return True
