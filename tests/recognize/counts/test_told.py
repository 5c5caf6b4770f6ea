"""What a number counts where no noun stands behind it: told before, in front, or understood."""

from __future__ import annotations

import pytest

from bangfu.article import Document, Source, Span, Text
from bangfu.recognize.counts.find import find_counts
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


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("像这样的扶贫车间，全县建成了20个", "扶贫车间"),
        ("教研组31个，还在活动的19个，占61%", "教研组"),
        ("受援的60家县医院中，达标的有50家", "县医院"),
        ("两组器械到齐，板房建设全力推进，600多套已搭好", "板房建设"),
        ("古井至今已发现15口", "古井"),
        ("中亚班列累计开行2600列", "中亚班列"),
        ("去年计划开行42趟", "列车"),
        ("他进校就去听课，连听11节", "课"),
        ("他为这事跑了四趟", "跑"),
        ("先后8次被评为先进", "被评为先进"),
        ("硕士及以上61人", "硕士及以上"),
        ("县级以上30名", "县级以上"),
        ("挂职、跟岗人员48人", "挂职、跟岗人员"),
        ("在岗医生48人", "在岗医生"),
        ("门诊有彩超6台", "彩超"),
        ("累计建成充电桩35台", "充电桩"),
        ("医疗队17人分成小组", "医疗队"),
        ("他带出徒弟23个", "徒弟"),
        ("全院带教年轻医生9名", "年轻医生"),
        ("公司安置搬迁群众96人", "搬迁群众"),
        ("查出白内障患者12人", "白内障患者"),
        ("确诊病例12例", "确诊病例"),
        ("客运量比去年翻了一番，达到640人次", "客运量"),
        ("一期建了大棚46座，二期再建30座", "大棚"),
        ("目前有14家企业签约，其中9家投产", "企业"),
        ("12名队员中，8名是党员，5名有高级职称", "队员"),
        ("17所中心校，建了图书角的已有15所", "中心校"),
        ("应到理事15人，实到13人", "实到理事"),
        ("管理费用5万元，占本季度支出的3.8%", "管理费用占本季度支出"),
        ("华商会捐赠彩超6台", "彩超"),
        ("捐赠企业6家", "捐赠企业"),
        ("设备闲置19台", "设备"),
        ("棉衣折款18万元；学习用品包460套", "学习用品包"),
        ("按时交作业的从11人变成了37人", "交作业"),
        ("农村低收入人口参保率99%", "农村低收入人口参保率"),
        ("参会的副科级以上干部270余人", "副科级以上干部"),
        ("夏粮产量占全年产量超20%", "夏粮产量占全年产量"),
        ("山地占全省面积92%的省份", "山地占全省面积"),
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
        ("被周边4个县的学校使用", "县"),
        ("派出28名多学科骨干", "多学科骨干"),
        ("迎回12位在韩烈士遗骸", "在韩烈士"),
        ("还有4名在押人员", "在押人员"),
        ("选派105人到江北进修", "到江北进修"),
        ("其余六家——包括南坡厂在内——共认捐", None),
        ("招募2000名大学生志愿服务西部计划志愿者", "大学生志愿服务西部计划志愿者"),
        ("发生两起枪击，多人受伤", "枪击"),
        ("120头牛犊上个月到村", "牛犊"),
        ("7个未来产业组成的体系", "未来产业"),
        ("160个国家乡村振兴重点县", "国家乡村振兴重点县"),
        ("18项部门间合作协议", "部门间合作协议"),
        ("两个车站单日发送均破30万", "车站"),
        ("8张新圆桌旁坐满了人", "新圆桌"),
        ("三间土房里", "土房"),
        ("背了40多袋化肥上山", "化肥"),
        ("一千四百多号病人", "病人"),
        ("六百多学生", "学生"),
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
        ("两台医院的设备", [("两台", "医院的设备")]),
        ("四次全会部署", []),
        ("二轮承包到期", []),
        ("二次登陆", []),
        ("每月见面不足一次", []),
        ("3号病人出院", []),
        ("花样五花八门", []),
        ("和平共处五项原则", []),
        ("全国近百家博物馆", [("近百家", "博物馆")]),
    ],
)
def test_what_is_a_count_and_what_is_none(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected
