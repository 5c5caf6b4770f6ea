"""Some of those told just before: tests of bangfu.recognize.counts.part, of batches and of turns."""

from __future__ import annotations

import pytest

from tests.recognize.counts.told import items


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年的毕业生里有37人考上普通高中。", [("37人", "毕业生")]),
        ("首届毕业生中有26人被工厂录用。", [("26人", "毕业生")]),
        ("今年毕业的64名学生中，有41人到省城就业。", [("64名", "学生"), ("41人", "学生")]),
        ("语文组8名教师，有4名是外地来的。", [("8名", "教师"), ("4名", "教师")]),
        ("全校22名教师里，能用电脑上课的只有6人。", [("22名", "教师"), ("6人", "教师")]),
        (
            "选派12名志愿者，其中7人前往南坡，5人前往北坡。",
            [("12名", "志愿者"), ("7人", "志愿者"), ("5人", "志愿者")],
        ),
    ],
)
def test_those_of_whom_some_are_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全班37名学生，班里有12名党员。", [("37名", "学生"), ("12名", "党员")]),
        ("那批人里，大学生有84名。", [("84名", "大学生")]),
        ("确诊92人，其中81人做完手术。", [("92人", "确诊"), ("81人", "做完手术")]),
    ],
)
def test_who_is_named_beside_the_number_is_counted_himself(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分三批接收14名护士进修。", [("三批", "护士"), ("14名", "护士")]),
        ("把3个长期招不满的专业并成1个。", [("3个", "长期招不满的专业"), ("1个", "长期招不满的专业")]),
        ("国道66条共658公里主要河道。", [("66条", "主要河道")]),
        ("安排了两批共30项试点措施。", [("两批", "试点措施"), ("30项", "试点措施")]),
    ],
)
def test_two_numbers_of_one_noun(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("预计约2.5万人参加。", [("约2.5万人", "参加")]),
        ("约2200万人处于高温预警之下。", [("约2200万人", "处于高温预警之下")]),
        ("工程惠及沿线1100多万人。", [("1100多万人", "惠及")]),
        ("南坡县仍有2.5万户停电。", [("2.5万户", "停电")]),
    ],
)
def test_people_of_whom_only_the_deed_is_told(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert items(text) == expected
