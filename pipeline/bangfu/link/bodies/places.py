"""Where a post is held: the institution of its phrase, or of the text before."""

from __future__ import annotations

import re
from collections.abc import Callable

from bangfu.article import Mention
from bangfu.link.bodies.alone import MANY
from bangfu.link.bodies.carry import LAST, kinds_of
from bangfu.link.bodies.classes import (
    bare_class,
    by_body,
    home_of_class,
    kinds_told,
    of_class,
    only_with,
    ours,
    same_body,
    short_form,
)
from bangfu.link.bodies.events import elected, entered, founded
from bangfu.link.bodies.governed import governed, nearest_village
from bangfu.link.bodies.members import bare_team
from bangfu.link.bodies.near import dispatched, of_clause, sent_by
from bangfu.link.bodies.origins import led_here, origin, told_behind
from bangfu.link.bodies.own_page import faculty_owner, is_faculty
from bangfu.link.bodies.roster import roster_body
from bangfu.link.bodies.story_bodies import (
    is_office,
    kinds_of_department,
    placed_here,
)
from bangfu.link.bodies.teams import group_told, listed_team, only_team, own_team, team_before
from bangfu.link.phrases.bodies import unfound
from bangfu.link.phrases.chains import Pair
from bangfu.link.phrases.place_names import opens
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import clause_start
from bangfu.recognize.places import is_place
from bangfu.recognize.titles.find import ALONE

_GOVERNED = re.compile(
    r".{1,12}?(?:自治区|自治州|自治县|([省市县区镇乡州盟旗村]))(?=\1?(?:党?委|党工委|人民政府|政府|人大|政协)|$)"
)
"""The place that a committee or government stands for: 某市 in 某市委 and in 某市市委."""
_TAKEN = re.compile("(?:[担出兼赴]任|挂职|受聘|当选|当上|被任命|接任)[了过]?为?$")
"""Verbs of a post that is not where the person comes from: 担任副校长的甲来自某校."""
_TAKES = re.compile("(?<![曾])(?:担任|兼任|兼|出任|挂任|当起?)[了着]?$")
"""Verbs of a post taken beside another one."""
_TAKES_THERE = re.compile("(?:[担出兼]?任|当|做)[了为]?$")
_LEAGUE = re.compile("[校院](?=团委副?书记)")
_HOSTS = ("hospital", "school", "university", "company")
_OF_TEAMS = ("队长", "领队", "团长", "组长")
"""Posts of a team, not of where its leader comes from."""
_GOVERNMENTS = ("政府", "人民政府")
_THIS_PLACE = tuple(f"{this}{level}" for this in "该这那" for level in "村县乡镇区市州社")
_ORDINAL = re.compile("第[一二三四五六七八九十]{1,2}$")
_LENT_CLAUSE = re.compile("支教|挂职|帮扶|支医|支援|[担挂]任|援[疆藏青蒙派]")
_FORMERLY = re.compile("[他她]?(?:退休以?前|来?之前|来[这此]?[里儿]?以?前|原来|以前|从前)")
_SAID_OF = ("role:becomes", "role:is", "role:as", "role:identity", "role:rises")
_BECOMES = ("role:becomes", "role:made")
_OF_STATE = re.compile(
    "国家|国务委员|总书记|(?:慈善|企业|实业|科学|画|书法|作|艺术|收藏|音乐)家|.*(?:人大代表|政协委员|党代表|党员代表)$"
)
"""Posts that belong to no body of the chain that they stand in."""


