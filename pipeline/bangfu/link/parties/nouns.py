"""Who may pay and be paid: the ends of noun phrases that name somebody, some body or a place."""

from __future__ import annotations

from bangfu.link.parties.grammar import of_class, pattern
from bangfu.recognize.items import behind as items
from bangfu.recognize.places import is_place

# 各县, 其余12家, 五部门
OTHERS = pattern("各(?:{level}|校|单位|企业|部门|级财政)|{others}的?{number}{unit}|(?:多|{numeral})部门")
_KIN = pattern("^{han}{1,2}{kin}$")
FUND_NAME = pattern("“[^”]{1,12}{prize}”$")
NUMBERED = pattern("^{number}[个家名位所]")
BODY = pattern(r"(?:{body}|{han}界|\d+中)$")
# 该校, 本基金会, 县里
THAT = pattern("[该本](?:{short_body}|[校园院行会企社馆团]|{level})|{local}[里上](?!的)")
_TREASURY = pattern("(?:中央|地方|{han}{0,8}?[省市县区州])(?:本?级)?财政")
# 五洲置业
_BRAND = pattern("{han}{2,6}(?:{brand_tail})")
_NO_PAYER = pattern("{no_payer}$")
_NO_PAYEE = pattern("{no_payee}$")
_PAYEE = pattern("{payee}$")
_NOBODY = pattern(r"{news}|^(?:{nobody}|[^，]{0,4}元)$|^{nobody_begin}|(?:{nobody_end}|[每三五\d]年)$")


def may_act(noun: str) -> bool:
    """Whether a noun phrase ends as names of someone or some body do.

    >>> may_act("青禾公司"), may_act("上海线下消费"), may_act("最新数据")
    (True, False, False)
    """
    if _NOBODY.search(noun) or len(noun) < 2:
        return False
    return (
        bool(BODY.search(noun) or _KIN.search(noun))
        or items.is_person(noun)
        or _ends_in_name(noun)
        or bool(_BRAND.fullmatch(noun) and items.tag(noun)[0][1][:2] in ("nr", "ns", "nz", "nt"))
    )


def _ends_in_name(noun: str) -> bool:
    tagged = items.tag(noun)
    return bool(tagged) and (tagged[-1][1][:2] in ("nr", "ns", "nt", "j") or is_place(tagged[-1][0]))


def may_pay(noun: str) -> bool:
    """Whether a noun phrase can be who pays: no pronoun of things, no quantity, no figure.

    >>> may_pay("9个协作省市"), may_pay("电网"), may_pay("他")
    (True, False, True)
    """
    if _NO_PAYER.search(noun):
        return False
    known = noun in of_class("pronoun") or bool(
        THAT.fullmatch(noun) or OTHERS.fullmatch(noun) or FUND_NAME.fullmatch(noun)
    )
    return known or may_act(noun)


def may_get(noun: str) -> bool:
    """Whether a noun phrase can be who is paid.

    >>> may_get("农民"), may_get("科技创新"), may_get("进出口")
    (True, False, False)
    """
    if _NO_PAYEE.search(noun):
        return False
    return may_pay(noun) or bool(_PAYEE.search(noun))


def treasury(text: str) -> str | None:
    """The public purse with whose name a fund begins.

    >>> treasury("市级财政援建资金"), treasury("中央财政救灾资金"), treasury("财政资金")
    ('市级财政', '中央财政', None)
    """
    match = _TREASURY.match(text)
    return match[0] if match else None
