"""What an article tells of assistance as a whole, before any of its posts is weighed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bangfu.article import Mention
from bangfu.lexicon import mapping
from bangfu.link.scene.scene import Scene
from bangfu.link.sides.find import assists
from bangfu.link.sides.levels import place_in
from bangfu.ranker import bucket

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
"""Provinces that are named as goals: 援疆, 赴藏."""
_GIFT = re.compile("捐|资助|助学|善款|赠|奖[学教]金")
_PAIRED = re.compile("援[疆藏青派]|对口|协作|支教|组团式|选派|挂职|支援|帮扶|[进入]疆|进藏|巡诊|义诊|结对")
_WE = "[我本](?:院|校|市|县|区|省)"
_WE_SEND = re.compile(
    f"(?:{_WE}|[我本](?:公司|会))[^，。！？；\n]{{0,20}}(?:援[疆藏青黔滇川桂派]|赴|启程|出征|派出|选派|派遣|凯旋)"
    f"|(?:选派|派出|抽调|欢送|送别){_WE}"
)
_WE_RECEIVE = re.compile(
    f"(?:来|到|莅临|走进|支援|帮扶|援助|进驻|派驻)了?{_WE}|{_WE}(?:迎来|欢迎|接收|接受|受援)"
)
_HINTS = re.compile(
    "选派|派[出来驻往]|跟岗|会诊|对子|托管|驻点|带教|进修|培训|接收|医联体|协议|合作|考察|对接|门诊|医疗队|志愿|帮[助扶建带]|[赠送][给书医]|振兴"
    "|脱贫|扶贫|山区|边[疆境]|高原|手拉手|远道|千里"
)
"""What assistance goes with, and much else."""
_MANY = (0.1, 1, 3, 8)
"""Words in a thousand characters."""
_SHORT = 300
_MOST = 300  # mentions of bodies that are asked: more is no report but hostile input


@dataclass(frozen=True, slots=True)
class Ground:
    """What an article tells: how much of gifts and of people who are sent, and which lands.

    ``sort`` is ``g`` where it speaks more of gifts, ``p`` of people, ``n`` where it hardly speaks of help
    (and how much of what that goes with); ``we`` is the side of the body that writes.
    ``aimed`` are provinces that words such as 援疆 name; ``provinces`` those of its bodies, ``regions`` their
    parts in the national programmes. ``named`` is the first mention of each written form of a body.
    """

    scene: Scene
    gifts: str
    paired: str
    sort: str
    we: str
    aimed: frozenset[str]
    named: dict[str, Mention]
    places: frozenset[str]
    provinces: tuple[str, ...]
    regions: str


def region(province: str | None) -> str:
    """The part of a province in the national programmes: ``f``, ``t`` or ``-``; empty for no province."""
    return mapping("assistance_regions").get(province, "-")[0] if province else ""


def ground(scene: Scene) -> Ground:
    """What an article tells."""
    clean = scene.clean
    size = max(len(clean), _SHORT) / 1000
    hints = "" if assists(clean) else f"n{bucket(len(_HINTS.findall(clean)) / size, _MANY)}"
    gifts, paired = len(_GIFT.findall(clean)), len(_PAIRED.findall(clean))
    sends, receives = len(_WE_SEND.findall(clean)), len(_WE_RECEIVE.findall(clean))
    told = scene.institutions[:_MOST]
    named: dict[str, Mention] = {}
    for m in told:
        named.setdefault(m.text, m)
    bodies = [m.value for m in named.values() if m.value.kind != "media" and m.value.province]
    provinces = tuple(dict.fromkeys(body.province for body in bodies))
    return Ground(
        scene,
        bucket(gifts / size, _MANY),
        bucket(paired / size, _MANY),
        hints or ("-" if not gifts and not paired else "g" if gifts >= paired else "p"),
        "-" if sends == receives else "f" if sends > receives else "t",
        frozenset(_LANDS[land] for land in _AIMED.findall(clean)),
        named,
        frozenset(place for text in named if (place := place_in(text)) is not None),
        provinces,
        "".join(sorted({region(province) for province in provinces})),
    )
