"""The kind of figure that stands in front of an amount, its worth, and the people whose income it is."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.link import parties_verbs as verbs
from bangfu.link import parties_words as said
from bangfu.link.parties_verbs import Act
from bangfu.recognize import items, items_front

_ASIDE = re.compile("（[^（）]{1,12}）$")
_WORTH = re.compile(
    r"(?:(?:市场|总|折算|评估)?价值(?!链)|(?<![产量品])折[价合]|(?:^|[、])(?:折[款资算]?|总值|总价|估值|货值|合计|共计|总计))"
    r"(?:人民币|共计|合计|总计|大?约|近|超过?|达到?|为|逾|高达|共|不低于|[了在])*$"
)
_STATES = re.compile(
    "达|为|超|突破|增|提高|提升|上升|上涨|涨|降|调|升|近|低于|不足|不到|有|是|稳定|保持|维持|共计|合计|总计|迈上|站上|逾"
)
_LEADING = re.compile(
    r"^(?:其中|截至\d*[年月日末底]*|全年|上半年|下半年|[一二三四前]+季度|今年|去年|上年|同期|累计|实现|完成|预计|我国|全国|全省|全市|全县|全区|当年|当月|造成|另有|还有|外加|减少(?=.{3})|享受|新签|签订|承接|涉及|\d+月末?|\d+年末?|[的，,：“]|以来|期间)+"
)
_ROUGHLY = re.compile("近|超")
_VILLAGE = re.compile(
    "^(.{2,16}?(?:[村镇乡]|社区|合作社))(?:的)?(?:村?集体(?:经济|收入|经济收入|资产)?|(?:年|总|经营|经营性|销售)*收入)"
)
_called_VILLAGE = re.compile("(?![全该各每我本这那])(?!.*[年月]村)[一-鿿]{2,5}村")
_INCOME = re.compile(
    "(?:收入|工资|薪|增收|减负|津贴|补贴|补助|养老金|报酬|奖金|助学金|奖学金|低保金|分红|薪水)$"
)
_NOT_FIGURE = re.compile(
    r"发(?=工资|奖金|补贴)|^[等额的包]|^费(?!用)|^年(?![人户均产销收薪利租营度])|^月(?![薪均工收租])|^日(?![均元常])|[至和与、]$|有望$|即将|力争$|(?<![A-Z])\d|^(?:共|总|合|累)计$|^(?:其中|另外|此外|同时|全部|金额|投入|捐赠|资助|价值|人数|平均|人均|每年|一年)$"
)
_NOUN_END = re.compile(
    r"(?:[额值价费金款量税债利息率薪]|收入|支出|预算|储备|规模|成本|利润|订单|标准|缺口|票房|消费|零售|进出口|出口|进口|投资|产值|贷款|存款|保费|红利|造价"
    r"|资产|负债|收益|盈余|顺差|逆差|总量|增量|工资|津贴|补贴|补助|债券|融资|中位数|门槛|上限|下限|限额|额度|损失|效益|产出|交易|成交|市场|经济|亏损|赤字|流水|花销|开销|开支|身家|资金|市值)$"
)


@lru_cache(maxsize=1024)
def kind_of(clause: str) -> str | None:
    """The kind of figure that stands in front of an amount, also before 达, 首次超过, 提高到.

    >>> kind_of("农村居民人均可支配收入达"), kind_of("本年度的助学金总额为"), kind_of("投入")
    ('人均可支配收入', '助学金总额', None)
    >>> kind_of("联邦债务总额首次超过"), kind_of("外汇储备也只有")
    ('联邦债务总额', '外汇储备')
    """
    body = verbs.MEASURED.sub("", clause)
    if (aside := _ASIDE.search(body)) and aside.start():
        # 总票房（含预售）近3亿元
        body = body[: aside.start()]
        body = verbs.MEASURED.sub("", body)
    if not body:
        return None
    match = verbs.figure_words().search(body)
    stated = bool(_STATES.search(clause, len(body)))
    if match is None and not (stated and _NOUN_END.search(body)):
        return None
    phrase = items_front.before(body, 0, len(body))
    noun = _whole(body, phrase) if phrase and body.endswith(phrase) else None
    if match is None:
        return noun
    if noun is None or len(noun) < len(match[0]):
        return match[0]
    owner = noun[: len(noun) - len(match[0])]
    return match[0] if owner and (items.is_person(owner) or owner[-1] in "的达") else noun


def _whole(body: str, phrase: str) -> str | None:
    """``phrase`` with the few words that belong in front of it, ``None`` where it is cut or no figure."""
    front = _LEADING.sub("", body[: len(body) - len(phrase)])
    if (
        0 < len(front) <= 8
        and body.endswith(front + phrase)
        and all(flag[0] in "nabj" for _, flag in items.tag(front))
    ):
        phrase = front + phrase
    phrase = _LEADING.sub("", phrase)
    if len(phrase) < 2 or len(phrase) > 24 or _NOT_FIGURE.search(phrase) or items.is_person(phrase):
        return None
    return None if items_front.only_place(phrase) else phrase


def head(clause: str) -> str | None:
    """The noun in front of the kind of figure: 三层教学楼 of 这座三层教学楼总投资.

    >>> head("新教学楼总投资")
    '新教学楼'
    """
    body = verbs.MEASURED.sub("", clause)
    match = verbs.figure_words().search(body)
    noun = items_front.before(body, 0, match.start()) if match and match.start() > 1 else None
    return noun if noun and len(noun) > 2 and not _NOT_FIGURE.search(noun) else None


def worth(clause: str) -> int | None:
    """Where the word begins that makes an amount the worth of a thing.

    >>> worth("总价值"), worth("捐赠药品价值约"), worth("总产值")
    (0, 4, None)
    """
    body = clause.lstrip("，、")
    match = _WORTH.search(body)
    return len(clause) - len(body) + match.start() if match else None


def holder(clause: str, kind: str | None) -> str | None:
    """The village that has an income.

    >>> holder("2024年南坡村集体经济突破", "集体经济")
    '南坡村'
    """
    village = _VILLAGE.search(clause) if kind else None
    if village is None:
        return None
    return said.leading_name(village[1]) or (village[1] if _called_VILLAGE.fullmatch(village[1]) else None)


def gainer(act: Act, kind: str | None, owner: str | None) -> str | None:
    """农村居民人均收入达…, 学生领取…: the people who have what the amount states, or ``owner``."""
    front = verbs.MEASURED.sub("", act.head)
    end = len(front) - (len(kind) if kind and front.endswith(kind) else 0)
    near = items_front.before(front, 0, end) if act.role != "state" or _INCOME.search(kind or "") else None
    if near and near.count("、") < 3 and items.is_person(near):
        return near
    return owner if owner and said.may_get(owner) and not _ROUGHLY.search(owner) else None
