"""Names of units beside a title: words for people that begin one, and the ends of wards."""

from __future__ import annotations

import re

from bangfu import dictionary
from bangfu.lexicon import words
from bangfu.recognize.titles.words import HEAD_OF_UNIT, UNIT_GOES_ON

_AGES = ("青年", "少年", "老年")
"""Words of a unit's name that the dictionary takes for times."""
_TOWARDS = frozenset("对向给跟把被在从与和及同为由")
_UNIT_PREFIX = re.compile(
    "(?![的原前是]|下属|所属|挂职|派[出遣]|选派|抽调|安排|邀请|请来|推荐|援|支教|驻|帮扶|对口)[\u4e00-\u9fff]*"
    "(?<![派选调来去在任往赴自为由的和与及原前对向给跟把被])"
)
"""Words of a unit's name before the end of it that the lexicon knows."""


def begins_unit(clean: str, end: int) -> bool:
    """Whether a word for people is the beginning of a unit's name: 教师|发展中心主任."""
    if clean[end : end + 1] in _TOWARDS:
        return False  # 记者|对教育部部长
    unit = UNIT_GOES_ON.match(clean, end)
    return unit is not None and HEAD_OF_UNIT.match(clean, unit.end()) is not None


def of_unit(clean: str, head: int) -> bool:
    """Whether 学科 or 学部 at an offset is the end of a ward's or a school's unit: 医|学科, 小|学部."""
    before = clean[head - 1 : head]
    return before == "医" or clean[head - 1 : head + 2] in words("departments")


def names_unit(text: str) -> bool:
    """Whether words between an institution and a unit that the lexicon knows are of the unit's name."""
    if _UNIT_PREFIX.fullmatch(text) is None:
        return False
    return all(tag[:1] in "nvbaj" or tag in ("f", "s") or word in _AGES for word, tag in dictionary.tag(text))
