"""The words behind an amount of money: what it is for."""

from __future__ import annotations

from bangfu.link.parties.grammar import pattern
from bangfu.link.parties.verbs import CLAUSE, STATED, Act
from bangfu.recognize.items import behind as items

WIDE = 40
"""Characters within which the noun behind a verb ends."""

_FUNDS = pattern("(?:专项|财政|预算内|社会)*{bare_fund}+$")
# 主要用于, 为北坡小学|修建, 购置: what an amount does, behind it
_FOR = pattern(
    "[，,]?{purposely}*(?:{used_for}|为(?!支持|促进|推动)[^，。；]{2,20}?(?={builds}|{buys})|帮[^，。；]{0,8}?(?=[修建买盖])|(?:{fits})(?=了)"
    "|{builds}|{buys}|助?建(?![了议成立国党])(?=.{2})|重建|[买垫交付还换添修配]了|{aims}|{helps}(?![金款])|{founds}|(?<=[，,])(?:协助|赞助|援助|支援|扶助|接济|扶持|救济|赈济)|驰援|作(?=[^为出了客业品文家战息风]{4})|让(?=[^，。；]{2,4}))"
)
# （用于购置救护车）
_ASIDE = pattern("（(?:指定|定向|专门|专项|主要|全部)*用于([^（）]{2,30})）")
# 投入|和引进|帮扶资金
_AND_VERB = pattern("^(?:[、和与及并](?:{money_verbs})(?<={han}{3}))+")
_EACH = pattern("^每一?{people}")
_FOR_BARE = ("用于", "充作", "拨作", "移作", "作", "用来", "用作", "用以", "作为", "让")
_MAKES = pattern("^[，,]?(?:{used_for}|{so})*(?:{builds}|{fits}|{buys}|买了|{founds}|捐资)了?")
# ，资助学生240: a result of the whole, not the use of the amount
_RESULT = pattern(r"^[，,]{so}*(?:{helps}|实施|开展|引进|选派|惠及|完成|建立)了?[^，。；\d]{0,14}[\d.]+")
_COUNT = pattern(r"\d|^一|^{numeral}+{thing_unit}|{numeral}+{thing_unit}$")
_ONE_WORD = pattern("{han}{1,4}[机器仪车床桌](?=[、和与，。]|$)")
_DIGIT_OF = pattern("{figure}[万亿]*美?元的")
# 对南坡灌区进行了改造
_DONE_TO = pattern(
    "[，,]?(?:用于|用来|分别|{so})*+对([^，。；的了]{2,16}(?:的[^，。；的了]{2,10})?)(?:进行|实施|开展)了?(?:全面|整体|重新|系统|彻底|升级)*的?([^，。；了]{2,8})(?=[，。；]|$)"
)
_FOR_NOUN = pattern(r"的(?!\d)")
_DIGIT = pattern(r"\d|{numeral}+{thing_unit}$")
_FUND = pattern("{fund}|{prize}|{goods}|款|券|装备|津贴|保险|经费|费用|押金|保证金|红包|救灾|专项|[费钱]$")
_FUND_NAMED = pattern(r"^的?([^，。；：\d、的]{2,16}?(?:{fund}|{prize}|资金))(?=[，。；]|$)")
_VALUE = pattern("的?(?:市场)?(?:总?价值|总值|总价|折[价合])$")
_ADVERB = pattern("连续|首次|已|累计|每年|预计|将|约|近|有望|各")
_FUND_FIRST = pattern(
    "[^，。；：]{0,16}?(?:资金|款|投资|补贴|补助|基金)(?=，|(?:全部|主要|专门|将)*用[于来])"
)
_CENTRAL = pattern(r"^(?:\d+年度?|(?:中央|[省市县区州]级?)?财政|中央)+")
_ANOTHER = pattern("{figure}[万亿]*美?元")
# 36辆, 两台（套）, 1100册
_COUNTED = pattern("^[了过]?(?:{figure}|{numeral}+[余多]?){thing_unit}(?:（[套台件]）)?的?")
_HELPED = pattern("(?:{helps}|{grants}|支持|驰援|支援|援助|协助|赞助)了?(?:{number}{unit})?")
_PLAIN = pattern(r"^(?:{mainly}*支持|建[起成](?:了|(?!了)))(?!{number}|[这那]|\d|各地)(?=[^，。；]{3,})")
_THINGS = frozenset("路桥楼房井渠坝书")
_BARE = pattern(r"[一-鿿A-Za-z]{2,8}(?=[\d、]|$)")
_JOINED = pattern("^(?:（[套台件]）)?[、和与及]")
_TAIL = pattern("(?:[今昨][天日]|今年|近日|日前|正式|投入使用|{opens}|已经|已|于|在|，).*$")
_PAID = pattern("补助|补贴|津贴|费用|奖励|支持|援助|装备")
_HEAD = pattern(r"(?:暖|保温|工具)?[箱盒柜包机仪](?=[\d、和，]|等|$)")
"""Heads of things that a tagger takes for measures: 科学实验|箱24套."""
_NO_DOING = pattern(
    "[予与]|给(?!予)|左右|以[上下内外]|上下|不等|到[账位]|交[给到]|送[给到往]|捐|汇|打到|转|移交|资助(?=[，。；]|$)|补[助贴](?=[，。；]|$)|奖励(?=[，。；]|$)|投资|贷款|融资"
    "|结对|成交|签约|落户|合作|意向|订单|收入|支出|发放|下达|拨付|落实|支付|兑现|投入|给予|提供|存单|支票|现金|来自|出自|成为|达到|超过|增长|下降|占|相当|折合|是|有|包括|作为|造成|损失|交易|采购|消费|销售|起步|领先"
)
_EMPTY = pattern("{no_aim}|最[少多高大小]的一笔|每[例名人]{han}{0,6}(?:补助|资助)")
"""Purposes that say nothing."""
_UNSOUND = pattern(
    r"^{no_aim_begin}|{no_aim_end}$|^{no_aim_short}.{0,1}$|能够|即将|^(?:中央)?预算内投资$|^(?:今年)?第{numeral}+批$"
    r"|^从?\d+年$|{han}了{han}{0,2}$|^[\d.]+[万亿]?(?:元|%)?$|[\d.][万亿]*元|[\d.]+亿件|^(?:{builds}|{buys})\d+{han}$"
)


