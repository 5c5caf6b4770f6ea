"""Bodies written right before a title that are no institution mention: 某店|店主, 某指挥部某工作组|副组长."""

from __future__ import annotations

import re

from bangfu import dictionary
from bangfu.recognize.names.context import dictionary_tag

_STOP = re.compile(
    "受命|[在由与向了的是给让请被将从到为同以及并原据曾把受找有获聘选兼和对经应]|(?<![责主信])任(?![务教课])"
    "|时任|现任|来自|走进|这家|一家|[他她它]|[当做干任][过了]|[人名称作成]为|组建|成立|选派|派出|派遣|会见|率领|陪同|邀请|包括"
    r"|只有|其中|委派|委任|担当|[一二两三四五六七八九十\d]+[支个家名位所]|这[支个]"
)
"""What stands before the name of a body and is no part of it."""
_ENDS = re.compile(
    "(?:[队店厂场社所站馆园坊铺庄室校院会局司团厅联协组党办]|(?<![飞运执通旅发先举进推施流现])行|基金|村委|大学|[国中初高完附小][中小学]|高中|职高|技校|中专|夜校|超市"
    "|农家乐|民宿|驿站|商行|诊所|工地|煤矿|[林矿]区|车间|码头|哨所|果园|农庄|前指|指挥部|中心)$"
)
_SHORT = re.compile(
    r"(?:^|[^一-鿿]|[由和与及是请])((?:[省市县区州]|第)?附?[一二三四五六七]附?院|[一-鿿]{0,2}大附?[一二三四]院|[省市县区州]妇幼|总院|[一二三四五六七八九十]校|镇[中小])\Z"
)
"""Bodies that go by their number or kind: 二附院, 市一院, 县妇幼."""
_LONGEST_SHORT = 6
_COMMITTEES = ("组委会", "筹委会", "评委会", "执委会", "编委会")
"""Committees that are a body without a name, too."""
_SOME = re.compile(
    "(?:(?:原|驻)[一-鿿]{1,2}(?=某)|原?(?:解放军|武警|陆军|海军|空军|火箭军|中央|国家|全国)(?:驻[一-鿿]{1,3})?"
    "|原?[一-鿿]{2,6}?(?:军区|战区|部队|集团|自治[区州县]|[省市县区州旗镇乡]))?"
    "(?<![一-鿿]{9})某(?:[一-鿿]{0,5}?)(?:医院|学校|中学|小学|大学|公司|集团|国企|央企|企业|单位|部队|支队|大队|总队|部|旅|团|师|军|营|连|基地|局|厅|机关|银行|村|社区|乡|镇|县|研究所|厂)的?$"
)
_LONGEST = 26
_SHORTEST = 4
_QUOTED = re.compile(
    "“([^“”，。、；]{2,14}(?:中心|基地|联盟|平台|之家|公益|[队社团会室院校坊店园屋馆站堂厅苑轩吧厂号亭角业]|公司|合作社|超市|民宿|客栈|书院|农家乐|科技|食品|基金))”的?\\Z"
)
_LONGEST_PREFIX = 6
_FORM, _SENSE = frozenset("rmtqpucy"), frozenset("vadsfn")
_NAMES = frozenset(("ns", "nr", "nz", "nrt", "nrfg"))
_OF_NATURE = ("月", "日", "分")
"""Words of names that the dictionary takes for numbers: 月山."""
_PLACED = re.compile("[一-鿿]{1,4}(?<![小大中])[县市区镇乡](?!.*(?:[各级所属多几]|第一批))[一-鿿]{2,3}$")
"""A place and a name before a school: 青山县古那|小学."""
_VILLAGE_BODY = re.compile("(?:村委会|居委会|村两委|业委会|村委)$")
_VILLAGE = re.compile("[一-鿿]{1,4}[村社区]$")


def written_body(clean: str, at: int) -> tuple[int, str] | None:
    """Where the body begins whose name ends at an offset, and its name.

    >>> written_body("被委任青河“组团式”教育帮扶团队领队", 16)
    (3, '青河“组团式”教育帮扶团队')
    """
    if at == 0 or clean[max(0, at - 2)] in "我本该":
        return None  # 带领|我院
    if (short := _SHORT.search(clean, max(0, at - _LONGEST_SHORT), at)) is not None:
        return short.start(1), short.group(1)
    if _ENDS.search(clean, max(0, at - 3), at) is None:
        quoted = _QUOTED.search(clean, max(0, at - _LONGEST), at) if clean[at - 1] in "”的" else None
        return (quoted.start(1), quoted.group(1)) if quoted is not None else None
    low = _begin(clean, at, _LONGEST, "“”")
    village = _VILLAGE_BODY.search(clean, low, at)
    if village is not None:
        named = _VILLAGE.search(clean, low, village.start())
        begin = named.start() if named is not None else village.start()
        return begin, clean[begin : village.end()]
    if clean.count("“", low, at) != clean.count("”", low, at):
        low = max(clean.rfind("“", low, at), clean.rfind("”", low, at)) + 1
    if at - low < _SHORTEST and not clean.endswith(_COMMITTEES, low, at):
        return None
    if clean.endswith("中心", low, at) and not any(t in _NAMES for _, t in dictionary.tag(clean[low:at])):
        return None  # 后勤中心: of a body that stands elsewhere
    return low, clean[low:at]


def unfound(clean: str, end: int, head: str) -> str | None:
    """The name that ends in a plain head and was taken for its class only: 在|红寮小学, but not 在农村小学.

    >>> unfound("在红寮小学的校门口", 5, "小学"), unfound("在农村小学的校门口", 5, "小学")
    ('红寮小学', None)
    """
    high = end - len(head)
    low = _begin(clean, high, _LONGEST_PREFIX)
    if not 2 <= high - low < _LONGEST_PREFIX:
        return None
    common = any(
        (tag[:1] in _FORM and word not in _OF_NATURE)
        or (len(word) > 1 and tag[:1] in _SENSE and tag not in _NAMES)
        for word, tag in dictionary.tag(clean[low:high])
    )
    return None if common and not _PLACED.match(clean, low, high) else clean[low:end]


def unnamed_body(clean: str, reach: int) -> tuple[int, str] | None:
    """Where a body told without its name begins that ends right before a post, and what it is called.

    >>> unnamed_body("据解放军某医院副院长说", 7)
    (1, '解放军某医院')
    """
    low = max(0, reach - 22)
    some = _SOME.search(clean, low, reach) if "某" in clean[low:reach] else None
    return (some.start(), some.group().removesuffix("的")) if some is not None else None


def _begin(clean: str, at: int, longest: int, marks: str = "") -> int:
    """Where the words that may be of one name begin that end at an offset."""
    low = at
    while low > 0 and at - low < longest and ("一" <= clean[low - 1] <= "鿿" or clean[low - 1] in marks):
        low -= 1
    return max([low, *(m.end() for m in _STOP.finditer(clean, low, at) if not _in_word(clean, m))])


def _in_word(clean: str, stop: re.Match[str]) -> bool:
    """Whether a character that parts clauses is part of a word here: 对口, 应急, 太原, 和田."""
    at = stop.start()
    around = (clean[at : at + 2], clean[max(0, at - 1) : at + 1])
    return stop.end() - at == 1 and any(
        (tag := dictionary_tag(word)) == "vn" or tag[:1] in ("n", "a") for word in around
    )
