"""What may stand between posts and the name behind them: 副院长（主持工作）甲."""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu.article import Mention
from bangfu.link.scene.scene import Scene

_NOTE = r"[（(][^（()）\n，。；：]{1,14}[）)]"
_DESCRIBED = (
    "(?:同[学乡事]|老乡|战友|朋友|好友|党员|校友|毕业生|学生|汉子|小伙子?|姑娘|大[姐哥叔妈婶嫂]|阿妈|青年|徒弟|大学生|老兵|退[役伍]军人"
    "|企业家|带头人|能手|大户|农户|工匠|乡贤|侨领|侨胞|台胞|港商|台商|创业者|网红|榜样|楷模|模范|获奖者|热心人士|爱心人士"
    "|挂点领导|包村领导|联系领导|潜水员|飞行员|劳模|标兵|先进个人|志愿者|党代表|人大代表|政协委员|好人|传承人|爱好者|获得者"
    "|(?:退休|援[一-鿿]{1,2}|选派|驻村|挂职)(?:干部|教师|职工|工人|医生|老师|人才|队员|专家|教师)"
    "|(?:教师|医生|医师|专家|队员|干部|党员|学生|家长|捐赠方?|企业|团队|师生)代表|(?:全国|全省|全市|省|市|县|区|校)级?(?:优秀|模范|先进|最美|十佳)[一-鿿]{2,6})"
)
"""Nouns that tell what else somebody is."""
_BEFORE = re.compile(
    rf"(?:{_NOTE})?"
    rf"(?:、[^，。！？；、\s（）]{{0,12}}?{_DESCRIBED}){{0,2}}"
    r"(?:、来自[^，。！？；、\s]{2,24}的)?(?:、(?:今年|现年)?[\d一二三四五六七八九十]{1,3}岁的)?"
    r"(?:、?(?:准?拿督斯里|准?拿督|丹斯里|拿汀|甲必丹|爵士|局绅|太平绅士))?"
    r"(?:[、，]?(?:现年|今年|年仅|年近|年过|已经)?(?:\d{2}|[二三四五六七八九十]{1,3})多?岁的)?"
    r"[ \u3000]{0,3}(?:[：:“”/／丨｜|]|——)?[ \u3000]{0,2}"
)
_OPENS_GAP = frozenset("（(、准拿丹甲爵局太 \u3000：:“”/／丨｜|—")
"""With which such a gap begins."""
_LONGEST = 48
GROUPS = ("负责人", "代表", "干部", "领导", "成员", "队员", "教师", "老师", "专家", "医生", "护士", "骨干")
"""Titles that of several people may tell another one behind 、: 甲副书记、科室负责人."""


def named_behind(scene: Scene, end: int) -> Mention | None:
    """The person named behind a title that ends at an offset.

    Between them may stand a note in brackets, another word for the person, a mark: nothing that names
    somebody or a body.
    """
    if scene.clean[end : end + 1] not in _OPENS_GAP:
        return scene.people_at.get(end)
    index = bisect_left(scene.people_starts, end)
    person = scene.people[index] if index < len(scene.people) else None
    near = person is not None and person.start - end <= _LONGEST
    return person if near and person and _BEFORE.fullmatch(scene.clean, end, person.start) else None
