"""Names built of parts: those with a dot, and Tibetan, Turkic, Mongolian and Yi names of known elements."""

from __future__ import annotations

from collections.abc import Iterator

from bangfu.recognize.names.borders import OPEN, closing
from bangfu.recognize.names.context import Context
from bangfu.recognize.names.dotted import DOT, dotted_names
from bangfu.recognize.names.elements import likely_pair
from bangfu.recognize.names.features import FOREIGN
from bangfu.recognize.names.model import around_odds

_ELEMENTS, _LED, _CROSSED = 2.5, 1.8, 3.0
_JOINTS = ("、", "和", "与", "及")
_PARTICLES = ("的", "了", "着", "过", "到", "起", "住")
_ENDINGS = frozenset("措吉加杰太草江汗图")  # of Tibetan, Turkic and Mongolian names: 卓玛措, 热合曼江, 宝音图
_PLACE_TAIL = frozenset("旗县市乡镇村州盟省区山河湖路苏嘎寺")


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
            clean[end : end + 1] in _PLACE_TAIL
            or DOT.match(clean[start - 1 : start])
            or DOT.match(clean, end)
        ):
            continue
        longer = _ending(context, end)
        if longer > end:
            end, pieces = longer, pieces + 1
        before, after = clean[start - 1 : start], clean[end : end + 1]
        joined = (before in _JOINTS and start - 1 in highs) or (after in _JOINTS and end + 1 in lows)
        led = _closed(context, end) and (joined or before == "、" or start in context.titles_ending)
        base = _ELEMENTS if pieces > 1 else _LED + joined if led else -_ELEMENTS
        if start not in context.starting and start not in context.titles_ending:
            base -= _CROSSED
        around = around_odds(context, start, end, FOREIGN)
        yield start, end, base + max(-1.0 if led else -3.0, min(3.0, around)), "name:elements"


def _ending(context: Context, end: int) -> int:
    """Where a name ends whose last part is not known: 卓玛|措, 格桑|梅朵|来了."""
    clean = context.clean
    if _closed(context, end):
        return end
    if clean[end : end + 1] in _ENDINGS and _closed(context, end + 1):
        return end + 1
    pair = likely_pair(clean[end : end + 2]) and clean[end + 2 : end + 3] not in _PARTICLES
    return end + 2 if pair and _closed(context, end + 2) else end


def _closed(context: Context, end: int) -> bool:
    """Whether a span may end at an offset: before a mark, a verb, or another word."""
    return closing(context, end) > OPEN or len(context.starting.get(end, "")) > 1
