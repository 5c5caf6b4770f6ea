"""Whether a body told before holds for a post: shared by a list, or too far away."""

from __future__ import annotations

import re

from bangfu.link.bodies.carry import LAST, kinds_of
from bangfu.link.bodies.classes import whole_body
from bangfu.link.bodies.members import is_team
from bangfu.link.bodies.own_page import is_faculty
from bangfu.link.phrases.phrase import SECTIONS, Unit
from bangfu.link.scene.scene import Scene

_OF_TEAMS = ("队长", "领队", "团长", "组长")
_MANY = 300
_NOT_OF = {"hospital": ("教师", "老师", "校长", "园长"), "school": ("医师", "医生", "护士", "院长")}
"""Posts that a hospital or a school has not."""
_OFFICE_OF = re.compile("委办公?室?$")
_OWN = ("局", "厅", "部", "行", "会")
"""Where a chain that starts in another body has no such post: 某县教育局局长、会长."""
_OF_SCHOOL = re.compile("(?<!名誉)(?:校长|园长|班主任|护士长?|医师|行长)$")
_SENTENCE_ENDS, _HOLDS = re.compile("[。！？]"), 2


def shared(scene: Scene, unit: Unit, body: str) -> str | None:
    """The body of the phrase that this one continues, if it can have such a post and department."""
    title, department = unit.title.value.title, unit.department
    section = department in SECTIONS
    tail = "" if section or title[:-1] in SECTIONS else LAST.get(title[-2:], "")
    if department is None and _foreign(scene, title, body):
        return None
    if department is not None and _team_of_its_own(unit, department, body):
        return None  # 省民进副主委、义诊队|领队
    if department is not None:
        body = whole_body(body)
    if is_faculty(department) and not body.endswith(("大学", "学院", "校")):
        return None
    if section:
        body = _OFFICE_OF.sub("委", body)
    return body if tail not in _OWN or body.endswith(tail) else None


def _team_of_its_own(unit: Unit, department: str, body: str) -> bool:
    """Whether a post is of a team that is told behind a post of another body."""
    if department[-1] == "组" or department.startswith("驻村") or unit.title.value.kind == "prof":
        return False
    return is_team(department) and not is_team(body)


def _foreign(scene: Scene, title: str, body: str) -> bool:
    """Whether a body can have no such post: the head of a school that a foundation would have."""
    if title.endswith((*_OF_TEAMS, "队员", "团员")) and body[-1] not in "队团组会部室":
        return True
    if title.endswith("第一书记") and body[-1] not in "村区":
        return True  # of the village
    kind = next((m.value.kind for m in scene.institutions[:_MANY] if m.text == body), None)
    if kind in _NOT_OF and title.endswith(_NOT_OF[kind]):
        return True
    if not _OF_SCHOOL.search(title):
        return body[-1] == "组" and bool(kinds_of(title))
    return kind in ("foundation", "association", "bank", "party", "team") or body[-1] == "组"


def stale(scene: Scene, unit: Unit, body: str) -> bool:
    """Whether a body told before says nothing of a professional: a sender sentences ago, another's school.

    In a list of lines it holds on.
    """
    last = next((m for m in scene.told_before(unit.start) if m.text == body), None)
    if last is None:
        return False
    clean = scene.clean
    if unit.department and unit.title.value.title.endswith(("教师", "老师")):
        person = scene.person_before(unit.start)
        if last.start >= scene.sentence_start(unit.start) and person is not None and person.start > last.end:
            return True  # 某校教师甲担任…；物理教师乙
    if scene.sides.get(last.value.name) != "from":
        return False
    ended = len(_SENTENCE_ENDS.findall(clean, last.end, unit.start))
    return ended > _HOLDS and clean.count("\n", last.end, unit.start) < ended
