"""What is taken in hand or from an account and given to whom the words behind the amount name."""

from __future__ import annotations

from bangfu.link.parties import aims, nouns, takers
from bangfu.link.parties import subject as said
from bangfu.link.parties.frame import Fields, Frame
from bangfu.link.parties.grammar import pattern

# 5万元慰问金交给校长: what is taken in hand is given
HANDED = pattern(
    r"(?:的?[^，。；元\d]{0,10}?{in_hand})?[，,]?(?:{handing}+，?)?{handing}*{hands_over}了?([^，。；！？]{2,24}?)(?:的?(?:手|账户|账号|专户|专账|公账|名下|卡|捐款箱|捐箱)[里中上内]?|(?=[，。；！？])|$)"
)
_HEADS = {"校长": "学校", "院长": "医院", "园长": "幼儿园"}
_TAKING = pattern("[把将](?![来军近])[^，。；把将]{0,16}$")
_PASSED = pattern("转赠|转给|拨给|拨付|返还|分发|发放")
_DOES = pattern("^(.{2,12})之用$|^[去来]?(?:用于|用来|买|购买|购置|修|建|添置|改善|作为?)(.{2,})$")
_ENTRUSTED = pattern("受([^，。；的]{2,20}?)(?:{post})?(?:的)?委托$")


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
    head = _TAKING.sub("", f.clause)
    for_other = _ENTRUSTED.search(f.earlier[0]) if f.earlier else None
    payer = for_other[1] if for_other and nouns.may_act(for_other[1]) else said.stands_for(head)
    passed = _PASSED.search(match[0])
    return Fields(passed[0] if passed else "捐赠", payer or f.subject(head), whom, aim)


def hands(text: str) -> str | None:
    """The school whose head takes it: 校长李大山, 北坡小学校长."""
    if text[:2] in _HEADS:
        return _HEADS[text[:2]]
    name = said.leading_name(text)
    return name[:-2] if name and name[-2:] in _HEADS and len(name) > 3 else name
