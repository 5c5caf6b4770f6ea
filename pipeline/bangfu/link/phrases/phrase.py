"""The title phrase that the patterns of roles speak of, and the words that decide of which body it is."""

from __future__ import annotations

from typing import NamedTuple

from bangfu.article import Mention

SECTIONS = ("统战部", "组织部", "宣传部", "政法委", "武装部", "社会工作部")
"""Parts of a party committee: departments of the committee named before."""
HEADS = (
    "委员会",
    "工委",
    "政府",
    "人民政府",
    "中央",
    "常委会",
    "法院",
    "检察院",
    "联合会",
    "指挥部",
    "办公室",
)
"""Heads of bodies that are nothing without what stands before them."""
INNER = (
    "政治部",
    "党委办公室",
    "党政办公室",
    "院办公室",
    "校长办公室",
    "院长办公室",
    "党政办",
    "党委办",
    "研究生院",
)
"""Offices that are departments of the body told before."""
UNITS = (*SECTIONS, *INNER)
LAST_OF_UNITS = frozenset(unit[-1] for unit in UNITS)
OFFICES = ("办", "办公室", "教研室", "督导室", "中心", "服务站", "工作站", "大队")
LEVELS = "省市县区州盟旗镇乡"
OF_HEADS = ("发言人", "顾问", "秘书", "代表", "助理", "特使", "翻译", "队长", "组长", "专员")
"""Posts of those who stand for a head or lead people: 秘书长|发言人, 志愿者|队长."""


class Unit(NamedTuple):
    """A title phrase; ``start`` is where it begins with the institution or place before it.

    ``held`` is the mention of this institution, ``place`` the place that a government post governs, ``body``
    a body that is written there and was not found as an institution.
    """

    title: Mention
    start: int
    held: Mention | None = None
    place: str | None = None
    department: str | None = None
    body: str | None = None

    @property
    def end(self) -> int:
        """Where the phrase ends: with its title."""
        return self.title.end

    @property
    def alone(self) -> bool:
        """Whether nothing in the phrase tells where the post is."""
        return self.held is None and self.body is None and self.place is None
