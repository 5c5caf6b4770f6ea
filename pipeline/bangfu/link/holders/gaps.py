"""What may stand between a title and the name that it belongs to: 副院长（主持工作）甲, 会长、返乡青年甲."""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu import dictionary
from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.phrases.chains import Chain
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
_ALSO = re.compile("、(“[^“”，。、；]{2,10}”|[\u4e00-\u9fff\\d]{2,14})")
_OTHERS = re.compile(
    "(?:学生|村民|居民|领导|家长|代表|群众|同事|嘉宾|学员|患者|职工|员工|队员|成员|市民|农民|负责人|班子|人员|同志|部门|单位|[省市县区州旗镇乡村]|[0-9一二两三四五六七八九十]+[名位人])$|等"
)
"""Words for other people than the one whose post stands before them."""
_OPENS_GAP = frozenset("（(、准拿丹甲爵局太 \u3000：:“”/／丨｜|—")
"""With which such a gap begins."""
_OF_TEAMS = ("队长", "领队", "队员", "团长", "团员", "组长", "组员", "成员")
"""Posts of a team, behind which the ward of somebody may be told."""
_LONGEST, _LONGEST_WARD = 48, 8


def named_behind(scene: Scene, end: int) -> Mention | None:
    """The person named behind a title that ends at an offset.

    Between them may stand a note in brackets, another word for the person, a mark: nothing that names
    somebody or a body.
    """
    if scene.clean[end : end + 1] not in _OPENS_GAP:
        return scene.people_at.get(end)
    index = bisect_left(scene.people_starts, end)
    person = scene.people[index] if index < len(scene.people) else None
    if person is None or person.start - end > _LONGEST:
        return None
    if _BEFORE.fullmatch(scene.clean, end, person.start):
        return person
    return person if _also(scene, end, person.start) else None


def _also(scene: Scene, end: int, begin: int) -> bool:
    """Whether only words for what else somebody is stand between a post and a name: 主任、民盟盟员|甲.

    They are nouns, and no title of other people's (村民, 学生, 领导) ends them.
    """
    clean = scene.clean
    told = _ALSO.fullmatch(clean, end, begin)
    if told is None or begin in scene.title_ends or _OTHERS.search(clean, end, begin):
        return False
    if scene.phrase_starts.get(end, 0) in scene.people_to or begin in scene.institutions_to:
        return False  # 脑病科甲主任、呼吸科乙
    if told.group(1) in words("departments"):
        return False
    if any(p.start < begin for p in scene.people[bisect_left(scene.people_starts, end) :][:1]):
        return False
    tagged = dictionary.tag(told.group(1).strip("“”"))
    tag = tagged[-1][1]
    noun = tag[:1] in "nj" or tag in ("vn", "l", "i", "b", "x", "eng")
    return noun and len(told.group(1)) > 1 and all(t[:1] not in "pcrdu" or w == "的" for w, t in tagged)


def behind_ward(scene: Scene, chain: Chain, end: int) -> Mention | None:
    """The person behind the ward from which a member of a team comes: 队长|神经外科|甲."""
    if not chain[-1].title.value.title.endswith(_OF_TEAMS):
        return None
    known = words("departments")
    for at in range(end + _LONGEST_WARD, end + 1, -1):
        person = scene.people_at.get(at)
        if person is not None and scene.clean[end:at] in known:
            return person
    return None
