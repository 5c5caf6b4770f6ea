"""What fills a slot: a surname with a given name, and how it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bangfu.lexicon import mapping, words
from bangfu.recognize.names.borders import (
    ACTING,
    CLOSED,
    FUNCTION,
    JOINED,
    LEADING,
    before_word,
    closing,
    cut_free,
    fits,
    personal,
    surname_at,
)
from bangfu.recognize.names.candidates import in_given_name
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.names.openings import likeness
from bangfu.recognize.news_words import commonplace, heard, seldom
from bangfu.recognize.people.looks import by_surname, takes_adverb
from bangfu.recognize.places import is_place

BODY, DESCRIBED, TITLED, CALLED = 0, 1, 2, 3
"""What opens a slot: an institution, a word that describes somebody or a name of the same list, a title,
``名叫``."""

_GIVEN = re.compile(r"[\u4e00-\u9fff]{1,2}")
_ALSO_WORDS = FUNCTION | frozenset("万于任何余曾方高房文金钱常司厉施储农车贝逢全")
_BARE = ("nr", "nrt", "x", "zg", "nz")
"""Tags of characters that are words as surnames alone."""
_GRAMMAR = ("d", "p", "c", "r", "m", "t", "u", "f", "y")
_GOING_ON = ("v", "d", "p", "c", "r", "s", "f", "m")
_PARTICLES = frozenset("的了着过们吗呢吧摄地")

_NO_NAME = -0.95
"""The likeness of a last character below which a mark behind it does not make a name of it."""
_RANKS = frozenset(["亚军", "冠军", "将军", "状元", "英雄", "先锋"])
"""Titles that are given names too."""
_DIVISIONS = frozenset("镇乡县村")
_ROOMS = frozenset("楼科室部处")
"""With which the parts of a body end that may look like names."""


@dataclass(frozen=True, slots=True)
class Filling:
    """A surname with a given name in a slot, and how it ends.

    ``doubtful``: it may be what the clause goes on with, so that its characters must look like a name.
    ``unknown``: its surname is in no lexicon, or within a word, so that they must look like one very much.
    """

    start: int
    end: int
    border: int
    doubtful: bool
    unknown: bool = False


def fillings(context: Context, start: int, opener: int) -> Iterator[Filling]:
    """Each surname with a given name at an offset where a slot opens, by what opens it.

    >>> from bangfu.recognize.names.context import context_of
    >>> [(f.start, f.end) for f in fillings(context_of("副市长田园，", ()), 3, TITLED)]
    [(3, 5)]
    """
    clean = context.clean
    if clean[start : start + 1] in LEADING and surname_at(clean, start + 1) and start + 1 in context.starting:
        start += 1  # 队员|有|陆萍、
    longest = surname_at(clean, start)
    unknown = not longest and opener == TITLED and in_given_name(clean[start : start + 1])
    if opener > BODY and longest == 1 and _married(context, start, JOINED if opener == TITLED else CLOSED):
        yield Filling(start, start + 4, JOINED, doubtful=True)
    longest += unknown
    given = _GIVEN.match(clean, start + longest) if longest else None
    if given is None or start in context.titled or clean[start : start + 2] in words("people_nouns"):
        return
    rare = longest == 1 and mapping("surnames").get(clean[start], "1") == "1"  # 妹妹|买本子
    unlisted = longest == 1 and (unknown or clean[start] in words("rare_surnames"))
    crossed = unlisted and not personal(context, start + 1, given.end())
    if unlisted and (
        opener == BODY or (crossed and not (opener == TITLED and _unheard(context, start, given.end())))
    ):
        return
    # 航天员|乘组: a surname that is none, or half of one of two characters, has two characters behind it
    long = unlisted or (longest == 2 and clean[start] not in words("surnames"))
    closed = False
    for end in range(start + 2 + long, given.end() + 1):
        name, last = clean[start:end], clean[end - 1]
        if _is_other(context, start, end, opener) or (unknown and is_place(name[1:])):
            continue
        border = fits(context, start, end, opener > DESCRIBED)
        if unlisted and last in words("after_names") and (border != CLOSED or likeness(last)[1] < _NO_NAME):
            continue  # 大夫|上塬|来
        if not border or ((unknown or crossed) and border < JOINED):
            continue
        if end - 1 in context.titled and name[1:] not in _RANKS:
            continue
        if opener == BODY and not cut_free(context, start, end):
            continue
        firm = opener > DESCRIBED and border == CLOSED
        common = opener < TITLED and end - start == 2 and heard(name) > 0
        sure = name[0] in _pure() and (border == CLOSED or personal(context, start, end))
        doubtful = (
            common
            or rare
            or (opener == BODY and not sure)
            or (opener < CALLED and _doubtful(context, start, end, firm))
        )
        closed = True
        yield Filling(start, end, border, doubtful, unknown or crossed)
    if opener == TITLED and not closed and longest == 1 and _unclosed(context, start):
        yield Filling(start, start + 3, ACTING, doubtful=False)


def _is_other(context: Context, start: int, end: int, opener: int) -> bool:
    """Whether a span of a slot is people, a room, a village, or what a clause goes on with."""
    name = context.clean[start:end]
    if by_surname(name) or (len(name) > 2 and name[-1] in "任当" and end in context.titles_starting):
        return True  # 年近八旬的|林老, 秘书长宁平|任理事长
    if name in words("counted_nouns") or not _PARTICLES.isdisjoint(name[1:]):
        return True  # 专家|代表: many people, and no name of one
    if opener < TITLED and commonplace(name) and name in words("not_names"):
        return True  # 女子|滑雪
    if name[-1] in _ROOMS and dictionary_tag(name[:-1])[:1] in ("n", "v"):
        return True  # 某中学|宿舍楼, 某医院|宣传科
    if opener < TITLED and len(name) == 3 and name[-1] in _DIVISIONS:
        return True  # 定点帮扶的|沙河村
    if name[0] in "来和从" and before_word(name) and end not in context.titles_starting:
        return True  # 专家|来义诊
    return len(name) > 2 and takes_adverb(context, end)  # 教师陈伟|曾说


def _married(context: Context, start: int, least: int) -> bool:
    """Whether four characters up to a border are two surnames with a given name: 陈|方|安生."""
    tiers = mapping("surnames")
    return (
        all(tiers.get(char, "1") > "1" for char in context.clean[start : start + 2])
        and context.clean[start] not in FUNCTION
        and start + 4 <= len(context.clean)
        and _GIVEN.fullmatch(context.clean, start + 2, start + 4) is not None
        and closing(context, start + 4) >= least
        and dictionary_tag(context.clean[start + 3])[:1] not in ("v", "d", "p")
        and personal(context, start, start + 4)
    )


def _unheard(context: Context, start: int, end: int) -> bool:
    """Whether words that cross the end of a surname are seldom read: 归|海生, 思华|忠."""
    first, given = context.starting.get(start, ""), context.starting.get(start + 1, "")
    return seldom(given) if start + 1 + len(given) == end and given else len(first) == 2 and seldom(first)


def _doubtful(context: Context, start: int, end: int, firm: bool) -> bool:
    """Whether a span may be what the clause goes on with: before 的, a word of grammar, or a verb."""
    first = context.starting.get(start, "")
    if context.starting.get(end) == "的":
        return True
    if context.clean[start] in FUNCTION:
        return not firm
    return start + 1 < start + len(first) < end and dictionary_tag(first).startswith(_GOING_ON)


@lru_cache(maxsize=1)
def _pure() -> frozenset[str]:
    """Surnames whose characters are hardly a word of their own."""
    tiers = mapping("surnames")
    known = [s for s, tier in tiers.items() if tier == "3" or (tier == "2" and dictionary_tag(s) in _BARE)]
    return frozenset(known) - _ALSO_WORDS


def _unclosed(context: Context, start: int) -> bool:
    """Whether a pure surname has two characters behind it that the words cut free: 董事长|邱问津|祖籍某地."""
    clean, starting, end = context.clean, context.starting, start + 3
    if clean[start] not in _pure() or starting.get(start) != clean[start] or end not in starting:
        return False
    word, given = starting.get(start + 1, ""), clean[start + 1 : end]
    if word == given and seldom(word):
        return True  # 廖|不凡
    ruled = commonplace(word) or dictionary_tag(word).startswith(_GRAMMAR)
    return all(map(in_given_name, given)) and not (len(word) > 1 and ruled)
