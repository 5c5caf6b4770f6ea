"""Names in brackets, lists, columns and before words that seem to go on with them."""

from __future__ import annotations

import pytest

from bangfu.pipeline import extract


def names(text: str) -> list[str]:
    return [person.name for person in extract(text).people]


def roles(text: str) -> set[tuple[str, str, str | None]]:
    return {(role.person, role.title, role.institution) for role in extract(text).roles}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县长禚宝忠，副县长思宝明到会。", ["禚宝忠", "思宝明"]),
        ("乡党委副书记线小勇介绍了情况。", ["线小勇"]),
        ("管委会主任归海林等参加。", ["归海林"]),
        ("急诊部主任张廖雅文，护士长范姜玉华到场。", ["张廖雅文", "范姜玉华"]),
        ("校友会会员李美兰、黄张嘉宁、王小红到场。", ["李美兰", "黄张嘉宁", "王小红"]),
    ],
)
def test_any_character_may_be_a_surname_behind_a_post(text: str, expected: list[str]) -> None:
    assert set(expected) <= set(names(text))


@pytest.mark.parametrize(
    "text",
    [
        "老师少跑路，孩子多读书。",
        "牧民等着给大夫献哈达。",
        "总统激动地表示，感谢大家。",
        "有人被暂停议员身份或开除。",
        "他们的学生画雪山，最后拼成长卷。",
        "研究生林帆、闫文正在上课。",
    ],
)
def test_what_is_no_name_behind_a_title_stays_none(text: str) -> None:
    assert not {"少跑路", "献哈达", "激动地", "身份或", "画雪山", "闫文正在"} & set(names(text))


def test_a_bracket_between_a_title_and_a_name_holds_a_post_of_the_same_person() -> None:
    text = "江州市第一医院院长（民盟江州市委会副主委）崔大民介绍了情况。"
    assert roles(text) >= {
        ("崔大民", "院长", "江州市第一医院"),
        ("崔大民", "副主委", "民盟江州市委会"),
    }
    assert "平亦山" in names("清河县副县长（挂职）平亦山，副县长敖成文陪同。")


def test_a_bracket_with_a_post_does_not_end_a_list_under_one_title() -> None:
    found = roles("清河同乡会副理事长韩光明、林鸿志（兼财政主任）、冯所文、王安民出席。")
    assert {(who, "副理事长", "清河同乡会") for who in ("韩光明", "林鸿志", "冯所文", "王安民")} <= found
    assert ("林鸿志", "财政主任") in {role[:2] for role in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司董事长巩长风向支教团捐赠30万元。", "巩长风"),
        ("县教育局副局长苗向阳和县人民医院院长到会。", "苗向阳"),
        ("县外侨办主任夏清平等区、县有关部门领导到会。", "夏清平"),
        ("县扶贫办副主任沈立和支医的河西医院医师桂小明。", "沈立"),
        ("教师孟洁来支教了一年。", "孟洁"),
        ("指导员徐华正带着十名队员巡查。", "徐华"),
        ("西南大学法学院讲师的商羽写的信到了。", "商羽"),
    ],
)
def test_a_name_ends_before_a_word_of_grammar(text: str, expected: str) -> None:
    assert expected in names(text)


def test_the_institution_behind_a_name_begins_behind_the_conjunction() -> None:
    assert ("阎晓林", "副院长", "县人民医院") in roles("县教育局副局长苗向阳和县人民医院副院长阎晓林陪同。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("刘国平、毛阿花各捐赠5万元，黄土根、严志林各捐赠3万元。", ["黄土根", "严志林"]),
        ("捐赠的个人有：章学文，方孝平，占小兰，查文丽等七位。", ["占小兰"]),
        ("副会长单位江郎公司琚志文（姜丽代）以及秘书处到会。", ["姜丽"]),
        ("中新社清河四日电(向昌平 彭世文) 有基金会来访。", ["向昌平", "彭世文"]),
        ("联系人：国凯、生云山。", ["国凯", "生云山"]),
        ("儿科苗小禾、普通外科司马俊和麻醉科牛一山将赴清河县医院工作。", ["苗小禾", "司马俊", "牛一山"]),
    ],
)
def test_a_list_and_a_byline_speak_for_each_of_their_names(text: str, expected: list[str]) -> None:
    assert set(expected) <= set(names(text))


def test_the_office_in_a_byline_is_nobody() -> None:
    assert names("文/图：宣传科 张小倩") == ["张小倩"]


def test_the_cells_of_a_column_are_names_where_two_of_them_are() -> None:
    table = (
        "队员 |\n院系 |\n毕晓林 |\n土木学院 |\n盛夏 |\n数学学院 |\n万嘉欣 |\n外语学院 |\n解红旗 |\n物理系 |\n"
    )
    assert names(table) == ["毕晓林", "盛夏", "万嘉欣", "解红旗"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("43岁的牧民巴特尔·敖其尔给医生发来视频。", "巴特尔·敖其尔"),
        ("学校党总支书记买买提江·阿不都热合曼对记者说。", "买买提江·阿不都热合曼"),
        ("物理教师阿依努尔·艾山拜清河中学教师方大明为师。", "阿依努尔·艾山"),
        ("有个叫阿依夏木的老奶奶每次都来。", "阿依夏木"),
        ("少年名叫贡保，今年考上了中学。", "贡保"),
    ],
)
def test_known_elements_are_whole_and_open_behind_words_of_calling(text: str, expected: str) -> None:
    assert expected in names(text)
