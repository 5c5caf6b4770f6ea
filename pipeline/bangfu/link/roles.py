"""Roles: which person holds which title, where, and on which side of the assistance."""

from __future__ import annotations

import re

from bangfu.article import Document, Role
from bangfu.link.bodies.ahead import body_ahead
from bangfu.link.bodies.governed import of_guests
from bangfu.link.bodies.heads import TERM, beside_head, head, in_turn, of_head
from bangfu.link.bodies.members import bare_team
from bangfu.link.bodies.places import place_of
from bangfu.link.bodies.teams import only_team
from bangfu.link.holders.company import behind_honour, goes_along, of_same
from bangfu.link.holders.pairs import pairs
from bangfu.link.holders.story_turns import with_turns
from bangfu.link.phrases.chains import Pair
from bangfu.link.role_rows import MOST, SHORT_NAME, merged, unaddressed
from bangfu.link.scene.scene import LISTED, Scene
from bangfu.link.sides.levels import side_by_place
from bangfu.link.sides.posts import NATIONAL, side_of
from bangfu.recognize.found import Found
from bangfu.recognize.places import is_place

_POSTED_TOO = re.compile("[、，]挂职")
_BETWEEN = re.compile(
    "(?:[（(][^（()）\n，。；]{1,12}[）)])?(?:[、，,和与及兼暨并 \u3000]{1,3}(?:原|时任|现任|前|任|同时)?)?"
)
_GOVERNMENTS = tuple(f"{level}{body}" for level in "省市县区州旗" for body in ("政府", "人民政府"))
_SHORTEST_LAND = 2
_OF_TEAM = re.compile("(?:医疗|支教|帮扶|援.|专家|服务|讲学|工作).{0,3}[队团]副?[队团]长")
"""Leaders of a team of assistance."""
_LEADS = re.compile(f"(?:{LISTED.pattern})|(?:亲自)?(?:带领|率领|率|带着|偕同|偕)")
"""董事长甲带领|副总经理乙: both of one body."""
_WITH_LEAGUE = frozenset("学院校中小司团行")
"""With which a body ends whose youth league is a part of it."""
_SIDE_POST = re.compile("[（(]兼")
_LEAGUE = re.compile("[校院](?=团委副?书记)")
_OURS = re.compile("[我本][会院校司局](?:的|原)?$")
_ALSO = re.compile("同时|[并还兼]")


