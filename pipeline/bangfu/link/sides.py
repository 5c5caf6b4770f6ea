"""On which side of the assistance an institution stands: sending and giving, or receiving.

Frames around its mentions vote (来自…, …选派, 赴…, 受援); where none speaks, a giver by nature (a firm, a
foundation) in an article of gifts, or the part that its province has in the national programmes, decides.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice, pairwise

from bangfu.article import Document, Mention
from bangfu.lexicon import table, words
from bangfu.link.side_votes import FROM, TO, WEAK, behind, votes_of
from bangfu.recognize.found import Found

_ASSISTANCE = re.compile(
    "援[疆藏青蒙建派助]|支援|帮扶|支教|捐|资助|助学|义诊|协作|组团式|结对|受援|第一书记|银龄|讲学|送[教医课]|巡诊|镇长团"
    "|服务团|特派|挂职|善款|救灾|救援|奖[学教]金|慈善"
    "|困难(?:学生|家庭|群众|老人|职工)|孤寡老人|爱心|公益|送去[^，。]{0,12}(?:棉|衣|物资|图书)"
)
_CERTAIN = re.compile(
    "捐|支教|援[疆藏青派建]|资助|助学|善款|义诊|医疗队|组团式"
    "|对口(?:支援|帮扶|协作)|选派|挂职|银龄|镇长团|受援|奖[学教]金|送[教医]"
)
_RARE = 700
_LONG_ARTICLE = 1000
"""Characters; a word of assistance in 700 makes an article of it, in longer ones one of the certain words."""
_HELPED = re.compile("(?:援助?|向)(?!疆|藏|青|建|助)([\u4e00-\u9fff]{2,7})")
_GIFT_TO_LAND = re.compile("(?:政府|人民|方面|方)?.{0,6}?(?:捐赠|捐助|援助|提供|移交|交付|派遣|派出|赠送)")
_EMBASSY = re.compile("中国(?:驻.{2,12})?(?:大使馆|使馆|总领事馆|总领馆)")
_NATIONAL = re.compile(
    "(?:中国共产党|中共)?中央|国务院|全国|国家|最高人民|联合国|中纪委|.*党中央|.{1,4}共中央"
    "|(?!.*[县市省区旗州镇乡盟]).{2,7}部$"
)
_GIFT = re.compile(
    "捐|资助|助学|善款|赠|奖[学教]金|送[去来进][^，。]{0,12}(?:棉|衣|物资|图书|锅炉)|困难学生|孤寡老人"
)
_PAIRED = re.compile(
    "援[疆藏青派]|对口|协作|支教|组团式|选派|挂职|支援|帮扶|[进入]疆|进藏|巡诊|义诊|结对|手拉手"
)
_FAR_AWAY = re.compile("援[疆藏青]|[进入赴]疆|[进赴]藏|[入赴]青")
_FAR = ("新疆维吾尔自治区", "西藏自治区", "青海省")
_SENT = re.compile("援[疆藏青蒙]|支教|援派|挂职|医疗队|工作队")
_GIVERS = frozenset(("company", "foundation", "bank", "association"))
_RECEIVERS = frozenset(("school", "government", "party"))
_LEARNED = frozenset(("university", "research", "hospital"))
_COUNTY = re.compile("[县旗镇乡村]|教体|科教|教科")
"""Bodies that govern where assistance arrives; those of the giving side are of cities and their districts."""
_PLAIN_GIVERS = frozenset(("company", "bank"))
_TEAM = re.compile("援|帮扶|支教|医疗|镇长团|服务团")
_SENT_TO = re.compile(
    "(?:赴|前往|来到|抵达|走进|支援|帮扶|援助|落户|奔赴|驻守?|对口支援|受援地?|派往|深入)"
    "((?:[\u4e00-\u9fff]{2,3}省?)?[\u4e00-\u9fff]{1,4}?[县旗镇乡市州])"
)
_SENT_FROM = re.compile(
    "([\u4e00-\u9fff]{2,3}[省市区县])(?:选派|派出|援[疆藏青]|对口支援|对口帮扶|帮扶|支援|医疗队|工作队|支教)"
)
_GOVERNED = re.compile("[\u4e00-\u9fff]{1,9}[县旗镇乡村]")
_UNIONS = re.compile("[侨妇台残]联$|工商联$|关工委$|[联协]会?联合会$")
_LEVEL = re.compile(".{1,4}?[省市县旗镇乡村区]|.{2,4}?州")
_OF_GIVERS = re.compile("商会|同乡会|校友|慈善|企业家")
_LEVELS = frozenset("区县州盟旗镇乡")
_LONG = 7
_MOST = 200  # names compared with another: more is no report but hostile input
_OVERSEAS = ("香港", "澳门", "台湾", "台北", "高雄", "台中", "台南", "新北")
"""Whose bodies come to give."""
_SHORTENED = frozenset("省市县区旗州镇乡")
_POSTED = re.compile("挂职(?:任|担任|于)?$")
_INTO = re.compile("挂职|派|援")
_TEAM_BODY = re.compile("援[疆藏青派]|支教|(?:医疗|对口支援|帮扶|专家|服务).{0,6}[队团]|镇长团")
_LOCAL = re.compile("[县旗镇乡村](?:党?委|党工委|政府|人大|政协|人民)|村[委两]|居委会|社区")


def sides(document: Document, found: Found) -> dict[str, str]:
    """The side of each named institution, and place, that the article tells, by its name.

    Empty for an article that speaks of no assistance.

    >>> from bangfu.article import Source, Span, Text
    >>> from bangfu.recognize import find
    >>> from bangfu.settings import Settings
    >>> clean = "红星科技有限公司向青河县第一中学捐赠图书。"
    >>> document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    >>> sides(document, find(document, Settings()))
    {'青河县': 'to', '红星科技有限公司': 'from', '青河县第一中学': 'to'}
    """
    clean = document.clean
    if not _assists(clean):
        return {}
    gifts, sent = len(_GIFT.findall(clean)), len(_PAIRED.findall(clean))
    gift, paired, given = gifts > 0, sent > 0, gifts >= sent
    far = bool(_FAR_AWAY.search(clean))
    named = frozenset(at for p in found.people for at in range(p.start, p.end))
    ends = behind(found)
    votes: dict[str, Counter[str]] = {}
    weak: dict[str, Counter[str]] = {}
    kinds: dict[str, Mention] = {}
    for m in found.institutions:
        kinds.setdefault(m.value.name, m)
        for frame, side in votes_of(clean, m, named, ends):
            (weak if frame in WEAK else votes).setdefault(m.value.name, Counter())[side] += 1
    lands = _lands_helped(clean)
    decided = {name: voted for name, count in votes.items() if (voted := _decide(count))}
    out = _places(clean, [(kinds[name], side) for name, side in decided.items()])
    out.update((land, TO) for land in lands)
    for name, m in kinds.items():
        if lands and _EMBASSY.fullmatch(m.text):
            out[name] = FROM
        elif not _NATIONAL.match(m.text):
            told = (
                decided.get(name)
                or _own(m, gift)
                or _kindred(name, decided)
                or place_side(m.text, out)
                or _short_place(m.text, out)
                or _of_place(m, gift, paired, far)
                or _decide(weak.get(name, Counter()))
                or _by_nature(m, gift, paired, given)
            )
            if told:
                out[name] = told
    return out


def _assists(clean: str) -> bool:
    """Whether an article is about assistance, and does not only name it among other things."""
    said = len(_ASSISTANCE.findall(clean))
    if said * _RARE < len(clean):
        return False
    return len(clean) < _LONG_ARTICLE or bool(_CERTAIN.search(clean))


def _lands_helped(clean: str) -> list[str]:
    """Countries that are sent a team or a gift: 援某国医疗队, 向某国捐赠."""
    known = words("places_world")
    lands: dict[str, None] = {}
    for hit in _HELPED.finditer(clean):
        name = next(
            (hit.group(1)[:n] for n in range(len(hit.group(1)), 1, -1) if hit.group(1)[:n] in known), ""
        )
        if (
            name
            and name not in _OVERSEAS
            and name not in ("中国", "全国")
            and not name.endswith(("省", "市", "县", "区"))
        ):
            told = clean[hit.end(1) - len(hit.group(1)) + len(name) : hit.end(1) + 12]
            if hit.group()[0] == "援" or _GIFT_TO_LAND.match(told):
                lands[name] = None
    return list(lands)


def _kindred(name: str, decided: dict[str, str]) -> str | None:
    """The side of a body whose name begins with this one's, or the other way round: 某大学, 某大学支教团."""
    for other, side in islice(decided.items(), _MOST):
        short, long = sorted((name, other), key=len)
        if len(short) > 3 and long.startswith(short):
            return side
    return None


