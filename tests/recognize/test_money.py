"""Money: values, currencies, ranges, and what is no money."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bangfu.article import Document, Money, Source, Span, Text
from bangfu.recognize.money import find_money
from bangfu.recognize.numbers import find_numbers


def rows(text: str) -> tuple[Money, ...]:
    document = Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),))
    return find_money(document, find_numbers(text))


@pytest.mark.parametrize(
    ("text", "span", "cny"),
    [
        ("投入资金1831万元", "1831万元", 18310000),
        ("共1590.3万元", "1590.3万元", 15903000),
        ("捐款1亿2千万元", "1亿2千万元", 120000000),
        ("花了1.5个亿元", "1.5个亿元", 150000000),
        ("拨款１．２亿元", "１．２亿元", 120000000),
        ("总投资1200万，", "1200万", 12000000),
        ("捐赠价值约20万的课程", "约20万", 200000),
        ("投入4000余万元", "4000余万元", 40000000),
        ("节约成本超亿元", "超亿元", 100000000),
        ("收入超千万元", "超千万元", 10000000),
        ("每人每年2000元", "2000元", 2000),
        ("各10万元", "10万元", 100000),
        ("每斤3元5角", "3元5角", Decimal("3.5")),
        ("每斤3元5角2分", "3元5角2分", Decimal("3.52")),
        ("一张票5角钱", "5角钱", Decimal("0.5")),
        ("收费八毛钱", "八毛钱", Decimal("0.8")),
        ("卖了200块钱", "200块钱", 200),
        ("叁拾万元整", "叁拾万元", 300000),
        ("五元一斤", "五元", 5),
        ("人民币500万元", "人民币500万元", 5000000),
        ("￥1,200", "￥1,200", 1200),
        ("RMB300", "RMB300", 300),
        ("货款120亿元人民币", "120亿元人民币", 12000000000),
        ("1831 万元", "1831 万元", 18310000),
        ("1，831元", "1，831元", 1831),
        ("一百二十万元", "一百二十万元", 1200000),
        ("豆花一碗卖12块，", "12块", 12),
        ("他一个月3500块，", "3500块", 3500),
        ("每人200到400块。", "200到400块", 200),
        ("茶农得3块6。", "3块6", Decimal("3.6")),
        ("鸡蛋5块8一斤", "5块8", Decimal("5.8")),
        ("垫上6万块的尾款", "6万块", 60000),
    ],
)
def test_an_amount_has_its_span_and_its_value_in_yuan(text: str, span: str, cny: int | Decimal) -> None:
    (row,) = rows(text)
    assert (row.text, row.cny, row.currency) == (span, Decimal(cny), "CNY")
    assert text[row.start : row.end] == span


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("300万美元", 3000000, "USD"),
        ("50亿港元", 5000000000, "HKD"),
        ("20万欧元", 200000, "EUR"),
        ("1000日元", 1000, "JPY"),
        ("5万英镑", 50000, "GBP"),
        ("30亿瑞士法郎", 3000000000, "CHF"),
        ("US$500", 500, "USD"),
        ("$1,000", 1000, "USD"),
        ("€20", 20, "EUR"),
        ("HK$80", 80, "HKD"),
        ("1200新台币", 1200, "TWD"),
        ("8300亿南非兰特", 830000000000, "ZAR"),
        ("5025亿瑞郎", 502500000000, "CHF"),
    ],
)
def test_another_currency_keeps_its_amount_and_its_iso_code(text: str, amount: int, currency: str) -> None:
    (row,) = rows(text)
    assert (row.amount, row.currency, row.cny) == (Decimal(amount), currency, None)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("收入4万至6万元", 40000, 60000),
        ("收入4至6万元", 40000, 60000),
        ("收入4万元至6万元", 40000, 60000),
        ("300-500元", 300, 500),
        ("三四千元", 3000, 4000),
    ],
)
def test_a_range_has_both_ends(text: str, low: int, high: int) -> None:
    (row,) = rows(text)
    assert (row.cny, row.cny_max) == (low, high)


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("损失1000万到2000万美元", "1000万到2000万美元", 10000000, 20000000),
        ("损失40亿—50亿欧元", "40亿—50亿欧元", 4000000000, 5000000000),
        ("每台3万美元至5万美元", "3万美元至5万美元", 30000, 50000),
    ],
)
def test_a_range_in_another_currency_keeps_its_upper_end(text: str, span: str, low: int, high: int) -> None:
    (row,) = rows(text)
    assert (row.text, row.amount, row.amount_max, row.cny_max) == (span, low, high, None)


@pytest.mark.parametrize(
    ("text", "span", "cny"),
    [
        ("产值迈上千亿元台阶", "千亿元", 10**11),
        ("首次迈上万亿元大台阶", "万亿元", 10**12),
        ("登上百亿元台阶", "百亿元", 10**10),
    ],
)
def test_the_end_of_a_verb_of_climbing_is_no_approximator(text: str, span: str, cny: int) -> None:
    (row,) = rows(text)
    assert (row.text, row.cny, row.approx) == (span, cny, None)


@pytest.mark.parametrize(
    ("text", "span"),
    [("可节约1400元", "1400元"), ("签约50万元", "50万元"), ("违约3万元", "3万元")],
)
def test_the_end_of_a_word_that_ends_in_about_is_none(text: str, span: str) -> None:
    (row,) = rows(text)
    assert (row.text, row.approx) == (span, None)


@pytest.mark.parametrize(
    ("text", "span", "cny"),
    [
        ("票房超3.77亿", "超3.77亿", 377000000),
        ("总票房突破8亿", "8亿", 800000000),
        ("签约总额近560亿。", "近560亿", 56000000000),
    ],
)
def test_takings_may_leave_out_the_yuan(text: str, span: str, cny: int) -> None:
    (row,) = rows(text)
    assert (row.text, row.cny) == (span, cny)


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("约20万元", "about"),
        ("近400亿元", "near"),
        ("5000元以上", "over"),
        ("100元左右", "about"),
        ("33.2亿余元", "over"),
        ("不足100元", "under"),
        ("突破50亿元", "over"),
        ("20块钱", None),
    ],
)
def test_approximators_before_inside_and_behind_are_told(text: str, approx: str | None) -> None:
    (row,) = rows(text)
    assert row.approx == approx


@pytest.mark.parametrize(
    "text",
    [
        "二元结构",
        "三元次方程",
        "多元化",
        "10元旦快乐",
        "1月1日元旦",
        "亿元村",
        "万元国内生产总值用水量",
        "三块牌子",
        "9日圆满完成",
        "12.5个百分点",
        "数千万元",
        "惠及1200万群众",
        "近20万的群众",
        "投入20万支疫苗",
        "1亿5000元",
        "1.2.3元",
        "00012元",
        "100万卢比",
        "培育10个亿元级合作社",
        "建成5个千万元级项目",
        "扶持3个亿元村",
        "打造20个亿元大村",
        "连跨3个万亿元台阶",
        "建起4个亿级产业集群",
        "石碑3块，展板12块",
        "每人3块砖",
        "铺了8万块砖",
        "清出一块一人宽的空间",
        "每一分钱都花在刀刃上",
        "一分钱没拿",
    ],
)
def test_what_is_no_certain_amount_gives_no_row(text: str) -> None:
    assert rows(text) == ()


def test_what_was_given_after_an_amount_may_leave_out_the_yuan() -> None:
    assert [m.cny for m in rows("攒下6.2万元，老友听说了，又添了10万。")] == [62000, 100000]
    assert rows("去年种树，今年又添了10万。") == ()


def test_amounts_outside_of_the_sentences_are_left_out() -> None:
    text = "捐款5万元。\n版权所有 3000元"
    document = Document(Source("a", text), Text.untouched(text), (Span(0, 6),))
    assert [m.text for m in find_money(document, find_numbers(text))] == ["5万元"]
