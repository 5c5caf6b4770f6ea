"""Slots: places in a sentence that hold a name whatever its characters are.

Behind a title, a word of kinship, ``名叫`` or a name of the same list, and before a mark or a word that names
stand before, a surname with a given name is a person also where the dictionary knows the pair as a word:
``副市长田园，``. What titles stand before otherwise (教师培训, 学生成绩) is a lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bangfu.lexicon import mapping, words
from bangfu.recognize.names_candidates import in_given_name
from bangfu.recognize.names_context import Context, dictionary_tag
from bangfu.recognize.names_joined import joined_name
from bangfu.recognize.people_borders import (
    ACTING,
    CLOSED,
    FUNCTION,
    JOINED,
    before_word,
    closing,
    commonplace,
    cut_free,
    fits,
    personal,
    seldom,
    speaks,
    surname_at,
)

BODY, DESCRIBED, TITLED, CALLED = 0, 1, 2, 3
"""What opens a slot: an institution, a word that describes somebody or a name of the same list, a title,
``名叫``."""

_GIVEN = re.compile(r"[\u4e00-\u9fff]{1,2}")
_GOING_ON = ("v", "d", "p", "c", "r", "s", "f", "m")
# The first item is a plain class or character, because the engine can then skip to it in C.
_CALLED = re.compile(
    "[名叫岁来](?:(?<=名)(?:叫|字[叫是]|为)|(?<=叫)[做作]|(?<=[人他她师生孩者员长友工民女子]叫)|(?<=一[个位名]叫)|(?<=岁)的|(?<=[派批同道请]来)的)|接替"
)
_WARD = re.compile("科(?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff]{2})")
_PROXY = re.compile("[（(]([\u4e00-\u9fff]{2,3})代[）)]")
_SPACED = re.compile(
    "[ \u3000](?<=[\u4e00-\u9fff].)(?<![\u4e00-\u9fff]{2}.)[ \u3000]?[\u4e00-\u9fff](?![\u4e00-\u9fff])"
)
_SOMEBODYS = re.compile(
    "的(?:(?<=[科室部级班院校学司村组队处局心业团社所站位]的)(?<![东西南北中]部的)|(?<=教[\u4e00-\u9fff]{2}的))"
)
_IS_SOMEBODY = re.compile("是(?:(?<=一[个位名]是)|(?<=最[大小老早]的是))")
"""What somebody's name may stand behind, among many other things: 儿科的, 五年级的, 教英语的, 一个是."""
_QUOTED = re.compile("”(?<=[。！？，…].)")
"""What somebody's name stands behind who has said it."""
_APPOINTED = re.compile(
    "[，。；：\n]([\u4e00-\u9fff]{2,3})(?:[担兼接升挂]任|出任|任|当选)(?=[^务何期教职意由]{2,24}(?:长|书记|主[任席]|委员|经理|校监|干事))"
)
"""Who is said to take a post at the beginning of a clause: 王小川|任某县副县长."""
_SERVING = re.compile("(?:担任|身为|出任|当|做|任)[^，。、；！？：\n的]*$")
"""What says that the title before 的 is somebody's: 当律师的王小川."""
_LONGEST_SERVICE = 16
_BRACKET = re.compile(r"[（(][^（()）。；\n]{1,24}[）)]")
_ADVERBS = frozenset("互又均皆还也却且仍已再则")
_PARTICLES = frozenset("的了着过们吗呢吧")

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


def slots(context: Context) -> Iterator[Filling]:
    """Each surname with a given name that fills a slot.

    >>> from bangfu.recognize.names_context import context_of
    >>> list(slots(context_of("他名叫田园，是村医", ())))
    [Filling(start=3, end=5, border=3, doubtful=False, unknown=False)]
    """
    clean = context.clean

    def word_at(offset: int) -> str:
        return context.starting.get(offset, "")

    for start, kind in context.titles_ending.items():
        if kind != "plain" and (end := joined_name(clean, start, word_at)):
            yield Filling(start, end, JOINED, doubtful=False)
        yield from fillings(context, behind_bracket(clean, start), DESCRIBED if kind == "plain" else TITLED)
        if clean[start : start + 1] == "的" and kind != "plain":
            serving = _SERVING.search(clean, max(0, start - _LONGEST_SERVICE), start)
            for filling in fillings(context, start + 1, TITLED if serving else DESCRIBED):
                if serving or personal(context, filling.start, filling.end):
                    yield filling
    for start in context.bodies:
        if start not in context.titles_ending:
            yield from fillings(context, start + (clean[start : start + 1] == "的"), BODY)
    for match in _WARD.finditer(clean):
        if match.end() in context.starting and any(
            clean[at : match.end()] in words("departments") for at in range(max(0, match.end() - 8), match.end())
        ):
            for filling in fillings(context, match.end(), DESCRIBED):
                if filling.border > ACTING and personal(context, filling.start, filling.end):
                    yield filling
    for match in _CALLED.finditer(clean):
        yield from fillings(context, match.end(), DESCRIBED if match.group()[-1] in "的替" else CALLED)
    for match in _SOMEBODYS.finditer(clean):
        if match.end() in context.starting:
            near = clean[match.start() - 1] in "级班"
            yield from fillings(context, match.end(), DESCRIBED if near else BODY)
    for match in _IS_SOMEBODY.finditer(clean):
        yield from fillings(context, match.end(), DESCRIBED)
    for match in _QUOTED.finditer(clean):
        for filling in fillings(context, match.end(), DESCRIBED):
            if speaks(context, filling.end) and personal(context, filling.start, filling.end):
                yield filling
    for match in _PROXY.finditer(clean):
        if surname_at(clean, match.start(1)):
            yield Filling(*match.span(1), CLOSED, doubtful=False)
    for match in _APPOINTED.finditer(clean):
        start, end = match.span(1)
        if surname_at(clean, start) and start in context.starting and end in context.starting:
            yield Filling(start, end, JOINED, doubtful=True)


