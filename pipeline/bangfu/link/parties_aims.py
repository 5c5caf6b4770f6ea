"""The words behind an amount of money: what it is for, and who is helped with it."""

from __future__ import annotations

import re

from bangfu.link.parties_words import CLAUSE, STATED, Act, may_act
from bangfu.recognize import items

WIDE = 40
"""Characters within which the noun behind a verb ends."""

_FUNDS = re.compile(
    r"(?:专项|财政|预算内|社会)*"
    r"(?:资金|款项|经费|善款|现金|积蓄|捐款|(?<!贷)款|人民币|总额|金额|预算|约|共|总计)+$"
)
_FOR = re.compile(
    r"[，,]?(?:主要|全部|都|将|资金|这笔钱|款项|重点|专项|具体|统筹|拨款)*"
    r"(?:用于|用来|用作|用以|作为|为(?!支持|促进|推动)[^，。；]{2,20}?(?=修建|建设|购买|购置|建造|添置)|帮[^，。；]{0,8}?(?=修|建|买|盖)|支持|购买|购置|采购|添置"
    r"|建成|买来|买了|共建|配备|援建|捐建|兴建|新建|改善|建设|建立|修建|筹建|建起|改造|修缮|扶持|开展|实施|资助|救助|奖励|设立|成立|帮助)"
)
_FOR_BARE = ("用于", "用来", "用作", "用以", "作为")
_FOR_NOUN = re.compile(r"的(?!\d)")
_FUND = re.compile(
    "(?:资金|款|补贴|补助|投资|贷款|基金|国债|券|奖学金|助学金|设备|物资|图书|药品|器材|用品|武器|装备)"
)
_ADVERB = re.compile("(?:连续|首次|已|累计|每年|预计|将|约|近|有望|各)")
_FUND_FIRST = re.compile(r"[^，。；：]{0,16}?(?:资金|款|投资|补贴|补助|基金)(?=，)")
_SUPPORTED = re.compile(
    r"(?:主要|重点|统筹|用于)*支持(.{2,40}?)(?:积极)?(?:做好|开展|应对|加强|推进|实施|用于|(?=灾后|抢险|救灾|应急|抗洪|防汛|抗旱|抗震))(.{2,40})"
)
_CENTRAL = re.compile(r"^(?:\d+年度?|中央财政|中央|财政)+")
_MEMBERS = re.compile(
    r"，?(?:用于|用来|将|并)?(?:资助|奖励|救助|帮助)了?(?:\d+[万多余]*[位名个户]([^，。；]{2,24})|([^，。；\d]{2,12})\d+[万多余]*[位名人户])"
)
_BUILT = re.compile(
    r"[，,](?:同时)?[为给](?!了)([^，。；]{2,16}?)(?:建起|建成|新建|添置|购置|购买|配备|援建|修建|改造|采购|更换|配齐|安装)了?([^，。；]{2,30})"
)
_THERE = re.compile(
    r"，(?:先后|累计|已)?在([^，。；]{2,12}?[县市州旗镇乡村区校院])(?:实施|建设|建成|开展|修建|新建|援建|设立)"
)
_AIDED = re.compile(
    r"(?:定点帮扶|对口支援|对口帮扶|结对帮扶|定点扶贫|对口援建)([一-鿿]{2,10}?[县市州旗镇乡村区])(?:以来|后|期间|的|$)"
)
_ALREADY = re.compile(r"(?:资助|救助|奖励|帮助)了?(?=[^，。；\d]{2,12}\d)")
_LISTED = re.compile(r"等\d+[个所间座处]([^，。；]+)")
_PRIZED = re.compile(r"，?(用于)?(?:奖励|救助|慰问|补助)了?([^，。；]{2,24})(?=[，。；])")
_STANDARD = re.compile(
    r"的标准(?:予以)?(发放|给予|补助|补贴|提供|拨付|奖励|资助)([^，。；]{0,16})|(补助|补贴|奖励|资助)(?=[，。；])"
)


