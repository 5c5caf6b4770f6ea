"""Who paid whom for what: the ways to say it, each a small rule; the first that knows an amount fills it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from bangfu.article import Document, Money, Role
from bangfu.link import parties_aims as aims
from bangfu.link import parties_around as around
from bangfu.link import parties_carry as carry
from bangfu.link import parties_figures as figures
from bangfu.link import parties_gifts as gifts
from bangfu.link import parties_nouns as nouns
from bangfu.link import parties_shares as shares
from bangfu.link import parties_spent as spent
from bangfu.link import parties_subject as said
from bangfu.link import parties_verbs as verbs
from bangfu.link.parties_acts import act, figure, grown, relative
from bangfu.link.parties_founding import founded, given_to
from bangfu.link.parties_frame import Fields, Frame
from bangfu.link.parties_grammar import pattern
from bangfu.link.parties_names import Names
from bangfu.link.parties_officers import body_of
from bangfu.link.parties_setting import Setting
from bangfu.link.parties_subject import leading_name
from bangfu.link.parties_takers import near
from bangfu.recognize.found import Found

_REACH = 160
"""Characters of a sentence on either side of an amount that are read for its parties."""

_BODIES = 60
"""Characters behind an amount in which a body may be named that takes it."""

_CLAUSES = 5
"""Clauses in front of that of the amount that are read; long lists of amounts stay cheap."""

_ALL = pattern("，(?:[都均皆]|全部|全都)将?(?:用于|用来|用作)")
_EACH = pattern(
    "(?:每一?(?:学[期年]|季度|[人名位户所校个家年月天日次餐吨斤亩份生村])|[人户]均|各|平均|分别)+$"
)
_NUMBER = pattern(
    r"\s*(?:[（(]?(?:\d|{numeral}){1,2}(?:[）)]|[.．、](?!\d))|{numeral}{1,2}是|[①-⑳▲△▼★☆◎□·•●■○◆*—-]+)\s*(?=[^\d\s])"
)
"""The number or mark of an item of a list, in front of its clause."""

_GIFTS = pattern("捐[赠款助资]|善款|认捐|芳名|鸣谢")
_ITEM_OF = pattern(r"[\s①-⑳\d.、）)（(]*([^，。；：\n\d]{2,30})：")
_GIFT_LIST = pattern(
    r"(?:捐赠|捐款|捐资|爱心|善款|认捐|鸣谢)[^\n，。]{0,4}(?:清单|名单|明细|芳名)[^\n]{0,20}\n"
)
_NO_GIVER = pattern("{not_giver}|[款金物费计]$")
# 我会, 本基金会; the first character first, for whole texts are searched
_OURS = pattern("我(?<!{han}我)[会校院馆行](?![员长里想])|本(?:会|基金会|校)(?={han})")
_QUOTE = pattern("[“”]|(?:说|介绍|表示|透露)[，：]")
_LIST_HEAD = 200
"""Characters in front of a line within which its list of gifts has its heading."""
_FISCAL = pattern("(?<=财政)(?:专项|扶贫)*资金$|(?<=[省市县区])(?:对口)?{paired}(?:专项|财政)?资金$")

FRAMES: tuple[tuple[str, Callable[[Frame], Fields | None]], ...] = (
    ("again", carry.again),
    ("over", shares.over),
    ("sum", carry.summed),
    ("signed", carry.signed),
    ("compared", carry.compared),
    ("by", gifts.by),
    ("cleft", gifts.cleft),
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
    ("relative", relative),
    ("handed", gifts.handed),
    ("grown", grown),
    ("act", act),
    ("figure", figure),
)
"""The rules in the order in which they are asked."""
_OPEN = frozenset(("act", "figure", "worth", "listed", "handed", "by", "spent", "each", "rate"))
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
    # How the body calls itself whose report the text is: 我会, 我校.
    ours = _OURS.search(document.clean) if found.money else None
    setting: Setting | None = None
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
        cells = fields(_frame(document, names, ours, row, i, same, before))
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
            if payee is None and cells.payer:
                setting = setting or Setting.of(document, found, roles)
                begins = [s.start for s in document.sentences[max(0, i - 1) : i + 1]]
                payee = setting.receiver(cells, row.start, row.end, begins[-1], begins[0])
                way = "set"
            row = replace(
                row,
                action=cells.action,
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
    return document.clean[max(document.sentences[i].start, row.start - _REACH) : row.start]


def _prior(document: Document, names: Names, i: int) -> str | None:
    """The name with which the sentence before begins, in the same paragraph and outside of quotes."""
    if not i:
        return None
    clean, span = document.clean, document.sentences[i - 1]
    if "\n" in clean[span.end - 1 : document.sentences[i].start + 1].strip(" ") or _QUOTE.search(
        clean, span.start, span.end
    ):
        return None
    head = verbs.CLAUSE.split(clean[span.start : min(span.end, span.start + _REACH)], maxsplit=1)[0]
    return names.lead(span.start, head)


def _lister(clean: str, names: Names, at: int) -> str | None:
    """The giver with whose name the line of a list of gifts begins: ①青禾公司：现金3万元."""
    line = clean.rfind("\n", max(0, at - _REACH), at) + 1
    item = _ITEM_OF.match(clean, line, at) if line else None
    if item is None or not _GIFT_LIST.search(clean, max(0, line - 2 * _LIST_HEAD), line):
        return None
    name = names.lead(item.start(1), item[1]) or leading_name(item[1])
    return name or (None if _NO_GIVER.search(item[1]) else item[1])


def _frame(
    document: Document,
    names: Names,
    ours: re.Match[str] | None,
    row: Money,
    i: int,
    same: Money | None,
    before: Fields | None,
) -> Frame:
    """``same`` is the amount before it in the sentence: a clause of a list begins behind it."""
    clean, span = document.clean, document.sentences[i]
    floor = max(span.start, row.start - _REACH)
    starts = [floor, *(m.end() for m in verbs.CLAUSE.finditer(clean, floor, row.start))][-_CLAUSES:]
    ends = [*(start - 1 for start in starts[1:]), row.start]
    starts = [m.end() if (m := _NUMBER.match(clean, a, b)) else a for a, b in zip(starts, ends, strict=True)]
    parts = [(a, clean[a:b]) for a, b in zip(starts, ends, strict=True)]
    if same is not None and parts[-1][0] < same.end:
        at = same.end
        while at < row.start and clean[at] in "、和及与并":
            at += 1
        parts = [*parts[:-1], (parts[-1][0], clean[parts[-1][0] : same.end]), (at, clean[at : row.start])]
    begin, whole = parts[-1]
    clause = _EACH.sub("", whole)
    act = verbs.act_of(clause)
    if act.verb is None and (ends := names.ends(begin, begin + len(clause))):
        act = verbs.act_of(clause, ends)
    kind = figures.kind_of(clause) if clause else None
    earlier = [part for part in reversed(parts[:-1]) if part[1]]
    return Frame(
        clause=clause,
        earlier=tuple(text for _, text in earlier),
        rest=clean[row.end : min(span.end, row.end + _REACH)],
        leads=tuple(names.lead(start, text) for start, text in ((begin, act.head), *earlier[:3])),
        agent=names.acting(begin + len(act.head)) if act.verb and act.head else None,
        each=clause != whole,
        gifts=(not span.start or clean[span.start - 1] == "\n")
        and bool(_GIFTS.search(clean, max(0, row.start - _LIST_HEAD), row.start)),
        before=before,
        same=before if same is not None else None,
        kind=kind,
        act=act,
        part="其中" in clean[floor : row.start].rpartition("；")[2],
        bodies=names.bodies(parts[-2][0] if len(parts) > 1 else begin, min(span.end, row.end + _BODIES)),
        office=names.office(begin, act.head) if act.head else None,
        prior=_prior(document, names, i) if act.role == "give" else None,
        speaker=next((names.office(a, text) for a, text in earlier if said.says(text)), None),
        lister=_lister(clean, names, row.start),
        own=ours[0] if ours and ours.end() <= starts[0] and _NUMBER.match(clean, floor) else None,
    )


def fields(frame: Frame) -> Fields:
    """The cells of one amount by the first rule that knows it, without values that cannot be right."""
    for name, rule in FRAMES:
        found = rule(frame)
        if found is not None:
            found = replace(_sound(found, frame), frame=name)
            payee = _around(frame) if found.payee is None and name in _OPEN else None
            return _received(found, payee, frame.rest) if payee else found
    return Fields()


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
    payer = found.payer if found.payer and (known or nouns.may_pay(found.payer)) else None
    payee = found.payee if found.payee and nouns.may_get(found.payee) else None
    purpose = aims.sound(found.purpose)
    if purpose and payee and purpose.startswith(payee) and len(purpose) > len(payee) + 1:
        # 拨给北坡县周转房专项资金: whom it reaches is told already.
        purpose = purpose[len(payee) :].removeprefix("的")
    return Fields(found.action, payer, payee, None if purpose in (payee, None) else purpose)
