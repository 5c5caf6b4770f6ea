"""Posts whose holder the clause names: 校长是甲; 校长一职由甲接任."""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu.article import Mention
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.scene.scene import Scene

_NAMED = re.compile(
    "(?:一职|的?职务)?(?:现在?|已|先后|当时|仍然?|还|依旧|依然|一直)?(?:，[则便]|[，则便])?"
    "(?:(?:聘请|聘|请来?|请到|选出|推选|派来|选派)的(?:正|就)?是|的?就是|的正?是|的为|换成了?"
    "|(?:也|都)?姓[一-鿿]，(?:名字?|是[他她]的[^，。；]{1,4})?叫|也姓[一-鿿]，是[他她]的[一-鿿]{2}"
    "|是一[位名个][^，。；！？\n]{2,14}，(?:名字?)?叫|名叫|名为|[是叫为由]|(?:的?(?:担子|重担|重任|位子))?(?:落[到在]|交给|传给)了?)"
)
_TAKEN = re.compile("(?:同志|先生|女士|老师)?[一-鿿]{0,3}[任兼接替当代](?!(?:[一-鿿]{0,3}[长员任]))")
_DESCRIPTION = re.compile("[^，。；：！？、\\s“”]{2,14}(?:的|[一-鿿]族)[^，。；：！？、\\s“”的]{0,4}")
"""How a person is described before the name: 从某县来的, 土生土长的藏族医生."""
_CLAUSE_ENDS = frozenset("，。；！？\n")
OURS = re.compile("[我本该][院校会所馆局县市省区]的?")
"""Words for a body before the titles of somebody: 队长是|该院|副院长甲."""
_BY = re.compile("(?:一职|的?职务)?[^，。；！？\\n由]{0,6}由")
_TAKES = re.compile("(?:先生|女士|老师|同志)?来?(?:担任|出任|接任|接替|兼任|挂任|挂职|任职)")
_LONGEST_SENDER = 20
OF_SEVERAL = re.compile(
    ".*(?:副|名誉|永远|荣誉|[理监董]事$|委员|常委|成员|队员|专家|教师|老师|医生|护士|代表|顾问)"
)
"""Titles that several people hold, also where notes stand between their names."""
_AFTER = "接替"
_TAKES_OVER = re.compile("[担出接继]?任了?$")
_WHO_FOLLOWS = re.compile("[^，。；：！？\\n]{0,6}")
"""What stands between somebody and whom he or she follows: 甲|今年|接替乙."""
_HAIL = re.compile(
    "(?:祝贺|恭喜|恭贺)[他她](?:再次|成功|高票|全票)?(?:当选|连任|担任|出任|就任|荣任|升任)+为?$"
)
_HAILED = re.compile("(?:先生|女士|同志|老师|表示祝贺)?[，,]")
_LONGEST_HAIL = 12
"""Who is congratulated on a post, and what stands between the name and that."""
_AS = re.compile("(?:这一|的)?身份")
_WHO = re.compile("[^，。；：！？\n]{0,6}以(?:[一-鿿]{0,2}的)?")
"""What stands between somebody and the post as whom he or she acts: 甲|以|科技特派员的身份."""


def is_name(scene: Scene, chain: Chain) -> list[Pair]:
    """校长是甲; 校长叫甲; 校长由甲担任; 队长是某医院骨科主任甲."""
    verb = _NAMED.match(scene.clean, chain[-1].end)
    if verb is None or (chain[-1].title.value.kind == "press" and verb.group()[0] == "的"):
        return []  # 迎接记者的是甲
    behind = verb.end()
    ours = OURS.match(scene.clean, behind)
    behind = ours.end() if ours is not None else behind
    person = scene.people_at.get(behind) or scene.titled_at(behind)
    if person is None and verb.group().endswith("是"):
        person = _described(scene, behind)
    if person is None:
        return []
    if verb.group().endswith("由") and not _TAKEN.match(scene.clean, person.end):
        return []  # 队员由甲率领
    if verb.group() == "为" and chain[-1].title.value.kind == "prof" and not _ends(scene.clean, person.end):
        return []  # 医生为甲做了手术
    several = OF_SEVERAL.match(chain[-1].title.value.title) and verb.group()[-1] in "是为"
    people = scene.listed_from(person, noted=False) if several else [person]
    return held(chain, people, "role:title_is_name")


def _ends(clean: str, at: int) -> bool:
    return clean[at : at + 1] in _CLAUSE_ENDS | {"、", "（", "", "等"}


def as_one(scene: Scene, chain: Chain) -> list[Pair]:
    """甲以科技特派员的身份."""
    if _AS.match(scene.clean, chain[-1].end) is None:
        return []
    start = chain[0].start
    person = scene.person_before(start)
    if person is None or _WHO.fullmatch(scene.clean, person.end, start) is None:
        return []
    return held(chain, [person], "role:being")


def _described(scene: Scene, at: int) -> Mention | None:
    """The person with whom a clause ends that is described before: 院长是|从某县来的甲。"""
    index = bisect_left(scene.people_starts, at)
    person = scene.people[index] if index < len(scene.people) else None
    if person is None or scene.clean[person.end : person.end + 1] not in _CLAUSE_ENDS:
        return None
    return person if _DESCRIPTION.fullmatch(scene.clean, at, person.start) else None


def full(person: Mention) -> bool:
    """Whether a mention is a name, not a surname with a title."""
    return bool(person.text == person.value or "".join(person.text.split()) == person.value)


def given_to(scene: Scene, chain: Chain) -> list[Pair]:
    """校长一职由某校调来的甲接任."""
    clean = scene.clean
    by = _BY.match(clean, chain[-1].end)
    index = bisect_left(scene.people_starts, by.end()) if by is not None else len(scene.people)
    if by is None or index == len(scene.people):
        return []
    person = scene.people[index]
    takes = _TAKES.match(clean, person.end)
    if takes is None or takes.end() in scene.phrase_ends or person.start - by.end() >= _LONGEST_SENDER:
        return []
    return held(chain, [person], "role:given_to")


def follows(scene: Scene, chain: Chain) -> list[Pair]:
    """甲接替乙担任某校校长."""
    clean, start = scene.clean, chain[0].start
    verb = _TAKES_OVER.search(clean, max(0, start - 4), start)
    former = scene.people_to.get(verb.start()) if verb is not None else None
    if former is None or not clean.startswith(_AFTER, former.start - len(_AFTER)):
        return []
    person = scene.person_before(former.start)
    if person is None or _WHO_FOLLOWS.fullmatch(clean, person.end, former.start - len(_AFTER)) is None:
        return []
    return held(chain, [person], "role:becomes")


def congratulated(scene: Scene, chain: Chain) -> list[Pair]:
    """甲致电乙，祝贺他当选某县县长."""
    clean, start = scene.clean, chain[0].start
    hail = _HAIL.search(clean, max(0, start - _LONGEST_HAIL), start)
    person = scene.person_before(hail.start()) if hail is not None else None
    if hail is None or person is None or _HAILED.fullmatch(clean, person.end, hail.start()) is None:
        return []
    return held(chain, [person], "role:becomes")
