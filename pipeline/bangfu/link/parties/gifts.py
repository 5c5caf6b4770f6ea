"""Gifts and who gives them: goods and their worth, lists of givers, hands that take, 由青禾公司承担."""

from __future__ import annotations

from bangfu.link.parties import aims, behind, figures, nouns, reach, takers, verbs
from bangfu.link.parties import subject as said
from bangfu.link.parties.frame import GIFT, IN_HAND, Fields, Frame, called
from bangfu.link.parties.grammar import pattern
from bangfu.link.parties.verbs import Act
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import front as items_front

_ASIDE = pattern("（[^）]*）")
_BY = pattern("由([^，。；：！？元]{2,40}?){how}({pays})(?=([^，。；由]*)$)")
# 5万元善款，全部由青禾公司承担
_BY_BEHIND = pattern(
    "^(?:的?{batch}?{gift_money})?，?(?:{wholly}|{gift_money})*由([^，。；：！？元由]{2,40}?){how}"
    "({pays}|出|掏|付)(?:[给到至]([^，。；]{2,20})|而来)?(?=[，。；的了]|$)"
)
_BORNE = pattern(
    "([^，。；：由]{0,16}?(?:{expense}|{gift_money}|[款钱]))(?:除[^，。；]{1,10}?以?外)?(?:{wholly}|将|则)*由([^，。；由]{2,24}?){how}({pays}|[出掏付拿])$"
)
_BEARS = pattern("({bears})[了起]?([^，。；]{0,20}?{expense})$")
_BUILDS = frozenset(
    ("建设", "修建", "新建", "购买", "购置", "采购", "建成", "援建", "捐建", "兴建", "改造", "打造")
)
# 5万元慰问金交给校长: what is taken in hand is given
HANDED = pattern(
    r"(?:的?[^，。；元\d]{0,10}?{in_hand})?[，,]?(?:{handing}+，?)?{handing}*{hands_over}了?([^，。；！？]{2,24}?)(?:的?(?:手|账户|账号|专户|专账|公账|名下|卡|捐款箱|捐箱)[里中上内]?|(?=[，。；！？])|$)"
)
_SCHOOL_HEADS = {"校长": "学校", "院长": "医院", "园长": "幼儿园"}
_PASSED = pattern("转赠|转给|拨给|拨付|返还|分发|发放")
_DOES = pattern("^(.{2,12})之用$|^[去来]?(?:用于|用来|买|购买|购置|修|建|添置|改善|作为?)(.{2,})$")
_ENTRUSTED = pattern("受([^，。；的]{2,20}?)(?:{post})?(?:的)?委托$")


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
    if match is None:
        return None
    told = takers.longest(match[1], f.bodies) or _ASIDE.sub("", match[1])
    payer = told if nouns.may_pay(told) else said.leading_name(told)
    if payer is None:
        return None
    if own is None:
        return Fields(match[2], payer, takers.taker(match[3], f.bodies) if match[3] else None, f.kind)
    front = f.clause[: own.start()].rstrip("也均都")
    whom, what = behind.built(f.rest)
    aim = aims.made(f.rest) or what or aims.use(f.rest)
    if (aim is None or aim in _BUILDS) and not front.endswith("的"):
        aim = items_front.before(f.clause, 0, own.start())
    return Fields(called(match[2]), payer, (said.leading_name(front) if front else None) or whom, aim)


def rate(f: Frame) -> Fields | None:
    """县教育局按每人5000元的标准发放补贴."""
    if f.act.verb is not None or not (rate := behind.standard(f.rest)):
        return None
    return Fields(rate[0], f.subject(f.clause, 1), reach.receiver(f.act), rate[1])


