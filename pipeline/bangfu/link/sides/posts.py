"""The side of a post: that of its institution, or what the verb says that gave it."""

from __future__ import annotations

import re

from bangfu.link.sides.levels import kindred, place_side
from bangfu.link.sides.votes import FROM, TO

NATIONAL = re.compile(
    "(?:中国共产党|中共)?中央|国务院|全国|国家|最高人民|联合国|中纪委|.*党中央|.{1,4}共中央"
    "|(?!.*[县市省区旗州镇乡盟]).{2,7}部$"
)
_SENT = re.compile("援[疆藏青蒙]|支教|援派|挂职|医疗队|工作队")
_POSTED = re.compile("挂职(?:任|担任|于)?$")
_AIDING = re.compile("(?:援[疆藏青蒙派]|支教|派驻|选派|银龄)(?:的|[\u4e00-\u9fff]{0,3})$")
"""Words of a post that tell that its holder was sent."""
TEAM_BODY = re.compile(
    "援[疆藏青派]|支教|(?:医疗|对口支援|帮扶|专家|服务).{0,6}[队团]$|镇长团|(?:帮扶|支援).{2,14}专家组$|(?:驻|援).{2,12}(?:工作|帮扶).{0,2}[队组]$"
    "|救援[总大支]?队$"
)
_LOCAL = re.compile(
    "[\u4e00-\u9fff]{1,9}[县旗镇乡村]$|.*(?:[县旗镇乡村](?:党?委|党工委|政府|人大|政协|人民)|村[委两]|居委会|社区)"
)


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
    if _POSTED.search(around):
        return TO
    if institution is None:
        return FROM if rule != "role:counted_list" and _AIDING.search(around) else None
    if NATIONAL.match(institution):
        return None
    told = known.get(names.get(institution, institution)) or place_side(institution, known)
    if told is not None:
        return told
    if TEAM_BODY.search(institution):
        return FROM
    return TO if _LOCAL.match(institution) else kindred(institution, known)
