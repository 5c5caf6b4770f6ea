"""What a number counts where no noun stands behind it: told before, in front, or understood."""

from __future__ import annotations

import pytest

from bangfu.article import Document, Source, Span, Text
from bangfu.recognize.counts import find_counts
from bangfu.recognize.money import find_money
from bangfu.recognize.numbers import find_numbers


def items(text: str) -> list[tuple[str, str | None]]:
    document = Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),))
    numbers = find_numbers(text)
    return [(row.text, row.item) for row in find_counts(document, numbers, find_money(document, numbers), ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("派出教师20名，其余8名来年再派。", [("20名", "教师"), ("8名", "教师")]),
        (
            "来了30个学员，走了6个，剩下那24个学得更勤。",
            [("30个", "学员"), ("6个", "学员"), ("24个", "学员")],
        ),
        ("另外3名家长也到场", [("3名", "家长")]),
    ],
)
def test_the_rest_of_some_are_those_told_before(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("南坡村5个屯、312户、1408人，过去种玉米。", ["屯", "南坡村", "南坡村"]),
        ("南坡村386户1729人。", ["南坡村", "南坡村"]),
        ("北岭乡地处深山，现有612户2874人。", ["北岭乡", "北岭乡"]),
        ("纳入监测的还有612户2874人。", ["纳入监测", "纳入监测"]),
        ("带动720户2900人增收", ["增收", "增收"]),
    ],
)
def test_households_and_people_are_those_of_their_place_or_act(text: str, expected: list[str]) -> None:
    assert [item for _, item in items(text)] == expected


def test_things_at_a_site_are_those_told_before() -> None:
    assert items("新装的3台净水器，教学楼1台，宿舍楼2台") == [
        ("3台", "净水器"),
        ("1台", "净水器"),
        ("2台", "净水器"),
    ]
    assert items("新建的学校3所，医院2所") == [("3所", "学校"), ("2所", "医院")]


def test_the_same_number_of_people_told_again_takes_their_noun() -> None:
    assert items("46名学员到了村里。46人分成七个小组。")[:2] == [("46名", "学员"), ("46人", "学员")]
    assert items("16名乘客获救。事故已致16人死亡。")[1] == ("16人", "死亡")


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("像这样的扶贫车间，全县建成了20个", "扶贫车间"),
        ("举办讲座86场，覆盖1.3万人次", "讲座覆盖"),
        ("教研组31个，还在活动的19个，占61%", "教研组"),
        ("推动补助资金用于产业60%", "补助资金"),
        ("受援的60家县医院中，达标的有50家", "县医院"),
        ("两组器械到齐，板房建设全力推进，600多套已搭好", "板房建设"),
        ("古井至今已发现15口", "古井"),
        ("中亚班列累计开行2600列", "中亚班列"),
        ("去年计划开行42趟", "列车"),
        ("他进校就去听课，连听11节", "课"),
        ("他为这事跑了四趟", "跑"),
        ("材料来回报了3次", "报"),
        ("先后8次被评为先进", "被评为先进"),
        ("硕士及以上61人", "硕士及以上"),
        ("县级以上30名", "县级以上"),
        ("挂职、跟岗人员48人", "挂职、跟岗人员"),
        ("在岗医生48人", "在岗医生"),
        ("门诊有彩超6台", "彩超"),
        ("累计建成充电桩35台", "充电桩"),
    ],
)
def test_nouns_in_front_and_told_before(text: str, item: str) -> None:
    assert items(text)[-1][1] == item


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("同年毕业的42名受助生里", "受助生"),
        ("宣读了两份任职通知：", "任职通知"),
        ("有5个报了夜校的年轻人", None),
        ("5000多万登记注册的老年志愿者", "登记注册的老年志愿者"),
        ("被周边4个县的学校使用", "县"),
        ("派出28名多学科骨干", "多学科骨干"),
        ("迎回12位在韩烈士遗骸", "在韩烈士"),
        ("还有4名在押人员", "在押人员"),
        ("选派105人到江北进修", "到江北进修"),
        ("其余六家——包括南坡厂在内——共认捐", None),
        ("招募2000名大学生志愿服务西部计划志愿者", "大学生志愿服务西部计划志愿者"),
        ("发生两起枪击，多人受伤", "枪击"),
        ("袭击了100多个武装目标", "武装目标"),
    ],
)
def test_nouns_behind(text: str, item: str | None) -> None:
    rows = dict(items(text))
    assert next(iter(rows.values())) == item


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲市、乙市等五市配套615万元", [("五", "市")]),
        ("江南、江北等五市场", []),
        ("造成4人及以上死亡", [("4人及以上", "死亡")]),
        ("三门职业中学校长", []),
        ("两台医院的设备", [("两台", "医院的设备")]),
        ("四次全会部署", []),
        ("二轮承包到期", []),
        ("二次登陆", []),
        ("每月见面不足一次", []),
        ("全国近百家博物馆", [("近百家", "博物馆")]),
    ],
)
def test_what_is_a_count_and_what_is_none(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected
