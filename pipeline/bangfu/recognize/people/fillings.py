"""What fills a slot: a surname with a given name, and how it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bangfu.lexicon import mapping, words
from bangfu.recognize.names.borders import (
    ACTING,
    CLOSED,
    FUNCTION,
    JOINED,
    LEADING,
    aged,
    before_word,
    closing,
    commonplace,
    cut_free,
    fits,
    personal,
    seldom,
    speaks,
    surname_at,
    whole,
)
from bangfu.recognize.names.candidates import in_given_name
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.names.likeness import likeness
from bangfu.recognize.news_words import heard
from bangfu.recognize.people.deeds import is_deed
from bangfu.recognize.people.looks import by_surname, takes_adverb, twofold
from bangfu.recognize.people.phrases import is_of_several, is_place_of_level
from bangfu.recognize.people.unclosed import pure, unclosed
from bangfu.recognize.places import is_place

BODY, DESCRIBED, TITLED, CALLED = 0, 1, 2, 3
"""What opens a slot: an institution, a word that describes somebody or a name of the same list, a title,
``名叫``."""

_GIVEN = re.compile(r"[\u4e00-\u9fff]{1,2}")
_GOING_ON = ("v", "d", "p", "c", "r", "s", "f", "m")
_OFTEN = ("d", "t", "r", "m", "q")
_NUMERALS = frozenset("二三四五六七八九十")
_ADVERBS = frozenset("互又均皆还也却且仍已再则")
_PARTICLES = frozenset("的了着过们吗呢吧摄地")

_NO_NAME = -0.95
"""The likeness of a last character below which a mark behind it does not make a name of it."""
_ALIKE = 0.0
"""How much the characters of a verb may be like those of given names."""
_TOGETHER = frozenset("同和来由却")
_LIKE_NAMES = frozenset(["段长", "司令", "班长", "关长", "官长", "连长", "乐师", "宗师", "司长"])
"""Titles that names begin with too."""
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
    """Each surname with a given name at an offset where a slot opens, by what opens it."""
    clean = context.clean
    if clean[start : start + 1] in LEADING and start + 1 in context.starting and surname_at(clean, start + 1):
        start += 1  # 队员|有|陆萍、
    longest = surname_at(clean, start)
    unknown = not longest and opener == TITLED and in_given_name(clean[start : start + 1])
    if opener > BODY and longest == 1 and _married(context, start, JOINED if opener == TITLED else CLOSED):
        yield Filling(start, start + 4, JOINED, doubtful=True)
    longest += unknown
    given = _GIVEN.match(clean, start + longest) if longest else None
    if (
        given is None
        or (start in context.titled and not _clashes(context, start))
        or clean[start : start + 2] in words("people_nouns")
        or twofold(clean, start)
        or (clean[start] == "第" and clean[start + 1] in _NUMERALS | {"一"})
    ):
        return  # 新四军|第五师
    long = int(longest == 2 and clean[start] not in words("surnames"))
    if mapping("compound_surnames").get(clean[start : start + 2]) == "yi":
        long = 0 if clean[start] in words("surnames") else 2  # their given names have two characters
    rare = longest == 1 and mapping("surnames").get(clean[start], "1") == "1"  # 妹妹|买本子
    unlisted = longest == 1 and (unknown or clean[start] in words("rare_surnames"))
    crossed = unlisted and not personal(context, start + 1, given.end())
    if unlisted:
        long = 1  # 航天员|乘组: with one character more they are words
        if opener == BODY or (crossed and not (opener == TITLED and _unheard(context, start, given.end()))):
            return
    closed = False
    for end in range(start + 2 + long, given.end() + 1):
        if by_surname(clean[start:end]):
            continue  # 年近八旬的|林老
        if clean[start:end] in words("counted_nouns") or not _PARTICLES.isdisjoint(clean[start + 1 : end]):
            continue  # 专家|代表: many people, and no name of one
        if is_deed(context, start, end):
            continue  # 组织学生|练琴
        if opener < TITLED and commonplace(clean[start:end]) and clean[start:end] in words("not_names"):
            continue  # 女子|滑雪
        if clean[end - 1] in _ROOMS and dictionary_tag(clean[start : end - 1])[:1] in ("n", "v"):
            continue  # 某中学|宿舍楼, 某医院|宣传科
        if opener < TITLED and end - start == 3 and clean[end - 1] in _DIVISIONS:
            continue  # 定点帮扶的|沙河村
        if clean[end - 1] in "任当" and end in context.titles_starting and end - start > 2:
            continue  # 秘书长宁平|任理事长
        if _leads_on(clean[start:end]) and end not in context.titles_starting:
            continue  # 专家|来义诊, 总书记|曾指出
        if is_place_of_level(clean, start, end):
            continue  # 某区长|安小区
        if opener > BODY and is_of_several(clean, start, end):
            continue  # 三名老师|高兴地
        if unknown and _acts_on(clean[start], clean[start + 1 : end]):
            continue  # 医生|送|锦旗
        if unknown and is_place(clean[start + 1 : end]):
            continue  # 校长|赴云南
        if end - start > 2 and clean[end - 1] in _NUMERALS and aged(context, end - 1):
            continue  # 胡晓|三十二岁
        if end - start > 2 and takes_adverb(context, end):
            continue  # 教师陈伟|曾说
        border = fits(context, start, end, opener > DESCRIBED)
        if border == JOINED and end - start == 2 and end + 1 in context.starting and whole(context, end + 1):
            continue  # 谢续|学在
        if (border != CLOSED or unlisted) and longest == 1 and clean[end - 1] in _ADVERBS:
            continue  # 宋赛|互致贺电
        onward = unlisted and clean[end - 1] in words("after_names")
        if onward and (border != CLOSED or likeness(clean[end - 1])[1] < _NO_NAME):
            continue  # 大夫|上塬|来
        if (unknown or crossed) and border < JOINED:
            continue
        firm = opener > DESCRIBED and border == CLOSED
        ranked = clean[start + 1 : end] in _RANKS and longest == 1 and clean[start] not in FUNCTION
        if (
            border
            and (ranked or end - 1 not in context.titled)
            and (opener > BODY or cut_free(context, start, end))
        ):
            doubtful = opener < CALLED and _doubtful(context, start, end, firm)
            common = opener < TITLED and end - start == 2 and heard(clean[start:end]) > 0
            sure = clean[start] in pure() and (
                border == CLOSED or (border == JOINED and personal(context, start, end))
            )
            weak = (opener == BODY and not sure) or (opener == DESCRIBED and border == ACTING) or rare
            closed = True
            yield Filling(start, end, border, doubtful or common or weak, unknown or crossed)
    if opener == TITLED and not closed and longest == 1 and surname_at(clean, start) != 2:
        free = unclosed(context, start)
        if free:
            yield Filling(start, free, ACTING, doubtful=False)


def _leads_on(name: str) -> bool:
    """Whether a word of grammar stands before another word there: 和|家长, 曾|指出, but not 曾|建国."""
    if not before_word(name) or name[0] in _TOGETHER:
        return before_word(name)
    alike = likeness(name[1])[0] + likeness(name[2])[1]
    return dictionary_tag(name[1:]).startswith(("v", "d")) and not seldom(name[1:]) and alike < _ALIKE


def _clashes(context: Context, start: int) -> bool:
    """Whether a title behind a title is rather the beginning of a name: 副院长|段长|江, 主任|司令|川."""
    return (
        context.titles_ending.get(start, "plain") != "plain"
        and start in context.titles_starting
        and start + 2 in context.titles_ending
        and context.clean[start : start + 2] in _LIKE_NAMES
    )


def _ends_married(context: Context, end: int, least: int) -> bool:
    """Whether such a name may end at an offset: at a mark, or before a verb but not in one."""
    border, last = closing(context, end), context.clean[end - 1]
    if border == CLOSED or border < least:
        return border >= least
    return likeness(last)[1] > 0 and dictionary_tag(last)[:1] not in ("v", "d", "p")


def _married(context: Context, start: int, least: int) -> bool:
    """Whether four characters up to a border are two surnames with a given name: 陈|方|安生."""
    common = mapping("surnames")
    return (
        start + 4 <= len(context.clean)
        and context.clean[start] not in FUNCTION
        and "1" not in [common.get(c, "1") for c in context.clean[start : start + 2]]
        and start + 4 <= len(context.clean)
        and _GIVEN.fullmatch(context.clean, start + 2, start + 4) is not None
        and (_ends_married(context, start + 4, least) or speaks(context, start + 4))
        and personal(context, start, start + 4)
        and context.clean[start + 3] not in _PARTICLES
    )


def _unheard(context: Context, start: int, end: int) -> bool:
    """Whether words that cross the end of a surname are seldom read: 归|海生, 思华|忠."""
    first, given = context.starting.get(start, ""), context.starting.get(start + 1, "")
    return seldom(given) if start + 1 + len(given) == end and given else len(first) == 2 and seldom(first)


def _doubtful(context: Context, start: int, end: int, firm: bool) -> bool:
    first, given = context.starting.get(start, ""), context.clean[start + 1 : end]
    if context.starting.get(end) == "的":
        return True
    if len(given) == 2 and given[0] == given[1] and not dictionary_tag(given).startswith(_OFTEN):
        return False  # 谈|笑笑
    if context.clean[start] in FUNCTION:
        return not firm or before_word(context.clean[start:end])
    return start + 1 < start + len(first) < end and dictionary_tag(first).startswith(_GOING_ON)


def _acts_on(verb: str, word: str) -> bool:
    """Whether a verb and its object stand there: 送|锦旗, but not 加|卢津."""
    if verb in mapping("foreign_name_chars") or not dictionary_tag(verb).startswith("v"):
        return False
    return dictionary_tag(word) in ("n", "ns")
