"""Words in a row that look like a name where nothing else speaks for one: 粽|叶飘香, 黄金|果, 某|海峡."""

from __future__ import annotations

import re

from bangfu.recognize.names.borders import JOINED, closing
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.news_words import heard

_CONTENT = ("n", "a", "m", "g", "b", "z")
"""Tags of single characters that a word is made of rather than a clause."""
_OF_PLACES_AND_BODIES = frozenset("省市州区县旗镇乡村屯校院系局厅部处科室所站队班组团会社厂店")
"""What a name stands behind without a mark: 庙台村|司马岳."""
_SAID = ("v", "a", "z", "i", "l")
_COUNTED = re.compile(
    "[\\d一二两三四五六七八九十百千万几余多这那每][斤头片株枚张杯碗件套盆朵棵袋箱吨亩粒瓶盒包本支条只座栋幢辆台艘首]$"
)
"""What things are counted by."""
_HEARD = 20
"""How often news must hold a word that a name is not to be."""
_OF_PLACES = re.compile(
    "海峡|半岛|群岛|古[镇城道村]|机场|杯(?!子)|[\u4e00-\u9fff]{0,3}(?:大桥|隧道|通道|水库|大坝|水电站)"
)
"""What is called by a place behind it."""
_PLACED = re.compile("(?:首府|首都|古都|港口|城市|小城|小镇)$")
_TOWARDS = re.compile("(?:同志|老师|先生|女士|院士)?(?:学习|致敬|看齐|靠拢|汇报|道歉|求助)")
"""What one does towards somebody: 向|雷锋|学习."""
_SEVERAL = re.compile(
    "(?:(?:[2-9]|[1-9]\\d+|[二两三四五六七八九十百千]|几)[余多]?[名位个]|多[名位]|全体|广大|不少|许多|众多)(?![^，。；、]*[和与及])"
    "(?:(?![的月])[\u4e00-\u9fff]){0,10}$"
)
"""What says that a title is that of several people."""
_LONGEST_COUNT = 16
_PLACE = re.compile("(?:[村镇乡舰路街寨]|小区)$")


def is_of_several(clean: str, start: int, end: int) -> bool:
    """Whether a span stands behind the title of several people and is no list: 2名旗手|高擎|党旗.

    >>> is_of_several("两名老师高兴地说", 4, 6), is_of_several("两名老师高兴、王一", 4, 6)
    (True, False)
    """
    if not "\u4e00" <= clean[end : end + 1] <= "\u9fff" or clean[end] in "和与及等":
        return False
    return _SEVERAL.search(clean, max(0, start - _LONGEST_COUNT), start) is not None


def is_place_of_level(clean: str, start: int, end: int) -> bool:
    """Whether a span is the rest of a place or a ship behind its level: 大东区长|安小区, 驱逐舰长|沙舰.

    >>> is_place_of_level("大东区长安小区", 4, 7), is_place_of_level("大东区长安小明", 4, 7)
    (True, False)
    """
    return clean[start - 1 : start] == "长" and _PLACE.search(clean, start, end) is not None


def is_phrase(context: Context, start: int, end: int) -> bool:
    """Whether the words around and inside of a span of clean text say that it is none by itself.

    A character before it that stands for nothing alone, what things are counted by, a word that it begins
    with, or a verb behind its surname.

    >>> from bangfu.recognize.names.context import context_of
    >>> texts = "艾粽叶飘香，", "有着黄金果，", "有着黄小明，"
    >>> [is_phrase(context_of(text, ()), 2, 5) for text in texts]
    [True, True, False]
    """
    name = context.clean[start:end]
    if _is_bound(context, start) or _COUNTED.search(context.clean, max(0, start - 2), start):
        return True
    return len(name) == 3 and closing(context, end) != JOINED and _is_made_of_words(name)


def is_elsewhere(clean: str, start: int, end: int) -> bool:
    """Whether what stands beside a span says that it is a place, or begins with a preposition.

    >>> is_elsewhere("德雷克海峡", 0, 3), is_elsewhere("首府阿纳德", 2, 5), is_elsewhere("向雷锋学习", 0, 3)
    (True, True, True)
    """
    return bool(
        _OF_PLACES.match(clean, end)
        or _PLACED.search(clean, max(0, start - 2), start)
        or (clean[start] == "向" and _TOWARDS.match(clean, end))
    )


def _is_bound(context: Context, start: int) -> bool:
    before = context.word_before(start)
    if len(before) != 1 or before in _OF_PLACES_AND_BODIES:
        return False
    return dictionary_tag(before).startswith(_CONTENT)


def _is_made_of_words(name: str) -> bool:
    begun, given = dictionary_tag(name[:2]), dictionary_tag(name[1:])
    if begun and not begun.startswith(("nr", "r")) and heard(name[:2]) >= _HEARD:
        return True
    return given.startswith(_SAID) and heard(name[1:]) >= _HEARD
