"""Amounts that take their cells from an amount or a clause in front: sums again, shares, amounts a head."""

from __future__ import annotations

from dataclasses import replace

from bangfu.link.parties import aims, behind, figures, nouns, reach, takers, verbs
from bangfu.link.parties import subject as said
from bangfu.link.parties.frame import GIFT, Fields, Frame, called
from bangfu.link.parties.grammar import of_class, pattern
from bangfu.recognize.items import behind as items

_AGAIN = pattern("^(?:大?约|也就是|即)?(?:折?合|相当于|折算成?)(?:人民币)?[约为]?$")
_MONEY = pattern("{figure}[余多百千万亿]*{han}{0,4}{coin}$")
_SUM = pattern("^[共总]?[共合总]?计(?:发放|资助|支出)?$")
_PARTLY = pattern("分别|各(?![地方界级部])")
_AMOUNTS = pattern("(?:捐?[款赠]?金额|善款|[两三]笔[^，。；\\d]{0,4}|捐款|数额)?分别[为是]")
_ALSO = pattern("^[、和与及]{roughly}?{figure}[万亿]*[元块]")
_AMOUNT = pattern("{figure}[万亿]*[余多]?[美欧港]?[元块]")
_PARTS = pattern("[、和与及]")
# 、8万元和2万元|善款
_AMOUNTS_ONLY = pattern("(?:[、和与及]{roughly}?{figure}[万亿]*[余多]?[美欧港]?[元块])*")
_GIFT_TO = pattern("^{to_people}$")
_NUMBER = pattern("^{number}{unit}")
# 教师每人每学期再
_HEAD = pattern("^(.*?)(?:每一?(?:学[期年]|[年月人名户位个家所校生村队]))+[还都再又可将能]?$")
# 其中600万元用于|北坡4所乡镇卫生院|改造
_SITE_OF = pattern("(?:{builds}|改善)?([^，。；的]{2,20}?{served})(?={han}{2,10}$)")
_PARTED = pattern(r"^其中[，,]?(?:用于|投向|安排给)([^，。；]{2,24}?)的?$")
_THOSE = pattern("(?:考[上取入]|获得?|评[上为]|被)[^，。；\\d]{2,14}的")
_CASE = pattern("每[例眼台](?:最[高多])?({rated}|救助)?$")
_AMONG = pattern("^(?:其中|包括|含)?$")
# 16家企业与北坡县签署了20项投资协议
_SIGNED = pattern(
    r"^(.{2,24}?)[与和同]([^，。；]{2,16}?){manner}?{signs}了?(?:{number}[个项份笔])?([^，。；]{0,20}?)(投资|捐赠|帮扶|援助)[^，。；]{0,8}?(?:协议|合同|意向书)?书?$"
)
_TOTAL = pattern("(?:(?:计划)?总?投资|投资总?额|捐赠额|协议资金|协议金额|总?金额|资金)$")
# 比上年同期多, 较市场高出
# 设立奖学金，|首期50万元
_TOTAL_OF = pattern("首[期批笔次](?:资金|投入|金额)?|第一[期批笔]|(?:基金|奖金)?(?:总?金额|总额|总?规模)")
_GIVEN_WHOLE = pattern("捐|赠|资助|发放|采购|认购|购买|赞助|奖励|设立|援建")
_HELPER = pattern("[为给向对替帮由]")
_EACH_GOT = pattern("每一?{people}[^，。；]{0,6}{figure}[万亿]?元$")
_SEVERAL = pattern(
    r"(?:[\d]+|{numeral}+)[个所家](?:{area}|[村镇乡县区]|乡镇|学校|中学|小学|卫生院|医院|合作社|村庄|行政村|幼儿园)"
)
_DONATION = pattern("的?(?:爱心|各类|社会)*{donation}.{0,8}$")
_LEVELS = frozenset("省市县区州镇乡村校院")
_NUMBER_IN = pattern(r"\d")
_LESS = pattern("^(.{0,24}?)(?:相?比|较)(?:[^，。；]{1,14}?)({differs})[了约近出]*$")


def again(f: Frame) -> Fields | None:
    """8300亿兰特，约合3165亿元人民币: the same amount in other money."""
    if f.same is None or not f.earlier or not _AGAIN.match(f.clause.strip("（( ，")):
        return None
    return f.same if _MONEY.search(f.earlier[0].rstrip("（(")) else None


