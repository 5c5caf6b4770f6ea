"""On which side of the assistance an institution stands: sending and giving, or receiving.

Frames around its mentions vote (来自…, …选派, 赴…, 受援); where none speaks, a giver by nature (a firm, a
foundation) in an article of gifts, or the part that its province has in the national programmes, decides.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from bangfu.article import Document, Mention
from bangfu.lexicon import mapping, table, words
from bangfu.recognize.found import Found

FROM, TO = "from", "to"

_ASSISTANCE = re.compile(
    "援[疆藏青蒙建派助]|支援|帮扶|支教|捐|资助|助学|义诊|协作|组团式|结对|受援|第一书记|银龄|讲学|送[教医课]|巡诊|镇长团"
    "|服务团|特派|挂职|善款|救灾|救援|奖[学教]金|慈善"
)
_GIFT = re.compile("捐|资助|助学|善款|赠|奖[学教]金")
_SENT = re.compile("援[疆藏青蒙]|支教|援派|挂职|医疗队|工作队")
_GIVERS = frozenset(("company", "foundation", "bank", "association"))
_RECEIVERS = frozenset(("school", "hospital"))
_COUNTY = re.compile("[县旗镇乡村]|教体|科教|教科")
"""Bodies that govern where assistance arrives; those of the giving side are of cities and their districts."""
_PLAIN_GIVERS = frozenset(("company", "bank"))
_TEAM = re.compile("援|帮扶|支教|医疗|镇长团|服务团")
_GIVEN = re.compile("捐|赠|送|拨|援|资助|交付|提供")
_SENT_TO = re.compile(
    "(?:赴|前往|来到|抵达|走进|支援|帮扶|援助|落户|奔赴|驻守?|对口支援|受援地?|派往|深入)"
    "((?:[\u4e00-\u9fff]{2,3}省?)?[\u4e00-\u9fff]{1,4}?[县旗镇乡市州])"
)
_SENT_FROM = re.compile(
    "([\u4e00-\u9fff]{2,3}[省市区县])(?:选派|派出|援[疆藏青]|对口支援|对口帮扶|帮扶|支援|医疗队|工作队|支教)"
)
_GOVERNED = re.compile("[\u4e00-\u9fff]{1,9}[县旗镇乡村]")
_NO_EVENT = "(?!仪式|墙|活动|物资|款物|名单|现场|大会|典礼|协议)"
_UNIONS = re.compile("[侨妇台残]联$|工商联$|关工委$|[联协]会?联合会$")
_LEVEL = re.compile(".{1,4}?[省市县旗镇乡村区]|.{2,4}?州")
_NEAR = 8


@lru_cache(maxsize=1)
def _frames() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    sides = mapping("side_frames")
    before = sorted((w[:-1] for w in sides if w.endswith("<")), key=lambda w: (-len(w), w))
    after = sorted((w[:-1] for w in sides if w.endswith(">")), key=lambda w: (-len(w), w))
    return (
        re.compile(f"({'|'.join(before)})[\u4e00-\u9fff]{{0,6}}$"),
        re.compile(f"[\u4e00-\u9fff]{{0,4}}?({'|'.join(after)}){_NO_EVENT}"),
        sides,
    )


def sides(document: Document, found: Found) -> dict[str, str]:
    """The side of each named institution that the article tells, by its name.

    Empty for an article that speaks of no assistance.

    >>> from bangfu.article import Source, Span, Text
    >>> from bangfu.recognize import find
    >>> from bangfu.settings import Settings
    >>> clean = "红星科技有限公司向青河县第一中学捐赠图书。"
    >>> document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    >>> sides(document, find(document, Settings()))
    {'红星科技有限公司': 'from', '青河县第一中学': 'to'}
    """
    clean = document.clean
    if not _ASSISTANCE.search(clean):
        return {}
    gift = bool(_GIFT.search(clean))
    named = frozenset(at for p in found.people for at in range(p.start, p.end))
    votes: dict[str, Counter[str]] = {}
    kinds: dict[str, Mention] = {}
    for m in found.institutions:
        kinds.setdefault(m.value.name, m)
        votes.setdefault(m.value.name, Counter()).update(_votes(clean, m, named))
    out = _places(clean)
    for name, mention in kinds.items():
        side = (
            _decide(votes[name])
            or _own(mention, gift)
            or place_side(mention.text, out)
            or _by_nature(mention, gift)
        )
        if side:
            out[name] = side
    return out


def _places(clean: str) -> dict[str, str]:
    """The places that the article sends someone to, or from which they are sent."""
    votes: dict[str, Counter[str]] = {}
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


def _votes(clean: str, m: Mention, named: frozenset[int]) -> list[str]:
    before, after, sides_of = _frames()
    found = []
    left = before.search(clean, max(0, m.start - _NEAR), m.start)
    if left is not None:
        found.append(sides_of[f"{left.group(1)}<"])
        if left.group(1) in ("向", "给", "为"):
            return found  # 向某校捐赠: the verb behind is the giver's
    right = after.match(clean, m.end, m.end + _NEAR)
    if right is not None and right.start(1) not in named and _gives(clean, right):
        found.append(sides_of[f"{right.group(1)}>"])
    return found


def _gives(clean: str, frame: re.Match[str]) -> bool:
    """Whether a frame that needs a verb of giving has one: 某校向… speaks of anything."""
    if frame.group(1) not in ("向", "为"):
        return True
    return bool(_GIVEN.search(clean, frame.end(), frame.end() + 20))


def _decide(votes: Counter[str]) -> str | None:
    if votes[FROM] == votes[TO]:
        return None
    return FROM if votes[FROM] > votes[TO] else TO


def _own(m: Mention, gift: bool) -> str | None:
    """The side of a body that gives wherever it stands: a firm, an aid team, a body from abroad."""
    kind, text = m.value.kind, m.text
    abroad = kind in _GIVERS and any(text[:n] in _abroad() for n in (2, 3, 4))
    gives = gift and (kind in _PLAIN_GIVERS or abroad)
    return FROM if gives or (kind == "team" and _TEAM.search(text)) else None


@lru_cache(maxsize=1)
def _abroad() -> frozenset[str]:
    return words("places_world") | {"香港", "澳门", "台湾", "全国", "中国"}


def _by_nature(m: Mention, gift: bool) -> str | None:
    kind, text = m.value.kind, m.text
    region = _region(m.value.province)
    if region is not None:
        return region
    if kind not in _PLAIN_GIVERS and kind not in ("media", "university") and _COUNTY.search(text[:-1]):
        return TO
    if not gift:
        return None
    if _UNIONS.search(text):
        return None
    return FROM if kind in _GIVERS else TO if kind in _RECEIVERS else None


def _region(province: str | None) -> str | None:
    return next((row[1] for row in table("assistance_regions") if row[0] == province), None)


def side_of(
    title: str, rule: str, around: str, institution: str | None, known: dict[str, str], names: dict[str, str]
) -> str | None:
    """The side of a post.

    ``around`` is the text right before its phrase, ``known`` the sides of institutions by name and ``names``
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
    if title == "第一院长" or (rule.startswith("role:becomes") and re.search("挂职|派|援", around)):
        return TO
    if institution is None:
        return None
    told = known.get(names.get(institution, institution)) or place_side(institution, known)
    if told is None and _GOVERNED.fullmatch(institution):
        return TO
    return told
