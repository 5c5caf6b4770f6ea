"""The ways to say who paid whom for what, each a small rule; the first that knows an amount fills it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from bangfu.link import parties_aims as aims
from bangfu.link import parties_helped as helped
from bangfu.link import parties_reach as reach
from bangfu.link import parties_takers as takers
from bangfu.link import parties_verbs as verbs
from bangfu.link import parties_words as said
from bangfu.link.parties_acts import act, figure, grown, relative
from bangfu.link.parties_carry import a_head, again, parted, rate_of, repeated, summed
from bangfu.link.parties_frame import NAMED, Fields, Frame
from bangfu.link.parties_gifts import (
    brought,
    goods_received,
    granted,
    halved,
    handed,
    listed,
    share,
    totalled,
    worth,
)
from bangfu.link.parties_sources import aid_fund, arrived, cleft, compared, named_giver, signed, sourced
from bangfu.link.parties_spent import done_with, funds, goods_counted, share_of, spent, year_after
from bangfu.link.parties_verbs import Act
from bangfu.recognize import items, items_front

_PAYS = (
    "承担|捐赠|捐资|捐献|捐建|筹资|拿出|出资|提供|资助|投资|拨付|支付|赞助|负责|援建|安排|投入|配套|补助|负担"
)
_BY = re.compile(
    rf"由([^，。；：！？元]{{2,40}}?)(?:紧急|共同|全额|累计|统一|先后|每年)*({_PAYS})(?=([^，。；由]*)$)"
)
_BY_BEHIND = re.compile(
    r"，(?:(?:全部|全额|都|均|资金|费用|款项)*由)([^，。；：！？元]{2,40}?)(?:共同|全额|统一|按[\d:：]{1,9}(?:的?比例)?)*"
    r"(承担|捐赠|捐资|捐献|捐建|筹资|出资|提供|资助|投资|拨付|支付|赞助|负担|分担|共担|买单|垫付|出|掏|付)(?=[，。；的了]|$)"
)
_BORNE = re.compile(
    r"([^，。；：由]{0,16}?(?:费用?|食宿|支出|开支|款项?|钱|资金|经费))(?:全部|全额|都|均|将|则|统一)*由([^，。；由]{2,24}?)(?:全部|全额|统一)*(承担|负担|支付|报销|负责|出|掏|付|拿)$"
)
_BEARS = re.compile("(承担|负担|支付|报销|垫付|包揽|解决)(?:了|起)?([^，。；]{0,20}?(?:费用?|食宿|开支))$")
_DONE = re.compile("(买来|购买|购置|建成|建设|新建|修建|设立|采购|资助|奖励|救助|支持)")
_BY_RATE = re.compile("由([^，。；]{2,20}?)按")
_PARTED = re.compile("^其中[，,]?(?:用于|投向|安排给)([^，。；]{2,24}?)的?$")
_AMONG = re.compile(r"^(?:其中|包括|含)?$")
_USES = re.compile("利用|使用|统筹|整合")
_FISCAL = re.compile("(?<=财政)(?:专项|扶贫)*资金$")
_BUILDS = frozenset(
    ("建设", "修建", "新建", "购买", "购置", "采购", "建成", "援建", "捐建", "兴建", "改造", "打造")
)


def _borne(f: Frame) -> Fields | None:
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


def _by(f: Frame) -> Fields | None:
    """由青禾公司投资5万元打造的广场, 5万元，全部由青禾公司承担."""
    own = _BY.search(f.clause)
    match = own or _BY_BEHIND.match(f.rest)
    payer = re.sub("（[^）]*）", "", match[1]) if match else ""
    if match is None or not said.may_pay(payer):
        return None
    aim = aims.made(f.rest) if own else None
    if aim is None and own:
        whom, what = helped.built(f.rest)
        aim = what or aims.use(f.rest)
        if aim is None or aim in _BUILDS:
            aim = items_front.before(f.clause, 0, own.start()) or aims.fund_before(
                Act(match[2], "give", "", own[3])
            )
    elif aim is None:
        whom, aim = None, f.kind
    else:
        whom = None
    act = f.act.verb if f.act.role == "give" and own else match[2]
    return Fields(NAMED.get(act or "", act), payer, whom, aim)


def _each(f: Frame) -> Fields | None:
    """大学生有84名，每人3000元: the act is that of the amount before."""
    if not f.each or f.before is None or f.act.verb is not None or f.clause.endswith("按"):
        return None
    if f.before.action is None and f.clause and not items.is_person(f.clause):
        return None
    own = items.after(f.clause, 0, len(f.clause))[0] if f.clause else None
    if own and items.is_person(own):
        payee: str | None = own
    else:
        person = said.subject(f.earlier[:1], ())
        members = helped.members("，" + f.earlier[0]) if f.earlier else None
        payee = person if person and items.is_person(person) else members
        if (
            (act := verbs.giving(f.earlier[0]) if f.earlier else None)
            and act.tail
            and act.verb in reach.reaching()
        ):
            # 奖给实训好的学生，每人3000元
            last = act.tail.rpartition("的")[2]
            payee = payee or (last if takers.is_human(last) else None)
            return Fields(NAMED.get(act.verb or "", act.verb), f.before.payer, payee, f.before.purpose)
    if payee is None and f.same is None:
        return None
    return Fields(f.before.action, f.before.payer, payee, f.before.purpose)


def _helped_each(f: Frame) -> Fields | None:
    """资助学生84名，每人3000元: what the clause before does."""
    if not f.each or f.act.verb is not None or not f.earlier:
        return None
    act = verbs.giving(f.earlier[0])
    members = helped.members("，" + f.earlier[0][len(act.head) :]) if act else None
    if act is None or members is None:
        return None
    payer = said.subject((act.head, *f.earlier[1:3]), f.leads[1:])
    return Fields(act.verb, payer or (f.own if said.silent(act.head) else None), members, None)


def _named_use(f: Frame) -> Fields | None:
    """青禾公司5万元用于抢险: an amount that stands right behind a name."""
    if f.act.verb is not None or f.kind or not (aim := aims.use(f.rest)):
        return None
    giver = said.leading_name(f.clause)
    uses = bool(_USES.search(f.clause))
    if not giver and not uses:
        return None
    done = _DONE.match(f.rest)
    whom, what = helped.built(f.rest)
    return Fields(done[1] if done else None, None if uses else giver, whom, what or aim)


def _rate(f: Frame) -> Fields | None:
    """县教育局按每人5000元的标准发放补贴."""
    if f.act.verb is not None or not (rate := helped.standard(f.rest)):
        return None
    by = _BY_RATE.search(f.clause)
    return Fields(rate[0], by[1] if by else f.subject(f.clause, 1), reach.receiver(f.act), rate[1])


def _among(f: Frame) -> Fields | None:
    """其中，5亿元用于抢险; 其中用于县医院的5亿元."""
    if f.before is None or f.act.role == "give":
        return None
    if f.act.verb is None and _AMONG.match(f.clause) and (aim := aims.use(f.rest)):
        return Fields("用于", f.before.payer, f.before.payee, aim)
    if parted := _PARTED.match(verbs.STATED.sub("", f.clause)):
        to = parted[1] if said.may_act(parted[1]) else None
        return Fields("用于", f.before.payer, to, None if to else parted[1])
    return None


FRAMES: tuple[tuple[str, Callable[[Frame], Fields | None]], ...] = (
    ("again", again),
    ("sum", summed),
    ("signed", signed),
    ("compared", compared),
    ("sourced", sourced),
    ("arrived", arrived),
    ("goods-of", goods_counted),
    ("cleft", cleft),
    ("aid", aid_fund),
    ("listed", listed),
    ("parted", parted),
    ("a-head", a_head),
    ("rate-of", rate_of),
    ("goods", goods_received),
    ("worth", worth),
    ("borne", _borne),
    ("totalled", totalled),
    ("by", _by),
    ("repeated", repeated),
    ("funds", funds),
    ("done", done_with),
    ("part-of", share_of),
    ("year", year_after),
    ("spent", spent),
    ("named", named_giver),
    ("helped", _helped_each),
    ("each", _each),
    ("use", _named_use),
    ("halved", halved),
    ("rate", _rate),
    ("granted", granted),
    ("among", _among),
    ("share", share),
    ("relative", relative),
    ("handed", handed),
    ("brought", brought),
    ("grown", grown),
    ("act", act),
    ("figure", figure),
)
"""The rules in the order in which they are asked."""


@lru_cache(maxsize=4096)
def fields(frame: Frame) -> Fields:
    """The cells of one amount by the first rule that knows it, without values that cannot be right."""
    for name, rule in FRAMES:
        found = rule(frame)
        if found is not None:
            return replace(_sound(found, frame), frame=name)
    return Fields()


def _sound(found: Fields, frame: Frame) -> Fields:
    known = found.payer in frame.leads or found.payer == frame.agent or f"“{found.payer}”" in frame.said
    found = replace(found, payer=_FISCAL.sub("", found.payer)) if found.payer else found
    payer = found.payer if found.payer and (known or said.may_pay(found.payer)) else None
    payee = found.payee if found.payee and said.may_get(found.payee) else None
    purpose = aims.sound(found.purpose)
    if purpose and payee and purpose.startswith(payee) and len(purpose) > len(payee) + 1:
        # 拨给北坡县周转房专项资金: whom it reaches is told already.
        purpose = purpose[len(payee) :].removeprefix("的")
    return Fields(found.action, payer, payee, None if purpose in (payee, None) else purpose)
