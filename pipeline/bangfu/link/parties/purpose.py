"""What an amount that somebody gives or gets is for: its use, its fund, what the clauses in front tell."""

from __future__ import annotations

from bangfu.link.parties import aims, behind
from bangfu.link.parties.frame import CLEFT_END, GIFT, Frame
from bangfu.link.parties.grammar import of_class, pattern
from bangfu.link.parties.spent import cost
from bangfu.recognize.items import front as items_front

_FUND = pattern("补助|补贴|帮扶|救助|保障|衔接|救灾")
_AID = pattern("帮扶|援助|协作")
_RESULT = pattern("，(?!{so}*(?:{purposely})*(?:{used_for}|为|支持))")
_GIVEN_OUT = pattern("发放|下达|拨付|支出|发出|颁发|下拨")
_OWN_FUND = pattern("(?:{prize}|补[助贴]|资金|”)$")
_RUNS = pattern("(?:实施|开展)了?(?={han})")
_CALLED = pattern("“[^“”]{2,12}”(?:公益|慈善)?(?:项目|工程|计划|行动)(?=[已将自在先累共实覆启])")


def purpose_of(f: Frame, aim: str | None, payer: str | None) -> str | None:
    """What the amount is for: ``aim``, its fund, what the amount or the clause in front tells, a cost."""
    act, same = f.act, f.same
    fund = aims.fund_behind(f.rest) or aims.fund_before(act)
    if (
        fund
        and aim
        and ((aim.startswith("支持") and _FUND.search(fund)) or (_AID.search(fund) and _RESULT.match(f.rest)))
    ):
        # 投入帮扶资金5万元，新建教室: what came of it is not all that it was for.
        aim = None
    if (
        fund
        and aim
        and _RESULT.match(f.rest)
        and (act.verb in of_class("brings_about") or fund[-1] in "款费")
    ):
        aim = None
    there = behind.THERE.match(f.rest)
    purpose = aim or aims.owned(f.rest) or (_done_there(f.rest[there.end() :]) if there else None) or fund
    if purpose is None and same is not None and act.head.startswith("其中"):
        purpose = same.purpose
    if purpose is None and act.verb in of_class("spends") and f.earlier and aims.made(f.earlier[0]):
        # 修缮图书馆，支出5万元: what is done with it stands in front.
        purpose = f.earlier[0]
    told = same or f.before
    if purpose is None and f.earlier and CLEFT_END.match(f.rest):
        # 设备是广东投了5万元买的: the clause in front is the topic
        purpose = items_front.before(f.earlier[0], 0, len(f.earlier[0]))
    if purpose is None and f.part and told is not None and GIFT.search(act.verb or ""):
        purpose = told.purpose
    if purpose is None:
        purpose = next((m[0] for text in f.earlier if (m := _CALLED.match(text))), None)
    if purpose is None and act.verb in of_class("covers") and same:
        # 手术费9.7万元，医保报销6.1万元: it is the cost told before.
        purpose = same.purpose if (same.purpose or "").endswith(("费", "费用", "款")) else None
    if purpose is None:
        purpose = cost(f, payer)
    if purpose is None and act.role == "give":
        purpose = fund_of_head(f) or aims.does(f.rest)
    if purpose is None and f.kind:
        purpose = f.kind if len(f.kind) <= len(act.tail) else None
    return purpose


def _done_there(text: str) -> str | None:
    """实施了爱心厨房项目, 新建教室."""
    runs = _RUNS.match(text)
    what = aims.things(text[runs.end() :]) if runs else aims.made(text)
    return None if what in ("项目", "工程", "活动") else what


def fund_of_head(f: Frame) -> str | None:
    """The fund that the clause tells of as given out: 南坡奖学金累计|发放."""
    if not _GIVEN_OUT.fullmatch(f.act.verb or "") or not f.act.head:
        return None
    noun = items_front.before(f.act.head, 0, len(f.act.head))
    return noun if noun and _OWN_FUND.search(noun) else None
