"""Streets of a town and the communities behind them, which no list knows: 某区|人和街道|为民|社区."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bangfu.recognize.places import gazetteer

_STREET = re.compile("(?<=[\u4e00-\u9fff]{2})街道")
_COMMUNITY = re.compile("([\u4e00-\u9fff]{2,5}?)(?=社区)")
_LED = re.compile("(?:.*(?:[^\u4e00-\u9fff]|[在到是由赴]|来自|走进)|^)([\u4e00-\u9fff]{2,4})$", re.DOTALL)
"""What the name of a street stands behind where no county does."""
_UNLISTED = re.compile("[\u4e00-\u9fff]{2}(?:[县市旗]|(?<![社小园校景地城郊])区)([\u4e00-\u9fff]{2,4})$")
"""A county that no list knows, with the name of a street behind it."""
_OFFICE = re.compile("街道(?:办事处|办(?![理公好法])|党工委|[\u4e00-\u9fff]{2,5}?社区)")
_NEVER = re.compile("[的各等个这那本该我你他她们]|办事|党工?委|全街|所有|沿街|一条|整条|大街|小街|辖区")
"""What is in no name: 各个|街道, 街道|办事处."""
_LONGEST, _LONGEST_LAND = 4, 9
_LEVELS = frozenset("省市县区旗州盟")


def street_spans(text: str) -> Iterator[tuple[int, int]]:
    """The streets of a text that stand behind their county or a mark, and the communities behind them.

    A community's span leaves out the word 社区, which its bodies begin with (社区卫生服务中心).

    >>> text = "他来到天河区人和街道为民社区，"
    >>> [text[start:end] for start, end in street_spans(text)]
    ['人和街道', '为民']
    """
    for match in _STREET.finditer(text):
        begin = street_start(text, match.start())
        if begin is None:
            continue
        yield begin, match.end()
        community = _COMMUNITY.match(text, match.end())
        if community is not None and not _NEVER.search(community.group()):
            yield community.span()


def street_start(text: str, end: int) -> int | None:
    """Where the name of a street begins that ends before 街道 at an offset, if its left edge is sure.

    >>> street_start("天河区人和街道", 5), street_start("沿街的街道", 3)
    (3, None)
    """
    codes = gazetteer().codes
    for begin in range(end - 2, end - _LONGEST - 1, -1):
        for length in range(2, min(begin, _LONGEST_LAND) + 1):
            if text[begin - 1] in _LEVELS and text[begin - length : begin] in codes:
                return None if _NEVER.search(text, begin, end) else begin
    unlisted = _UNLISTED.search(text, max(0, end - _LONGEST - 4), end)
    if unlisted is not None and not _NEVER.search(unlisted[1]):
        return unlisted.start(1)
    led = _LED.search(text, max(0, end - _LONGEST - 2), end) if _OFFICE.match(text, end) else None
    return None if led is None or _NEVER.search(led[1]) else led.start(1)