def use(rest: str) -> str | None:
    """What follows an amount as its use, also behind the name of the fund; no results (资助学生240人次).

    >>> use("，用于98所学校的维修。"), use("资助这些孩子，连续6年"), use("救灾资金，用于抢险。")
    ('98所学校的维修', '资助这些孩子', '抢险')
    >>> use("，新建学生宿舍1栋、阳光操场1个，"), use("，实施项目1.07万个，")
    ('学生宿舍、阳光操场', None)
    """
    if aside := _ASIDE.match(rest):
        return aside[1]
    if (what := made(rest)) and _DIGIT.search(CLAUSE.split(rest.lstrip("，"))[0]):
        return what
    if done := _DONE_TO.match(rest):
        return done[1] + done[2]
    if _RESULT.match(rest):
        return None
    match = _FOR.match(rest)
    if match is None and (fund := _FUND_FIRST.match(rest)):
        match = _FOR.match(rest, fund.end())
    if match is None:
        return None
    text, verb = CLAUSE.split(rest[match.end() :])[0], match[0].lstrip("，,")
    if text.startswith("了") and not _ANOTHER.search(text):
        whole = text[1:].removesuffix("等")
        return things(whole) if _COUNT.search(whole) else whole
    if _ANOTHER.search(text) and not _DIGIT_OF.search(text):
        return None
    if text.startswith("的"):
        # 投资5万元援建的卫生院启用: what was built, not what is told of it.
        return things(text[1:])
    return _closed(text if verb.endswith(_FOR_BARE) else verb + text) or None


def _closed(text: str) -> str:
    """``text`` without a mark at its edge whose other half stands outside."""
    text = text.strip()
    return text if text.count("“") == text.count("”") else text.strip("” ")


def made(rest: str) -> str | None:
    """What is built, bought or founded with an amount, without verb and count.

    >>> made("打造的“石榴”健康快车今天出发"), made("购置36辆。"), made("，完成200个村卫生室标准化建设，")
    ('“石榴”健康快车', None, '村卫生室标准化建设')
    """
    match = _MAKES.match(rest)
    if match and _ANOTHER.search(CLAUSE.split(rest[match.end() :])[0]):
        return None
    return things(rest[match.end() :].removeprefix("的")) if match else None


def things(text: str) -> str | None:
    """The things that a text lists, without their counts.

    >>> things("学生宿舍1栋、阳光操场1个，"), things("一辆巡回医疗车，"), things("1100册图书。")
    ('学生宿舍、阳光操场', '巡回医疗车', '图书')
    """
    text = CLAUSE.split(text)[0][: 2 * WIDE]
    found: list[str] = []
    for _ in range(4):
        while count := _COUNTED.match(text):
            text = text[count.end() :]
        noun, _verb = items.after(text, 0, len(text))
        if noun is None and found and (bare := _BARE.match(text)):
            noun = bare[0]
        if noun is None and (one := _ONE_WORD.match(text)) and len(items.tag(one[0])) == 1:
            noun = one[0]  # 一体机
        if noun is None:
            break
        text = text[text.find(noun) + len(noun) :]
        if head := _HEAD.match(text):
            noun, text = noun + head[0], text[head.end() :]
        if paid := _PAID.match(text):
            noun, text = noun + paid[0], text[paid.end() :]
        found.append(noun)
        if count := _COUNTED.match(text):
            text = text[count.end() :]
        if not _JOINED.match(text):
            break
        text = _JOINED.sub("", text)
    listed = "、".join(found)
    return _TAIL.sub("", listed) or None