def _places(clean: str, told: list[tuple[Mention, str]]) -> dict[str, str]:
    """The places that the article sends someone to, or from which they are sent.

    ``told`` are institutions with their sides: the place of a public body takes part in its side.
    """
    votes: dict[str, Counter[str]] = {}
    for m, side in told:
        levels = [] if m.value.kind in _PLAIN_GIVERS else list(_LEVEL.finditer(m.text[:-1]))
        if levels and levels[0].start() == 0:
            last = next((x for x, y in pairwise(levels) if x.end() != y.start()), levels[-1])
            if len(last.group()) > 2:
                votes.setdefault(last.group(), Counter())[side] += 1
    for pattern, side in ((_SENT_TO, TO), (_SENT_FROM, FROM)):
        for hit in pattern.finditer(clean):
            level = list(_LEVEL.finditer(hit.group(1)))
            if level and len(level[-1].group()) > 1:
                votes.setdefault(level[-1].group(), Counter())[side] += 1
    decided = ((place, _decide(count)) for place, count in votes.items())
    return {place: side for place, side in decided if side}


def place_side(name: str, known: dict[str, str]) -> str | None:
    """The side of the place that a name begins with: of the last of its levels that the article tells.

    >>> place_side("青河县妇联", {"青河县": "to"})
    'to'
    """
    told, at = None, 0
    while (level := _LEVEL.match(name, at)) is not None:
        told, at = known.get(level.group(), told), level.end()
    return told


