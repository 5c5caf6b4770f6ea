"""What an article tells of a body that somebody holds a post in: kind, place, the words around both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bangfu.link.bodies.members import is_team
from bangfu.link.post_sides.ground import Ground, region
from bangfu.link.sides.find import NATIONAL, TEAM_BODY
from bangfu.link.sides.levels import place_in, province_of
from bangfu.ranker import bucket
from bangfu.recognize.places import is_place

_MENTIONS, _PLACED = 6, 8
"""Mentions of a body, and of its place, that are asked."""
_READ = 30_000
"""Characters in which they are looked for: more is no report but hostile input."""
_RELATED = re.compile(
    "赴|到|前往|来到|走进|抵达|支援|帮扶|援助|对口|援建|援[疆藏青]|捐|赠|选派|派出|派|挂职|支教|来自|接收|接受|迎来|欢迎|感谢|结对|受援"
    "|进修|跟岗|带队|率|调研|考察|慰问|看望|培训|义诊|送|向|为|给|由|与|和|在"
)
"""What bodies of two sides do to one another."""
_STOPS = re.compile("[。；！？\n]")
_CLAUSE = 40
_LEVELS = frozenset("省市县区州盟旗乡镇村")
_BARE = frozenset("省市县区州盟旗乡镇村校院")
_COUNTY = re.compile("[县旗镇乡村]")
_FAR, _BACK, _LONGEST = 300, 12, 6
_LEAD = 260
_SHORTEST = 2

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A body: ``level`` is that of its place, ``region`` its province's part in the national programmes.

    ``aimed`` tells whether the article names its province as a goal, ``order`` which of the article's
    provinces it is in, ``home`` whether the article is its own page. ``around`` tells what stands next to its
    mentions, to those of its place and of its province, and which words of assistance its clauses have, each
    behind letters that tell where.
    """

    name: str
    kind: str
    tail: str
    level: str
    team: str
    place: str
    province: str | None
    region: str
    aimed: str
    order: str
    top: str
    share: str
    home: str
    around: Words


def above(ground: Ground, text: str, at: int) -> str:
    """The place, named last before an offset, of a body that tells only its level: 市委 of 青河市."""
    level, clean = text[0], ground.scene.clean
    if level not in _LEVELS:
        return ""
    low, hit = max(0, at - _FAR), at
    for _ in range(_BACK):
        hit = clean.rfind(level, low, hit)
        if hit < 0:
            return ""
        for length in range(_LONGEST, 1, -1):
            name = clean[max(0, hit - length) : hit + 1]
            if name in ground.places or is_place(name):
                return name
    return ""


def body(ground: Ground, text: str, above: str) -> Body:
    """What is known of a body that is written so, of a place above it."""
    scene, clean = ground.scene, ground.scene.clean
    m = ground.named.get(text)
    name = text if m is None else m.value.name
    province = (m.value.province if m is not None else None) or province_of(text) or province_of(name)
    province = (province_of(above) if above else None) or province
    place = above or place_in(name) or place_in(text) or ""
    spots = _spots(clean, text, _MENTIONS) or _spots(clean, name, _MENTIONS)
    first = spots[0] if spots else -1
    home = scene.home
    mine = home is not None and home.body.value.name == name
    provinces = ground.provinces
    return Body(
        name,
        "place" if m is None and text[-1] in _BARE else "?" if m is None else m.value.kind,
        text[-2:],
        "n" if NATIONAL.match(text) else _level(text, above),
        "t" if TEAM_BODY.search(text) else "T" if is_team(text) else "",
        place,
        province,
        region(province),
        "" if province is None or not ground.aimed else "y" if province in ground.aimed else "n",
        "x" if province not in provinces else bucket(provinces.index(province), (1, 2)),
        "h" if 0 <= first < scene.headline else "l" if first < _LEAD else "-",
        bucket(clean.count(text, 0, _READ), (1, 2, 3, 5)),
        "" if home is None else ("o" if home.ours else "y") if mine else "x",
        (
            *_related(ground, spots, len(text)),
            *_around("b", clean, spots, len(text)),
            *_around_place(clean, place),
            *(_around("l", clean, _spots(clean, province[:2], _PLACED), 2) if province else ()),
        ),
    )


def _level(text: str, above: str) -> str:
    """The level of a body's place: ``c`` a county or below, ``m`` a city, ``p`` a province.

    ``b`` and ``B`` (of a place told before) are those of bodies that tell only their level: 市教育局.
    """
    if text[0] in _BARE:
        return "B" if above else "b"
    if _COUNTY.search(text, 0, len(text) - 1):
        return "c"
    return "m" if "市" in text[1:7] else "p" if "省" in text[1:5] or "自治区" in text[:8] else "-"


def _spots(clean: str, text: str, most: int) -> list[int]:
    """Where a text stands, the first times."""
    out: list[int] = []
    at = clean.find(text, 0, _READ)
    while at >= 0 and len(out) < most:
        out.append(at)
        at = clean.find(text, at + len(text), _READ)
    return out


def _related(ground: Ground, spots: list[int], length: int) -> Words:
    """The word of assistance told last before each mention, and first behind it, up to other bodies."""
    scene, clean = ground.scene, ground.scene.clean
    before: list[str] = []
    behind: list[str] = []
    for at in spots:
        low = max(scene.sentence_start(at), at - _CLAUSE)
        last = scene.last_before(at, low)
        low = max(low, min(last.end, at) if last is not None else 0)
        hits = _RELATED.findall(clean, low, at)
        before.append(hits[-1] if hits else "-")
        end = at + length
        stop = _STOPS.search(clean, end, end + _CLAUSE)
        high = stop.start() if stop is not None else min(end + _CLAUSE, len(clean))
        following = scene.told_between(end, high)
        hit = _RELATED.search(clean, end, min(high, following[0].start) if following else high)
        behind.append(hit.group() if hit is not None else "-")
    return _marked("r", before, behind)


def _around(what: str, clean: str, spots: list[int], length: int, level: str = "") -> Words:
    """The two characters before, and behind, each mention, and the ones that touch it."""
    ends = [at + length + bool(level and clean.startswith(level, at + length)) for at in spots]
    return _marked(what, [clean[max(0, at - 2) : at] for at in spots], [clean[end : end + 2] for end in ends])


def _around_place(clean: str, place: str) -> Words:
    """What stands around a place, told with its level or without: 青河市, 青河."""
    if len(place) <= _SHORTEST:
        return ()
    return _around("p", clean, _spots(clean, place[:-1], _PLACED), len(place) - 1, place[-1])


def _marked(what: str, before: list[str], behind: list[str]) -> Words:
    """Words before (``<``) and behind (``>``) something, and their characters that touch it."""
    told = [f"{what}<{word}" for word in before] + [f"{what}>{word}" for word in behind]
    told += [f"{what}({word[-1]}" for word in before if word] + [
        f"{what}){word[0]}" for word in behind if word
    ]
    return tuple(dict.fromkeys(told))
