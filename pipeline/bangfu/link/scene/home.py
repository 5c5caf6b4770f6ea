"""The body whose own page an article is: a university's news, the minutes of a foundation."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from bangfu.article import Mention
from bangfu.link.scene.speaker import GUESTS, WITH_US

_HEAD = 260
"""Characters that hold a headline and the first paragraph."""
_MOST = 300
_GROUPS = (("school", "university"), ("hospital",), ("foundation", "association"))
_OURS = {
    "school": "我校|本校|(?<![一-鿿])校(?:党委|领导|团委|长办公室|工会)"
    "|(?:^|\n)[ \u3000]{0,8}(?:学校|我校)(?=[举召与党获开选派])",
    "hospital": "我院|本院|(?<![一-鿿])院(?:党委|领导|团委|工会)"
    "|(?:^|\n)[ \u3000]{0,8}(?:医院|我院)(?=[举召与党获开选派])",
    "foundation": "我会(?=[理秘会监副捐在与向第已将])|本会|(?:各位|全体)(?:捐赠人|理事|会员)",
}
_ITS = {
    "school": "学校(?!长)|全校",
    "hospital": "(?<![的级家所])医院(?!长)|全院",
    "foundation": "秘书处|理事会|监事会|基金会|协会",
}
_GOAL = re.compile(
    "[我本][院校会][^。！？\\n]{0,30}(?:抵达|奔?赴|前往|来到|到达?|走进|进驻|(?:对口)?(?:支援|帮扶|援助))$"
)
"""Before a body that the page's own goes to: 我院医疗队抵达|某医院."""
_ASIDE = re.compile("(?![日午晨晚讯])[\u4e00-\u9fff]")
"""Right before a body that the sentence does not begin with: 主讲人是某大学教授."""


@dataclass(frozen=True, slots=True)
class Home:
    """The body, and whether the text speaks as this body (我校, 校党委)."""

    body: Mention
    ours: bool


def goal(clean: str, m: Mention) -> bool:
    """Whether a body is one that 我院 goes to."""
    return _GOAL.search(clean, max(0, m.start - 44), m.start) is not None


def home_of(clean: str, institutions: tuple[Mention, ...]) -> Home | None:
    """The body named in the headline or the first paragraph that an article speaks of as its own.

    It is told more often than any other of its kind, and the text calls it 学校, or 我校, or has its organs
    (校党委, 秘书处).
    """
    named = [m for m in institutions[:_MOST] if not m.value.generic]
    if not named or named[0].start > _HEAD:
        return None
    times = Counter(m.value.name for m in named)
    partners = {m.value.name for m in named if WITH_US.search(clean, max(0, m.start - 4), m.start)}
    earlier: tuple[str, ...] = ()  # of a body told before that may be the one
    for m in named:
        if m.start > _HEAD:
            return None
        group = next((g for g in _GROUPS if m.value.kind in g), ())
        if not group or m.value.name in partners or GUESTS.match(clean, m.end) or goal(clean, m):
            continue
        if m.start and _ASIDE.match(clean, m.start - 1):
            earlier = earlier or group
            continue
        kind, name = m.value.kind, m.value.name
        ours = bool(re.search(_OURS[group[0]], clean))
        rivals = (kind,) if ours else group
        most = max(
            (times[o.value.name] for o in named if o.value.kind in rivals and o.value.name != name), default=0
        )
        its = len(re.findall(_ITS[group[0]], clean))
        told = times[name] >= most + (earlier == group) if ours else its > 1 and times[name] > most
        return Home(m, ours) if told else None
    return None
