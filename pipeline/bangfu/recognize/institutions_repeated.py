"""Names of places that only their repetition shows: 林南县 behind different characters is one name, not 林 and 南县."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from bangfu.recognize.places import gazetteer

_LEVELS = frozenset("县旗镇乡市州")
_HAN = re.compile("[\u4e00-\u9fff]+")
# 全县, 该市, 三镇: which one, or how many; 强县, 古镇: of what sort.
_WHICH = frozenset("全各本该我他她某两每此其等几多一二三四五六七八九十百所个名位省市县区州镇乡村")
_SORT = frozenset("强大小古老新名重穷贫富旧集主")
_FUNCTION = frozenset("由在向从对与为给把被将到于据经使让是继至及并赴和或的了着过去来往进入驻抵访离回返以就等任曾")


def repeated_forms(text: str, ends: Sequence[int], is_word: Callable[[str], bool]) -> Counter[str]:
    """Names of two or three characters and a level, with how often they stand in the text.

    ``ends`` are the offsets behind the levels. A name stands there twice or more, behind different characters.

    >>> text = "林南县很远。他到林南县，又回林南县。"
    >>> repeated_forms(text, [3, 11, 16], lambda word: word == "南县")
    Counter({'林南县': 3})
    """
    found: Counter[str] = Counter()
    for size in (3, 4):
        befores: dict[str, list[str]] = {}
        for end in ends:
            if end >= size and text[end - 1] in _LEVELS:
                befores.setdefault(text[end - size : end], []).append(text[max(0, end - size - 1) : end - size])
        for form, before in befores.items():
            if len(before) > 1 and len(set(before)) > 1 and _may_be_name(form, is_word):
                found[form] = len(before)
    return found


def _may_be_name(form: str, is_word: Callable[[str], bool]) -> bool:
    codes = gazetteer().codes
    if form in codes or form[-3:] in codes or is_word(form) or is_word(form[-3:]) or not _HAN.fullmatch(form):
        return False
    if form[0] in _FUNCTION or not _WHICH.isdisjoint(form[:-1]) or form[-2] in _SORT:
        return False
    return not is_word(form[-2:]) or form[-2:] in codes
