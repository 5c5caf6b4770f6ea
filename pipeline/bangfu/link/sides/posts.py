"""The side of a post: that of its institution, or what the verb says that gave it."""

from __future__ import annotations

import re
from itertools import islice

from bangfu.link.sides.places import LONG_PLACE, MOST, place_side
from bangfu.link.sides.votes import FROM, TO

NATIONAL = re.compile(
    "(?:中国共产党|中共)?中央|国务院|全国|国家|最高人民|联合国|中纪委|.*党中央|.{1,4}共中央"
    "|(?!.*[县市省区旗州镇乡盟]).{2,7}部$"
)
_SENT = re.compile("援[疆藏青蒙]|支教|援派|挂职|医疗队|工作队")
_GOVERNED = re.compile("[\u4e00-\u9fff]{1,9}[县旗镇乡村]")
_LEVELS = frozenset("区县州盟旗镇乡")
_POSTED = re.compile("挂职(?:任|担任|于)?$")
_INTO = re.compile("挂职|派|援")
_AIDING = re.compile("(?:援[疆藏青蒙派]|支教|派驻|选派|银龄)(?:的|[\u4e00-\u9fff]{0,3})$")
"""Words of a post that tell that its holder was sent."""
TEAM_BODY = re.compile(
    "援[疆藏青派]|支教|(?:医疗|对口支援|帮扶|专家|服务).{0,6}[队团]$|镇长团|(?:帮扶|支援).{2,14}专家组$|(?:驻|援).{2,12}(?:工作|帮扶).{0,2}[队组]$"
)
_LOCAL = re.compile("[县旗镇乡村](?:党?委|党工委|政府|人大|政协|人民)|村[委两]|居委会|社区")


def kindred(name: str, decided: dict[str, str]) -> str | None:
    """The side of a body whose name begins with this one's, or the other way round: 某大学, 某大学支教团."""
    for other, side in islice(decided.items(), MOST):
        short, long = sorted((name, other), key=len)
        if len(short) > 3 and long.startswith(short):
            return side
    return None


def side_of(
    title: str,
    rule: str,
    around: str,
    institution: str | None,
    known: dict[str, str],
    names: dict[str, str],
) -> str | None:
    """The side of a post.

    ``around`` is the text right before its title, ``known`` the sides of institutions by name and ``names``
    the name of each written form. A post that someone is sent into is a receiving one, a team's leader
    belongs to the sender.

    >>> side_of("领队", "role:title_name", "", None, {"甲校": "to"}, {})
    'from'
    >>> side_of("校长", "role:title_name", "", "甲校", {"甲校": "to"}, {})
    'to'
    """
    if not known and not _SENT.search(around):
        return None
    if title in ("领队", "副领队"):
        return FROM
    if (
        title == "第一院长"
        or _POSTED.search(around)
        or (rule.startswith("role:becomes") and _INTO.search(around))
    ):
        return TO
    if institution is None and rule != "role:counted_list" and _AIDING.search(around):
        return FROM
    if institution is None or NATIONAL.match(institution):
        return None
    told = known.get(names.get(institution, institution)) or place_side(institution, known)
    if told is not None:
        return told
    level = {
        side
        for place, side in islice(known.items(), MOST)
        if len(place) < LONG_PLACE and place[-1] == institution[0]
    }
    if institution[0] in _LEVELS and len(level) == 1 and len(institution) > 1:
        return next(iter(level))  # 区委, 县教育局 of the only district, county that is told
    if TEAM_BODY.search(institution):
        return FROM
    if _GOVERNED.fullmatch(institution) or _LOCAL.search(institution):
        return TO
    return kindred(institution, known)
