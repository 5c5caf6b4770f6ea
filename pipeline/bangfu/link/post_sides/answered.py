"""The sides that the posts told before have been given: most posts of one body, place or person share one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bangfu.article import Role
from bangfu.link.phrases.chains import Pair
from bangfu.link.post_sides.body import Body

_TOUCHING = 8
_MOST = 50  # bodies of one kind that are compared: more is no report but hostile input
NONE = "n"


@dataclass(frozen=True, slots=True)
class Asked:
    """A post that is asked for its side, and the body that it is of."""

    pair: Pair
    row: Role
    body: Body | None


@dataclass(slots=True)
class Answered:
    """Sides by what the posts have in common, each as its letters in their order: ``f``, ``ft``."""

    last: Asked | None = None
    side: str = ""
    all: str = ""
    names: dict[str, str] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    provinces: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, dict[str, str]] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    posts: set[tuple[str, str | None]] = field(default_factory=set)

    def add(self, asked: Asked, side: str | None) -> None:
        """Keep the side of a post."""
        told, body, row = side[0] if side is not None else NONE, asked.body, asked.row
        self.last, self.side, self.all = asked, told, _with(self.all, told)
        self.people[row.person] = _with(self.people.get(row.person, ""), told)
        self.posts.add((row.person, row.institution))
        if body is None:
            return
        self.latest[body.name] = told
        self.names[body.name] = _with(self.names.get(body.name, ""), told)
        if body.place:
            self.places[body.place] = _with(self.places.get(body.place, ""), told)
        if body.province:
            self.provinces[body.province] = _with(self.provinces.get(body.province, ""), told)
        kinds = self.kinds.setdefault(body.kind, {})
        if len(kinds) < _MOST:
            kinds[body.name] = _with(kinds.get(body.name, ""), told)

    def elsewhere(self, province: str) -> str:
        """The sides of the bodies of other provinces."""
        return _union(sides for other, sides in self.provinces.items() if other != province)

    def of_kind(self, body: Body) -> str:
        """The sides of other bodies of the same kind."""
        return _union(sides for name, sides in self.kinds.get(body.kind, {}).items() if name != body.name)


ANSWERED = (
    "last",
    "last gap",
    "last relation",
    "last gap relation",
    "last person relation",
    "last words",
    "last kind",
    "last gap relation person",
    "last level",
    "body",
    "bodies",
    "place",
    "province",
    "elsewhere",
    "province elsewhere",
    "place level",
    "of kind",
    "of kind kind",
    "person",
    "person body",
    "person kind",
    "all",
    "all kind",
)


def answered(clean: str, told: Answered, asked: Asked) -> tuple[str, ...]:
    """What the sides of the posts before say of this one: values of the columns above."""
    row, body = asked.row, asked.body
    kind, level = (body.kind, body.level) if body is not None else ("x", "x")
    person = told.people.get(row.person, "")
    again = (row.person, row.institution) in told.posts
    place = told.places.get(body.place, "") if body is not None else ""
    province = other = fellows = ""
    if body is not None:
        fellows = told.of_kind(body)
        if body.province:
            province, other = told.provinces.get(body.province, ""), told.elsewhere(body.province)
    return (
        *_last(clean, told, asked, kind, level),
        told.latest.get(body.name, "") if body is not None else "",
        told.names.get(body.name, "") if body is not None else "",
        place,
        province,
        other,
        f"{province}/{other}" if body is not None else "",
        place and place + level,
        fellows,
        fellows and fellows + kind,
        person,
        person and f"{person}{again}{body is None}",
        person and person + kind + row.title[-1:],
        told.all,
        told.all and told.all + kind,
    )


def _last(clean: str, told: Answered, asked: Asked, kind: str, level: str) -> tuple[str, ...]:
    """What the post told last says."""
    last = told.last
    if last is None:
        return ("",) * 9
    side, row, body = told.side, asked.row, asked.body
    start, before = asked.pair.unit.start, last.pair.unit.end
    between = clean[before if before <= row.start else last.row.end : start]
    gap = "l" if len(between) < _TOUCHING else "x" if "\n" in between else "p" if "。" in between else "s"
    relation = "i" if last.row.institution == row.institution else _relation(last.body, body)
    person = "y" if last.row.person == row.person else "n"
    kinds = f"{kind}{last.body.kind if last.body is not None else 'x'}"
    levels = f"{level}{last.body.level if last.body is not None else 'x'}"
    return (
        side,
        side + gap,
        side + relation,
        side + gap + relation,
        side + person + relation,
        side + between if len(between) <= 2 else "",
        side + gap + kinds,
        side + gap + relation + person,
        side + gap + levels,
    )


def _relation(a: Body | None, b: Body | None) -> str:
    """Whether two bodies are of one place (``p``), of one province (``q``) or of two (``o``)."""
    if a is None or b is None:
        return "n"
    if b.place and a.place == b.place:
        return "p"
    if a.province is None or b.province is None:
        return "-"
    return "q" if a.province == b.province else "o"


def _with(sides: str, side: str) -> str:
    return sides if side in sides else "".join(sorted(sides + side))


def _union(told: Iterable[str]) -> str:
    return "".join(sorted(set().union(*told)))
