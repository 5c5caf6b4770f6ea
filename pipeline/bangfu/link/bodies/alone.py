"""A post that stands alone: what the text before its sentence tells of the body that has it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from bangfu.link.bodies.carry import LAST, host, last_of
from bangfu.link.bodies.classes import whole_body
from bangfu.link.bodies.events import founded
from bangfu.link.bodies.governed import governed
from bangfu.link.bodies.near import adjoined, sender
from bangfu.link.bodies.own_page import is_faculty, own_page
from bangfu.link.bodies.story_bodies import is_office, kinds_of_department
from bangfu.link.bodies.teams import own_team, team_before
from bangfu.link.phrases.chains import Pair
from bangfu.link.scene.scene import Scene
from bangfu.link.sides.regions import LEARNED

_SENT_AWAY = re.compile("挂职|[派援赴调]")
_LENT = re.compile("援[疆藏青蒙派]|支教|派驻|选派|银龄|志愿|[一-鿿]族")
CHIEF, _SMALL = ("主任医师", "主治医师"), ("卫生院", "卫生室", "卫生所", "服务站")
_SMALL_WARDS = (
    "公卫科",
    "公共卫生科",
    "康复科",
    "预防保健科",
    "防保科",
    "妇保科",
    "儿保科",
    "中医科",
    "全科",
    "科",
)
"""Physicians whom the smallest houses do not have."""
MANY = 300
"""Of so many bodies the side is asked, so that hostile text costs no more."""


def told_before(
    scene: Scene,
    pair: Pair,
    kinds: tuple[str, ...],
    known: dict[str, str],
    told: bool,
    own: tuple[str, ...],
) -> tuple[str | None, str]:
    """What the text before the sentence tells of a post that stands alone."""
    unit, rule = pair.unit, pair.rule
    title, at = unit.title.value.title, unit.start
    if unit.department and not kinds:
        taught = title.endswith(("教师", "老师"))
        kinds = ("school", "university") if taught else kinds_of_department(unit.department)
    addressed = rule in ("role:name_title", "role:surname_title") and kinds == ("hospital",)
    if addressed and unit.department is None:
        return None, rule  # how a doctor is addressed
    offices = kinds_of_department(unit.department) if unit.department and is_office(unit.department) else ()
    faculty = is_faculty(unit.department)
    company = (
        sender(scene, at, (*kinds, "school") if faculty else kinds, known)
        if kinds or unit.department
        else None
    )
    if company is not None:
        return company, f"{rule}+company"
    if (page := own_page(scene, unit)) is not None:
        return page, f"{rule}+home"
    words = scene.clean[unit.title.value.reach : unit.title.start]
    lent = unit.title.value.kind == "prof" and _LENT.search(words)
    if lent or (not told and adjoined(scene, unit.title.value.reach)):
        return None, rule  # 支教教师甲: of a body that is not told
    tail = LAST.get(title[-2:], "")
    side = "from" if unit.title.value.kind == "prof" else "to"
    sent = {name for name, told_side in islice(known.items(), MANY) if told_side == side}
    learned = LEARNED if title.endswith(("教授", "研究员")) else ()
    tries: tuple[tuple[str, Callable[[], str | None]], ...] = (
        ("team", lambda: team_before(scene, at, title)),
        ("founded", lambda: founded(scene, at)),
        ("governed", lambda: governed(scene, title, at)),
        ("team", lambda: own_team(scene, pair) if tail in ("队", "团") and tail else None),
        ("host", lambda: host(scene, at, title, unit.department, offices)),
        ("own", lambda: None if told else _own(scene, pair, kinds or learned, own, known)),
        ("before", lambda: _last(scene, pair, kinds, tail, told, sent)),
    )
    return next(((name, f"{rule}+{how}") for how, tell in tries if (name := tell())), (None, rule))


def of_ward(department: str | None) -> bool:
    """Whether a department is a ward that the smallest houses do not have."""
    return department is not None and department.endswith("科") and department not in _SMALL_WARDS


def _last(
    scene: Scene,
    pair: Pair,
    kinds: tuple[str, ...],
    tail: str,
    told: bool,
    sent: set[str],
) -> str | None:
    """The last body that can have a post: teachers of mathematics are of schools, no chief is of a ward."""
    unit, title = pair.unit, pair.unit.title.value.title
    if unit.department and title.endswith(("教师", "老师")) and len(kinds) > 1:
        kinds = ("school",)
    found = last_of(scene, unit.start, kinds, tail, told, sent) if kinds or tail else None
    if found is None:
        return None
    if found.endswith(_SMALL) and (title.endswith(CHIEF) or of_ward(unit.department)):
        return _sender_of_ward(scene)
    if unit.department is not None:
        found = whole_body(found)
    return None if kinds == ("school",) and "大学" in found and "附" not in found else found


def _sender_of_ward(scene: Scene) -> str | None:
    """The only hospital that sends, whose physicians sit before a small house: 卫生院门前，|骨伤科医师甲."""
    told = [m for m in scene.institutions[:MANY] if m.value.kind == "hospital" and not m.value.generic]
    senders = {m.value.name: m.text for m in told if scene.sides.get(m.value.name) == "from"}
    large = [text for text in senders.values() if not text.endswith(_SMALL)]
    return large[0] if len(large) == 1 else None


def _own(
    scene: Scene, pair: Pair, kinds: tuple[str, ...], own: tuple[str, ...], known: dict[str, str]
) -> str | None:
    """Where a person's other posts are, if it is one institution of the kind that has this post."""
    title, at = pair.unit.title.value.title, pair.unit.start
    sent = pair.rule == "role:becomes" and _SENT_AWAY.search(scene.clean, max(0, at - 8), at)
    if not own or not kinds or sent or title.endswith("部长"):
        return None
    held = {m.text: m.value.name for m in scene.institutions if m.text in own and m.value.kind in kinds}
    name = next(iter(held)) if len(set(held.values())) == 1 else None
    left = pair.rule == "role:becomes" and name is not None and known.get(held[name]) == "from"
    return None if left else name
