"""Roles: which person holds which title, where, and on which side of the assistance."""

from __future__ import annotations

import re
from collections.abc import Container

from bangfu.article import Document, Role
from bangfu.lexicon import words
from bangfu.link.bodies.heads import TERM, head, in_turn
from bangfu.link.bodies.members import bare_team
from bangfu.link.bodies.origins import origin
from bangfu.link.bodies.places import place_of, written_part
from bangfu.link.bodies.ranked.asked import Asked, kinds_asked, tail_asked
from bangfu.link.bodies.ranked.model import RULE as RANKED
from bangfu.link.bodies.ranked.model import Chooser, choose
from bangfu.link.bodies.ranked.told import Ground, ground
from bangfu.link.holders.pairs import pairs
from bangfu.link.holders.turns import with_turns
from bangfu.link.phrases.chains import Pair
from bangfu.link.post_sides.model import Sider, sided
from bangfu.link.scene.scene import LISTED, Scene
from bangfu.recognize.found import Found

_WITH_LEAGUE = frozenset("学院校中小司团行")
"""With which a body ends whose youth league is a part of it."""
_SIDE_POST = re.compile("[（(]兼")
_BETWEEN = re.compile(
    "(?:[（(][^（()）\n，。；]{1,12}[）)])?(?:[、，,和与及兼暨并 \u3000]{1,3}(?:原|时任|现任|前|任|同时)?)?"
)
_LEADS = re.compile(f"(?:{LISTED.pattern})|(?:亲自)?(?:带领|率领|率|带着|偕同|偕)")
"""董事长甲带领|副总经理乙: both of one body."""
_ALONG = re.compile("[，、；](?:选派|委派|派出?|任命|聘任|聘请|由|并|又){0,2}")
_ALSO = re.compile("同时|[并还兼]")
_WARD = re.compile("[（(]([\u4e00-\u9fff]{2,8})[）)]")
_MOST = 50  # rows of one person and title that are compared: more is no report but hostile input
_SIDE_BY_SIDE = 10


def link_roles(
    document: Document, found: Found, choose: Chooser = choose, sided: Sider = sided
) -> tuple[Role, ...]:
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
    rows: list[Role] = []
    held: list[Pair] = []
    own: dict[str, list[str]] = {}
    given: dict[str, set[str]] = {}
    bodies: Ground | None = None
    terms: dict[str, str] = {}
    state = {(p.person.value, p.unit.title.value.title) for p in found_pairs}
    last: Pair | None = None
    kept: str | None = None
    for pair, following in zip(found_pairs, [*found_pairs[1:], None], strict=False):
        if following is not None and _describes(clean, pair, following):
            continue
        posts = own.setdefault(pair.person.value, [])
        shared = kept if last is not None and _continues(scene, last, pair) else None
        if last is not None and pair.unit is last.unit and _noted(scene, pair):
            shared = None  # 甲（某医院）、乙（某医院）两位医生
        if shared is None and rows and _SIDE_POST.match(clean, pair.person.end):
            shared = rows[-1].institution  # 某会副会长甲、乙（兼财政主任）
        if rows and rows[-1].rule.endswith("+turn") and pair.unit.title.value.kind == "prof":
            shared = None  # 第二任院长、消化内科主治医师乙: of the body that sent them
        institution, rule = (
            _again(pair, rows if shared is None else [])
            or _of_state(pair, state)
            or _of_same_team(pair, last, shared, rows)
            or in_turn(clean, pair, terms)
            or place_of(scene, pair, shared, tuple(posts))
            or (None, "")
        )
        share = 1.0
        if not rule:
            bodies = bodies or ground(scene)
            institution, share = choose(_asked(scene, bodies, pair, shared, rows, tuple(posts), given))
            rule = pair.rule + RANKED
        if institution is None and (part := written_part(clean, pair)) is not None:
            institution, rule = part
        if institution is not None:
            title = pair.unit.title.value.title
            given.setdefault(head(title), set()).add(institution)
            if TERM.search(clean, pair.unit.start, pair.unit.title.start):
                terms[title] = institution
            if institution not in posts:
                posts.append(institution)
        rows.append(_row(clean, pair, institution, rule, share * pair.share))
        held.append(pair)
        if last is None or not _ranked(last, pair):
            last, kept = pair, institution
    return _merged(
        _unaddressed(sorted(with_turns(scene, sided(scene, held, rows)), key=lambda r: (r.start, r.end)))
    )


def _asked(
    scene: Scene,
    bodies: Ground,
    pair: Pair,
    before: str | None,
    rows: list[Role],
    own: tuple[str, ...],
    given: dict[str, set[str]],
) -> Asked:
    """The question of whose body a post is."""
    kinds, this = kinds_asked(scene, pair.unit)
    last = rows[-1].institution if rows else None
    return Asked(
        scene, bodies, pair, kinds, tail_asked(pair.unit), this, before, last, own, origin(scene, pair), given
    )


def _noted(scene: Scene, pair: Pair) -> bool:
    """Whether brackets behind a name tell a body of this person's own: 甲（某医院）、乙（某医院）两位医生."""
    end = pair.person.end
    return scene.clean[end : end + 1] in ("（", "(") and end + 1 in scene.institutions_at


def _again(pair: Pair, rows: list[Role]) -> tuple[str, str] | None:
    """Where someone who leaves a post, told before with its body, has held it: 某会理事长甲…甲卸任理事长."""
    unit, title, person = pair.unit, pair.unit.title.value.title, pair.person.value
    if pair.rule not in ("role:leaves", "role:becomes", "role:removed") or not unit.alone:
        return None
    told = (r.institution for r in rows if r.person == person and r.title == title and r.institution)
    body = next(told, None)
    return (body, f"{pair.rule}+again") if body is not None else None


