"""Words around a name that say where it begins and ends."""

from __future__ import annotations

import pytest

from tests.recognize.people.test_slots import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我爱人马小洋在县城教书。", ["马小洋"]),
        ("七十岁的老人马改改扶着墙走。", ["马改改"]),
        ("柳湾乡村民田进宝送来锦旗。", ["田进宝"]),
        ("指导教师傅玉梅宣读了文件。", ["傅玉梅"]),
        ("眼科主治医师范立新说，手术很顺利。", ["范立新"]),
    ],
)
def test_a_word_across_the_end_of_a_noun_is_cut_anew(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_trade_that_begins_like_a_noun_and_a_surname_stays_a_word() -> None:
    assert names("教师范围广，老师傅说没事，妇女儿童都来了。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会长祁丽掏了十万元。", ["祁丽"]),
        ("返乡青年毛桂花想养鸡。", ["毛桂花"]),
        ("女生龙彩云围着老师问。", ["龙彩云"]),
        ("院长颜小林领着大家看病房。", ["颜小林"]),
        ("副校长邱岩站在人群里。", ["邱岩"]),
        ("护理部副主任汪星则把课表贴上墙。", ["汪星"]),
        ("村支书谢续学在巡查时发现险情。", ["谢续学"]),
        ("董事长邱问津祖籍石城。", ["邱问津"]),
    ],
)
def test_what_somebody_does_ends_the_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("校长王小明、铁白、局长李大海、李芳出席。", ["王小明", "李大海", "李芳"]),
        ("委员王小明、铁凌、李大海、张文芳出席。", ["王小明", "铁凌", "李大海", "张文芳"]),
        ("市领导扎西次仁、邢川、李文芳出席。", ["扎西次仁", "邢川", "李文芳"]),
        ("逗得后排的吕春梅和王野捂着嘴笑。", ["吕春梅", "王野"]),
    ],
)
def test_names_of_a_list_speak_for_each_other(text: str, expected: list[str]) -> None:
    found = names(text)
    assert [name for name in expected if name not in found] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("村里慰问了老人。（石城县扶贫办 欧小颖 李文）\n", ["欧小颖", "李文"]),
        ("为学生颁发证书。 任致远供图\n", ["任致远"]),
        ("联系人：省对口支援办公室　姜小丽，电话：123\n", ["姜小丽"]),
        ("6．谷小静，男，汉族，1962年生。", ["谷小静"]),
    ],
)
def test_offices_and_rolls_sign_with_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县医院副院长段长川担任领队。", ["段长川"]),
        ("驻外大使王亚军也到机场。", ["王亚军"]),
        ("中药材技术员迟万林蹲在地窖口。", ["迟万林"]),
        ("名誉会长伍杨玉芳捐出电脑十台。", ["伍杨玉芳"]),
        ("，释果明法师，李小芳等捐了款。", ["释果明"]),
        ("签署合作文件。\n谢小同参加会见。", ["谢小同"]),
        ("县里免去曹小龙的局长职务。", ["曹小龙"]),
        ("来自南岭中学的是护士长出身的毛成林。", ["毛成林"]),
    ],
)
def test_titles_that_names_hold_and_words_that_names_follow(text: str, expected: list[str]) -> None:
    found = names(text)
    assert [name for name in expected if name not in found] == []


def test_a_town_before_its_head_is_nobody() -> None:
    assert names("随后，石陂镇副镇长李小明介绍，来到定点帮扶的沙河村。") == ["李小明"]
