"""Items: the noun phrase of the thing counted, whole, and without what is said of it."""

from __future__ import annotations

import time

import pytest

from bangfu.article import Count, Document, Source, Text
from bangfu.recognize.counts import find_counts
from bangfu.recognize.money import find_money
from bangfu.recognize.numbers import find_numbers
from bangfu.segment.sentences import sentences


def rows(text: str) -> tuple[Count, ...]:
    document = Document(Source("a", text), Text.untouched(text), sentences(text))
    numbers = find_numbers(text)
    return find_counts(document, numbers, find_money(document, numbers), ())


def items(text: str) -> list[tuple[str, str | None]]:
    return [(row.text, row.item) for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("划定36个生态治理分区。", "生态治理分区"),
        ("形成5项制度创新成果，向全省推广。", "制度创新成果"),
        ("来自30多个国际组织。", "国际组织"),
        ("筛选出78种材料配比。", "材料配比"),
        ("新建65个村级寄递物流综合服务站。", "村级寄递物流综合服务站"),
        ("86家重点医疗物资保供企业复工。", "重点医疗物资保供企业"),
        ("共有41个工业大类。", "工业大类"),
        ("设置6个临时安置点。", "临时安置点"),
        ("举办20项雪上赛事。", "雪上赛事"),
        ("邀请27位文学奖得主。", "文学奖得主"),
        ("签署8份医疗合作谅解备忘录。", "医疗合作谅解备忘录"),
        ("调来4台动力换挡拖拉机。", "动力换挡拖拉机"),
        ("建成3600多个“一村一品”示范村镇。", "“一村一品”示范村镇"),
        ("走访25家县级以上公立医院。", "县级以上公立医院"),
        ("纳入12家规模以上企业。", "规模以上企业"),
        ("等5家后方医院建起远程会诊通道。", "后方医院"),
    ],
)
def test_a_compound_keeps_its_head(text: str, item: str) -> None:
    (row,) = rows(text)
    assert row.item == item


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("10支社火方队载歌载舞。", "社火方队"),
        ("专家学者20多人出席会议。", "专家学者"),
        ("环江五所学校参加。", "学校"),
        ("来自各地的企业家240多人参会。", "企业家"),
        ("县里将拿出4个编制。", "编制"),
        ("三名队员身心状态良好。", "队员"),
        ("五台机组满负荷排涝。", "机组"),
        ("9个项目签约，金额再增。", "项目"),
        ("12项重点工程全面复工。", "重点工程"),
        ("近百家企业参展。", "企业"),
        ("8万株樱花竞相绽放。", "樱花"),
        ("放飞8万羽和平鸽。", "和平鸽"),
        ("两架直升机今天赶到灾区。", "直升机"),
        ("6万多家医疗机构畅行无阻。", "医疗机构"),
        ("75名党员组成的突击队连夜上堤。", "党员"),
        ("60%的人认为价格还会涨。", "人"),
        ("超1万家企业启动了改造。", "企业"),
        ("上千盏灯笼运往邻县。", "灯笼"),
        ("7位青年歌唱家登台。", "青年歌唱家"),
        ("救出50名被困村民。", "被困村民"),
    ],
)
def test_what_is_said_of_the_thing_is_left_off(text: str, item: str) -> None:
    assert rows(text)[0].item == item


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("推出30条优化营商环境的硬举措。", "优化营商环境的硬举措"),
        ("播出五集纪录片《长河》。", "纪录片"),
        ("开放10个“二线口岸”。", "“二线口岸”"),
        ("园区有世界500强企业38家。", "世界500强企业"),
        ("抓获犯罪嫌疑人41名。", "犯罪嫌疑人"),
        ("累计发送旅客3万人次。", "旅客"),
        ("目前有80%的县（市、区）建成。", "县"),
        ("减少20%以上的碳排放。", "碳排放"),
        ("征收25%至40%不等的关税。", "关税"),
        ("一行14人走进课堂。", "一行"),
        ("代表团一行20人来访。", "代表团"),
        ("国际组织代表、专家学者等700余人与会。", "国际组织代表、专家学者"),
        ("各界代表约200人出席活动。", "各界代表"),
        ("夜里约6000人被疏散。", "疏散"),
        ("形成10个超千亿元规模产业集群。", "产业集群"),
        ("一上午收到200多份简历。", "简历"),
        ("销售收入同比增长都超过14%。", "销售收入同比增长"),
        ("这里食品企业比去年增加了40家。", "食品企业"),
        ("资金用于产业链延伸的比重偏低，只占38%。", "比重"),
        ("先后有9人获省级以上表彰。", "获省级以上表彰"),
        ("约100人参加了公祭活动。", "参加公祭活动"),
    ],
)
def test_items_in_front_and_around(text: str, item: str) -> None:
    (row,) = rows(text)
    assert row.item == item


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("天然气产量2000亿立方米，同比增长5%。", [("5%", "天然气产量同比增长")]),
        ("出口2万亿元，增长13.7%；进口1.2万亿元，增长4.9%。", [("13.7%", "出口增长"), ("4.9%", "进口增长")]),
        (
            "光伏装机容量约7亿千瓦，同比增长48%；风电装机容量约4亿千瓦，同比增长20%。",
            [("48%", "光伏装机容量同比增长"), ("20%", "风电装机容量同比增长")],
        ),
        ("物价指数保持温和上涨，同比上涨0.1%。", [("0.1%", "物价指数同比上涨")]),
        ("装机产能约占全国的40%。", [("40%", "装机产能")]),
        (
            "产销分别完成28万辆和29万辆，同比分别增长6%和9%。",
            [
                ("28万辆", "产销"),
                ("29万辆", "产销"),
                ("6%", "产销同比分别增长"),
                ("9%", "产销同比分别增长"),
            ],
        ),
        ("可支配收入1.9万元，扣除价格因素同比实际增长5%。", [("5%", "支配收入同比实际增长")]),
        ("门诊人次120万，再创历史新高，同比增长8%。", [("120万", "门诊人次"), ("8%", "门诊人次同比增长")]),
        ("转院的病人比去年同期减少17%。", [("17%", "病人减少")]),
        ("接待游客20万人次，较上届增长3%。", [("20万人次", "游客"), ("3%", "游客增长")]),
        ("预计经济增长5.2%，高于上次预测的5.1%。", [("5.2%", "经济增长"), ("5.1%", "经济")]),
        ("用电量增速较快，分别达到56.9%和44.0%。", [("56.9%", "用电量增速"), ("44.0%", "用电量增速")]),
        ("利率从2.25%上调至3%。", [("2.25%", "利率"), ("3%", "利率")]),
    ],
)
def test_growth_is_that_of_the_nearest_figure(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展新技术42项，其中19项填补空白。", [("42项", "新技术"), ("19项", "新技术")]),
        ("拦截了10枚导弹，3枚击中目标。", [("10枚", "导弹"), ("3枚", "导弹")]),
        ("50个乡镇中30个处在警报之下。", [("50个", "乡镇"), ("30个", "乡镇")]),
        ("两人说好明天再来。", [("两人", None)]),
        ("事故造成两人死亡。", [("两人", "死亡")]),
    ],
)
def test_some_of_those_before_take_their_noun_or_none(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "span", "value", "item"),
    [
        ("全县近一亿农民", "近一亿", 10**8, "农民"),
        ("近两万贫困群众受益", "近两万", 20000, "贫困群众"),
        ("将有近百万儿童受影响", "近百万", 10**6, "儿童"),
        ("五百村民搬进新居", "五百", 500, "村民"),
        ("月底前568户受损房屋修好", "568户", 568, "受损房屋"),
        ("年底前30所学校完成改造", "30所", 30, "学校"),
        ("雨季前约有770万人受灾", "约有770万人", 7700000, "受灾"),
        ("目前20所学校已恢复", "20所", 20, "学校"),
        ("26个人总要回去的", "26个", 26, "人"),
        ("四个人的支教队", "四个", 4, "人"),
        ("3家教育机构", "3家", 3, "教育机构"),
        ("1.9万家乡镇卫生院", "1.9万家", 19000, "乡镇卫生院"),
        ("5位居民", "5位", 5, "居民"),
        ("2种植物", "2种", 2, "植物"),
        ("10种粮食作物", "10种", 10, "粮食作物"),
        ("5支援疆医疗队", "5支", 5, "援疆医疗队"),
        ("8台风机", "8台", 8, "风机"),
        ("3名单亲儿童", "3名", 3, "单亲儿童"),
        ("甲国两位前总理", "两位", 2, "前总理"),
        ("南山五地州", "五", 5, "地州"),
    ],
)
def test_counts_that_look_like_something_else(text: str, span: str, value: int, item: str) -> None:
    (row,) = rows(text)
    assert (row.text, row.value, row.item) == (span, value, item)


@pytest.mark.parametrize(
    "unit",
    [
        "1约",
        "1约，同比增长5%，",
        "“5个",
        "其中5个",
        "较5%",
        "比5%，",
        "占全国5%",
        "5名教师的",
        "5个创新",
        "等5人",
        "两人说，",
        "约",
    ],
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    text = unit * (20000 // len(unit)) + "，同比增长5%。"
    begin = time.process_time()
    rows(text)
    assert time.process_time() - begin < 10


def test_levels_side_by_side_are_counted() -> None:
    assert items("覆盖七县一市") == [("七", "县")]
    assert items("带动8镇19村") == [("8", "镇"), ("19", "村")]


@pytest.mark.parametrize(
    "text",
    [
        "三面环山",
        "千人共舞",
        "百万雄师过大江",
        "千万百姓",
        "前10名",
        "前5所学校",
        "7人制橄榄球",
        "3个人次",
        "三家村",
        "五台县",
    ],
)
def test_what_looks_like_a_count_gives_no_row(text: str) -> None:
    assert rows(text) == ()
