"""Names right before titles, behind a verb, a preposition or a mark: 经过|刘蓓|医生的治疗."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bangfu.lexicon import mapping, words
from bangfu.recognize.names.borders import CLOSED, FUNCTION, leads_on, seldom
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.people.fillings import Filling
from bangfu.recognize.people.frames import somebody

_LEADING = ("v", "p", "c")
"""Parts of speech of words before a name."""
_MARKS = frozenset("，。；：、“”！？\n （")
_BEING = frozenset(
    ("成为", "作为", "担任", "当", "做", "任", "是", "兼", "聘", "称为", "评为", "晋升", "升任", "选为")
)
"""What stands before a title by itself: 成为|高级|教师."""
_NUMERALS = frozenset("两几一二三四五六七八九十百")
"""Numbers, which no given name begins with."""
_BEFORE = frozenset("，。；：、“”！？\n 由给让和与跟向对在把被为是") | {""}
_COMMON = "3"
"""The class of the surnames that are very common."""
"""What a minority name may stand right behind."""
_SIZES, _ELEMENTS = (3, 2), (5, 4, 3, 2)
"""Characters of a Han name, and of a known element of minority names, the longest first."""
_TELLS = re.compile(
    "[。！？；，\n”]([\u4e00-\u9fff]{2,5}?)(?=告诉|[说讲][，：。]|介绍|表示|坦言|[，（](?:今年)?\\d{1,3}岁|[，,]?今年\\d)"
)
"""Who begins a clause and tells something, or is so old."""
_BECOMES = ("任", "当")
"""Verbs of one character between a name and a post."""


def ahead(context: Context) -> Iterator[Filling]:
    """Each common surname with a given name that stands between such a word and a title.

    >>> from bangfu.recognize.names.context import context_of
    >>> from bangfu.recognize.titles.find import find_titles
    >>> from bangfu.article import Document, Source, Span, Text
    >>> text = "经过刘蓓医生的治疗"
    >>> document = Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),))
    >>> [text[f.start : f.end] for f in ahead(context_of(text, find_titles(document, ())))]
    ['刘蓓']
    """
    for post, kind in context.titles_starting.items():
        if kind == "plain":
            continue
        end = post - (context.clean[post - 1 : post] in _BECOMES)  # 请王明|当|校长
        for start in (end - size for size in _SIZES if end >= size):
            if _is_led(context, start) and _is_name(context, start, end):
                yield Filling(start, end, CLOSED, doubtful=False)
                break


def elements_ahead(context: Context) -> Iterator[tuple[int, int]]:
    """Each known element of minority names before a title or where a clause begins with who tells."""
    known = words("minority_names")
    for post, kind in context.titles_starting.items():
        for start in (post - size for size in _ELEMENTS if kind != "plain" and post >= size):
            name = context.clean[start:post]
            if name in known and _is_led(context, start) and _is_cut(context, start):
                if not _is_half(context.clean, name):
                    yield start, post
                break
    for match in _TELLS.finditer(context.clean):
        if match[1] in known and not _is_half(context.clean, match[1]):
            yield match.span(1)


def _is_half(clean: str, name: str) -> bool:
    """Whether a text holds an element with another one beside it, so that it is half of somebody's name."""
    known, at = words("minority_names"), clean.find(name)
    while at >= 0:
        end = at + len(name)
        if any(clean[max(0, at - size) : at] in known or clean[end : end + size] in known for size in (2, 3)):
            return True
        at = clean.find(name, end)
    return False


def _is_cut(context: Context, start: int) -> bool:
    """Whether no sound of a longer name stands right before: 帕提|古丽."""
    return len(context.word_before(start)) > 1 or context.clean[start - 1 : start] in _BEFORE


def _is_led(context: Context, start: int) -> bool:
    """Whether a word that names stand behind ends there, or a mark."""
    if start == 0 or context.clean[start - 1] in _MARKS:
        return True
    before = context.word_before(start)
    if before in words("departments"):
        return True
    return before not in _BEING and dictionary_tag(before).startswith(_LEADING)


def _is_name(context: Context, start: int, end: int) -> bool:
    """Whether a common surname and a given name stand there, and no word of the dictionary."""
    name = context.clean[start:end]
    if mapping("surnames").get(name[0]) != _COMMON or not somebody(context, start, end):
        return False
    halves = (name[:2], name[1:]) if len(name) > 2 and not dictionary_tag(name) else ()
    if (
        name[1] in _NUMERALS
        or name[-1] in FUNCTION
        or leads_on(context, start, end)
        or any(dictionary_tag(half)[:2] not in ("", "nr") for half in halves)
    ):
        return False  # 韩国前|总统
    return dictionary_tag(name).startswith("nr") or seldom(name)
