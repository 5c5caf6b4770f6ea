"""What speaks for a body, and for none: facts of a post and a candidate, and which are conjoined."""

from __future__ import annotations

import re
from bisect import bisect_right

from bangfu.article import Mention
from bangfu.link.bodies.heads import head
from bangfu.link.bodies.members import is_team
from bangfu.link.bodies.passing import bracketed, passing
from bangfu.link.bodies.peoples import of_a_people
from bangfu.link.bodies.ranked.asked import Asked, Candidate
from bangfu.ranker import Described, Facts, bucket, conjoined, plan

BODY = plan(
    """
    place; place fits; place fits rule; place lines; place kind; place sort; place rule; place dep;
    place last; place generic; place opens; place first; place words; place people; place fits dep;
    kind; kind two; kind last; kind sort; kind dep; fits generic; generic kind; times; share; share
    sort; share fits; order; order fits; top fits; top sort; home fits near; home dep; speaker fits
    near; ours home; ours speaker; side sort; side two; side near; side people; side rule; people side
    last; land; land kind; team two; team last; fitting sort; fitting last; fitting place; fitting dep;
    fitting rule; fitting dep last; continues; continues fits; continues sort; continues two; continues
    dep; continues kind last; continues words; before; before place; before fits; before own; own; own
    fits kind; own rule; own rule first; given; given last; given continues; this fitting; this place
    fits; this own; this speaker; origin; origin fits; origin rule; origin last; origin side; origin
    words; origin own; origin near fits side; does; does place; does side; we; we fits; we last; we
    place; here side; here place; here fits
    """
)
"""Facts of a candidate that are conjoined, wherever it stands."""
AROUND = plan(
    """
    left; left place; right; right place; held place; held named near; starts place; starts right; named
    place; nearer near; nearfit fits near; speech near; passing place; passing rule; this passing;
    brackets place; commas place; gap; gap1
    """
)
"""Those of its mention before the post."""
AHEAD = plan("where near; left only; right only; held only; gap")
"""Those of its first mention behind the post."""
NONE = plan(
    """
    none; none two; none last; none sort; none rule; none sort since; none fitting; none has; none has
    sort; none dep; none next; none prior; none since; none bodies; none home sort; none continues; none
    continues two; none dep last; none dep rule; none two fitting; none before; none first sort; none
    words; none people; none rule next; none opens sort; none tail; none given; none this; none this
    opens; none origin; none origin rule; none does; none we; none we last; none we sort
    """
)
_NEAR = (1, 3, 8, 16, 30, 60)
_SENTENCES = (2, 3, 4, 7, 11)
_SHARES = (0.05, 0.1, 0.2, 0.35, 0.5, 0.7)
_FEW = (1, 2, 3, 5)
_FIRST_LINES = 260
_AHEAD = 200
_LANDS = ("西藏", "新疆", "内蒙古", "青海", "宁夏", "广西", "云南", "贵州", "四川", "甘肃")
_HERE = re.compile("[当本]地|本土")
_COMMAS = re.compile("[，；：]")
_THIS = "该同本我"


def described(asked: Asked, found: list[Candidate]) -> list[Described]:
    """The features of each candidate, those of none last."""
    post = _post(asked)
    out: list[Described] = []
    nearer = fitting = 0
    for c in found:
        facts = {**post, **_standing(asked, c), **_body(asked, c), **_told(asked, c)}
        parts = [(BODY.columns, conjoined(BODY, facts))]
        if c.before is not None:
            counted = {"nearer": bucket(nearer, _FEW), "nearfit": bucket(fitting, _FEW)}
            around = _around(asked, c.before, facts["near"])
            parts.append((AROUND.columns, conjoined(AROUND, {**facts, **counted, **around})))
            nearer, fitting = nearer + 1, fitting + (c.fits != "n")
        if c.behind is not None and (ahead := _ahead(asked, c.behind, c.before is None)):
            parts.append((AHEAD.columns, conjoined(AHEAD, {**facts, **ahead})))
        out.append(tuple(parts))
    return [*out, ((NONE.columns, conjoined(NONE, {**post, **_none(asked, found)})),)]


