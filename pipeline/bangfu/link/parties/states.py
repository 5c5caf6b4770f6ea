"""An amount that a figure states: its kind is the purpose, the people who have it are paid."""

from __future__ import annotations

from bangfu.link.parties import aims, figures, nouns, verbs
from bangfu.link.parties import subject as said
from bangfu.link.parties.around import aiders
from bangfu.link.parties.frame import GIFT, SILENT, Fields, Frame
from bangfu.link.parties.grammar import of_class, pattern
from bangfu.link.parties.nouns import BODY
from bangfu.link.parties.spent import done, project, topic
from bangfu.recognize.items import front as items_front

_GROWN = pattern(r"((?:{rises}|减少)[到至])(?:了|(?:现在|目前|如今|\d+年|[今去]年)的?)?$")
_TOTAL_GIVEN = pattern("^(捐资|捐赠|捐款|资助|投资|捐助)(?:总?额|总?金额|总数)$")
_MONEY = pattern("{arrives}*总?(?:资金|金额|投资额?|经费|资金量|预算)")
# 实施帮扶项目5个
_PROJECTS = pattern(r"([^，。；\d]{2,24}){number}[个项笔]$")
_ARRIVED = pattern("(?:到位|落地|完成)(?:投资|资金)$")
_FIRMS = pattern("(?:引进|落地|入驻|新增|落户)({han}{0,4}企业){number}[家个]$")
_APPROVED = pattern("^(?:[^，。；]{2,8}?获批|各类|共|新|{launches})+")
# 原始基金|200万元, 其中善款|5万元
_FUND_ALONE = pattern(
    "(?:其中|另有|包括)?((?:原始|启动|注册|创始|种子|初始|专项|流动|周转)(?:基金|资金)|(?<=其中)善款|(?:{prize})|{han}{0,4}(?:费用?|押金|经费|津贴|抚恤金|保证金|慰问金))"
)
_AND = pattern(r"(?:的?[^，。；\d]{1,14}[、和与及])?")
_EARNS = frozenset(("挣", "挣到", "赚", "赚到", "收入", "卖了"))
_MORE_CREDIT = pattern(r"([^，。；\d]{2,10}?)(?:决定|宣布)?(新增|增加|追加)([^，。；]{0,24}?(?:额度|资金))")
# 获得县里的“优秀教师”称号, 评上一等奖
_PRIZE = pattern("(?:得|获得?|荣获|评上|拿到?|捧回)了?[^，。；]{0,20}(?:奖|称号|名|冠军|证书)$")


def grown(f: Frame) -> Fields | None:
    """月工资由3200元涨到5000元: both are the same figure."""
    if f.same is None or not f.same.purpose or not (grown := _GROWN.fullmatch(f.clause)):
        return None
    return Fields(grown[1], None, f.same.payee, f.same.purpose)


def figure(f: Frame) -> Fields | None:
    """农村居民人均收入达5000元: the kind of figure is the purpose, the people who have it are paid."""
    act, kind = f.act, f.kind
    if f.same and f.same.payer and GIFT.search(f.same.action or "") and _AND.fullmatch(f.clause):
        # 捐赠价值5万元的器材和|2万元奖学金
        behind = aims.fund_behind(f.rest)
        if behind:
            return Fields(f.same.action, f.same.payer, f.same.payee, behind)
    if act.role == "grow":
        kind = items_front.before(act.head, 0, len(act.head)) or (f.same.purpose if f.same else None)
        return Fields(act.verb, None, None, kind)
    action = None if act.verb in SILENT else act.verb
    if kind and kind.endswith(tuple(of_class("invested_total"))):
        return Fields("投资", None, None, project(f))
    if _MONEY.fullmatch(f.clause) and f.earlier and (of := _PROJECTS.search(f.earlier[0])):
        # 实施帮扶项目5个，到位资金: the money is that of the projects.
        noun = items_front.before(of[1], 0, len(of[1])) if of.start() else of[1]
        return Fields(action if act.role != "state" else None, None, None, noun and _APPROVED.sub("", noun))
    if kind in of_class("planned_total") and (of_ := topic(f.earlier[:2])):
        return Fields(kind if kind == "预算" else "投资", None, None, of_)
    if act.verb in of_class("brings_about") and not act.head and f.same and f.same.payer:
        # 投入资金3万元，引进资金2万元: whoever gave the first brings the second.
        return Fields(action, f.same.payer, f.same.payee, aims.use(f.rest) or aims.fund_before(act))
    if f.earlier and _ARRIVED.search(f.clause) and (firms := _FIRMS.search(f.earlier[0])):
        # 引进山东企业5家，到位投资5亿元
        return Fields(
            "投资" if act.verb == "投资" else "到位", firms[1], None, "投资" if act.verb != "投资" else None
        )
    if kind and (total := _TOTAL_GIVEN.match(kind)) and act.role == "state":
        own = f.clause[: -len(kind)]
        return Fields(
            total[1], f.subject(own) if own else said.subject(f.earlier[:2], f.leads[1:]), None, None
        )
    if (granted := _MORE_CREDIT.fullmatch(f.clause)) and nouns.may_act(granted[1]):
        # 央行新增再贷款额度1000亿元
        return Fields(granted[2], granted[1], None, aims.use(f.rest) or granted[3])
    if act.verb == "到位" and said.silent(act.head) and (pair := aiders(f))[0]:
        # 青溪市对口帮扶南坡县，五年累计到位资金
        return Fields(action, *pair, aims.use(f.rest) or aims.fund_before(act))
    payee = figures.gainer(act, kind, None) or figures.holder(f.clause, kind) if kind else None
    if action is None and kind and kind.endswith(("增收", "减负")):
        action = kind[-2:]
    if action is None and kind in ("收入", "年收入", "一年收入", "年均收入"):
        action = "收入"
    if payee is None and act.verb in _EARNS:
        owner = f.subject(act.head)
        payee = owner if owner and owner in f.leads and not BODY.search(owner) else None
    prize = bool(kind and payee is None and kind.endswith(("奖金", "奖学金")))
    if prize and f.earlier and (won := _PRIZE.search(f.earlier[0])):
        payee = said.subject((f.earlier[0][: won.start()], *f.earlier[1:2]), f.leads[1:])
    if kind and payee and payee.endswith(kind.partition("集体")[0]) and "集体" in kind:
        kind = kind[kind.index("集体") :]
    whole = aims.owned(f.rest) if kind and kind.endswith("总额") else None
    aim = aims.use(f.rest) if not kind and (f.rest[:1] != "，" or "用" in f.rest[:6]) else None
    purpose = whole or kind or aim or aims.owned(f.rest) or aims.fund_behind(f.rest)
    if purpose is None and act.role in ("earn", "gain"):
        purpose = done(f.rest)
    if purpose is None and act.role == "earn":
        purpose = aims.fund_before(act)
    if purpose is None and action is None and (fund := _FUND_ALONE.fullmatch(verbs.STATED.sub("", f.clause))):
        purpose = fund[1]
    return Fields(action, None, payee, purpose)