def _short_place(name: str, known: dict[str, str]) -> str | None:
    """The side of the place whose short name a name begins with: 青河一中 of 青河县."""
    for place, side in islice(known.items(), _MOST):
        if 2 < len(place) < _LONG and place[-1] in _SHORTENED and name.startswith(place[:-1]):
            return side
    return None


def _decide(votes: Counter[str]) -> str | None:
    if votes[FROM] == votes[TO]:
        return None
    return FROM if votes[FROM] > votes[TO] else TO


def _own(m: Mention, gift: bool) -> str | None:
    """The side of a body that gives wherever it stands: a firm, an aid team, a body from abroad."""
    kind, text = m.value.kind, m.text
    abroad = kind in _GIVERS and any(text[:n] in _abroad() for n in (2, 3, 4))
    gives = (gift and (kind in _PLAIN_GIVERS or abroad)) or (kind != "media" and text.startswith(_OVERSEAS))
    return FROM if gives or (kind == "team" and _TEAM.search(text)) else None


@lru_cache(maxsize=1)
def _abroad() -> frozenset[str]:
    return words("places_world") | {"香港", "澳门", "台湾", "全国", "中国"}


def _of_place(m: Mention, gift: bool, paired: bool, far: bool) -> str | None:
    """The side that the place of a body tells, where the article speaks of paired assistance."""
    kind = m.value.kind
    if kind in _PLAIN_GIVERS or (gift and kind in _GIVERS and _OF_GIVERS.search(m.text)):
        return None
    if far and m.value.province:
        return TO if m.value.province in _FAR else _region(m.value.province) or FROM
    region = _region(m.value.province) if paired or not gift or kind != "school" else None
    if region is not None:
        return region
    return TO if kind not in ("media", "university") and _COUNTY.search(m.text[:-1]) else None


def _by_nature(m: Mention, gift: bool, paired: bool, given: bool) -> str | None:
    kind = m.value.kind
    if kind in _PLAIN_GIVERS or (paired and kind in _LEARNED):
        return FROM
    if not gift or _UNIONS.search(m.text):
        return None
    if kind in _GIVERS:
        return FROM
    if kind == "school":
        return TO if given or not paired else None
    return TO if not paired and kind in _RECEIVERS else None


def _region(province: str | None) -> str | None:
    return next((row[1] for row in table("assistance_regions") if row[0] == province), None)


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
    if institution is None or _NATIONAL.match(institution):
        return None
    told = known.get(names.get(institution, institution)) or place_side(institution, known)
    if told is not None:
        return told
    level = {
        side
        for place, side in islice(known.items(), _MOST)
        if len(place) < _LONG and place[-1] == institution[0]
    }
    if institution[0] in _LEVELS and len(level) == 1 and len(institution) > 1:
        return next(iter(level))  # 区委, 县教育局 of the only district, county that is told
    if _TEAM_BODY.search(institution):
        return FROM
    if _GOVERNED.fullmatch(institution) or _LOCAL.search(institution):
        return TO
    return _kindred(institution, known)