def _post(asked: Asked) -> Facts:
    """What is the same for all candidates."""
    unit, scene, person = asked.pair.unit, asked.scene, asked.pair.person
    title, clean = unit.title.value, scene.clean
    words = clean[title.reach : unit.title.start]
    opens = "s" if asked.sentence == unit.start else clean[unit.start - 1 : unit.start]
    known = scene.mentions_of.get(person.value, ())
    return {
        "two": title.title[-2:],
        "last": title.title[-1:],
        "sort": title.kind,
        "tail": asked.tail,
        "rule": asked.pair.rule.removeprefix("role:"),
        "dep": unit.department[-1] if unit.department else "-",
        "words": words[-2:],
        "people": "m" if of_a_people(person.value) else "",
        "does": clean[person.end : person.end + 2] if person.start >= unit.end else "",
        "here": "h" if _HERE.search(clean, max(0, unit.start - 4), unit.title.start) else "",
        "we": "w" if asked.ground.unnamed else "",
        "first": "1" if known and known[0].start >= person.start else "2",
        "opens": opens,
        "ours": opens if opens in "院校会司" and unit.start else "",
        "this": next(
            (w for w in _THIS if w in asked.this),
            ("c" if unit.held is not None else "x") if asked.this else "",
        ),
    }


def _standing(asked: Asked, c: Candidate) -> Facts:
    """Where the mention next to the post stands, and how it stands to others."""
    place, clean = _place(asked, c), asked.scene.clean
    low, high = (c.before.end, asked.at) if c.before is not None else (asked.at, asked.at)
    if c.before is None and c.behind is not None:
        high = c.behind.start
    return {
        "place": place,
        "near": place[0],
        "fits": c.fits,
        "lines": bucket(clean.count("\n", low, max(low, high)), (1, 2, 4)),
        "fitting": ("x" if c.before is None else str(min(c.rank, 3))) + ("n" if c.fits == "n" else ""),
    }


def _place(asked: Asked, c: Candidate) -> str:
    """The sort of distance of a candidate: in the sentence, sentences before, behind, in the chain only."""
    starts, m = asked.scene.sentence_starts, c.before or c.behind
    if m is None:
        return "c"
    sentences = abs(bisect_right(starts, asked.at) - bisect_right(starts, m.start))
    if c.before is None:
        return "f" + bucket(sentences, (1, 3))
    if m.start >= asked.sentence:
        return "s" + bucket(asked.at - m.end, _NEAR)
    return "b" + bucket(sentences, _SENTENCES)


def _body(asked: Asked, c: Candidate) -> Facts:
    """What kind of body it is, and what part the article gives it."""
    told, scene, ground = c.told, asked.scene, asked.ground
    home, speaker = scene.home, scene.speaker
    province = next((m.value.province for m in told.mentions if m.value.province), None)
    return {
        "kind": told.kind,
        "generic": "g" if told.generic else "-",
        "times": bucket(len(told.mentions), (1, 2, 3, 5, 9)),
        "share": bucket(len(told.mentions) / ground.mentions, _SHARES),
        "order": bucket(told.order, _FEW),
        "top": _top(told.starts[0], scene.headline) if told.starts else "-",
        "home": ""
        if home is None
        else "x"
        if home.body.value.name != told.name
        else "o"
        if home.ours
        else "y",
        "speaker": "" if speaker is None else "y" if speaker.value.name == told.name else "x",
        "side": scene.sides.get(told.name, "-"),
        "team": "t" if is_team(told.name) else "",
        "land": ""
        if not of_a_people(asked.pair.person.value)
        else "?"
        if province is None
        else "h"
        if province.startswith(_LANDS)
        else "o",
    }


def _top(start: int, headline: int) -> str:
    """Whether a body is told in the headline or the first lines."""
    return "h" if start < headline else "l" if start < _FIRST_LINES else "-"


