"""Towns and villages whose names of two characters hold a word of grammar: 向前|乡, 为民|村, 双和|村."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bangfu.lexicon import mapping
from bangfu.recognize.names.context import dictionary_tag
from bangfu.recognize.news_words import heard
from bangfu.recognize.places import gazetteer

_LEVEL = re.compile("[镇乡村]|街道|社区")
_FIRST, _LAST = frozenset("和与同向从为对在到给及来去任由"), frozenset("和同")
_SORTS = frozenset(
    "大小新老本全各邻外驻进下农山乡两该每某我你他她这那其古渔城集市县区镇村里上中几多个东西南北一二三四五六七八九十"
)
"""What no name ends with, or is a village of any name: 在|新村, 和|乡镇."""
_MANY = frozenset("我你他她它们人员生师长者院校会局部门队班组省县市区镇乡村")
"""What stands before 和 where that joins: 他|和|村里人."""
_ABOVE, _LED = frozenset("县市区旗州镇乡"), frozenset("在到是任赴由从往")
_OTHER_WORD = re.compile("村[民里头]|乡[村镇亲土下情愁间音]|镇[江里上定静]")
"""What makes another word of a level."""
_COMMON = ("2", "3")
_OFTEN = 300
"""How often news hold a verb that is nobody's name: 来自, but not 向前."""


def worded_places(text: str) -> Iterator[tuple[int, int]]:
    """Such names with their level.

    >>> text = "昭觉县向前乡为民村，他和村里人"
    >>> [text[start:end] for start, end in worded_places(text)]
    ['向前乡', '为民村']
    """
    for match in _LEVEL.finditer(text):
        begin = worded_start(text, match.start())
        if begin is not None:
            yield begin, match.end()


def worded_start(text: str, level: int) -> int | None:
    """Where such a name begins whose level stands at an offset; None where the words may be others.

    >>> worded_start("岷县从善村", 4), worded_start("他来自从善村", 5), worded_start("医生和村干部", 3)
    (2, None, None)
    """
    begin = level - 2
    if begin < 0 or not (_is_name(text[begin], text[begin + 1])) or _OTHER_WORD.match(text, level):
        return None
    if text[level : level + 3] in gazetteer().codes:
        return None  # 来到|镇平县
    before = text[begin - 1 : begin]
    edge = not "\u4e00" <= before <= "\u9fff" or before in _ABOVE or before in _LED
    return begin if edge and text[begin + 1 : level + 1] not in gazetteer().codes else None


def _is_name(first: str, last: str) -> bool:
    if not "\u4e00" <= min(first, last) <= max(first, last) <= "\u9fff":
        return False
    if first in _FIRST:
        # 在|王村: names of one character are mostly surnames.
        if last in _FIRST | _SORTS or (heard(first + last) >= _OFTEN and not _is_noun(first + last)):
            return False  # 来自|镇雄县
        return mapping("surnames").get(last) not in _COMMON or _is_noun(first + last)
    return last in _LAST and first not in _MANY


def _is_noun(word: str) -> bool:
    return dictionary_tag(word).startswith("n")
