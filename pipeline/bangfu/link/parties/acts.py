"""An amount in its own clause: a verb with its parties, or a figure with its kind."""

from __future__ import annotations

from bangfu.link.parties import aims, behind, figures, nouns, reach, takers, verbs
from bangfu.link.parties import subject as said
from bangfu.link.parties.around import aiders
from bangfu.link.parties.frame import GIFT, Fields, Frame, called
from bangfu.link.parties.grammar import of_class, pattern
from bangfu.link.parties.handed import HANDED, hands
from bangfu.link.parties.purpose import purpose_of
from bangfu.link.parties.spent import SITE, done, told_before
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import front as items_front

_RELATIVE = pattern("^(?:[了给过]|起来|出[来去]?)?的{batch}?$")
# 用|好省财政下拨的资金
_WELL = pattern("^好(?=.{2})")
_EACH = pattern("每[人名位户]")
_PLACE = pattern("[到在]([^，。；到在]{2,10})$")
_THING = pattern("[这那该][栋座条所间幢个项处]")
_INVESTOR = pattern("公司|集团|企业|银行|政府|基金|财政|(?:[局部委厅商会人省市]|[县乡州旗村盟镇]|新区)$")
_BUILT_UP = pattern("(?:园区|小区|[圈带线路港]|改造)$")
_SOURCE = pattern("从([^，。；从]{2,20}?)(?:手[中里上]|那里|处)?$")
_SPEAKS = pattern("宣布|代表|承诺")
_HELPS = pattern("^(?:帮助|支持|指导|助力)")
_PER = pattern("每{han}{1,2}[再还另可]?")
_INVITED = pattern(r"(?:请来|引来|引进|招来|引入|邀来|找来|请到)了?([^，。；的\d]{4,24}(?:{body}))$")
_ENTRUSTED = pattern("受([^，。；的]{2,20}?)(?:{post})?(?:的)?委托(?:[，、]|$)")
_BENEFITS = pattern("，?(?:{so})*(?:{benefits})")
_ALONE = pattern("捐|认捐|乐捐|投入|拿出|资助|拨付|拨款|援助|募集|筹集|出资")
_TAKES = pattern("(?:领取|领到|获得|荣获|收到|受到)了?(?=.{2})")
_LENDER = pattern("银行|信用社|农[商信]|[支分]行|公司|基金")
_THEM = pattern("[为给向][他她]们")
_MAY = pattern("(?:可以?|能够?|[可能]得|[得拿]到)$")
_PAID_OUT = pattern("捐[赠款出资建]?|{pays_out}")
_ON = pattern("^{on}*$")
_PER_UNIT = pattern("(?:平均)?每一?([所个名位户家校村])")
_GAVE = pattern("(?:捐款|捐资|捐赠|解囊|募捐|捐款捐物)$")
_AGREED = pattern("(?:协议|计划|合同|意向|拟|将|共|累计|总|约定)*")
_WITH_FIRM = pattern(
    "(?:政府|委员会|管委会|[县市区州旗镇乡])[与和同]([^，。；、与和同]{2,16}?(?:公司|集团|企业|银行)){manner}?(?:签订|签署|签下|签约|达成|签)"
)
_DEAL = pattern(
    "[与和同]([^，。；、与和同]{2,14}?(?:{level}|政府|委员会|管委会|{served}))(?:人民政府)?{manner}?(?:签订|签署|签下|签约|达成|签)"
)


def relative(f: Frame) -> Fields | None:
    """用好省财政下拨的5万元: the nearest name in front of the verb pays."""
    if f.act.role != "give" or not f.act.head or not _RELATIVE.match(f.act.tail):
        return None
    near = items_front.before(f.act.head, 0, len(f.act.head))
    near = _WELL.sub("", near) if near else None
    near = near if near and nouns.may_pay(near) else None
    to = reach.receiver(f.act, f.bodies)
    if to and f.act.head.endswith(to):
        # 青禾公司向南坡县订购的: the nearest name is whom it reaches
        payer = f.leads[0] or said.leading_name(f.act.head)
    else:
        payer = f.agent or near or f.leads[0]
    whom = None
    purpose = aims.made(f.rest) or aims.owned(f.rest) or aims.use(f.rest) or aims.fund_behind(f.rest)
    if handed := HANDED.match(f.rest):
        whom = hands(handed[1])
    return Fields(called(f.act.verb), payer, to or whom, purpose)