def _told(asked: Asked, c: Candidate) -> Facts:
    """How it stands to the posts told before."""
    told, chain, origin = c.told, asked.before, asked.origin
    others = asked.given.get(head(asked.pair.unit.title.value.title), ())
    return {
        "continues": "" if chain is None else "c" if told.is_called(chain) else "-",
        "before": "" if asked.last is None else "l" if told.is_called(asked.last) else "-",
        "own": "" if not asked.own else "o" if any(map(told.is_called, asked.own)) else "-",
        "origin": "" if origin is None else _origin(asked, c, origin),
        "given": "g" if any(map(told.is_called, others)) else "",
    }


def _origin(asked: Asked, c: Candidate, origin: Mention) -> str:
    """Whether the person comes from a candidate, as told before or behind the name, or from another."""
    where = "b" if origin.start < asked.pair.person.start else "f"
    return where + (
        "o" if c.told.is_called(origin.text) else "k" if c.told.kind == origin.value.kind else "-"
    )


def _around(asked: Asked, m: Mention, near: str) -> Facts:
    """What stands around its last mention before the post, and between them."""
    scene, at = asked.scene, asked.at
    clean = scene.clean
    gap = clean[m.end : at] if at - m.end <= 6 else ""
    inside = near == "s"
    return {
        "left": clean[max(0, m.start - 1) : m.start],
        "right": clean[m.end : m.end + 1],
        "held": "h" if m.end in scene.phrase_borders else "-",
        "starts": "o" if scene.sentence_start(m.start) == m.start else "-",
        "named": bucket(scene.people_between(m.end, at), _FEW),
        "speech": "q" if scene.in_speech(m, at) else "",
        "passing": "p" if passing(scene, m, bool(asked.this)) else "",
        "brackets": "b" if bracketed(clean, m) else "",
        "commas": bucket(len(_COMMAS.findall(clean, m.end, at)), (1, 2, 3)) if inside else "",
        "gap": gap,
        "gap1": gap[-1:],
    }


def _ahead(asked: Asked, m: Mention, only: bool) -> Facts:
    """What stands around its first mention behind the post; nothing where it is far."""
    scene, end = asked.scene, max(asked.pair.unit.end, asked.pair.person.end)
    if m.start - end > _AHEAD:
        return {}
    clean, starts = scene.clean, scene.sentence_starts
    sentences = bucket(bisect_right(starts, m.start) - bisect_right(starts, end), (1, 2, 3))
    sort = "f" if only else "b"
    return {
        "where": sentences + sort + bucket(m.start - end, (2, 6, 14, 30)),
        "only": sort + str(sentences == "0"),
        "left": clean[max(0, m.start - 1) : m.start],
        "right": clean[m.end : m.end + 1],
        "held": "h" if m.end in scene.phrase_borders else "-",
        "gap": clean[end : m.start] if m.start - end < 6 else "",
    }


def _none(asked: Asked, found: list[Candidate]) -> Facts:
    """What speaks for no body at all."""
    clean, end, starts = asked.scene.clean, asked.pair.unit.end, asked.scene.sentence_starts
    nearest = found[0].before if found else None
    since = -1 if nearest is None else bisect_right(starts, asked.at) - bisect_right(starts, nearest.start)
    known = "k" if asked.kinds or asked.tail else "-"
    return {
        "none": "1",
        "since": bucket(since, (0, 1, 2, 3, 4, 7)),
        "fitting": bucket(sum(c.fits in "ty" for c in found), (1, 2, 3)) + known,
        "has": "o" if asked.own else "-",
        "next": clean[end : end + 1],
        "prior": clean[asked.at - 1 : asked.at],
        "bodies": bucket(len(found), (1, 2, 3, 5, 9)),
        "home": "h" if asked.scene.home is not None else "-",
        "continues": "c" if asked.before is not None else "-",
        "before": "l" if asked.last else "-",
        "origin": ""
        if asked.origin is None
        else "b"
        if asked.origin.start < asked.pair.person.start
        else "f",
        "given": "g" if head(asked.pair.unit.title.value.title) in asked.given else "-",
    }
