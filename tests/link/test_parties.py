"""Who paid whom for what: action, payer, payee and purpose of amounts."""

from __future__ import annotations

import pytest

from bangfu.article import Document, Money, Source, Text
from bangfu.extract.found import Found
from bangfu.extract.money import find_money
from bangfu.extract.numbers import find_numbers
from bangfu.link.parties import fill_money
from bangfu.segment.sentences import sentences


def rows(text: str) -> tuple[Money, ...]:
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    return fill_money(document, Found(money=find_money(document, find_numbers(text))), ())


def parties(row: Money) -> tuple[str | None, str | None, str | None, str | None]:
    return row.action, row.payer, row.payee, row.purpose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "甲市累计为乙县投入财政援助资金1831万元，用于98所学校的维修改造。",
            ("投入", "甲市", "乙县", "98所学校的维修改造"),
        ),
        ("青禾公司拿出96万元，捐给了南坡中学。", ("捐赠", "青禾公司", "南坡中学", None)),
        ("财政部日前下达医疗救助资金1亿元。", ("下达", "财政部", None, "医疗救助")),
        ("9个协作省市累计投入资金超700亿元。", ("投入", "9个协作省市", None, None)),
        ("该项目促进农民增收160亿元。", ("增收", None, "农民", None)),
        ("农村居民人均可支配收入达21340元。", ("达", None, "农村居民", "人均可支配收入")),
        ("北坡小学得到青禾基金会的善款4万元。", ("捐赠", "青禾基金会", "北坡小学", None)),
        ("善款共31.5万元，全部由青禾公司承担。", ("承担", "青禾公司", None, None)),
        ("青禾公司向北坡小学捐赠图书300册，价值5万元。", ("捐赠", "青禾公司", "北坡小学", "图书")),
        ("年产值达5亿元。", ("达", None, None, "年产值")),
    ],
)
def test_the_clause_says_who_paid_whom_for_what(text: str, expected: tuple[str | None, ...]) -> None:
    assert parties(rows(text)[0]) == expected


def test_an_amount_a_person_takes_action_and_purpose_from_the_sentence_before() -> None:
    text = "青禾公司发放助学金53万元。大学生有84名，每人3000元；高中生有30名，每人1000元。"
    _, first, second = rows(text)
    assert (first.action, first.payee, second.payee) == ("发放", "大学生", "高中生")


def test_each_member_of_a_list_has_its_own_payer() -> None:
    text = "青禾公司捐赠10万元、南坡银行捐赠16万元。"
    assert [row.payer for row in rows(text)] == ["青禾公司", "南坡银行"]


def test_what_follows_the_last_amount_holds_for_the_whole_sentence() -> None:
    text = "北坡小学得到青禾公司的善款10万元，南坡小学得到善款4万元，都用来改善学校的设施。"
    assert {row.purpose for row in rows(text)} == {"改善学校的设施"}


def test_fields_that_the_text_does_not_say_stay_empty() -> None:
    assert parties(rows("一共3万元。")[0]) == (None, None, None, None)


def test_nothing_but_the_four_fields_changes() -> None:
    text = "甲市为乙县投入资金约5万元。"
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    (before,) = find_money(document, find_numbers(text))
    (after,) = rows(text)
    assert (after.text, after.cny, after.approx, after.start, after.end) == (
        before.text,
        before.cny,
        before.approx,
        before.start,
        before.end,
    )
