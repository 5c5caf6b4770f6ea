"""On which side of the assistance an institution stands: sending and giving, or receiving.

Frames around its mentions vote (来自…, …选派, 赴…, 受援); where none speaks, a giver by nature (a firm, a
foundation) in an article of gifts, or the part that its province has in the national programmes, decides.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from bangfu.article import Document, Mention
from bangfu.lexicon import mapping, table
from bangfu.recognize.found import Found

FROM, TO = "from", "to"

_ASSISTANCE = re.compile("援[疆藏青蒙建派助]|支援|帮扶|支教|捐|资助|助学|义诊|协作|组团式|结对|受援|第一书记")
_GIFT = re.compile("捐|资助|助学|善款|赠")
_SENT = re.compile("援[疆藏青蒙]|支教|援派|挂职|医疗队|工作队")
_GIVERS = frozenset(("company", "foundation", "bank", "association"))
_RECEIVERS = frozenset(("school", "hospital"))
_COUNTY = re.compile("[县旗镇乡村]|教体|科教|教科")
"""Bodies that govern where assistance arrives; those of the giving side are of cities and their districts."""
_NEAR = 8


@lru_cache(maxsize=1)
def _frames() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    sides = mapping("side_frames")
    before = sorted((w[:-1] for w in sides if w.endswith("<")), key=lambda w: (-len(w), w))
    after = sorted((w[:-1] for w in sides if w.endswith(">")), key=lambda w: (-len(w), w))
    return (
        re.compile(f"({'|'.join(before)})[\u4e00-\u9fff]{{0,6}}$"),
        re.compile(f"[\u4e00-\u9fff]{{0,4}}?({'|'.join(after)})"),
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
    votes: dict[str, Counter[str]] = {}
    kinds: dict[str, Mention] = {}
    for m in found.institutions:
        kinds.setdefault(m.value.name, m)
        votes.setdefault(m.value.name, Counter()).update(_votes(clean, m))
    out = {}
    for name, mention in kinds.items():
        side = _decide(votes[name]) or _by_nature(mention, gift)
        if side:
            out[name] = side
    return out


def _votes(clean: str, m: Mention) -> list[str]:
    before, after, sides_of = _frames()
    found = []
    left = before.search(clean, max(0, m.start - _NEAR), m.start)
    if left is not None:
        found.append(sides_of[f"{left.group(1)}<"])
        if left.group(1) in ("向", "给", "为"):
            return found  # 向某校捐赠: the verb behind is the giver's
    right = after.match(clean, m.end, m.end + _NEAR)
    if right is not None:
        found.append(sides_of[f"{right.group(1)}>"])
    return found


def _decide(votes: Counter[str]) -> str | None:
    if votes[FROM] == votes[TO]:
        return None
    return FROM if votes[FROM] > votes[TO] else TO


def _by_nature(m: Mention, gift: bool) -> str | None:
    if gift and m.value.kind in _GIVERS:
        return FROM
    region = _region(m.value.province)
    if region is not None:
        return region
    county = m.value.kind in ("government", "party") and _COUNTY.search(m.text[:-1])
    return TO if county or (gift and m.value.kind in _RECEIVERS) else None


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
    return known.get(names.get(institution, institution))
