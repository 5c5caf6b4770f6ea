"""Gifts told over several clauses: goods and their worth, lists of givers, hands that take."""

from __future__ import annotations

import re

from bangfu.link import parties_aims as aims
from bangfu.link import parties_figures as figures
from bangfu.link import parties_reach as reach
from bangfu.link import parties_takers as takers
from bangfu.link import parties_verbs as verbs
from bangfu.link import parties_words as said
from bangfu.link.parties_frame import GIFT, SILENT, Fields, Frame, called
from bangfu.link.parties_verbs import Act
from bangfu.recognize import items

_FROM = re.compile(
    r"(?:得到|获得|收到|接受|获|收获)了?([^，。；：]{2,20}?)的?(?:爱心|社会)*(?:善款|捐款|捐赠|捐助|资助|赞助|援助|捐资|帮扶资金)"
)
_HALVED = re.compile(r"(?:得到|获得|收到|接受)了?([^，。；：的]{2,24})$")
_GRANTED = re.compile("(?:的[一-鿿]{1,4})?的?(?:爱心)?(?:善款|捐款|捐赠|捐助|资助|赞助|援助)(?!者|人|方)")
HANDED = re.compile(
    r"(?:的?[^，。；元\d]{0,10}?(?:款|现金|资金|支票|牌|牌匾|存单|存折|慰问金|助学金|奖金|稿费|积蓄|压岁钱|工资|钱))?[，,]?(?:将|全部|悉数|都|已|亲手|当场|当即|随即|转手|又|一并)*"
    r"(?:捐赠给|捐给|赠送给|指定给|定向给|专给|送给|送到|交给|交到|转交给|转交|发到|发给)了?([^，。；！？]{2,24}?)(?:的?手[里中上]|(?=[，。；！？])|$)"
)
_HEADS = {"校长": "学校", "院长": "医院", "园长": "幼儿园"}
_FUND = re.compile("^[一-鿿]{0,6}(?:助学金|奖学金|奖教金|慰问金|救助金)$")
_NO_GIVER = re.compile("(?:协作|帮扶|援助|扶贫|专项|财政|衔接|补助|其他)*资金")
_LISTED = re.compile(r"^[\s·•*\d.、）)（(]*([^，。；：\s\d]{2,30}?)[：:\s]*$")
_PEOPLE = re.compile(r"^[：:](?=.)((?:[一-鿿·]{2,8}(?:（[^）]{1,40}）)?(?:[、；，。]|$))+)$")
_GOODS = re.compile(r"^([^，。；\s\d]{2,24})\s+([^，。；\s].*)$")
_GIVEN = re.compile(
    "^(.*?)(?:收到|接受|接收|获得|得到|获)了?([^，。；]{0,20}?)(?:捐赠|捐献|赠送|捐助)的?(.*)$"
)
_TAKEN = re.compile("^(.*?)(?:共|累计|已)*(?:收到|接受|接收|获得)了?[^，。；]{0,10}?(?:捐赠|捐款|善款|捐助)")
_COUNTED = re.compile("\\d+[余多]?[一-鿿]{1,2}$")
_TAKING = re.compile("(?:把|将)(?![来军近])[^，。；把将]{0,16}$")
_DOES = re.compile("^(?:去|来)?(?:用于|用来|买|购买|购置|修|建|添置|改善)(.{2,})$")
_META = re.compile(r"（(?:指定|定向|专门)?用于([^）]{2,30})）")


def listed(f: Frame) -> Fields | None:
    """青禾公司 30万元, ①青禾公司：现金30万元: a line of a list of gifts."""
    if f.gifts and not f.clause and (named := _PEOPLE.match(f.rest)):
        return Fields("捐赠", re.sub("（[^）]*）", "", named[1]).strip("、。；"), None, None)
    if f.lister and f.act.role != "give":
        goods = aims.things(f.earlier[0]) if f.earlier and figures.worth(f.clause) is not None else None
        whom = f.clause if f.each and items.is_person(f.clause) else None
        aim = aims.use(f.rest) or goods or next((text for text in f.earlier if _FUND.search(text)), f.kind)
        if whom is None and (given := HANDED.match(f.rest)):
            whom = takers.taker(given[1], f.bodies)
        return Fields("捐赠", f.lister, whom, aim)
    if not f.gifts or f.earlier or f.act.verb or f.rest[:1] not in ("", "（", "\n", "。", "；"):
        return None
    match = _LISTED.match(f.clause)
    if match is None or not (f.leads[0] or said.may_act(match[1])):
        return None
    meant = _META.match(f.rest)
    return Fields("捐赠", match[1], None, meant[1] if meant else None)


