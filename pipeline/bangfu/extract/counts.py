"""Counts: numbers of people, organisations, things, events and acts, with unit and item."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from bangfu.article import Count, Document, Mention, Money
from bangfu.extract import items
from bangfu.extract.money import as_decimal, in_sentences
from bangfu.extract.numbers import Quantity, approximators
from bangfu.lexicon import table, words

_HAN = re.compile("[一-鿿]")
_PEOPLE = frozenset(("人", "人次", "人（次）", "人(次)", "人·次"))
_PERCENT = frozenset(("percent",))
_BOUNDARY = "，。；：！？\n,;:!?"
_RANK = re.compile(r"(?:[前第每]|排名|位列|位居|名列|列|居|每[隔逢满])$")
_ONE = frozenset(("一",))
_NUMBERED = re.compile(r"(?:工程|项目|建设|基金|规划|线|改造)")
_SLOGAN = 10


@lru_cache(maxsize=1)
def _measures() -> re.Pattern[str]:
    """Longest measure word first, each with what may not follow it."""
    parts = []
    for row in sorted(table("measure_words"), key=lambda r: (-len(r[0]), r[0])):
        block = f"(?!{row[2]})" if len(row) > 2 and row[2] else ""
        parts.append(re.escape(row[0]) + block)
    return re.compile(rf"\s?(?P<more>[余多来](?!自))?(?P<unit>{'|'.join(parts)})(?P<more2>[余多](?=[，。；、]))?")


@lru_cache(maxsize=1)
def _direct() -> re.Pattern[str]:
    longest = "|".join(sorted(words("counted_nouns"), key=len, reverse=True))
    return re.compile(rf"\s?(?:{longest})")


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    _, after = approximators()
    return re.compile("|".join(sorted(after, key=len, reverse=True)))


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("count_verbs"), key=len, reverse=True)))


def find_counts(
    document: Document,
    numbers: tuple[Quantity, ...],
    money: tuple[Money, ...],
    institutions: tuple[Mention, ...],
) -> tuple[Count, ...]:
    """Every count within the sentences of ``document``, in text order.

    Numbers inside of an amount of money, an institution's name, a title in 《》 or a short quotation are none.

    >>> from bangfu.article import Source, Span, Text
    >>> from bangfu.extract.numbers import find_numbers
    >>> text = "选派了九批902名教师，受益学生1.1万余人。"
    >>> document = Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),))
    >>> rows = find_counts(document, find_numbers(text), (), ())
    >>> [(c.text, str(c.value), c.unit, c.item, c.approx, c.action) for c in rows]
    [('九批', '9', '批', '教师', None, '选派'), ('902名', '902', '名', '教师', None, '选派'), ('1.1万余人', '11000', '人', '受益学生', 'over', '受益')]
    """
    clean = document.clean
    taken = sorted([(m.start, m.end) for m in money] + [(m.start, m.end) for m in institutions])
    starts = [start for start, _ in taken]
    rows: list[Count] = []
    for q in numbers:
        if q.low is None or q.vague or q.kind not in ("number", "percent"):
            continue
        bounds = _extent(clean, q)
        if bounds is None:
            continue
        unit, start, end, approx, rule = bounds
        i = bisect_right(starts, q.core) - 1
        if i >= 0 and taken[i][1] > q.core:
            continue
        sentence = in_sentences(document.sentences, start, end)
        if sentence < 0 or _named(clean, q.core, end):
            continue
        span = document.sentences[sentence]
        item = _item(clean, span.start, span.end, start, end, unit, rows)
        if item is _ABSTRACT:
            continue
        low, high = as_decimal(q.low), as_decimal(q.high or q.low)
        rows.append(
            Count(
                start=start,
                end=end,
                rule=rule,
                text=clean[start:end],
                value=low,
                value_max=high if high != low else None,
                unit=unit,
                item=item,
                approx=approx,
                action=_action(clean, span.start, start),
            )
        )
    return tuple(rows)


def _extent(clean: str, q: Quantity) -> tuple[str | None, int, int, str | None, str] | None:
    """Unit, start, end, approx and rule of a number that is a count; ``None`` where it is none."""
    start, end, approx = q.start, q.end, q.approx
    numeral = clean[q.core : q.end]
    if q.low is not None and q.low <= 0:
        return None
    if _RANK.search(clean, max(0, start - 4), start):
        return None
    if q.kind == "percent":
        unit: str | None = "%"
        rule = "count:percent"
    elif match := _measures().match(clean, end):
        unit, rule = match["unit"], "count:measure"
        if numeral in _ONE or clean[max(0, start - 1) : start] == "第":
            return None
        if unit == "对" and clean[match.end() : match.end() + 1] in "一1１":
            return None
        if unit == "期" and not numeral[0].isdigit() and _NUMBERED.match(clean, match.end()):
            return None
        if match["more"] or match["more2"]:
            approx = "over"
        end = match.end()
        if numeral.strip("百千万亿") == "" and not approx and unit in ("家", "里"):
            return None
    elif _bare(clean, q, numeral):
        unit, rule = None, "count:bare"
    else:
        return None
    if more := _after().match(clean, end):
        approx, end = approximators()[1][more[0]], more.end()
    return unit, start, end, approx, rule


def _bare(clean: str, q: Quantity, numeral: str) -> bool:
    """Numbers without a measure word: 七部门, 3950教师, 106万村民, 人数超1.76亿."""
    follow = clean[q.end : q.end + 1]
    if direct := _direct().match(clean, q.end):
        if numeral in ("一", "两", "二", "三") and len(direct[0]) < 2:
            return False
        return numeral != "一" and numeral != "两"
    large = any(c in "万亿" for c in numeral) and numeral[0] not in "万亿"
    if not large:
        return False
    if not follow or follow in "，。；、）":
        before = clean[max(0, q.start - 3) : q.start]
        return before.endswith(("人数", "数量", "户数", "量", "数", "用户", "数超"))
    return False


def _named(clean: str, start: int, end: int) -> bool:
    """Whether a number stands inside 《》, or inside quotation marks that hold little more than itself."""
    title = clean.rfind("《", max(0, start - 40), start)
    if title >= 0 and clean.find("》", title, start) < 0 and clean.find("》", end, end + 40) >= 0:
        return True
    left = clean.rfind("“", max(0, start - _SLOGAN), start)
    if left < 0 or clean.find("”", left, start) >= 0:
        return False
    right = clean.find("”", end, left + _SLOGAN + 2)
    return right >= 0


_ABSTRACT = "\0"


def _item(
    clean: str, first: int, last: int, start: int, end: int, unit: str | None, rows: list[Count]
) -> str | None:
    """What is counted: behind the unit, else in front, else as in the count before it in the sentence."""
    noun, verb = items.after(clean, end, last)
    if noun:
        head = noun.rstrip("”’")
        if any(head.endswith(a) for a in words("abstract_nouns")) and unit in ("个", "大", "种", "项", "条", None):
            return _ABSTRACT
    front = items.before(clean, first, start)
    if unit == "%":
        return noun if noun and clean[end : end + 1] in "的" else front or noun or verb
    if noun and unit not in _PEOPLE:
        return noun
    if unit in _PEOPLE:
        return noun or front or verb
    if front:
        return front
    if verb:
        return verb
    if rows and rows[-1].start >= first:
        return rows[-1].item
    return None


def _action(clean: str, first: int, start: int) -> str | None:
    """The last counting verb between the clause's beginning and the number."""
    begin = max(first, start - 40, *(clean.rfind(c, first, start) + 1 for c in "。；！？"))
    action = None
    for match in _verbs().finditer(clean, begin, start):
        action = match[0]
    return action