def link_roles(document: Document, found: Found) -> tuple[Role, ...]:
    """One row for each post or professional title that the text gives a named person, in text order.

    >>> from bangfu.article import Source, Span, Text
    >>> from bangfu.recognize import find
    >>> from bangfu.settings import Settings
    >>> clean = "党委副书记、校长王建国介绍了情况。"
    >>> document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    >>> [(r.person, r.title) for r in link_roles(document, find(document, Settings()))]
    [('王建国', '党委副书记'), ('王建国', '校长')]
    """
    if not found.people:
        return ()  # nobody holds a post, and nothing else has to be read
    scene, clean = Scene.of(document, found), document.clean
    found_pairs = pairs(scene)
    if not found_pairs:
        return ()
    known = scene.sides
    names = {m.text: m.value.name for m in found.institutions} if known else {}
    rows: list[Role] = []
    own: dict[str, list[str]] = {}
    held: dict[str, list[Role]] = {}
    heads: dict[str, tuple[str, int]] = {}
    terms: dict[str, str] = {}
    last: Pair | None = None
    institution: str | None = None
    kept: str | None = None
    untold = False
    for pair, following in zip(found_pairs, [*found_pairs[1:], None], strict=False):
        described = following is not None and _describes(clean, pair, following)
        if described and pair.unit.title.value.title.endswith("干部"):
            continue
        shared = institution if last is not None and _continues(scene, last, pair) else None
        if shared is not None and last is not None and pair.unit is last.unit and _noted(scene, pair):
            shared = None
        if rows and rows[-1].rule.endswith("+turn") and pair.unit.title.value.kind == "prof":
            shared = None  # 第二任院长、消化内科主治医师乙: of the body that sent them
        if pair.rule in ("role:among", "role:roll_call"):
            shared = None  # 一位叫甲，来自某校；一位叫乙，来自某校
        posts = own.setdefault(pair.person.value, [])
        mine = held.setdefault(pair.person.value, [])
        if shared is None and mine and _SIDE_POST.match(clean, pair.person.end):
            shared = mine[-1].institution  # 某会副会长甲、乙（兼财政主任）
        untold = last is not None and institution is None and _of_one_line(scene, last, pair, untold)
        place = (
            (None, pair.rule) if described or untold else place_of(scene, pair, shared, known, tuple(posts))
        )
        institution, rule = (
            (None if shared is not None or place[1].endswith("+elected") else _again(pair, mine))
            or in_turn(clean, pair, terms)
            or place
        )
        led = beside_head(scene, pair, heads) if rule.endswith("+before") and not described else None
        if led is not None:
            institution, rule = led, f"{pair.rule}+head"
        if institution is None and not described:
            told = of_head(clean, pair, heads)
            if told[0] is not None and of_guests(clean, told[0], pair.unit.start):
                told = (None, rule)
            institution, rule = told if told[0] is not None else (None, rule)
        if institution is None and (team := bare_team(pair.unit)) is not None:
            institution, rule = team, f"{rule}+bare"
        if institution is None and not described and (team := only_team(scene, pair)) is not None:
            institution, rule = team, f"{rule}+team"
        if institution is None and _LEAGUE.match(clean, pair.unit.start - 1):
            institution, rule = clean[pair.unit.start - 1 : pair.unit.start + 2], f"{rule}+league"
        if institution is None and last is not None and (same := of_same(scene, pair, kept)) is not None:
            institution, rule = same, f"{rule}+company"
        if (
            institution is None
            and not described
            and (ahead := body_ahead(scene, pair, following)) is not None
        ):
            institution, rule = ahead, f"{rule}+ahead"
        if institution is not None and pair.unit.department is None:
            heads[head(pair.unit.title.value.title)] = (institution, pair.unit.end)
            if TERM.search(clean, pair.unit.start, pair.unit.title.start):
                terms[pair.unit.title.value.title] = institution
        if institution is not None and institution not in posts:
            posts.append(institution)
        side = _side(clean, pair, institution, rule, known, names)
        if side is None and last is not None and last.person is pair.person and _of_same_place(last, pair):
            side = rows[-1].side
        if side is None and known and institution is not None and _of_a_side(pair, institution):
            at = -1 if rule.startswith("role:becomes") else pair.unit.start
            side = side_by_place(clean, at, institution, known)
        if (
            last is not None
            and last.person is pair.person
            and _of_one_land(rows[-1].institution, institution)
        ):
            side = rows[-1].side
        rows.append(_row(pair, institution, side, rule))
        if len(mine) < MOST:
            mine.append(rows[-1])
        if last is None or not _ranked(last, pair):
            last, kept = pair, institution
        institution = kept
    rows = with_turns(scene, rows)
    return merged(unaddressed(sorted(rows, key=lambda r: (r.start, r.end))))


def _side(
    clean: str,
    pair: Pair,
    institution: str | None,
    rule: str,
    known: dict[str, str],
    names: dict[str, str],
) -> str | None:
    """The side that the words of a post tell, or its institution."""
    unit, title = pair.unit, pair.unit.title.value
    if known and institution is None and rule.endswith(("+afar", "+member")):
        return "from"  # of a body that sends, whichever it is
    if known and (
        rule.endswith("+listed") or (unit.department and _OF_TEAM.fullmatch(unit.department + title.title))
    ):
        return "from"  # 青河分队：队长甲
    if title.kind == "press":
        return None
    first = unit.start if institution is not None else unit.title.start
    named = pair.person.end if pair.person.end <= first else 0
    around = clean[max(named, first - 10) : first] + clean[title.reach : unit.title.start]
    side = side_of(title.title, rule, around, institution, known, names)
    # 某局副局长、挂职…: of the body that sends
    return "from" if side is not None and _POSTED_TOO.match(clean, unit.end) else side


def _noted(scene: Scene, pair: Pair) -> bool:
    """Whether brackets behind a name tell a body of this person's own: 甲（某医院）、乙（某医院）两位医生."""
    end = pair.person.end
    return scene.clean[end : end + 1] in ("（", "(") and end + 1 in scene.institutions_at


def _again(pair: Pair, mine: list[Role]) -> tuple[str, str] | None:
    """Where someone who leaves a post, told before with its body, has held it: 某会理事长甲…甲卸任理事长."""
    unit, title = pair.unit, pair.unit.title.value.title
    if pair.rule not in ("role:leaves", "role:becomes", "role:removed") or not unit.alone:
        return None
    told = (row.institution for row in mine if row.title == title and row.institution)
    body = next(told, None)
    return (body, f"{pair.rule}+again") if body is not None else None


def _of_a_side(pair: Pair, institution: str) -> bool:
    """Whether a post can be on a side at all: reporters and the organs of the state are not."""
    return pair.unit.title.value.kind != "press" and not NATIONAL.match(institution)