def place_of(
    scene: Scene,
    pair: Pair,
    before: str | None,
    known: dict[str, str],
    own: tuple[str, ...],
    choose: Callable[[tuple[str, ...], str], tuple[str | None, str]],
) -> tuple[str | None, str]:
    """The institution of a pair's title, as its sentence writes it, and the rule that found it.

    The phrase's own comes first, then ``before``: that of the phrase which this one continues. A bare class
    (学校, 该校) and a head that only one kind of institution has (校长, 局长) take the last institution of
    this kind, or the one of ``own``: where the person has held posts so far.
    """
    unit, rule = pair.unit, pair.rule
    title = unit.title.value.title
    kinds = ("university",) if is_faculty(unit.department) else kinds_of(title)
    if unit.department and title.endswith("部长") and is_office(unit.department):
        kinds = kinds_of_department(unit.department)  # 医务部|部长
    if rule == "role:becomes" and unit.alone and (new := founded(scene, unit.start)):
        return new, f"{rule}+founded"
    if rule in _BECOMES and unit.alone and (voted := elected(scene, unit.start, title)):
        return voted, f"{rule}+elected"
    if unit.held is not None and unit.held.text in _GOVERNMENTS and unit.title.value.kind == "place":
        whole = _GOVERNED.match(before) if before is not None else None
        own_land = whole.group() if whole is not None and len(whole.group()) > 1 else None
        seat = own_land or governed(scene, title, unit.start)
        return (seat, f"{rule}+governed") if seat else (None, rule)  # 青河县委常委、政府|副县长
    if unit.held is not None:
        return _of_phrase(scene, pair, unit.held, known)
    if unit.place is not None:
        return (None if unit.place in _THIS_PLACE else unit.place), rule
    if rule == "role:letter" or _OF_STATE.match(title) or title.startswith("值班"):
        return None, rule
    begin = unit.title.start if unit.department is not None else unit.title.value.reach
    if unit.body is None and (named := of_class(scene, begin)) is not None:
        return named, f"{rule}+class"
    if unit.body is not None:
        return unit.body, f"{rule}+written"
    if (listed := listed_team(scene, unit.start, title)) is not None:
        return listed, f"{rule}+listed"
    if unit.title.value.kind != "press" and (body := roster_body(scene, unit.start)) is not None:
        return body, f"{rule}+roster"
    if before is not None and title.startswith("村") and before[-1] in "市县区镇乡":
        before = None
    if before is not None and unit.title.value.kind == "place":
        place = _GOVERNED.match(before)
        land = before if is_place(before) else None
        found = place.group() if place else land or governed(scene, title, unit.start)
        return (found, f"{rule}+governed") if found else (None, rule)
    for tell in (by_body, group_told) if unit.alone and unit.department is None else ():
        if (by := tell(scene, pair)) is not None:
            return by, f"{rule}+by"
    if (university := faculty_owner(scene, unit)) is not None:
        return university, f"{rule}+faculty"
    behind = rule in ("role:name_title", "role:surname_title", "role:counted_list")
    our, spoken = ours(scene, pair.person.start if behind else unit.title.value.reach, known)
    if spoken:
        return our, f"{rule}+ours" if our else rule
    our, spoken = placed_here(scene, unit, kinds, own)
    if spoken and rule in _SAID_OF:
        return our, f"{rule}+here" if our else rule
    told, this = kinds_told(scene.clean, unit.start)
    kinds = kinds if told and is_faculty(unit.department) else told or kinds
    team = title.endswith(_OF_TEAMS)
    takes = rule == "role:is" and scene.clean[unit.start - 1] in "当做"
    takes = takes and bool(scene.told_between(scene.sentence_start(unit.start), unit.start))
    told_here = unit.department or kinds or (unit.alone and _at_body(scene, unit.start))
    if (rule == "role:becomes" or takes) and not team and told_here:
        sent_to = entered(scene, unit.start, kinds or _HOSTS)
        if sent_to is not None:
            return sent_to, f"{rule}+entered"
    lent = scene.clean[unit.title.value.reach : unit.title.start].endswith("挂职")
    clause = None if lent else of_clause(scene, unit.title.value.reach)
    if clause is not None and _LENT_CLAUSE.search(scene.clean, clause.end, unit.title.start):
        clause = told_behind(scene, pair.person.end, False) or clause  # 在某校支教的教师甲来自某校
    if clause is not None:
        return clause.text, f"{rule}+clause"
    sent = None if lent else sent_by(scene, pair.person.start if behind else unit.title.value.reach)
    if sent is not None:
        return sent, f"{rule}+sent"
    sent_in = rule == "role:becomes" and (unit.title.value.kind == "place" or title.endswith("第一书记"))
    rules_land = unit.title.value.kind == "place" or title.endswith("第一书记")
    home = None if team or sent_in else origin(scene, pair)
    if home is not None and rules_land and home.start >= pair.person.end:
        home = None  # 副县长甲来自某大学
    posted = scene.clean[unit.title.value.reach : unit.title.start].endswith("挂职")
    posted = posted or _TAKEN.search(scene.clean, max(0, unit.start - 6), unit.start) is not None
    if home is not None and not posted and (here_led := led_here(scene, pair, home, known)):
        return here_led, f"{rule}+led"
    if home is not None and not posted:
        return home.text, f"{rule}+from"
    if (team := bare_team(unit)) is not None:
        return team, f"{rule}+bare"
    if _LEAGUE.match(scene.clean, unit.start - 1):
        return scene.clean[unit.start - 1 : unit.start + 2], f"{rule}+league"
    if unit.title.value.kind == "press":
        return None, rule
    if unit.title.value.kind == "place" or (seat := governed(scene, title, unit.start)) is not None:
        seat = governed(scene, title, unit.start)
        return (seat, f"{rule}+governed") if seat else (None, rule)
    if team:
        for tell in (
            lambda: team_before(scene, unit.start, title),
            lambda: own_team(scene, pair),
            lambda: only_team(scene, pair),
        ):
            if (found := tell()) is not None:
                return found, f"{rule}+team"
        return None, rule
    return choose(kinds, this)


