"""Reads what stands around an amount: its clause, those in front, the rest of the sentence, the names."""

from __future__ import annotations

import re
from dataclasses import replace

from bangfu.article import Document, Money
from bangfu.link.parties import figures, verbs
from bangfu.link.parties import subject as said
from bangfu.link.parties.frame import CLEFT_END, IN_HAND, Fields, Frame
from bangfu.link.parties.grammar import pattern
from bangfu.link.parties.names import Names
from bangfu.link.parties.subject import leading_name

REACH = 160
"""Characters of a sentence on either side of an amount that are read for its parties."""
_BODIES = 60
"""Characters behind an amount in which a body may be named that takes it."""
_CLAUSES = 5
"""Clauses in front of that of the amount that are read; long lists of amounts stay cheap."""
_HEADING = 60
"""Characters of a line that may be a heading."""
_BLANK = pattern("[，。；：！？\n,;:!?]|(?<=[一-鿿”])[ 　](?=[一-鿿“ 　])")
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
_QUOTE = pattern("[“”]|(?:说|介绍|表示|透露)[，：]")
# 10万加元|（约合人民币52万元）
_OTHER_MONEY = pattern("^（(?:大?约|折)?[约折]?合?(?:人民币)?{figure}[余多百千万亿]*(?:元|人民币)*）")
_LIST_HEAD = 200
"""Characters in front of a line within which its list of gifts has its heading."""
_GIVEN_OUT = pattern(
    r"(?:的?[^，。；\d]{0,8}?{in_hand})?(?:{handing}|{before_act})*(捐[出献赠了]?|拿出|掏出|交出|奉献|献出|贡献)(?:了?出[来去]|[出给来]|了)?(?=[，。；])"
)
_CLEFT = pattern("([^，。；是]{2,16}?)[都全也正就]?是(?!否|不|一|由)(?=[^，。；]{4,})")
# 带来20万元|，给孩子们添置冬衣
_IS_GIFT = pattern(
    r"的?[^，。；\d]{0,6}(?:善款|慰问|助学|爱心|捐款|帮扶)|，?(?:用于|用来|给|为|帮助|设立|资助|捐)(?!了)"
)
# 我会, 本基金会; the first character first, for whole texts are searched
OURS = pattern("我(?<!{han}我)[会校院馆行](?![员长里想])|本(?:会|基金会|校)(?={han})")


def _is_heading(clean: str, row: Money) -> bool:
    """Whether an amount stands in a heading, where blanks part clauses."""
    begin, end = (
        clean.rfind("\n", max(0, row.start - _HEADING), row.start),
        clean.find("\n", row.end, row.end + _HEADING),
    )
    end = min(len(clean), row.end + _HEADING) if end < 0 else end
    at_top = begin >= 0 or row.start < _HEADING
    line = clean[max(begin, 0) : end]
    return at_top and end - begin < _HEADING and "。" not in line and "，" not in line


def _prior(document: Document, names: Names, i: int) -> str | None:
    """The name with which the sentence before begins, in the same paragraph and outside of quotes."""
    if not i:
        return None
    clean, span = document.clean, document.sentences[i - 1]
    if "\n" in clean[span.end - 1 : document.sentences[i].start + 1].strip(" ") or _QUOTE.search(
        clean, span.start, span.end
    ):
        return None
    head = verbs.CLAUSE.split(clean[span.start : min(span.end, span.start + REACH)], maxsplit=1)[0]
    return names.lead(span.start, head)


def _lister(clean: str, names: Names, at: int) -> str | None:
    """The giver with whose name the line of a list of gifts begins: ①青禾公司：现金3万元."""
    line = clean.rfind("\n", max(0, at - REACH), at) + 1
    item = _ITEM_OF.match(clean, line, at) if line else None
    if item is None or not _GIFT_LIST.search(clean, max(0, line - 2 * _LIST_HEAD), line):
        return None
    name = names.lead(item.start(1), item[1]) or leading_name(item[1])
    return name or (None if _NO_GIVER.search(item[1]) else item[1])


def read(
    document: Document,
    names: Names,
    ours: re.Match[str] | None,
    row: Money,
    i: int,
    same: Money | None,
    before: Fields | None,
    roll: Fields | None = None,
) -> Frame:
    """The frame of an amount of sentence ``i``.

    ``ours`` is how the body calls itself whose report this is, ``before`` are the cells of the amount in
    front. ``same`` is the amount before it in the sentence: a clause of a list begins behind it.
    """
    clean, span = document.clean, document.sentences[i]
    floor = max(span.start, row.start - REACH)
    cuts = _BLANK if _is_heading(clean, row) else verbs.CLAUSE
    starts = [floor, *(m.end() for m in cuts.finditer(clean, floor, row.start))][-_CLAUSES:]
    ends = [*(start - 1 for start in starts[1:]), row.start]
    starts = [m.end() if (m := _NUMBER.match(clean, a, b)) else a for a, b in zip(starts, ends, strict=True)]
    parts = [(a, clean[a:b]) for a, b in zip(starts, ends, strict=True)]
    if same is not None and parts[-1][0] < same.end:
        at = same.end
        while at < row.start and clean[at] in "、和及与并":
            at += 1
        parts = [*parts[:-1], (parts[-1][0], clean[parts[-1][0] : same.end]), (at, clean[at : row.start])]
    begin, whole = parts[-1]
    if (told := _CLEFT.match(whole)) and CLEFT_END.match(clean, row.end):
        # 设备是|广东投了240万元买的: the topic, then who acts
        parts = [*parts[:-1], (begin, told[1]), (begin + told.end(), whole[told.end() :])]
        begin, whole = parts[-1]
    clause = _EACH.sub("", whole)
    act = verbs.act_of(clause)
    if act.verb == "带来" and act.role == "earn" and _IS_GIFT.match(clean, row.end):
        act = replace(act, role="give")
    if act.verb is None and (cut_at := names.ends(begin, begin + len(clause))):
        act = verbs.act_of(clause, cut_at)
    behind = row.end
    if act.verb is None and (taken := IN_HAND.search(clause)) and (given := _GIVEN_OUT.match(clean, row.end)):
        # 把积蓄5万元|悉数捐出
        act, behind = verbs.Act(given[1], "give", clause[: taken.start()], ""), given.end()
    kind = figures.kind_of(clause) if clause else None
    earlier = [part for part in reversed(parts[:-1]) if part[1]]
    return Frame(
        clause=clause,
        earlier=tuple(text for _, text in earlier),
        rest=_OTHER_MONEY.sub("", clean[behind : min(span.end, row.end + REACH)]),
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
        roll=roll,
        own=ours[0] if ours and ours.end() <= starts[0] and _NUMBER.match(clean, floor) else None,
    )