# 得到青禾公司的善款
_FROM = pattern(
    "(?:[得收]到|接受|收?获得?)了?([^，。；：]{2,20}?)的?(?:爱心|社会|定向|专项|慈善)*(?:{donation}|捐资|帮扶资金)"
)
_GRANTED = pattern("的?(?:爱心)?{donation}(?![者人方])")
_FUND = pattern("^{han}{0,6}{prize}$")
_NAMES_GIFTS = pattern("认捐|捐赠|捐款|捐资|赞助")
_ENDS = pattern("$|[，。；、]|居[首前]|领先|最多|起步|{donation}|助学款|现金")
_GOOD = pattern("(?:款|金|费|物资?|资金|设备|{goods}|现金|折[价合款]|投资|收入|等)$")
_NO_GIVER = pattern("(?:{paired}|扶贫|专项|财政|衔接|补助|其他)*资金")
_LISTED = pattern(r"^[\s·•*\d.、）)（(]*([^，。；：\s\d]{2,30}?)[：:\s]*$")
# ：李大山、王小河。 behind an amount: those who gave so much
_PEOPLE = pattern("^[：:](?=.)((?:[一-鿿·]{2,8}(?:（[^）]{1,40}）)?(?:[、；，。]|$))+)$")
_GOODS = pattern(r"^([^，。；\s\d]{2,24})\s+([^，。；\s].*)$")
_GIVEN_BY = pattern("[由是]([^，。；由是的]{2,24}?)(?:所)?(捐赠|赠送|捐献|捐助|捐|援助|赠|送)的?$")
# 专家给乡亲们带来了|价值3万元的药品
_BROUGHT = pattern("(?:带来|送来|带去|捎来|运来|运去)了?$")
_GIVEN = pattern(
    "^(.*?)(?:(?:{receives}|获)了?([^，。；]{0,20}?)(?:捐赠|捐献|赠送|捐助)的?|获赠|获捐|受赠)(.*)$"
)
_RIGHT = pattern(r"{han}{2,8}(?=[，。；\n]|$)")


def listed(f: Frame) -> Fields | None:
    """青禾公司 30万元, ①青禾公司：现金30万元: a line of a list of gifts."""
    if f.gifts and not f.clause and (named := _PEOPLE.match(f.rest)):
        return Fields("捐赠", _ASIDE.sub("", named[1]).strip("、。；"), None, None)
    if f.lister and f.act.role != "give":
        goods = aims.things(f.earlier[0]) if f.earlier and figures.worth(f.clause) is not None else None
        whom = f.clause if f.each and items.is_person(f.clause) else None
        aim = aims.use(f.rest) or goods or next((text for text in f.earlier if _FUND.search(text)), f.kind)
        return Fields("捐赠", f.lister, whom, aim)
    if not f.gifts or f.earlier or f.act.verb or f.rest[:1] not in ("", "（", "\n", "。", "；"):
        return None
    match = _LISTED.match(f.clause)
    if match is None or not (f.leads[0] or nouns.may_act(match[1])):
        return None
    return Fields("捐赠", match[1], None, aims.use(f.rest))


def worth(f: Frame) -> Fields | None:
    """向学校捐赠图书300册，价值5万元: what was given is the purpose."""
    at = figures.worth(f.clause)
    if at is None:
        return None
    own = f.clause[:at]
    gift = verbs.giving(own) if own.strip("，、") else None
    if f.earlier and (passive := _GIVEN_BY.search(f.earlier[0])):
        # 那台CT是南坡公司捐的，价值5万元
        payer = takers.longest(passive[1], f.bodies) or said.leading_name(passive[1])
        if payer:
            thing = items_front.before(f.earlier[0], 0, passive.start())
            return Fields(called(passive[2]), payer, None, thing or None)
    if gift is None and (brought := _BROUGHT.search(own)):
        gift = Act("捐赠", "give", own[: brought.start()], "")
    at = -1
    while gift is None and at + 1 < min(2, len(f.earlier)):
        at += 1
        gift = verbs.giving(f.earlier[at])
    behind = aims.owned(f.rest) or ((right := _RIGHT.match(f.rest)) and aims.things(right[0])) or None
    if gift is None and f.gifts and f.earlier and (given := _GOODS.match(f.earlier[-1])):
        return Fields("捐赠", given[1], None, aims.things(given[2]))
    if gift is None and (given := _GIVEN.match(own) or (_GIVEN.match(f.earlier[0]) if f.earlier else None)):
        payer = given[2] if given[2] and nouns.may_act(given[2]) else None
        owner = said.subject((given[1], *f.earlier[:2]), f.leads)
        return Fields("捐赠", payer, owner, behind or aims.things(given[3]))
    if gift is None:
        return Fields(purpose=behind) if behind else None
    named = _own_goods(own) if at >= 0 else None
    noun = behind or named or aims.things(gift.tail.lstrip("了过的"))
    if noun is None and gift.tail.startswith("款物"):
        noun = "款物"
    return Fields(
        action=called(gift.verb),
        payer=f.doer(gift, at),
        payee=reach.receiver(gift) or reach.reached(gift),
        purpose=noun,
    )


