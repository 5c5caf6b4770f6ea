"""The nouns around a count that may be what it counts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bangfu.recognize.counts.place import place
from bangfu.recognize.counts.ranked.asked import BEHIND, FRONT, TOLD, Asked, candidates, phrase
from tests.recognize.counts.ranked.asking import asked_in


def of(text: str, number: str, unit: str | None) -> Asked:
    start = text.index(number)
    return Asked.of(place(text, (0, len(text)), (start, start + len(number)), unit, Decimal(3), []))


def texts(asked: Asked, side: str) -> list[str]:
    return [c.text for c in candidates(asked) if c.side == side]


def test_nouns_in_front_come_nearest_first() -> None:
    assert texts(of("果农缺少冷库，合作社添了货车，共3辆。", "3辆", "辆"), FRONT) == ["货车", "冷库", "果农"]


def test_nouns_behind_are_read_within_a_clause_more() -> None:
    assert texts(of("添了3套全新的课桌，还有书架，另有篮球。", "3套", "套"), BEHIND) == ["课桌", "书架"]


@pytest.mark.parametrize(
    ("text", "number", "unit", "noun"),
    [
        ("工程沿线受益的有3人。", "3人", "人", "工程"),
        ("医疗队一共做了3例。", "3例", "例", "医疗队"),
        ("全国的书架共3套。", "3套", "套", "全国"),
        ("去年书架共3套。", "3套", "套", "去年"),
    ],
)
def test_a_noun_that_a_unit_does_not_count_is_no_candidate(
    text: str, number: str, unit: str, noun: str
) -> None:
    assert noun not in texts(of(text, number, unit), FRONT)


def test_an_act_may_be_counted_by_units_of_acts() -> None:
    assert "坐诊" in texts(of("医生下乡坐诊，全年共3次。", "3次", "次"), FRONT)
    assert "坐诊" not in texts(of("医生下乡坐诊，全年共3套。", "3套", "套"), FRONT)


def test_what_was_counted_before_is_a_candidate() -> None:
    asked = asked_in("送来课桌300套，书架也到了。第二批又有80套。")
    assert "课桌" in texts(asked[-1], TOLD)


def test_a_chosen_noun_in_front_is_told_with_its_modifiers() -> None:
    asked = of("添了全新的实木课桌，共3套。", "3套", "套")
    chosen = next(c for c in candidates(asked) if c.text.endswith("课桌"))
    assert phrase(asked, chosen).endswith("课桌")


def test_candidates_stand_where_they_say() -> None:
    text = "果农缺少冷库，合作社添了货车，共3辆，另有3座棚。"
    for asked in asked_in(text):
        for c in candidates(asked):
            if c.side != TOLD:
                assert asked.where.clean[c.start : c.end] == c.text
