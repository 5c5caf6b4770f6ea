"""On which side of the assistance an institution stands: sending and giving, or receiving.

Frames around its mentions vote (来自…, …选派, 赴…, 受援); where none speaks, its place, the part that its
province has in the national programmes, or what it is (a firm, a school) in an article of gifts decides.
"""

from __future__ import annotations

import re
from collections import Counter

from bangfu.article import Document, Mention
from bangfu.lexicon import words
from bangfu.link.sides.levels import place_in, place_side, short_place
from bangfu.link.sides.posts import NATIONAL, TEAM_BODY
from bangfu.link.sides.regions import LEARNED, apart, inner_province, inner_side, lands_helped, region
from bangfu.link.sides.votes import FROM, TO, behind, votes_of
from bangfu.recognize.found import Found

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
_SENT_TO = re.compile(
    "(?:赴|前往|来到|抵达|走进|支援|帮扶|援助|落户|驻守?|受援地?|派往|深入)"
    "((?:[\u4e00-\u9fff]{2,3}省?)?[\u4e00-\u9fff]{1,4}?[县旗镇乡市州])"
)
_SENDER = re.compile(
    "([\u4e00-\u9fff]{2,3}[省市区县])(?:选派|派出|援[疆藏青]|对口支援|帮扶|支援|医疗队|工作队|支教)"
)
_FIRMS = frozenset(("company", "bank"))
_GIVERS = frozenset(("company", "foundation", "bank", "association"))
_RECEIVERS = frozenset(("school", "government", "party"))
_OVERSEAS = ("香港", "澳门", "台湾", "台北", "高雄", "台中", "台南", "新北")
"""Whose bodies come to give."""
_COUNTY = re.compile("[县旗镇乡村]|教体|科教|教科")
"""Bodies that govern where assistance arrives; those of the giving side are of cities and their districts."""
_UNIONS = re.compile("[侨妇台残]联$|工商联$|关工委$|[联协]会?联合会$")
_OF_GIVERS = re.compile("商会|同乡会|校友|慈善|企业家")


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
    if not assists(clean):
        return {}
    gifts, sent = len(_GIFT.findall(clean)), len(_PAIRED.findall(clean))
    gift, paired, given = gifts > 0, sent > 0, gifts >= sent
    far = bool(_FAR_AWAY.search(clean))
    named = frozenset(at for p in found.people for at in range(p.start, p.end))
    ends = behind(found)
    votes: Counter[str] = Counter()
    kinds: dict[str, Mention] = {}
    for m in found.institutions:
        kinds.setdefault(m.value.name, m)
        for side in votes_of(clean, m, named, ends):
            votes[m.value.name] += 1 if side == FROM else -1
    lands = apart(clean, found.institutions, far) if paired else {}
    inner = inner_province(clean, found.institutions) if paired else None
    told = _decided(votes)
    out = _places(clean, [(kinds[name], side) for name, side in told.items()])
    out.update((land, TO) for land in lands_helped(clean))
    for name, m in kinds.items():
        if NATIONAL.match(m.text):
            continue
        side_ = (
            (FROM if TEAM_BODY.search(m.text) else None)
            or (lands.get(m.value.province) if m.value.kind not in _GIVERS else None)
            or told.get(name)
            or _own(m, gift)
            or place_side(m.text, out)
            or short_place(m.text, out)
            or (inner_side(m, inner) if inner is not None else None)
            or _of_place(m, clean, gift, paired, far)
            or _by_nature(m, gift, paired, given)
        )
        if side_:
            out[name] = side_
    return out


def assists(clean: str) -> bool:
    """Whether an article is about assistance, and does not only name it among other things."""
    said = len(_ASSISTANCE.findall(clean))
    return said * _RARE >= len(clean)


def _decided(votes: Counter[str]) -> dict[str, str]:
    """The side of each name for which more words speak than against."""
    return {name: FROM if balance > 0 else TO for name, balance in votes.items() if balance}


def _places(clean: str, told: list[tuple[Mention, str]]) -> dict[str, str]:
    """The places to and from which someone is sent, and those of public bodies with their sides."""
    sent = [(hit.group(1), TO) for hit in _SENT_TO.finditer(clean)]
    sent += [(hit.group(1), FROM) for hit in _SENDER.finditer(clean)]
    sent += [(m.text[:-1], side) for m, side in told if m.value.kind not in _FIRMS]
    votes: Counter[str] = Counter()
    for name, side in sent:
        if (place := place_in(name)) is not None:
            votes[place] += 1 if side == FROM else -1
    return _decided(votes)


def _own(m: Mention, gift: bool) -> str | None:
    """The side of a body that gives wherever it stands: a firm, a body from abroad."""
    kind, text = m.value.kind, m.text
    known = words("places_world") if kind in _GIVERS or "大学" in text else ()
    abroad = text.startswith("中国驻") or any(text[:n] in known for n in (2, 3, 4))
    gives = (gift and (kind in _FIRMS or abroad)) or (kind != "media" and text.startswith(_OVERSEAS))
    return FROM if gives else None


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


def _by_nature(m: Mention, gift: bool, paired: bool, given: bool) -> str | None:
    kind = m.value.kind
    if m.text.endswith("合作社"):
        return TO
    if kind in _FIRMS or (paired and kind in LEARNED):
        return FROM
    if not gift or _UNIONS.search(m.text):
        return None
    if kind in _GIVERS:
        return FROM
    if kind == "school":
        return TO if given or not paired else None
    return TO if not paired and kind in _RECEIVERS else None
