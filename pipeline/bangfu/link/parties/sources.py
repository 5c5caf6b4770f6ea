"""Whose gift an amount was, told behind it or by a noun: 来自李大山, 是甲市建的, 乡亲给学校的捐款."""

from __future__ import annotations

from bangfu.link.parties import aims, nouns, takers, verbs
from bangfu.link.parties import subject as said
from bangfu.link.parties.frame import Fields, Frame, called
from bangfu.link.parties.grammar import pattern

_GIVEN_NOUN = pattern(
    "([^，。；的]{2,20}?)(?:给|对|向)(?!口|外)([^，。；的]{2,16}?)的(捐款捐物|捐款|捐赠|捐资|投入|资助|援助)(?:总额|资金)?(?:累计|合计)*$"
)
_FIELD = pattern("(?:{field})(?:领域|事业)?$")
_COMES_FROM = pattern(
    "^(?:[^，。；]{0,8}?，)?(?:也|则|都|就|全)?(?:来自于?|出自|源自)(?!于?(?:网络|各地|全国|世界))([^，。；！？]{2,28}?)(?:的(?:爱心|对口)?(?:{donation}|{aid}|投资|支持|资金))?(?=[，。；！？]|$)"
)
_GIFT_TOLD = pattern("捐|善款|助学|奖学|爱心|一笔|资助|募|援助|帮扶")
# 5万元的综合楼，是甲市建的
_CLEFT = pattern(
    r"^(?:[^，。；！？]{0,16}，{han}{0,8}?)?[都全正就]?是由?([^，。；]{2,24}?)(?:\d+年|[去今前]年)?({cleft})[来赠建出]?(?:给[^，。；的]{1,8})?的(?=[，。；！？”]|$)"
)


def given_noun(f: Frame) -> Fields | None:
    """乡亲给南坡各校的捐款捐物累计5万元: a noun that tells who gave and whom."""
    told = _GIVEN_NOUN.match(verbs.STATED.sub("", f.clause))
    if told is None:
        return None
    payer = said.leading_name(told[1])
    whom = takers.longest(told[2], f.bodies) or _FIELD.sub("", told[2])
    return Fields(told[3], payer, whom if nouns.may_get(whom) else None, None) if payer else None


def cleft(f: Frame) -> Fields | None:
    """5万元的综合楼，是甲市建的; 尾款5万元，是村民自己凑的: who did it is told in a clause with 是…的."""
    told = _CLEFT.match(f.rest)
    if told is None or (f.act.verb and f.act.head and said.leading_name(f.act.head)):
        return None
    name = takers.longest(told[1], f.bodies) or said.leading_name(told[1].rpartition("的")[2])
    act = f.act.verb if f.act.role == "give" else told[2]
    return Fields(called(act), name, None, aims.owned(f.rest)) if name else None


def source(f: Frame) -> Fields | None:
    """最大的一笔5万元来自退休教师李大山: whose gift it was is told behind."""
    told = _COMES_FROM.match(f.rest)
    if told is None or f.act.role in ("get", "earn") or (f.act.verb and said.leading_name(f.act.head)):
        return None
    name = takers.longest(told[1], f.bodies) or next(
        (body for body in f.bodies if told[1].endswith(body)), None
    )
    name = name or said.leading_name(told[1])
    gift = any(_GIFT_TOLD.search(text) for text in (f.clause, *f.earlier[:2], f.rest[:40]))
    if name is None or not gift:
        return None
    before = f.same or f.before
    return Fields(
        f.act.verb if f.act.role == "give" else "捐赠",
        name,
        before.payee if before else None,
        before.purpose if before else None,
    )
