"""Words that decide which body a title phrase belongs to."""

from __future__ import annotations

SECTIONS = ("统战部", "组织部", "宣传部", "政法委", "武装部", "社会工作部")
"""Parts of a party committee: departments of the committee named before."""
HEADS = frozenset(
    (
        "委员会",
        "工委",
        "政府",
        "人民政府",
        "党中央",
        "中央",
        "常委会",
        "法院",
        "检察院",
        "联合会",
        "指挥部",
        "办公室",
    )
)
"""Heads of bodies that are nothing without what stands before them."""
INNER = ("党委办公室", "党政办公室", "院办公室", "校长办公室", "院长办公室", "党政办", "党委办", "研究生院")
"""Offices that are departments of the body told before."""
UNITS = (*SECTIONS, *INNER)
LAST_OF_UNITS = frozenset(unit[-1] for unit in UNITS)
OFFICES = ("办", "办公室", "教研室", "督导室", "中心", "服务站", "工作站", "大队")
LEVELS = "省市县区州盟旗镇乡"
OF_TOWNS = frozenset(
    (
        "农技员",
        "农艺师",
        "畜牧师",
        "兽医",
        "民政员",
        "网格员",
        "护林员",
        "调解员",
        "文书",
        "会计",
        "妇女主任",
        "村医",
        "宣讲员",
        "广播员",
        "放映员",
        "技术员",
        "生态护林员",
        "护路员",
        "护河员",
        "保洁员",
        "水利员",
        "水管员",
        "信息员",
        "报账员",
        "出纳",
        "卫生员",
        "防疫员",
        "人民调解员",
        "治保主任",
        "公卫专干",
        "扶贫专干",
        "文化专干",
        "社保专干",
        "民政助理",
        "民兵连长",
        "团支书",
        "网格长",
        "街长",
        "巷长",
        "楼栋长",
        "林长",
        "河长",
        "田长",
        "电工",
        "乡村医生",
        "赤脚医生",
        "接生员",
        "快递站长",
        "大学生村官",
        "村官",
        "科技顾问",
        "带头人",
        "致富带头人",
        "党建指导员",
        "宣传员",
        "饲养员",
        "养路工",
    )
)
"""Posts that townships and villages have themselves."""