def use(rest: str) -> str | None:
    """What follows an amount as its use, also behind the name of the fund.

    >>> use("，用于98所学校的维修。"), use("资助这些孩子，连续6年"), use("救灾资金，用于抢险。")
    ('98所学校的维修', '资助这些孩子', '抢险')
    """
    match = _FOR.match(rest)
    if match is None and (fund := _FUND_FIRST.match(rest)):
        match = _FOR.match(rest, fund.end())
    if match is None:
        return None
    text, verb = CLAUSE.split(rest[match.end() :])[0], match[0].lstrip("，,")
    return (text if verb.endswith(_FOR_BARE) else verb + text).strip("” ") or None


def members(rest: str) -> str | None:
    """The people whom an amount helps, where they are counted or get a prize.

    >>> members("，资助100名困难学生。"), members("奖励获奖者。"), members("，资助这些孩子")
    ('困难学生', '获奖者', None)
    """
    match = _MEMBERS.match(rest)
    if match is None:
        prized = _PRIZED.match(rest)
        last = prized[2].rpartition("的")[2] if prized else ""
        return last if 1 < len(last) < 12 and items.is_person(last) else None
    noun, _ = items.after(match[1] or match[2], 0, WIDE, "名")
    return noun if noun and items.is_person(noun) else None


def reached_by(rest: str, earlier: tuple[str, ...]) -> str | None:
    """The place or people whom the clause behind, or one in front, names as helped.

    >>> reached_by("，在南坡县实施项目9个", ()), reached_by("。", ("自2016年定点帮扶南坡县以来",))
    ('南坡县', '南坡县')
    >>> reached_by("。", ("已资助困难学生42名",))
    '困难学生'
    """
    if where := _THERE.match(rest):
        return where[1]
    for text in earlier[:2]:
        if aided := _AIDED.search(text):
            return aided[1]
    helped = _ALREADY.search(earlier[0]) if earlier else None
    return members("，" + earlier[0][helped.start() :]) if helped else None


def built(rest: str) -> tuple[str | None, str | None]:
    """For whom something is built or bought with an amount, and what.

    >>> built("，为南坡学校添置了理疗设备58台")
    ('南坡学校', '理疗设备')
    """
    match = _BUILT.match(rest)
    if match is None:
        return None, None
    whom, _ = items.after(match[1], 0, WIDE)
    listed = _LISTED.search(match[2])
    what, _ = items.after(listed[1] if listed else match[2], 0, WIDE)
    return whom, what


def standard(rest: str) -> tuple[str, str | None] | None:
    """The act behind an amount that is a rate: 2000元的标准发放补贴.

    >>> standard("的标准发放补贴，"), standard("补助。")
    (('发放', '补贴'), ('补助', None))
    """
    match = _STANDARD.match(rest)
    if match is None:
        return None
    return match[1] or match[3], match[2] or None


def supported(aim: str) -> tuple[str | None, str]:
    """Who is supported, and in what: 支持乙县做好抗旱工作.

    >>> supported("重点支持乙县做好抗旱工作"), supported("支持越冬饲草料储备")
    (('乙县', '抗旱工作'), (None, '支持越冬饲草料储备'))
    """
    match = _SUPPORTED.match(aim)
    if match is None or not may_act(match[1]):
        return None, aim
    return match[1], match[2]


def owned(rest: str) -> str | None:
    """The noun behind an amount and 的: 10万元的教学设备."""
    return items.after(rest, 0, len(rest))[0] if _FOR_NOUN.match(rest) else None


def fund_behind(rest: str) -> str | None:
    """The fund or goods right behind an amount: 2亿元救灾资金."""
    noun, _ = items.after(rest, 0, len(rest))
    if not noun or not _FUND.search(noun):
        return None
    fund = _CENTRAL.sub("", _FUNDS.sub("", noun))
    return fund if len(fund) > 1 else noun


def fund_before(act: Act) -> str | None:
    """The fund between the verb and the amount: 下达医疗救助资金1亿元."""
    inner = _CENTRAL.sub("", _FUNDS.sub("", STATED.sub("", act.tail)).strip("了的“”过"))
    fits = act.verb and act.role != "state" and 1 < len(inner) <= 36
    return inner if fits and not items.is_person(inner) and not _ADVERB.match(inner) else None
