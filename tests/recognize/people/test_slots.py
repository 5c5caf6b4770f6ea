"""Slots: what fills a place that only names fill is a name, whatever its characters are."""

from __future__ import annotations

import pytest

from bangfu.article import Document, Source, Text
from bangfu.recognize.institutions.find import find_institutions
from bangfu.recognize.names.borders import CLOSED, JOINED, OPEN, closing
from bangfu.recognize.names.context import context_of
from bangfu.recognize.people.find import find_people
from bangfu.recognize.titles.find import find_titles
from bangfu.segment.sentences import sentences


def names(text: str) -> list[str]:
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    institutions = find_institutions(document)
    found = find_people(document, find_titles(document, institutions), institutions)
    return list(dict.fromkeys(m.value for m in found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("副市长方舟、教育局局长明亮。", ["方舟", "明亮"]),
        ("教授白鹤、儿科医生江山会诊。", ["白鹤", "江山"]),
        ("颁奖礼由秘书长花朵主持。", ["花朵"]),
        ("镇长方舟，副镇长石头走访农户。", ["方舟", "石头"]),
        ("党委书记金桥和校长柳林见面。", ["金桥", "柳林"]),
    ],
)
def test_a_word_of_the_dictionary_is_a_name_behind_a_title_and_before_a_border(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("校长骆小川说，学校很大。", ["骆小川"]),
        ("副局长禤志远介绍，进展顺利。", ["禤志远"]),
        ("院长毋大宁，专家第五文到场。", ["毋大宁", "第五文"]),
        ("董事长惠存礼和经理战云此行捐了书。", ["惠存礼"]),
        ("专业带头人黎大恒、麦小芬等7名教师到校。", ["黎大恒", "麦小芬"]),
    ],
)
def test_rare_surnames_carry_names(text: str, expected: list[str]) -> None:
    assert set(expected) <= set(names(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("局长向东海说，路修好了。", ["向东海"]),
        ("县长龙在天表示，资金已到位。", ["龙在天"]),
        ("侨联主席官有成，校长欧阳木到会。", ["官有成", "欧阳木"]),
        ("由老校长安家和接任。", ["安家和"]),
        ("教授缪伯年等专家授课。", ["缪伯年"]),
        ("发起人叫向明川，是老校友。", ["向明川"]),
        ("她的孙女霍在田也来了。", ["霍在田"]),
        ("村民郭存米患白内障多年。", ["郭存米"]),
    ],
)
def test_characters_of_grammar_stay_inside_a_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "全县开展教师培训，提高水平。",
        "医生和家长在一起交流。",
        "让群众有房，有地，有收入。",
        "学生成绩、家长满意度都有提高。",
        "总书记强调，要办好教育。",
        "干部从今天起住进村里。",
        "科学家都可以在这里工作。",
        "校长关心、教师支持。",
        "第一书记带着村民养羊。",
        "新建教师周转房，改善条件。",
    ],
)
def test_what_a_clause_goes_on_with_behind_a_title_is_no_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（记者 方小芳 通讯员 常在海）", ["方小芳", "常在海"]),
        ("（记者 王小川 摄影 田园）", ["王小川", "田园"]),
        ("文：丘大伟 图：黎向北 责任编辑：古兰 校对：何小碧）", ["丘大伟", "黎向北", "古兰", "何小碧"]),
        ("孩子们在上课。王大海 摄\n", ["王大海"]),
    ],
)
def test_bylines_take_words_and_follow_each_other(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("部长让-雅克·莫雷尔在信中致谢。", ["让-雅克·莫雷尔"]),
        ("总裁安娜-玛丽亚·洛佩斯到会。", ["安娜-玛丽亚·洛佩斯"]),
        ("艾山·拉提夫和他的弟弟拉提甫·拉提夫都来了。", ["艾山·拉提夫", "拉提甫·拉提夫"]),
        ("学生才让措说，她很高兴。", ["才让措"]),
    ],
)
def test_first_halves_and_endings_belong_to_foreign_and_tibetan_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("当副校长的傅小兰接到电话。", ["傅小兰"]),
        ("做快递员的江帆转来200元。", ["江帆"]),
    ],
)
def test_a_name_follows_what_somebody_serves_as(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_word_that_news_is_full_of_is_no_name_behind_a_title() -> None:
    assert names("补助教师费用，保证教师安全。") == []


def test_a_banner_named_like_a_person_is_a_place() -> None:
    assert names("乌兰呼和旗第四小学开学了。") == []


def test_a_conjunction_before_a_verb_ends_the_name_before_it() -> None:
    context = context_of("校长安家和接任，校长安家和教师", ())
    assert [closing(context, at) for at in (4, 5, 7)] == [OPEN, JOINED, CLOSED]


def test_slots_that_follow_each_other_take_linear_time() -> None:
    assert len(names("校长王小川、" * 2000)) == 1


def test_a_compound_surname_cut_off_from_its_given_name_is_no_name() -> None:
    assert "欧阳" not in names("天体化学与地球化学家欧阳自远家中，大家亲切询问。")


def test_who_begins_a_line_is_introduced_by_the_post_behind_a_comma() -> None:
    text = "常新：我与学校共成长\n\u3000\u3000常新，北坡市南坡实验中学校长，来自北京。\n图为常新接受采访。"
    assert names(text) == ["常新"]
    assert names("首先，学校校长很重视。\n高中，南坡县教育局副局长，都去了。") == []


@pytest.mark.parametrize("surname", "王李何吴林钱魏")
@pytest.mark.parametrize("given", "静丽平磊")
def test_an_adverb_behind_a_name_of_two_characters_is_no_part_of_it(surname: str, given: str) -> None:
    name = surname + given
    for told in ("曾担任", "现任", "曾任", "既是", "是"):
        assert names(f"{name}{told}南坡县第一中学副校长。") == [name]
    assert names(f"副校长{name}曾说，这里需要人。") == [name]
    assert names(f"南坡中学校长{name}并没有放弃。") == [name]


def test_elements_of_a_name_end_before_an_adverb() -> None:
    assert names("校长尼玛次仁曾说，这里需要人。") == ["尼玛次仁"]
    assert names("护理部主任阿依古丽·阿不都与周小平在练习。") == ["阿依古丽·阿不都", "周小平"]
