"""Where a post is held, as far as its phrase or an explicit frame tells; the rest is left to the ranker."""

from __future__ import annotations

import re

from bangfu.link.bodies.classes import by_body, of_class, ours
from bangfu.link.bodies.events import elected, entered, founded
from bangfu.link.bodies.governed import governed
from bangfu.link.bodies.here import placed_here
from bangfu.link.bodies.kinds import HOSTS, kinds_of
from bangfu.link.bodies.members import bare_team, is_team
from bangfu.link.bodies.near import of_clause, sent_by
from bangfu.link.bodies.origins import told_behind
from bangfu.link.bodies.roster import roster_body
from bangfu.link.bodies.teams import group_told, listed_team, only_team, team_before, team_told
from bangfu.link.bodies.written import Body, land_of, of_phrase
from bangfu.link.phrases.chains import Pair
from bangfu.link.phrases.phrase import Unit
from bangfu.link.scene.scene import Scene
from bangfu.recognize.places import is_place

_LEADERS = re.compile("副?(?:队长|团长|领队)")
_OF_TEAMS = ("队长", "领队", "团长", "组长")
"""Posts of a team, not of where its leader is."""
_TAKES_THERE = re.compile("(?:[担出兼]?任|当|做)[了为]?$")
_LENT_CLAUSE = re.compile("支教|挂职|帮扶|支医|支援|[担挂]任|援[疆藏青蒙派]")
_SAID_OF = ("role:becomes", "role:is")
_BECOMES = ("role:becomes", "role:made")
_BEHIND = ("role:name_title", "role:counted_list")
_ITS_OWN = re.compile("(?:(?<![一-鿿])|[由和与及])[院校]$")
"""A word for the body that speaks: 院|党委书记."""
_LEAGUE = re.compile("[校院](?=团委副?书记)")
_OF_STATE = re.compile(
    "国家|国务委员|总书记|(?:慈善|企业|实业|科学|画|书法|作|艺术|收藏|音乐)家|.*(?:人大代表|政协委员|党代表|党员代表)$"
)
"""Posts that belong to no body of the chain that they stand in."""


def place_of(scene: Scene, pair: Pair, before: str | None, own: tuple[str, ...]) -> Body | None:
    """The institution of a pair's title, None where there is none, and the rule; nothing where nothing tells.

    The phrase's own comes first, then explicit frames around it. ``before`` is the institution of the phrase
    that this one continues, ``own`` are those of the person's other posts.
    """
    if pair.unit.held is not None:
        return of_phrase(scene, pair, before)
    return (
        _of_event(scene, pair)
        or of_phrase(scene, pair, before)
        or _stateless(pair)
        or _named(scene, pair)
        or _of_land(scene, pair, before)
        or _of_frame(scene, pair, own)
        or _of_team(scene, pair, before)
    )


def _of_event(scene: Scene, pair: Pair) -> Body | None:
    """The body that the sentence founds, or whose meeting elects."""
    unit, rule = pair.unit, pair.rule
    if rule == "role:becomes" and unit.alone and (new := founded(scene, unit.start)):
        return new, f"{rule}+founded"
    if rule in _BECOMES and unit.alone and (voted := elected(scene, unit.start, unit.title.value.title)):
        return voted, f"{rule}+elected"
    return None


def _stateless(pair: Pair) -> Body | None:
    """Posts of no body that the text could tell."""
    title = pair.unit.title.value.title
    none = pair.rule == "role:letter" or _OF_STATE.match(title) or title.startswith("值班")
    return (None, pair.rule) if none else None


def _named(scene: Scene, pair: Pair) -> Body | None:
    """The body of a class word, one that was not found as an institution, of the line, of the heading."""
    unit, rule = pair.unit, pair.rule
    begin = unit.title.start if unit.department is not None else unit.title.value.reach
    if unit.body is not None:
        return unit.body, f"{rule}+written"
    if (named := of_class(scene, begin)) is not None:
        return named, f"{rule}+class"
    if (listed := listed_team(scene, unit.start, unit.title.value.title)) is not None:
        return listed, f"{rule}+listed"
    if unit.title.value.kind != "press" and (body := roster_body(scene, unit.start)) is not None:
        return body, f"{rule}+roster"
    return None


def _of_land(scene: Scene, pair: Pair, before: str | None) -> Body | None:
    """The place that a post governs: that of the committee before, else the one of its level told last."""
    title, rule = pair.unit.title.value, pair.rule
    if before is not None and title.title.startswith("村") and before[-1] in "市县区镇乡":
        before = None
    if title.kind == "place" and before is not None:
        seat = land_of(before) or (before if is_place(before) else None)
        if seat:
            return seat, f"{rule}+governed"
    found = governed(scene, title.title, pair.unit.start)
    if found is not None:
        return found, f"{rule}+governed"
    return (None, rule) if title.kind == "place" else None


