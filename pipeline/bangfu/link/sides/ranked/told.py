"""What an article tells of assistance, and of each body that somebody holds a post in, before any is weighed."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from bangfu.article import Mention
from bangfu.lexicon import mapping
from bangfu.link.bodies.members import is_team
from bangfu.link.scene.scene import Scene
from bangfu.link.sides.levels import place_in, province_of
from bangfu.link.sides.posts import NATIONAL, TEAM_BODY
from bangfu.link.sides.votes import frames_of
from bangfu.recognize.places import is_place

_MOST = 6
"""Mentions of a body, or of a place, that are asked."""
_LANDS = {
    "疆": "新疆维吾尔自治区",
    "藏": "西藏自治区",
    "青": "青海省",
    "蒙": "内蒙古自治区",
    "黔": "贵州省",
    "滇": "云南省",
    "川": "四川省",
    "桂": "广西壮族自治区",
    "宁": "宁夏回族自治区",
    "甘": "甘肃省",
}
_AIMED = re.compile("[援赴入进驻]([疆藏青蒙黔滇川桂宁甘])")
_STOPS = re.compile("[。；！？\n]")
_BARE = re.compile("[省市县区州盟旗乡镇村校院]")
_BELOW = re.compile("[县旗镇乡村]")
_GIFT = re.compile("捐|资助|助学|善款|赠|奖[学教]金")
_PAIRED = re.compile("援[疆藏青派]|对口|协作|支教|组团式|选派|挂职|支援|帮扶|[进入]疆|进藏|巡诊|义诊|结对")
_ASSISTANCE = re.compile(
    "援[疆藏青蒙建派助]|支援|帮扶|支教|捐|资助|助学|义诊|协作|组团式|结对|受援|第一书记|银龄|讲学|送[教医课]|巡诊|镇长团"
    "|服务团|特派|挂职|善款|救灾|救援|奖[学教]金|慈善|驻村|驻[\u4e00-\u9fff]{2,10}(?:工作[队组]|帮扶)|困难|爱心|公益"
)
_RELATED = re.compile(
    "赴|到|前往|来到|走进|抵达|支援|帮扶|援助|对口|援建|援[疆藏青]|捐|赠|选派|派出|派|挂职|支教|来自|接收|接受|迎来|欢迎|感谢|结对|受援"
    "|进修|跟岗|带队|率|调研|考察|慰问|看望|培训|义诊|送|向|为|给|由|与|和|在"
)
_WE_SEND = re.compile(
    "[我本](?:院|校|市|县|区|省|公司|会)[^，。！？；\n]{0,20}(?:援[疆藏青黔滇川桂派]|赴|启程|出征|派出|选派|派遣|凯旋)|(?:选派|派出|抽调|欢送|送别)[我本](?:院|校|市|县|区|省)"
)
_WE_RECEIVE = re.compile(
    "(?:来|到|莅临|走进|支援|帮扶|援助|进驻|派驻)了?[我本](?:院|校|市|县|区|省)|[我本](?:院|校|市|县|区|省)(?:迎来|欢迎|接收|接受|受援)"
)


@dataclass(frozen=True, slots=True)
class Body:
    """What is known of a body: its kind, its place, and what stands around its mentions."""

    name: str
    kind: str
    tail: str
    level: str
    sort: str
    province: str | None
    region: str
    aimed: str
    place: str
    known: bool
    order: str
    top: str
    share: str
    frames: tuple[str, ...]
    around: tuple[tuple[str, ...], tuple[str, ...]]
    place_around: tuple[tuple[str, ...], tuple[str, ...]]
    land_around: tuple[tuple[str, ...], tuple[str, ...]]
    home: str
    related: tuple[tuple[str, ...], tuple[str, ...]]
    places: str
    heads: str


@dataclass(slots=True)
class Ground:
    """What an article tells as a whole; ``bodies`` are those that have been asked."""

    scene: Scene
    headline: int
    gifts: str
    paired: str
    sort: str
    we: str
    aimed: frozenset[str]
    named: dict[str, Mention]
    provinces: tuple[str, ...]
    regions: str
    places: tuple[str, ...]
    bodies: dict[tuple[str, str], Body] = field(default_factory=dict)


def assists(clean: str) -> bool:
    """Whether an article speaks of assistance at all."""
    return _ASSISTANCE.search(clean) is not None


def bucket(value: float, cuts: tuple[float, ...]) -> str:
    """The number of cuts that a value reaches."""
    return str(bisect_right(cuts, value))


def ground(scene: Scene) -> Ground:
    """What an article tells of assistance."""
    clean = scene.clean
    gifts, paired = len(_GIFT.findall(clean)), len(_PAIRED.findall(clean))
    size = max(len(clean), 300) / 1000
    many = ("-", "g", "p")[0 if not gifts and not paired else 1 if gifts >= paired else 2]
    sends, receives = len(_WE_SEND.findall(clean)), len(_WE_RECEIVE.findall(clean))
    named: dict[str, Mention] = {}
    for m in scene.institutions[:300]:
        named.setdefault(m.text, m)
    provinces = tuple(
        dict.fromkeys(m.value.province for m in scene.institutions[:300] if m.value.province and m.value.kind != "media")
    )
    regions = mapping("assistance_regions")
    said = {regions.get(p, "-")[0] for p in provinces}
    return Ground(
        scene,
        max(clean.find("\n", 0, 60), 0),
        bucket(gifts / size, (0.1, 1, 3, 8)),
        bucket(paired / size, (0.1, 1, 3, 8)),
        many,
        "-" if sends == receives else "f" if sends > receives else "t",
        frozenset(_LANDS[land] for land in _AIMED.findall(clean)),
        named,
        provinces,
        "".join(sorted(said)),
        tuple(dict.fromkeys(p for name in named if (p := place_in(name)))),
    )


_LEVELS = "省市县区州盟旗乡镇村"
_BACK = 12


def above(ground: Ground, text: str, at: int) -> str:
    """The place, named last before an offset, of a body that tells only its level: 市委 of 青河市."""
    level, clean = text[0], ground.scene.clean
    if level not in _LEVELS:
        return ""
    hit = clean.rfind(level, max(0, at - 300), at)
    for _ in range(_BACK):
        if hit < 0:
            return ""
        for length in range(6, 1, -1):
            name = clean[max(0, hit - length) : hit + 1]
            if name in ground.places or is_place(name):
                return name
        hit = clean.rfind(level, max(0, at - 300), hit)
    return ""


def body(ground: Ground, text: str, at: int) -> Body:
    """What is known of a body that is written so before an offset."""
    place = above(ground, text, at)
    if (text, place) not in ground.bodies:
        ground.bodies[text, place] = _body(ground, text, place)
    return ground.bodies[text, place]


def _body(ground: Ground, text: str, of: str) -> Body:
    scene, clean = ground.scene, ground.scene.clean
    m = ground.named.get(text)
    name = text if m is None else m.value.name
    kind = "place" if m is None and _BARE.match(text[-1:]) else "?" if m is None else m.value.kind
    province = (m.value.province if m is not None else None) or province_of(text) or province_of(name)
    place = of or place_in(name) or place_in(text) or ""
    province = province_of(of) or province if of else province
    spots = _spots(clean, text) or _spots(clean, name)
    region = mapping("assistance_regions").get(province or "", "-")[0] if province else ""
    level = "n" if NATIONAL.match(text) else ("B" if of else "b") if _BARE.match(text) else _level(text)
    sort = "t" if TEAM_BODY.search(text) else "T" if is_team(text) else ""
    home = scene.home
    mine = home is not None and home.body.value.name == name
    first = spots[0] if spots else -1
    n = clean.count(text)
    return Body(
        name,
        kind,
        text[-2:],
        level,
        sort,
        province,
        region,
        "" if province is None or not ground.aimed else "y" if province in ground.aimed else "n",
        place,
        m is not None,
        "x" if province not in ground.provinces else bucket(ground.provinces.index(province), (1, 2)),
        "h" if 0 <= first < ground.headline else "l" if first < 260 else "-",
        bucket(n, (1, 2, 3, 5)),
        tuple(x for s in spots for x in frames_of(clean, s, s + len(text))),
        _around(clean, spots, len(text)),
        _around(clean, _spots(clean, place, 8), len(place)) if place and place != text else ((), ()),
        _around(clean, _spots(clean, province[:2], 8), 2) if province else ((), ()),
        "" if home is None else ("o" if home.ours else "y") if mine else "x",
        _related(ground, spots, len(text)),
        "" if not place else "x" if place not in ground.places else bucket(ground.places.index(place), (1, 2, 4)),
        ""
        if not place
        else ("h" if place[:-1] in clean[: ground.headline] else "l" if place[:-1] in clean[:260] else "-"),
    )


def _related(ground: Ground, spots: list[int], length: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The word of assistance told last before each mention, and first behind it, in its clause."""
    clean, scene = ground.scene.clean, ground.scene
    before, behind = {}, {}
    for at in spots:
        low = max(scene.sentence_start(at), at - 40)
        last = scene.last_before(at, low)
        low = max(low, min(last.end, at) if last is not None else 0)
        found = _RELATED.findall(clean, low, at)
        before[found[-1] if found else "-"] = 1
        end = at + length
        stop = _STOPS.search(clean, end, end + 40)
        high = stop.start() if stop else min(end + 40, len(clean))
        following = scene.told_between(end, high)
        high = min(high, following[0].start) if following else high
        hit = _RELATED.search(clean, end, high)
        behind[hit.group() if hit else "-"] = 1
    return tuple(before), tuple(behind)


def _level(text: str) -> str:
    below = _BELOW.search(text[:-1])
    if below is not None:
        return "c"
    return "m" if "市" in text[1:7] else "p" if "省" in text[1:5] or "自治区" in text[:8] else "-"


def _spots(clean: str, text: str, most: int = _MOST) -> list[int]:
    """Where a text stands, the first times."""
    out: list[int] = []
    at = clean.find(text) if text else -1
    while at >= 0 and len(out) < most:
        out.append(at)
        at = clean.find(text, at + len(text))
    return out


def _around(clean: str, spots: list[int], length: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two characters before, and behind, each mention."""
    before = dict.fromkeys(clean[max(0, at - 2) : at] for at in spots)
    behind = dict.fromkeys(clean[at + length : at + length + 2] for at in spots)
    return tuple(before), tuple(behind)
