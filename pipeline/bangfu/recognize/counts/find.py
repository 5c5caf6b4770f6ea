"""Counts: numbers of people, organisations, things, events and acts, with unit and item."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from bangfu.article import Count, Document, Mention, Money
from bangfu.lexicon import table, words
from bangfu.recognize.counts.bare import direct_noun, is_bare
from bangfu.recognize.counts.items import is_abstract, item_of
from bangfu.recognize.counts.place import Place, place
from bangfu.recognize.counts.ranked.model import Answer, answer
from bangfu.recognize.items import front as items_front
from bangfu.recognize.items import lead as items_lead
from bangfu.recognize.money import after_amount, as_decimal
from bangfu.recognize.numbers import Quantity, approximators

_RANK = re.compile(
    r"(?:(?<![目此之以提当季底末期初节假午旬会课汛])(?<![开放入上]学)前|[第每]|排名|位列|位居|名列|(?<![班专车色系])列|居|每[隔逢满])$"
)
_RANK_ENDS = frozenset("前第每名列居隔逢满\n")
_TIMES = frozenset("年月日时岁号元")
_HEADS = re.compile("号(?:病人|患者|学生|村民|工人)")
_ONE = frozenset(("一",))
# Measures that also number one of a row: 三期 may be the third one, 十三届 the thirteenth, 两回 two matters.
_RUN = {
    "期": re.compile("[办展织了共满]|累计|已有|培训$"),
    "届": re.compile("[过了办续行带出]$"),
    "回": re.compile("[过了来去]$"),
}
_SLOGAN = 10
_SPOKEN = re.compile("[我你您咱他她]|[吧了呢啊吗嘛呀遍][，。！？]?$")
"""What somebody says rather than a slogan."""


@lru_cache(maxsize=1)
def _measures() -> re.Pattern[str]:
    """Longest measure word first, each with what may not follow it."""
    parts, firsts = [], re.escape("".join(sorted({word[0] for word in words("measure_words")})))
    for row in sorted(table("measure_words"), key=lambda r: (-len(r[0]), r[0])):
        block = f"(?!{row[1]})" if row[1] != "-" else ""
        parts.append(re.escape(row[0]) + block)
    return re.compile(rf"\s?(?=[{firsts}])(?P<unit>{'|'.join(parts)})")


def find_counts(
    document: Document,
    numbers: tuple[Quantity, ...],
    money: tuple[Money, ...],
    institutions: tuple[Mention, ...],
    answer: Answer = answer,
) -> tuple[Count, ...]:
    """Every count within the sentences of ``document``, in text order.

    Numbers inside of an amount of money, an institution's name, a title in 《》 or a short quotation
    are none.

    >>> from bangfu.article import Source, Span, Text
    >>> from bangfu.recognize.numbers import find_numbers
    >>> text = "选派了九批902名教师。"
    >>> document = Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),))
    >>> rows = find_counts(document, find_numbers(text), (), ())
    >>> [(c.text, int(c.value), c.unit, c.item, c.action) for c in rows]
    [('九批', 9, '批', '教师', '选派'), ('902名', 902, '名', '教师', '选派')]
    """
    clean = document.clean
    # 全国近百家博物馆 is nobody's name: what it holds is counted.
    named = [(m.start, m.end) for m in institutions if m.rule != "institution.unnamed"]
    taken = sorted([(m.start, m.end) for m in money] + named)
    amounts = frozenset(m.start for m in money)
    starts = [start for start, _ in taken]
    rows: list[Count] = []
    for q in numbers:
        if q.low is None or q.vague or q.kind not in ("number", "percent"):
            continue
        if q.kind == "number" and clean[q.end : q.end + 1] in _TIMES and not _HEADS.match(clean, q.end):
            continue
        if not clean[q.core].isdigit() and is_idiom(clean, q.core):
            continue
        bounds = _extent(clean, q)
        if bounds is None:
            continue
        unit, start, end, approx, rule = bounds
        i = bisect_right(starts, q.core) - 1
        own = i >= 0 and starts[i] == q.core not in amounts and rule == "count:measure"
        if i >= 0 and taken[i][1] > q.core and not own:
            continue
        sentence = document.sentence_at(start, end)
        if sentence < 0 or _named(clean, q.core, end):
            continue
        span = document.sentences[sentence]
        low, high = as_decimal(q.low), as_decimal(q.high or q.low)
        noun = direct_noun(clean, start, end) if unit is None else None
        where = place(clean, (span.start, span.end), (start, end), unit, low, rows)
        if noun is None and is_abstract(where):
            continue
        rows.append(
            Count(
                start=start,
                end=end,
                rule=rule,
                text=clean[start:end],
                value=low,
                value_max=high if high != low else None,
                unit=unit,
                item=noun or _whole_item(where, answer),
                approx=approx,
                action=items_front.verb_before(clean, span.start, start, words("count_verbs")),
            )
        )
    return _share_forward(clean, rows)


def _whole_item(where: Place, answer: Answer) -> str | None:
    item = item_of(where, answer)
    return item if not item or item == where.noun else items_lead.without_scope(item)


def _share_forward(clean: str, rows: list[Count]) -> tuple[Count, ...]:
    """九批902名教师, 10批、近1.2万名干部, 720户2900人增收: both numbers count the noun behind the second."""
    for i in range(len(rows) - 2, -1, -1):
        row, follow = rows[i], rows[i + 1]
        if follow.start - row.end <= _BETWEEN and follow.item and _shares(clean, row, follow, follow.item):
            rows[i] = replace(row, item=follow.item)
    return tuple(rows)


def _shares(clean: str, row: Count, follow: Count, item: str) -> bool:
    between = clean[row.end : follow.start]
    if row.unit in _GROUPS and _BATCHED.fullmatch(between):
        return True
    if not clean.startswith(item, follow.end):
        return False
    if row.unit in _GROUPS and clean[row.start - 1] == "分" and _ACT.fullmatch(between):
        return True
    return row.unit != follow.unit and _SHARED.fullmatch(between) is not None


_BETWEEN = 6
_BATCHED = re.compile("[、，]?(?:[一总]?共计?|合计|总计)?")
_SHARED = re.compile("(?:共计?|合计|总计)?")
_ACT = re.compile("[^，。；、]{2,4}")
_GROUPS = frozenset(("批", "批次", "期", "届", "轮", "项"))


def _extent(clean: str, q: Quantity) -> tuple[str | None, int, int, str | None, str] | None:
    """Unit, start, end, approx and rule of a number that is a count; ``None`` where it is none."""
    start, end, approx = q.start, q.end, q.approx
    numeral = clean[q.core : q.end]
    if q.low is None or q.low <= 0:
        return None
    if clean[start - 1 : start] in _RANK_ENDS and _RANK.search(clean, max(0, start - 4), start):
        return None
    if q.kind == "percent":
        unit: str | None = "%"
        rule = "count:percent"
    elif match := _measures().match(clean, end):
        unit, rule = match["unit"], "count:measure"
        if (numeral in _ONE and not (unit == "次" and approx)) or clean[max(0, start - 1) : start] == "第":
            return None
        if unit == "号" and (q.low < 20 or (numeral[0].isdigit() and not approx)):
            return None
        if numeral == "二" and unit in _SECOND:
            return None
        if unit in _SERIES and _SERIAL.search(clean, max(0, start - 12), start):
            return None  # 第三、四批
        if unit == "度" and not (numeral in _OFTEN and q.start == q.core):
            return None
        run = _RUN.get(unit) if unit != "期" or not numeral[0].isdigit() else None
        if run and not run.search(clean, max(0, start - 3), start):
            return None
        if not numeral[0].isdigit() and _is_place(clean, match, numeral):
            return None
        if unit == "口" and not numeral[0].isdigit() and not _is_family(clean, q, match.end()):
            return None
        if unit == "次" and (
            _SESSION.search(clean, max(0, start - 8), start) or clean.startswith("全", match.end())
        ):
            return None
        if unit == "个" and _AND_A_HALF.match(clean, match.end()):
            return None
        end = match.end()
        if not approx and numeral in "百千万亿":
            return None
        if q.low != int(q.low) and not _OF_EACH.search(clean, max(0, start - _CLAUSE), start):
            return None
    elif is_bare(clean, q, numeral):
        unit, rule = None, "count:bare"
    else:
        return None
    if (more := after_amount().match(clean, end)) and not clean.startswith("上下游", end):
        approx, end = approximators()[1][more[0]], more.end()
    return unit, start, end, approx, rule


_CLAUSE = 24
_OF_EACH = re.compile("[每均][^。；！？\\n]*$")
"""Of what a number with a fraction tells: 每千人口执业医师1.42人."""
_AND_A_HALF = re.compile("半(?:月|小时|学期|学年|钟头|世纪)")
"""What makes a duration of a number: 3个|半月."""
_SERIES = frozenset(("批", "期", "届", "轮", "次", "组", "季", "代"))
_SERIAL = re.compile("第[\\d一二三四五六七八九十]+(?:[、和][\\d一二三四五六七八九十]+)*[、和]$")
_OFTEN = frozenset("两三四五六七八九")
_SECOND = frozenset(("次", "轮", "批", "期", "部", "代", "套"))
_SESSION = re.compile("届|人大|政协|全会|代表大会|委员会")


def _is_family(clean: str, q: Quantity, end: int) -> bool:
    """Whether heads or wells are counted: 老郭一家七口, and not 小两口, 一家三口."""
    front = clean[max(0, q.start - 2) : q.start]
    if front[-1:] not in ("家", "老", "小"):
        return True
    return front == "一家" and (q.low or 0) > 3 and clean[end : end + 1] not in ("之", "的", "人")


@lru_cache(maxsize=1)
def _places() -> re.Pattern[str]:
    """Places whose names begin as a count does: 三门峡, 六盘水."""
    names = sorted(n for n in words("places") if len(n) > 2 and n[0] in "三四五六七八九十")
    return re.compile("|".join(map(re.escape, names)))


def _is_place(clean: str, match: re.Match[str], numeral: str) -> bool:
    """三栋镇, 三家村, 三门职业中学: names of places that begin as a count does; 四处寻找 is an adverb."""
    follow = clean[match.end() : match.end() + 1]
    if _LEVELS.match(clean, match.end()):
        return False
    if match["unit"] == "处" and numeral == "四":
        return follow not in ("，", "文", "地", "景", "旧", "遗")
    if _places().match(clean, match.start() - len(numeral)) or (
        match["unit"] in _TOWNS | {"座", "家"} and numeral != "两" and _TOWN.match(clean, match.end())
    ):
        return True
    if match["unit"] in ("个", "座", "道", "处", "片") or len(numeral) > 1 or not follow:
        return False
    return follow in "镇乡村县庄屯"


_LEVELS = re.compile("乡[村镇]|村[小民干医支级]|县[级域直乡]|镇[级域]|村里")
_TOWNS = frozenset("盘门台道口面片角头顶")
_TOWN = re.compile(
    "(?!乡[村镇]|村)[店堡庙塘河沟桥湾营寨坪沙城山泉井][^，。；、的]?(?:乡(?![村镇亲])|镇(?![村区])|村(?![民干医]))"
)


def _named(clean: str, start: int, end: int) -> bool:
    """Whether a number stands inside 《》, or inside quotation marks that hold little more than itself."""
    title = clean.rfind("《", max(0, start - 40), start)
    if title >= 0 and clean.find("》", title, start) < 0:
        return True
    left = clean.rfind("“", max(0, start - _SLOGAN), start)
    if left < 0 or clean.find("”", left, start) >= 0:
        return False
    right = clean.find("”", end, left + _SLOGAN + 2)
    return right >= 0 and not _SPOKEN.search(clean[left + 1 : right])


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words("number_names"), key=len, reverse=True))))


def is_idiom(clean: str, core: int) -> bool:
    """Whether the numeral at ``core`` begins a fixed expression, or the second half of one.

    >>> is_idiom("五花八门", 2), is_idiom("四面八方", 0), is_idiom("八门课", 0)
    (True, True, False)
    """
    if _names().match(clean, core):
        return True
    half = _names().match(clean, core - 2) if core > 1 else None
    return half is not None and half.end() > core