def _of_state(pair: Pair, titles: Container[tuple[str, str]]) -> tuple[None, str] | None:
    """No body for the short title of who has the whole one in the text: 国家主席甲…甲主席."""
    title = pair.unit.title.value.title
    whole = (pair.person.value, f"国家{title}") in titles
    return (None, f"{pair.rule}+state") if whole and pair.unit.alone else None


def _of_same_team(
    pair: Pair, last: Pair | None, shared: str | None, rows: list[Role]
) -> tuple[str, str] | None:
    """The body of the one before, for the next of a list of members of a team: 支教团队员甲、乙."""
    same = last is not None and pair.unit is last.unit and shared is not None
    return (shared, rows[-1].rule) if same and shared and bare_team(pair.unit) is not None else None


def _describes(clean: str, pair: Pair, following: Pair) -> bool:
    """Whether a title only tells what someone is whose post follows: 援疆干部、某校副校长甲."""
    unit, post = pair.unit, following.unit
    return (
        unit.title.value.title.endswith("干部")
        and pair.person is following.person
        and clean[unit.end : post.start] == "、"
        and not post.alone
    )


def _ranked(last: Pair, pair: Pair) -> bool:
    """Whether a rank only follows the name of someone whose post is told before it: 院长甲|教授、副书记乙."""
    rank = pair.rule == "role:name_title" and pair.unit.title.value.kind == "prof" and pair.unit.alone
    return rank and last.person is pair.person


def _continues(scene: Scene, last: Pair, pair: Pair) -> bool:
    """Whether a phrase goes on with the list of the one before: 某医院主任甲、护士长乙; 书记、校长甲."""
    clean, start = scene.clean, pair.unit.start
    same = pair.person is last.person
    if pair.unit is last.unit or (same and _BETWEEN.fullmatch(clean, last.unit.end, start)):
        return True
    if pair.rule == last.rule == "role:becomes":
        if same:
            return bool(_ALSO.search(clean, last.unit.end, max(start, last.unit.end)))
        first = scene.listed_to(pair.person)[0]
        if last.unit.held is not None and _ALONG.fullmatch(clean, last.unit.end, first.start):
            return True  # 选派甲任某院院长，选派|乙任外科主任
    if pair.rule == "role:name_title" and last.person.end < pair.person.start:
        told = last.unit.end if last.rule == pair.rule else last.person.end
        begin, ward = pair.person.start, pair.unit.department
        begin -= len(ward) if ward and clean.endswith(ward, 0, begin) else 0
        behind = (last.person.end, max(told, last.person.end))
        return any(LISTED.fullmatch(clean, at, begin) for at in behind)
    low = max(last.unit.end, last.person.end if last.person.end <= start else 0)
    low = min(scene.phrase_ends.get(low, low), start)  # 书记甲|教授、副书记乙
    between = _LEADS if pair.unit.alone and last.rule == "role:title_name" else LISTED
    return bool(between.fullmatch(clean, low, start))


def _noted_ward(clean: str, pair: Pair) -> str | None:
    """The ward in brackets behind the name of somebody with a profession: 医生甲（心内科）."""
    note = _WARD.match(clean, pair.person.end) if pair.unit.title.value.kind == "prof" else None
    return note[1] if note is not None and note[1] in words("departments") else None


def _row(clean: str, pair: Pair, institution: str | None, rule: str, share: float) -> Role:
    title, ward = pair.unit.title, pair.unit.department or _noted_ward(clean, pair)
    post, department = title.value.title, None if rule.endswith(("+class", "+bare")) else ward
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
        score=pair.person.score * share,
        person=pair.person.value,
        title=post,
        department=department,
        institution=institution,
    )


def _unaddressed(rows: list[Role]) -> list[Role]:
    """Rows without those that only address someone by the end of a title: 王书记 of a 党总支书记."""
    told: dict[str, dict[str, str | None]] = {}
    for row in rows:
        titles = told.setdefault(row.person, {})
        if len(titles) < _MOST:
            titles.setdefault(row.title, row.institution)
    return [row for row in rows if not _addresses(row, told[row.person])]


def _addresses(row: Role, told: dict[str, str | None]) -> bool:
    """Whether a title behind a name is only the end of another one, of no other body."""
    if row.rule.partition("+")[0] != "role:name_title":
        return False
    whole = (body for title, body in told.items() if title != row.title and title.endswith(row.title))
    return any(row.institution is None or row.institution == body for body in whole)


def _merged(rows: list[Role]) -> tuple[Role, ...]:
    """Rows of the same person and title become one where one says no other institution than the other."""
    kept: list[Role] = []
    places: dict[tuple[str, str], list[int]] = {}
    for row in rows:
        same = places.setdefault((row.person, row.title), [])
        at = next((i for i in same[:_MOST] if _agree(kept[i], row)), None)
        if at is None:
            same.append(len(kept))
            kept.append(row)
        elif kept[at].institution is None:
            kept[at] = row
    return tuple(kept)


def _agree(first: Role, second: Role) -> bool:
    """Whether two posts of one name may be one: not 宣传部部长、统战部部长, told side by side."""
    both = first.department and second.department and first.department != second.department
    if both and 0 < second.start - first.end < _SIDE_BY_SIDE:
        return False
    a, b = first.institution, second.institution
    return a is None or b is None or a.startswith(b) or a.endswith(b) or b.endswith(a)
