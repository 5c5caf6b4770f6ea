"""Names of the peoples of the west and of other countries: whole in every slot, and nothing that goes on."""

from __future__ import annotations

import pytest

from bangfu.pipeline import extract

FRAMES = [
    "当天，村医{}给孩子们做了检查。",
    "县医院院长{}说，变化很大。",
    "参加培训的教师有{}、王小明、李红梅。",
    "来自那曲市色尼区的{}今年考上了大学。",
    "12岁的{}告诉记者，她喜欢上学。",
    "图为医生{}（左）在为患者检查。",
    "她的丈夫{}在县城打工。",
    "住院医师{}查房时发现了问题。",
    "牧民{}一家住进了新房。",
    "人大常委会副主任{}出席活动。",
    "医院将药品交给县医院的{}。",
    "学生{}的父亲得了重病。",
    "“谢谢你们！”{}说。",
    "我叫{}，是五年级的学生。",
    "他和徒弟{}一起完成了手术。",
    "该校校长{}介绍，学校有学生300人。",
]
NAMES = [
    *("洛桑次培", "达瓦梅朵", "罗绒邓珠", "普布仓决", "泽仁拥措"),
    *("布海丽其姆·热西提", "吾斯曼江", "阿依先古丽", "吐尔干拜·奥罗孜", "图尔荪阿依·麦麦提"),
    *("敖特根", "哈斯额尔敦", "满都拉其其格", "苏和巴特尔"),
    *("勒乌阿呷", "海来木呷", "瓦扎子黑", "马黑伍果"),
    *("木果恰扒", "玉喃罕", "马法图麦", "恩戈齐", "阿米娜塔"),
]


def names(text: str) -> list[str]:
    return [person.name for person in extract(text).people if person.name not in ("王小明", "李红梅")]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_whole_in_every_slot(name: str) -> None:
    assert [names(frame.format(name)) for frame in FRAMES] == [[name]] * len(FRAMES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("老师卡桑巴和姆万戈参加了活动。", ["卡桑巴", "姆万戈"]),
        ("参加活动的有老师达林太和巴特尔。", ["达林太", "巴特尔"]),
        ("医生古丽米热·艾山和阿依古丽·吐尔逊到场。", ["古丽米热·艾山", "阿依古丽·吐尔逊"]),
        ("国王奥拉尔德和王后玛蒂达、王妃索菲达抵达。", ["奥拉尔德", "玛蒂达", "索菲达"]),
        ("议长海拉-阿罗举行会谈。", ["海拉-阿罗"]),
        ("（通讯员 韩阿乙草）", ["韩阿乙草"]),
        ("卢旺达青年恩沙巴表示感谢。", ["恩沙巴"]),
    ],
)
def test_lists_pairs_and_hyphens(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市长索比洛宁称，无人机被击落。", ["索比洛宁"]),
        ("总统特罗普先进行一对一对话。", ["特罗普"]),
        ("校长马怀民作讲解。", ["马怀民"]),
        ("总统阿尔萨互致贺电。", ["阿尔萨"]),
        ("主席施塔布和瑞士方面邀请了他。", ["施塔布"]),
        ("医生桑登查房后走了。", ["桑登"]),
    ],
)
def test_what_follows_is_no_part_of_the_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "帕米尔的孩子们盼着开学。",
        "通知发到了理事群里。",
        "老师带着格桑花来了。",
        "草原那达慕今天开幕。",
        "女子麦迪逊赛的金牌有了归属。",
        "腾格里、毛乌素等沙漠变绿了。",
    ],
)
def test_places_and_things_are_nobody(text: str) -> None:
    assert names(text) == []
