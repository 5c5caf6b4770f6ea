"""Counts: value, unit, item and approximation, and the numbers that count nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bangfu.article import Count, Document, Mention, Source, Span, Text
from bangfu.recognize.counts.find import find_counts
from bangfu.recognize.money import find_money
from bangfu.recognize.numbers import find_numbers


def rows(text: str, institutions: tuple[Mention, ...] = ()) -> tuple[Count, ...]:
    document = Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),))
    numbers = find_numbers(text)
    return find_counts(document, numbers, find_money(document, numbers), institutions)


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "item"),
    [
        ("选派233名优秀教师到帮扶地区支教。", "233名", 233, "名", "优秀教师"),
        ("受益教师1.1万余人。", "1.1万余人", 11000, "人", "受益教师"),
        ("结对学校105所。", "105所", 105, "所", "结对学校"),
        ("培训 4600余名干部教师", "4600余名", 4600, "名", "干部教师"),
        ("用于98所学校的维修改造", "98所", 98, "所", "学校"),
        ("完成了200余台危重患者的手术", "200余台", 200, "台", "危重患者的手术"),
        ("老师们累计听课512节。", "512节", 512, "节", "听课"),
        ("累计助力3.2万人摆脱贫困。", "3.2万人", 32000, "人", "摆脱贫困"),
        ("带动1900余人就业。", "1900余人", 1900, "人", "就业"),
        ("带动就业超1.1万人。", "超1.1万人", 11000, "人", "就业"),
        ("惠及甲省180万群众。", "180万", 1800000, None, "群众"),
        ("商务部等10部门印发意见", "10", 10, None, "部门"),
        ("七部门联合发文", "七", 7, None, "部门"),
        ("参保人数超1.28亿，", "超1.28亿", 128000000, None, "参保人数"),
        ("就业率达11.1%。", "11.1%", Decimal("11.1"), "%", "就业率"),
        ("80%以上援疆资金向基层倾斜", "80%以上", 80, "%", "援疆资金"),
        ("占比超过95%，", "超过95%", 95, "%", "占比"),
        ("两所学校", "两所", 2, "所", "学校"),
        ("近万名校长和教师", "近万名", 10000, "名", "校长和教师"),
        ("教室里添了新桌椅，一共310套。", "310套", 310, "套", "新桌椅"),
        ("1名教育经验丰富的干部", "1名", 1, "名", "教育经验丰富的干部"),
        ("1， 831名学生", "1， 831名", 1831, "名", "学生"),
        ("７０余名党员教师围坐在一起", "７０余名", 70, "名", "党员教师"),
        ("站点达10万个以上，", "10万个以上", 100000, "个", "站点"),
        ("教室里只有4台能开机的旧电脑", "4台", 4, "台", "能开机的旧电脑"),
        ("59位八十岁以上的老人围坐在一起", "59位", 59, "位", "老人"),
        ("可供300人同时阅读。", "300人", 300, "人", "阅读"),
        ("其中31人赴港就读。", "31人", 31, "人", "赴港就读"),
        ("当天约5万人参加游行。", "约5万人", 50000, "人", "参加游行"),
        ("全镇已有“长寿食堂”21家。", "21家", 21, "家", "长寿食堂"),
        ("像这样的姊妹园，南坡县已有13对。", "13对", 13, "对", "姊妹园"),
        ("两个特别行政区", "两个", 2, "个", "特别行政区"),
        ("管理费用不得超过当年总支出的10%。", "10%", 10, "%", "管理费用"),
        ("南坡县现有幼儿园36所。", "36所", 36, "所", "幼儿园"),
        ("累计发放宣传资料1200余份。", "1200余份", 1200, "份", "宣传资料"),
        ("物资包括棉被500床。", "500床", 500, "床", "棉被"),
        ("新增就业3200人。", "3200人", 3200, "人", "新增就业"),
        ("村民来了300多人。", "300多人", 300, "人", "村民"),
        ("13人获得先进称号。", "13人", 13, "人", "获得先进称号"),
        ("医疗队一共做了360例。", "360例", 360, "例", None),
        ("车上装着420袋大米。", "420袋", 420, "袋", "大米"),
        ("支起了6顶帐篷", "6顶", 6, "顶", "帐篷"),
        ("带动脱贫户315户。", "315户", 315, "户", "脱贫户"),
        ("参与人次突破600亿。", "600亿", 60000000000, None, "人次"),
    ],
)
def test_a_count_has_value_unit_and_item(
    text: str, span: str, value: int | Decimal, unit: str | None, item: str | None
) -> None:
    (row,) = rows(text)
    assert (row.text, row.value, row.unit, row.item) == (span, Decimal(value), unit, item)
    assert text[row.start : row.end] == span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("选派了九批902名教师", [("九批", 9, "教师"), ("902名", 902, "教师")]),
        ("小学12所、中学8所", [("12所", 12, "小学"), ("8所", 8, "中学")]),
        (
            "支持2个示范县、6个镇和40个示范村",
            [("2个", 2, "示范县"), ("6个", 6, "镇"), ("40个", 40, "示范村")],
        ),
        ("普及率从84%提升到96%。", [("84%", 84, "普及率"), ("96%", 96, "普及率")]),
        ("带动720户2900人增收。", [("720户", 720, "增收"), ("2900人", 2900, "增收")]),
        (
            "有慈善组织1万个，其中具有募捐资格的4480个。",
            [("1万个", 10000, "慈善组织"), ("4480个", 4480, "慈善组织")],
        ),
        (
            "运来300册图书。第二批送了200册。",
            [("300册", 300, "图书"), ("200册", 200, "图书")],
        ),
        ("队伍从最初的6人发展到210人。", [("6人", 6, "队伍"), ("210人", 210, "队伍")]),
        ("有11批次、共计340人次的专家坐诊。", [("11批次", 11, "专家"), ("340人次", 340, "专家")]),
        ("听课30节，授课12节。", [("30节", 30, "听课"), ("12节", 12, "授课")]),
    ],
)
def test_lists_and_shared_items(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(row.text, int(row.value), row.item) for row in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "low", "high"), [("30-40人参加", 30, 40), ("2到3个主导产业", 2, 3), ("三四十名学生", 30, 40)]
)
def test_a_range_has_both_ends(text: str, low: int, high: int) -> None:
    (row,) = rows(text)
    assert (row.value, row.value_max) == (low, high)


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("近1700名", "near"),
        ("超90家企业", "over"),
        ("200余名", "over"),
        ("上千名", "over"),
        ("突破6300万人次", "over"),
        ("约30万人", "about"),
        ("大约有36万人", "about"),
        ("500人左右", "about"),
        ("不足50%", "under"),
        ("100人以内", "under"),
        ("50名", None),
    ],
)
def test_approximation(text: str, approx: str | None) -> None:
    (row,) = rows(text)
    assert row.approx == approx


@pytest.mark.parametrize(
    "text",
    [
        "2022年10月11日上午8时30分",
        "历时3年、100天、一周和两个多月",
        "34岁，从教34年之久",
        "第三批、首批、第十二届",
        "一支队伍、一个目标、一名医生",
        "以“1215”为核心的模式",
        "实施“五三”计划",
        "甲市101中学",
        "甲县第三中学",
        "甲市十一学校的老师",
        "百千万工程",
        "一对一、手把手",
        "两不愁三保障",
        "数十名、若干名、几十人",
        "电话010-6512-3456",
        "邮编 100080",
        "排名第3位，位列前10名",
        "《三年行动计划》和《甲中学5个一规划》",
        "提高5.4个和7.5个百分点",
        "扩大到160亩，全长2000公里，重30斤",
        "确立了4个努力方向，抓好7个方面",
        "三家村和五台县",
        "货车穿过六盘山",
        "老两口，一家三口",
        "中央八项规定精神",
        "人大三次会议",
        "园区二期工程",
        "5G基站",
        "高二学生",
        "投入5万元",
        "两地、两国、两省区",
        "粤港澳三地联合举办",
        "在铁路12306开设专区",
        "1.2.3个",
        "00012名",
        "三分之二的学生",
        "收入翻了3倍",
    ],
)
def test_what_counts_nothing_gives_no_row(text: str) -> None:
    assert rows(text) == ()


@pytest.mark.parametrize(
    ("text", "span", "value", "item"),
    [
        ("培育10个亿元级合作社。", "10个", 10, "合作社"),
        ("建成5个千万元级项目。", "5个", 5, "项目"),
        ("扶持3个亿元村。", "3个", 3, "村"),
        ("新增10个亿吨级大油田。", "10个", 10, "大油田"),
        ("新建12个万吨级冷库。", "12个", 12, "冷库"),
        ("打造2个百亿级产业集群。", "2个", 2, "产业集群"),
        ("建起近500个万头猪场。", "近500个", 500, "猪场"),
    ],
)
def test_things_named_by_their_size_are_counted_and_not_multiplied(
    text: str, span: str, value: int, item: str
) -> None:
    (row,) = rows(text)
    assert (row.text, row.value, row.unit, row.item) == (span, value, "个", item)


@pytest.mark.parametrize(
    ("text", "approx"),
    [("春节约30万人返乡", "about"), ("损失约5台设备", "about"), ("更新近200台设备", "near")],
)
def test_an_approximator_behind_a_whole_word_is_one(text: str, approx: str) -> None:
    (row,) = rows(text)
    assert row.approx == approx


@pytest.mark.parametrize(
    "text",
    [
        "现场签约30个项目",
        "节约20台设备",
        "附近30户村民",
        "违约3家企业",
        "晚上千余名群众赶来",
        "书架上百余册图书",
    ],
)
def test_the_end_of_another_word_is_no_approximator(text: str) -> None:
    (row,) = rows(text)
    assert row.approx == ("over" if "余" in text else None)
    assert text[row.start] in "0123456789千百"


def test_a_number_in_the_name_of_an_institution_is_no_count() -> None:
    text = "北山三所小学联盟召开会议"
    name = Mention(0, 8, text[:8], "institution", "test")
    assert [row.text for row in rows(text)] == ["三所"]
    assert rows(text, (name,)) == ()


def test_the_action_is_the_verb_in_front() -> None:
    assert [row.action for row in rows("联合国组织捐赠图书300册，救治患者20名。")] == ["捐赠", "救治"]


def test_a_count_outside_of_the_sentences_is_left_out() -> None:
    text = "选派5名教师。\n相关阅读：10名医生"
    document = Document(Source("a", text), Text.untouched(text), (Span(0, 7),))
    assert [row.text for row in find_counts(document, find_numbers(text), (), ())] == ["5名"]


def test_acts_told_with_degrees_count_and_degrees_do_not() -> None:
    (row,) = rows("他两度入藏支教。")
    assert (row.value, row.unit, row.item) == (2, "度", "入藏支教")
    assert not rows("这里气温三度，灼伤三度烧伤。")


def test_what_somebody_says_counts_and_a_slogan_does_not() -> None:
    assert [row.text for row in rows("她说：“那我一个人顶三个班吧”")] == ["三个"]
    assert not rows("落实“三个一批”行动。")


def test_the_second_of_two_batches_by_number_is_no_count() -> None:
    assert not rows("召开第三、四批医疗队交接会。")
