"""Title phrases that one person can hold together, 党委副书记、校长, and the person with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bangfu.article import Mention
from bangfu.link.phrases.phrase import Unit
from bangfu.recognize.titles.find import Title

_JOINED = re.compile(
    r"(?:[（(](?:主持|挂职|兼|代|援|正|副|分管|负责|退休|试用|拟任|法人|保留|享受|[一二三四]级|\d)[^（()）\n，。；]{0,10}[）)])?[、/](?:“|[本该]?[村乡镇]|社区|大会|来自|原|时任|现任|前|挂职|兼任|曾任|[上首这本现]一?[批任届]"
    r"|第[一二三四五六七八九十\d]{1,3}[批任届]|\d{2,4}级|\d{2}岁的)?|[ \u3000]{1,2}"
    r"|[，,]?(?:兼|暨)任?(?:[一-鿿]{1,6})?|[，,](?:同时)?(?:也是|兼任)"
)
_OF_PLACE = re.compile("、(?:[一-鿿]{2,4}[省市县区州]|[一-鿿]{2,4}自治区)(?:优秀|骨干)?")
_LENT = re.compile("(?:挂职(?:任|担任)?|挂任)$")
_AND = re.compile("、?(?:以及|[和与及])")
_GIVEN = re.compile("(?:身兼|兼任|担任|出任|[现曾历]任|[既又还也]是|作为|身为|担任过|任过)(?:了|过)?$")
_APPOINTED = re.compile("任为?$|任命[^，。；]{2,14}为$")
_GAP = 16


_RANK = re.compile(
    "(?:副?主任|主治|住院)[一-鿿]?[医药护技]师|(?:特聘|讲席|二级|三级)?副?教授|(?:副|特聘)?研究员|(?:正|教授级)?高级[一-鿿]{2,4}师"
    "|博士生?导师?|硕士生?导师|长江学者|[一-鿿]{0,4}院士|[特一二]级教师|一级警督"
)
"""Ranks that follow a post without a mark: 副院长|主任医师."""
_UNREAD_BODY = re.compile("、(?![和与及])[一-鿿]{1,7}[院校]")
"""Behind a post, the short form of a body that nothing has read: 、二附院|骨科|主任."""
_DELEGATES = ("人大代表", "政协委员", "党代表")
_BRANCHES = ("书记", "委员", "成员", "常委")


class Pair(NamedTuple):
    """A person's mention with the title phrase that it holds."""

    person: Mention
    unit: Unit
    rule: str


Chain = tuple[Unit, ...]


def held(chain: Chain, people: list[Mention], rule: str) -> list[Pair]:
    """Each of the people with each title of a chain."""
    return [Pair(person, unit, rule) for person in people for unit in chain]


def chains(clean: str, phrases: tuple[Unit, ...]) -> Iterator[tuple[Unit, ...]]:
    """Phrases that one person can hold together: 党委副书记、校长; each phrase is in one chain."""
    chain: list[Unit] = []
    for unit in phrases:
        if chain and not _joined(clean, chain, unit):
            yield tuple(chain)
            chain = []
        chain.append(unit)
    if chain:
        yield tuple(chain)


def _ranked(before: Title, unit: Unit) -> bool:
    """Whether a title right behind another one is the same person's: 副院长|主任医师, 党委书记|董事长."""
    title = unit.title.value
    if not unit.alone or unit.department is not None or before.kind in ("plain", "press"):
        return False
    if _RANK.fullmatch(title.title):
        return before.kind != "prof" or _RANK.fullmatch(before.title) is not None
    branch = before.title.startswith(("党", "支部", "总支")) and before.title.endswith(_BRANCHES)
    return branch and title.kind != "prof"


def _opened(clean: str, chain: list[Unit]) -> bool:
    """Whether the last post of a chain is the one in brackets behind another."""
    return len(chain) > 1 and clean[chain[-1].start - 1] in "（("


def _joined(clean: str, chain: list[Unit], unit: Unit) -> bool:
    end = chain[-1].title.end
    if unit.start - end > _GAP:
        return False
    if _JOINED.fullmatch(clean, end, unit.start):
        return True
    bracketed = clean[end : unit.start] in ("（", "(") and clean[unit.end : unit.end + 2] in ("）、", ")、")
    if bracketed or (clean[end : unit.start] in ("）、", ")、") and _opened(clean, chain)):
        return True  # 某会主席（|总会会长|）、某公司董事长
    if clean[end : unit.start] == "——" and clean.endswith(_DELEGATES, 0, end):
        return True
    unread = unit.alone and unit.department is not None and not chain[-1].alone
    if unread and _UNREAD_BODY.fullmatch(clean, end, unit.start):
        return True
    if end == unit.start:
        return _ranked(chain[-1].title.value, unit)
    if unit.alone and unit.title.value.kind == "prof" and _OF_PLACE.fullmatch(clean, end, unit.start):
        return True  # 某校校长、浙江省|特级教师
    if _LENT.search(clean, max(0, chain[0].start - 4), chain[0].start) and clean[end : unit.start] in (
        "，",
        ",",
    ):
        return unit.body is not None and clean[unit.end : unit.end + 1] in "、，。；\n"
    if clean[end : unit.start] in ("，", ","):  # 骨科主任，主任医师，教授。
        whole = unit.held is not None or unit.place is not None
        if whole and _APPOINTED.search(clean, max(0, chain[0].start - 18), chain[0].start):
            return clean[unit.end : unit.end + 1] in "；。;\n"  # 任某局局长，某医院院长；
        bare = unit.held is None and unit.place is None and unit.title.value.kind == "prof"
        return bare and clean[unit.end : unit.end + 1] in "，。；）)\n"
    # 和 joins the posts that a verb gives to one person; before a name it may join two people.
    both = _AND.fullmatch(clean, end, unit.start)
    return both is not None and bool(_GIVEN.search(clean, max(0, chain[0].start - 6), chain[0].start))
