"""The place that a post governs and that its phrase leaves out: 某县…。副县长甲; 到某村任第一书记."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import islice

from bangfu import dictionary
from bangfu.link.phrases.place_names import place_before
from bangfu.link.scene.scene import Scene
from bangfu.recognize.places import is_place

_REACH = 3000
_MOST = 40
_COMES_TO_US = re.compile("[^。！？\\n]{0,60}?(?:来|到|赴|莅临|抵达?)我(?=[省市县区州旗镇乡])")
_SENTENCE_END = re.compile("[。！？\\n]")
_NO_NAMES = frozenset("全该本我各每这那外邻同个副两几多数")
_NO_PLACES = frozenset("返下回还故家老城进驻农山集乡村出入团")
_NEAR = 160
_VISITS = re.compile(
    "带队|率队|率领|前往|[奔赶]?赴|一行|看望|慰问|考察|走访|来到|走进|抵达|回访|对接|结对|签约|邻村"
)
_GOVERNING = re.compile("(?:[省市县区镇乡州盟旗村]长|村支书|村主任|村书记)$")
_OF_VILLAGE = re.compile(
    "第一书记|驻村(?:工作)?队[长员]|^村?党(?:总支|支部)书记|^村?支书|^村主任|^村委会副?主任"
)
_VILLAGE = re.compile(
    "(?:^|[省市县区旗州镇乡在到赴去往进驻任从了的、，。；：”\\n]|街道|[到抵]达)(?![全该本我各每这那外邻同个一两几多])(?!(?:[农乡山新老邻行]|驻)村)(?![在到赴去往进从驻任]|(?<=[到抵])达)([一-鿿]{1,5}?(?:村|社区))$"
)
_NO_VILLAGES = re.compile("[的全进最了着过]|^[农乡山新老邻行]村$|[省市县区州]乡村$|[农困个]村$")
"""Words that end in 村 and name no village: 刚进村, 最偏远的村."""
_POST_OF_VILLAGE = re.compile("(?:第[一二三四五六]任|首任|现任|前任|时任|新任|上一任)?(?:驻?村|第一书记)")
_OF_THE_VILLAGE = re.compile("(?:^|[^一-鿿])村$")
_NO_VILLAGE = frozenset("委民里子两上头干支内小医口中级党务史集落官庄")
_WORDS = re.compile("[人占有名各等们个的]|社区.+社区|村.*社区|社区.+村")
"""What makes a run of characters before 社区 more than its name."""
_VILLAGE_NEAR, _SHORTEST_NAME = 60, 2
_TOLD_ONCE = "县区旗镇乡"
"""Levels of which an article seldom names two by chance."""
_NEVER_NAMES = frozenset(("v", "d", "p", "c", "r", "f", "t", "u", "vd", "ad"))
_LANDS = frozenset("县市区旗")
_SORTS_OF_VILLAGES = re.compile(
    "帮扶|示范|联系|结对|受援|脱贫|扶贫|[定试驻]点|挂钩|包联|对口|搬迁|移民|安置|出列|走访|贫困|重点|中心|自然|行政|所[在辖]"
)
"""Of what sort a village is: 帮扶|村."""
_NO_NAME = re.compile("[全该本我各每这那外邻同个]")


def only_place(clean: str, level: str, at: int, people: Container[int]) -> str | None:
    """The only place of a level that a text names before an offset.

    >>> only_place("青河县红石镇的粉坊开了。镇长周文海来了。", "镇", 13, {})
    '青河县红石镇'
    """
    low, end = max(0, at - _REACH), at
    found: str | None = None
    for _ in range(_MOST):
        end = clean.rfind(level, low, end)
        if end < 0:
            return found
        name = named_place(clean, end, people)
        if name is None:
            continue
        if found is not None and not (found.endswith(name) or name.endswith(found)):
            return None
        found = name if found is None or len(name) < len(found) else found
    return None


def named_place(clean: str, end: int, people: Container[int]) -> str | None:
    """The place whose name ends with the character at an offset, if it is a name: not 返乡, 全县."""
    begin = place_before(clean, end + 1)
    if begin is None or begin >= end or any(at in people for at in range(begin + 1, end + 1)):
        return None
    name = clean[begin : end + 1]
    none = clean[end - 1] in _NO_NAMES or (end - begin == 1 and clean[begin] in _NO_PLACES)
    return None if (none or _told_otherwise(name[:-1])) and not is_place(name) else name


def _told_otherwise(words_before: str) -> bool:
    """Whether what stands before a level are words of a sentence, not of a name: 最后前往|县医院."""
    land, own = words_before[:-2], words_before[-2:]
    behind_land = land[-1:] in _LANDS and any(is_place(land[at:]) for at in range(len(land) - 1))
    if behind_land and not _SORTS_OF_VILLAGES.fullmatch(own):
        return False  # 五常市|振兴|村
    return any(len(word) > 1 and tag in _NEVER_NAMES for word, tag in dictionary.tag(words_before))


def governed(scene: Scene, title: str, at: int) -> str | None:
    """The place of its level that was named last, 某县…。副县长甲, for posts of a village also behind."""
    before = _named_last(scene, title, at)
    return before or (_village_behind(scene, at) if _OF_VILLAGE.search(title) else None)


def _named_last(scene: Scene, title: str, at: int) -> str | None:
    clean = scene.clean
    head = _GOVERNING.search(title)
    if head is None:
        return _village(scene, at) if _OF_VILLAGE.search(title) else None
    level = head.group()[0]
    low, end = max(0, at - _NEAR), at
    sender: str | None = None
    while (end := clean.rfind(level, low, end)) >= 0:
        if clean[end + 1 : end + 2] == "长" or clean[end - 1 : end] == level:
            continue  # 代省|长、省长
        if level == "村" and clean[end + 1 : end + 2] in _NO_VILLAGE:
            continue  # 东北村|庄
        name = named_place(clean, end, scene.people_to)
        if name is None or _NO_NAME.match(clean, end - 1):
            continue
        if _guest(clean, end, at, level):
            sender = sender or name
            continue
        if scene.sides.get(name) != "from":
            return name
        sender = sender or name
    if sender is not None:
        return _host(scene, level) if f"我{level}" in clean else sender
    return only_place(clean, level, low, scene.people_to) if level in _TOLD_ONCE else None


def _guest(clean: str, end: int, at: int, level: str) -> bool:
    """Whether a place is of guests of whom an earlier sentence tells: 青河市市长甲率团到|我市. 市长乙."""
    visit = _COMES_TO_US.match(clean, end, at)
    return (
        visit is not None and clean[visit.end()] == level and _SENTENCE_END.search(clean, end, at) is not None
    )


def _host(scene: Scene, level: str) -> str | None:
    """The only place of a level that bodies which receive bear: who writes 我市 writes from there."""
    told = re.compile(f"[\u4e00-\u9fff]{{2,5}}?{level}")
    hosts = {
        place.group()
        for name, side in islice(scene.sides.items(), _MOST)
        if side == "to" and (place := told.match(name)) is not None and is_place(place.group())
    }
    return hosts.pop() if len(hosts) == 1 else None


def _village(scene: Scene, at: int) -> str | None:
    """The village or neighbourhood named last in a sentence, else the only one of the text: 村支书甲."""
    low = max(scene.sentence_start(at), at - _VILLAGE_NEAR)
    told_here = (_named(scene, end, low) for end in islice(_ends(scene.clean, at, low), 3))
    near = next((name for name in told_here if name and not _NO_VILLAGES.search(name)), "")
    village = _POST_OF_VILLAGE.match(scene.clean, at) or _OF_THE_VILLAGE.search(
        scene.clean, max(0, at - 2), at
    )
    if near or not village:
        return near or None
    low = max(0, at - _REACH)
    told = [_named(scene, end, low) for end in islice(_ends(scene.clean, at, low), _MOST)]
    names = [bare for name in told if (bare := name.lstrip("的")) and not _NO_VILLAGES.search(bare)]
    shortest = min(names, key=len, default="")
    return names[0] if names and all(name.endswith(shortest) for name in names) else None


def _village_behind(scene: Scene, at: int) -> str | None:
    """The only village that a paragraph tells behind a post of a village: 第一书记甲…派驻某村."""
    clean = scene.clean
    stop = clean.find("\n", at, at + _NEAR)
    stop = stop if stop >= 0 else min(len(clean), at + _NEAR)
    told = [name for end in islice(_ends(clean, stop, at), _MOST) if (name := _named(scene, end, at))]
    names = [name for name in told if len(name) > _SHORTEST_NAME and not _NO_VILLAGES.search(name)]
    shortest = min(names, key=len, default="")
    if not names or not all(name.endswith(shortest) for name in names):
        return None
    return None if _VISITS.search(clean, at, clean.find(names[-1], at)) else max(names, key=len)


def nearest_village(scene: Scene, at: int) -> str | None:
    """The village for which a bare 村 or 社区 before a post stands: 在某社区，社区|书记甲."""
    low = max(0, at - _REACH)
    told = (_named(scene, end, low) for end in islice(_ends(scene.clean, at, low), _MOST))
    return next((name for name in told if len(name) > _SHORTEST_NAME and not _WORDS.search(name)), None)


def _ends(clean: str, at: int, low: int) -> Iterator[int]:
    """Where 村 or 社区 stand between two offsets, the last one first."""
    end = at
    while (end := max(clean.rfind("村", low, end), clean.rfind("社区", low, end))) >= 0:
        yield end


def _named(scene: Scene, end: int, low: int) -> str:
    """The village whose name ends with the 村 or 社区 at an offset."""
    clean = scene.clean
    stop = end + (1 if clean[end] == "村" else 2)
    if clean[end - 1 : end] == "驻" or clean[stop : stop + 1] in _NO_VILLAGE:
        return ""
    named = _VILLAGE.search(clean, max(low, end - 12), stop)
    while named is not None and any(at in scene.people_to for at in range(named.start(1), stop)):
        named = _VILLAGE.search(clean, named.start() + 1, stop)  # 曾毅|到|石桥村
    if named is None:
        return ""
    whole = place_before(clean, stop)  # 青河县红石乡|北坪村
    return clean[whole:stop] if whole is not None and stop - whole > _SHORTEST_NAME else named.group(1)
