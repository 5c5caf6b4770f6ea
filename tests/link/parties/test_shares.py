"""Money that officers hand over for their body, that each of several gets, and whom a text names loosely."""

from __future__ import annotations

import pytest

from bangfu.article import Money, Source
from bangfu.pipeline import process


def money(text: str) -> tuple[Money, ...]:
    return process(Source("a", text)).money


def test_what_an_officer_brings_is_the_gift_of_his_body() -> None:
    row = money("南坡县慈善总会副会长云大山给村里6户残疾人家庭送去慰问金每户800元。")[0]
    assert (row.payer, row.payee) == ("南坡县慈善总会", "残疾人家庭")


@pytest.mark.parametrize(
    "text",
    [
        "南坡县慈善总会会长云大山个人捐款5万元。",
        "青河食品有限公司董事长云大山捐款5万元。",
    ],
)
def test_what_an_officer_gives_himself_is_his_own(text: str) -> None:
    assert money(text)[0].payer == "云大山"


def test_each_of_those_counted_in_front_is_paid() -> None:
    rows = money("青河基金会每年资助南坡县、北坡县的100名高中生，每人3000元。")
    assert [(row.payer, row.payee) for row in rows] == [("青河基金会", "高中生")]


def test_a_threshold_is_reached_by_those_named_behind_it() -> None:
    row = money("其中，捐赠在20万元以上的单位有：青河食品公司、南坡商行。")[0]
    assert (row.payer, row.payee, row.purpose) == ("单位", None, None)


def test_the_place_in_the_name_of_a_fund_is_paid() -> None:
    row = money("15年来，江苏累计投入新疆教育援疆资金19.7亿元。")[0]
    assert (row.payer, row.payee) == ("江苏", "新疆")


def test_those_who_live_in_a_vague_place_are_paid_not_the_place() -> None:
    row = money("青河基金会向当地二百四十名失学儿童发放助学金十二万元。")[0]
    assert (row.payer, row.payee) == ("青河基金会", "失学儿童")


def test_a_dateline_pays_nothing() -> None:
    row = money("中新社青河十一月四日电(云大山 白小川) 青河慈善基金会今日来到南坡县，发放助学金十二万元。")[0]
    assert row.payer == "青河慈善基金会"


def test_a_short_form_stays_as_said_where_several_bodies_are_near() -> None:
    text = "北坡大学与南坡中学、西坡小学结对。学校投入5万元。"
    assert money(text)[0].payer == "学校"


def test_baht_pieces_and_worth_without_a_particle_are_known() -> None:
    rows = money("青河会馆捐资100万铢。省红十字会为南坡县7所卫生院配发价值154万元救护车。")
    assert [(row.currency, row.purpose) for row in rows] == [("THB", None), ("CNY", "救护车")]