def summed(f: Frame) -> Fields | None:
    """资助学生86名，每人1500元，计12.9万元: the sum of what each gets."""
    if f.same is None or not _SUM.match(f.clause):
        return None
    each = f.same.frame == "act" and f.earlier and _EACH_GOT.search(f.earlier[0])
    if not each and f.same.frame not in ("each", "helped", "a-head"):
        return None
    return Fields(f.same.action, f.same.payer, f.same.payee, None)


def parted(f: Frame) -> Fields | None:
    """青禾公司、南坡商会分别捐赠3万元和2万元: each of those named has its own amount."""
    if f.act.verb and f.act.role == "give" and _PARTLY.search(f.act.head) and _ALSO.match(f.rest):
        whole, index, act = f.leads[0] or said.leading_name(f.act.head), 0, f.act
    elif f.earlier and _AMOUNTS.fullmatch(f.clause) and (given := verbs.giving(f.earlier[0])):
        # 甲公司、乙公司递交捐赠支票，金额分别为15万元和10万元
        whole, index, act = f.leads[1] or said.leading_name(given.head), 0, given
        act = replace(act, verb="捐赠" if "捐" in f.earlier[0] else act.verb)
    elif f.same is not None and not f.clause and len(f.earlier) > 1 and _AMOUNTS.match(f.earlier[0]):
        given = verbs.giving(f.earlier[1])
        if given is None:
            return None
        whole, act = f.leads[2] or said.leading_name(given.head), given
        act = replace(act, verb="捐赠" if "捐" in f.earlier[1] else act.verb)
        index = len(_AMOUNT.findall(f.earlier[0]))
    elif f.same is not None and not f.clause and f.earlier and _PARTLY.search(f.earlier[0]):
        first = _AMOUNT.search(f.earlier[0])
        act = verbs.act_of(f.earlier[0][: first.start()]) if first else verbs.NO_ACT
        whole = f.leads[1] or said.leading_name(act.head)
        index = len(_AMOUNT.findall(f.earlier[0]))
        if act.role != "give":
            return (
                replace(f.same, payer=None, payee=None)
                if f.same.frame == "figure" and f.same.purpose
                else None
            )
    else:
        return None
    names = _PARTS.split(whole) if whole else []
    if index >= len(names):
        # 校友会、商会和个人: as many as there are amounts
        low, high = said.subject_span(act.head)
        told = _PARTS.split(act.head[low:high])
        more = f.rest.partition("，")[0]
        names = told if len(told) == index + 1 + len(_AMOUNT.findall(_AMOUNTS_ONLY.match(more)[0])) else []  # type: ignore[index]
    fund = aims.fund_before(act) if "资" in act.tail or "款" in act.tail or "金" in act.tail else None
    if index >= len(names) or not all(len(name) > 1 or name in _LEVELS for name in names):
        return Fields(called(act.verb), None, reach.receiver(act), fund)
    return Fields(called(act.verb), names[index], reach.receiver(act), fund)


def repeated(f: Frame) -> Fields | None:
    """青禾公司第九次捐款，仍是1000元; 发放了助学金，共5万元: the clause before tells all but the amount."""
    if f.same is not None or f.each or not f.earlier or not f.clause:
        return None
    bare = verbs.STATED.sub("", f.clause)
    total = _TOTAL_OF.fullmatch(verbs.MEASURED.sub("", bare))
    act = verbs.giving(f.earlier[0])
    got = verbs.act_of(f.earlier[0]) if act is None and not verbs.MEASURED.sub("", bare) else None
    if got and got.verb in of_class("receives") and got.tail:
        # 慈善会已收到捐款326笔，共计
        giver = _DONATION.sub("", got.tail)
        owner = said.subject((got.head, *f.earlier[1:3]), f.leads[1:])
        if giver != got.tail and nouns.may_act(giver):
            return Fields("捐赠", giver, owner, None)
        return Fields(got.verb, None, owner, aims.fund_behind(got.tail))
    if total and act and _GIVEN_WHOLE.match(act.verb or "") and not _NUMBER_IN.search(act.tail):
        bare = ""
    if verbs.MEASURED.sub("", bare):
        return None
    fund = aims.fund_before(act) if act and not bare else None
    if act is None or not (fund or (not act.tail and GIFT.search(act.verb or ""))):
        return None
    return Fields(called(act.verb), f.doer(act), reach.receiver(act) or reach.reached(act), fund)


