"""Who paid whom for what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from bangfu.article import Document, Money, Role
from bangfu.link import parties_aims as aims
from bangfu.link import parties_words as said
from bangfu.link.parties_names import Names
from bangfu.link.parties_words import Act
from bangfu.recognize import items, items_front
from bangfu.recognize.found import Found

_REACH = 160
"""Characters of a sentence on either side of an amount that are read for its parties."""

_CLAUSES = 5
"""Clauses in front of that of the amount that are read; long lists of amounts stay cheap."""

_TO = re.compile(
    r"(?:捐赠给|捐给了|捐给|赠送给|送给了|送给|拨给|发给|交给|捐赠到|捐向|转交|资助给|支付给|提供给)([^，。；！？]{2,24})"
)
_FROM = re.compile(
    r"(?:得到|获得|收到|接受|获|收获)了?([^，。；：]{2,20}?)的?(?:爱心|社会)*(?:善款|捐款|捐赠|捐助|资助|赞助|援助|捐资|帮扶资金)"
)
_GOT = re.compile(
    r"^(.*?)(?:收到|获得|接受|获赠|得到)了?([^，。；：]{2,24}?)(?:捐赠|赠送|捐献|捐助)的([^，。；]{2,})$"
)
_HALVED = re.compile(r"(?:得到|获得|收到|接受)了?([^，。；：的]{2,24})$")
_GRANTED = re.compile("的?(?:爱心)?(?:善款|捐款|捐赠|捐助|资助|赞助|援助)(?!者|人|方)")
_BY = re.compile(
    r"由([^，。；：！？元]{2,40}?)(承担|捐赠|捐资|捐献|捐建|筹资|拿出|出资|提供|资助|投资|拨付|支付|赞助|负责|援建|捐建|安排|投入|配套|补助)"
    r"(?=[，。；的了\d]|$|[^，。；]{0,6}(?:资金|款)|援建|捐建|建设|修建|兴建|新建|改造)"
)
_DONE = re.compile("(买来|购买|购置|建成|建设|新建|修建|设立|采购|资助|奖励|救助|支持)")
_BY_RATE = re.compile("由([^，。；]{2,20}?)按")
_BUILDS = frozenset(("建设", "修建", "新建", "购买", "购置", "采购", "建成", "援建", "捐建", "兴建", "改造"))
_GROWN = re.compile("(提高|涨|上涨|增加|增长|提升|上升|升|降|下降|减少)[到至]了?$")
_EACH = re.compile(r"(?:每[人名位户所校个家年月]|人均|户均|各|平均|分别)+$")
_ALL = re.compile(r"，(?:都|均|全部|皆|全都)(?:将)?(?:用于|用来|用作)")
_USED = re.compile(r"^了?(.{2,8}?)(?:的|对口)?(?:帮扶|援助|支援|捐赠|扶贫协作)(?:资金|款)")
_PLACE = re.compile(r"[到在]([^，。；到在]{2,10})$")
_SILENT = frozenset(("为", "共计", "合计", "价值", "总值", "高达", "累计达", "捐款总数"))
_NAMED = dict.fromkeys(
    ("送", "赠送", "捐给", "捐了", "捐", "捐出", "捐献"),
    "捐赠",
) | {"领到": "领取", "拿到": "领取", "完成投资": "投资"}
_INVESTED = frozenset(("总投资", "投资额", "投资总额", "计划总投资"))
_HANDED = re.compile(
    r"(?:捐款|善款|现金|资金|支票|慰问金|助学金)?[，,]?(?:将|全部|悉数|都|已|亲手)*"
    r"(?:捐赠给|捐给|赠送给|送给|送到|交给|交到|转交给|转交|发到|发给)了?([^，。；！？]{2,24}?)(?:的?手[里中上]|[，。；！？]|$)"
)
_AMONG = re.compile(r"^(?:其中|包括|含)?$")


@dataclass(frozen=True, slots=True)
class _Fields:
    """The four cells of an amount that the text around it fills."""

    action: str | None = None
    payer: str | None = None
    payee: str | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class _Frame:
    """The texts around one amount: its clause so far, the clauses before it (nearest first), what follows.

    ``agent`` is the name that ends right in front of the verb of the clause.
    """

    clause: str
    earlier: tuple[str, ...]
    rest: str
    agent: str | None


def fill_money(document: Document, found: Found, roles: tuple[Role, ...]) -> tuple[Money, ...]:
    """Fill action, payer, payee and purpose of each amount from its clause and the sentence around it.

    A field stays ``None`` where the text does not say it in one of the known ways.

    >>> from bangfu.pipeline import process
    >>> from bangfu.article import Source
    >>> row = process(Source("a", "甲市累计为乙县投入资金1831万元，用于98所学校的维修改造。")).money[0]
    >>> (row.action, row.payer, row.payee, row.purpose)
    ('投入', '甲市', '乙县', '98所学校的维修改造')
    """
    rows: list[Money] = []
    names = Names.of(document, found)
    first, last = 0, -2
    before: _Fields | None = None
    for row in found.money:
        i = document.sentence_at(row.start, row.end)
        if i != last:
            first = len(rows)
            before = before if i - last == 1 else None
        same = rows[-1] if i == last else None
        fields = _fields(_frame(document, names, row, i, same), before, same is not None)
        payer, payee = names.full(fields.payer, row.start), names.full(fields.payee, row.start)
        before = fields = _Fields(fields.action, payer, None if payee == payer else payee, fields.purpose)
        if fields != _NOTHING:
            row = replace(row, action=fields.action, payer=payer, payee=fields.payee, purpose=fields.purpose)
        rows.append(row)
        if all_of := _ALL.match(document.clean, row.end):
            # 各10万元…4万元，都用来改善设施: what follows the last amount holds for all of its sentence.
            purpose = said.CLAUSE.split(document.clean[all_of.end() : all_of.end() + 40])[0]
            rows[first:] = [replace(r, purpose=r.purpose or purpose) for r in rows[first:]]
            first = len(rows)
        last = i
    return tuple(rows)


_NOTHING = _Fields()


def _frame(document: Document, names: Names, row: Money, i: int, same: Money | None) -> _Frame:
    """``same`` is the amount before it in the sentence: a clause of a list begins behind it."""
    clean, span = document.clean, document.sentences[i]
    parts = said.CLAUSE.split(clean[max(span.start, row.start - _REACH) : row.start])[-_CLAUSES:]
    if same is not None and row.start - len(parts[-1]) < same.end:
        listed = clean[same.end : row.start].lstrip("、和及与并")
        parts = [*parts[:-1], parts[-1][: same.end - row.start], listed]
    clause = parts[-1]
    head = said.act_of(_EACH.sub("", clause)).head if clause else ""
    agent = names.acting(row.start - len(clause) + len(head)) if head else None
    earlier = tuple(part for part in reversed(parts[:-1]) if part)
    return _Frame(clause, earlier, clean[row.end : min(span.end, row.end + _REACH)], agent)


@lru_cache(maxsize=4096)
def _fields(frame: _Frame, before: _Fields | None, shared: bool) -> _Fields:
    """The cells of one amount; ``before``: those of the amount before it, ``shared``: in its sentence."""
    same = before if shared else None
    clause = _EACH.sub("", frame.clause)
    kind = said.kind_of(clause)
    act = said.act_of(clause)
    worth = act.verb in (None, "价值", "总值", "总价值")
    if worth and frame.earlier and (got := _GOT.match(frame.earlier[0])) and said.may_act(got[2]):
        noun, _ = items.after(got[3], 0, len(got[3]))
        return _Fields("捐赠", got[2], said.subject((got[1], *frame.earlier[1:3])), noun)
    if act.role == "state" and (gift := said.gift_before(act, frame.earlier)):
        return _worth(gift, frame)
    if clause != frame.clause and act.verb is None and before is not None:
        return _each(before, clause, frame)
    if (
        act.verb is None
        and not kind
        and (aim := aims.use(frame.rest))
        and (giver := said.leading_name(clause))
    ):
        done = _DONE.match(frame.rest)
        whom, what = aims.built(frame.rest)
        return _Fields(done[1] if done else None, giver, whom, what or aim)
    halved = _HALVED.search(clause)
    if halved and said.may_act(halved[1]) and _GRANTED.match(frame.rest):
        owner = said.subject((clause[: halved.start()], *frame.earlier[:2]))
        return _Fields(halved[0][:2], halved[1], owner, aims.use(_GRANTED.sub("", frame.rest, count=1)))
    if act.verb is None and (rate := aims.standard(frame.rest)):
        by = _BY_RATE.search(clause)
        giver = by[1] if by else said.subject((clause, *frame.earlier[:1]))
        return _Fields(action=rate[0], payer=giver, payee=said.receiver(act), purpose=rate[1])
    if (gift_from := _FROM.search(clause)) and said.may_act(gift_from[1]):
        owner = said.subject((act.head, *frame.earlier[:3]))
        verb = "获得" if gift_from[0].endswith("资金") else "捐赠"
        return _Fields(action=verb, payer=gift_from[1], payee=owner, purpose=aims.use(frame.rest))
    if act.verb is None and before is not None and _AMONG.match(clause) and (aim := aims.use(frame.rest)):
        return _Fields(action="用于", payer=before.payer, payee=before.payee, purpose=aim)
    if handed := _HANDED.match(frame.rest):
        giver = said.subject((re.sub("[把将]$", "", clause), *frame.earlier[:3]))
        aim = aims.use(frame.rest[handed.end() - 1 :])
        return _Fields(action="捐赠", payer=giver, payee=said.leading_name(handed[1]), purpose=aim)
    action, payer, payee = _parties(frame, clause, act, kind)
    aim = aims.use(frame.rest)
    if same is not None and same.purpose and (grown := _GROWN.fullmatch(clause)):
        # 月工资由3200元涨到5000元: both are the same figure.
        return _Fields(action=grown[0].rstrip("了"), payee=same.payee, purpose=same.purpose)
    if people := aims.members(frame.rest):
        payee, aim = payee or people, aim if "用于" in frame.rest[:4] else None
    elif not payee or not aim:
        whom, what = aims.built(frame.rest)
        payee, aim = payee or whom, what or aim
    if not payee and act.role == "give" and not kind:
        payee = aims.reached_by(frame.rest, frame.earlier)
    helped, aim = aims.supported(aim) if aim else (None, None)
    payee = payee or helped
    if same is not None and not act.head and act.role == "give" and same.action:
        payer = same.payer or payer if act.verb == same.action else payer
        payee = payee or same.payee
    action = None if action in _SILENT else _NAMED.get(action or "", action)
    if action is None and kind and kind.endswith("收入"):
        action = "收入"
    if action is None and kind in _INVESTED:
        action, kind = "投资", _project(frame)
    if act.role == "grow":
        payer = payee = None
        kind = items_front.before(act.head, 0, len(act.head)) or (same.purpose if same else None)
    whole = aims.owned(frame.rest) if kind and kind.endswith("总额") else None
    if aim in _BUILDS and (by := _BY.search(clause)):
        aim = items_front.before(clause, 0, by.start())
    purpose = aim or whole or kind or aims.owned(frame.rest) or _named(frame, act)
    return _Fields(action, payer, payee, None if purpose == payee else purpose)


def _project(frame: _Frame) -> str | None:
    """54个重大项目开工，总投资…: what the clause before names."""
    if not frame.earlier:
        return None
    text = frame.earlier[0]
    by = text.find("由")
    noun = items_front.before(text, 0, by if by > 1 else len(text))
    return noun if noun and len(noun) > 2 else None


def _named(frame: _Frame, act: Act) -> str | None:
    """The fund behind or in front of the amount."""
    return aims.fund_behind(frame.rest) or (aims.fund_before(act) if act.role in ("give", "get") else None)


def _worth(gift: Act, frame: _Frame) -> _Fields:
    """向学校捐赠图书300册，价值5万元: what was given is the purpose."""
    noun, _ = items.after(gift.tail.lstrip("了过"), 0, len(gift.tail))
    others = tuple(text for text in frame.earlier if not gift.head or not text.startswith(gift.head))
    return _Fields(
        action=_NAMED.get(gift.verb or "", gift.verb),
        payer=said.subject((gift.head, *others[:2])),
        payee=said.receiver(gift),
        purpose=aims.owned(frame.rest) or noun,
    )


def _each(before: _Fields, clause: str, frame: _Frame) -> _Fields:
    """大学生有84名，每人3000元: the act is that of the amount before."""
    person = said.subject(frame.earlier[:1])
    helped = aims.members("，" + frame.earlier[0]) if frame.earlier else None
    own = items.after(clause, 0, len(clause))[0] if clause else None
    if own and items.is_person(own):
        return _Fields(before.action, before.payer, own, before.purpose)
    return _Fields(
        action=before.action,
        payee=person if person and items.is_person(person) else helped,
        payer=before.payer,
        purpose=before.purpose,
    )


def _parties(
    frame: _Frame, clause: str, act: Act, kind: str | None
) -> tuple[str | None, str | None, str | None]:
    """Action, payer and payee."""
    action, payer, payee = act.verb, None, None
    owner = said.stands_for(act.head) or said.subject((act.head, *frame.earlier[:3]))
    if by := _BY.search(clause + frame.rest[:40]):
        payer, action = by[1], action if act.role != "state" and action else by[2]
    elif act.role == "give":
        payer = owner
        if not said.leading_name(act.head) and not said.stands_for(act.head):
            payer = frame.agent or owner
    elif act.role == "get" or kind:
        payee = _gainer(act, kind, owner)
        if act.verb in ("领到", "拿到", "领取") and (
            given := said.gift_before(Act(None, "", "", ""), frame.earlier)
        ):
            payer = said.leading_name(given.head)
            payee = payee if act.head else said.reached(given) or payee
    if later := _TO.search(frame.rest[:40]):
        payee = said.leading_name(later[1]) or payee
        return "捐赠" if "捐" in later[0] else action, payer or owner, payee
    if act.verb in ("投资", "投入", "投") and (place := _PLACE.search(act.head)):
        return action, payer, place[1]
    if via := said.receiver(act):
        return action, payer if act.role != "get" else None, via
    if act.role == "give" and act.verb:
        if act.verb == "使用" and (fund := _USED.match(act.tail)) and items.has_name(fund[1]):
            payer = fund[1]
        payee = said.reached(act)
    return action, payer, payee


def _gainer(act: Act, kind: str | None, owner: str | None) -> str | None:
    """农村居民人均收入达…, 学生领取…: who has what the amount states."""
    head = act.head.removesuffix("由").removesuffix("从")
    end = len(head) - (len(kind) if kind and head.endswith(kind) else 0)
    near = items_front.before(head, 0, end)
    if near and items.is_person(near):
        return near
    if owner and (items.is_person(owner) or (act.role == "get" and not kind)):
        return owner
    return None
