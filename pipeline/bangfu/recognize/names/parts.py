"""Names built of parts: those with a dot, and Tibetan, Turkic, Mongolian and Yi names of known elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bangfu import dictionary
from bangfu.lexicon import mapping, words
from bangfu.recognize.names.borders import FUNCTION, OPEN, closing, speaks
from bangfu.recognize.names.context import Context
from bangfu.recognize.names.dotted import DOT, NOT_FIRST, dotted_names
from bangfu.recognize.names.elements import likely_pair
from bangfu.recognize.names.features import FOREIGN
from bangfu.recognize.names.model import around_odds
from bangfu.recognize.names.transcribed import ALSO, SYLLABLES

_MOST_PIECES = 4
_ELEMENTS, _LED, _CROSSED = 2.5, 1.8, 3.0
_NOT_LAST = frozenset("于当都可能大同以从来曾因也")
"""Transcription characters that rather begin the next word."""
_CALLED = re.compile(
    "(?:名[叫为字]|[个位我他她]叫|[是做]叫|叫做|岁的|毕业的|族(?:男孩|女孩|老人|阿妈|姑娘|汉子|小伙子?))$"
)
"""What a name of one element may stand behind: 有个叫|阿依夏木|的老奶奶, 12岁的|特木尔."""
_SOMEBODYS = re.compile(
    "(?:来自[^，。；！？：、\n的]{2,20}|年级|班|[县市区乡镇村州旗省院校所科室队团盟苏])的$"
)
"""Whose is who is named behind it: 来自某县的|央金."""
_LONGEST_LEAD, _AHEAD = 24, 6
_JOINTS = "、和与及"
_PARTICLES = ("的", "了", "着", "过", "到", "起", "住")
_ENDINGS = frozenset("措吉加杰太草江汗图")  # of Tibetan, Turkic and Mongolian names: 卓玛措, 热合曼江, 宝音图
_PLACE_TAIL = frozenset("旗县市乡镇村州盟省区山河湖路苏嘎寺")
_BEFORE_NAMES = frozenset("，。；：、（“！？\n据和与向为对让被给由有")
"""What a name may stand behind that begins with an unknown part."""


def part_names(context: Context) -> Iterator[tuple[int, int, float, str]]:
    """Start, end, log-odds and rule of each name built of parts, in text order of each kind.

    >>> from bangfu.recognize.names.context import context_of
    >>> text = "老师阿卜杜拉·买买提和扎西次仁来了"
    >>> [text[start:end] for start, end, odds, _ in part_names(context_of(text, ())) if odds > 1]
    ['阿卜杜拉·买买提', '扎西次仁']
    """
    clean, runs = context.clean, context.elements
    for start, end, odds in dotted_names(context):
        yield start, end, odds, "name:dotted"
    lows, highs = {run.start for run in runs}, {run.end for run in runs}
    for start, end, pieces in runs:
        if (
            pieces > _MOST_PIECES
            or clean[end : end + 1] in _PLACE_TAIL
            or DOT.match(clean[start - 1 : start])
            or DOT.match(clean, end)
        ):
            continue
        if clean[end : end + 1] in _ENDINGS and _closes(context, end + 1) and not _closed(context, end):
            end, pieces = end + 1, pieces + 1
        longer = _ending(context, start, end)
        if longer > end:
            end, pieces = longer, pieces + 1
        opening = _opening(context, start, end)
        if opening < start and _closed(context, end):
            start, pieces = opening, pieces + 1
        around = around_odds(context, start, end, FOREIGN)
        joined = _joined(clean, start, highs, end, lows)
        called = _called(context, start)
        led = (_closed(context, end) and (joined or called or _in_slot(context, start, end))) or (
            called and clean[end : end + 1] == "的"
        )
        alone = _LED + joined if led else -_ELEMENTS
        base = _ELEMENTS if pieces > 1 else alone
        if start not in context.starting and start not in context.titles_ending:
            base -= _CROSSED
        yield start, end, base + max(-1.0 if led else -3.0, min(3.0, around)), "name:elements"


def _called(context: Context, start: int) -> bool:
    """Whether somebody is called what begins at an offset."""
    return _CALLED.search(context.clean, max(0, start - 4), start) is not None


def _somebodys(context: Context, start: int) -> bool:
    """Whether who is named at an offset is said to be from somewhere: 来自某县的|央金, 某医院的|央金."""
    if context.clean[start - 1 : start] != "的":
        return False
    lead = _SOMEBODYS.search(context.clean, max(0, start - _LONGEST_LEAD), start)
    return lead is not None or start - 1 in context.bodies


def _opening(context: Context, start: int, end: int) -> int:
    """Where a name begins whose first part is not known: 藏族老师|尼东|拉毛, 教师|王|卓玛."""
    clean, at = context.clean, start - 2
    if clean[end - 1] == "和" and end - start == 2:
        return start  # 施瓦|布和
    titled = at in context.titles_ending and len(context.starting.get(at, "")) < 2
    if titled and all("\u4e00" <= char <= "\u9fff" and char not in NOT_FIRST for char in clean[at:start]):
        return at
    if at >= 0 and likely_pair(clean[at:start]) and _may_begin(context, at):
        return at
    at = start - 1
    surname = mapping("surnames").get(clean[at : at + 1], "1") != "1" and clean[at] not in FUNCTION
    if surname and end - at > 3 and len(context.starting.get(at, "")) == 1 and _may_begin(context, at):
        return at
    for at in (start - 1, start - 2, start - 3):
        led = at in context.titles_ending or _somebodys(context, at)
        if at > 0 and led and all(map(_sounds, clean[at:start])):
            return at
    return start


def _may_begin(context: Context, at: int) -> bool:
    """Whether a name may begin at an offset: behind a title, a mark or a preposition."""
    return (
        at == 0
        or at in context.titles_ending
        or context.clean[at - 1] in _BEFORE_NAMES
        or _called(context, at)
        or _somebodys(context, at)
    )


def _sounds(char: str) -> bool:
    known = char in mapping("foreign_name_chars") or char in ALSO or char in SYLLABLES
    return known and char not in NOT_FIRST


def _ending(context: Context, start: int, end: int) -> int:
    """Where a name ends whose last part is not known: 院长鲁茸|尼品|介绍, 格桑|梅朵|来了."""
    clean = context.clean
    if _closed(context, end):
        return end
    titled = start in context.titles_ending or _called(context, start) or _somebodys(context, start)
    if likely_pair(clean[end : end + 2]) and end + 2 not in context.starting and _closes(context, end + 2):
        return end + 2  # 洛松|邓增|送去
    for at in (end + 1, end + 2):
        word = context.starting.get(at - 1, "")
        pair = at == end + 2 and likely_pair(clean[end:at])
        if (not word and not pair) or not _sounds(clean[at - 1 : at]) or clean[at - 1] in _NOT_LAST:
            return end
        if clean[at : at + 1] in _PARTICLES:
            return end  # 拉姆|怀的
        if (titled or pair) and (at == len(clean) or _closed(context, at)):
            return at
    return end


def _joined(clean: str, start: int, ends: set[int], end: int, starts: set[int]) -> bool:
    """Whether another name of known elements stands beside, with one conjunction between."""
    before, after = clean[start - 1 : start], clean[end : end + 1]
    return (before != "" and before in _JOINTS and start - 1 in ends) or (
        after != "" and after in _JOINTS and end + 1 in starts
    )


def _in_slot(context: Context, start: int, end: int) -> bool:
    """Whether a title, a list or what was said speaks for a name of one element."""
    before = context.clean[start - 1 : start]
    listed = before == "、" and bool(closing(context, end))
    said = before == "”" and speaks(context, end)
    from_there = bool(closing(context, end)) and _somebodys(context, start)
    return listed or said or from_there or start in context.titles_ending


def _closes(context: Context, end: int) -> bool:
    """Whether a span may end at an offset, also within a word if what follows is cut so by itself."""
    if end in context.starting or end == len(context.clean):
        return _closed(context, end)
    word = dictionary.cut(context.clean[end : end + _AHEAD])[0]
    return len(word) > 1 or word in words("after_names")


def _closed(context: Context, end: int) -> bool:
    """Whether a span may end at an offset: before a mark, a verb, or another word."""
    return closing(context, end) > OPEN or len(context.starting.get(end, "")) > 1
