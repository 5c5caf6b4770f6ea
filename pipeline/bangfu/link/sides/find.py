"""On which side of the assistance an institution stands: sending and giving, or receiving.

Frames around its mentions vote (来自…, …选派, 赴…, 受援); where none speaks, a giver by nature (a firm, a
foundation) in an article of gifts, or the part that its province has in the national programmes, decides.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.article import Document, Mention
from bangfu.lexicon import table, words
from bangfu.link.sides.inner import inner_province, inner_side
from bangfu.link.sides.places import (
    OVERSEAS,
    PLAIN_GIVERS,
    decided,
    lands_helped,
    place_side,
    places,
    short_place,
    vote,
)
from bangfu.link.sides.posts import NATIONAL, TEAM_BODY
from bangfu.link.sides.visits import guest_places, guests
from bangfu.link.sides.votes import FROM, TO, WEAK, behind, votes_of
from bangfu.recognize.found import Found

_ASSISTANCE = re.compile(
    "援[疆藏青蒙建派助]|支援|帮扶|支教|捐|资助|助学|义诊|协作|组团式|结对|受援|第一书记|银龄|讲学|送[教医课]|巡诊|镇长团"
    "|服务团|特派|挂职|善款|救灾|救援|奖[学教]金|慈善"
    "|驻村|驻[\u4e00-\u9fff]{2,10}(?:工作[队组]|帮扶)"
    "|困难(?:学生|家庭|群众|老人|职工)|孤寡老人|爱心|公益|送去[^，。]{0,12}(?:棉|衣|物资|图书)"
)
_CERTAIN = re.compile(
    "捐|支教|援[疆藏青派建]|资助|助学|善款|义诊|医疗队|组团式"
    "|对口(?:支援|帮扶|协作)|选派|挂职|银龄|镇长团|受援|奖[学教]金|送[教医]"
)
_RARE = 700
_LONG_ARTICLE = 1000
"""Characters; a word of assistance in 700 makes an article of it, in longer ones one of the certain words."""
_EMBASSY = re.compile("中国(?:驻.{2,12})?(?:大使馆|使馆|总领事馆|总领馆)")
_GIFT = re.compile(
    "捐|资助|助学|善款|赠|奖[学教]金|送[去来进][^，。]{0,12}(?:棉|衣|物资|图书|锅炉)|困难学生|孤寡老人"
)
_PAIRED = re.compile(
    "援[疆藏青派]|对口|协作|支教|组团式|选派|挂职|支援|帮扶|[进入]疆|进藏|巡诊|义诊|结对|手拉手"
)
_FAR_AWAY = re.compile("援[疆藏青]|[进入赴]疆|[进赴]藏|[入赴]青")
_FAR = ("新疆维吾尔自治区", "西藏自治区", "青海省")
_GIVERS = frozenset(("company", "foundation", "bank", "association"))
_RECEIVERS = frozenset(("school", "government", "party"))
_LEARNED = frozenset(("university", "research", "hospital"))
_COUNTY = re.compile("[县旗镇乡村]|教体|科教|教科")
"""Bodies that govern where assistance arrives; those of the giving side are of cities and their districts."""
_RESCUERS = ("救援队", "救援总队", "救援大队", "救援支队", "救援中心")
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
    if not _assists(clean):
        return {}
    gifts, sent = len(_GIFT.findall(clean)), len(_PAIRED.findall(clean))
    gift, paired, given = gifts > 0, sent > 0, gifts >= sent
    far = bool(_FAR_AWAY.search(clean))
    named = frozenset(at for p in found.people for at in range(p.start, p.end))
    ends = behind(found)
    votes: dict[str, int] = {}
    weak: dict[str, int] = {}
    kinds: dict[str, Mention] = {}
    for m in found.institutions:
        kinds.setdefault(m.value.name, m)
        for frame, side in votes_of(clean, m, named, ends):
            vote(weak if frame in WEAK else votes, m.value.name, side)
    lands = lands_helped(clean)
    inner = inner_province(clean, found.institutions) if paired else None
    for name in guests(clean, found.institutions, gift):
        vote(votes, name, FROM)
    strong, faint = decided(votes), decided(weak)
    apart = _apart(clean, found, far) if paired else {}
    out = places(clean, [(kinds[name], side) for name, side in strong.items()])
    out.update((land, TO) for land in lands)
    out.update((place, FROM) for place in guest_places(clean, found.titles, gift))
    for name, m in kinds.items():
        if lands and _EMBASSY.fullmatch(m.text):
            out[name] = FROM
        elif not NATIONAL.match(m.text):
            told = (
                (FROM if TEAM_BODY.search(m.text) else None)
                or (apart.get(m.value.province or "") if m.value.kind not in _GIVERS else None)
                or strong.get(name)
                or _own(m, gift)
                or place_side(m.text, out)
                or short_place(m.text, out)
                or _rescues(m)
                or (inner_side(m, inner) if inner is not None else None)
                or _of_place(m, gift, paired, far)
                or faint.get(name)
                or _by_nature(m, gift, paired, given)
            )
            if told:
                out[name] = told
    return out


def _apart(clean: str, found: Found, far: bool) -> dict[str, str]:
    """The side of each province, where the article names bodies of a sending and of a receiving one."""
    told = {m.value.province for m in found.institutions if m.value.province and m.value.kind != "media"}
    sides_of = {p: _far_side(clean, p) if far else _region(p) for p in sorted(told)}
    known = {p: side for p, side in sides_of.items() if side is not None}
    return known if len(set(known.values())) > 1 else {}


def _far_side(clean: str, province: str) -> str | None:
    """The side of a province where the article tells of aid to the far west: some both send and receive."""
    if province in _FAR:
        return TO
    both = _region(province) == TO
    return FROM if not both or re.search(f"{province[:2]}[^，。；\n]{{0,14}}援[疆藏青]", clean) else None


def _assists(clean: str) -> bool:
    """Whether an article is about assistance, and does not only name it among other things."""
    said = len(_ASSISTANCE.findall(clean))
    if said * _RARE < len(clean):
        return False
    return len(clean) < _LONG_ARTICLE or bool(_CERTAIN.search(clean))


def _own(m: Mention, gift: bool) -> str | None:
    """The side of a body that gives wherever it stands: a firm, an aid team, a body from abroad."""
    kind, text = m.value.kind, m.text
    abroad = (kind in _GIVERS or "大学" in text) and any(text[:n] in _abroad() for n in (2, 3, 4))
    gives = (gift and (kind in PLAIN_GIVERS or abroad)) or (kind != "media" and text.startswith(OVERSEAS))
    return FROM if gives else None


@lru_cache(maxsize=1)
def _abroad() -> frozenset[str]:
    return words("places_world") | {"香港", "澳门", "台湾", "全国", "中国"}


def _rescues(m: Mention) -> str | None:
    """The side of a team that comes to help where something has happened."""
    return FROM if m.text.endswith(_RESCUERS) else None


def _of_place(m: Mention, gift: bool, paired: bool, far: bool) -> str | None:
    """The side that the place of a body tells, where the article speaks of paired assistance."""
    kind = m.value.kind
    if kind in PLAIN_GIVERS or (gift and kind in _GIVERS and _OF_GIVERS.search(m.text)):
        return None
    if far and m.value.province:
        return TO if m.value.province in _FAR else _region(m.value.province) or FROM
    region = _region(m.value.province) if paired or not gift or kind != "school" else None
    if region is not None:
        return region
    return TO if kind not in ("media", "university") and _COUNTY.search(m.text[:-1]) else None


def _by_nature(m: Mention, gift: bool, paired: bool, given: bool) -> str | None:
    kind = m.value.kind
    if m.text.endswith("合作社"):
        return TO
    if kind in PLAIN_GIVERS or (paired and kind in _LEARNED):
        return FROM
    if not gift or _UNIONS.search(m.text):
        return None
    if kind in _GIVERS:
        return FROM
    if kind == "school":
        return TO if given or not paired else None
    return TO if not paired and kind in _RECEIVERS else None


@lru_cache(maxsize=128)
def _region(province: str | None) -> str | None:
    return next((row[1] for row in table("assistance_regions") if row[0] == province), None)
