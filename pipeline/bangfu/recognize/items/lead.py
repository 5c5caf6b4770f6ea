"""What stands between a number and its noun and is no part of it: sizes, ranks, what became of it."""

from __future__ import annotations

import re

from bangfu.recognize.items.words import PEOPLE, is_noun, tag

_LIGHT_FIRST = re.compile(
    "^(?:共计?(?=[捐募筹派送发接收投采组举开巡培])|不同程度地?(?=受)|主要(?=来自)|实现|顺利|成功|稳定|得到|先后|正式|共同|亲自|直接|同时|当[天场日]|陆续|分别|如期)+"
)
_SIZED = re.compile(
    r"(?<![、和与及，])(?:共(?=\d)|平均年龄(?:不到|仅|约|超过?)?[\d.]+岁(?:以[上下])?的?|海拔[\d.]+余?米(?:以[上下])?的?|各[类种级式]|多种|上述|一刻钟|[\d一二三四五六七八九十百]+[多余]?周?岁(?:以[上下])?的?"
    r"|[超逾近]?[百千]?[万亿]+元?规模|[超逾近]?[百千]?[万亿]+(?:[^\d，。；、：的]{0,3}级(?!人)|[元亩头吨斤人兆](?=.))"
    r"|[\d.]+万?(?:吨级|千伏|[平立]方米|公斤|千克|斤|米|公里|亩|吨|兆瓦|万千瓦|千瓦|度|天|年(?!级)|强|[A-Z]+))+"
)
VALUED = re.compile(
    r"，?总?价值(?:人民币)?[约近超逾]?(?:[\d.,]+[余多]?[百千万亿]*[余多]?|[一二两三四五六七八九十百千万亿几数]+[余多]?[万亿]?)[余多]?[元块]钱?(?:人民币)?的(?=.{2})"
)
"""What something counted is worth: 1台|价值80万元的|设备."""
_LIKE = re.compile(
    "(?:像|跟|和|与|同)[^，。；、]{1,12}?(?:(?:这样|那样|这般|这种|那种)的?|(?:一样|一般|似)的)(?=.{2})"
)
"""Whom or what those counted are like: 16户|像他这样的|困难户."""
_LIKENS = frozenset("像跟和与同")
ORIGIN = re.compile("(?:分别)?来自[^，。；：]{2,40}?的(?![^，。；、]{0,12}的)")
"""Where those counted come from."""
_SIZED_SIGN = re.compile(r"[各多上\d一二三四五六七八九十百千万亿]")
_LEVEL = re.compile("^(?:国家|自治区|[省市县州区校院厅局部])级的(?=.{2})")
_RANKED = re.compile("(?:第[一二三四五六七八九十0-9]{1,3}[批届期])+的?(?=.{2})")
GRADE = re.compile(
    "(?:[省市县区地]级|三级甲等|三甲|二级|三级)及?以[上下]的?|(?:[副正]高|[中高初]级)(?:级|职称|技术职称)?(?:及|或)?以[上下](?:专业)?(?:技术)?(?:职称|职务)?的?"
)
_SCOPE = re.compile(
    "^(?:全(?:国(?!人大|政协|劳|先进|优秀|五一|三八|道德|文明|[一二三]等|冠军|重点|示范|人口|百|青|工|妇)|[省市州县区旗盟乡镇村校院])"
    "|两[地省市州县区校院村]|各[类级种])+的?共?(?=..)(?!.*(?:比重|(?:增[长加]|上涨|下降|减少))$)"
    "|^首[例台个批名](?=.{2})"
    "|^(?:[我该全][院校]|[我该全]?(?:学校|医院))(?=(?:在校|进修|在职|在编|编制|新)?(?:学生|男生|女生|学子|老师|新生|毕业生|在校生|教师|医生|护士|床位|人员|职工|员工)$"
    "|.*(?:[率量]|占比|比例|人数)$)"
)
_SCOPE_FIRST = frozenset("全两各我该学医首")
_OF_HOUSE = re.compile(
    "^[^的、]{2,14}(?:医院|卫生院|学校|中学|小学)(?:.{1,4}科)?(?:[月年日]均)?"
    "(?=(?:住院|门诊|门急诊|手术|出院|本科|一本|高考|[一二三四、]*级手术)[^，]{0,6}$)"
)
"""Whose figure it is: 县人民医院骨科月均|手术."""
_LONG = 6
_GROWN = re.compile(
    r"([^，。；、]{1,4}?)(?:[开扩增涨升降减变]|增加|发展|增长|扩大|扩充|提高|减少)[到至为成]了?[近约超]?[\d一二三四五六七八九十两百]"
)
_EACH = ("户均", "人均", "户户", "人人", "每户", "每人", "平均获", "平均增")


def without_sizes(window: str, unit: str | None) -> str:
    """A text behind a number without sizes, and without light verbs where acts or people are counted.

    >>> without_sizes("海拔5000米以上的垭口", "座"), without_sizes("成功参赛", "人")
    ('垭口', '参赛')
    """
    if window[:1] in "，价总" and (valued := VALUED.match(window)):
        window = window[valued.end() :]
    if window[:1] in _LIKENS and (like := _LIKE.match(window)):
        window = window[like.end() :]
    if "级" in window[1:4] and unit not in PEOPLE:
        window = _LEVEL.sub("", window)
    if _SIZED_SIGN.search(window):
        window = _SIZED.sub("", window)
    return _LIGHT_FIRST.sub("", window) if unit in PEOPLE or unit in ("次", "名", "位") else window


def without_rank(window: str, unit: str | None) -> str:
    """A text behind a number without the batch of those counted, or without what they have grown to.

    >>> without_rank("第八批援疆专家", "名"), without_rank("床开到14张", "张")
    ('援疆专家', '床')
    """
    if window[0] == "第" and (ranked := _RANKED.match(window)):
        return window[ranked.end() :]
    if unit != "%" and (grown := _GROWN.match(window)) and is_noun(*tag(grown[1])[-1]):
        return grown[1]
    return window


def is_each(window: str) -> bool:
    """Whether a text behind a number tells a share of each (户均增收), and no noun.

    >>> is_each("户均增收"), is_each("户籍人口")
    (True, False)
    """
    return window.startswith(_EACH)


def without_scope(item: str) -> str:
    """An item without the place in front of which it is told.

    >>> without_scope("全县外转病人"), without_scope("学校本科上线率"), without_scope("全国人大代表")
    ('外转病人', '本科上线率', '全国人大代表')
    """
    if item[0] in _SCOPE_FIRST:
        return _SCOPE.sub("", item)
    return _OF_HOUSE.sub("", item) if len(item) > _LONG else item
