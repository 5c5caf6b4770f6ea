"""What speaks for each side of a post: values of columns, of which the weights are learned.

Each function gives the values in the order of its columns; an empty value weighs nothing.
"""

from __future__ import annotations

import re

from bangfu.article import Role
from bangfu.link.bodies.local import of_a_people
from bangfu.link.phrases.chains import Pair
from bangfu.link.sides.ranked.told import Body, Ground, body, bucket
from bangfu.ranker import Part

_HAS = (
    "捐", "赠", "接待", "欢迎", "感谢", "介绍", "带队", "率", "一行", "陪同", "挂职", "派", "支教", "援", "赴", "帮扶",
    "对口", "调研", "考察", "来到", "受助", "领取", "致谢", "代表", "主持", "当地", "我", "来自", "参加", "出席", "徒弟", "师傅", "带教",
)
_VERBS = re.compile("|".join(_HAS))
_STOPS = re.compile("[，。；！？\n]")

POST = (
    "one", "two", "sort", "dep", "rule", "words", "opens", "opens2", "behind", "behind2", "local", "doc", "doc one", "rule one", "we one",
    "title",
)
PLACED = (
    "kind", "kind doc", "tail", "tail doc", "level", "level doc", "level kind", "team", "region", "region doc", "region all", "aimed", "aimed region",
    "aimed kind", "region level kind", "order", "order region", "order doc", "top kind", "top doc", "share", "home", "home we", "home doc", "kind one",
    "kind two", "known kind", "region kind", "level region", "kind dep", "gifts kind", "paired kind", "we kind", "net", "net doc", "local body",
    "kind opens2", "home kind doc", "order level",
    "places", "places doc", "places level", "heads", "heads doc", "heads level",
)
NO_BODY = ("x one", "x two", "x doc", "x dep", "x opens2", "x words", "x rule", "x behind2", "x all", "x sort")


class Post:
    """A post, and what is the same for all that is asked of it."""

    __slots__ = ("ground", "pair", "row", "parts")

    def __init__(self, ground: Ground, pair: Pair, row: Role) -> None:
        self.ground, self.pair, self.row = ground, pair, row


def described(ground: Ground, pair: Pair, row: Role) -> tuple[Part, ...]:
    """What speaks for a side of a post, before its neighbours are asked."""
    unit, clean, scene = pair.unit, ground.scene.clean, ground.scene
    title, at = row.title, unit.start
    one, two = title[-1:], title[-2:]
    end = max(unit.end, pair.person.end)
    first = unit.start if row.institution is not None else unit.title.start
    words = clean[unit.title.value.reach : unit.title.start]
    opens = "^" if scene.sentence_start(at) == at else clean[at - 1 : at]
    opens2 = "^" if opens == "^" else clean[max(0, at - 2) : at]
    behind = clean[end : end + 1]
    behind2 = clean[end : end + 2]
    local = "m" if of_a_people(row.person) else "-"
    dep = (row.department or "")[-1:]
    sort, doc, rule = unit.title.value.kind, ground.sort, row.rule.removeprefix("role:")
    post = (
        one, two, sort, dep, rule, words[-2:], opens, opens2, behind, behind2, local, doc, doc + one, f"{rule} {one}", ground.we + one,
        title,
    )
    begin = scene.sentence_start(at)
    stop = clean.find("。", end)
    stop = min(stop if stop >= 0 else end + 60, end + 60)
    said_before = _clause(clean, begin, first)
    said = [f"<{w}" for w in dict.fromkeys(_VERBS.findall(said_before))]
    said += [f">{w}" for w in dict.fromkeys(_VERBS.findall(clean[end:stop]))]
    near = _STOPS.search(clean, end)
    close = clean[end : min(near.start() if near else stop, stop)]
    said += [f"]{w}" for w in dict.fromkeys(_VERBS.findall(close))]
    around = clean[max(0, first - 10) : first] + words
    said += [f"({w}" for w in dict.fromkeys(_VERBS.findall(around))]
    parts: list[Part] = [(POST, post), (("said",) * len(said), tuple(said)), (("said one",) * len(said), tuple(s + one for s in said))]
    seen = [m for m in scene.mentions_of.get(row.person, ())[:4]]
    after = tuple(dict.fromkeys(clean[m.end : m.end + 2] for m in seen))
    verbs = dict.fromkeys(w for m in seen for w in _VERBS.findall(_close(clean, m.end)))
    ahead = dict.fromkeys(w for m in seen for w in _VERBS.findall(clean[max(scene.sentence_start(m.start), m.start-16):m.start]))
    parts += [(("n>",) * len(after), after), (("nv",) * len(verbs), tuple(verbs)), (("n<",) * len(ahead), tuple(ahead))]
    if row.institution is None:
        parts.append((NO_BODY, (one, two, doc, dep, opens2, words[-2:], rule, behind2, ground.regions, sort + doc)))
        return tuple(parts)
    b = body(ground, row.institution, unit.start)
    parts += _placed(ground, b, one, two, dep, opens2, local)
    return tuple(parts)


def _close(clean: str, end: int) -> str:
    near = _STOPS.search(clean, end, end + 40)
    return clean[end : near.start() if near else end + 40]


def _clause(clean: str, begin: int, end: int) -> str:
    return clean[max(begin, end - 60) : end]


def _placed(ground: Ground, b: Body, one: str, two: str, dep: str, opens2: str, local: str) -> list[Part]:
    doc, k, r = ground.sort, b.kind, b.region
    net = sum(_net(f) for f in b.frames)
    n = bucket(net, (-2, -1, 0, 1, 2))
    placed = (
        k, k + doc, b.tail, b.tail + doc, b.level, b.level + doc, b.level + k, b.sort, r, r and r + doc, f"{r}{ground.regions}", b.aimed,
        b.aimed + r, b.aimed + k, f"{r}{b.level}{k}", b.order, b.order + r, b.order + doc, b.top + k, b.top + doc, b.share, b.home, b.home + ground.we,
        b.home + doc, k + one, k + two, f"{b.known}{k}", r + k, b.level + r, k + dep, ground.gifts + k, ground.paired + k, ground.we + k, n, n + doc,
        local + k, k + opens2, b.home + k + doc, b.order + b.level,
        b.places, b.places and b.places + doc, b.places and b.places + b.level, b.heads, b.heads and b.heads + doc, b.heads and b.heads + b.level,
    )
    parts: list[Part] = [(PLACED, placed)]
    parts.append((("frame",) * len(b.frames), b.frames))
    for name, (before, behind) in (("r", b.related), ("b", b.around), ("p", b.place_around), ("l", b.land_around)):
        for side, told in (("<", before), (">", behind)):
            column = f"{name}{side}"
            parts.append(((column,) * len(told), told))
            one_ = tuple(x[-1:] if side == "<" else x[:1] for x in told)
            one_ = tuple(dict.fromkeys(one_))
            parts.append(((column + "1",) * len(one_), one_))
    return parts


def _net(frame: str) -> int:
    return 0
