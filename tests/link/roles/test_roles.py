"""Roles: which invented person holds which title, in which department of which institution."""

from __future__ import annotations

import pytest

from bangfu.article import Document, Role, Source, Text
from bangfu.link.roles import link_roles
from bangfu.recognize import find
from bangfu.segment.sentences import sentences
from bangfu.settings import Settings

Expected = list[tuple[str, str, str | None, str | None]]


def roles(text: str) -> tuple[Role, ...]:
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    return link_roles(document, find(document, Settings()))


def rows(text: str) -> Expected:
    return [(r.person, r.title, r.department, r.institution) for r in roles(text)]


ZHOU, LI, WANG = "周文海", "李志强", "王丽娟"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "北京朝晖医院的骨科主任医师周文海、麻醉科副主任医师李志强同行。",
            [(ZHOU, "主任医师", "骨科", "北京朝晖医院"), (LI, "副主任医师", "麻醉科", "北京朝晖医院")],
        ),
        (
            "来自北京朝晖医院的泌尿外科主任医师周文海来了。",
            [(ZHOU, "主任医师", "泌尿外科", "北京朝晖医院")],
        ),
        (
            "青河县第一中学党委副书记、校长周文海说。",
            [(ZHOU, "党委副书记", None, "青河县第一中学"), (ZHOU, "校长", None, "青河县第一中学")],
        ),
        ("青河县教育局副局长周文海到会。", [(ZHOU, "副局长", None, "青河县教育局")]),
        (
            "青河县政协主席周文海、县人大常委会副主任李志强到会。",
            [(ZHOU, "主席", None, "青河县政协"), (LI, "副主任", None, "县人大常委会")],
        ),
        ("红星集团北方区运营总监周文海说。", [(ZHOU, "运营总监", "北方区", "红星集团")]),
        (
            "北京市西山区医院副院长、青河县人民医院第一院长周文海",
            [(ZHOU, "副院长", None, "北京市西山区医院"), (ZHOU, "第一院长", None, "青河县人民医院")],
        ),
        (
            "红星小学的校长李志强，教务主任王丽娟。",
            [(LI, "校长", None, "红星小学"), (WANG, "教务主任", None, "红星小学")],
        ),
        (
            "红星商会副会长周文海、李志强各捐一万元。",
            [(ZHOU, "副会长", None, "红星商会"), (LI, "副会长", None, "红星商会")],
        ),
        (
            "青河县红十字会会长周文海、常务副会长李志强到会。",
            [(ZHOU, "会长", None, "青河县红十字会"), (LI, "常务副会长", None, "青河县红十字会")],
        ),
        (
            "青河县第一中学副校长、援青教师周文海",
            [(ZHOU, "副校长", None, "青河县第一中学"), (ZHOU, "教师", None, "青河县第一中学")],
        ),
    ],
)
def test_titles_before_a_name_share_the_institution_of_their_phrase(text: str, expected: Expected) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "青河市委常委、副市长周文海出席。",
            [(ZHOU, "常委", None, "青河市委"), (ZHOU, "副市长", None, "青河市")],
        ),
        ("青河县副县长周文海出席。", [(ZHOU, "副县长", None, "青河县")]),
        (
            "周文海任青河县委副书记、县长。",
            [(ZHOU, "副书记", None, "青河县委"), (ZHOU, "县长", None, "青河县")],
        ),
        ("美国总统约翰逊讲话。", [("约翰逊", "总统", None, "美国")]),
    ],
)
def test_a_government_post_is_held_in_the_body_or_the_place_that_it_governs(
    text: str, expected: Expected
) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("李志强校长介绍了学校。", [(LI, "校长", None, None)]),
        (
            "红星小学李志强校长、王丽娟副校长到会。",
            [(LI, "校长", None, "红星小学"), (WANG, "副校长", None, "红星小学")],
        ),
        ("北京朝晖医院骨科的周文海医生", [(ZHOU, "医生", "骨科", "北京朝晖医院")]),
        ("红星大学的周文海教授", [(ZHOU, "教授", None, "红星大学")]),
        (
            "周文海主任医师、李志强副主任医师",
            [(ZHOU, "主任医师", None, None), (LI, "副主任医师", None, None)],
        ),
        ("周文海、李志强等4名教师发言。", [(LI, "教师", None, None), (ZHOU, "教师", None, None)]),
        (
            "周文海、李志强两位医生来自北京朝晖医院。",
            [(LI, "医生", None, "北京朝晖医院"), (ZHOU, "医生", None, "北京朝晖医院")],
        ),
    ],
)
def test_titles_behind_a_name(text: str, expected: Expected) -> None:
    assert sorted(rows(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周文海任红星小学校长。", [(ZHOU, "校长", None, "红星小学")]),
        ("周文海担任青河县人民医院副院长。", [(ZHOU, "副院长", None, "青河县人民医院")]),
        ("周文海被委任为青河县人民医院第一院长。", [(ZHOU, "第一院长", None, "青河县人民医院")]),
        ("周文海被任命为青河县人民医院泌尿外科主任。", [(ZHOU, "主任", "泌尿外科", "青河县人民医院")]),
        ("周文海挂职青河县人民医院副院长。", [(ZHOU, "副院长", None, "青河县人民医院")]),
        ("周文海兼任红星商会会长。", [(ZHOU, "会长", None, "红星商会")]),
        (
            "周文海担任红星公司总经理兼红星商会会长。",
            [(ZHOU, "总经理", None, "红星公司"), (ZHOU, "会长", None, "红星商会")],
        ),
        ("聘任周文海为名誉院长。", [(ZHOU, "名誉院长", None, None)]),
        ("周文海，男，汉族，1975年生，现任红星小学校长。", [(ZHOU, "校长", None, "红星小学")]),
        ("周文海是红星小学的校长。", [(ZHOU, "校长", None, "红星小学")]),
        (
            "周文海和李志强都是红星小学的老师。",
            [(LI, "老师", None, "红星小学"), (ZHOU, "老师", None, "红星小学")],
        ),
        ("周文海成为红星小学的新校长。", [(ZHOU, "校长", None, "红星小学")]),
        ("由周文海任院长、李志强任副院长。", [(ZHOU, "院长", None, None), (LI, "副院长", None, None)]),
        (
            "周文海在红星公司和红星学会都担任会长。",
            [(ZHOU, "会长", None, "红星公司"), (ZHOU, "会长", None, "红星学会")],
        ),
        (
            "北京朝晖医院的周文海、李志强分别担任县人民医院院长助理、护理部副主任。",
            [(ZHOU, "院长助理", None, "县人民医院"), (LI, "副主任", "护理部", "县人民医院")],
        ),
        ("周文海以红星商会会长的身份到场。", [(ZHOU, "会长", None, "红星商会")]),
        ("作为红星小学校长，周文海深知责任重大。", [(ZHOU, "校长", None, "红星小学")]),
        ("时任青河县人民医院院长的周文海", [(ZHOU, "院长", None, "青河县人民医院")]),
        ("校长是周文海，组长由李志强担任。", [(ZHOU, "校长", None, None), (LI, "组长", None, None)]),
        (
            "周文海卸下红星小学校长的担子，出任青河县第一中学校长。",
            [(ZHOU, "校长", None, "红星小学"), (ZHOU, "校长", None, "青河县第一中学")],
        ),
    ],
)
def test_verbs_and_frames_give_a_post(text: str, expected: Expected) -> None:
    assert sorted(rows(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周文海（北京朝晖医院骨科主任）说。", [(ZHOU, "主任", "骨科", "北京朝晖医院")]),
        ("周文海，北京朝晖医院骨科主任医师。", [(ZHOU, "主任医师", "骨科", "北京朝晖医院")]),
        ("周文海，这位来自北京朝晖医院的主任医师，笑了。", [(ZHOU, "主任医师", None, "北京朝晖医院")]),
    ],
)
def test_titles_in_apposition(text: str, expected: Expected) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("走进青河县第一中学，校长周文海迎了上来。", (ZHOU, "校长", None, "青河县第一中学")),
        ("红星公益基金会成立十年。基金会负责人周文海说。", (ZHOU, "负责人", None, "红星公益基金会")),
        ("青河县第一中学有教师八十人。该校教师周文海说。", (ZHOU, "教师", None, "青河县第一中学")),
        ("支教老师周文海走进教室。周文海来自红星小学。", (ZHOU, "老师", None, "红星小学")),
        ("从北京朝晖医院来的骨科医生周文海", (ZHOU, "医生", "骨科", "北京朝晖医院")),
        ("在红星小学教语文的老师周文海", (ZHOU, "老师", None, "红星小学")),
    ],
)
def test_a_post_takes_its_institution_from_the_text_before(
    text: str, expected: tuple[str, str, str | None, str | None]
) -> None:
    assert expected in rows(text)


