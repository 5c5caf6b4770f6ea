"""Rolls of names with amounts: who gave, or who got, is told once, over all of them."""

from __future__ import annotations

import pytest

from bangfu.article import Source
from bangfu.pipeline import process
from tests.growth import grows_less


def cells(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(m.action, m.payer, m.payee) for m in process(Source("a", text)).money]


def test_a_list_of_givers_by_lines_tells_who_gave_each_amount() -> None:
    roll = "收到社会各界捐款如下：\n云川纸业有限公司：50000元\n青河县女企业家协会：20000元\n赵明亮：1000元"
    assert cells(roll) == [
        ("捐款", "云川纸业有限公司", None),
        ("捐款", "青河县女企业家协会", None),
        ("捐款", "赵明亮", None),
    ]


def test_givers_parted_by_blanks_under_a_heading_are_read() -> None:
    roll = "爱心捐款个人名单\n周土生 20000元  祝晓红 15000元  方之行（留学生） 1万元\n"
    assert [payer for _, payer, _ in cells(roll)] == ["周土生", "祝晓红", "方之行"]


def test_the_parts_of_what_was_gathered_are_of_those_named_with_them() -> None:
    roll = "地震救灾募集186420元；其中浙江云川纸业有限公司100000元，区人民医院职工32600元，市民毛大海5000元；"
    assert [payer for _, payer, _ in cells(roll)][1:] == ["浙江云川纸业有限公司", "区人民医院职工", "毛大海"]


def test_a_post_before_a_giver_is_no_part_of_the_name() -> None:
    roll = "乡亲们纷纷解囊：村支书何大田1000元，小学教师马玉兰500元，护林员达瓦200元。"
    assert [payer for _, payer, _ in cells(roll)] == ["何大田", "马玉兰", "达瓦"]


@pytest.mark.parametrize(
    ("roll", "act"),
    [
        ("助学金发放名单：王小明 3000元，李小红 3000元，张小军 2000元。", "发放"),
        ("受助学生名单\n王小明 2000元\n李小红 2000元", "资助"),
    ],
)
def test_those_on_a_list_of_pupils_get_the_money(roll: str, act: str) -> None:
    assert {(action, payer) for action, payer, _ in cells(roll)} == {(act, None)}
    assert cells(roll)[0][2] == "王小明"


def test_what_is_given_on_is_got_by_those_named() -> None:
    roll = "共拨付捐款126万元，其中山阳县教育局96万元（用于食堂）、南坡乡卫生院30万元（用于购置救护车）。"
    assert cells(roll)[2] == ("拨付", None, "南坡乡卫生院")


@pytest.mark.parametrize(
    "text",
    [
        "义卖现场价格：苹果5元，梨子3元，柿子4元。",
        "支出捐款：购书6万元，修缮校舍10万元。",
        "助学金标准：小学生500元，初中生625元，高中生1000元。",
    ],
)
def test_prices_and_standards_are_no_roll(text: str) -> None:
    assert all(m.rule.rpartition(":")[2] != "roll" for m in process(Source("a", text)).money)


def test_rolls_cost_time_in_proportion_to_their_length() -> None:
    line = "李大山500元、"
    assert grows_less(lambda times: process(Source("a", "捐款名单：" + line * times)), 200, 1600, than=40)
