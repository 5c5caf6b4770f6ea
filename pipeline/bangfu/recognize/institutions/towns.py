"""Towns by the gazetteer and villages behind a place, where the dictionary cuts them: 秋|口镇, 康|家|小学."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from bangfu import lexicon
from bangfu.recognize.places import gazetteer

_LONGEST, _SHORTEST = 9, 3
_LONGEST_ABOVE = 8
_ABOVE = frozenset("县旗市区州")
# Where another word begins with the level: 发展|乡村, 铁路|镇江.
_GOES_ON = {"乡": frozenset("村镇亲情愁土音贤间邻"), "镇": frozenset("江")}
# Of which sort a town is, or that there are several.
_SORTS = ("城镇", "村镇", "集镇", "市镇", "古镇", "小镇", "乡镇", "家乡", "城乡")
# Single words in front of a place.
_BEFORE = frozenset("在到从往赴向为给由对与和及跟同的了是来去过回把被将至经离抵驻入进及暨等又也都就还")
_PROPER = frozenset({"nr", "nrt", "nrfg", "nz", "ns", "nt", "x"})
_FUNCTION = frozenset("和与及同跟在到于对从向为给的是")

# Behind a division or a town: the name of a village, up to 村 or to the head of a body that bears it.
_VILLAGE = re.compile(
    "([\u4e00-\u9fff]{2,4}?)"
    "(?:村(?=小学|完小|教学点|幼儿园|希望|村?委会|村民委员会|党[总支委]|卫生[室所]|股份|专业|[种养]殖|驻村|合作社|第一书记)"
    "|(?=小学(?!生|教[师育]|语文|数学|英语)|完小|教学点|希望[小学]|村委会|村民委员会))"
)
_NEVER = frozenset("的和与及等各每全所有在从由被是了着个名位几某这其我们到去来于为给向把将余多该本中心")
_COMMON = frozenset({"generic", "soft", "people", "act", "admin", "stop", "verb", "region"})
_NOUNS = frozenset("nmsftgjzixb")


def village_end(
    text: str,
    begin: int,
    words: Sequence[str],
    starts: Sequence[int],
    tag: Callable[[int], str],
    is_word: Callable[[str], bool],
) -> int | None:
    """Where the village ends that begins behind a place; None where the words there may be others.

    A name that is one word of the dictionary, or made of names, needs no help.
    """
    match = _VILLAGE.match(text, begin)
    if match is None or not _NEVER.isdisjoint(match[1].removeprefix("向阳")):
        return None
    end = match.end()
    i = bisect_right(starts, begin) - 1
    if starts[i] == begin - 1 and starts[i + 1] == begin + 1:
        i += 1  # 椅圈|镇康|家|教学点
    elif starts[i] != begin or (words[i] == match[1] and is_word(match[1])):
        return None
    parts = lexicon.mapping("institution_parts")
    while starts[i] < match.end(1):
        word = words[i][: match.end(1) - starts[i]]
        if len(word) > 1 and (
            parts.get(word) in _COMMON
            or word in lexicon.words("institution_sorts")
            or (is_word(word) and tag(i)[0] not in _NOUNS)
        ):
            return None
        i += 1
    return end


def listed_town(
    text: str,
    offset: int,
    words: Sequence[str],
    starts: Sequence[int],
    tag: Callable[[int], str],
    is_word: Callable[[str], bool],
) -> int | None:
    """Where the listed town begins whose level stands at ``offset``; None where its left edge is not sure.

    The edge is sure behind a division (婺源县|秋口镇), behind a mark, and behind a word of another sort.
    """
    level = text[offset]
    if text[offset + 1 : offset + 2] in _GOES_ON[level]:
        return None
    towns = lexicon.words("towns")
    for begin in range(max(0, offset + 1 - _LONGEST), offset + 2 - _SHORTEST):
        if text[begin : offset + 1] in towns and _is_edge(text, begin, offset, words, starts, tag, is_word):
            return begin
    return None


def _is_edge(
    text: str,
    begin: int,
    offset: int,
    words: Sequence[str],
    starts: Sequence[int],
    tag: Callable[[int], str],
    is_word: Callable[[str], bool],
) -> bool:
    codes = gazetteer().codes
    if any(text[begin - k : begin] in codes for k in range(2, min(begin, _LONGEST_ABOVE) + 1)):
        return True
    if (
        offset - begin < _SHORTEST
        and text[begin:offset] not in codes
        and text.endswith(_SORTS, begin, offset + 1)
    ):
        return False
    before = text[begin - 1 : begin]
    if not "\u4e00" <= before <= "\u9fff":
        return text[begin] not in _FUNCTION
    i = bisect_right(starts, begin) - 1
    if starts[i] != begin:
        return False  # inside of a word, which may be the end of a longer name
    left, sort = words[i - 1], tag(i - 1)
    if before in _ABOVE and (left in codes or not is_word(left)) and len(left) > 1:
        return True
    if text[begin] in _FUNCTION:
        return False
    return left in _BEFORE or (len(left) > 1 and is_word(left) and sort not in _PROPER)