def behind_bracket(clean: str, at: int) -> int:
    """Where what a bracket at an offset adds has ended, the offset itself without one.

    >>> behind_bracket("副县长（挂职）田园，", 3), behind_bracket("副县长田园，", 3)
    (7, 3)
    """
    bracket = _BRACKET.match(clean, at) if clean[at : at + 1] in ("（", "(") else None
    return bracket.end() if bracket is not None else at


def fillings(context: Context, start: int, opener: int) -> Iterator[Filling]:
    """Each surname with a given name at an offset where a slot opens, by what opens it."""
    clean = context.clean
    longest = surname_at(clean, start)
    unknown = not longest and opener == TITLED and in_given_name(clean[start : start + 1])
    if opener > BODY and longest == 1 and _married(context, start):
        yield Filling(start, start + 4, JOINED, doubtful=True)
    longest += unknown
    given = _GIVEN.match(clean, start + longest) if longest else None
    if given is None or start in context.titled:
        return
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
    for end in range(start + 2 + long, given.end() + 1):
        if clean[start:end] in words("counted_nouns") or not _PARTICLES.isdisjoint(clean[start + 1 : end]):
            continue  # 专家|代表: many people, and no name of one
        if opener < TITLED and commonplace(clean[start:end]) and clean[start:end] in words("not_names"):
            continue  # 女子|滑雪
        if clean[end - 1] in _ROOMS and dictionary_tag(clean[start : end - 1])[:1] in ("n", "v"):
            continue  # 某中学|宿舍楼, 某医院|宣传科
        if clean[end - 1] in "任当" and end in context.titles_starting and end - start > 2:
            continue  # 秘书长宁平|任理事长
        border = fits(context, start, end, opener > DESCRIBED)
        if (border != CLOSED or unlisted) and longest == 1 and clean[end - 1] in _ADVERBS:
            continue  # 宋赛|互致贺电
        if unlisted and clean[end - 1] in words("after_names"):
            continue
        if (unknown or crossed) and border < JOINED:
            continue
        firm = opener > DESCRIBED and border == CLOSED
        if border and end - 1 not in context.titled and (opener > BODY or cut_free(context, start, end)):
            doubtful = opener < CALLED and _doubtful(context, start, end, firm)
            common = opener < TITLED and end - start == 2 and clean[start:end] in mapping("news_words")
            weak = opener == BODY or (opener == DESCRIBED and border == ACTING) or rare
            yield Filling(start, end, border, doubtful or common or weak, unknown or crossed)


def _married(context: Context, start: int) -> bool:
    """Whether four characters up to a border are two surnames with a given name: 陈|方|安生."""
    common = mapping("surnames")
    return (
        context.clean[start : start + 1] not in FUNCTION
        and "1" not in [common.get(c, "1") for c in context.clean[start : start + 2]]
        and _GIVEN.fullmatch(context.clean, start + 2, start + 4) is not None
        and (closing(context, start + 4) == CLOSED or speaks(context, start + 4))
        and personal(context, start, start + 4)
    )


def _unheard(context: Context, start: int, end: int) -> bool:
    """Whether words that cross the end of a surname are seldom read: 归|海生, 思华|忠."""
    first, given = context.starting.get(start, ""), context.starting.get(start + 1, "")
    return seldom(given) if start + 1 + len(given) == end and given else len(first) == 2 and seldom(first)


def spaced(context: Context) -> Iterator[tuple[int, int]]:
    """Each surname and character set apart by a blank, behind a title, a colon or 、: 校长 王 芬.

    >>> from bangfu.recognize.names_context import context_of
    >>> list(spaced(context_of("主持人：李 娜", ())))
    [(4, 7)]
    """
    end = 0
    for match in _SPACED.finditer(context.clean):
        start = match.start() - 1
        if start < end:
            continue
        end = match.end()
        ahead = start
        while ahead and context.clean[ahead - 1] in " \u3000":
            ahead -= 1
        if surname_at(context.clean, start) and (
            ahead in context.titles_ending or context.clean[ahead - 1 : ahead] in ("：", ":", "、")
        ):
            yield start, end


def _doubtful(context: Context, start: int, end: int, firm: bool) -> bool:
    first = context.starting.get(start, "")
    if context.starting.get(end) == "的":
        return True
    if context.clean[start] in FUNCTION:
        return not firm or before_word(context.clean[start:end])
    return start + 1 < start + len(first) < end and dictionary_tag(first).startswith(_GOING_ON)
