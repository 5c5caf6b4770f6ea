"""Names in parts with a dot between: where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bangfu.lexicon import mapping, words
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.names.transcribed import ALSO, SYLLABLES
from bangfu.recognize.news_words import COMMONPLACE, heard

DOT = re.compile("[·•・‧]")
_ALSO = f"{ALSO}则来不司"
_NOT_LAST = frozenset("于当都可能大同以从来曾因")  # transcription characters that rather begin the next word
NOT_FIRST = frozenset("而的和与在是对由为同向给让了及、据听但有叫名请将被把跟应")
_JOINT = re.compile("[和与及]")
_BODY = re.compile(
    '(?:纪念|国际|国立)?(?:医院|大学|中学|小学|学校|学院|基金会|机场|主义|大街|奖)|[”"][号级]|[号级](?=[航驱护潜巡战舰导])'
)
"""What bears somebody's name: 阿德万·卡迈勒|医院."""
_APPRENTICED = re.compile("[^，。；！？\n]{2,30}为[师徒]")
"""What follows 拜 where it is a verb: 艾山|拜市二中教师王小明为师."""
_DEEDS, _REACHING = ("v", "vn", "d", "n"), ("了", "着", "过", "进", "到", "上", "出", "入", "起")
"""Tags of words and what stands behind a verb that somebody is the subject of: 骑马, 考|进."""
_LONGEST_PART = 9
_DOTTED = re.compile(
    r"[\u4e00-\u9fff]{1,9}(?:[·•・‧][\u4e00-\u9fff]{1,9}(?:[-－][\u4e00-\u9fff]{1,9})?){1,6}"
)


def dotted_names(context: Context) -> Iterator[tuple[int, int, float]]:
    """Start, end and log-odds of each name with a dot, in text order.

    >>> from bangfu.recognize.names.context import context_of
    >>> text = "老师阿卜杜拉·买买提和古丽·艾山来了"
    >>> [text[start:end] for start, end, _ in dotted_names(context_of(text, ()))]
    ['阿卜杜拉·买买提', '古丽·艾山']
    """
    clean = context.clean
    match = _next(clean, 0)
    while match:
        start, end = _trimmed(context, match.start(), _joint(context, *match.span()))
        match = _next(clean, end)  # the next name may begin in what was trimmed
        if (
            end - start > 3 - (start in context.titles_ending)
            and _transcribed(clean[start:end])
            and not any(map(_plain, DOT.split(clean[start:end])))
            and not _BODY.match(clean, end)
        ):
            first = _with_first_half(context, start)
            yield first, end, 6.0 if first == start else 9.0


def _next(clean: str, at: int) -> re.Match[str] | None:
    """The first such run of characters from an offset on: dots are rare, so one is looked for first."""
    dot = DOT.search(clean, at)
    return _DOTTED.search(clean, max(at, dot.start() - _LONGEST_PART)) if dot else None


def _joint(context: Context, start: int, end: int) -> int:
    """Where a conjunction stands between two dotted names: 古丽·艾山|和热依罕·艾山; else the end."""
    clean = context.clean
    dots = [m.start() for m in DOT.finditer(clean, start, end)]
    for left, right in pairwise(dots):
        joint = _JOINT.search(clean, left + 2, right - 1)
        if joint and clean[left + 1 : right] not in words("minority_names"):
            at = joint.start()
            inside = any(run.start <= at < run.end for run in context.elements)  # 托|和|提
            if not inside:
                return at
    return end


def _plain(part: str) -> bool:
    """Whether a part is a common word and no name: 清朗·整治."""
    common = len(part) > 1 and heard(part) >= COMMONPLACE
    return common and not dictionary_tag(part).startswith(("nr", "ns", "nz"))


def _trimmed(context: Context, start: int, end: int) -> tuple[int, int]:
    """A dotted run without the words before its first and behind its last part."""
    clean, known, titled = context.clean, mapping("foreign_name_chars"), context.titled
    dots = [m.start() for m in DOT.finditer(clean, start, end)]
    begin = dots[0]
    while begin > start and begin - 1 not in titled:
        low = _element_before(clean, begin, start)
        if low == begin and (clean[begin - 1] in known or clean[begin - 1] in _ALSO):
            low -= 1
        if low == begin and clean[begin - 1] in SYLLABLES and known.get(clean[begin - 2]) == "2":
            low -= 1 + (begin - 2 >= start)  # 海丽|其|姆
        if low == begin or low in titled:
            break
        begin = low
    for low in (begin - 1, begin - 2):
        word = context.starting.get(low, "")
        if low >= start and low + len(word) == dots[0] and dictionary_tag(word).startswith("nr"):
            begin = low
    low = begin
    while low > start and clean[low - 1] not in NOT_FIRST and low - 1 not in titled:
        low -= 1
    if (
        begin - low <= 2 + (clean[low - 1 : low] in ("、", "，", "：", "（"))
        and len(context.starting.get(low, "")) < 2
        and (low == start or low - 1 in titled or clean[low - 1] in NOT_FIRST)
    ):
        begin = low  # nothing but the name since the last border
    to = dots[-1] + 1
    while to < end and to not in titled:
        element = _element(clean, to, end)
        if element > to and element not in titled:
            to = element  # 阿不都|热合曼
            continue
        if to > dots[-1] + 2 and (_goes_on(context, to) or _acts(clean, dots[-1] + 1, to)):
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


def _element_before(clean: str, at: int, start: int) -> int:
    """Where a known element of three or more characters begins that ends here; else the offset itself."""
    known = words("minority_names")
    return next((low for low in range(max(start, at - 6), at - 2) if clean[low:at] in known), at)


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


def _acts(clean: str, start: int, at: int) -> bool:
    """Whether a verb follows a known element, though the words are cut otherwise: 艾尔肯|考进."""
    if clean[start:at] not in words("minority_names"):
        return False
    reached = clean[at + 1 : at + 2] in _REACHING and dictionary_tag(clean[at]) == "v"
    return reached or dictionary_tag(clean[at : at + 2]) in _DEEDS


def _skipped(context: Context, at: int) -> bool:
    """Whether a character of no transcription stands within one all the same: 托|合|塔洪."""
    clean, known = context.clean, mapping("foreign_name_chars")
    if len(context.starting.get(at + 1, "")) > 1 and not dictionary_tag(context.starting[at + 1]).startswith(
        ("nr", "ns")
    ):
        return False
    return clean[at] not in NOT_FIRST and known.get(clean[at + 1 : at + 2]) == "2"


def _transcribed(name: str) -> bool:
    """Whether every part is made of transcription characters, or of sure ones for the most part."""
    known = mapping("foreign_name_chars")
    parts = DOT.split(name)
    elements = words("minority_names")
    return all(parts) and all(
        part in elements
        or all(c in known or c in _ALSO or c in SYLLABLES for c in part)
        or sum(known.get(c) == "2" for c in part) * 2 >= len(part)
        for part in parts
    )
