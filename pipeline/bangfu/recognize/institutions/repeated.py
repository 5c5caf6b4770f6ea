"""Names of unlisted places that the cut of the words hides: 林南县 is one name, not 林 and 南县.

They show where the text repeats them behind different characters, or between a mark and the head of a body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from bangfu.recognize.places import gazetteer

_LEVELS = frozenset("县旗镇乡市州")
EDGED = frozenset("县市州镇乡区旗")
_HAN = re.compile("[\u4e00-\u9fff]+")
# 全县, 该市, 三镇: which one, or how many; 强县, 古镇: of what sort.
_WHICH = frozenset("全各本该我他她某两每哪此其等几多一二三四五六七八九十百所个名位省市县区州镇乡村")
_SORT = frozenset("强大小古老新名重穷贫富旧集主")
PROPER = frozenset({"nr", "nrt", "nrfg", "nz", "ns", "nt", "x"})
_NOUNS = frozenset("nagjxbz")
# What stands behind the name of a place in the name of a body.
HEADS = re.compile(
    "人民|教[育体科]|卫[健生]|公安|财政|民[政族]|农[业牧]|水利|交通|文[化旅]|司法|统计|审计|第[一二三四五六七八九十]|[一二三四五六七八九][中小]"
    "|中[学心医]|小学|学校|医院|妇[幼联]|实验|职业|[高初]级中学|完全|特殊教育|幼儿园|委(?!员)|政[府协]|人大|党[委校]|残联|总工会"
    "|工商联|红十字|慈善|融媒体|疾控|外国语|师范|图书馆|博物馆|敬老院|福利院|[\u4e00-\u9fff]{2}(?:[县区镇乡村]|小学|中学|学校|医院)"
)
_EDGES = frozenset("\n \u3000，。、；：！？“”（）和与及从到据在由向赴对给为")
_GOING = frozenset("去回到进跑找请帮替访赴陪催")
_MARKS = "、，。；：（“\n"  # behind these no 和 joins
TAKING = frozenset("拉带叫赶找请碰遇加算接跟喊约")
_ENDS_OF_BODIES = frozenset("院校会局司团学心室队站厂行厅委处所社店")
_VERBAL = frozenset("vdpc")
_VERBS = ("来自", "走进", "访问")
_CLAUSAL = frozenset("向为给对把被将由从在到赴")
_FUNCTION = frozenset(
    "由在向从对与为给把被将到于据经使让是继至及暨并赴和或的了着过去来往进入驻抵访离回返以就等任曾要想能"
)


def repeated_forms(
    text: str, ends: Sequence[int], is_word: Callable[[str], bool], tag_of: Callable[[str], str]
) -> Counter[str]:
    """Names of two or three characters and a level, with how often they stand in the text.

    ``ends`` are the offsets behind the levels. A name stands twice or more, behind different characters.

    >>> text = "林南县很远。他到林南县，又回林南县。"
    >>> repeated_forms(text, [3, 11, 17], lambda word: word == "南县", lambda word: "x")
    Counter({'林南县': 3})
    """
    found: Counter[str] = Counter()
    for size in (3, 4):
        befores: dict[str, list[str]] = {}
        for end in ends:
            if end >= size and text[end - 1] in _LEVELS:
                befores.setdefault(text[end - size : end], []).append(
                    text[max(0, end - size - 1) : end - size]
                )
        for form, before in befores.items():
            if len(before) > 1 and len(set(before)) > 1 and _may_be_name(form, is_word, tag_of):
                found[form] = len(before)
    return found


def with_its_half(text: str, begin: int) -> int:
    """Where a name begins whose first character stood for a 和: 第二师|和硕|垦区, not 中学|和|硕督镇.

    >>> with_its_half("第二师和硕垦区医院", 4), with_its_half("县中学和硕督镇", 4)
    (3, 4)
    """
    half = begin > 1 and text[begin - 1] == "和" and text[begin - 1 : begin + 1] in gazetteer().codes
    return begin - (half and text[begin - 2] not in _ENDS_OF_BODIES)


def edged_form(text: str, offset: int, is_word: Callable[[str], bool], tag_of: Callable[[str], str]) -> str:
    """The name of two characters and the level at ``offset``, between a mark or a preposition and a head.

    >>> edged_form("记者从林南县教育局获悉", 5, lambda word: False, lambda word: "x")
    '林南县'
    """
    before, form = text[offset - 3 : offset - 2], text[offset - 2 : offset + 1]
    if offset < 2 or (before and before not in _EDGES and not text.endswith(_VERBS, 0, offset - 2)):
        return ""
    if not HEADS.match(text, offset + 1) or not _HAN.fullmatch(form):
        return ""
    codes = gazetteer().codes
    common = is_word(form[1:]) and form[1:] not in codes
    if common and tag_of(form[0])[0] not in _NOUNS:
        return ""
    if is_word(form[:2]) and tag_of(form[:2]) not in PROPER:
        return ""
    joins = form[0] in _FUNCTION and not (form[0] == "和" and before and before in _MARKS)
    joins = joins or (form[1] == "上" and form[0] in TAKING)  # 拉上|旗医院
    joins = joins or (form[2] == "州" and form[1:] in codes)  # 如|广州
    joins = joins or tag_of(form[0])[0] in "dpr" or (form[0] in _GOING and form[1:] in codes)
    joins = joins or form[1] in _GOING or form[1] in "任为在是"  # 又|跑|县财政局, 原任|区政府
    inside = joins or not _WHICH.isdisjoint(form[:-1]) or (common and form[0] in _SORT)
    return (
        "" if inside or form in codes or is_word(form) else text[with_its_half(text, offset - 2) : offset + 1]
    )


def _may_be_name(form: str, is_word: Callable[[str], bool], tag_of: Callable[[str], str]) -> bool:
    codes = gazetteer().codes
    if form in codes or form[-3:] in codes or is_word(form) or is_word(form[-3:]) or not _HAN.fullmatch(form):
        return False
    if form[0] in _FUNCTION or not _WHICH.isdisjoint(form[:-1]) or form[-2] in _SORT:
        return False
    if form[-2] in _CLAUSAL or (form[-2] in "和与及" and form[-3] in _ENDS_OF_BODIES):
        return False  # 公司|向|县红十字会, 医院|和|县中医院
    if is_word(form[:-1]) and tag_of(form[:-1])[0] in _VERBAL:
        return False  # 挂职|县委
    return not is_word(form[-2:]) or form[-2:] in codes
