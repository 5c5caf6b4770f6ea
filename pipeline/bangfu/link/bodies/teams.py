"""Teams of which someone is the leader or a member: 某医院医疗队…，队长甲; 青河分队：队长甲，队员乙."""

from __future__ import annotations

import re

from bangfu.link.bodies.members import is_team
from bangfu.link.phrases.bodies import written_body
from bangfu.link.phrases.chains import Pair
from bangfu.link.scene.scene import Scene

_LINE = re.compile(
    "[ \u3000]*(?:[（(]?[一二三四五六七八九十\\d]{1,2}[）)、.．][ \u3000]?)?"
    "([\u4e00-\u9fff\\d]{2,16}[队团组])(?:[（(][^（）()\n]{1,10}[）)])?[：:]"
)
_MEMBERS = re.compile("(?:.*副)?(?:队长|组长|团长|领队)|队员|组员|团员|成员")
_FAR = 300
_NEAR = 160
_SENT = re.compile("(?![^，。！？；\n]{0,8}[任由长员])[^，。！？；\n]{0,4}的?[一-鿿]{0,4}[队团组]")
_HEADS = re.compile("(?:第[一二]|常务)?副?(?:组长|召集人|总?指挥长?)|成员")
_LEADERS = re.compile("副?(?:队长|团长|领队)")
_OTHER = re.compile("[上下前后首]一?[批任届支]|第[一二三四五六七八九十\\d]{1,3}[批任届支]|[历另其]")
_MOST = 200  # institutions compared
_ENDS = {"队长": "队", "领队": "队", "团长": "团"}
_GROUP_NAME = "((?:(?!成立|组成|组建|设立|[了的里由])[一-鿿]){0,14}?(?:领导小组|工作小组|工作组|专班|指挥部))"
_GROUP = re.compile(
    f"(?:(?<![一-鿿])|[成设]立了?|组建了?|[兼担]?任){_GROUP_NAME}(?=，?[由以]|，|(?:第一)?副?(?:组长|召集|总?指挥))"
)
"""A group whose heads are told behind: 领导小组|由…任组长, 成立工作专班|，…任组长."""
_OF_GROUP = re.compile(f"[^，。；！？\n]{{0,30}}?的{_GROUP_NAME}(?!组长)")
_TEAM_TOLD = re.compile(
    "(?:医疗|支教|援[疆藏青蒙外非]|帮扶|讲师|专家|志愿者?|服务|考察|访问|代表|慰问|庆贺|参访|观摩|演出|救援|突击|义诊|巡诊|工作|回乡|交流)"
    "[一-鿿]{0,4}?[队团](?![员长友队委组])"
)
_BATCH = re.compile("第[一二三四五六七八九十\\d]{1,3}批")


def listed_team(scene: Scene, at: int, title: str) -> str | None:
    """The team with which the line of a post begins."""
    if not _MEMBERS.fullmatch(title):
        return None
    clean = scene.clean
    begin = clean.rfind("\n", max(0, at - _FAR), at) + 1
    line = _LINE.match(clean, begin)
    return line.group(1) if line is not None and line.end() <= at else None


def team_of(scene: Scene, at: int) -> str | None:
    """The team whose leader is named, or the institution that sent it: 某医院派出的医疗队, 队长甲."""
    clean = scene.clean
    for m in scene.told_before(at, at - _NEAR):
        if not m.value.generic:
            if m.text[-1] in "队团组":
                return m.text
            sent = _SENT.match(clean, m.end) if m.value.kind not in ("government", "party") else None
            if sent is not None and not any(n in scene.people_at for n in range(m.end, sent.end())):
                return m.text
    return None


def team_told(scene: Scene, pair: Pair) -> str | None:
    """The team of a leader, but not the eighth for the leader of the seventh."""
    found = team_of(scene, pair.unit.start)
    batch = _BATCH.search(scene.clean, max(0, pair.unit.start - 6), pair.unit.title.start)
    other = _BATCH.search(found) if found is not None else None
    return None if batch is not None and other is not None and batch.group() != other.group() else found


def group_told(scene: Scene, pair: Pair) -> str | None:
    """The group whose heads a sentence tells: 领导小组由甲任|组长，乙任|副组长; 由甲任|组长的工作专班."""
    if not _HEADS.fullmatch(pair.unit.title.value.title):
        return None
    clean, at = scene.clean, min(pair.unit.start, pair.person.start)
    groups = list(_GROUP.finditer(clean, max(scene.sentence_start(at), at - _NEAR), at))
    if groups:
        return groups[-1].group(1)
    behind = _OF_GROUP.match(clean, pair.unit.end) if pair.rule in ("role:becomes", "role:made") else None
    return behind.group(1) if behind is not None else None


def only_team(scene: Scene, pair: Pair) -> str | None:
    """The team of a leader of whom nothing else tells it: the only one with a name, or the last told one."""
    if not _LEADERS.fullmatch(pair.unit.title.value.title) or not pair.unit.alone:
        return None
    clean, at = scene.clean, min(pair.unit.start, pair.person.start)
    if _OTHER.search(clean, max(0, at - 8), at):
        return None
    end = _ENDS.get(pair.unit.title.value.title[-2:], "队")
    teams = [m for m in scene.institutions[:_MOST] if m.text[-1] == end and not m.value.generic]
    named = {m.text for m in teams if is_team(m.text)}
    if len(named) == 1:
        return next(iter(named))
    if named or pair.rule != "role:title_is_name":
        return None
    low = max(clean.rfind("\n", 0, at) + 1, at - _NEAR)
    told = [m.group() for m in _TEAM_TOLD.finditer(clean, low, at)]
    return told[-1] if told and told[-1][-1] == end else None


def team_before(scene: Scene, at: int, title: str) -> str | None:
    """The team of which the clause before speaks: 一支志愿服务队，队长甲."""
    clean = scene.clean
    if clean[at - 1 : at] not in ("，", ",") or clean[at - 2 : at - 1] != title[0] or title[1:2] != "长":
        return None
    body = written_body(clean, at - 1)
    return body[1] if body is not None else None
