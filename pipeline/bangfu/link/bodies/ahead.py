"""Posts whose body the text names only behind them: 院长叫甲，2021年起主政某院; 厂长甲…接过某厂的担子."""

from __future__ import annotations

import re
from itertools import islice

from bangfu.article import Mention
from bangfu.link.bodies.carry import LAST, kinds_of, of_kind
from bangfu.link.bodies.classes import bare_class
from bangfu.link.bodies.heads import head
from bangfu.link.bodies.story_bodies import kinds_of_department
from bangfu.link.phrases.chains import Pair
from bangfu.link.scene.scene import Scene

_FAR = 110
"""Characters behind a post in which its body may be named."""
_CLAUSE, _SENTENCE = re.compile("(?<=[^，]{6})[，。；！？]"), re.compile("[。；！？]")
_MOST = 60  # bodies asked
_AWAY = re.compile(
    "(?:支援|援助|帮扶|走进|[来抵到]达?|来到|奔?赴|前往|进驻|派驻|派往|捐给|赠给|交给|邀请|联合|会同|对接|签约|到访|考察|调研|走访|看望|慰问"
    "|[与和同跟向给为对由请离往]|来自|毕业于|考[上入取]|隔壁(?:的)?|附近的?|千里外[^，。]{0,4}|百里外[^，。]{0,4})$"
)
"""Words before a body that is not where someone is."""
_VISITED = {
    "在": re.compile(
        "的?[^，。；！？\n]{0,4}?(?:支教|挂职|帮扶|就读|读书|上学|住院|治疗|看病|坐诊|义诊|进修|实习|学习)"
    ),
    "从": re.compile("[^，。；！？\n]{0,4}?(?:来|毕业|退休)"),
}
"""Behind a preposition and a body: what tells that somebody only is there, or comes from there."""
_ELSEWHERE = re.compile(
    "来自|选派自|派来|请来|调来|城里|外地|省里|市里来|援[疆藏青黔滇川桂派]|支教|支医|帮扶|对口"
)
"""Words that tell that somebody comes from a body that the text need not name."""


def body_ahead(scene: Scene, pair: Pair, following: Pair | None) -> str | None:
    """The only body of its kind that the paragraph names behind a post, where none is named before."""
    unit = pair.unit
    title = unit.title.value.title
    if following is not None and (same := _of_next(pair, following)) is not None:
        return same
    bare = unit.held if unit.held is not None and bare_class(unit.held) else None
    if not (unit.alone or bare) or unit.title.value.kind == "press":
        return None
    tail, kinds = LAST.get(title[-2:], ""), kinds_of(title)
    if bare is not None:
        tail, kinds = "", (bare.value.kind,)
    if unit.department and not kinds:
        kinds = kinds_of_department(unit.department)
    if not kinds and not tail:
        return None
    clean = scene.clean
    end = max(unit.end, pair.person.end)
    if any(_fits(m, kinds, tail) for m in islice(scene.told_before(end), _MOST)):
        return None
    stop = clean.find("\n", end)
    stop = min(stop if stop >= 0 else len(clean), end + _FAR)
    m = _only(clean, [m for m in scene.told_between(end, stop) if _fits(m, kinds, tail)], end)
    if m is None:
        return None
    visited = _VISITED.get(clean[m.start - 1])
    if _AWAY.search(clean, max(0, m.start - 6), m.start) or (visited and visited.match(clean, m.end)):
        return None
    if not _own_post(scene, m, title):
        return None
    expert = unit.title.value.kind == "prof" or unit.department is not None
    if expert and _ELSEWHERE.search(clean, scene.sentence_start(unit.start), end):
        return None
    return m.text


def _of_next(pair: Pair, following: Pair) -> str | None:
    """The body of the next post of somebody who is told to be both: 身为书记，甲…；作为某校的教师，她…"""
    both = pair.rule == following.rule == "role:being" and pair.person.value == following.person.value
    held = following.unit.held
    return held.text if both and pair.unit.alone and held is not None and not held.value.generic else None


def _only(clean: str, told: list[Mention], end: int) -> Mention | None:
    """The only body of the clause that goes on behind a post, else of the sentence, else of all."""
    for mark in (_CLAUSE, _SENTENCE, None):
        stop = mark.search(clean, end) if mark is not None else None
        near = [m for m in told if stop is None or m.start < stop.start()]
        if near:
            return near[0] if all(m.value.name == near[0].value.name for m in near) else None
    return None


def _fits(m: Mention, kinds: tuple[str, ...], tail: str) -> bool:
    """Whether a named body can have a post."""
    if m.value.generic:
        return False
    return m.text.endswith(tail) if tail else of_kind(m, kinds)


def _own_post(scene: Scene, m: Mention, title: str) -> bool:
    """Whether no post of another kind is told of a body, which would be somebody else's."""
    unit = next((u for u in scene.phrases if u.held is m), None) if m.end in scene.phrase_borders else None
    return unit is None or head(unit.title.value.title) == head(title)