def test_a_pronoun_carries_the_person_into_the_next_sentence() -> None:
    assert rows("请来的人叫周文海。2016年8月，59岁的他出任红星小学校长。") == [
        (ZHOU, "校长", None, "红星小学")
    ]


def test_the_holder_of_a_handed_over_post_is_not_its_former_holder() -> None:
    text = "李志强接过周文海的担子，成为红星小学的新校长。"
    assert rows(text) == [(LI, "校长", None, "红星小学")]


def test_bylines_give_roles_without_an_institution() -> None:
    text = "（记者 周文海 通讯员 李志强 王丽娟）"
    assert rows(text) == [
        (ZHOU, "记者", None, None),
        (LI, "通讯员", None, None),
        (WANG, "通讯员", None, None),
    ]
    assert rows("责任编辑：王丽娟") == [(WANG, "责任编辑", None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "学生周文海说。",
        "村民周文海、老人李志强",
        "周文海的妻子王丽娟",
        "推荐人可以是第一书记，也可以是校长。",
        "周文海说，学校缺的是好老师。",
        "周文海向校长道谢。",
    ],
)
def test_words_that_only_describe_give_no_role(text: str) -> None:
    assert rows(text) == []


def test_one_post_told_twice_is_one_row_with_the_fuller_institution() -> None:
    text = "校长周文海很忙。作为红星小学校长，周文海早出晚归。"
    assert rows(text) == [(ZHOU, "校长", None, "红星小学")]


