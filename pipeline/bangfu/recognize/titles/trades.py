"""The trade of a profession that no lexicon lists: 果品|专家, 手语|教师, 水质检测|工程师."""

from __future__ import annotations

import re

from bangfu import dictionary
from bangfu.lexicon import mapping, words

_TRADED = re.compile(
    "(?:医生|医师|大夫|护士|[护技]师|治疗师|专家|工程师|设计师|教师|老师|教练|导师|讲师|学者|编导|主持人|讲解员|管理员|技术员"
    "|研究员|传承人|培训师|专员|总监|主管|班长)$"
)
_AHEAD = re.compile("(?:(?<=[，。、；：？！\n“（(的名位])|^)(?:(?![的名位])[一-鿿]){2,6}$")
_LONGEST = 6
_BODIES = frozenset(
    "校院园社报刊网台局委会团队组班司厅处科室部站所馆厂店行系族籍人员生区县市镇乡村州省家们年方期"
)
"""How words end that name a body, a place or people."""
_NO_TRADES = frozenset(
    ("党员", "现场", "现任", "支边", "外乡", "中心", "集团", "政府", "协会", "学徒", "同事", "同行", "当地")
)


def trade_start(clean: str, title: int, end: int, low: int, border: int) -> int:
    """Where a profession begins with its trade: nouns between a mark, 的 or a body and the title.

    Offsets are of clean text: ``low`` is where the title before ends, ``border`` where the body before does,
    if any. ``title`` itself where no trade is told.

    >>> trade_start("，果品专家丁宁", 3, 5, 0, -1), trade_start("，来的专家丁宁", 3, 5, 0, -1)
    (1, 3)
    """
    if _TRADED.search(clean, title, end) is None:
        return title
    if low < border <= title or border == low > title - _LONGEST:
        start = border
    else:
        ahead = _AHEAD.search(clean, max(low - 1, title - _LONGEST - 1, 0), title)
        start = ahead.start() if ahead is not None else title
    trade = clean[start:title]
    if not 2 <= len(trade) <= _LONGEST or trade[-1] in _BODIES:
        return title
    acts, titles = words("nominal_verbs"), mapping("titles")
    for word, tag in dictionary.tag(trade):
        if tag not in ("n", "vn", "nz", "an") and (tag != "v" or word not in acts):
            return title
        if word in titles or word in _NO_TRADES or word[-1] in _BODIES:
            return title
    return start
