"""Title phrases that one person can hold together, 党委副书记、校长, and the person with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bangfu.article import Mention
from bangfu.link.phrases.phrase import OF_HEADS, Unit

_JOINED = re.compile(
    r"(?:[（(](?:主持|挂职|兼|代|援|正|副|分管|负责|退休|试用|拟任|法人|保留|享受|[一二三四]级|\d)[^（()）\n，。；]{0,10}[）)])?[、/](?:“|[本该]?[村乡镇]|社区|大会|来自|原|时任|现任|前|挂职|兼任|曾任|[上首这本现]一?[批任届]"
    r"|第[一二三四五六七八九十\d]{1,3}[批任届]|\d{2,4}级|\d{2}岁的)?|[ \u3000]{1,2}"
    r"|[，,]?(?:兼|暨)任?(?:[一-鿿]{1,6})?|[，,](?:同时)?(?:也是|兼任)"
)
_AND = re.compile("、?(?:以及|[和与及])")
_GIVEN = re.compile("(?:身兼|兼任|担任|出任|[现曾历]任|[既又还也]是|作为|身为|担任过|任过)(?:了|过)?$")
_APPOINTED = re.compile("任为?$|任命[^，。；]{2,14}为$")
_GAP = 16


class Pair(NamedTuple):
    """A person's mention with the title phrase that it holds, and how likely that is where it was chosen."""

    person: Mention
    unit: Unit
    rule: str
    share: float = 1.0


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


def _joined(clean: str, chain: list[Unit], unit: Unit) -> bool:
    begin, end = chain[0].start, chain[-1].title.end
    between = clean[end : unit.start]
    if len(between) > _GAP:
        return False
    if _JOINED.fullmatch(between):
        return True
    if not between:  # 某院副院长|主任医师
        rank = unit.alone and unit.department is None and not unit.title.value.title.endswith(OF_HEADS)
        return rank and not chain[-1].alone
    if between in ("，", ","):  # 骨科主任，主任医师，教授。
        if unit.held is None and unit.place is None:
            return unit.title.value.kind == "prof" and clean[unit.end : unit.end + 1] in "，。；）)\n"
        appointed = _APPOINTED.search(clean, max(0, begin - 18), begin)
        return (
            appointed is not None and clean[unit.end : unit.end + 1] in "；。;\n"
        )  # 任某局局长，某医院院长；
    # 和 joins the posts that a verb gives to one person; before a name it may join two people.
    return _AND.fullmatch(between) is not None and bool(_GIVEN.search(clean, max(0, begin - 6), begin))
