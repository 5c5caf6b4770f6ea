"""The object behind a number, bare numbers and rare measures: what taggers and word lists take amiss."""

from __future__ import annotations

import pytest

from tests.recognize.counts.told import items


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("已与多方签署15份多边互认协议。", "多边互认协议"),
        ("去年的一个下午发出了三张聘书。", "聘书"),
        ("安装了2套同步课堂系统。", "同步课堂系统"),
        ("当地被淹农田设置4个集中排水点。", "集中排水点"),
        ("有5个是我同事。", "同事"),
        ("建成3万余家基础级智能工厂。", "基础级智能工厂"),
        ("送来校服（春秋装）650套。", "校服"),
    ],
)
def test_the_thing_beside_the_number(text: str, item: str) -> None:
    assert [found for _, found in items(text)] == [item]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("将从当地撤出约5000兵力。", "约5000"),
        ("60周岁及以上人口已超过3亿，", "超过3亿"),
        ("为两所村小换了设备。", "两所"),
        ("带过三届物理竞赛队。", "三届"),
        ("38票投给足球。", "38票"),
        ("他把这句话念了三遍。", "三遍"),
        ("被他请来三回。", "三回"),
    ],
)
def test_numbers_that_count(text: str, expected: str) -> None:
    assert [found for found, _ in items(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "十四届全国人大常委会。",
        "党的二十届三中全会。",
        "骑着三轮车送她。",
        "来自103团和北坡的孩子。",
        "这是两回事。",
    ],
)
def test_numbers_that_do_not_count(text: str) -> None:
    assert items(text) == []


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("从电站收益中拿出20%。", "电站收益"),
        ("汽车租赁企业订单比平时增加10%。", "汽车租赁企业订单增加"),
        ("同比增速均在15%左右。", "增速"),
    ],
)
def test_shares(text: str, item: str) -> None:
    assert [found for _, found in items(text)] == [item]