def act(f: Frame) -> Fields | None:
    """青禾公司向北坡小学捐赠5万元，用于建设: a verb with its subject, the one it reaches, and its use."""
    act = f.act
    if act.role not in ("give", "get", "gain"):
        return None
    payee = reach.receiver(act, f.bodies)
    owner = said.stands_for(act.head) or f.subject(act.head)
    if act.role == "give":
        if act.verb in ("投资", "投入", "投") and not payee and (place := _PLACE.search(act.head)):
            payee = place[1] if nouns.may_act(place[1]) else None
        if payee is None and f.earlier and said.silent(act.head) and (deal := _DEAL.search(f.earlier[0])):
            # 青禾集团与南坡县签订协议，计划投资
            payee = deal[1] if owner and owner in f.earlier[0][: deal.start()] else None
        if owner and f.earlier and _AGREED.fullmatch(act.head) and (firm := _WITH_FIRM.search(f.earlier[0])):
            # 南坡县政府与青禾集团签署协议，投资
            return Fields(called(act.verb), firm[1], owner, purpose_of(f, _aim(f, owner)[0], firm[1]))
        payer = _giver(f, owner, payee)
        payee = payee or reach.reached(act, f.bodies)
    else:
        payer, payee = _taken(f, owner, payee)
    if act.verb == "分红" and not payee and _MAY.search(act.head):
        payer, payee = None, owner
    if payee is None and act.role == "give" and act.verb in reach.reaching():
        payee = takers.longest(act.tail.lstrip("了过"), f.bodies)
    if payee is None and act.role == "give" and f.earlier and (unit := _PER_UNIT.fullmatch(act.head)):
        payee = _counted(f.earlier[0], unit[1])
    if (
        act.verb in of_class("costs")
        and not act.head
        and not act.tail
        and f.earlier
        and f.rest[:1] in "，。；"
    ):
        # 为南坡小学添置了一台彩超，花费5万元
        whom, what = told_before(f.earlier[0])
        payee = payee or whom
    else:
        what = None
    if act.role == "give" and not act.tail and (doing := reach.doing(act.head)):
        # 为家乡修路捐资
        payee, what = doing
    given, use = takers.given_on(f.rest, f.bodies) if act.role == "give" else (None, None)
    payee = payee or given
    aim, payee = _aim(f, payee)
    aim = use or aim or what
    if f.same is not None and act.role == "give":
        payer, payee = _carried(f, f.same, payer, payee)
    # 带来5万元善款
    verb = "捐赠" if act.verb == "带来" and act.role == "give" else called(act.verb)
    return Fields(verb, payer, payee, purpose_of(f, aims.beyond(aim, payee), payer))


def _source(act: verbs.Act) -> str | None:
    """从省水利厅|争取, 从李大山手中|接过: whose money it was."""
    source = _SOURCE.search(act.head)
    return source[1] if source and nouns.may_pay(source[1]) else None


def _giver(f: Frame, owner: str | None, payee: str | None) -> str | None:
    """Who gives, where ``owner`` is the subject; who speaks, or the sentence before, may tell it too."""
    act, verb = f.act, f.act.verb or ""
    payer = owner
    if told := _brought_in(f):
        return told
    if f.office and (verb in of_class("office_gives") or _SPEAKS.search(act.head)):
        # 基金会理事长宣布拿出5万元, 水利局局长批了5万元: it is not their own money.
        payer = f.office
    elif verb in of_class("settles"):
        # 医生做了手术，自付3万元: who acts in the clause before does not bear the cost.
        payer = said.leading_name(act.head)
    elif not said.leading_name(act.head) and not said.stands_for(act.head):
        payer = f.agent or owner
    payer = None if payer and _only_named(f, payer) else payer
    if payer is None and verb in of_class("brings_about"):
        payer = _source(act)
    if payer is None and _PAID_OUT.fullmatch(verb) and all(map(said.silent, (act.head, *f.earlier))):
        # 1. 资助学生86名; 青禾集团帮扶南坡县。三年来，累计投入5万元: nobody else acts in the sentence.
        payer = f.own or f.prior
    if payer is None and verb in of_class("allots") and said.silent(act.head):
        # 教育局局长表示，下半年将安排5万元: the office speaks of its own money.
        payer = f.speaker
    if (
        payer
        and verb in of_class("aids")
        and _PER.fullmatch(act.head)
        and takers.is_human(payer.rstrip("们"))
    ):
        # 孩子们每餐补助5元
        payer = None
    if (verb == "融资" and not payee) or (
        payer and verb in of_class("borrows") and not _LENDER.search(payer)
    ):
        payer = None
    payer = payer or nouns.treasury(act.tail)
    if payer is None and _ALONE.match(verb) and act.role == "give":
        payer = said.bare_name(act.head)
    if payer is None and verb == "分红" and f.same and f.same.frame == "figure":
        # 合作社销售收入达5万元，给社员分红1万元
        payer = f.same.payee
    return payer


def _brought_in(f: Frame) -> str | None:
    """他请来南坡集团，投资5万元; 受南坡协会会长委托，李大山捐赠: they pay, not who acts."""
    if not f.earlier:
        return None
    told = _INVITED.search(f.earlier[0]) if said.silent(f.act.head) else None
    told = told or _ENTRUSTED.search(f.earlier[0]) or _ENTRUSTED.search(f.act.head)
    return told[1] if told and nouns.may_act(told[1]) else None


