"""Holders of a post named behind it: 校长是甲; 队长由某医院骨科主任甲担任; 作为校长，甲…"""

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
    "|是一[位名个][^，。；！？\n]{2,14}，(?:名字?)?叫|名叫|名为|[是叫为由])"
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
_DESCRIBED = re.compile(
    "(?:(?:今年|现年|年仅|年近|已经?)?[\\d一二三四五六七八九十]{1,3}多?岁的|来自[一-鿿]{2,12}的|[一-鿿]{2,4}(?:籍|出身|出生)的|“?\\d0后”?的?)"
)
"""How somebody is described before the name."""
_FAR = 100
_SENT = re.compile("(?:派出|选派|派来|选送|派驻)的")
_ONE = re.compile("(?:第?[一二三四五]|首|唯一的?一)[名位个]$")


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
    if person is not None and scene.clean[person.end : person.end + 2] == "来的":
        return []  # 由温州来的医师甲担任
    if person is not None and verb.group().endswith("由") and not _TAKEN.match(scene.clean, person.end):
        return []  # 队员由甲率领
    return held(chain, [person], "role:title_is_name") if person is not None else []


def _described(scene: Scene, at: int) -> Mention | None:
    """The person with whom a clause ends that is described before: 院长是|从某县来的甲。"""
    index = bisect_left(scene.people_starts, at)
    person = scene.people[index] if index < len(scene.people) else None
    if person is None or not full(person) or scene.clean[person.end : person.end + 1] not in _CLAUSE_ENDS:
        return None
    return person if _DESCRIPTION.fullmatch(scene.clean, at, person.start) else None


def full(person: Mention) -> bool:
    """Whether a mention is a name, not a surname with a title."""
    return bool(person.text == person.value or "".join(person.text.split()) == person.value)


def _spoken_of(scene: Scene, at: int) -> Mention | None:
    """The only person of the sentence before, for whom 他 stands: 甲来了。作为某校校长，他…"""
    person = scene.person_before(at)
    if person is None or at - person.end > _FAR or "\n" in scene.clean[person.end : at]:
        return None
    index = bisect_left(scene.people_starts, scene.sentence_start(person.start))
    return person if full(person) and scene.people[index].value == person.value else None


def _behind_former(clean: str, at: int) -> int:
    """The offset behind a word for the time of a post: 原|某局局长."""
    word = next((w for w in ("时任", "现任", "原", "前") if clean.startswith(w, at)), "")
    return at + len(word)


def being(scene: Scene, chain: Chain) -> list[Pair]:
    """作为某校校长，甲…"""
    clean = scene.clean
    more = _MORE.match(clean, chain[-1].end)
    if more is None:
        return []
    one = _ONE.search(clean, max(0, chain[0].start - 4), chain[0].start)
    begin = one.start() if one is not None else chain[0].start
    described = _DESCRIBED.match(clean, more.end())
    person = scene.people_at.get(described.end() if described is not None else more.end())
    if person is None and not chain[-1].title.text.endswith("主持人"):
        person = scene.titled_at(_behind_former(clean, more.end()))
    if person is None and clean[more.end() : more.end() + 1] in ("他", "她"):
        person = _spoken_of(scene, chain[0].start)
    body = scene.institution_before(begin) if chain[0].held is None else None
    if body is not None:
        begin = body.start
    told = _AS.search(clean, max(0, begin - 20), begin)
    if person is not None and told is not None:
        sender = scene.institutions_at.get(told.start() + 2) if body is None else None
        if sender is not None and _SENT.fullmatch(clean, sender.end, begin):
            body = sender
        whole = chain if body is None else tuple(u._replace(held=body) for u in chain)
        return held(whole, [person], "role:being")
    return []
