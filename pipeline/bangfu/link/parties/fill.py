"""Who paid whom for what: the ways to say it, each a small rule; the first that knows an amount fills it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from bangfu.article import Document, Money, Role
from bangfu.link.parties import aims, around, carry, gifts, nouns, shares, sources, spent, takers, verbs
from bangfu.link.parties.acts import act
from bangfu.link.parties.founding import founded, given_to
from bangfu.link.parties.frame import Fields, Frame
from bangfu.link.parties.grammar import pattern
from bangfu.link.parties.names import Names
from bangfu.link.parties.officers import body_of
from bangfu.link.parties.read import OURS, REACH, read
from bangfu.link.parties.rolls import rolled, rolls
from bangfu.link.parties.states import figure, grown
from bangfu.link.parties.takers import near
from bangfu.recognize.found import Found

_ALL = pattern("，(?:[都均皆]|全部|全都)将?(?:用于|用来|用作)")
_FISCAL = pattern("(?<=财政)(?:专项|扶贫)*资金$|(?<=[省市县区])(?:对口)?{paired}(?:专项|财政)?资金$")
_COUNT = pattern(r"[\d,.]+[余多]?[万千百]?[余多]?[名位个](?={han}{2})")

FRAMES: tuple[tuple[str, Callable[[Frame], Fields | None]], ...] = (
    ("again", carry.again),
    ("over", shares.over),
    ("sum", carry.summed),
    ("signed", carry.signed),
    ("compared", carry.compared),
    ("by", gifts.by),
    ("given-noun", sources.given_noun),
    ("cleft", sources.cleft),
    ("source", sources.source),
    ("listed", gifts.listed),
    ("parted", carry.parted),
    ("a-head", carry.a_head),
    ("worth", gifts.worth),
    ("borne", gifts.borne),
    ("repeated", carry.repeated),
    ("done", spent.done_with),
    ("spent", spent.spent),
    ("helped", carry.helped_each),
    ("places", shares.places),
    ("each", carry.each),
    ("to-each", shares.to_each),
    ("rate", gifts.rate),
    ("granted", gifts.granted),
    ("among", carry.among),
    ("share", gifts.share),
    ("roll", rolled),
    ("kind-of-gift", shares.kind_of_gift),
    ("most", shares.most),
    ("prized", shares.prized),
    ("handed", gifts.handed),
    ("grown", grown),
    ("act", act),
    ("figure", figure),
)
"""The rules in the order in which they are asked."""
_OPEN = frozenset(("act", "figure", "worth", "listed", "roll", "handed", "by", "spent", "each", "rate"))
"""The rules after which the rest of the sentence may tell who is paid."""


def fill_money(document: Document, found: Found, roles: tuple[Role, ...]) -> tuple[Money, ...]:
    """Fill action, payer, payee and purpose of each amount from its clause and the sentence around it.

    A field stays ``None`` where the text does not say it in one of the known ways. The rule of a row tells
    the way in which it was said.

    >>> from bangfu.pipeline import process
    >>> from bangfu.article import Source
    >>> row = process(Source("a", "甲市累计为乙县投入资金1831万元，用于98所学校的维修改造。")).money[0]
    >>> (row.action, row.payer, row.payee, row.purpose, row.rule)
    ('投入', '甲市', '乙县', '98所学校的维修改造', 'money:unit:act')
    """
    rows: list[Money] = []
    names = Names.of(document, found, roles)
    told = rolls(document.clean, found.money, names)
    # How the body calls itself whose report the text is: 我会, 我校.
    ours = OURS.search(document.clean) if found.money else None
    posts: dict[str, list[Role]] = defaultdict(list)
    for role in roles:
        posts[role.person].append(role)
    first, last = 0, -2
    before: Fields | None = None
    for row in found.money:
        i = document.sentence_at(row.start, row.end)
        if i != last:
            first = len(rows)
            before = before if i - last == 1 else None
        same = rows[-1] if i == last else None
        cells = fields(read(document, names, ours, row, i, same, before, told.get(row.start)))
        payer, payee = names.full(cells.payer, row.start), names.full(cells.payee, row.start)
        if payer and (
            body := body_of(cells.action, cells.frame, _front(document, row), posts.get(payer, []))
        ):
            payer = body
        cells = replace(cells, payer=payer, payee=None if payee == payer else payee)
        before = cells
        if not cells.empty:
            payee, way = cells.payee, cells.way
            fund = founded(document.clean, found.institutions, row.start) if payee is None else None
            if fund and given_to(fund, cells):
                payee, way, payer = fund, "founding", payer if payer != fund else None
            row = replace(
                row,
                # What officers bring is of their office: the word is read above, the act is told.
                action="捐赠" if cells.action == "送来" else cells.action,
                payer=payer,
                payee=payee,
                purpose=cells.purpose,
                rule=f"{row.rule}:{cells.frame}{'+' + way if payee and way else ''}",
            )
        rows.append(row)
        if all_of := _ALL.match(document.clean, row.end):
            # 各10万元…4万元，都用来改善设施: what follows the last amount holds for all of its sentence.
            purpose = verbs.CLAUSE.split(document.clean[all_of.end() : all_of.end() + 40])[0]
            rows[first:] = [replace(r, purpose=r.purpose or purpose) for r in rows[first:]]
            first = len(rows)
        last = i
    return tuple(rows)


def _front(document: Document, row: Money) -> str:
    """The text of the sentence in front of an amount."""
    i = document.sentence_at(row.start, row.end)
    return document.clean[max(document.sentences[i].start, row.start - REACH) : row.start]


def fields(frame: Frame) -> Fields:
    """The cells of one amount by the first rule that knows it, without values that cannot be right."""
    for name, rule in FRAMES:
        found = rule(frame)
        if found is not None:
            found = replace(_sound(found, frame), frame=name)
            fund = around.fund_in_front(frame, found) if found.purpose is None else None
            if fund and fund != found.payer:
                found = replace(found, purpose=fund)
            payee = _around(frame) if found.payee is None and name in _OPEN else None
            if payee:
                return _received(found, payee, frame.rest)
            site = takers.site(found.purpose, frame.bodies) if _has_site(found) else None
            return replace(found, payee=site, way="site") if site else found
    return Fields()


def _has_site(found: Fields) -> bool:
    """Whether the purpose of what somebody gives may tell for whose premises it is."""
    return bool(
        found.payer
        and found.purpose
        and found.payee is None
        and found.frame in ("act", "by", "among", "spent")
    )


def _around(frame: Frame) -> str | None:
    """Whom the amount reaches by what is told around it."""
    return near(frame) or around.sent_on(frame) or around.treated(frame) or around.paired(frame)


def _received(found: Fields, payee: str, rest: str) -> Fields:
    """The cells with whom the rest of the sentence tells; 9所村小的食堂: the purpose is what they have."""
    purpose = found.purpose
    if purpose and payee.endswith(purpose):
        purpose = aims.things(rest.partition(payee)[2].removeprefix("的"))
    elif purpose and purpose.startswith(payee) and len(purpose) > len(payee) + 1:
        purpose = purpose[len(payee) :].removeprefix("的")
    return replace(found, payee=payee, purpose=purpose, way="near")


def _sound(found: Fields, frame: Frame) -> Fields:
    known = (
        found.payer in (*frame.leads, frame.lister)
        or found.payer == frame.agent
        or f"“{found.payer}”" in frame.said
    )
    found = replace(found, payer=_FISCAL.sub("", found.payer)) if found.payer else found
    if found.payer and "“" in found.payer and "”" not in found.payer:
        # 民间团体“南坡之友|”赠款
        found = replace(found, payer=found.payer.rpartition("“")[2] or None)
    payer = found.payer if found.payer and (known or nouns.may_pay(found.payer)) else None
    if payer and (told := _COUNT.match(payer)) and takers.is_human(payer[told.end() :]):
        # 2300多名职工捐款: their number is no part of who they are.
        payer = payer[told.end() :]
    payee = takers.bare(found.payee) if found.payee and nouns.may_get(found.payee) else None
    purpose = aims.sound(found.purpose)
    purpose = aims.plain(aims.beyond(purpose, payee), payee)
    if purpose and payee and purpose.startswith(payee) and len(purpose) > len(payee) + 1:
        # 拨给北坡县周转房专项资金: whom it reaches is told already.
        purpose = purpose[len(payee) :].removeprefix("的")
    return Fields(found.action, payer, payee, None if purpose in (payee, None) else purpose)
