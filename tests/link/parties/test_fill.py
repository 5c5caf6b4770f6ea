"""Who paid whom for what: action, payer, payee and purpose of amounts."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bangfu.article import Document, Mention, Money, Role, Source, Text
from bangfu.link.parties.fill import fill_money
from bangfu.pipeline import process
from bangfu.recognize.found import Found
from bangfu.recognize.institutions.value import InstitutionValue
from bangfu.recognize.money import find_money
from bangfu.recognize.numbers import find_numbers
from bangfu.segment.sentences import sentences
from tests.growth import grows_less


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青禾公司出资50万元，为北坡小学修建了塑胶操场。", ("出资", "青禾公司", "北坡小学", "塑胶操场")),
        ("教室由青禾公司投入资金80万元建设。", ("投入", "青禾公司", None, "教室")),
        ("北坡小学收到青禾公司捐赠的教学设备，总价值30万元。", ("捐赠", "青禾公司", "北坡小学", "教学设备")),
        ("北坡医院获得青禾基金会200万元资助，用于购置设备。", ("捐赠", "青禾基金会", "北坡医院", "购置设备")),
        ("青禾基金会安排25万元，资助100名困难学生。", ("安排", "青禾基金会", "困难学生", None)),
        ("县财政为每位支教教师发放补助1500元。", ("发放", "县财政", "支教教师", "补助")),
        ("县教育局按每人每年2万元的标准发放补贴。", ("发放", "县教育局", None, "补贴")),
        ("青禾公司自2016年定点帮扶南坡县以来，投入3万元。", ("投入", "青禾公司", "南坡县", None)),
        ("青禾公司投入3万元，在南坡县实施项目9个。", ("投入", "青禾公司", "南坡县", None)),
        ("李老师拿出积蓄2万元，奖励获奖者。", ("拿出", "李老师", "获奖者", None)),
        ("年度捐赠总额突破3万元。", ("突破", None, None, "年度捐赠总额")),
        ("他代表青禾公司向北坡小学捐赠5万元。", ("捐赠", "青禾公司", "北坡小学", None)),
        ("亩产值从2万元开始上升。", (None, None, None, "亩产值")),
    ],
)
def test_more_ways_to_say_who_pays_for_what(text: str, expected: tuple[str | None, ...]) -> None:
    assert parties(rows(text)[0]) == expected


def sentences_with_parties(name: str = "sentences.txt") -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(
    ("text", "expected"), [(line[0], line[1:]) for line in sentences_with_parties("names.txt")]
)
def test_with_the_names_that_are_found_a_sentence_says_more(text: str, expected: list[str]) -> None:
    found = process(Source("a", text)).money
    assert [" | ".join(cell or "-" for cell in parties(row)) for row in found] == expected


@pytest.mark.parametrize(("text", "expected"), [(line[0], line[1:]) for line in sentences_with_parties()])
def test_a_sentence_says_who_paid_whom_for_what_or_stays_silent(text: str, expected: list[str]) -> None:
    assert [" | ".join(cell or "-" for cell in parties(row)) for row in rows(text)] == expected


def test_the_rule_of_a_row_names_the_way_in_which_it_was_said() -> None:
    assert rows("青禾公司向北坡小学捐赠图书300册，价值5万元。")[0].rule == "money:unit:worth"
    assert rows("一共3万元。")[0].rule == "money:unit"


def found_in(text: str, people: tuple[str, ...], bodies: tuple[str, ...]) -> tuple[Document, Found]:
    def mentions(names: tuple[str, ...], label: str) -> tuple[Mention, ...]:
        at = [(text.index(name), name) for name in names]
        return tuple(Mention(i, i + len(n), n, label, "test", value=n) for i, n in sorted(at))

    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    money = find_money(document, find_numbers(text))
    found = Found(
        people=mentions(people, "person"), institutions=mentions(bodies, "institution"), money=money
    )
    return document, found


@pytest.mark.parametrize(
    ("text", "people", "bodies", "payer"),
    [
        ("南坡公司董事长李大山去年捐出的1000万元到了。", ("李大山",), ("南坡公司",), "李大山"),
        ("北坡镇的王小河女士开店19年，累计捐了43万元。", ("王小河",), (), "王小河"),
        ("李大山和王小河各捐600万元。", ("李大山", "王小河"), (), "李大山、王小河"),
        ("李大山夫妇共向学校捐款45万元。", ("李大山",), (), "李大山夫妇"),
        ("著名的南坡基金会捐款45万元。", (), ("南坡基金会",), "南坡基金会"),
        ("当律师的李大山又转来5万元。", ("李大山",), (), "李大山"),
        ("南坡公司为感谢李大山捐赠5万元。", ("李大山",), ("南坡公司",), "南坡公司"),
    ],
)
def test_names_that_are_known_say_who_pays(
    text: str, people: tuple[str, ...], bodies: tuple[str, ...], payer: str
) -> None:
    document, found = found_in(text, people, bodies)
    assert fill_money(document, found, ())[0].payer == payer


def test_a_list_of_gifts_names_a_giver_a_line() -> None:
    text = "一、单位捐赠\n青禾建材公司 100万元（指定用于操场建设）\n南坡商会 30万元\n"
    document, found = found_in(text, (), ("青禾建材公司", "南坡商会"))
    cells = [parties(row) for row in fill_money(document, found, ())]
    assert cells == [("捐赠", "青禾建材公司", None, "操场建设"), ("捐赠", "南坡商会", None, None)]


def test_the_lines_of_a_list_of_gifts_begin_with_the_giver() -> None:
    text = (
        "捐赠清单如下：\n①青溪电子：现金20万元，用于食堂改造；羽绒服420件，折合8.4万元。\n"
        "②南濠商会：助学金，小学生每人800元。\n③王小河：压岁钱2026元，买了146本书。\n"
    )
    assert [parties(row) for row in rows(text)] == [
        ("捐赠", "青溪电子", None, "食堂改造"),
        ("捐赠", "青溪电子", None, "羽绒服"),
        ("捐赠", "南濠商会", "小学生", "助学金"),
        ("捐赠", "王小河", None, "书"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "甲市教育局通报，今年发放奖学金3万元。",
        "据甲市统计，累计募集资金3万元。",
        "财政部印发通知，要求每年安排经费3万元。",
        "全国共发放助学贷款3万元。",
        "教育部指定的29家平台募集资金3万元。",
        "资助困难学生20名，发放助学金3万元。",
    ],
)
def test_whoever_reports_or_is_only_named_pays_nothing(text: str) -> None:
    assert rows(text)[0].payer is None


def test_whoever_is_asked_to_pay_pays_not_who_asks() -> None:
    assert rows("甲市议员反对政府削减3万元经费。")[0].payer == "政府"


def test_a_figure_that_grew_is_the_same_figure_at_both_ends() -> None:
    first, second = rows("毕业生月均工资由3200元涨到5000元左右。")
    assert first.purpose == second.purpose == "月均工资"
    assert (first.payee, second.payee, second.action) == ("毕业生", "毕业生", "涨到")


def test_short_forms_and_pronouns_are_given_in_full() -> None:
    text = "青禾基金会今年成立，李大山来了。该基金会向北坡小学捐赠3万元。李大山到会，他捐款2万元。"
    place = text.find
    found = Found(
        people=tuple(
            Mention(i, i + 3, "李大山", "person", "test", value="李大山")
            for i in (place("李大山"), text.rfind("李大山"))
        ),
        institutions=(Mention(0, 5, "青禾基金会", "institution", "test"),),
    )
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    found = replace(found, money=find_money(document, find_numbers(text)))
    assert [row.payer for row in fill_money(document, found, ())] == ["青禾基金会", "李大山"]


def test_a_pronoun_between_two_people_names_nobody() -> None:
    text = "李大山和王小河到会，他捐款2万元。"
    people = (
        Mention(0, 3, "李大山", "person", "test", value="李大山"),
        Mention(4, 7, "王小河", "person", "test", value="王小河"),
    )
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    found = Found(people=people, money=find_money(document, find_numbers(text)))
    assert fill_money(document, found, ())[0].payer is None


FUND = "南坡县爱心促进会"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FUND}成立，现场认捐30万元。", [(None, FUND)]),
        (f"昨天，{FUND}正式成立，募得善款30万元。", [(None, FUND)]),
        (
            f"{FUND}成立大会召开。会上捐款踊跃。其中，青禾公司捐赠5万元，李大山捐赠3万元。",
            [("青禾公司", FUND), ("李大山", FUND)],
        ),
        (f"{FUND}成立23年来募集善款30万元。", [(None, None)]),
        (f"{FUND}成立，向北坡小学捐赠3万元。", [(None, "北坡小学")]),
    ],
)
def test_what_is_gathered_where_a_fund_is_founded_is_given_to_it(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    people = ("李大山",) if "李大山" in text else ()
    document, found = found_in(text, people, (FUND, *(("青禾公司",) if "青禾公司" in text else ())))
    assert [(row.payer, row.payee) for row in fill_money(document, found, ())] == expected


def test_each_of_several_people_pays_and_not_only_the_last() -> None:
    document, found = found_in("康小虎、刘大珍各捐赠8万元。", ("康小虎", "刘大珍"), ())
    assert fill_money(document, found, ())[0].payer == "康小虎、刘大珍"


@pytest.mark.parametrize(
    "unit",
    [
        "3万元",
        "3万元、",
        "捐赠3万元，",
        "捐赠3万元。",
        "捐赠清单\n①青禾公司：3万元，",
        "每眼每年" * 9 + "3万元。",
    ],
)
def test_a_run_of_nothing_but_amounts_takes_linear_time(unit: str) -> None:
    def fill(times: int) -> None:
        text = unit * times
        document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
        fill_money(document, Found(money=find_money(document, find_numbers(text))), ())

    assert grows_less(fill, 2000, 8000, than=12)


def test_a_report_calls_its_own_body_we_and_that_body_pays_for_the_items_of_its_list() -> None:
    text = "北坡青禾基金会公布收支。我会请予监督。\n1. 资助困难学生86名，每生每学期1500元，计12.9万元。"
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    name = "北坡青禾基金会"
    found = Found(
        institutions=(Mention(0, len(name), name, "institution", "test"),),
        money=find_money(document, find_numbers(text)),
    )
    each, total = fill_money(document, found, ())
    assert (each.action, each.payee) == (total.action, total.payee) == ("资助", "困难学生")
    assert each.payer == total.payer == name


def test_the_body_with_which_the_sentence_before_begins_pays_where_nobody_else_acts() -> None:
    text = "青禾市教育局去年结对北坡县。先后资助困难学生300名，发放助学金60万元。"
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    name = "青禾市教育局"
    found = Found(
        institutions=(Mention(0, len(name), name, "institution", "test"),),
        money=find_money(document, find_numbers(text)),
    )
    assert [row.payer for row in fill_money(document, found, ())] == [name]


def test_what_an_officer_announces_is_paid_by_the_body() -> None:
    text = "青禾基金会理事长李大山宣布拿出30万元。"
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    found = Found(
        institutions=(Mention(0, 5, "青禾基金会", "institution", "test"),),
        people=(Mention(8, 11, "李大山", "person", "test", value="李大山"),),
        money=find_money(document, find_numbers(text)),
    )
    assert [row.payer for row in fill_money(document, found, ())] == ["青禾基金会"]


def at_the_school(text: str) -> tuple[Document, Found, tuple[Role, ...]]:
    """A report of one school, or two, on the receiving side, as the posts held there tell."""
    school = "北坡县第一中学"
    bodies = [(m.start(), school, "school") for m in re.finditer(school, text)]
    bodies += [(m.start(), "南岭县第二中学", "school") for m in re.finditer("南岭县第二中学", text)]
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    found = Found(
        institutions=tuple(
            Mention(i, i + len(name), name, "institution", "test", value=InstitutionValue(name, kind))
            for i, name, kind in sorted(bodies)
        ),
        money=find_money(document, find_numbers(text)),
    )
    roles = [
        Role(
            start=0, end=1, rule="test", score=1.0, person="王小河", title="校长", institution=name, side="to"
        )
        for name in dict.fromkeys(name for _, name, _ in bodies)
    ]
    return document, found, tuple(roles)


@pytest.mark.parametrize(
    ("text", "payee"),
    [
        ("北坡县第一中学的新楼落成。其中，青禾公司捐了15万元。", None),
        ("北坡县第一中学很热闹。设备也来了。青禾公司捐了15万元。", None),
        ("青禾市与北坡县携手。青禾市定点帮扶北坡县第一中学，培训教师，投入15万元。", "北坡县第一中学"),
        ("北坡县第一中学很热闹。青禾公司捐了15万元，给困难学生买书。", "困难学生"),
    ],
)
def test_the_body_at_which_a_report_is_set_need_not_be_the_one_that_receives(
    text: str, payee: str | None
) -> None:
    (row,) = fill_money(*at_the_school(text))
    assert row.payee == payee


def test_who_writes_our_hospital_calls_it_the_hospital_too() -> None:
    text = (
        "南坡市青禾医院欢送援疆医疗队。\n我院选派医生赴北坡县人民医院援疆，我院援疆医疗队昨日启程。\n"
        "医院为每名队员准备了3000元生活补助。\n"
    )
    payers = [row.payer for row in process(Source("a", text)).money]
    assert payers == ["南坡市青禾医院"]


def test_blanks_part_the_clauses_of_a_heading() -> None:
    (row,) = process(Source("a", "北坡中学迎来百年华诞 海内外校友捐赠逾2600万元\n校庆日，宾客满座。\n")).money
    assert (row.action, row.payer) == ("捐赠", "海内外校友")