def _of_frame(scene: Scene, pair: Pair, own: tuple[str, ...]) -> Body | None:
    """What words right before the phrase tell: 由, 我院, 在这里, a clause with 的, a verb of sending."""
    unit, rule, clean = pair.unit, pair.rule, scene.clean
    for tell in (by_body, group_told) if unit.alone and unit.department is None else ():
        if (by := tell(scene, pair)) is not None:
            return by, f"{rule}+by"
    begin = pair.person.start if rule in _BEHIND else unit.title.value.reach
    our, spoken = ours(scene, begin)
    if spoken:
        return our, f"{rule}+ours" if our else rule
    if scene.home is not None and scene.home.ours and _ITS_OWN.search(clean, max(0, begin - 2), begin):
        return scene.home.body.text, f"{rule}+ours"
    here, spoken = placed_here(scene, unit, own)
    if spoken and rule in _SAID_OF:
        return here, f"{rule}+here" if here else rule
    if (sent_to := _entered(scene, pair)) is not None:
        return sent_to, f"{rule}+entered"
    if clean[unit.title.value.reach : unit.title.start].endswith("挂职"):
        return None
    if unit.title.value.kind == "prof" and unit.alone and clean.startswith("来自", pair.person.end):
        home = told_behind(scene, pair.person.end, False)
        if home is not None:
            return home.text, f"{rule}+from"  # 高级农艺师甲来自|县经济作物站
    if unit.title.value.kind == "prof" and unit.held is None and rule == "role:is":
        home = scene.institutions_to.get(pair.person.start - 1)
        if home is not None and scene.home_start(pair.person.start) < pair.person.start:
            return home.text, f"{rule}+from"  # 来自某院的甲和来自某校的乙都是骨干教师
    if rule == "role:title_is_name" and not _is_of_team(unit):
        told = scene.institutions_to.get(pair.person.start - 1)
        if told is not None and clean[pair.person.start - 1] == "的" and not told.value.generic:
            return told.text, f"{rule}+of"  # 接力的农艺师是|某研究所的甲
    clause = of_clause(scene, unit.title.value.reach)
    if clause is not None and _LENT_CLAUSE.search(clean, clause.end, unit.title.start):
        clause = told_behind(scene, pair.person.end, False) or clause  # 在某校支教的教师甲来自某校
    if clause is not None:
        return clause.text, f"{rule}+clause"
    sent = sent_by(scene, begin)
    return (sent, f"{rule}+sent") if sent is not None else None


def _is_of_team(unit: Unit) -> bool:
    """Whether a post is one of a team: 队长."""
    return bool(unit.title.value.title.endswith(_OF_TEAMS))


def _entered(scene: Scene, pair: Pair) -> str | None:
    """The body into which the sentence has sent someone who now gets a post there: 调往某校|任|教师."""
    unit, rule = pair.unit, pair.rule
    begin, title = unit.start, unit.title.value.title
    takes = rule == "role:is" and scene.clean[begin - 1] in "当做"
    takes = takes and bool(scene.told_between(scene.sentence_start(begin), begin))
    if not (rule == "role:becomes" or takes) or title.endswith(_OF_TEAMS):
        return None
    kinds = kinds_of(title)
    verb = _TAKES_THERE.search(scene.clean, max(0, begin - 4), begin) if unit.alone else None
    there = verb is not None and verb.start() in scene.institutions_to
    return entered(scene, begin, kinds or HOSTS) if unit.department or kinds or there else None


def _of_team(scene: Scene, pair: Pair, before: str | None) -> Body | None:
    """The team of a leader; none for those who report, unless their phrase continues another one."""
    unit, rule = pair.unit, pair.rule
    if unit.title.value.kind == "press" and before is None:
        return None, rule
    own_team = before is not None and not is_team(before) and not (unit.department or "").startswith("驻村")
    if own_team and (bare := bare_team(unit)) is not None:
        return bare, f"{rule}+bare"  # 省民进副主委、义诊队|领队
    if not _LEADERS.fullmatch(unit.title.value.title):
        return None
    team = team_before(scene, unit.start, unit.title.value.title) or team_told(scene, pair)
    team = team or only_team(scene, pair)
    return (team, f"{rule}+team") if team is not None else None


def written_part(clean: str, pair: Pair) -> Body | None:
    """The part of a body that is written where nothing tells the body: 工作队|队长, 校团|委书记."""
    unit, rule = pair.unit, pair.rule
    if (bare := bare_team(unit)) is not None:
        return bare, f"{rule}+bare"
    if unit.held is None and _LEAGUE.match(clean, unit.start - 1):
        return clean[unit.start - 1 : unit.start + 2], f"{rule}+league"
    return None
