"""Institutions on sentences of our own: what is a name, where it begins, its kind and its place."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.article import Document, Mention, Source, Span, Text
from bangfu.recognize.institutions.find import find_institutions
from tests.growth import grows_less

KINDS = ("called", "dense", "donors", "edges", "local", "national", "pages", "plain", "regions", "wild")
MARKED = [
    line
    for name in ("", *(f"_{kind}" for kind in KINDS))
    for line in (Path(__file__).parent / f"sentences{name}.txt").read_text("utf-8").splitlines()
]
"""Sentences with every named body in 【】: of all kinds; called by words of another grammar; of dense
reports, with shared places and teams of pairs; of donors, branches and societies abroad; where the cut of
the words hides an edge; of local news, with invented counties; of the nation and abroad; as pages of the web
write them; with what only looks like a name; with unlisted regions in front of names and departments
behind them; and with classes of errors that readers of real pages wrote down.
"""


def document(clean: str, *spans: Span) -> Document:
    return Document(Source("a", clean), Text.untouched(clean), spans or (Span(0, len(clean)),))


def mentions(clean: str) -> tuple[Mention, ...]:
    return find_institutions(document(clean))


def named(clean: str) -> list[str]:
    return [m.text for m in mentions(clean) if not (m.value.generic or m.value.elliptical)]


@pytest.mark.parametrize("marked", MARKED)
def test_the_names_of_a_sentence_are_found_from_end_to_end(marked: str) -> None:
    assert named(re.sub("[【】]", "", marked)) == re.findall("【(.*?)】", marked)


def test_mentions_hold_their_offsets_and_never_overlap() -> None:
    clean = "石坝县教育局、石坝县委宣传部和石坝县第三中学教师到岭北集团。"
    found = mentions(clean)
    assert [clean[m.start : m.end] for m in found] == [m.text for m in found]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_short_form_leads_to_the_longest_form_of_the_article() -> None:
    found = mentions("他到石坝县石桥镇第三中学。第三中学很大，石桥镇第三中学也远。")
    assert {m.value.name for m in found} == {"石坝县石桥镇第三中学"}
    assert not any(m.value.generic for m in found)


def test_an_unnamed_office_is_the_named_one_of_the_article() -> None:
    found = mentions("石坝市教育局开会。市教育局局长讲话。")
    assert [m.value.name for m in found] == ["石坝市教育局", "石坝市教育局"]


def test_a_short_form_of_two_bodies_is_short_for_neither() -> None:
    found = mentions("石坝县第三中学和岭北县第三中学结对。第三中学先来。")
    assert found[-1].value.name == "第三中学"
    assert found[-1].value.generic


def test_an_unnamed_body_is_marked_generic() -> None:
    assert [(m.text, m.value.generic) for m in mentions("她在县医院工作。")] == [("县医院", True)]


def test_members_of_a_list_with_a_shared_head_are_elliptical() -> None:
    found = mentions("延庆区、密云区教委参加。")
    assert [(m.text, m.value.name, m.value.elliptical) for m in found] == [
        ("延庆区", "延庆区教委", True),
        ("密云区教委", "密云区教委", False),
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("石坝县第二中学", "school"),
        ("云岭师范大学", "university"),
        ("石坝县人民医院", "hospital"),
        ("石坝县财政局", "government"),
        ("石坝县委组织部", "party"),
        ("石坝县人民法院", "court"),
        ("岭北矿业有限公司", "company"),
        ("岭北银行", "bank"),
        ("岭北慈善基金会", "foundation"),
        ("石坝县志愿者协会", "association"),
        ("石坝日报", "media"),
        ("云岭省水利研究院", "research"),
        ("石坝县博物馆", "culture"),
        ("云岭省援藏医疗队", "team"),
        ("周启明名师工作室", "workshop"),
        ("世卫组织", "international"),
        ("石坝县敬老院", "other"),
    ],
)
def test_a_head_tells_the_kind(name: str, kind: str) -> None:
    assert [(m.text, m.value.kind) for m in mentions(f"记者来到{name}。")] == [(name, kind)]


def test_the_place_of_a_name_is_resolved_to_its_county() -> None:
    (found,) = mentions("来到云南省鲁甸县第九小学。")
    value = found.value
    assert (value.province, value.city, value.county, value.adcode) == (
        "云南省",
        "昭通市",
        "鲁甸县",
        "530621",
    )


def test_a_county_that_two_cities_share_is_settled_by_the_article() -> None:
    alone = mentions("来到鼓楼区第九小学。")[0].value
    settled = mentions("徐州的老师来到鼓楼区第九小学。")[0].value
    assert (alone.adcode, settled.city) == (None, "徐州市")


def test_nothing_outside_of_the_sentences_is_read() -> None:
    clean = "石坝县第三中学\n岭北县第三中学"
    assert [m.text for m in find_institutions(document(clean, Span(8, 15)))] == ["岭北县第三中学"]


def test_a_name_never_reaches_over_the_beginning_of_a_sentence() -> None:
    clean = "他去了石坝县第三中学"
    assert [m.text for m in find_institutions(document(clean, Span(0, 3), Span(6, 10)))] == ["第三中学"]


@pytest.mark.parametrize(
    "unit", ["学校", "中国", "市委", "“", "大学医院", "北京市", "第三", "和教育局", "——", "、海淀区教委"]
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    # Four times as long takes four times as long, and sixteen times where the work is quadratic.
    size = 15_000 // len(unit)
    assert grows_less(lambda times: find_institutions(document(unit * times)), size, 4 * size, than=10)


@pytest.mark.parametrize("times", [1, 2000])
def test_a_body_behind_a_list_of_names_begins_behind_them_however_long_the_list(times: int) -> None:
    assert named("主席王大雄、" + "朱维、" * times + "朱维和红叶慈善基金会") == ["红叶慈善基金会"]


@given(
    st.text(alphabet="北京市海淀区第一中学医院教育局和、的“”（）校长在公司有限——\n ，。A1\ud800", max_size=60)
)
def test_any_text_gives_mentions_inside_of_it_in_order(clean: str) -> None:
    found = mentions(clean)
    assert all(0 <= m.start < m.end <= len(clean) for m in found)
    assert all("".join(clean[m.start : m.end].split()) == m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_name_without_its_province_is_the_row_with_the_province() -> None:
    found = mentions("贵州省邬溪县岩寨乡小学开学。邬溪县岩寨乡小学校长说，岩寨乡小学过去很小。")
    assert {m.value.name for m in found} == {"贵州省邬溪县岩寨乡小学"}


def test_a_kind_with_a_number_behind_it_is_no_name() -> None:
    assert named("建成侨梦学校7所、侨福卫生院2所。") == []
    assert named("侨梦学校5个班、侨梦学校的7所宿舍。") == ["侨梦学校", "侨梦学校"]


def test_a_library_of_a_school_is_no_body_of_its_own() -> None:
    assert named("邬溪县岩坪中学图书馆开馆。") == ["邬溪县岩坪中学"]


def test_will_behind_a_committee_is_no_part_of_it() -> None:
    assert named("岚水市委会后发布公告。") == ["岚水市委"]


@pytest.mark.parametrize("unit", ["学校", "学校医院", "第一中学", "局", "某县镇", "北京学校", "大学附属医院"])
def test_repeated_heads_cost_time_in_proportion_to_the_text(unit: str) -> None:
    # Eight times the text; thrice that leaves room for a busy machine, not for a square.
    assert grows_less(lambda size: mentions((unit * size)[:size]), 5000, 40_000, than=24)


def test_numbered_members_of_a_list_have_the_place_of_the_first() -> None:
    found = mentions("云阜县第一中学、第二中学的老师来到第三中学。")
    assert [(m.text, m.value.name, m.value.generic) for m in found] == [
        ("云阜县第一中学", "云阜县第一中学", False),
        ("第二中学", "云阜县第二中学", False),
        ("第三中学", "第三中学", True),
    ]


def test_offices_beside_one_another_have_the_place_of_the_first() -> None:
    found = mentions("云阜县教育局、卫健局和云阜县委组织部、宣传部的人，特区政府、文旅局的人。")
    assert [m.value.name for m in found if not m.value.generic] == [
        "云阜县教育局",
        "云阜县卫健局",
        "云阜县委组织部",
        "云阜县委宣传部",
    ]


def test_an_office_that_shared_its_place_is_known_by_its_level_later() -> None:
    one = mentions("云阜县教育局、卫健局来了。县卫健局的人。")
    two = mentions("云阜县教育局、卫健局和石坝县教育局、卫健局来了。县卫健局的人。")
    assert one[-1].value.name == "云阜县卫健局"
    assert (two[-1].value.name, two[-1].value.generic) == ("县卫健局", True)


def test_an_office_behind_a_level_is_no_firm_of_the_same_name() -> None:
    found = mentions("高新区招商局的人；招商局的人。")
    assert [(m.text, m.value.kind) for m in found] == [("高新区招商局", "government"), ("招商局", "company")]


def test_numbers_before_a_shared_head_are_members_of_a_list() -> None:
    found = mentions("由海淀区第一、第二人民医院组成专家组。")
    assert [(m.text, m.value.name, m.value.elliptical, m.value.adcode) for m in found] == [
        ("海淀区第一", "海淀区第一人民医院", True, "110108"),
        ("第二人民医院", "海淀区第二人民医院", False, "110108"),
    ]


def test_a_known_body_stands_where_its_name_begins() -> None:
    (university,) = mentions("来自合肥工业大学的老师。")
    assert university.value.city == "合肥市"


def test_a_lake_or_a_mountain_places_no_body() -> None:
    assert [m.value.adcode for m in mentions("来到太湖光子中心。")] == [None]


@pytest.mark.parametrize("before", ["8个", "85家", "十余家", "多所", "两支"])
def test_what_is_counted_has_no_name(before: str) -> None:
    assert named(f"全县有{before}石榴专业合作社。") == []


def test_a_county_of_one_character_is_none_behind_half_a_name() -> None:
    assert named("霁南县很远。他到霁南县，霁南县医院在县城。") == ["霁南县医院"]


def test_a_name_never_begins_with_a_dot_or_a_mark() -> None:
    for clean in ("·艾海小学", "他说，乡镇卫生院、·希望小学", "木·艾海小学"):
        assert all(m.text[0] not in "·，、" for m in mentions(clean) if not m.value.generic)


def test_a_heading_in_brackets_is_no_part_of_a_name() -> None:
    assert named("【天气预警】县气象台发布预警。") == []
