"""Names before titles, and frames that hold nothing but a name: what they take and what they leave."""

from __future__ import annotations

import pytest

from bangfu import extract


def people(text: str) -> list[str]:
    return [person.name for person in extract(text).people]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("经过刘蓓医生的治疗，他好了。", "刘蓓"),
        ("医院安排赵川医生值班。", "赵川"),
        ("陈兖团长带队。", "陈兖"),
        ("春天来了。德吉医生介绍了情况。", "德吉"),
        ("春天来了。洛桑告诉记者，路修好了。", "洛桑"),
        ("由丁伟担任队长。", "丁伟"),
        ("医院派出李宝均等三名医生。", "李宝均"),
        ("教育局选派冯文胜任红石小学副校长。", "冯文胜"),
        ("对校长刘毅来说，这是头一次。", "刘毅"),
        ("杜梅来自山东，是个教师。", "杜梅"),
        ("金相厦（平海公司经理）在会上发言。", "金相厦"),
        ("提出这个要求的是欧阳倩。", "欧阳倩"),
        ("儿科医生换成了王璐。", "王璐"),
        ("他把杜若原送到医院。", "杜若原"),
        ("村民感谢邓詹的帮助。", "邓詹"),
        ("春天来了。张帆毕业于江南师范大学。", "张帆"),
        ("春天来了。Marco Bianchi告诉记者，路修好了。", "Marco Bianchi"),
    ],
)
def test_a_frame_tells_a_name(text: str, name: str) -> None:
    assert people(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "他给医生送锦旗。",
        "俄、白两国运动员来了。",
        "韩国前总统来了。",
        "治疗过程中，他很配合。",
        "他的祖母来了，岳父也来了。",
        "他是绵阳来的医生。",
        "学校成为高级教师的摇篮。",
        "学员来自全国各地，成员来自山东。",
    ],
)
def test_other_words_in_such_a_place_are_nobody(text: str) -> None:
    assert people(text) == []
