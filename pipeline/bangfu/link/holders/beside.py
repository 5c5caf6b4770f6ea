"""Posts right beside a name: 党委副书记、校长甲; 甲校长; 以甲为队长; 免去甲的局长职务."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.holders.gaps import GROUPS, named_behind
from bangfu.link.holders.listed import led, of_each
from bangfu.link.holders.named import OF_SEVERAL, full
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.scene.scene import Scene

_REMOVES = re.compile("免去|罢免|撤销|接受|解除|辞去|免除|同意")
_BESIDES = re.compile("[（(]兼任?$")
_COUPLE = re.compile("夫[妇妻]|伉俪|父[子女]|母[子女]|两口子|一家")
_COMRADE = re.compile("(?:同志|先生|女士|老师|教授)?$")
_MADE_END = re.compile("[，。；、）)的,;\\s]|组成|$|职务|（")
_FEW = 4  # people who share the title behind the last of them
_ONE_HOLDER = frozenset(
    (
        "校长",
        "院长",
        "县长",
        "市长",
        "书记",
        "董事长",
        "局长",
        "区长",
        "州长",
        "省长",
        "镇长",
        "会长",
        "总经理",
    )
)


def made(scene: Scene, chain: Chain) -> list[Pair]:
    """以甲为队长、护士长乙为副队长."""
    at = chain[0].start - 1
    named = _COMRADE.search(scene.clean, max(0, at - 2), at) if scene.clean[at] == "为" else None
    person = scene.people_to.get(named.start()) if named is not None else None
    if person is None or not _MADE_END.match(scene.clean, chain[0].end):
        return []  # 甲为队员授旗
    people = scene.listed_to(person)
    rest = before_name(scene, chain[1:]) if len(chain) > 1 else []
    return held(chain[:1], people, "role:made") + (rest or held(chain[1:], people, "role:made"))


def before_name(scene: Scene, chain: Chain) -> list[Pair]:
    """党委副书记、校长甲; 副会长甲、乙."""
    clean, start = scene.clean, chain[0].start
    noted = clean[chain[-1].end : chain[-1].end + 1] in ("）", ")") and clean[start - 1] in "（("
    noted = noted and start - 1 not in scene.people_to
    end = chain[-1].title.end + noted  # 某校校长（某校副校长）甲
    if len(chain) > 1 and chain[-1].title.text.endswith(GROUPS) and clean.startswith("代表", end):
        chain, end = chain[:-1], end + 2  # 副校长、教师|代表甲
    person = named_behind(scene, end)
    if person is None or not full(person):
        return []
    if "”" in clean[end : person.start] and "“" not in clean[max(0, start - 1) : end]:
        return []  # “土专家”甲
    named, titled = scene.people_to.get(start), []
    if named is not None and len(chain) > 1:  # 甲教授、博士生乙
        titled = held(chain[:1], [named], "role:name_title")
        chain = chain[1:]
    alone = chain[-1].title.value.title in _ONE_HOLDER
    if len(chain) == 1 and (each := of_each(scene, chain[0], person, alone)):
        return titled + each
    several = bool(OF_SEVERAL.match(chain[-1].title.value.title))
    listed = [person] if alone else scene.listed_from(person, noted=several)
    # 护士甲、乙医生: who has a title of their own behind does not share this one.
    own = next((i for i in range(1, len(listed)) if _told_apart(scene, listed[i])), len(listed))
    people = listed[:own]
    couple = len(people) == 2 and _COUPLE.match(clean, people[1].end)
    if couple and chain[-1].title.value.kind != "prof":
        people = people[:1]  # 厂长甲、乙夫妇
    return titled + held(chain, people, "role:title_name")


def _told_apart(scene: Scene, person: Mention) -> bool:
    """Whether somebody in a list has an own title, or only tells whose something is: 会长甲，乙的代表."""
    return person.end in scene.phrase_ends or scene.clean[person.end : person.end + 1] == "的"


def removed(scene: Scene, chain: Chain) -> list[Pair]:
    """免去甲的某局局长职务."""
    clean, start = scene.clean, chain[0].start
    comrade = clean.startswith("同志", max(0, start - 3))
    person = scene.people_to.get(start - (3 if comrade else 1))
    if person is None or clean[start - 1] != "的":
        return []
    if _REMOVES.search(clean, max(0, person.start - 4), person.start):
        return held(chain, [person], "role:removed")
    return []


def behind_name(scene: Scene, chain: Chain) -> list[Pair]:
    """甲校长; 某医院骨科甲主任."""
    person = scene.people_to.get(chain[0].start)
    if person is None or not full(person):
        return []
    people = scene.listed_to(person)
    shared = led(scene, chain, people[0].start)
    if shared is not chain and 1 < len(people) <= _FEW and led(scene, chain, person.start) is chain:
        return held(shared, people, "role:name_title")  # 某校甲、乙老师
    group = next((i for i in range(1, len(chain)) if chain[i].title.text.endswith(GROUPS)), len(chain))
    return held(led(scene, chain[:group], person.start), [person], "role:name_title")


def besides(scene: Scene, chain: Chain) -> list[Pair]:
    """甲（兼财政主任）."""
    start = chain[0].start
    opened = _BESIDES.search(scene.clean, max(0, start - 3), start)
    person = scene.people_to.get(opened.start()) if opened is not None else None
    return held(chain, [person], "role:apposition") if person is not None and full(person) else []
