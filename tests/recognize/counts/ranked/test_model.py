"""Which counts are asked about, and how a choice stands against the rules."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bangfu.recognize.counts.place import Place, place
from bangfu.recognize.counts.ranked.asked import Asked
from bangfu.recognize.counts.ranked.model import Answer, beside, ranked
from tests.recognize.counts.ranked.asking import asked_in

TEXT = "果农缺少冷库，合作社添了货车，共3辆。"


def where(text: str = TEXT, number: str = "3辆", unit: str = "辆") -> Place:
    start = text.index(number)
    return place(text, (0, len(text)), (start, start + len(number)), unit, Decimal(3), [])


def saying(item: str | None, share: float) -> Answer:
    def answer(_: Asked) -> tuple[str | None, float]:
        return item, share

    return answer


def unasked(_: Asked) -> tuple[str | None, float]:
    raise AssertionError("asked")


def test_a_noun_beside_its_number_is_not_asked_about() -> None:
    text = "合作社添了3辆货车，果农缺少冷库。"
    assert ranked(where(text), "货车", unasked) == "货车"


def test_a_share_is_not_asked_about() -> None:
    assert ranked(where("合作社的货车，占3%。", "3%", "%"), None, unasked) is None


def test_what_follows_from_the_unit_alone_is_not_asked_about() -> None:
    assert ranked(where(), "菌棒", unasked) == "菌棒"


@pytest.mark.parametrize(
    ("item", "chosen", "share", "expected"),
    [
        ("冷库", "货车", 0.9, "货车"),
        ("冷库", "货车", 0.7, "冷库"),
        (None, "货车", 0.5, "货车"),
        (None, "货车", 0.3, None),
        ("冷库", None, 0.99, "冷库"),
        ("新冷库", "冷库", 0.99, "新冷库"),
    ],
)
def test_a_choice_stands_where_it_is_likely_enough(
    item: str | None, chosen: str | None, share: float, expected: str | None
) -> None:
    text = TEXT.replace("冷库", "新冷库") if item == "新冷库" else TEXT
    assert ranked(where(text), item, saying(chosen, share)) == expected


def test_beside_is_right_in_front_of_or_behind_the_number() -> None:
    assert beside(where("货车3辆停下"), "货车")
    assert not beside(where("货车又来了3辆"), "货车")


def test_counts_that_a_list_tells_are_not_asked_about() -> None:
    assert not asked_in("小学、初中分别有12所、5所。")
