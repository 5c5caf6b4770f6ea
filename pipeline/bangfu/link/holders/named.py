"""Posts whose holder the clause names: 校长是甲; 校长一职由甲接任; 作为校长，甲…; 甲有一个身份：校长."""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu.article import Mention
from bangfu.link.holders.actors import subject
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.phrases.post_verbs import post_verbs
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
_MORE = re.compile(r"(?:、[^，。！？；、\s]{2,20}){0,2}[，,]")
"""Whatever else someone is, before the comma: 作为校长、两个孩子的父亲，甲…"""
_AS = re.compile(
    "(?:[作身]为|同样[是为]|同[为是]|虽然?是|不仅是)(?:来自|[^，。；：！？、\n]{0,16}的|[一-鿿]{1,3}[团队组会])?$"
)
OURS = re.compile("[我本该][院校会所馆局县市省区]的?")
"""Words for a body before the titles of somebody: 队长是|该院|副院长甲."""
_ONE = re.compile("(?:第?[一二三四五]|首|唯一的?一)[名位个]$")
_LEFT_POST = re.compile("(?:的?(?:工作)?岗位上?|任上)[^，。；\n的]{1,6}的")
_AS_END = re.compile("的?(?:身份|名义|(?:工作)?岗位上?)|任上")
_BY = re.compile("(?:一职|的?职务)?[^，。；！？\\n由]{0,6}由")
_TAKES = re.compile("(?:先生|女士|老师|同志)?来?(?:担任|出任|接任|接替|兼任|挂任|挂职|任职)")
_SINCE = re.compile("(?:的[^，。；：！？\n]{1,8}|[之以]?后|时|期间|以来)[，,](?:[一-鿿]{2}商人)?")
_SERIES = re.compile("(?:先后(?:担|出|兼)?任|历任|曾任|先后在)(?=[^。！？；\n]*，$)")
_IDENTITY = re.compile(
    "(?:身份|头衔|职务|本职)[^，。；\n是为：—]{0,6}(?:，?(?:[就便则]?[是为]|——)(?:[^。；！？]*、)?$|[：:](?:[^。；！？]*[、，])?$)"
)
_LONGEST, _LONGEST_SENDER = 100, 20


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
    if person is not None and verb.group().endswith("由") and not _TAKEN.match(scene.clean, person.end):
        return []  # 队员由甲率领
    return held(chain, [person], "role:title_is_name") if person is not None else []


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


def being(scene: Scene, chain: Chain) -> list[Pair]:
    """作为某校校长，甲…"""
    clean = scene.clean
    more = _MORE.match(clean, chain[-1].end)
    if more is None:
        return []
    behind = more.end() + (clean[more.end() : more.end() + 1] in ("原", "前"))
    person = scene.people_at.get(more.end()) or scene.titled_at(behind)
    if person is None and clean[more.end() : more.end() + 1] in ("他", "她"):
        person = scene.person_before(chain[0].start)
        person = person if person and chain[0].start - person.end <= _LONGEST else None
    one = _ONE.search(clean, max(0, chain[0].start - 4), chain[0].start)
    begin = one.start() if one is not None else chain[0].start
    body = scene.institution_before(begin) if chain[0].held is None else None
    if body is not None:
        begin, chain = body.start, tuple(u._replace(held=body) for u in chain)
    told = _AS.search(clean, max(0, begin - 20), begin)
    return held(chain, [person], "role:being") if person is not None and told is not None else []


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


def as_post(scene: Scene, chain: Chain) -> list[Pair]:
    """甲以某校校长的身份."""
    at = chain[0].start - 1
    if scene.clean[at : at + 1] not in ("以", "从") or not _AS_END.match(scene.clean, chain[-1].end):
        return []
    left = _LEFT_POST.match(scene.clean, chain[-1].end)
    person = scene.people_at.get(left.end()) if left is not None else subject(scene, at)
    return held(chain, [person], "role:as") if person is not None else []


def since(scene: Scene, chain: Chain) -> list[Pair]:
    """出任名誉村长的第二天，甲…; 卸任校长后，甲…"""
    start = chain[0].start
    time = _SINCE.match(scene.clean, chain[-1].end)
    person = scene.people_at.get(time.end()) or scene.titled_at(time.end()) if time is not None else None
    earlier = scene.person_before(start)
    if person is None or (earlier is not None and earlier.end > scene.sentence_start(start)):
        return []  # 甲当选会长后，乙…
    gives = any(v.near.search(scene.clean, max(0, start - 10), start) for v in post_verbs()[:2])
    return held(chain, [person], "role:since") if gives else []


def series(scene: Scene, chain: Chain) -> list[Pair]:
    """甲先后任某镇党委书记，某局局长、党组书记，县政协副主席: what stands behind the commas too."""
    clean, start = scene.clean, chain[0].start
    told = _SERIES.search(clean, max(scene.sentence_start(start), start - _LONGEST), start)
    person, last = subject(scene, told.start()) if told is not None else None, scene.person_before(start)
    if told is None or person is None or last is None or last.end > told.start():
        return []
    behind = chain[-1].end in scene.people_at  # …，某局局长乙
    return held(chain, [person], "role:becomes") if not behind else []


def identity(scene: Scene, chain: Chain) -> list[Pair]:
    """甲多了一个身份——某校副校长; 甲有两个身份：某院医生、某院副院长."""
    clean, start = scene.clean, chain[0].start
    told = _IDENTITY.search(clean, max(scene.sentence_start(start), start - _LONGEST), start)
    person = subject(scene, told.start()) if told is not None else None
    return held(chain, [person], "role:identity") if person is not None else []
