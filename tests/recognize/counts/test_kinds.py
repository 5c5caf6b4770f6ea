"""Nouns left out beside a number, and numbers told one by one of a list."""

from __future__ import annotations

import pytest

from bangfu.lexicon import table
from tests.growth import grows_less
from tests.recognize.counts.told import items, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("冷藏车不够用，集团又调了5台过来。", ("5台", "冷藏车")),
        ("课桌不够，县里又添了60套。", ("60套", "课桌")),
        ("棉衣送到了山上，一共300件。", ("300件", "棉衣")),
        ("路灯也装上了，全村86盏。", ("86盏", "路灯")),
        ("水窖修好了，新打的有15口。", ("15口", "水窖")),
        ("果苗是协会给的，每户分到40株。", ("40株", "果苗")),
        ("校舍漏雨，商会出资翻修了12间。", ("12间", "校舍")),
        ("给青年教师改标书，一改就是四十多份。", ("四十多份", "标书")),
        ("他写的信，孩子们都收着，算下来有二百多封。", ("二百多封", "信")),
        ("实验室从一间变成四间。", ("四间", "实验室")),
        ("果农缺少冷库，协会贷款建成2座。", ("2座", "冷库")),
    ],
)
def test_a_thing_left_out_is_the_last_one_its_measure_word_counts(
    text: str, expected: tuple[str, str]
) -> None:
    assert items(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("给住院的困难牧民垫付费用，至今已帮到53人次。", ("53人次", "困难牧民")),
        ("为行动不便老人上门，限20户。", ("20户", "行动不便老人")),
        ("为留守儿童过生日，今年已过了36人次。", ("36人次", "留守儿童")),
        ("帮脱贫户卖核桃，前后帮了52户。", ("52户", "脱贫户")),
        ("替残疾人跑手续，一共帮了18人次。", ("18人次", "残疾人")),
        ("县里流失的孩子，从每年约200名降到不足60名。", ("不足60名", "孩子")),
        ("载着清溪专家一行6人的中巴车到了。", ("6人", "清溪专家")),
        ("帮助2315名青坪籍劳动力到外地就业。", ("2315名", "青坪籍劳动力")),
        ("招收30名白水籍的学生。", ("30名", "白水籍的学生")),
        ("对23.1万返乡渔民逐一建档立卡。", ("23.1万", "返乡渔民")),
        ("上万村民参加了集会。", ("上万", "村民")),
        ("交换了265名地方武装力量的被俘人员。", ("265名", "地方武装力量的被俘人员")),
    ],
)
def test_who_is_counted_where_no_noun_for_people_stands_beside_the_number(
    text: str, expected: tuple[str, str | None]
) -> None:
    assert expected in items(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "北川的医生是分三拨来的。第一拨5人先到；第二拨、第三拨共13人。",
            [("三拨", "医生"), ("5人", "医生"), ("13人", "医生")],
        ),
        (
            "支教老师分两批进山，第一批12名，第二批9名。",
            [("两批", "支教老师"), ("12名", "支教老师"), ("9名", "支教老师")],
        ),
        ("学员分成六组，第一组8人。", [("六组", "学员"), ("8人", "学员")]),
        ("队员编成四组，第三组有9人。", [("四组", "队员"), ("9人", "队员")]),
        ("志愿者分五批上山，第五批来了7人。", [("五批", "志愿者"), ("7人", "志愿者")]),
    ],
)
def test_those_of_a_batch_are_whom_the_batches_hold(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小学、初中、高中分别有12所、5所、2所。", ["小学", "初中", "高中"]),
        ("教师、医生、农技人员分别选派了20名、15名、8名。", ["教师", "医生", "农技人员"]),
        ("小学生和初中生分别资助了120人和86人。", ["小学生", "初中生"]),
        ("茶叶、核桃销售额分别增长5%和8%。", ["茶叶销售额增长", "核桃销售额增长"]),
        (
            "养老、失业、工伤保险参保人数分别为30万人、8万人、9万人。",
            ["养老保险参保人数", "失业保险参保人数", "工伤保险参保人数"],
        ),
        ("重点村和重点镇的数量分别达到139个和18个。", ["重点村", "重点镇"]),
        ("水稻、玉米产量比上年分别提高3%、4%。", ["水稻产量比上年提高", "玉米产量比上年提高"]),
    ],
)
def test_numbers_told_one_by_one_count_the_members_of_the_list(text: str, expected: list[str]) -> None:
    assert [item for _, item in items(text)] == expected


def test_a_list_of_another_length_is_not_told_one_by_one() -> None:
    assert {item for _, item in items("小学、初中、高中分别有12所、5所。")} != {"小学", "初中"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两省医疗队同日出发。", [("两", "省")]),
        ("青川、白水、南坡三省联合推出。", [("三", "省")]),
        ("东三省的冬天长。", []),
        ("老郭两口子忙个不停。", []),
        ("门前有两排窑洞。", [("两排", "窑洞")]),
        ("拉着两卡车物资到了。", [("两卡车", "物资")]),
        ("基地一天下线4万棒。", [("4万棒", "菌棒")]),
        ("倒贴了她200块，让她去县医院。", []),
        ("冯会长个人：3万块，指定给五保户过年。", []),
        ("医院添了128排CT。", []),
    ],
)
def test_measures_that_are_counts_and_those_that_are_none(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize("clause", ["给老人，", "水窖，", "一改就是", "小学、初中分别", "得跑要"])
def test_hostile_repetition_takes_linear_time(clause: str) -> None:
    assert grows_less(lambda times: rows((clause * times + "3台、5人、2趟。") * 20), 80, 800, than=40)


def test_every_end_of_a_noun_belongs_to_a_measure_word() -> None:
    measures = {row[0] for row in table("measure_words")}
    assert {unit for unit, _ in table("measure_kinds")} <= measures