def owned(rest: str) -> str | None:
    """The noun behind an amount and 的: 10万元的教学设备, 5万元的两辆救护车."""
    if _FOR_NOUN.match(rest) is None:
        return None
    return things(rest[1:])


def fund_behind(rest: str) -> str | None:
    """The fund or goods right behind an amount: 2亿元救灾资金."""
    if rest[:1] in tuple("予给与"):
        return None
    noun, _ = items.after(rest, 0, len(rest))
    if not noun or not _FUND.search(noun):
        named = _FUND_NAMED.match(rest)
        return (_FUNDS.sub("", named[1]) or named[1]) if named else None
    fund = _CENTRAL.sub("", _FUNDS.sub("", noun))
    return fund if len(fund) > 1 else noun


def does(rest: str) -> str | None:
    """What is done with an amount right behind it, whatever the verb: 加快苗情转化, 应急.

    >>> does("加快苗情转化升级，"), does("左右。"), does("应急。"), does("到账。")
    ('加快苗情转化升级', None, '应急', None)
    """
    text = CLAUSE.split(rest[:WIDE])[0].split(" ")[0]
    if not 1 < len(text) <= 24 or _NO_DOING.match(text) or _ANOTHER.search(text) or text.endswith("的"):
        return None
    tagged = items.tag(text)
    verb = tagged[0][1] in ("v", "vn", "vi") and len(tagged[0][0]) > 1
    text = text.removeprefix("进行") if len(text) > 4 else text
    return text if verb and not any(flag in ("ul", "uz") for _, flag in tagged[:2]) else None


def fund_before(act: Act) -> str | None:
    """The fund between the verb and the amount: 下达医疗救助资金1亿元."""
    if act.tail.endswith("的") and len(act.tail) > 2:
        return None
    inner = _VALUE.sub("", STATED.sub("", act.tail).strip("了的过"))
    inner = _EACH.sub("", _AND_VERB.sub("", inner))
    inner = inner[1:] if inner[:1] == "到" and _FUND.search(inner[-2:]) else inner
    fund = _CENTRAL.sub("", _FUNDS.sub("", inner)) if len(inner) > 2 else inner
    fund = (fund if len(fund) > 1 else inner).strip("“”的")
    if len(fund) < 4 and any(flag.startswith("nr") for _, flag in items.tag(fund)):
        # 奖励了李大山5000元: a person is no purpose.
        return None
    fits = act.verb and act.role != "state" and 1 < len(fund) <= 36 and not _FUNDS.fullmatch(fund)
    return fund if fits and not items.is_person(fund) and not _ADVERB.match(fund) else None


def beyond(purpose: str | None, payee: str | None) -> str | None:
    """``purpose`` unless it says no more than that the payee is helped.

    >>> beyond("资助两名大学生", "大学生"), beyond("资助大学生上学", "大学生")
    (None, '资助大学生上学')
    """
    if purpose and payee and purpose.endswith(payee) and _HELPED.fullmatch(purpose[: -len(payee)]):
        return None
    return purpose


def plain(purpose: str | None, payee: str | None = None) -> str | None:
    """What is supported or built, without the verb; 支持乙县发展 stays whole where 乙县 gets it.

    >>> plain("支持抗洪救灾"), plain("建起远程会诊中心"), plain("建起两间教室")
    ('抗洪救灾', '远程会诊中心', '建起两间教室')
    """
    return purpose if not purpose or (payee and payee in purpose) else _PLAIN.sub("", purpose)


def sound(purpose: str | None) -> str | None:
    """``purpose`` unless it is cut in a word, holds an amount, or is none at all.

    >>> sound("98所学校的维修"), sound("等六大工程"), sound("价值"), sound("平急两用”设施")
    ('98所学校的维修', None, None, '设施')
    """
    if purpose is None:
        return None
    if purpose.count("“") != purpose.count("”"):
        purpose = "" if "“" in purpose else purpose.rpartition("”")[2]
    if _EMPTY.fullmatch(purpose):
        return None
    return None if (len(purpose) < 2 and purpose not in _THINGS) or _UNSOUND.search(purpose) else purpose
