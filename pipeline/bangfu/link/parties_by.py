"""Who pays as the passive tells it: 由青禾公司承担, 是青禾集团修的, 5万元来自青禾公司."""

from __future__ import annotations

import re

from bangfu.link import parties_aims as aims
from bangfu.link import parties_figures as figures
from bangfu.link import parties_helped as helped
from bangfu.link import parties_reach as reach
from bangfu.link import parties_takers as takers
from bangfu.link import parties_verbs as verbs
from bangfu.link import parties_words as said
from bangfu.link.parties_frame import Fields, Frame, called
from bangfu.link.parties_verbs import Act
from bangfu.recognize import items, items_front

_PAYS = (
    "承担|捐赠|捐资|捐献|捐建|捐助|筹资|筹集|筹措|募集|拿出|出资|提供|资助|投资|拨付|支付|赞助|负责|援建|安排|投入|配套"
    "|补助|补贴|负担|分担|共担|全包|买单|垫付|报销|解决|兜底"
)
_HOW = (
    r"(?:紧急|共同|全额|全部|累计|统一|先后|另行?|按[\d:：]{1,9}(?:的?比例)?"
    r"|通过[^，。；]{2,16}?|每[^每，。；]{1,2}){0,3}"
)
"""What may stand between who pays and the verb."""
_BY = re.compile(rf"由([^，。；：！？元]{{2,40}}?){_HOW}({_PAYS})(?=([^，。；由]*)$)")
_FUND = "(?:的?(?:首批|第[一二三]批|全部)?(?:善款|捐款|资金|款项|费用|现金|助学金|奖金|经费))?"
_BY_BEHIND = re.compile(
    rf"^{_FUND}，?(?:全部|全额|都|均|系|资金|费用|款项)*由([^，。；：！？元由]{{2,40}}?){_HOW}"
    rf"({_PAYS}|出|掏|付)(?:给([^，。；]{{2,20}})|而来)?(?=[，。；的了]|$)"
)
_BORNE = re.compile(
    rf"([^，。；：由]{{0,16}}?(?:费用?|食宿|支出|开支|款项?|钱|资金|经费))(?:全部|全额|都|均|将|则|统一)*由([^，。；由]{{2,24}}?){_HOW}({_PAYS}|出|掏|付|拿)$"
)
_BEARS = re.compile("(承担|负担|支付|报销|垫付|包揽|解决)(?:了|起)?([^，。；]{0,20}?(?:费用?|食宿|开支))$")
_BY_RATE = re.compile("由([^，。；]{2,20}?)按")
_BUILDS = frozenset(
    ("建设", "修建", "新建", "购买", "购置", "采购", "建成", "援建", "捐建", "兴建", "改造", "打造")
)
_CLEFT = re.compile(
    r"^(.{0,20}?)(?:就|都|全|正)?是由?([^，。；]{2,24}?)(?:\d+年|[去今前]年|那年|当年|后来|给学校|给村里)*(捐赠|捐建|援建|捐|给|送|修建|修|建|投资|出资|出|垫|凑|拨|寄来|资助)(?:来|赠|建|出|给)?的$"
)
_CLEFT_BEHIND = re.compile(
    r"^[^，。；！？]{0,16}，(?:[一-鿿]{1,8})?(?:都|全|正|就)?是由?([^，。；]{2,24}?)(?:\d+年|[去今前]年)?(捐赠|捐建|援建|捐|给|送|修建|修|建|投资|出资|出|垫|凑|掏|筹)(?:来|赠|建|出)?的(?=[，。；！？”]|$)"
)


def borne(f: Frame) -> Fields | None:
    """费用由青禾公司承担，预计需要5万元; 公司负担手术费，约5万元."""
    if f.act.role == "give" or not f.earlier or f.kind:
        return None
    if match := _BORNE.search(f.earlier[0]):
        return Fields(match[3], match[2], None, match[1])
    if (match := _BEARS.search(f.earlier[0])) and not verbs.STATED.sub("", f.clause):
        head = f.earlier[0][: match.start()]
        payer = said.subject((head, *f.earlier[1:3]), f.leads[1:])
        whose, _, what = match[2].rpartition("的")
        near = items_front.before(whose, 0, len(whose)) if whose else None
        return Fields(match[1], payer, near if near and items.is_person(near) else None, what)
    return None


def by(f: Frame) -> Fields | None:
    """由青禾公司投资5万元打造的广场, 5万元捐款由青禾公司捐赠给北坡小学, 5万元，全部由青禾公司承担."""
    own = _BY.search(f.clause)
    match = own or _BY_BEHIND.match(f.rest)
    if match is None or (not own and not f.rest.startswith("，") and _acts(f)):
        return None
    told = re.sub("（[^）]*）", "", match[1])
    payer = told if said.may_pay(told) else said.leading_name(told)
    if payer is None:
        return None
    if own is None:
        whom = takers.taker(match[3], f.bodies) if match[3] else None
        return Fields(match[2], payer, whom, f.kind or aims.made(f.rest) or _goods(f))
    whom, aim = None, aims.made(f.rest)
    if aim is None:
        whom, what = helped.built(f.rest)
        aim = what or aims.use(f.rest)
        if aim is None or aim in _BUILDS:
            front = (
                None
                if f.clause.endswith("的", 0, own.start())
                else items_front.before(f.clause, 0, own.start())
            )
            aim = front or aims.fund_before(Act(match[2], "give", "", own[3]))
    act = f.act.verb if f.act.role == "give" else match[2]
    return Fields(called(act), payer, whom, aim)


def _acts(f: Frame) -> bool:
    """Whether the clause has its own giver."""
    give = f.act.verb is not None and f.act.role == "give"
    return give and bool(f.act.tail or said.leading_name(f.act.head))


def _goods(f: Frame) -> str | None:
    """药品42箱，总值36万元: what is worth the amount."""
    return aims.things(f.earlier[0]) if f.earlier and figures.worth(f.clause) is not None else None


def rate(f: Frame) -> Fields | None:
    """县教育局按每人5000元的标准发放补贴."""
    if f.act.verb is not None or not (rate := helped.standard(f.rest)):
        return None
    by = _BY_RATE.search(f.clause)
    return Fields(rate[0], by[1] if by else f.subject(f.clause, 1), reach.receiver(f.act), rate[1])


def cleft(f: Frame) -> Fields | None:
    """水渠是青禾集团修的，前后投了…, …的综合楼，是甲市建的: who did it is told in a clause with 是…的."""
    if f.act.verb is None or not f.act.head or said.leading_name(f.act.head) is None:
        if f.earlier and (told := _CLEFT.match(f.earlier[0])):
            thing = re.sub("^[这那该]?[座所条间栋笔个台辆套批]|的$", "", told[1]).rpartition("的")[2]
            if not thing and len(f.earlier) > 1:
                thing = f.earlier[1].rpartition("的")[2]
            thing = "" if thing.endswith(("钱", "笔", "款")) or items.is_person(thing) else thing
        elif told := _CLEFT_BEHIND.match(f.rest):
            thing = aims.owned(f.rest) or ""
        else:
            return None
        doer, verb = told[len(told.groups()) - 1], told[len(told.groups())]
        name = takers.longest(doer, f.bodies) or said.leading_name(doer.rpartition("的")[2])
        if name is None:
            return None
        act = f.act.verb if f.act.role == "give" else verb
        return Fields(called(act), name, None, thing or None)
    return None