def _own_goods(text: str) -> str | None:
    """The goods that the clause of their worth names itself: 大米、棉被等物资."""
    text = _ASIDE.sub("", text.strip("，、的").removesuffix("价值"))
    if not 1 < len(text) <= 20 or not all(flag[0] in "nbjxul" for _, flag in items.tag(text)):
        return None
    return text


def granted(f: Frame) -> Fields | None:
    """北坡小学得到青禾基金会的善款5万元, 获得青禾基金会5万元资助."""
    text, rest = f.clause, f.rest
    if behind := _GRANTED.match(rest):
        text, rest = text + behind[0], rest[behind.end() :]
    match = _FROM.search(text)
    giver = match[1].removeprefix("来自") if match else ""
    if match is None or not nouns.may_act(giver):
        return None
    fund = match[0][-4:] if match[0].endswith("资金") else None
    owner = f.subject(text[: match.start()])
    return Fields("获得" if fund else "捐赠", giver, owner, aims.use(rest) or fund)


def share(f: Frame) -> Fields | None:
    """捐款30万元，其中青禾公司5万元; 认捐名单中，青禾公司5万元居首: a name alone where gifts are told."""
    if f.act.verb is not None or f.kind:
        return None
    text = f.clause.removeprefix("其中")
    known = said.leading_name(text)
    whole = _whole(f)
    name = known if known == text else _of_list(f, text, whole)
    if name is None or _NO_GIVER.fullmatch(name):
        return None
    if whole is not None and GIFT.search(whole.action or ""):
        purpose = aims.fund_behind(f.rest) or (whole.purpose if f.part else None)
        # 募集18万元，其中青禾公司10万元: those who raise are not those who give.
        action = "捐款" if (whole.action or "").startswith("募") else whole.action
        return Fields(action, name, whole.payee, purpose)
    gift = _NAMES_GIFTS.search(f.earlier[0]) if f.earlier and f.same is None else None
    return Fields(gift[0], name, None, aims.use(f.rest)) if gift and _ENDS.match(f.rest) else None


def _whole(f: Frame) -> Fields | None:
    """The gift of which this is a part: in the same sentence, or in that before 其中，甲2000元."""
    return f.same or (f.before if f.part and "其中" in (f.clause[:2], *f.earlier[:1]) else None)


def _of_list(f: Frame, text: str, whole: Fields | None) -> str | None:
    """The giver of one gift of a list, whose clause says no more: 厂长李大山2万元，南坡水电站8000元."""
    if whole is None or not GIFT.search(whole.action or "") or not 1 < len(text) < 40:
        return None
    if f.leads[0] and f.leads[0].rpartition("、")[2][-2:] in text[-12:]:
        return f.leads[0]
    tagged = items.tag(text)
    named = any(flag[:2] in ("nr", "ns", "nt", "nz") for _, flag in tagged)
    plain = all(flag[0] in "nbjsfm" for _, flag in tagged) and text.isalpha() and len(text) < 20
    return text if named and plain and not _GOOD.search(text) else None


def handed(f: Frame) -> Fields | None:
    """把5万元捐款交给校长: what is taken in hand is given behind the amount."""
    match = HANDED.match(f.rest)
    if match is None:
        return None
    fund = takers.named(match[1].rpartition("的")[2])
    whom = fund or takers.officer(match[1], f.bodies) or hands(match[1])
    whom = whom or takers.taker(match[1], f.bodies)
    does = _DOES.match(match[1][len(whom) :]) if whom and match[1].startswith(whom) else None
    aim = does[1] or does[2] if does else aims.use(f.rest[match.end() :])
    head = IN_HAND.sub("", f.clause)
    for_other = _ENTRUSTED.search(f.earlier[0]) if f.earlier else None
    payer = for_other[1] if for_other and nouns.may_act(for_other[1]) else said.stands_for(head)
    passed = _PASSED.search(match[0])
    return Fields(passed[0] if passed else "捐赠", payer or f.subject(head), whom, aim)


def hands(text: str) -> str | None:
    """The school whose head takes it: 校长李大山, 北坡小学校长."""
    if text[:2] in _SCHOOL_HEADS:
        return _SCHOOL_HEADS[text[:2]]
    name = said.leading_name(text)
    return name[:-2] if name and name[-2:] in _SCHOOL_HEADS and len(name) > 3 else name
