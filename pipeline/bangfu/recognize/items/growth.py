"""Words of growth in front of a percentage: 同比增长, 较年初下降."""

from __future__ import annotations

import re

_GROWTH = re.compile(
    r"((?:同比|环比|[比较](?:上[年月周届]|去年|前年|年初|此前|之前|以往|往年|过去|[一二两三四五六七八九十\d]+年前|\d{4}年)[^，。；]{0,8}"
    r"|比上?[年月][^，。；]{0,4}|(?:相?较|(?<![占同环对评分价之相])比)[^，。；、\d]{2,10}|实际|名义|年均|分别|累计|平均|大幅度?|小幅|显著|明显|迅速|快速|稳步|逐[年月步渐]|不断|进一步|持续)*"
    r"(?:增长|增加|增幅|净增|多增|下降|下跌|减少|提高|提升|上涨|上升|回落|降低|激增|攀升))(?:[都均]|保持在)?(?:了|超过?|近|约|达到?)?$"
)
_GROWTH_ENDS = frozenset("长加幅增降跌少高升涨落低了超过近约达到都均在")


_DEGREE = re.compile("(?:大幅度?|小幅|显著|明显|迅速|快速|稳步|逐[年月步渐]|不断|进一步|持续)(?=.)")


def change_of(word: str) -> str:
    """A word of growth without its degree.

    >>> change_of("同比大幅增长"), change_of("同比增长")
    ('同比增长', '同比增长')
    """
    return _DEGREE.sub("", word)


def growth(clean: str, begin: int, at: int) -> str | None:
    """The word of growth that ends in front of a percentage: 同比增长, 较年初下降.

    >>> growth("用电量同比增长5.7%", 0, 7), growth("占比达5%", 0, 3)
    ('同比增长', None)
    """
    if clean[at - 1 : at] not in _GROWTH_ENDS:
        return None
    match = _GROWTH.search(clean, max(begin, at - 16), at)
    return match[1] if match else None


def without_growth(item: str) -> str:
    """An item without its word of growth.

    >>> without_growth("用电量同比增长")
    '用电量'
    """
    return _GROWTH.sub("", item) or item
