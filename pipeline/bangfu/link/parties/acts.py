"""An amount in its own clause: a verb with its parties, or a figure with its kind."""

from __future__ import annotations

from bangfu.link.parties import aims, behind, figures, nouns, reach, takers, verbs
from bangfu.link.parties import subject as said
from bangfu.link.parties.frame import GIFT, Fields, Frame, called
from bangfu.link.parties.grammar import of_class, pattern
from bangfu.link.parties.purpose import purpose_of
from bangfu.link.parties.spent import SITE, done
from bangfu.recognize.items import behind as items

_PLACE = pattern("[到在]([^，。；到在]{2,10})$")
_THING = pattern("[这那该][栋座条所间幢个项处]")
_SOURCE = pattern("从([^，。；从]{2,20}?)(?:手[中里上]|那里|处)?$")
_SPEAKS = pattern("宣布|代表|承诺")
_PER = pattern("每{han}{1,2}[再还另可]?")
_BENEFITS = pattern("，?(?:{so})*(?:{benefits})")
_TAKES = pattern("(?:领取|领到|获得|荣获|收到|受到)了?(?=.{2})")
_PAID_OUT = pattern("捐[赠款出资建]?|{pays_out}")
_ON = pattern("^{on}+$")
_LENDER = pattern("银行|信用社|农[商信]|[支分]行|公司|基金")
_BUILT_UP = pattern("(?:园区|小区|[圈带线路港]|改造)$")
_DEAL = pattern(
    "[与和同]([^，。；、与和同]{2,14}?(?:{level}|政府|委员会|管委会|{served}))(?:人民政府)?{manner}?(?:签订|签署|签下|签约|达成|签)"
)


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
            payee = deal[1]
        payer = _giver(f, owner, payee)
        payee = payee or reach.reached(act, f.bodies)
    else:
        payer, payee = _taken(f, owner, payee)
    aim, payee = _aim(f, payee or (takers.given_on(f.rest, f.bodies) if act.role == "give" else None))
    if act.role == "give" and f.same and f.same.action and _goes_on(act, f.same):
        payee = payee or f.same.payee
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
    own = said.leading_name(act.head) or said.stands_for(act.head)
    payer = owner if own else f.agent or owner
    if f.office and (verb in of_class("office_gives") or _SPEAKS.search(act.head)):
        # 基金会理事长宣布拿出5万元, 水利局局长批了5万元: it is not their own money.
        payer = f.office
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
    if payer is None and verb == "分红" and f.same:
        # 合作社销售收入达5万元，给社员分红1万元
        payer = f.same.payee
    return payer


def _only_named(f: Frame, payer: str) -> bool:
    """Whether the subject is given to, is what was built, or only saw to it that others gave."""
    act, verb = f.act, f.act.verb or ""
    front = f.earlier[0] if f.earlier and payer in f.earlier[0] and payer not in act.head else ""
    if takers.is_human(payer) and _TAKES.search(front):
        # 学生们领取校服，并为他们发放5000元: those who take do not give.
        return True
    if verb in of_class("spends") and (_THING.match(act.head) or SITE.search(payer)):
        # 这栋耗资5万元的宿舍楼启用, 大桥耗资5万元: it names the thing, not who paid.
        return True
    if verb in ("投资", "完成投资") and _BUILT_UP.search(payer):
        # 园区累计完成投资5万元: what was built has not paid.
        return True
    # 援藏干部落实资金5万元: they saw to it, who paid is not told.
    return verb in of_class("brings_about") and bool(items.is_person(payer) or _SOURCE.search(act.head))


def _taken(f: Frame, owner: str | None, payee: str | None) -> tuple[str | None, str | None]:
    """Who gave and who got what the verb says was taken or gained."""
    act = f.act
    gains = act.role == "get" or (act.verb in ("增收", "减负") and items.is_person(owner or ""))
    payee = payee or figures.gainer(act, f.kind, owner if gains else None)
    if payee is None and act.verb in of_class("receives") and said.silent(act.head):
        payee = f.speaker
    payer = _source(act) or nouns.treasury(act.tail)
    if act.verb in ("领到", "拿到", "领取") and f.earlier and (given := verbs.giving(f.earlier[0])):
        payer = said.leading_name(given.head)
        payee = reach.reached(given) or payee
    return payer, payee


def _goes_on(act: verbs.Act, same: Fields) -> bool:
    """捐5万元，又捐1万元; 南坡公司捐5万元，青禾公司捐1万元: whether both amounts are given to the same."""
    if same.way == "site":
        return False
    if not act.head or act.head == "其中":
        return act.verb not in of_class("spends")
    gifts = GIFT.search(act.verb or "") and GIFT.search(same.action or "")
    return bool(gifts) and not takers.is_human(same.payee or "")


def _aim(f: Frame, payee: str | None) -> tuple[str | None, str | None]:
    """The use of an amount, and whom it reaches where the text behind says that."""
    aim = done(f.rest) or aims.use(f.rest)
    allotted = f.act.verb in of_class("allots") and _BENEFITS.match(f.rest)
    if not allotted and (people := behind.members(f.rest)):
        return aim if aim and "用于" in f.rest[:4] else None, payee or people
    whom, what = behind.built(f.rest)
    if whom or what:
        payee, aim = payee or whom, what or aim
    if not payee and f.act.role == "give" and f.earlier and _ON.match(f.act.head):
        # 向北坡小学捐赠图书，并设立5万元的奖学金: it is for the same school.
        gift = verbs.giving(f.earlier[0])
        payee = reach.receiver(gift) if gift else None
    if not payee and f.act.role == "give":
        payee = behind.reached_by(f.rest, f.earlier)
    whom, aim = behind.supported(aim, f.bodies) if aim else (None, None)
    payee = payee or whom
    return aim, payee
