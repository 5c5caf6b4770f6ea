"""Where the name of a place begins that ends before a post: 青山县|副县长, 红|泽州委."""

from __future__ import annotations

import re

from bangfu.recognize.institutions.streets import street_start
from bangfu.recognize.institutions.worded import worded_start
from bangfu.recognize.names.context import dictionary_tag
from bangfu.recognize.places import is_place

_PLACE = re.compile(
    r"[\u4e00-\u9fff]{1,10}(?:自治区|自治州|自治县|新区|[省市县区镇乡州盟旗村])(?:人民政府|政府)?"
)
_SHORT_PLACE = 4
"""Characters of 青山村, in which 山村 is a word: longer ones may hold two places."""
_NOT_IN_PLACE = re.compile(
    "[到抵送]达|受命|[的还员导表中宾]有|(?:[担出兼就]?任|当|做)过|当[时上了过]|做[了过]|成了|现在|分管|讲述|走进|来到|探访|辞去|辞掉|卸任|免去|不再|如今|目前|一[名位个]|[这那]个|成为|当选|升任|调任|所在|同志|[跟他她]|[驻在由与和向了的是给让请被将从到为对同以及并任原据经曾受]|时任|现任|来自|代表|挂职|[担出兼赴]任"
    "|[有兼助且想靠因凭按只需令或而就又还再已](?=[省市县区镇乡州盟旗])"
)
_LAST = frozenset("省市县区镇乡州盟旗村府")
_WAYS = frozenset(f"{goes}{level}" for goes in "进驻下返回入离到在出" for level in "村乡镇县市城")
"""What somebody does with a place: 一起|进村的队员."""
_SORTS = frozenset(("农村", "乡村", "城乡"))
"""Sorts of places, which are nobody's name: 农村教师."""
_NO_NAMES = _SORTS | _WAYS
_STREET = re.compile("街道(?:[\u4e00-\u9fff]{2,5}社区)?$")
_STATES = ("共和国", "王国", "公国", "合众国", "酋长国")
_OF_STATE = re.compile(
    "(?:人民|民主|主义|社会|联合|联邦|伊斯兰|阿拉伯|玻利瓦尔|多民族|合作|东岸|哈希姆|独立|、|和)*(?:共和国|王国|公国|合众国|酋长国)"
)
_LONGEST_STATE = 18
_WITH_NAMES, _SHORTEST_NAME = ("社区", "街道"), 3
"""What has a name of two characters at least."""
_LONGEST = 12


def opens(clean: str, at: int) -> bool:
    """Whether nothing of a name stands before an offset."""
    return not "\u4e00" <= clean[at - 1 : at] <= "\u9fff" or clean[at - 1] in "由和与及任是向请对为"


def place_before(clean: str, end: int) -> int | None:
    """Where the name of a place that ends at ``end`` begins."""
    street = _STREET.search(clean, max(0, end - _LONGEST), end)
    if street is not None and (begin := street_start(clean, street.start())) is not None:
        land = place_before(clean, begin) if clean[begin - 1] in _LAST else None
        return begin if land is None else land
    if clean.endswith(_STATES, 0, end):
        return _state_start(clean, end)
    low = _run(clean, end)
    written = _written_place(clean, end)
    for length in range(min(8, end - low), 1, -1):
        word = clean[end - length : end]
        if is_place(word) or (
            dictionary_tag(word) == "ns" and (length > 2 or word[-1] not in "县市区镇乡村")
        ):
            longer = written is not None and length < end - written <= _SHORT_PLACE
            return written if longer else end - length
    return written


def _state_start(clean: str, end: int) -> int | None:
    """Where the full name of a state begins: 某国|人民民主|共和国; None where no land is named."""
    for begin in range(max(0, end - _LONGEST_STATE), end - 4):
        for stop in range(begin + 2, end - 2):
            if is_place(clean[begin:stop]) and _OF_STATE.fullmatch(clean, stop, end):
                return begin
    return None


def _run(clean: str, end: int) -> int:
    """Where the run of at most twelve Han characters begins that ends at an offset."""
    low = end
    while low > 0 and end - low < _LONGEST and "\u4e00" <= clean[low - 1] <= "\u9fff":
        low -= 1
    return low


def _written_place(clean: str, end: int) -> int | None:
    """Where a place that no list knows begins, between words that are in no name."""
    if clean[end - 1 : end] not in _LAST or clean[end - 2 : end] in _NO_NAMES:
        return None
    low = _run(clean, end)
    foreign = (m for m in _NOT_IN_PLACE.finditer(clean, low, end) if not _is_in_place(clean, *m.span(), end))
    low = max([low, *(m.end() for m in foreign)])
    if clean.endswith(_WITH_NAMES, low, end) and end - low == _SHORTEST_NAME and low > 0:
        low -= "\u4e00" <= clean[low - 1] <= "\u9fff"  # 为民|社区
    return low if low < end and _PLACE.fullmatch(clean, low, end) else None


def _is_worded(clean: str, start: int, level: int) -> bool:
    """Whether a word of grammar is within a town's name of two characters before its level: 为|民|村."""
    begin = worded_start(clean, level)
    return begin is not None and begin <= start


def _is_in_place(clean: str, start: int, end: int, stop: int) -> bool:
    """Whether a word of grammar is within the name of a known place: 和|田县, 同|心县."""
    lows, highs = range(max(0, start - 2), start + 1), range(end + 1, min(end + 3, stop) + 1)
    if any(
        clean[level] in _LAST and _is_worded(clean, start, level) for level in range(end, min(end + 2, stop))
    ):
        return True
    return any(clean[high - 1] in _LAST and is_place(clean[low:high]) for high in highs for low in lows)
