"""Townships of lexicons/towns.txt, and the villages behind a place, where their edges in a text are sure."""

from __future__ import annotations

import re

from bangfu import lexicon
from bangfu.recognize.institutions.cut import Words, is_word
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
PROPER = frozenset({"nr", "nrt", "nrfg", "nz", "ns", "nt", "x"})
"""Tags of what may be a name."""
# Behind a division or a town: the name of a village, up to 村 or to the head of a body that bears it.
_VILLAGE = re.compile(
    "([\u4e00-\u9fff]{2,4}?)"
    "(?:村(?=小学|完小|教学点|幼儿园|希望|村?委会|村民委员会|党[总支委]|卫生[室所]|股份|专业|[种养]殖|驻村|合作社|第一书记)"
    "|(?=小学(?!生|教[师育]|语文|数学|英语)|完小|教学点|希望[小学]|村委会|村民委员会))"
)
_NEVER = frozenset("的和与及等各每全所有在从由被是了着个名位几某这其我们到去来于为给向把将余多该本中心")
_COMMON = frozenset({"generic", "soft", "people", "act", "admin", "stop", "verb", "region"})
_NOUNS = frozenset("nmsftgjzixb")


def village_end(words: Words, begin: int) -> int | None:
    """Where the village ends that begins behind a place; None where the words there may be others.

    A name that is one word of the dictionary needs no help.
    """
    match = _VILLAGE.match(words.text, begin)
    i = words.at(begin)
    if match is None or not _NEVER.isdisjoint(match[1].removeprefix("向阳")) or words.starts[i] != begin:
        return None
    if words.words[i] == match[1] and is_word(match[1]):
        return None
    parts = lexicon.mapping("institution_parts")
    while words.starts[i] < match.end(1):
        word = words.words[i][: match.end(1) - words.starts[i]]
        common = parts.get(word) in _COMMON or (is_word(word) and words.tag(i)[0] not in _NOUNS)
        if len(word) > 1 and common:
            return None
        i += 1
    return match.end()


def listed_town(words: Words, offset: int) -> int | None:
    """Where the listed town begins whose level stands at ``offset``; None where its left edge is not sure."""
    text, towns = words.text, lexicon.words("towns")
    if text[offset + 1 : offset + 2] in _GOES_ON[text[offset]]:
        return None
    begins = range(max(0, offset + 1 - _LONGEST), offset + 2 - _SHORTEST)
    return next((b for b in begins if text[b : offset + 1] in towns and _is_edge(words, b, offset)), None)


def _is_edge(words: Words, begin: int, offset: int) -> bool:
    """Whether a town begins behind a division (婺源县|秋口镇), a mark, or a word of another sort."""
    text, codes = words.text, gazetteer().codes
    if any(text[begin - k : begin] in codes for k in range(2, min(begin, _LONGEST_ABOVE) + 1)):
        return True
    short = offset - begin < _SHORTEST and text[begin:offset] not in codes
    if short and text.endswith(_SORTS, begin, offset + 1):
        return False
    if not "\u4e00" <= text[begin - 1 : begin] <= "\u9fff":
        return True
    i = words.at(begin)
    if words.starts[i] != begin:
        return False  # inside of a word, which may be the end of a longer name
    left = words.words[i - 1]
    if left[-1] in _ABOVE and len(left) > 1:
        return True
    return left in _BEFORE or (len(left) > 1 and is_word(left) and words.tag(i - 1) not in PROPER)
