"""Bodies written right before a title that are no institution mention: 某店|店主, 某指挥部某工作组|副组长."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bangfu import dictionary
from bangfu.article import Mention
from bangfu.recognize.names.context import dictionary_tag

_STOP = re.compile(
    "[在由与和向了的是给让请被将从到为对同以及并任原据经曾把找应有获聘选兼]|时任|现任|来自|走进|这家|一家|[他她它]|[当做干任][过了]"
    r"|[人名称作成]为|组建|成立|选派|派出|派遣|会见|率领|陪同|邀请|包括|只有|其中|委派|委任|担当|[一二两三四五六七八九十\d]+[支个家名位所]|这[支个]"
)
_ENDINGS = frozenset("队店厂场社所站馆园坊铺庄室校院会局司团厅联协组行党办")
_LONG_ENDINGS = (
    *(
        "基金",
        "村委",
        "中心校",
        "大学",
        "中学",
        "小学",
        "初中",
        "高中",
        "完小",
        "附中",
        "附小",
        "国中",
        "国小",
    ),
    *("超市", "农家乐", "民宿", "驿站", "商行", "诊所"),
    *("职高", "职校", "技校"),
    *("工地", "煤矿", "林区", "矿区", "车间", "码头", "哨所", "中专", "夜校", "果园", "农庄"),
    *("前指", "指挥部", "中心"),
)
_SHORT = re.compile(
    "(?:^|[^一-鿿]|[由和与及是请])((?:[省市县区州]|第)?附?[一二三四五六七]附?院|[一-鿿]{0,2}大附?[一二三四]院|[省市县区州]妇幼|总院|[一二三四五六七八九十]校|镇[中小])\\Z"
)
"""Bodies that go by their number or kind: 二附院, 市一院, 县妇幼."""
_LONGEST_SHORT = 6
_NUMBERED = re.compile("[省市县区州第]?([一二三四五六七])附?院")
_IN_FULL: dict[str, tuple[str, ...]] = {"妇幼": ("妇幼保健院",), "总院": ("总医院",)}
"""How short bodies end in full."""
_PLACED = re.compile("[一-鿿]{1,4}(?<![小大中])[县市区镇乡](?!.*(?:[各级所属多几]|第一批))[一-鿿]{2,3}$")
"""A place and a name before a school: 青山县古那|小学."""
_COMMITTEES = ("组委会", "筹委会", "评委会", "执委会", "编委会")
"""Committees that are a body without a name, too."""
_ARMY = re.compile(
    "[一-鿿]{0,12}某[一-鿿]{0,3}(?:基地|部队?|旅|团|师|支队|大队|总队|舰队?|集团军|军区|场站|医院)"
)
"""Units of the army that a text leaves without their number: 海军某基地."""
_LONGEST = 26
_SHORTEST = 4
_QUOTED = re.compile(
    "“([^“”，。、；]{2,14}(?:中心|基地|联盟|平台|之家|公益|[队社团会室院校坊店园屋馆站堂厅苑轩吧厂号亭角]))”的?\\Z"
)
_LONGEST_PREFIX = 6
_SOCIETIES = (
    "协会",
    "商会",
    "学会",
    "联合会",
    "促进会",
    "联谊会",
    "同乡会",
    "校友会",
    "基金会",
    "研究会",
    "志愿者协会",
)
_LEVEL_BEFORE = re.compile("(?:^|[^一-鿿]|[由和与及])([省市县区州旗镇乡][一-鿿]{1,9})$")
"""Words before a society that begin with its level: 市教育."""
_ENDS_OF_PLACES = frozenset("堡屯庄寨塘坝坪沟湾岭坡溪桥铺营洼塬峪坞埠")
_OF_NATURE = ("月", "日", "分")
"""Words of names that the dictionary takes for numbers: 月山."""
_KIND_OF_SCHOOL = re.compile(
    "名牌|重点|著名|知名|普通|国[内外]|当地|[本外]地|综合|高等|老年|全国|一流|民办|公办|职业|[这那]所|海外|双一流|省[内外]|地方"
    "|医科|农业|师范|开放"
)
"""How words before 大学 begin that are no name: 当地|大学."""
_NO_NAME = re.compile(
    "[受被各多母]|结对|对口|定点|援建|新建|捐建|所在|山区|偏远|贫困|民办|公立|私立|乡村|农村|城里|县里|镇上|村里"
)
"""How words before a school begin that are no name: 受捐|学校."""
_FORM, _SENSE = frozenset("rmtqpucy"), frozenset("vadsfn")
_NAMES = frozenset(("ns", "nr", "nz", "nrt", "nrfg"))
_AIDING = re.compile("[援支帮扶助救驻]|服务|协作|指挥|领导|调查|振兴|开发|建设|改革|防控|保护")
"""Verbs that are part of such a name."""
_VILLAGE_BODY = re.compile("(?:村委会|居委会|村两委|业委会|村委)$")
_VILLAGE = re.compile("[\u4e00-\u9fff]{1,4}[村社区]$")


def written_body(clean: str, at: int) -> tuple[int, str] | None:
    """Where the body begins whose name ends at an offset, and its name.

    >>> written_body("被委任青河“组团式”教育帮扶团队领队", 16)
    (3, '青河“组团式”教育帮扶团队')
    """
    if at == 0 or clean[max(0, at - 2)] in "我本该":
        return None  # 带领|我院
    if (short := _SHORT.search(clean, max(0, at - _LONGEST_SHORT), at)) is not None:
        return short.start(1), short.group(1)
    if clean[at - 1] not in _ENDINGS and not clean.endswith(_LONG_ENDINGS, 0, at):
        quoted = _QUOTED.search(clean, max(0, at - _LONGEST), at) if clean[at - 1] in "”的" else None
        return (quoted.start(1), quoted.group(1)) if quoted is not None else None
    low = at
    while (
        low > 0 and at - low < _LONGEST and ("\u4e00" <= clean[low - 1] <= "\u9fff" or clean[low - 1] in "“”")
    ):
        low -= 1
    low = max([low, *(m.end() for m in _STOP.finditer(clean, low, at) if not _in_word(clean, m))])
    village = _VILLAGE_BODY.search(clean, low, at)
    if village is not None:
        named = _VILLAGE.search(clean, low, village.start())
        begin = named.start() if named is not None else village.start()
        return begin, clean[begin : village.end()]
    if "某" in clean[low:at] and _ARMY.fullmatch(clean, low, at):
        return low, clean[low:at]
    if clean.count("“", low, at) != clean.count("”", low, at):
        low = max(clean.rfind("“", low, at), clean.rfind("”", low, at)) + 1
    low = _after_verb(clean, low, at)
    if at - low < _SHORTEST and clean.endswith(_COMMITTEES, low, at):
        return low, clean[low:at]
    if clean.endswith("中心", low, at) and not any(t in _NAMES for _, t in dictionary.tag(clean[low:at])):
        return None  # 后勤中心: of a body that stands elsewhere
    return (low, clean[low:at]) if at - low >= _SHORTEST else None


def meant(body: str, names: Iterable[str]) -> str:
    """The one of the names that a short body stands for, else the body as it is written.

    >>> meant("三附院", ["江城医科大学附属第三医院", "江城市第三医院"]), meant("二院", ["江城市第三医院"])
    ('江城医科大学附属第三医院', '二院')
    """
    number, ends = _NUMBERED.fullmatch(body), _IN_FULL.get(body[-2:], ())
    of_school = "附" in body
    if number is not None:
        n = number.group(1)
        ends = (f"附属第{n}医院", f"第{n}附属医院") if of_school else (f"第{n}医院", f"第{n}人民医院")
    if not ends:
        return body
    told = dict.fromkeys(n for n in names if n.endswith(ends) and (of_school or "附属" not in n))
    return next(iter(told)) if len(told) == 1 else body


def unfound(clean: str, end: int, head: str) -> str | None:
    """The name that ends in a plain head and was taken for its class only: 在|红寮小学, but not 在农村小学.

    >>> unfound("在红寮小学的校门口", 5, "小学")
    '红寮小学'
    """
    low = high = end - len(head)
    while low > 0 and high - low < _LONGEST_PREFIX and "\u4e00" <= clean[low - 1] <= "\u9fff":
        low -= 1
    low = max([low, *(m.end() for m in _STOP.finditer(clean, low, high) if not _in_word(clean, m))])
    if not 2 <= high - low < _LONGEST_PREFIX or clean[high - 1] in "级区上下里内外":
        return None
    if _NO_NAME.match(clean, low, high):
        return None
    if head == "大学":  # 电子科技|大学
        return None if _KIND_OF_SCHOOL.match(clean, low, high) else clean[low:end]
    if (
        clean[high - 1] in _ENDS_OF_PLACES
        and high - low > 2
        and not "\u4e00" <= clean[low - 1 : low] <= "\u9fff"
    ):
        return clean[low:end]  # ，大定堡|学校
    placed = _PLACED.match(clean, low, high)
    words = [] if placed is not None else dictionary.tag(clean[low:high])
    common = any(
        (tag[:1] in _FORM and word not in _OF_NATURE)
        or (len(word) > 1 and tag[:1] in _SENSE and tag not in _NAMES)
        for word, tag in words
    )
    return None if common else clean[low:end]


def body_begins(clean: str, m: Mention) -> int | None:
    """Where a society begins of which a mention holds only the end: 市青年企业家|协会, 市教育|发展基金会.

    It begins with its level, or it is a class alone with nothing but nouns before it.
    """
    if not m.text.endswith(_SOCIETIES) or not "\u4e00" <= clean[m.start - 1 : m.start] <= "\u9fff":
        return None
    level = _LEVEL_BEFORE.search(clean, max(0, m.start - _LONGEST_PREFIX - 4), m.start)
    if level is not None:
        begin = level.start(1)
        return begin if not _STOP.search(clean, begin, m.start) else None
    if m.text not in _SOCIETIES:
        return None
    written = written_body(clean, m.end)
    if written is None or written[0] >= m.start - 1:
        return None
    begin = written[0]
    tags = [tag for _, tag in dictionary.tag(clean[begin : m.start])]
    named = all(tag[:1] in "njba" or tag in ("vn", "l") for tag in tags)
    return begin if named and not "\u4e00" <= clean[begin - 1 : begin] <= "\u9fff" else None


def _after_verb(clean: str, low: int, at: int) -> int:
    """Where the name begins if a verb stands before it: 确认|神舟二十号乘组; 对口支援医疗队 is whole."""
    if at - low <= _SHORTEST + 2:
        return low
    begin = end = low
    for word, tag in dictionary.tag(clean[low:at]):
        end += len(word)
        if "“" in word or at - end <= _SHORTEST:
            break
        if tag == "v" and len(word) > 1 and not _AIDING.search(word):
            begin = end
    return begin


def _in_word(clean: str, stop: re.Match[str]) -> bool:
    """Whether a character that parts clauses is part of a word here: 对口, 应急, 太原, 和田."""
    if stop.end() - stop.start() > 1:
        return False
    at = stop.start()
    if clean[at] == "任":
        return clean[at - 1 : at] in ("责", "主", "信") or clean[at + 1 : at + 2] in ("务", "教", "课")
    around = (clean[at : at + 2], clean[max(0, at - 1) : at + 1])
    return any((tag := dictionary_tag(word)) == "vn" or tag[:1] in ("n", "a") for word in around)
