"""Who comes along with somebody whose post is told, or is of the same body: 同行的有…讲师乙, 同队的教官丙."""

from __future__ import annotations

import re

from bangfu.link.phrases.chains import Pair
from bangfu.link.scene.scene import Scene

_TITLED = re.compile("(?:先生|女士|同志|小姐|老师|夫人|教授|博士|居士|太平绅士)?")
"""How somebody is called behind a name."""
_ALONG = re.compile(
    "[^，。；！？\\n]{0,10}[，,；;。](?:(?:和|与|跟|同)[他她](?:们)?一?(?:同|起|道|块儿?)来?|一[同起道](?:前来|到来|参加|来)?|同行|随行|随队|同来|同车|同机)"
    "的?(?:人员|队员|成员|专家|教师|老师|医生|同事)?(?:还|中|里)?(?:有|包括|是)[：:]?"
)
"""Words between one post and that of somebody who has come along from the same body."""
_SAME = re.compile("同一?(?:个|所|家|支)?(队|团|组|院|校|科|局|厅|公司|单位|社|馆|站|所|会|中心|集团)的?$")
_LONGEST = 8


def goes_along(clean: str, low: int, high: int) -> bool:
    """Whether what parts two posts says that the second person came along with the first.

    >>> goes_along("带队，同行的有", 0, 7), goes_along("带队，慰问了", 0, 6)
    (True, False)
    """
    return high - low < 40 and _ALONG.fullmatch(clean, low, high) is not None


def behind_honour(clean: str, at: int) -> int:
    """The offset behind a word of respect, if one stands at an offset: 甲|女士.

    >>> behind_honour("甲女士、乙", 1)
    3
    """
    told = _TITLED.match(clean, at)
    return told.end() if told is not None else at


def of_same(scene: Scene, pair: Pair, last: str | None) -> str | None:
    """The body told with the post before, which 同队, 同院 and the like before a title mean."""
    unit = pair.unit
    if last is None:
        return None
    reach = unit.title.value.reach
    told = _SAME.search(scene.clean, max(0, reach - _LONGEST), reach)
    if told is None:
        return None
    word = told.group(1)
    if last.endswith(word) or word == "单位":
        return last
    kind = next((m.value.kind for m in scene.institutions[:200] if m.text == last), None)
    fits = {
        "院": ("hospital", "university", "research"),
        "校": ("school", "university"),
        "公司": ("company",),
    }
    return last if kind in fits.get(word, ()) else None
