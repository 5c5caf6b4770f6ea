"""The body whose name a team bears: 某大学 of 某大学第二十六届研究生支教团."""

from __future__ import annotations

import re
from dataclasses import replace

from bangfu.article import Mention

_TEAM = re.compile(
    "(.{2,22}?(大学|学院|医院|中学|小学|科学院|研究院))(?!附属|附设|.*(?:大学|学院|医院|中学|小学|公司).*[队团组]$).{2,18}[队团组]"
)
# 第九批云岭援藏大学工作队: the university is helped.
_BATCH = re.compile("第[0-9〇零一二三四五六七八九十百]{1,4}[批届期]")
_KINDS = {"大学": "university", "学院": "university", "医院": "hospital", "中学": "school", "小学": "school"}


def of_team(m: Mention) -> Mention | None:
    """The mention of the body with which the name of a team begins, None where it begins with none.

    Its offsets are in clean text, as those of the team.

    >>> from bangfu.recognize.institution_value import InstitutionValue
    >>> name = "青河大学第十二届研究生支教团"
    >>> of_team(Mention(3, 17, name, "institution", "", 1.0, InstitutionValue(name, "team"))).text
    '青河大学'
    """
    team = m.text[-1:] in ("队", "团", "组") and not (m.value.generic or m.text.endswith("集团"))
    told = _TEAM.fullmatch(m.text) if team else None
    if told is None or _BATCH.match(m.text):
        return None
    name, end = told.group(1), m.start + told.end(1)
    value = replace(m.value, name=name, kind=_KINDS.get(told.group(2), "research"))
    return replace(m, end=end, text=name, rule="institution.team", value=value)