def _of_same_place(last: Pair, pair: Pair) -> bool:
    """Whether a public body is told without its place behind a post of this place: 某县副县长、卫健局局长."""
    here = pair.unit.held
    if last.unit.place is None or here is None or here.value.kind not in ("government", "party"):
        return False
    return here.value.province is None and not is_place(here.text[:2]) and len(here.text) < SHORT_NAME


def _of_one_land(before: str | None, institution: str | None) -> bool:
    """Whether a government told by its level follows its place's committee: 某县委常委、县政府|副县长."""
    if before is None or institution not in _GOVERNMENTS:
        return False
    return (
        before.endswith((f"{institution[0]}委", f"{institution[0]}委员会")) and len(before) > _SHORTEST_LAND
    )


def _describes(clean: str, pair: Pair, following: Pair) -> bool:
    """Whether a title only tells what someone is whose post follows: 援疆教师、某校副校长甲."""
    unit, post = pair.unit, following.unit
    cadre = unit.title.value.title.endswith("干部") and unit.place is not None
    return (
        (unit.alone or cadre)
        and unit.department is None
        and (unit.title.value.kind == "prof" or unit.title.value.title.endswith("干部"))
        and pair.person is following.person
        and clean[unit.end : post.start] == "、"
        and not post.alone
    )


def _of_one_line(scene: Scene, last: Pair, pair: Pair, untold: bool) -> bool:
    """Whether a post follows one of no known body: 甲，男，检验科副主任，|副主任技师; 我会会长甲、|理事乙.

    ``untold`` tells that the one before is such a post itself.
    """
    if not pair.unit.alone or not _continues(scene, last, pair):
        return False
    begin = max(0, last.unit.start - 3)
    ours = _OURS.search(scene.clean, begin, last.unit.title.start)
    if ours or (untold and pair.person is not last.person):
        return True  # 我院书记、|院长甲，|副院长乙
    line = pair.rule == last.rule and pair.rule in ("role:apposition", "role:entry")
    prof = pair.unit.title.value.kind == "prof" and pair.unit.department is None
    return line and prof and pair.person is last.person


def _ranked(last: Pair, pair: Pair) -> bool:
    """Whether a rank only follows the name of someone whose post is told before it: 院长甲|教授、副书记乙."""
    rank = pair.rule == "role:name_title" and pair.unit.title.value.kind == "prof" and pair.unit.alone
    return rank and last.person is pair.person


def _continues(scene: Scene, last: Pair, pair: Pair) -> bool:
    """Whether a phrase goes on with the list of the one before: 某医院主任甲、护士长乙; 书记、校长甲."""
    gap = scene.clean[last.unit.end : pair.unit.start]
    if pair.unit is last.unit or (pair.person is last.person and _BETWEEN.fullmatch(gap)):
        return True
    if pair.person is last.person and pair.rule == last.rule == "role:becomes":
        return bool(_ALSO.search(scene.clean, last.unit.end, max(pair.unit.start, last.unit.end)))
    if pair.rule == "role:name_title" and last.person.end < pair.person.start:
        clean, told = scene.clean, last.unit.end if last.rule == pair.rule else last.person.end
        behind = (last.person.end, max(told, last.person.end))
        begin, ward = pair.person.start, pair.unit.department or ""
        of_ward = next((w for w in (f"{ward}的", ward) if ward and clean.endswith(w, 0, begin)), "")
        return any(LISTED.fullmatch(clean, at, begin - len(of_ward)) for at in behind)
    low = max(last.unit.end, last.person.end if last.person.end <= pair.unit.start else 0)
    low = min(scene.phrase_ends.get(low, low), pair.unit.start)  # 书记甲|教授、副书记乙
    if low == last.person.end:
        low = min(behind_honour(scene.clean, low), pair.unit.start)
    if pair.unit.alone and pair.unit.department and goes_along(scene.clean, low, pair.unit.start):
        return True
    between = _LEADS if pair.unit.alone and last.rule == "role:title_name" else LISTED
    return low <= pair.unit.start and bool(between.fullmatch(scene.clean, low, pair.unit.start))


def _row(pair: Pair, institution: str | None, side: str | None, rule: str) -> Role:
    title = pair.unit.title
    post, department = title.value.title, None if rule.endswith(("+class", "+bare")) else pair.unit.department
    if rule.endswith("+league"):
        post = post[2:]  # 校团委|书记
    if post == "村委会主任" and institution is None:
        post, institution = "主任", "村委会"
    if post.startswith("团委") and department is None and institution and institution[-1] in _WITH_LEAGUE:
        post, department = post[2:], post[:2]  # 某校团委|书记
    return Role(
        start=title.start,
        end=title.end,
        rule=rule,
        score=pair.person.score,
        person=pair.person.value,
        title=post,
        department=department,
        institution=institution,
        side=side,
    )
