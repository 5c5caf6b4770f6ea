"""Titles: heads, modifiers and departments in invented phrases."""

from __future__ import annotations

import pytest

from bangfu.article import Document, Mention, Source, Text
from bangfu.recognize.institutions.find import find_institutions
from bangfu.recognize.titles.find import body_end, find_titles
from bangfu.segment.sentences import sentences


def titles(text: str) -> list[tuple[str, str | None]]:
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    return [(t.value.title, t.value.department) for t in find_titles(document, find_institutions(document))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("校长", [("校长", None)]),
        ("副校长", [("副校长", None)]),
        ("常务副院长", [("常务副院长", None)]),
        ("第一院长", [("第一院长", None)]),
        ("名誉校长", [("名誉校长", None)]),
        ("德育副校长", [("德育副校长", None)]),
        ("党委副书记、校长", [("党委副书记", None), ("校长", None)]),
        ("党支部书记", [("党支部书记", None)]),
        ("一级巡视员", [("一级巡视员", None)]),
        ("副主任医师", [("副主任医师", None)]),
        ("特约记者", [("特约记者", None)]),
        ("统战部长", [("统战部长", None)]),
        ("总经理助理", [("总经理助理", None)]),
        ("首席执行官", [("首席执行官", None)]),
        ("副理事长兼秘书长", [("副理事长", None), ("秘书长", None)]),
    ],
)
def test_a_title_keeps_its_own_modifiers(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("时任校长", "校长"),
        ("原副局长", "副局长"),
        ("新任院长", "院长"),
        ("援疆教师", "教师"),
        ("支教老师", "老师"),
        ("援藏专家", "专家"),
        ("第五任校长", "校长"),
        ("著名画家", "画家"),
    ],
)
def test_words_that_are_no_part_of_a_title_are_dropped(text: str, expected: str) -> None:
    assert titles(text) == [(expected, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("神经内科医生", [("医生", "神经内科")]),
        ("急诊科副主任医师", [("副主任医师", "急诊科")]),
        ("教务处主任", [("主任", "教务处")]),
        ("护理部副主任", [("副主任", "护理部")]),
        ("骨科的主任医师", [("主任医师", "骨科")]),
        ("泌尿外科主任、麻醉科护士长", [("主任", "泌尿外科"), ("护士长", "麻醉科")]),
        ("青河县人民医院高压氧科主任", [("主任", "高压氧科")]),
        ("红星集团北方区运营总监", [("运营总监", "北方区")]),
        ("红星小学六年级班主任", [("班主任", "六年级")]),
        ("青河县第一中学高一（3）班班主任", [("班主任", "高一（3）班")]),
    ],
)
def test_a_department_is_parted_from_the_title(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "校长期关注",
        "管理委员会",
        "董事会",
        "主席台",
        "庆祝教师节",
        "代表着未来",
        "专家组",
        "我们老师们",
        "处长期闲置",
    ],
)
def test_heads_that_go_on_as_other_words_are_no_titles(text: str) -> None:
    assert titles(text) == []


def test_a_title_inside_of_an_institution_is_none() -> None:
    assert titles("青河县教师进修学校") == []


def test_a_party_branch_at_the_end_of_an_institution_belongs_to_the_title() -> None:
    assert body_end(Mention(0, 9, "红星县中心小学党委", "institution", "", 1.0)) == 7
    assert body_end(Mention(0, 6, "青河县总工会", "institution", "", 1.0)) == 6


def test_the_reach_of_a_title_takes_in_department_and_dropped_words() -> None:
    text = "来自远方的急诊科援疆专家"
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    (title,) = find_titles(document, ())
    assert text[title.start : title.end] == "专家"
    assert text[title.value.reach : title.end] == "急诊科援疆专家"


def test_many_modifiers_in_a_row_are_cut_off() -> None:
    (title,) = titles("副" * 1000 + "校长")
    assert len(title[0]) < 20
