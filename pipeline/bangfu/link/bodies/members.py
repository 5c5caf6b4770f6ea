"""Members of a team of assistance: their other posts are of the body that sent them, not of the team."""

from __future__ import annotations

import re

from bangfu.link.phrases.phrase import Unit

_TEAM = re.compile(
    ".*(?:医疗|支教|帮扶|援.{1,3}|专家|志愿|服务|讲师|工作|巡诊|义诊|驻村|救援|突击|巡回|讲学|回访|慰问|参访|宣讲|巡讲).{0,4}[队团组]|.*分队"
)


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
