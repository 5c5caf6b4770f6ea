"""Whose money it is where no verb of giving stands in front: deals, accounts, funds named after a giver."""

from __future__ import annotations

import re

from bangfu.link import parties_aims as aims
from bangfu.link import parties_figures as figures
from bangfu.link import parties_verbs as verbs
from bangfu.link import parties_words as said
from bangfu.link.parties_frame import GIFT, Fields, Frame
from bangfu.link.parties_spent import behind

_SIGNED = re.compile(
    r"^(.{2,24}?)(?:与|和|同)([^，。；]{2,16}?)(?:正式|共同|现场|当场)?(?:签署|签订|签下|签约|达成)了?(?:\d+[余多]?[个项份笔])?([^，。；]{0,20}?)(投资|捐赠|帮扶|援助)[^，。；]{0,8}(?:协议|合同|意向书)?书?$"
)
_SUM = re.compile("(?:投资额|投资总额|计划总投资|总投资|投资|捐赠额|协议资金|协议金额|金额|总金额|资金)$")
_LESS = re.compile(
    r"^(.{0,24}?)(?:相?比|较)(?:[^，。；]{1,14}?)(高出|多出|净增|增加|增长|减少|下降|降低|提高|提升|上升|上涨|少了|多了|低了|高|低|多|少|贵|便宜)(?:了|约|近|出)*$"
)
_LISTED_BEHIND = re.compile("$|[，。；、]|居首|居前|领先|最多|起步|善款|捐款|助学款|现金")
_NAMES_GIFTS = re.compile("认捐|捐赠|捐款|捐资|赞助")


_AID = re.compile(
    r"^(?:其中|近年来|今年|去年|截至[^，]{0,8})?(.{2,16}?(?:[省市县区州盟旗]|集团|公司|财政|银行|大学|医院))(?:对口|定点)?(?:援[藏疆青建助川]|帮扶|支援|援助|协作|扶贫)(.{2,12}?[省市县区州盟旗镇乡村])?的?(?:各类|财政|专项|帮扶|援助|协作|社会)*(?:资金|款)$"
)


def partners(text: str) -> tuple[str | None, str | None]:
    """Who helps and who is helped, of the two who signed: 甲市与北坡县签订帮扶协议.

    >>> partners("青禾市与北坡县签订帮扶协议"), partners("青禾市与北坡县相邻")
    (('青禾市', '北坡县'), (None, None))
    """
    deal = _SIGNED.match(text)
    return (said.leading_name(deal[1]), said.leading_name(deal[2])) if deal else (None, None)


def signed(f: Frame) -> Fields | None:
    """16家企业与南坡县签署投资协议，投资额达…: the firms pay, the place is paid."""
    if not f.earlier or not _SUM.search(verbs.MEASURED.sub("", f.clause)):
        return None
    deal = _SIGNED.match(f.earlier[0])
    if deal is None:
        return None
    giver = f.leads[1] or said.leading_name(deal[1])
    what = deal[3] if len(deal[3]) > 1 else None
    return Fields(deal[4], giver, said.leading_name(deal[2]), what) if giver else None


def compared(f: Frame) -> Fields | None:
    """收购价比市场高出两毛, 比上年同期多2万亿元: the difference of a figure told here or just before."""
    told = _LESS.match(f.clause)
    if told is None:
        return None
    kind = figures.kind_of(told[1] + "为") if told[1] else None
    if kind is None and f.same is not None and f.same.frame == "figure" and not told[1]:
        kind = f.same.purpose
    of = f.same if f.same is not None and f.same.frame == "act" and not told[1] else None
    payer, purpose = (of.payer, of.purpose) if of else (None, None)
    return Fields(told[2].removesuffix("了"), payer, None, kind or purpose)


def aid_fund(f: Frame) -> Fields | None:
    """南坡区对口支援北坡县资金达2亿元, 其中甲市援藏资金600万元: the name of the fund tells who pays."""
    body = verbs.STATED.sub("", verbs.MEASURED.sub("", f.clause))
    told = _AID.match(body) if f.act.role == "state" else None
    if told is None or not (name := said.leading_name(told[1])) or name != told[1]:
        return None
    action = f.same.action if f.same and f.same.action and GIFT.search(f.same.action) else None
    fund = body[len(told[1]) :]
    verb, _, thing = behind(f)
    return Fields(verb or action, name, told[2], thing or fund.replace(told[2] or "\n", ""))


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
