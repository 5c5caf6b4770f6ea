"""What people do right behind the noun for them, where the verb is a surname too: 村民|种茶, 组织学生|练."""

from __future__ import annotations

import re

from bangfu.recognize.names.borders import AGE
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.names.likeness import likeness

_VERBS = frozenset("种养练磨修包盖查解习谈买植计从赛")
"""Seldom surnames that are verbs of everyday work."""
_ENDS = re.compile(f"(?![，（]今年|[，（][男女]|[，（]?{AGE})(?:[，。；、！？）”\n和与及]|$)")
_LIKE_NAMES = 2.4
"""The likeness above which a character is rather the end of a name than an object."""
_LONGEST_TITLE = 4


def is_deed(context: Context, start: int, end: int) -> bool:
    """Whether a verb and its object stand behind a noun of people, and the clause ends or a list goes on.

    Behind a profession only where a verb leads it.

    >>> from bangfu.recognize.names.context import context_of
    >>> is_deed(context_of("乡亲种茶，", ()), 2, 4), is_deed(context_of("乡亲谢芳，", ()), 2, 4)
    (True, False)
    """
    clean, kind = context.clean, context.titles_ending.get(start)
    if kind is None or end - start != 2 or clean[start] not in _VERBS or not _ENDS.match(clean, end):
        return False
    if likeness(clean[end - 1])[1] > _LIKE_NAMES:
        return False
    return kind == "plain" or _is_led(context, start)


def _is_led(context: Context, end: int) -> bool:
    """Whether a verb stands right before the title that ends at an offset: 组织|教师."""
    for start in range(end - 2, max(0, end - _LONGEST_TITLE) - 1, -1):
        if start in context.titles_starting:
            before = context.word_before(start)
            return before[-1:] == "着" or dictionary_tag(before).startswith("v")
    return False
