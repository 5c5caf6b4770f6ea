"""Chains of posts that wait for the person behind the next comma: 县委常委，工作组组长甲."""

from __future__ import annotations

import re

from bangfu.link.holders.several import then
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.scene.scene import Scene

GROUPS = ("负责人", "代表", "干部", "领导", "成员", "队员", "教师", "老师", "专家", "医生", "护士", "骨干")
"""Titles that of several people may tell another one behind 、: 甲副书记、科室负责人."""
_ANYBODY = ("负责人", "负责同志", "代表")
"""Titles that a text gives to people whom it does not name."""
_CLOSED = re.compile("[。！？；：\n“”]")
_PARTED = re.compile(
    "(?:[（(](?:挂职|兼)[）)])?[，,](?:[省市县区州旗]委|[现挂兼时]任|挂职(?:任|担任)?)?|(?:、[一-鿿]{1,10}){1,3}、?"
    "|[，,](?:(?![等参出的与和在由向对率])[一-鿿]){1,12}"
)


def with_waiting(scene: Scene, waiting: list[Chain], chain: Chain, hits: list[Pair]) -> list[Pair]:
    """Pairs, before them those of the chains that only commas part from theirs: 县委常委，工作组组长甲."""
    if waiting and hits[0].rule == "role:relative" and then(scene.clean, waiting[-1], chain):
        return [*held(waiting[-1], [hits[0].person], "role:relative"), *hits]
    if hits[0].rule in ("role:entry", "role:apposition"):
        return [*_rank_ahead(scene, waiting, chain, hits[0]), *hits]
    if hits[0].rule != "role:title_name":
        return hits
    following = chain
    for earlier in reversed(waiting):
        if not _parted(scene, earlier, following):
            break
        hits = [*held(earlier, [hits[0].person], "role:title_name"), *hits]
        following = earlier
    return hits


def _rank_ahead(scene: Scene, waiting: list[Chain], chain: Chain, hit: Pair) -> list[Pair]:
    """The ranks told right before the post of an entry: 甲，中共党员，|主任医师|，某院副院长."""
    ranks = waiting[-1] if waiting else ()
    told = all(u.alone and u.title.value.kind == "prof" for u in ranks) and not hit.unit.alone
    if not ranks or not told or hit.person.end > ranks[0].start:
        return []
    near = scene.clean[ranks[-1].end : chain[0].start] in ("，", ",", "、")
    apart = _CLOSED.search(scene.clean, hit.person.end, ranks[0].start)
    if not near or apart is not None or scene.clean[ranks[0].start - 1] not in "，,、":
        return []
    return held(tuple(u._replace(held=hit.unit.held) for u in ranks), [hit.person], hit.rule)


def _parted(scene: Scene, waiting: Chain, chain: Chain) -> bool:
    """Whether only a comma, or words for the same person, part two chains of posts."""
    if waiting[-1].title.text.endswith(_ANYBODY):
        return False  # 某局相关负责人，某镇镇长甲
    gap = scene.clean[waiting[-1].end : chain[0].start]
    if gap in ("（", "("):
        return scene.clean[chain[-1].end] in "）)"
    if gap in ("，", ","):
        ranks = all(u.alone and u.title.value.kind == "prof" for u in chain)  # 某院主任，教授甲
        posts = all(u.title.value.kind != "prof" for u in waiting) and not chain[0].alone
        return not waiting[0].alone and not waiting[-1].title.text.endswith(GROUPS) and (ranks or posts)
    held_by = [u.held.value for u in waiting if u.held is not None]
    known = any(u.place for u in waiting) or any(v.kind == "party" or not v.generic for v in held_by)
    return known and _PARTED.fullmatch(gap) is not None
