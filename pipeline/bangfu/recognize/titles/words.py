"""Words that decide where a title begins and ends."""

from __future__ import annotations

import re

from bangfu import dictionary
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
    "军": frozenset("衔"),
}
"""A head that goes on as another word is none: 校长期, 委员会, 董事会, 主席台, 教师节, 代表着, 专家组."""
OTHER_WORD = re.compile(
    "(?<=[工合创写操耕协]作)者|(?<![医教药护律程技验疗计讲艺导营])师傅|师范(?:[^一-鿿]|[围式例本文畴读生类专教]|.{0,4}(?:学|大|院|校))"
)
"""Words in which a head breaks off, though a surname may follow it: 老|师傅, 教|师范例; but 医师|傅某. And
what begins inside of a word: 工|作者."""
_ALSO_DONE = frozenset(("督导", "翻译", "住持", "监理", "编审", "帮厨"))
_DOING = re.compile(
    "(?:带队|现场|实地|亲自|到[校场位]|入[校户园]|全程|多次|开展|进行|参加|负责|集中|专项|先后"
    "|(?:到|赴|前往|来到|深入|走进)[^，。；：、\n]{2,16})(?<![任当为是做名位])$"
)
"""Titles that are verbs too, and what somebody who does that stands before: 局长王新|带队|督导."""
_FURTHEST = 20
_WITH_DUTY = re.compile(
    "副?主委|主[任管席]|专员|干事|总监|秘书长?|组长|经理|顾问|委员|理事|参赞|副?领事|(?:指导|教研|协调|联络)员|联络人"
)
"""Posts whose duty is told in front of them and belongs to the title: 财政主任, 社区服务主委."""
_WITH_TRADE = ("医生", "医师", "大夫", "护士", "护师", "技师", "技士", "治疗师", "专家", "工程师")
"""Professions whose trade is told in front of them and belongs to the title: 正畸医生, 马铃薯专家."""
KEEPING = ("keep", "duty", "trade", "rank")
"""Classes of words that belong to the title behind them."""
_RANKED = re.compile("教授|研究员|高级?|主任|[处科局厅部县市区镇乡校院会所司班队组站社厂]|[主书]")
"""Posts that have a deputy: 正校长, but 蒋良正|瓦工."""
_LONGEST = 5


def is_done(clean: str, start: int, end: int) -> bool:
    """Whether a title is a verb there: 到某校督导。

    >>> is_done("局长到学校督导。", 5, 7), is_done("责任督导王新", 2, 4)
    (True, False)
    """
    if clean[start:end] not in _ALSO_DONE or "\u4e00" <= clean[end : end + 1] <= "\u9fff":
        return False
    return _DOING.search(clean, max(0, start - _FURTHEST), start) is not None


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
    if kind == "rank":
        return _RANKED.match(title) is not None
    if kind == "trade":
        return title.endswith(_WITH_TRADE)
    return kind != "duty" or _WITH_DUTY.fullmatch(title) is not None


UNIT_AHEAD = re.compile(
    "(?:发展|工作|教育|培训|培养|管理|服务|资助|资源|事务|权益|进修|人事|就业|保障|健康|心理|援助|流动)"
    "[\u4e00-\u9fff]{0,6}?(?:学院|中心|办公室|[处科部司组办站])[的原]?(?:党委|党总支|党支部|常务)?(?:副|常务副|第一)?"
    "(?:[院部处科司组站]长|主任|书记|干[事部]|负责人)"
)
"""How the name of a unit goes on, up to its post, that begins with a word for people: 教师|发展中心主任."""
_AGES = ("青年", "少年", "老年")
"""Words of a unit's name that the dictionary takes for times."""
_UNIT_PREFIX = re.compile(
    "(?![的原前是]|下属|所属|挂职|派[出遣]|选派|抽调|安排|邀请|请来|推荐|援|支教|驻|帮扶|对口)[\u4e00-\u9fff]*"
    "(?<![派选调来去在任往赴自为由的和与及原前对向给跟把被])"
)


def names_unit(text: str) -> bool:
    """Whether words between an institution and a unit that the lexicon knows are of the unit's name.

    >>> names_unit("东西部"), names_unit("选派")
    (True, False)
    """
    if _UNIT_PREFIX.fullmatch(text) is None:
        return False
    return all(tag[:1] in "nvbajfs" or word in _AGES for word, tag in dictionary.tag(text))
