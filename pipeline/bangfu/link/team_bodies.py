"""The body whose name a team bears, and the team behind a body: 某大学 of 某大学第二十六届研究生支教团."""

from __future__ import annotations

import re
from dataclasses import replace

from bangfu.article import Mention

_TEAM = re.compile(
    "(.{2,22}?(大学|学院|医院|中学|小学|科学院|研究院))(?!附属|附设|.*(?:大学|学院|医院|中学|小学|公司).*[队团组]$).{2,18}[队团组]"
)
# 某公司|驻甘|工作组
_POSTED = re.compile("(.{3,22}?(公司|集团|银行|院|局|厅))(?:派驻|驻|援(?!助)).{2,24}[队团组]")
# 第九批云岭援藏大学工作队: the university is helped.
_BATCH = re.compile("第[0-9〇零一二三四五六七八九十百]{1,4}[批届期]")
_KINDS = {"大学": "university", "学院": "university", "医院": "hospital", "中学": "school", "小学": "school"}
_KINDS |= {"公司": "company", "集团": "company", "银行": "bank", "局": "government", "厅": "government"}
# 某医院|第十二批援滇医疗队: a team with a number or a region has a name of its own.
_SENT = re.compile(
    "(?=第|国家援|援)(?:第[0-9〇零一二三四五六七八九十]{1,4}[批届期])?(?:国家|中国)?援(?!助|建|手)[\u4e00-\u9fff]{1,6}?(?:医疗|专家|帮扶|工作)[队组团]"
)


def team_of(m: Mention, clean: str) -> Mention | None:
    """The mention of the team that a hospital has sent, where its name goes on behind the hospital's.

    >>> from bangfu.recognize.institutions.value import InstitutionValue
    >>> host = Mention(0, 4, "青河医院", "institution", "", 1.0, InstitutionValue("青河医院", "hospital"))
    >>> team_of(host, "青河医院第十二批援滇医疗队出发").text
    '青河医院第十二批援滇医疗队'
    """
    sent = _SENT.match(clean, m.end) if m.value.kind == "hospital" and not m.value.generic else None
    if sent is None:
        return None
    name = m.value.name + sent.group()
    value = replace(m.value, name=name, kind="team")
    return replace(m, end=sent.end(), text=m.text + sent.group(), rule="institution.team", value=value)


def of_team(m: Mention) -> Mention | None:
    """The mention of the body with which the name of a team begins, None where it begins with none.

    Its offsets are in clean text, as those of the team.

    >>> from bangfu.recognize.institutions.value import InstitutionValue
    >>> name = "青河大学第十二届研究生支教团"
    >>> of_team(Mention(3, 17, name, "institution", "", 1.0, InstitutionValue(name, "team"))).text
    '青河大学'
    """
    team = m.text[-1:] in ("队", "团", "组") and not (m.value.generic or m.text.endswith("集团"))
    told = (_TEAM.fullmatch(m.text) or _POSTED.fullmatch(m.text)) if team else None
    if told is None or _BATCH.match(m.text):
        return None
    name, end = told.group(1), m.start + told.end(1)
    value = replace(m.value, name=name, kind=_KINDS.get(told.group(2), "research"))
    return replace(m, end=end, text=name, rule="institution.team", value=value)
