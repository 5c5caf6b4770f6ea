"""Things that are called like people: flowers, birds, medicines."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import words

_COUNTED = re.compile(
    r"[各约近超共]?\d[\d,.]*[余多]?[万亿]?(?:盒|片|支|瓶|束|株|斤|公斤|千克|亩|吨|箱|袋|包|粒|头|棵|朵|枚|套|升|毫升)"
)
_LISTED = 80


def is_thing(clean: str, end: int) -> bool:
    """Whether what stands behind a span says that it is a thing: a measure, or the noun of a list.

    >>> is_thing("布洛芬500盒", 3), is_thing("李子、金银花等作物，", 2), is_thing("李子、王一等同学", 2)
    (True, True, False)
    """
    return bool(_COUNTED.match(clean, end) or _list().match(clean, end, end + _LISTED))


@lru_cache(maxsize=1)
def _list() -> re.Pattern[str]:
    kinds = "|".join(sorted(words("thing_kinds"), key=lambda w: (-len(w), w)))
    item = "[^、和及，。；：！？等\n]{1,12}"
    many = r"(?:(?:\d+|[一二三四五六七八九十两几百]+)[余多]?[种个处座条项款类大]?|多种|多个|各类|各种)?"
    praised = "(?:特色|地方|传统|野生|珍稀|经典|优质|国家级|省级|名贵|当地|常见|新|名优|常用|民族|重要|主要)*"
    return re.compile(
        f"(?:[、和及]{item}){{0,10}}等{many}{praised}(?:{kinds})(?![^，。；、\n]{{0,7}}[人员家者师长生队手])"
    )