def a_head(f: Frame) -> Fields | None:
    """教师每人奖5000元, 为每户发放2000元: those of whom each gets the amount are paid, not who pays."""
    if f.act.role != "give" or not _GIFT_TO.match(f.act.verb or "") or not (head := _HEAD.match(f.act.head)):
        return None
    own = _NUMBER.sub("", head[1].strip("、，"))
    payee = None
    if _THOSE.fullmatch(own):
        # 考上重点大学的每人奖2000元
        return Fields(f.act.verb, f.same.payer if f.same else None, own, f.same.purpose if f.same else None)
    if own:
        noun = items.after(own, 0, len(own))[0]
        if noun != own and "的" in own:
            noun = own.rpartition("的")[2]
        if (
            not noun
            or not own.endswith(noun)
            or (noun != own and ("的" not in own or _HELPER.search(own)))
            or not takers.is_human(noun)
        ):
            return None
        payee = noun
    elif f.earlier:
        payee = takers.counted(f.earlier[0])
    if payee is None:
        return None
    # 奖学金每年评选8名，优秀学生每人奖…: a new sentence that tells of its own fund.
    before = f.same or (None if f.earlier and not said.silent(f.earlier[0]) else f.before)
    payer = before.payer if before else None
    named = before.purpose if before and "“" in (before.purpose or "") else None
    if named and named.endswith(("基金", "助学金", "奖学金")):
        # 设“向南”基金，学生每人补2400元: what was founded pays.
        return Fields(f.act.verb, payer or named, payee, None)
    return Fields(f.act.verb, payer, payee, named)


def each(f: Frame) -> Fields | None:
    """大学生有84名，每人3000元: the act is that of the amount before."""
    if not f.each or f.before is None or f.act.verb is not None or f.clause.endswith("按"):
        return None
    if f.before.action is None and f.clause and not items.is_person(f.clause):
        return None
    if f.same and GIFT.search(f.before.action or "") and f.leads[0] and any(n in f.clause for n in f.bodies):
        # 认捐名单: 李大山5万元，王小河副会长、赵二副会长各3万元: they give.
        return None
    own = items.after(f.clause, 0, len(f.clause))[0] if f.clause else None
    if _SEVERAL.fullmatch(f.clause):
        payee: str | None = f.clause
    elif own and items.is_person(own):
        payee = own
    else:
        person = said.subject(f.earlier[:1], ())
        members = behind.members("，" + f.earlier[0]) if f.earlier else None
        payee = person if person and items.is_person(person) else members
        acts = (verbs.giving(text) for text in f.earlier[:2])
        payee = payee or next(
            (takers.who(act.tail) for act in acts if act and act.verb in reach.reaching()), None
        )
    if payee is None and f.same is None:
        return None
    return Fields(f.before.action, f.before.payer, payee, f.before.purpose)


def helped_each(f: Frame) -> Fields | None:
    """资助学生84名，每人3000元: what the clause before does."""
    case = _CASE.match(f.clause)
    if not (f.each or case) or f.act.verb is not None or not f.earlier:
        return None
    act = verbs.giving(f.earlier[0])
    if case and act and (whom := takers.who(act.tail)):
        # 资助患病儿童手术，每例最高补助5万元
        what = act.tail.partition(whom)[2]
        return Fields(called(case[1] or act.verb), f.doer(act), whom, what or None)
    members = behind.members("，" + f.earlier[0][len(act.head) :]) if act else None
    if act is None or members is None:
        return None
    return Fields(act.verb, f.doer(act) or (f.own if said.silent(act.head) else None), members, None)


def among(f: Frame) -> Fields | None:
    """其中，5亿元用于抢险; 其中用于县医院的5亿元."""
    if f.before is None or f.act.role == "give":
        return None
    if f.act.verb is None and _AMONG.match(f.clause) and (aim := aims.use(f.rest)):
        site = takers.site(aim, f.bodies) or ((told := _SITE_OF.match(aim)) and told[1]) or f.before.payee
        return Fields("用于", f.before.payer, site, aim)
    if parted := _PARTED.match(verbs.STATED.sub("", f.clause)):
        to = parted[1] if nouns.may_act(parted[1]) else None
        return Fields("用于", f.before.payer, to, None if to else parted[1])
    return None


def signed(f: Frame) -> Fields | None:
    """16家企业与南坡县签署投资协议，投资额达…: the firms pay, the place is paid."""
    if not f.earlier or not _TOTAL.search(verbs.MEASURED.sub("", f.clause)):
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
