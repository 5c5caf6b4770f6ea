"""Names built of known parts: ``·`` names, and Tibetan, Turkic, Mongolian and Yi names of known elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bangfu.lexicon import mapping, words
from bangfu.recognize.names_context import Context, dictionary_tag
from bangfu.recognize.names_features import FOREIGN
from bangfu.recognize.names_model import around_odds
from bangfu.recognize.names_openings import occurrences
from bangfu.recognize.people_borders import COMMONPLACE, OPEN, closing, speaks
from bangfu.recognize.people_transcribed import ALSO, SYLLABLES

_MOST_PIECES = 4
_ALSO = f"{ALSO}则来不司"
_ELEMENTS, _LED, _CROSSED = 2.5, 1.8, 3.0
_NOT_LAST = frozenset("于当都可能大同以从来曾因")  # transcription characters that rather begin the next word
_CALLED = re.compile(
    "(?:名[叫为]|[个位]叫|[是做]叫|叫做|岁的|毕业的|族(?:男孩|女孩|老人|阿妈|姑娘|汉子|小伙子?))$"
)
"""What a name of one element may stand behind: 有个叫|阿依夏木|的老奶奶, 12岁的|特木尔."""
_PUPILS = ("年级的", "班的")
_JOINTS = "、和与及"
_PARTICLES = ("的", "了", "着", "过")
_NOT_FIRST = frozenset("而的和与在是对由为同向给让了及、据听但")
_BODY = re.compile(
    '(?:纪念|国际|国立)?(?:医院|大学|中学|小学|学校|学院|基金会|机场|主义|大街|奖)|[”"][号级]|[号级](?=[航驱护潜巡战舰导])'
)
"""What bears somebody's name: 阿德万·卡迈勒|医院."""
_APPRENTICED = re.compile("[^，。；！？\n]{2,30}为[师徒]")
"""What follows 拜 where it is a verb: 艾山|拜市二中教师王小明为师."""
_DOT = re.compile("[·•・‧]")
_DOTTED = re.compile(
    r"[\u4e00-\u9fff]{1,9}(?:[·•・‧][\u4e00-\u9fff]{1,9}(?:[-－][\u4e00-\u9fff]{1,9})?){1,6}"
)
_ENDINGS = frozenset("措吉加杰太草江汗图")  # of Tibetan, Turkic and Mongolian names: 卓玛措, 热合曼江, 宝音图
_PLACE_TAIL = frozenset("旗县市乡镇村州盟省区山河湖路苏嘎寺")


