"""Members of a team of assistance: their other posts are of the body that sent them, not of the team."""

from __future__ import annotations

import re
from itertools import islice

from bangfu.link.bodies.kinds import HOSTS, kinds_of
from bangfu.link.phrases.phrase import Unit
from bangfu.link.scene.scene import Scene

_TEAM = re.compile(
    ".*(?:医疗|支教|帮扶|援.{1,3}|专家|志愿|服务|讲师|工作|巡诊|义诊|驻村|救援|突击|巡回|讲学|回访|慰问|参访|宣讲|巡讲).{0,4}[队团组]|.*分队"
)
_OF_TEAMS = (
    "队长",
    "领队",
    "队员",
    "团长",
    "团员",
    "组长",
    "组员",
    "成员",
    "书记",
    "联络员",
    "秘书长",
    "召集人",
    "顾问",
    "教官",
    "总指挥",
    "教练",
    "政委",
    "指导员",
)
_MOST = 300


def is_team(body: str) -> bool:
    """Whether a body is a team that others have sent.

    >>> is_team("红星医院援藏医疗队"), is_team("红星集团"), is_team("红星艺术团")
    (True, False, False)
    """
    return body[-1:] in ("队", "团", "组") and not body.endswith("集团") and bool(_TEAM.fullmatch(body))


def bare_team(unit: Unit) -> str | None:
    """The team without a name whose post a phrase tells: 工作队|队长, 支教团|指导老师."""
    team = unit.department
    if team is None or unit.held is not None or unit.body is not None or not is_team(team):
        return None
    return team if team[-1] != "组" else None


def sent_from(scene: Scene, unit: Unit, team: str) -> str | None:
    """The body from which a member of a team comes: of its name, of the page, the only sender."""
    kinds = kinds_of(unit.title.value.title) or HOSTS
    if unit.department is not None and unit.department.endswith("科"):
        kinds = ("hospital",)
    fitting = [m for m in islice(scene.institutions, _MOST) if m.value.kind in kinds and not m.value.generic]
    own = max((m.text for m in fitting if team.startswith(m.text) and m.text != team), key=len, default=None)
    if own is not None:
        return own
    home = scene.home
    if home is not None and home.ours and home.body.value.kind in kinds:
        return home.body.text
    senders = {m.value.name: m.text for m in fitting if scene.sides.get(m.value.name) == "from"}
    return next(iter(senders.values())) if len(senders) == 1 else None