def _only_named(f: Frame, payer: str) -> bool:
    """Whether the subject is given to, is what was built, or only saw to it that others gave."""
    act, verb = f.act, f.act.verb or ""
    front = f.earlier[0] if f.earlier and payer in f.earlier[0] and payer not in act.head else ""
    if takers.is_human(payer) and _TAKES.search(front):
        # 学生们领取校服，并为他们发放5000元: those who take do not give.
        return True
    if _THEM.search(act.head) and payer in f.leads[1:]:
        # 走访慰问李大山、王小河，为他们送上5万元: those named just before are given to.
        return True
    if verb in ("投资", "完成投资") and payer not in f.leads and not _INVESTOR.search(payer):
        # 园区累计完成投资; 他跑项目，引进项目，投资…: neither what was built nor who brought it has paid.
        return bool(_BUILT_UP.search(payer)) or not act.head
    if verb in of_class("spends") and (
        _THING.match(act.head) or (SITE.search(payer) and payer not in f.leads)
    ):
        # 这栋耗资5万元的宿舍楼启用: it names the thing, not who paid.
        return True
    if verb in of_class("brings_about") and _SOURCE.search(act.head):
        return True
    # 援藏干部落实资金5万元: they saw to it, who paid is not told.
    return verb in of_class("brings_about") and items.is_person(payer)


def _taken(f: Frame, owner: str | None, payee: str | None) -> tuple[str | None, str | None]:
    """Who gave and who got what the verb says was taken or gained."""
    act, payer = f.act, None
    gains = act.role == "get" or (act.verb in ("增收", "减负") and items.is_person(owner or ""))
    if not act.head and any(_HELPS.search(text) for text in f.earlier):
        # 甲市选派教师，帮助学校…，到账科研经费: not who reach.
        owner = None
    if (
        owner
        and act.verb in of_class("receives")
        and f.earlier
        and owner not in act.head
        and _GAVE.search(f.earlier[0])
    ):
        # 职工踊跃捐款，两天就收到捐款
        return owner, payee
    payee = payee or figures.gainer(act, f.kind, owner if gains else None)
    if payee is None and act.verb in of_class("receives") and said.silent(act.head):
        payee = f.speaker
    if act.verb == "到账" and said.silent(act.head) and (pair := aiders(f))[0]:
        return pair
    if source := _source(act):
        payer = source
    payer = payer or nouns.treasury(act.tail)
    if act.verb in ("领到", "拿到", "领取") and f.earlier and (given := verbs.giving(f.earlier[0])):
        payer = said.leading_name(given.head)
        own = act.head and not _EACH.fullmatch(act.head)
        payee = payee if own else reach.reached(given) or payee
    return payer, payee


def _carried(f: Frame, same: Fields, payer: str | None, payee: str | None) -> tuple[str | None, str | None]:
    """The parties, also as the amount in front in the sentence has them: 捐5万元，又捐1万元."""
    act = f.act
    if not act.head and same.action:
        payer = same.payer or payer if act.verb == same.action else payer
        other = "支持" in f.rest[:5] or act.verb in of_class("spends")
        return payer, payee or (None if other or same.way == "site" else same.payee)
    gift = (
        GIFT.search(act.verb or "")
        and GIFT.search(same.action or "")
        and not takers.is_human(same.payee or "")
    )
    if same.action and (act.head == "其中" or gift):
        payee = payee or (None if same.way == "site" else same.payee)
    return payer, payee


def _counted(text: str, unit: str) -> str | None:
    """What a clause counts by a measure: 小学 of 新建四所小学, for 所."""
    at = max((text.rfind(number + unit) for number in "一二两三四五六七八九十百余多0123456789"), default=-1)
    noun = items.after(text, at + 2, len(text))[0] if at >= 0 else None
    return noun if noun and nouns.may_get(noun) else None


def _aim(f: Frame, payee: str | None) -> tuple[str | None, str | None]:
    """The use of an amount, and whom it reaches where the text behind says that."""
    aim = done(f.rest) or aims.use(f.rest)
    allotted = f.act.verb in of_class("allots") and _BENEFITS.match(f.rest)
    if not allotted and (people := behind.members(f.rest)):
        return aim if aim and "用于" in f.rest[:4] else None, payee or people
    whom, what = behind.built(f.rest)
    if whom or what:
        payee, aim = payee or whom, what or aim
    if not payee and f.act.role == "give" and f.earlier and f.act.head and _ON.match(f.act.head):
        # 向北坡小学捐赠图书，并设立5万元的奖学金: it is for the same school.
        gift = verbs.giving(f.earlier[0])
        payee = reach.receiver(gift) if gift else None
    if not payee and f.act.role == "give":
        payee = behind.reached_by(f.rest, f.earlier)
    whom, aim = behind.supported(aim, f.bodies) if aim else (None, None)
    payee = payee or whom
    return aim, payee
