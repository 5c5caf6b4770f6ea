"""Gifts told where an association or a fund is founded are given to it: 南坡县爱心会成立，现场认捐30万元."""

from __future__ import annotations

from bisect import bisect_left

from bangfu.article import Mention
from bangfu.link.parties.frame import Fields
from bangfu.link.parties.grammar import pattern

_BACK = 400
"""Characters in front of an amount in which a founding is looked for."""
_FOUNDED = pattern(
    r"(?:[今昨]天|[今昨当]日|{han}{1,4}[举召]行|正式|隆重|宣布|宣告)*成立(?![以于了后之至初多\d]|{numeral}+[余多]?年|{han}{0,2}周年)"
)
_CHARITY = pattern("(?:会|基金)$")
_GATHERED = pattern("募|筹[得集措款资]|认捐")
_GIVEN = pattern("捐|赞助")


def founded(clean: str, institutions: tuple[Mention, ...], at: int) -> str | None:
    """The one association or fund of whose founding the text in front of ``at`` tells.

    >>> clean = "南坡县爱心会成立，会上现场认捐30万元"
    >>> founded(clean, (Mention(0, 6, "南坡县爱心会", "institution", "test"),), 14)
    '南坡县爱心会'
    """
    low = bisect_left(institutions, at - _BACK, key=lambda m: m.start)
    high = bisect_left(institutions, at, key=lambda m: m.start)
    names = dict.fromkeys(
        m.text for m in institutions[low:high] if _CHARITY.search(m.text) and _FOUNDED.match(clean, m.end, at)
    )
    return next(iter(names)) if len(names) == 1 else None


def given_to(body: str, cells: Fields) -> bool:
    """Whether what ``cells`` tell is given to the body that is founded: gathered there, or by others.

    >>> given_to("南坡县爱心会", Fields("认捐", "李大山"))
    True
    >>> given_to("南坡县爱心会", Fields("捐赠", "南坡县爱心会"))
    False
    """
    action = cells.action or ""
    if _GATHERED.search(action):
        return True
    return bool(_GIVEN.search(action)) and cells.payer not in (None, body)