def worth(f: Frame) -> Fields | None:
    """向学校捐赠图书300册，价值5万元: what was given is the purpose."""
    at = figures.worth(f.clause)
    if at is None:
        return None
    own = f.clause[:at]
    gift = verbs.giving(own) if own.strip("，、") else None
    at = -1
    while gift is None and at + 1 < min(2, len(f.earlier)):
        at += 1
        gift = verbs.giving(f.earlier[at])
    behind = aims.owned(f.rest)
    if gift is None and f.gifts and f.earlier and (given := _GOODS.match(f.earlier[-1])):
        return Fields("捐赠", given[1], None, aims.things(given[2]))
    if gift is None and f.earlier and (giver := takers.longest(f.earlier[0], f.bodies)):
        # 青禾公司直饮水机40台，折价3万元: an item of a list of gifts.
        goods = aims.things(f.earlier[0][len(giver) :])
        if goods and _COUNTED.search(f.earlier[0]):
            return Fields(f.act.verb if f.act.verb not in SILENT else None, giver, None, goods)
    if gift is None and (given := _GIVEN.match(own) or (_GIVEN.match(f.earlier[0]) if f.earlier else None)):
        payer = given[2] if said.may_act(given[2]) else None
        owner = said.subject((given[1], *f.earlier[:2]), f.leads)
        return Fields("捐赠", payer, owner, behind or aims.things(given[3]))
    if gift is None and f.earlier and (taken := _TAKEN.match(f.earlier[0])):
        return Fields("捐赠", None, f.doer(Act(None, "get", taken[1], "")), behind)
    if gift is None:
        return Fields(purpose=behind) if behind else None
    noun = behind or aims.things(gift.tail.lstrip("了过的"))
    return Fields(
        action=called(gift.verb),
        payer=f.doer(gift, at),
        payee=reach.receiver(gift) or reach.reached(gift),
        purpose=noun,
    )


def totalled(f: Frame) -> Fields | None:
    """学校发放了助学金，共5万元: the act is that of the clause before."""
    if not f.earlier or f.each or not f.clause or verbs.STATED.sub("", f.clause.strip("，")) or f.same:
        return None
    act = verbs.giving(f.earlier[0])
    if act is None or not (fund := aims.fund_before(act)):
        return None
    return Fields(called(act.verb), f.doer(act), reach.receiver(act) or reach.reached(act), fund)


def granted(f: Frame) -> Fields | None:
    """北坡小学得到青禾基金会的善款5万元, 获得青禾基金会5万元资助."""
    match = _FROM.search(f.clause)
    halved = _HALVED.search(f.clause) if match is None and _GRANTED.match(f.rest) else None
    told = match or halved
    giver = told[1].removeprefix("来自") if told else ""
    if told is None or not said.may_act(giver):
        return None
    owner = f.subject(f.clause[: told.start()])
    if match is None:
        return Fields(told[0][:2], giver, owner, aims.use(_GRANTED.sub("", f.rest, count=1)))
    fund = match[0][-4:] if match[0].endswith("资金") else None
    return Fields("获得" if fund else "捐赠", giver, owner, aims.use(f.rest) or fund)


def share(f: Frame) -> Fields | None:
    """捐款30万元，其中青禾公司5万元: a name alone in a list of gifts."""
    if f.act.verb is not None or f.kind or f.same is None or not GIFT.search(f.same.action or ""):
        return None
    text = f.clause.removeprefix("其中")
    name = f.leads[0] if f.leads[0] == text else said.leading_name(text)
    if name is None or name != text or _NO_GIVER.fullmatch(name):
        return None
    purpose = aims.fund_behind(f.rest) or (f.same.purpose if f.part else None)
    return Fields(f.same.action, name, f.same.payee, purpose)


def handed(f: Frame) -> Fields | None:
    """把5万元捐款交给校长: what is taken in hand is given behind the amount."""
    match = HANDED.match(f.rest)
    if match is None:
        return None
    fund = takers.named(match[1].rpartition("的")[2])
    whom = fund or takers.officer(match[1], f.bodies) or hands(match[1]) or takers.taker(match[1], f.bodies)
    does = _DOES.match(match[1][len(whom) :]) if whom and match[1].startswith(whom) else None
    aim = does[1] if does else aims.use(f.rest[match.end() :])
    head = _TAKING.sub("", f.clause)
    return Fields("捐赠", said.stands_for(head) or f.subject(head), whom, aim)


def hands(text: str) -> str | None:
    """The school whose head takes it: 校长李大山, 北坡小学校长."""
    if text[:2] in _HEADS:
        return _HEADS[text[:2]]
    name = said.leading_name(text)
    return name[:-2] if name and name[-2:] in _HEADS and len(name) > 3 else name
