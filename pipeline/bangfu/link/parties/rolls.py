"""Rolls: names with amounts one behind the other, under words that tell what all of them gave or got.

捐款名单：李大山500元、青禾公司2万元; 募集18万元；其中青禾公司10万元，李大山5000元.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from bangfu.article import Money
from bangfu.link.parties import aims, nouns
from bangfu.link.parties.frame import Fields, Frame
from bangfu.link.parties.grammar import of_class, pattern
from bangfu.link.parties.names import Names

_ITEM = pattern(
    r"(?:其中|另有|还有|有|就连|以及|[和及])?(?P<name>[^\s，,。；;：:、\d（）()“”]{2,30})"
    r"(?:（[^（）\n]{1,16}）)?[ \u3000\t]*[：:]?[ \u3000\t]*(?:现金|捐款)?$"
)
"""The name of one line or member of a roll, up to its amount."""
_NEXT = pattern(
    r"[元币]?(?:（[^（）\n]{1,20}）)?[、，,；;。\s]{0,8}(?:[\d①-⑳]{1,3}[、.．\s])?[\s·•]{0,4}(?:其中|另有|还有|有|就连|以及|[和及])?"
)
"""What may stand between an amount and the next name."""
_GAVE, _GRANTED = pattern("{roll_gave}|{roll_thanks}"), pattern("{roll_granted}")
_OPENS = pattern(r"(?:[：:\n]|[有是为])[\s①-⑳\d、.．]{0,8}$")
_MARK, _PRICES = pattern("[，。；：\n]"), pattern("{roll_prices}")
_GOT = {"受助": "资助", "获奖": "奖励"}
_REACH, _HEAD, _SHORT_HEAD = 48, 90, 10
_SHORTEST = 2
"""Amounts that make a roll."""
_LONGEST_NAME = 4
_NOBODY = frozenset(("匿名", "无名氏", "佚名"))


class _Member(NamedTuple):
    """An amount with the name in front of it, and where that begins; ``sure`` where it must be a name."""

    row: Money
    start: int
    name: str
    sure: bool


def rolled(f: Frame) -> Fields | None:
    """李大山500元 of a roll of givers."""
    if f.roll is None or f.act.verb is not None:
        return None
    return replace(f.roll, purpose=aims.use(f.rest))


def rolls(clean: str, money: tuple[Money, ...], names: Names) -> dict[int, Fields]:
    """The cells of the amounts that stand in rolls, by where the amounts begin in the clean text."""
    told: dict[int, Fields] = {}
    for members in _runs(clean, money, names):
        sure = sum(member.sure for member in members)
        if len(members) < _SHORTEST or 2 * sure < len(members):
            continue
        cells = _opened(clean, members[0].start)
        if cells is None:
            continue
        gives, act = cells
        for member in members:
            name = member.name
            told[member.row.start] = Fields(act, name) if gives else Fields(act, None, name)
    return told


def _runs(clean: str, money: tuple[Money, ...], names: Names) -> Iterator[list[_Member]]:
    """Amounts that follow each other with nothing but a name between them."""
    run: list[_Member] = []
    floor = 0
    for row in money:
        member = _member(clean, row, floor, names)
        joined = member is not None and run and _NEXT.fullmatch(clean, run[-1].row.end, member.start)
        if run and not joined:
            yield run
            run = []
        if member is not None:
            run.append(member)
        floor = row.end
    if run:
        yield run


def _member(clean: str, row: Money, floor: int, names: Names) -> _Member | None:
    """The amount with the name right in front of it, where that is one of somebody or some body."""
    floor = max(floor, row.start - _REACH)
    item = _ITEM.search(clean, floor, row.start)
    if item is None or (item.start() > floor and "一" <= clean[item.start() - 1] <= "鿿"):
        return None  # the end of a longer clause
    name = item["name"].rpartition("等奖")[2]
    person = names.ending(item.start("name"), item.end("name"))
    sure = person is not None or name in _NOBODY or nouns.may_act(name)
    if not sure and len(name) > _LONGEST_NAME:
        return None
    return _Member(row, item.start(), person or name, sure)


def _opened(clean: str, at: int) -> tuple[bool, str] | None:
    """Whether those of a roll gave (or got), and the word that says so, by what opens it."""
    part = clean.startswith("其中", at)
    if not part and not _OPENS.search(clean, max(0, at - _SHORT_HEAD), at):
        return None
    head = clean[max(0, at - _HEAD) : at].rstrip("。\n ；，" if part else "\n ")
    head = "\n".join(head[head.rfind("。") + 1 :].split("\n")[-2:])
    if _PRICES.search(head):
        return None
    gave, granted = list(_GAVE.finditer(head)), list(_GRANTED.finditer(head))
    # 拨付捐款126万元，其中…: what is given on has been given before
    if gave and (not granted or _MARK.search(head, granted[-1].end(), gave[-1].start())):
        told = gave[-1][0]
        return True, told if told != "捐" and told in of_class("roll_gave") else "捐款"
    return (False, _GOT.get(granted[-1][0], granted[-1][0])) if granted else None
