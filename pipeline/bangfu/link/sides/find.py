"""On which side of the assistance an institution stands by its place and its name: what other rules ask.

The side of a post is learned (:mod:`bangfu.link.post_sides`).
"""

from __future__ import annotations

import re

from bangfu.article import Document, Mention
from bangfu.link.sides.regions import FROM, TO, region
from bangfu.recognize.found import Found

NATIONAL = re.compile(
    "(?:中国共产党|中共)?中央|国务院|全国|国家|最高人民|联合国|中纪委|.*党中央|.{1,4}共中央"
    "|(?!.*[县市省区旗州镇乡盟]).{2,7}部$"
)
"""Bodies of the whole state."""
TEAM_BODY = re.compile(
    "援[疆藏青派]|支教|(?:医疗|对口支援|帮扶|专家|服务).{0,6}[队团]$|镇长团|(?:帮扶|支援).{2,14}专家组$|(?:驻|援).{2,12}(?:工作|帮扶).{0,2}[队组]$"
    "|救援[总大支]?队$"
)
"""Teams that are sent."""
_ASSISTANCE = re.compile(
    "援[疆藏青蒙建派助]|支援|帮扶|支教|捐|资助|助学|义诊|协作|组团式|结对|受援|第一书记|银龄|讲学|送[教医课]|巡诊|镇长团"
    "|服务团|特派|挂职|善款|救灾|救援|奖[学教]金|慈善"
    "|驻村|驻[\u4e00-\u9fff]{2,10}(?:工作[队组]|帮扶)"
    "|困难(?:学生|家庭|群众|老人|职工)|孤寡老人|爱心|公益|送去[^，。]{0,12}(?:棉|衣|物资|图书)"
)
_RARE = 1000
"""Characters; a word of assistance in so many makes an article of it."""
_GIFT = re.compile(
    "捐|资助|助学|善款|赠|奖[学教]金|送[去来进][^，。]{0,12}(?:棉|衣|物资|图书|锅炉)|困难学生|孤寡老人"
)
_PAIRED = re.compile(
    "援[疆藏青派]|对口|协作|支教|组团式|选派|挂职|支援|帮扶|[进入]疆|进藏|巡诊|义诊|结对|手拉手"
)
_FAR_AWAY = re.compile("援[疆藏青]|[进入赴]疆|[进赴]藏|[入赴]青")
_FIRMS = frozenset(("company", "bank"))
_GIVERS = frozenset(("company", "foundation", "bank", "association"))
_COUNTY = re.compile("[县旗镇乡村]|教体|科教|教科")
"""Bodies that govern where assistance arrives; those of the giving side are of cities and their districts."""
_OF_GIVERS = re.compile("商会|同乡会|校友|慈善|企业家")


def sides(document: Document, found: Found) -> dict[str, str]:
    """The side of each named institution that its place or its name tells, by its name.

    Empty for an article that speaks of no assistance.

    >>> from bangfu.article import Source, Span, Text
    >>> from bangfu.recognize import find
    >>> from bangfu.settings import Settings
    >>> clean = "上海红星医院对口支援青河县人民医院。"
    >>> document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    >>> sides(document, find(document, Settings()))
    {'上海红星医院': 'from', '青河县人民医院': 'to'}
    """
    clean = document.clean
    if not assists(clean):
        return {}
    gift, paired = _GIFT.search(clean) is not None, _PAIRED.search(clean) is not None
    far = _FAR_AWAY.search(clean) is not None
    out: dict[str, str] = {}
    for m in found.institutions:
        name = m.value.name
        if name in out or NATIONAL.match(m.text):
            continue
        side = FROM if TEAM_BODY.search(m.text) else _of_place(m, clean, gift, paired, far)
        if side is not None:
            out[name] = side
    return out


def assists(clean: str) -> bool:
    """Whether an article is about assistance, and does not only name it among other things."""
    said = len(_ASSISTANCE.findall(clean))
    return said * _RARE >= len(clean)


def _of_place(m: Mention, clean: str, gift: bool, paired: bool, far: bool) -> str | None:
    """The side that the place of a body tells, where the article speaks of paired assistance."""
    kind, province = m.value.kind, m.value.province
    if kind in _FIRMS or (gift and kind in _GIVERS and _OF_GIVERS.search(m.text)):
        return None
    if far and province:
        return region(province, clean, far) or TO
    side = region(province) if paired or not gift or kind != "school" else None
    county = kind not in ("media", "university") and _COUNTY.search(m.text[:-1])
    return side or (TO if county else None)
