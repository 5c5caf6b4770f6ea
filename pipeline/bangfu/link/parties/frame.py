"""What is read around one amount of money, and the cells that are filled from it."""

from __future__ import annotations

from dataclasses import dataclass

from bangfu.link.parties import subject as said
from bangfu.link.parties.grammar import pattern
from bangfu.link.parties.verbs import NO_ACT, Act

SILENT = frozenset(("为", "共计", "合计", "价值", "总值", "高达", "累计达", "捐款总数"))
NAMED = dict.fromkeys(("捐给", "捐了", "捐", "捐出", "捐献", "捐到", "捐向", "捐出去", "捐来"), "捐赠") | {
    "获资助": "资助",
    "获补助": "补助",
    "追加投资": "投资",
    "追加投入": "投入",
    "领到": "领取",
    "拿到": "领取",
    "完成投资": "投资",
}
# 把善款|10万元, 将募得的|3万元
IN_HAND = pattern("[把将](?![来军近])[^，。；把将]{0,16}$")
# 30万元|建成的
CLEFT_END = pattern("(?:{cleft}|{buys}|{builds})[来起上下成]?的(?=[，。；！？”]|$)")
GIFT = pattern("捐|筹|募|拨|配套|资助|出资|投[入资]|赞助|拿出|入股")


def called(verb: str | None) -> str | None:
    """The verb as a row tells it.

    >>> called("捐给"), called("投入"), called("花了")
    ('捐赠', '投入', '花')
    """
    named = NAMED.get(verb or "", verb)
    return named.removesuffix("了") if named and len(named) > 1 else named


@dataclass(frozen=True, slots=True)
class Fields:
    """The four cells of an amount that the text around it fills, and the name of the rule that did.

    ``way`` names what told the payee where the rule did not.
    """

    action: str | None = None
    payer: str | None = None
    payee: str | None = None
    purpose: str | None = None
    frame: str = ""
    way: str = ""

    @property
    def empty(self) -> bool:
        return not (self.action or self.payer or self.payee or self.purpose)


@dataclass(frozen=True, slots=True)
class Frame:
    """The texts around one amount: its clause so far, the clauses before it (nearest first), what follows.

    ``leads`` are the names of people and bodies with which the clause and those before it begin, where they
    are known; ``agent`` is the name that ends right in front of the verb of the clause. ``each`` tells that
    an amount a head was cut off (每人), ``gifts`` that a list of gifts stands here, ``part`` that the amount
    is one of the parts of an amount in front (其中…). ``bodies`` are the names of institutions in the clause
    and behind the amount; ``office`` is the body for which the person speaks with whom the clause begins.
    ``prior`` is the name with which the sentence before begins; ``own`` is how the body calls itself whose
    report this is (我会), where the amount stands in an item of a list;
    ``speaker`` is the body whose officer says so in a clause in front;
    ``lister`` is the giver of whose gifts the line of a list tells (①青禾公司：现金…);
    ``roll`` are the cells that a roll of names tells.
    """

    clause: str
    earlier: tuple[str, ...]
    rest: str
    leads: tuple[str | None, ...]
    agent: str | None
    each: bool = False
    gifts: bool = False
    before: Fields | None = None
    same: Fields | None = None
    kind: str | None = None
    act: Act = NO_ACT
    part: bool = False
    bodies: tuple[str, ...] = ()
    office: str | None = None
    prior: str | None = None
    own: str | None = None
    speaker: str | None = None
    lister: str | None = None
    roll: Fields | None = None

    @property
    def said(self) -> str:
        """The clause and those before it as one text."""
        return "，".join((self.clause, *self.earlier))

    def doer(self, act: Act, at: int = 0) -> str | None:
        """Who does the act that the clause ``at`` in front tells, or for whom they stand."""
        clauses = (act.head, *self.earlier[at + 1 : at + 3])
        return said.stands_for(act.head) or said.subject(clauses, self.leads[at + 1 :])

    def subject(self, head: str, reach: int = 3) -> str | None:
        """Who acts: the name with which ``head`` or a clause in front begins."""
        return said.subject((head, *self.earlier[:reach]), self.leads)
