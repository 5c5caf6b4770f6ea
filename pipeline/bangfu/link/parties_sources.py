"""Whose money it is where no verb of giving stands in front: deals, sources told behind, comparisons."""

from __future__ import annotations

import re

from bangfu.link import parties_aims as aims
from bangfu.link import parties_figures as figures
from bangfu.link import parties_takers as takers
from bangfu.link import parties_verbs as verbs
from bangfu.link import parties_words as said
from bangfu.link.parties_frame import GIFT, Fields, Frame

_SIGNED = re.compile(
    r"^(.{2,24}?)(?:与|和|同)([^，。；]{2,16}?)(?:正式|共同|现场|当场)?(?:签署|签订|签下|签约|达成)了?[^，。；]{0,20}(投资|捐赠|帮扶|援助)[^，。；]{0,8}(?:协议|合同|意向书)?书?$"
)
_SUM = re.compile("(?:投资额|投资总额|计划总投资|总投资|投资|捐赠额|协议资金|协议金额|金额|总金额|资金)$")
_FROM = re.compile(
    r"^的?(?:首批|第[一二三]批|全部)?(?:善款|捐款|资金|款项|费用|现金|助学金|奖金|经费)?(?:全部|都|均|主要)?(?:来自|源自|来源于)(?:于)?([^，。；]{2,24})(?=[，。；]|$)"
)
_BY = re.compile(
    r"^的?(?:首批|第[一二三]批|全部)?(?:善款|捐款|资金|款项|费用|现金|助学金|奖金|经费)?(?:全部|都|均|系)?由([^，。；由]{2,24}?)(捐赠|捐资|捐献|资助|赞助|筹集|募集|承担|出资|支付|提供)(?:给([^，。；]{2,20})|而来|的)?(?=[，。；]|$)"
)
_LESS = re.compile(
    r"^(.{0,24}?)(?:相?比|较)(?:[^，。；]{1,14}?)(高出|多出|少了|多了|低了|高|低|多|少|贵|便宜)(?:了|约|近|出)*$"
)
_LISTED_BEHIND = re.compile("$|[，。；、]|居首|居前|领先|最多|起步|善款|捐款|助学款|现金")
_NAMES_GIFTS = re.compile("认捐|捐赠|捐款|捐资|赞助")


def signed(f: Frame) -> Fields | None:
    """16家企业与南坡县签署投资协议，投资额达…: the firms pay, the place is paid."""
    if not f.earlier or not _SUM.search(verbs.MEASURED.sub("", f.clause)):
        return None
    deal = _SIGNED.match(f.earlier[0])
    if deal is None:
        return None
    giver = f.leads[1] or said.leading_name(deal[1])
    return Fields(deal[3], giver, said.leading_name(deal[2]) or None, None) if giver else None


def sourced(f: Frame) -> Fields | None:
    """5万元捐款来自青禾公司, 5万元善款由青禾公司捐赠给北坡小学."""
    if f.act.verb is not None and f.act.role == "give":
        return None
    if told := _FROM.match(f.rest):
        giver = takers.longest(told[1], f.bodies) or said.leading_name(told[1])
        return Fields(None, giver, None, None) if giver else None
    told = _BY.match(f.rest)
    if told is None or not said.may_pay(told[1]):
        return None
    whom = takers.taker(told[3], f.bodies) if told[3] else None
    return Fields(told[2], told[1], whom, f.kind)


def compared(f: Frame) -> Fields | None:
    """收购价比市场高出两毛, 比上年同期多2万亿元: the difference of a figure told here or just before."""
    told = _LESS.match(f.clause)
    if told is None:
        return None
    kind = figures.kind_of(told[1] + "为") if told[1] else None
    if kind is None and f.same is not None and f.same.frame == "figure" and not told[1]:
        kind = f.same.purpose
    return Fields(told[2].removesuffix("了"), None, None, kind)


def named_giver(f: Frame) -> Fields | None:
    """认捐名单中，青禾公司1000万元居首: a name alone where the sentence is about gifts."""
    if f.act.verb is not None or f.kind or f.same is not None or not f.earlier:
        return None
    gift = _NAMES_GIFTS.search(f.earlier[0])
    if gift is None or not _LISTED_BEHIND.match(f.rest):
        return None
    name = f.leads[0] if f.leads[0] == f.clause else said.leading_name(f.clause)
    if name is None or name != f.clause or not GIFT.search(gift[0]):
        return None
    return Fields(gift[0], name, None, aims.use(f.rest))
