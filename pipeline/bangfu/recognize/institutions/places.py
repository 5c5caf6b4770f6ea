"""Places that no gazetteer lists, read from the article: 霞澳县 is one word, wherever the dictionary cuts it.

A name shows between a mark or a preposition and the head of a body, or where the text repeats it behind
different characters. It is then found in the whole article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bangfu.recognize.institutions.cut import Words, is_word, tag_of
from bangfu.recognize.institutions.shapes import PLACE_TAG, shaped_spans
from bangfu.recognize.institutions.towns import PROPER, listed_town, village_end
from bangfu.recognize.places import gazetteer

_LEVEL = re.compile("[县旗镇乡市区州村]")
# What stands behind a level in one word of the dictionary: 镇|党委, 县|委, 乡|中心.
_BEHIND = ("党", "直", "委", "政", "中", "小", "人", "教", "卫", "妇", "联")
_TOWNS = frozenset("镇乡")
_SIZES = (3, 4)
_HAN = re.compile("[\u4e00-\u9fff]+")
# 全县, 该市, 三镇: which one, or how many; 强县, 古镇: of what sort.
_WHICH = frozenset("全各本该我他她某两每哪此其等几多一二三四五六七八九十百所个名位省市县区州镇乡村")
_SORT = frozenset("强大小古老新名重穷贫富旧集主")
# What stands behind the name of a place in the name of a body.
_HEADS = re.compile(
    "人民|教[育体科]|卫[健生]|公安|财政|民[政族]|农[业牧]|水利|交通|文[化旅]|司法|统计|审计|第[一二三四五六七八九十]|[一二三四五六七八九][中小]"
    "|中[学心医]|小学|学校|医院|妇[幼联]|实验|职[业教]|[高初]级中学|完全|特殊教育|幼儿园|委(?!员)|政[府协]|人大|党[委校]|[残侨]联|总工会"
    "|工商联|红十字|慈善|融媒体|疾控|外国语|师范|图书馆|博物馆|敬老院|福利院|[\u4e00-\u9fff]{2}(?:[县区镇乡村]|小学|中学|学校|医院)"
)
_EDGES = frozenset("\n \u3000，。、；：！？“”（）和与及从到据在由向赴对给为原任")
_VERBS = ("来自", "走进", "访问")
_VERBAL = frozenset("vdpc")
_FUNCTION = frozenset(
    "由在向从对与为给把被将到于据经使让是继至及暨并赴和或的了着过去来往进入驻抵访离回返以就等任曾要想能当受率"
)


def unlisted_spans(words: Words) -> list[tuple[int, int, str]]:
    """Spans, with their tags, of unlisted places, numbers of teams (第三批) and the like, in no order."""
    text, codes = words.text, gazetteer().codes
    ends: list[int] = []
    places: set[int] = set()
    found = shaped_spans(words)
    seen: Counter[str] = Counter()
    for match in _LEVEL.finditer(text):
        offset, end = match.start(), match.end()
        i = words.at(offset)
        begin = listed_town(words, offset) if match.group() in _TOWNS else None
        if begin is not None:
            found.append((begin, end, PLACE_TAG))
            seen[text[begin:end]] += 1
        elif text[max(0, offset - 2) : end] in codes and words.starting(offset - 2):
            found.append((offset - 2, end, PLACE_TAG))  # 凤山|县政府
        elif form := edged_form(text, offset):
            seen[form] += 1
            ends.append(end)
        elif words.starts[i + 1] == end and len(words.words[i]) > 2 and words.words[i] in codes:
            places.add(end)
        elif words.starts[i + 1] == end or text.startswith(_BEHIND, end):
            ends.append(end)
    seen += repeated_forms(text, ends)
    for end in ends if seen else ():
        # Of two names that end here the one seen more often, of those the longer one.
        times, size = max(((seen[text[end - k : end]], k) for k in _SIZES if k <= end), default=(0, 0))
        if times:
            found.append((end - size, end, PLACE_TAG))
    places.update(end for _, end, tag in found if tag == PLACE_TAG)
    villages = ((end, village_end(words, end)) for end in places)
    return found + [(start, end, PLACE_TAG) for start, end in villages if end is not None]


def edged_form(text: str, offset: int) -> str:
    """The name of two characters and the level at ``offset``, between a mark or a preposition and a head.

    >>> edged_form("记者从霞澳县教育局获悉", 5)
    '霞澳县'
    """
    before, form = text[offset - 3 : offset - 2], text[offset - 2 : offset + 1]
    if offset < 2 or (before and before not in _EDGES and not text.endswith(_VERBS, 0, offset - 2)):
        return ""
    if not _HEADS.match(text, offset + 1) or not _HAN.fullmatch(form):
        return ""
    common = (is_word(form[:2]) and tag_of(form[:2]) not in PROPER) or is_word(form)
    function = form[0] in _FUNCTION or tag_of(form[0])[0] in "dpr"
    known = form in gazetteer().codes or text[offset - 3 : offset - 1] in gazetteer().codes
    known = known or not _WHICH.isdisjoint(form[:-1])
    return "" if common or function or known else form


def repeated_forms(text: str, ends: Sequence[int]) -> Counter[str]:
    """Names of two or three characters and a level, with how often they stand in the text.

    ``ends`` are the offsets behind the levels. A name stands twice or more, behind different characters.

    >>> text = "霞澳县很远。他到霞澳县，又回霞澳县。"
    >>> repeated_forms(text, [3, 11, 17])
    Counter({'霞澳县': 3})
    """
    found: Counter[str] = Counter()
    for size in _SIZES:
        befores: dict[str, list[str]] = {}
        for end in ends:
            if end >= size:
                start = end - size
                befores.setdefault(text[start:end], []).append(text[max(0, start - 1) : start])
        for form, before in befores.items():
            if len(set(before)) > 1 and _may_be_name(form):
                found[form] = len(before)
    return found


def _may_be_name(form: str) -> bool:
    """Whether the characters before a level are no words by themselves: not 挂职|县, 老|县, 全|县."""
    if any(is_word(word) or word in gazetteer().codes for word in (form, form[-3:], form[-2:])):
        return False
    if not _FUNCTION.isdisjoint((form[0], form[-2])) or form[-2] in _SORT or not _WHICH.isdisjoint(form[:-1]):
        return False
    return _HAN.fullmatch(form) is not None and not (is_word(form[:-1]) and tag_of(form[:-1])[0] in _VERBAL)
