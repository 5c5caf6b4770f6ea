"""What speaks for a body, and for none: values of columns, of which the weights are learned.

Each function gives the values in the order of its columns; an empty value weighs nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from bangfu.link.bodies.heads import head
from bangfu.link.bodies.local import of_a_people
from bangfu.link.bodies.members import is_team
from bangfu.link.bodies.passing import bracketed, passing
from bangfu.link.bodies.ranked.asked import Asked, Candidate, between
from bangfu.ranker import Described

_NEAR = (1, 3, 8, 16, 30, 60)
_SENTENCES = (2, 3, 4, 7, 11)
_COUNTS = (1, 2, 3, 5, 9)
_SHARES = (0.05, 0.1, 0.2, 0.35, 0.5, 0.7)
_WITH = re.compile(
    "同[行车来批去]|随行|随队|接[替棒][他她]|[和与跟同][他她].{0,4}一(?:[起同道]|块儿?)|[队组]员(?:还有|中|有|包括|分别)"
    "|[他她]的[两三几]?[位名个]?同事|另外[两三四五]"
)
_HERE = re.compile("当地|本地|本土|这里|这边|这儿")
_AWAY = re.compile("援[疆藏青蒙派]|支教|派驻|选派|银龄|志愿|支援|帮扶|挂职|援助")
_LANDS = ("西藏", "新疆", "内蒙古", "青海", "宁夏", "广西", "云南", "贵州", "四川", "甘肃")
_NOTHING = ("",) * 40
_COMMAS = re.compile("[，；：]")


def bucket(value: float, cuts: tuple[float, ...]) -> str:
    """The number of cuts that a value reaches."""
    return str(bisect_right(cuts, value))


class Post:
    """What is the same for all candidates of a post, computed once."""

    __slots__ = (
        "asked",
        "at",
        "clean",
        "dep",
        "first",
        "head",
        "local",
        "one",
        "opens",
        "ours",
        "own",
        "rule",
        "said",
        "sentence",
        "sort",
        "this",
        "two",
        "words",
    )

    def __init__(self, asked: Asked) -> None:
        unit, scene = asked.pair.unit, asked.scene
        title = unit.title.value
        self.asked, self.clean, self.at = asked, scene.clean, unit.start
        self.head = head(title.title)
        self.two, self.one, self.sort = title.title[-2:], title.title[-1:], title.kind
        self.rule = asked.pair.rule.removeprefix("role:")
        dep = unit.department
        self.dep = "" if not dep else dep[-1]
        self.sentence = scene.sentence_start(unit.start)
        self.words = scene.clean[title.reach : unit.title.start]
        said = scene.clean[self.sentence : unit.start]
        self.said = (
            "w"
            if _WITH.search(said)
            else "h"
            if _HERE.search(said[-8:] + self.words)
            else "a"
            if _AWAY.search(self.words)
            else ""
        )
        self.local = "m" if of_a_people(asked.pair.person.value) else ""
        known = scene.mentions_of.get(asked.pair.person.value, ())
        self.first = "1" if known and known[0].start >= asked.pair.person.start else "2"
        self.opens = "s" if self.sentence == unit.start else scene.clean[unit.start - 1 : unit.start]
        self.ours = self.opens if self.opens in ("院", "校", "会", "司") and unit.start else ""
        self.this = next((w for w in "该同本我" if w in asked.this), "x" if asked.this else "")
        self.own = "o" if asked.own else "-"


PLACE = (
    "D",
    "D fit",
    "D fit rule",
    "D P",
    "D kind",
    "D sort",
    "D rule",
    "D dep",
    "D one",
    "D gen",
    "D opens",
    "D first",
    "D said",
    "D words",
    "D local",
)


def place(post: Post, c: Candidate, d: str) -> tuple[str, ...]:
    """Where the mention next to the post stands."""
    near = c.before or c.behind
    low, high = (near.end, post.at) if c.before else (post.at, near.start)
    lines = post.clean.count("\n", low, high) if high > low else 0
    p = bucket(lines, (1, 2, 4))
    t = c.told
    return (
        d,
        f"{d} {c.fits}",
        f"{d} {c.fits} {post.rule}",
        f"{d} {p}",
        f"{d} {t.kind}",
        f"{d} {post.sort}",
        f"{d} {post.rule}",
        f"{d} {post.dep}",
        f"{d} {post.one}",
        f"{d} {t.generic}",
        f"{d} {post.opens}",
        f"{d} {post.first}",
        post.said and f"{d} {post.said}",
        post.words and f"{d} {post.words[-2:]}",
        post.local and f"{d} {post.local}",
    )


def distance(post: Post, c: Candidate) -> str:
    """The sort of distance of a candidate: in the sentence, sentences before, behind."""
    m = c.before
    if m is not None:
        if m.start >= post.sentence:
            return "s" + bucket(post.at - m.end, _NEAR)
        scene = post.asked.scene
        starts = scene.sentence_starts
        n = bisect_right(starts, post.at) - bisect_right(starts, m.start)
        return "b" + bucket(n, _SENTENCES)
    m = c.behind
    starts = post.asked.scene.sentence_starts
    n = bisect_right(starts, m.start) - bisect_right(starts, post.at)
    return "f" + bucket(n, (1, 3))


BODY = (
    "kind",
    "kind two",
    "kind one",
    "kind sort",
    "kind dep",
    "gen fit",
    "gen kind",
    "n",
    "share",
    "share sort",
    "share fit",
    "order",
    "order fit",
    "headline fit",
    "headline sort",
    "home fit D",
    "home dep",
    "speaker fit D",
    "side sort",
    "side two",
    "side D",
    "side local",
    "side said",
    "side rule",
    "team two",
    "team one",
    "held",
    "held fit",
    "inside",
    "only",
    "only fit",
)


def body(post: Post, c: Candidate, d: str) -> tuple[str, ...]:
    """What kind of body it is, and what part the article gives it."""
    t, asked = c.told, post.asked
    scene, ground = asked.scene, asked.ground
    n, share = bucket(len(t.mentions), _COUNTS), bucket(len(t.mentions) / ground.mentions, _SHARES)
    order = bucket(t.order, (1, 2, 3, 5))
    top = "h" if t.starts[0] < ground.headline else "l" if t.starts[0] < 260 else "-"
    home = scene.home is not None and scene.home.body.value.name == t.name
    other = scene.home is not None and not home
    h = "o" if home and scene.home.ours else "y" if home else "x" if other else ""
    speaker = scene.speaker is not None and scene.speaker.value.name == t.name
    side = scene.sides.get(t.name, "-")
    team = "t" if is_team(t.name) else ""
    held = "same" if post.head in t.heads else "other" if t.heads else ""
    inside = any(o is not t and len(o.name) > len(t.name) and t.name in o.name for o in ground.bodies[:40])
    whole = any(o is not t and len(o.name) < len(t.name) and o.name in t.name for o in ground.bodies[:40])
    near = d[0]
    only = (
        "1" if len(ground.bodies) == 1 else "k" if sum(o.kind == t.kind for o in ground.bodies) == 1 else ""
    )
    return (
        t.kind,
        t.kind + post.two,
        t.kind + post.one,
        f"{t.kind} {post.sort}",
        f"{t.kind} {post.dep}",
        f"{t.generic} {c.fits}",
        f"{t.generic} {t.kind}",
        n,
        share,
        f"{share} {post.sort}",
        f"{share} {c.fits}",
        order,
        f"{order} {c.fits}",
        f"{top} {c.fits}",
        f"{top} {post.sort}",
        h and f"{h} {c.fits} {near}",
        h and f"{h} {post.dep}",
        "s" * speaker and f"{c.fits} {near}",
        f"{side} {post.sort}",
        f"{side} {post.two}",
        f"{side} {near}",
        post.local and f"{side} {post.local}",
        post.said and f"{side} {post.said}",
        f"{side} {post.rule}",
        team and post.two,
        team and post.one,
        held and f"{held} {post.one}",
        held and f"{held} {c.fits}",
        ("i" if inside else "") + ("w" if whole else ""),
        only,
        only and f"{only} {c.fits}",
    )


RANK = (
    "rank fit",
    "rank D",
    "rankfit sort",
    "rankfit one",
    "rankfit D",
    "rankfit dep",
    "rankfit rule",
    "cont",
    "cont fit",
    "cont sort",
    "cont two",
    "cont dep",
    "cont kind",
    "last",
    "last D",
    "last fit",
    "own",
    "own fit kind",
    "own rule",
    "given",
    "given one",
    "cont words",
    "team side",
    "team inside",
    "land local",
    "land local kind",
    "pre home",
    "pre speaker",
    "wards",
    "D fit dep",
    "rf dep one",
    "said side D",
    "one side local",
    "cont given",
    "last own",
    "rule first own",
    "this rf",
    "this D",
    "this passing",
    "this own",
    "this speaker",
)


def rank(post: Post, c: Candidate, d: str) -> tuple[str, ...]:
    """How it stands to the other bodies, and to posts told before."""
    asked, t = post.asked, c.told
    r = str(min(c.rank, 3)) if c.before else "x"
    rf = (str(min(c.rank_fitting, 3)) if c.before else "x") + ("" if c.fits != "n" else "n")
    cont = "" if asked.before is None else "c" if is_body(t.name, t.texts, asked.before) else "-"
    last = "" if asked.last is None else "l" if is_body(t.name, t.texts, asked.last) else "-"
    own = "" if not asked.own else "o" if any(is_body(t.name, t.texts, o) for o in asked.own) else "-"
    others = asked.given.get(post.head, set())
    scene = asked.scene
    side = scene.sides.get(t.name, "-")
    team = "t" if asked.before is not None and is_team(asked.before) else ""
    begins = team and ("b" if (asked.before or "").startswith(t.name) else "-")
    this = post.this
    province = next((m.value.province for m in t.mentions if m.value.province), None)
    land = post.local and ("?" if province is None else "h" if province.startswith(_LANDS) else "o")
    home = "" if scene.home is None else "y" if scene.home.body.value.name == t.name else "x"
    speaker = "" if scene.speaker is None else "y" if scene.speaker.value.name == t.name else "x"
    ward = "" if not asked.pair.unit.department else "w" if asked.pair.unit.department in t.wards else ""
    given = "g" if any(is_body(t.name, t.texts, o) for o in others) else ""
    return (
        f"{r} {c.fits}",
        f"{r} {d}",
        f"{rf} {post.sort}",
        f"{rf} {post.one}",
        f"{rf} {d}",
        f"{rf} {post.dep}",
        f"{rf} {post.rule}",
        cont,
        cont and f"{cont} {c.fits}",
        cont and f"{cont} {post.sort}",
        cont and f"{cont} {post.two}",
        cont and f"{cont} {post.dep}",
        cont and f"{cont} {t.kind}{post.one}",
        last,
        last and f"{last} {d}",
        last and f"{last} {c.fits}",
        own,
        own and f"{own} {c.fits} {t.kind}",
        own and f"{own} {post.rule}",
        given,
        given and post.one,
        cont and f"{cont} {post.words[-2:]}",
        team and f"{team} {side} {c.fits}",
        team and f"{team} {begins} {c.fits}",
        land,
        land and f"{land} {t.kind}",
        post.ours and f"{post.ours} {home}",
        post.ours and f"{post.ours} {speaker}",
        ward,
        f"{d} {c.fits} {post.dep}",
        f"{rf} {post.dep} {post.one}",
        post.said and f"{post.said} {side} {d[0]}",
        post.local and f"{post.one} {side}",
        given and cont,
        last and own and f"{last}{own}",
        own and f"{own} {post.rule} {post.first}",
        this and f"{this} {rf}",
        this and f"{this} {d} {c.fits}",
        this and f"{this} {c.before is not None and passing(scene, c.before, True)}",
        this and own and f"{this} {own}",
        this and f"{this} {speaker}",
    )


def is_body(name: str, texts: frozenset[str], told: str) -> bool:
    """Whether a written body is the one of a name."""
    return told == name or told in texts


BEFORE = (
    "pre",
    "pre D",
    "pre2",
    "pre2 d",
    "post",
    "post D",
    "post2",
    "post2 d",
    "heldby D",
    "heldby people d",
    "opens D",
    "opens post",
    "people D",
    "btw d",
    "btwfit",
    "speech d",
    "passing D",
    "passing rule",
    "brackets D",
    "commas D",
    "gap",
    "gap1",
)


def before(post: Post, c: Candidate, d: str, nearer: tuple[str, str]) -> tuple[str, ...]:
    """What stands around its last mention before the post."""
    m, clean, scene = c.before, post.clean, post.asked.scene
    if m is None:
        return _NOTHING[: len(BEFORE)]
    near = d[0]
    pre, pre2 = clean[max(0, m.start - 1) : m.start], clean[max(0, m.start - 2) : m.start]
    behind, behind2 = clean[m.end : m.end + 1], clean[m.end : m.end + 2]
    held = "h" if m.end in scene.phrase_borders else "-"
    opens = "o" if scene.sentence_start(m.start) == m.start else "-"
    people = bucket(between(scene, m.end, post.at), (1, 2, 3, 5))
    passes = passing(scene, m, False)
    inside = bracketed(clean, m)
    gap = clean[m.end : post.at] if post.at - m.end <= 6 else ""
    commas = bucket(len(_COMMAS.findall(clean, m.end, post.at)), (1, 2, 3)) if near == "s" else ""
    return (
        pre,
        f"{pre} {d}",
        pre2,
        f"{pre2} {near}",
        behind,
        f"{behind} {d}",
        behind2,
        f"{behind2} {near}",
        f"{held} {d}",
        f"{held} {people} {near}",
        f"{opens} {d}",
        f"{opens} {behind}",
        f"{people} {d}",
        f"{nearer[0]} {near}",
        f"{nearer[1]} {c.fits} {near}",
        "q" + near if scene.in_speech(m, post.at) else "",
        "p" + d if passes else "",
        "p" + post.rule if passes else "",
        "b" + d if inside else "",
        commas and f"{commas} {d}",
        gap,
        gap[-1:],
    )


BEHIND = ("fD", "fpre2", "fpost", "fheld", "fgap")


def behind(post: Post, c: Candidate, d: str) -> tuple[str, ...]:
    """What stands around its next mention behind the post."""
    m, clean, scene = c.behind, post.clean, post.asked.scene
    end = max(post.asked.pair.unit.end, post.asked.pair.person.end)
    if m is None or m.start - end > 200:
        return ("none", *_NOTHING[1 : len(BEHIND)])
    starts = scene.sentence_starts
    n = bucket(bisect_right(starts, m.start) - bisect_right(starts, end), (1, 2, 3))
    b = "b" if c.before else "-"
    return (
        f"{n}{b}{bucket(m.start - end, (2, 6, 14, 30))} {d[0]}",
        f"{clean[max(0, m.start - 2) : m.start]} {n == '0'}{b}",
        f"{clean[m.end : m.end + 1]} {n == '0'}{b}",
        f"{m.end in scene.phrase_borders} {n}{b}",
        f"{clean[end : m.start]}" if m.start - end < 6 else "",
    )


NONE = (
    "N",
    "N two",
    "N one",
    "N sort",
    "N rule",
    "N sort last",
    "N fitting",
    "N own",
    "N own sort",
    "N dep",
    "N next",
    "N prev",
    "N last",
    "N bodies",
    "N home",
    "N cont",
    "N cont two",
    "N dep one",
    "N dep rule",
    "N two fitting",
    "N lastrow",
    "N first",
    "N words",
    "N said",
    "N local",
    "N rule next",
    "N opens sort",
    "N tail",
    "N given",
    "N this",
    "N D",
)


def none(post: Post, found: list[Candidate]) -> tuple[str, ...]:
    """What speaks for no body at all."""
    asked, clean = post.asked, post.clean
    fitting = sum(c.fits in "ty" for c in found)
    known = "k" if asked.kinds or asked.tail else "-"
    near = found[0].before if found else None
    last = (
        bucket(
            bisect_right(asked.scene.sentence_starts, post.at)
            - bisect_right(asked.scene.sentence_starts, near.start),
            (1, 2, 3, 4, 7),
        )
        if near
        else "x"
    )
    end = asked.pair.unit.end
    nxt, prv = clean[end : end + 1], clean[post.at - 1 : post.at]
    f = bucket(fitting, (1, 2, 3))
    cont = "c" if asked.before is not None else "-"
    home = "h" if asked.scene.home is not None else "-"
    return (
        "1",
        post.two,
        post.one,
        post.sort,
        post.rule,
        f"{post.sort} {last}",
        f"{f} {known}",
        post.own,
        f"{post.own} {post.sort}",
        post.dep,
        nxt,
        prv,
        last,
        bucket(len(found), (1, 2, 3, 5, 9)),
        f"{home} {post.sort}",
        cont,
        f"{cont} {post.two}",
        f"{post.dep} {post.one}",
        f"{post.dep} {post.rule}",
        f"{post.two} {f}",
        "l" if asked.last else "-",
        f"{post.first} {post.sort}",
        post.words[-2:],
        post.said,
        post.local,
        f"{post.rule} {nxt}",
        f"{post.opens} {post.sort}",
        asked.tail,
        "g" if post.head in asked.given else "-",
        post.this,
        post.this + post.opens if near is None or near.start < post.sentence else "",
    )


def described(post: Post, found: list[Candidate]) -> list[Described]:
    """The features of each candidate, those of none last."""
    out: list[Described] = []
    nearer = fitting = 0
    for c in found:
        d = distance(post, c)
        told = (bucket(nearer, (1, 2, 3, 5)), bucket(fitting, (1, 2, 3)))
        out.append(
            (
                (PLACE, place(post, c, d)),
                (BODY, body(post, c, d)),
                (RANK, rank(post, c, d)),
                (BEFORE, before(post, c, d, told)),
                (BEHIND, behind(post, c, d)),
            )
        )
        nearer += c.before is not None
        fitting += c.before is not None and c.fits != "n"
    return [*out, ((NONE, none(post, found)),)]