def test_a_surname_with_a_title_gives_the_role_where_nothing_else_does() -> None:
    assert rows("周文海到任后很忙。周院长常说，病人最重要。") == [(ZHOU, "院长", None, None)]


def test_rows_carry_offsets_of_the_title_and_a_named_rule() -> None:
    text = "红星小学校长周文海说。"
    (row,) = roles(text)
    assert text[row.start : row.end] == "校长"
    assert row.rule == "role:title_name"
    assert 0 < row.score <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "红星医院选派针灸科副主任中医师周文海到青河县中医院挂职副院长，与他同行的有药剂科中药师李志强。",
            [
                (ZHOU, "副主任中医师", "针灸科", "红星医院"),
                (ZHOU, "副院长", None, "青河县中医院"),
                (LI, "中药师", "药剂科", "红星医院"),
            ],
        ),
        (
            "义诊由红星医院承担。眼科主任周文海说。",
            [(ZHOU, "主任", "眼科", "红星医院")],
        ),
        ("红星小学来了客人。语文教师王丽娟说。", [(WANG, "教师", "语文", "红星小学")]),
        ("红星档案馆来了馆长周文海。", [(ZHOU, "馆长", None, "红星档案馆")]),
        ("双方共建红星培训中心，由周文海担任主任。", [(ZHOU, "主任", None, "红星培训中心")]),
        (
            "他在青河县工作多年。周文海当过一年副县长。",
            [(ZHOU, "副县长", None, "青河县")],
        ),
    ],
)
def test_an_institution_left_out_is_carried_from_the_text_before(text: str, expected: Expected) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "红星小学校长一职由老校友周文海接任。",
            [(ZHOU, "校长", None, "红星小学")],
        ),
        (
            "挂职青河县副县长的红星银行干部周文海说。",
            [(ZHOU, "副县长", None, "青河县"), (ZHOU, "干部", None, "红星银行")],
        ),
        ("周文海从红星小学副校长岗位上退休。", [(ZHOU, "副校长", None, "红星小学")]),
        ("周文海，男，汉族，1970年生，红星小学校长。", [(ZHOU, "校长", None, "红星小学")]),
        ("作为红星医院的一名护士，王丽娟报了名。", [(WANG, "护士", None, "红星医院")]),
        ("以周文海为队长、李志强为副队长。", [(ZHOU, "队长", None, None), (LI, "副队长", None, None)]),
        ("曾在红星小学当过十年班主任的王丽娟说。", [(WANG, "班主任", None, "红星小学")]),
        ("青山村村支书李志强带路。", [(LI, "村支书", None, "青山村")]),
        (
            "青河县委常委、统战部部长周文海说。",
            [(ZHOU, "常委", None, "青河县委"), (ZHOU, "部长", "统战部", "青河县委")],
        ),
        ("本报记者 周文海", [(ZHOU, "记者", None, None)]),
    ],
)
def test_a_post_is_given_in_many_frames(text: str, expected: Expected) -> None:
    assert sorted(rows(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "周文海希望孩子们都能当上科学家。",
        "王丽娟说，母亲是青河县人民医院的护士。",
        "周文海介绍，帮扶专家担任各科室的业务主任。",
        "王丽娟致电客人，祝贺他就任校长。",
        "王丽娟、李志强等9位企业和专家代表发言。",
    ],
)
def test_a_post_of_someone_else_is_nobodys_here(text: str) -> None:
    assert rows(text) == []


def test_a_team_with_a_quoted_word_in_its_name_is_written_whole() -> None:
    text = "春晖“师徒式”教育帮扶团队领队周文海说。"
    assert rows(text) == [(ZHOU, "领队", None, "春晖“师徒式”教育帮扶团队")]


def test_a_minister_of_a_committee_stands_in_the_body_of_the_phrase() -> None:
    assert rows("青河县委常委、统战部长周文海到场。") == [
        (ZHOU, "常委", None, "青河县委"),
        (ZHOU, "统战部长", None, "青河县委"),
    ]


def test_several_posts_that_one_person_unites() -> None:
    assert rows("身兼青河市茶商协会会长的周文海坦言不易。") == [(ZHOU, "会长", None, "青河市茶商协会")]