def _runs(clean: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of the known elements that follow on each other."""
    ends: dict[int, list[int]] = {}
    for low, high in occurrences(clean, "minority_names"):
        ends.setdefault(low, []).append(high)
    reach: dict[int, tuple[int, int]] = {}
    for low in reversed(ends):  # 夏吾|才让 goes further than 夏吾才
        onward = [reach.get(high, (high, 0)) for high in ends[low]]
        reach[low] = max((furthest, count + 1) for furthest, count in onward)
    border = 0
    for low in ends:
        if low >= border:
            border, count = reach[low]
            yield low, border, count


def part_names(context: Context) -> Iterator[tuple[int, int, float, str]]:
    """Start, end, log-odds and rule of each name built of parts, in text order of each kind.

    >>> from bangfu.recognize.names_context import context_of
    >>> text = "老师阿卜杜拉·买买提和扎西次仁来了"
    >>> [text[start:end] for start, end, odds, _ in part_names(context_of(text, ())) if odds > 1]
    ['阿卜杜拉·买买提', '扎西次仁']
    """
    clean = context.clean
    match = _DOTTED.search(clean) if _DOT.search(clean) else None
    while match:
        start, end = _trimmed(context, *match.span())
        match = _DOTTED.search(clean, end)  # the next name may begin in what was trimmed
        if (
            end - start > 3 - (start in context.titles_ending)
            and _transcribed(clean[start:end])
            and not any(map(_plain, _DOT.split(clean[start:end])))
            and not _BODY.match(clean, end)
        ):
            first = _with_first_half(context, start)
            yield first, end, 6.0 if first == start else 9.0, "name:dotted"
    runs = list(_runs(clean))
    lows, highs = {low for low, _, _ in runs}, {high for _, high, _ in runs}
    for start, end, pieces in runs:
        if (
            pieces > _MOST_PIECES
            or clean[end : end + 1] in _PLACE_TAIL
            or _DOT.match(clean[start - 1 : start])
        ):
            continue
        if clean[end : end + 1] in _ENDINGS and _closed(context, end + 1) and not _closed(context, end):
            end, pieces = end + 1, pieces + 1
        longer = _ending(context, start, end)
        if longer > end:
            end, pieces = longer, pieces + 1
        opening = _opening(context, start)
        if opening < start and _closed(context, end):
            start, pieces = opening, pieces + 1
        around = around_odds(context, start, end, FOREIGN)
        joined = _joined(clean, start, highs, end, lows)
        called = _CALLED.search(clean, max(0, start - 4), start) is not None
        led = (_closed(context, end) and (joined or called or _in_slot(context, start, end))) or (
            called and clean[end : end + 1] == "的"
        )
        alone = _LED + joined if led else -_ELEMENTS
        base = _ELEMENTS if pieces > 1 else alone
        if start not in context.starting and start not in context.titles_ending:
            base -= _CROSSED
        yield start, end, base + max(-1.0 if led else -3.0, min(3.0, around)), "name:elements"


def _plain(part: str) -> bool:
    """Whether a part is a common word and no name: 清朗·整治."""
    common = len(part) > 1 and int(mapping("news_words").get(part, "0")) >= COMMONPLACE
    return common and not dictionary_tag(part).startswith(("nr", "ns", "nz"))


def _opening(context: Context, start: int) -> int:
    """Where a name begins whose first element is not known, right behind a title: 藏族老师|尼东|拉毛."""
    at = start - 2
    if at not in context.titles_ending or len(context.starting.get(at, "")) > 1:
        return start
    free = all("\u4e00" <= char <= "\u9fff" and char not in _NOT_FIRST for char in context.clean[at:start])
    return at if free else start


def _ending(context: Context, start: int, end: int) -> int:
    """Where a name ends whose last element is not known, behind a title: 院长鲁茸|尼品|介绍."""
    if start not in context.titles_ending or _closed(context, end):
        return end
    for at in (end + 1, end + 2):
        char, word = context.clean[at - 1 : at], context.starting.get(at - 1, "")
        known = char in mapping("foreign_name_chars") or char in ALSO or char in SYLLABLES
        if not word or not known or char in _NOT_FIRST or char in _NOT_LAST:
            return end
        if context.clean[at : at + 1] in _PARTICLES:
            return end  # 拉姆|怀的
        if closing(context, at) > OPEN or (at < len(context.clean) and len(context.starting.get(at, "")) > 1):
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
    return listed or said or start in context.titles_ending or context.clean.endswith(_PUPILS, 0, start)


def _closed(context: Context, end: int) -> bool:
    """Whether a span may end at an offset: before a mark, a verb, or another word."""
    return closing(context, end) > OPEN or len(context.starting.get(end, "")) > 1


def _trimmed(context: Context, start: int, end: int) -> tuple[int, int]:
    """A dotted run without the words before its first and behind its last part."""
    clean, known, titled = context.clean, mapping("foreign_name_chars"), context.titled
    dots = [m.start() for m in _DOT.finditer(clean, start, end)]
    begin = dots[0]
    while (
        begin > start and (clean[begin - 1] in known or clean[begin - 1] in _ALSO) and begin - 1 not in titled
    ):
        begin -= 1
    for low in (begin - 1, begin - 2):
        word = context.starting.get(low, "")
        if low >= start and low + len(word) == dots[0] and dictionary_tag(word).startswith("nr"):
            begin = low
    low = begin
    while low > start and clean[low - 1] not in _NOT_FIRST and low - 1 not in titled:
        low -= 1
    if (
        begin - low <= 2 + (clean[low - 1 : low] in ("、", "，", "：", "（"))
        and len(context.starting.get(low, "")) < 2
        and (low == start or low - 1 in titled or clean[low - 1] in _NOT_FIRST)
    ):
        begin = low  # nothing but the name since the last border
    to = dots[-1] + 1
    while to < end and to not in titled:
        element = _element(clean, to, end)
        if element > to and element not in titled:
            to = element  # 阿不都|热合曼
            continue
        if to > dots[-1] + 2 and _goes_on(context, to):
            break
        if (
            clean[to] not in known
            and clean[to] not in _ALSO
            and to > dots[-1] + 1
            and not _skipped(context, to)
        ):
            break
        to += 1
    while to > dots[-1] + 2 and clean[to - 1] in _NOT_LAST and not clean.endswith("不都", 0, to):
        to -= 1
    if clean[to - 1] == "拜" and _APPRENTICED.match(clean, to):
        to -= 1
    if to < end and dictionary_tag(clean[dots[-1] + 1 : to + 1]).startswith(("nr", "ns")):
        to += 1  # 亚历山|大
    return begin, to


def _element(clean: str, at: int, end: int) -> int:
    """Where a known element of three or more characters ends that begins here; else the offset itself."""
    known = words("minority_names")
    return next((to for to in range(min(at + 6, end), at + 2, -1) if clean[at:to] in known), at)


def _with_first_half(context: Context, start: int) -> int:
    """Where a name begins whose first given name has a hyphen: 让-皮埃尔·杜邦, 安娜-玛丽亚·洛佩斯."""
    clean, titled = context.clean, context.titled
    if clean[start - 1 : start] not in ("-", "－"):
        return start
    if clean[start - 2 : start - 1] == "让":
        return start - 2
    known, begin = mapping("foreign_name_chars"), start - 1
    while begin > 0 and start - begin < 6 and clean[begin - 1] in known and begin - 1 not in titled:
        begin -= 1
    return begin if start - begin > 2 else start


def _goes_on(context: Context, at: int) -> bool:
    """Whether a verb or an adverb of the sentence begins at an offset: 莫利|出席, 施耐德|曾."""
    word = context.starting.get(at, "")
    if word in words("after_names") and (len(word) > 1 or word not in mapping("foreign_name_chars")):
        return True
    return len(word) > 1 and dictionary_tag(word).startswith(("v", "d"))


def _skipped(context: Context, at: int) -> bool:
    """Whether a character of no transcription stands within one all the same: 托|合|塔洪."""
    clean, known = context.clean, mapping("foreign_name_chars")
    if len(context.starting.get(at + 1, "")) > 1 and not dictionary_tag(context.starting[at + 1]).startswith(
        ("nr", "ns")
    ):
        return False
    return clean[at] not in _NOT_FIRST and known.get(clean[at + 1 : at + 2]) == "2"


def _transcribed(name: str) -> bool:
    """Whether every part is made of transcription characters, or of sure ones for the most part."""
    known = mapping("foreign_name_chars")
    parts = _DOT.split(name)
    elements = words("minority_names")
    return all(parts) and all(
        part in elements
        or all(c in known or c in _ALSO or c in SYLLABLES for c in part)
        or sum(known.get(c) == "2" for c in part) * 2 >= len(part)
        for part in parts
    )