def _at_body(scene: Scene, at: int) -> bool:
    """Whether nothing but the verb of a post parts it from a body: 调往某校|任|教师."""
    verb = _TAKES_THERE.search(scene.clean, max(0, at - 4), at)
    return verb is not None and verb.start() in scene.institutions_to


def formerly(scene: Scene, pair: Pair, held: Mention) -> str | None:
    """Where somebody comes from, for which 学校 stands in what was before: 来自某校，退休前是学校的主席."""
    begin = clause_start(scene.clean, held.start)
    if _FORMERLY.match(scene.clean, begin) is None:
        return None
    home = origin(scene, pair)
    return home.text if home is not None and home.value.kind == held.value.kind else None


def _sides_of(scene: Scene, body: str) -> set[str | None]:
    """The sides on which the article puts a body that it tells."""
    return {scene.sides.get(m.value.name) for m in scene.institutions[:MANY] if m.text == body}


def _of_phrase(scene: Scene, pair: Pair, held: Mention, known: dict[str, str]) -> tuple[str | None, str]:
    """The body that the phrase itself names, or for which its class word stands: 学校|党委书记."""
    rule, title = pair.rule, pair.unit.title.value
    if held.value.generic and (named := of_class(scene, title.reach)) is not None:
        return named, f"{rule}+class"
    if (sent_from := dispatched(scene, held)) is not None:
        return sent_from.text, f"{rule}+dispatched"
    our, spoken = ours(scene, held.end, known)
    if spoken:
        return our, f"{rule}+ours" if our else rule
    if held.text in LAST.values() and (whole := only_with(scene, held.text)) is not None:
        return whole, f"{rule}+same"  # 我局…局|党组成员
    if bare_class(held) and (theirs := formerly(scene, pair, held)) is not None:
        return theirs, f"{rule}+from"
    if not bare_class(held):
        branch = next((b for b in (*ALONE, "支部") if title.title.removeprefix("临时").startswith(b)), "")
        text = _ORDINAL.sub("", held.text.removesuffix(branch).removesuffix("临时"))
        if text in ("村", "社区") and (near := nearest_village(scene, held.start)) is not None:
            return near, f"{rule}+governed"
        return text, rule
    if (short := short_form(scene, held)) is not None:
        return short, f"{rule}+short"
    if not held.value.generic or opens(scene.clean, held.start):
        named = None
    else:
        named = unfound(scene.clean, held.end, held.text)
    if named is not None:
        return named, f"{rule}+unfound"  # 月山|学校校长
    if (page := home_of_class(scene, held)) is not None:
        return page, f"{rule}+home"
    found = same_body(scene, held)
    return (found, f"{rule}+same") if found else (None, rule)
