"""What speaks for a side of a post: values of columns, of which the weights are learned.

Each function gives the values in the order of its columns; an empty value weighs nothing. A column counts
once for the side that helps and once for the one that is helped; none is what they are weighed against.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.article import Role
from bangfu.link.bodies.peoples import of_a_people
from bangfu.link.phrases.chains import Pair
from bangfu.link.post_sides.answered import ANSWERED, Answered, Asked, answered
from bangfu.link.post_sides.body import Body, above, body
from bangfu.link.post_sides.ground import Ground
from bangfu.ranker import Columns, Described, Part, Values

_VERBS = re.compile(
    "捐|赠|接待|欢迎|感谢|介绍|带队|率|一行|陪同|挂职|派|支教|援|赴|帮扶|对口|调研|考察|来到|受助|领取|致谢|代表|主持|当地|我|来自|参加|出席"
    "|徒弟|师傅|带教"
)
"""What people of one side do, or is said of them."""
_STOPS = re.compile("[，。；！？\n]")
_CLAUSE, _LEAD = 40, 16
_MENTIONS = 4

POST = (
    "one",
    "two",
    "sort",
    "dep",
    "rule",
    "words",
    "opens",
    "opens2",
    "behind",
    "behind2",
    "local",
    "doc",
    "doc one",
    "rule one",
    "we one",
)
NO_BODY = (
    "x one",
    "x two",
    "x doc",
    "x dep",
    "x opens2",
    "x words",
    "x rule",
    "x behind2",
    "x regions",
    "x sort doc",
)
BODY = (
    "kind",
    "kind doc",
    "tail",
    "tail doc",
    "level",
    "level doc",
    "level kind",
    "team",
    "region",
    "region doc",
    "region regions",
    "aimed",
    "aimed region",
    "aimed kind",
    "region level kind",
    "order",
    "order region",
    "order doc",
    "order level",
    "top kind",
    "top doc",
    "share",
    "home",
    "home we",
    "home doc",
    "home kind doc",
    "region kind",
    "level region",
    "gifts kind",
    "paired kind",
    "we kind",
)
HELD = (
    "kind one",
    "kind two",
    "kind dep",
    "kind local",
    "kind opens2",
)
_WORDS, _PERSON = "words around", "person"


@lru_cache(maxsize=512)
def sided(columns: Columns, side: str) -> Columns:
    """Columns for one of the sides."""
    return tuple([f"{side} {column}" for column in columns])


@lru_cache(maxsize=256)
def _repeated(column: str, n: int) -> Columns:
    return (column,) * n


class Article:
    """The posts of an article that are asked for their sides, and what is computed once for each body."""

    __slots__ = ("_bodies", "_values", "ground")

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._bodies: dict[tuple[str, str], Body] = {}
        self._values: dict[int, tuple[Part, ...]] = {}

    def asked(self, pair: Pair, row: Role) -> Asked:
        """A post and its body."""
        if row.institution is None:
            return Asked(pair, row, None)
        key = (row.institution, above(self.ground, row.institution, pair.unit.start))
        if key not in self._bodies:
            self._bodies[key] = body(self.ground, *key)
        return Asked(pair, row, self._bodies[key])

    def described(self, asked: Asked, told: Answered) -> tuple[Described, Described, Described]:
        """What speaks for the side that helps, for the one that is helped, and for none."""
        parts = self._parts(asked, told)
        return (
            tuple([(sided(columns, "from"), values) for columns, values in parts]),
            tuple([(sided(columns, "to"), values) for columns, values in parts]),
            (),
        )

    def _parts(self, asked: Asked, told: Answered) -> list[Part]:
        ground, b = self.ground, asked.body
        post = _Post(ground, asked)
        parts = [
            (POST, post.values()),
            (ANSWERED, answered(ground.scene.clean, told, asked)),
            post.person(),
        ]
        if b is None:
            return [*parts, (NO_BODY, post.bodiless())]
        if id(b) not in self._values:
            self._values[id(b)] = ((BODY, _of_body(ground, b)), (_repeated(_WORDS, len(b.around)), b.around))
        return [*parts, (HELD, post.held(b)), *self._values[id(b)]]


class _Post:
    """The words of a post and around it."""

    __slots__ = ("behind", "dep", "ground", "local", "one", "opens", "row", "rule", "sort", "two", "words")

    def __init__(self, ground: Ground, asked: Asked) -> None:
        unit, row, scene = asked.pair.unit, asked.row, ground.scene
        clean, title = scene.clean, unit.title.value
        start, end = unit.start, max(unit.end, asked.pair.person.end)
        self.ground, self.row = ground, row
        self.one, self.two, self.sort = row.title[-1:], row.title[-2:], title.kind
        self.dep = (row.department or "")[-1:]
        self.rule = row.rule.removeprefix("role:")
        self.words = clean[title.reach : unit.title.start][-2:]
        self.opens = "^" if scene.sentence_start(start) == start else clean[max(0, start - 2) : start]
        self.behind = clean[end : end + 2]
        self.local = "m" if of_a_people(row.person) else "-"

    def values(self) -> Values:
        """What the post itself tells."""
        ground, one = self.ground, self.one
        return (
            one,
            self.two,
            self.sort,
            self.dep,
            self.rule,
            self.words,
            self.opens[-1:],
            self.opens,
            self.behind[:1],
            self.behind,
            self.local,
            ground.sort,
            ground.sort + one,
            f"{self.rule} {one}",
            ground.we + one,
        )

    def bodiless(self) -> Values:
        """What a post without a body tells."""
        ground = self.ground
        return (
            self.one,
            self.two,
            ground.sort,
            self.dep,
            self.opens,
            self.words,
            self.rule,
            self.behind,
            ground.regions,
            self.sort + ground.sort,
        )

    def held(self, b: Body) -> Values:
        """What the post tells together with its body."""
        return (
            b.kind + self.one,
            b.kind + self.two,
            b.kind + self.dep,
            b.kind + self.local,
            b.kind + self.opens,
        )

    def person(self) -> Part:
        """What is said of the person, at the first mentions."""
        scene, clean = self.ground.scene, self.ground.scene.clean
        told: list[str] = []
        for m in scene.mentions_of.get(self.row.person, ())[:_MENTIONS]:
            told.append(f">{clean[m.end : m.end + 2]}")
            stop = _STOPS.search(clean, m.end, m.end + _CLAUSE)
            does = _VERBS.findall(clean, m.end, stop.start() if stop is not None else m.end + _CLAUSE)
            told += [f"+{verb}" for verb in does]
            low = max(scene.sentence_start(m.start), m.start - _LEAD)
            told += [f"<{verb}" for verb in _VERBS.findall(clean, low, m.start)]
        values = tuple(dict.fromkeys(told))
        return _repeated(_PERSON, len(values)), values


def _of_body(ground: Ground, b: Body) -> Values:
    """What the body of a post tells."""
    doc, kind, region, level = ground.sort, b.kind, b.region, b.level
    return (
        kind,
        kind + doc,
        b.tail,
        b.tail + doc,
        level,
        level + doc,
        level + kind,
        b.team,
        region,
        region and region + doc,
        f"{region} {ground.regions}",
        b.aimed,
        b.aimed and b.aimed + region,
        b.aimed and b.aimed + kind,
        f"{region}{level}{kind}",
        b.order,
        b.order + region,
        b.order + doc,
        b.order + level,
        b.top + kind,
        b.top + doc,
        b.share,
        b.home,
        b.home and b.home + ground.we,
        b.home and b.home + doc,
        b.home and b.home + kind + doc,
        region and region + kind,
        f"{level} {region}",
        ground.gifts + kind,
        ground.paired + kind,
        ground.we + kind,
    )
