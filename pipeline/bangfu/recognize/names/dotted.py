"""Names in parts with a dot between: where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bangfu.lexicon import mapping, words
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.names.transcribed import ALSO
from bangfu.recognize.news_words import commonplace

DOT = re.compile("[·•・‧]")
_ALSO = f"{ALSO}则来不司其"
_NOT_LAST = frozenset("于当都可能大同以从来曾因")  # transcription characters that rather begin the next word
_NOT_FIRST = frozenset("以而的和与在是对由为同向给让了及、据听但有叫名请将被把跟")
_BODY = re.compile(
    '(?:纪念|国际)?(?:医院|大学|[中小]学|学[校院]|基金会|机场|主义|大街|奖)|[”"][号级]|[号级](?=[航驱护潜巡战舰导])'
)
"""What bears somebody's name: 阿德万·卡迈勒|医院."""
_JOINT = re.compile("[和与及]")
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
        dots = [m.start() for m in DOT.finditer(clean, match.start(), _joint(clean, *match.span()))]
        start, end = _begin(context, match.start(), dots[0]), _end(context, dots[-1] + 1, match.end())
        match = _next(clean, end)  # the next name may begin in what was trimmed
        parts = DOT.split(clean[start:end])
        if (
            end - start > 3 - (start in context.titles_ending)
            and all(map(_transcribed, parts))
            and not any(map(_plain, parts))
            and not _BODY.match(clean, end)
        ):
            first = _with_first_half(context, start)
            yield first, end, 6.0 if first == start else 9.0


def _next(clean: str, at: int) -> re.Match[str] | None:
    """The first such run of characters from an offset on: dots are rare, so one is looked for first."""
    dot = DOT.search(clean, at)
    return _DOTTED.search(clean, max(at, dot.start() - _LONGEST_PART)) if dot else None


def _joint(clean: str, start: int, end: int) -> int:
    """Where a conjunction stands between two dotted names: 古丽·艾山|和热依罕·艾山; else the end."""
    for left, right in pairwise(m.start() for m in DOT.finditer(clean, start, end)):
        joint = _JOINT.search(clean, left + 2, right - 1)
        if joint and clean[left + 1 : right] not in words("minority_names"):
            return joint.start()
    return end


def _plain(part: str) -> bool:
    """Whether a part is a common word and no name: 清朗·整治."""
    return len(part) > 1 and commonplace(part) and not dictionary_tag(part).startswith(("nr", "ns", "nz"))


def _begin(context: Context, start: int, dot: int) -> int:
    """Where the first part of a dotted run begins without the words before it."""
    clean, known, elements = context.clean, mapping("foreign_name_chars"), words("minority_names")
    at = dot
    while at > start and at - 1 not in context.titled:
        longest = [low for low in range(max(start, at - 6), at - 2) if clean[low:at] in elements]
        if not longest and clean[at - 1] not in known and clean[at - 1] not in _ALSO:
            break
        at = longest[0] if longest else at - 1
    for low in (at - 1, at - 2):
        word = context.starting.get(low, "")
        if low >= start and low + len(word) == dot and dictionary_tag(word).startswith("nr"):
            at = low
    low = at
    while low > start and clean[low - 1] not in _NOT_FIRST and low - 1 not in context.titled:
        low -= 1
    # Nothing but the name since the last border: 仲|巴特·敖其尔.
    return low if at - low < 3 and len(context.starting.get(low, "")) < 2 else at


def _end(context: Context, start: int, end: int) -> int:
    """Where the last part of a dotted run, which begins at an offset, ends without the words behind it."""
    clean, elements = context.clean, words("minority_names")
    at = start
    while at < end and at not in context.titled:
        longest = [to for to in range(min(at + 6, end), at + 2, -1) if clean[at:to] in elements]
        if longest:
            at = longest[0]  # 阿不都|热合曼
        elif clean[start:at] in elements and dictionary_tag(clean[at : at + 2]).startswith(("v", "n", "d")):
            break  # 艾山|骑马
        elif (at > start + 1 and _goes_on(context, at)) or (at > start and not _sounds(context, at)):
            break
        else:
            at += 1
    while at > start + 1 and clean[at - 1] in _NOT_LAST and not clean.endswith("不都", 0, at):
        at -= 1
    whole = at < end and dictionary_tag(clean[start : at + 1]).startswith(("nr", "ns"))
    return at + whole  # 亚历山|大


def _with_first_half(context: Context, start: int) -> int:
    """Where a name begins whose first given name has a hyphen: 让-皮埃尔·杜邦, 安娜-玛丽亚·洛佩斯."""
    clean, at, known = context.clean, start - 1, {*mapping("foreign_name_chars"), "让"}
    if clean[start - 1 : start] not in ("-", "－"):
        return start
    while start - at < 6 and clean[at - 1 : at] in known and at - 1 not in context.titled:
        at -= 1
    return at if start - at > 1 else start


def _goes_on(context: Context, at: int) -> bool:
    """Whether a verb or an adverb of the sentence begins at an offset: 莫利|出席, 施耐德|曾."""
    word = context.starting.get(at, "")
    if word in words("after_names") and (len(word) > 1 or word not in mapping("foreign_name_chars")):
        return True
    return len(word) > 1 and dictionary_tag(word).startswith(("v", "d"))


def _sounds(context: Context, at: int) -> bool:
    """Whether a character spells a sound, or stands within a transcription all the same: 托|合|塔洪."""
    known, char = mapping("foreign_name_chars"), context.clean[at]
    if char in known or char in _ALSO:
        return True
    cut = len(context.starting.get(at + 1, "")) < 2
    return cut and char not in _NOT_FIRST and known.get(context.clean[at + 1 : at + 2]) == "2"


def _transcribed(part: str) -> bool:
    """Whether a part is made of transcription characters, or of sure ones for the most part."""
    known = mapping("foreign_name_chars")
    return part in words("minority_names") or (
        part != ""
        and (
            all(char in known or char in _ALSO for char in part)
            or sum(known.get(char) == "2" for char in part) * 2 >= len(part)
        )
    )
