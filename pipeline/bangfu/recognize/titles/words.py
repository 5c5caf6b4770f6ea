"""Words that decide where a title begins and ends."""

from __future__ import annotations

import re

from bangfu.lexicon import mapping

GOES_ON = {
    "长": frozenset("期远久足效征城短途假团奖"),
    "员": frozenset("会们制资"),
    "事": frozenset("会们国项情故件业务"),
    "席": frozenset("台团们国"),
    "副": frozenset("主校院部局处科县市区镇乡书会委秘总司"),
    "统": frozenset("府"),
    "使": frozenset("馆衔"),
    "赞": frozenset("处衔助成美"),
    "委": frozenset("会们"),
    "书": frozenset("处们法画"),
    "编": frozenset("室制写"),
    "相": frozenset("府"),
    "表": frozenset("着了处团们队作性们大演示达现明面格"),
    "家": frozenset("组们团库奖协联"),
    "师": frozenset("们节资生队团奖协"),
    "医": frozenset("疗院学药科务生师保"),
    "者": frozenset("们协站证奖"),
    "部": frozenset("们人群职占在和的"),
    "生": frozenset("们活态产奖"),
    "理": frozenset("们论想由会"),
    "导": frozenset("们下小班组团致检服室处科工评中机范"),
    "记": frozenset("们录者载忆"),
    "任": frozenset("务"),
    "工": frozenset("程作业会地资具厂办"),
    "总": frozenset("部会体结"),
    "挥": frozenset("部中棒下"),
    "士": frozenset("兵"),
    "将": frozenset("军领士来"),
}
"""A head that goes on as another word is none: 校长期, 委员会, 董事会, 主席台, 教师节, 代表着, 专家组."""
OTHER_WORD = re.compile(
    "(?<![医教药护律程技验疗计讲艺导营])师傅|师范(?:[^一-鿿]|[围式例本文畴读生类专教]|.{0,4}(?:学|大|院|校))"
)
"""Words in which a head breaks off, though a surname may follow it too: 老|师傅, 教|师范例; but 医师|傅某."""
WITH_DUTY = frozenset(
    (
        "主任",
        "主委",
        "主管",
        "主席",
        "副主委",
        "专员",
        "干事",
        "总监",
        "秘书",
        "秘书长",
        "组长",
        "经理",
        "顾问",
        "委员",
        "指导员",
        "教研员",
        "协调员",
        "联络员",
        "联络人",
        "理事",
        "参赞",
        "领事",
        "副领事",
    )
)
"""Posts whose duty is told in front of them and belongs to the title: 财政主任, 社区服务主委."""
WITH_TRADE = (
    *("医生", "医师", "大夫", "护士", "护师", "技师", "技士", "治疗师"),
    *("专家", "工程师"),
)
"""Professions whose trade is told in front of them and belongs to the title: 正畸医生, 马铃薯专家."""
KEEPING = ("keep", "duty", "trade")
"""Classes of words that belong to the title behind them."""
RANKS = ("上校", "中校", "少校", "大校", "队医", "校医", "厂医", "船医")
"""Words that stand in 碰上|校长, 一中|校长, 医疗队|医生."""
SCHOOLS = ("小学", "初中", "高中")
"""Words for schools with which subjects begin: 小学|英语."""
_LONGEST = 5


def behind_title(text: str, at: int, longest: int = _LONGEST) -> bool:
    """Whether a title of two characters to ``longest`` ends at an offset.

    >>> behind_title("副局长丁国华", 3), behind_title("云岭丁国华", 2)
    (True, False)
    """
    titles = mapping("titles")
    return any(text[at - length : at] in titles for length in range(2, min(longest, at) + 1))


def fits(kind: str, title: str) -> bool:
    """Whether a word of a class may be the beginning of what stands behind it: 马铃薯|种植专家.

    >>> fits("trade", "种植专家"), fits("trade", "校长"), fits("duty", "主任"), fits("keep", "校长")
    (True, False, True, True)
    """
    if kind == "trade":
        return title.endswith(WITH_TRADE)
    return kind != "duty" or title in WITH_DUTY


IN_UNITS = frozenset(
    (
        "教师",
        "技工",
        "学生",
        "研究生",
        "博士后",
        "专家",
        "护士",
        "医师",
        "律师",
        "职工",
        "干部",
        "运动员",
        "社工",
        "法官",
        "会员",
    )
)
"""Words for people with which the name of a unit may begin: 教师|发展中心."""
UNIT_GOES_ON = re.compile(
    "(?:发展|工作|教育|培训|培养|管理|服务|资助|资格|资源|事务|招聘|评价|权益|联络|进修|人事|就业|监督|队伍|职业|协作|保障|健康|心理|信息|援助|流动)"
    "[\u4e00-\u9fff]{0,6}?(?:学院|中心|办公室|[处科部司组办站])"
)
"""How such a name goes on, up to its last word."""
HEAD_OF_UNIT = re.compile(
    "[的原]?(?:党委|党总支|党支部|常务)?(?:副|常务副|第一)?(?:[院部处科司组站]长|主任|书记|干[事部]|负责人)"
)
UNION = re.compile(
    ".*(?:教育|教科文卫体?|医务|卫生|海员|产业|铁路|金融|建设|交通|纺织|电力|轻工|机械|联合|出租汽车|邮政|民航|科教|教职工)"
    "工会"
)
"""Unions of a trade, no part of another body."""
