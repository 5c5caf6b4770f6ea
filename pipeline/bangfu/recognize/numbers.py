"""Numbers: every numeral of a text with its value, in one pass of one compiled regex."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from bangfu.lexicon import table
from bangfu.recognize.numbers_grammar import Numeral, read_numeral

Value = int | Decimal | Fraction

_D = "0-9０-９"
_C = "〇○零一二三四五六七八九两兩廿卅"
_M = "十百千万亿萬億拾佰仟"
_F = "壹贰貳叁參肆伍陆陸柒捌玖"
# A run of digits with its separators; 1， 831 is one that a crawl has broken.
_RUN = (
    rf"(?:[{_D}]{{1,2}}(?![{_D}])(?:(?=[,，][ \u3000]?[{_D}]{{3}}(?![{_D}]))[,，][ \u3000]?[{_D}]{{3}})++"
    rf"|[{_D}]{{3}}(?![{_D}])(?:(?=,[ ]?[{_D}]{{3}}(?![{_D}])),[ ]?[{_D}]{{3}})++|[{_D}]++)"
    rf"(?:(?=[.．][{_D}])[.．][{_D}]++)?+"
)
_SIZED = (
    r"亿+(?:[^\d，。；、：的]{0,3}级|[吨斤亩]|千瓦|立方|(?:元|美元)?(?:[村镇乡县户]|大[村镇乡县户]|企业|产业|集群|园区"
    "|项目|工程|品牌|市场|合作社|基地|富翁|俱乐部))"
)
"""What follows 个 where it is the measure word of things named by their size: 10个亿元级企业, 5个亿元项目."""

# The repetition is not possessive: Python before 3.11.5 does not give back what a possessive one of several
# things took in vain (3个 lost its 个); the separators above look ahead for the same reason.
_N = (
    rf"(?:{_RUN}|[{_C}{_M}]|[{_F}](?=[拾佰仟万亿萬億元圆])|[几数](?=[十百千万亿]))"
    rf"(?:{_RUN}|[{_C}{_M}{_F}]|点(?=[{_C}])|(?<=十)几|几(?=[十百千万亿])"
    rf"|[余多来](?=[十百千万亿])|(?<=[{_D}])[ ](?=[余多]?[百千]?[万亿])"
    rf"|[ ]?个(?=[余多来]?亿)(?!{_SIZED}))*"
)
_NUMBER = re.compile(
    rf"(?P<chain>[{_D}]++(?:(?=[.．\-–/:：][{_D}])[.．\-–/:：][{_D}]++){{2,}}+|[{_D}]++[:：][{_D}]++(?:[.．][{_D}]++)?)"
    rf"|(?P<a>{_N})(?P<of>分之[ ]?(?=[{_D}{_C}{_M}])|[/／](?=[{_D}]))?"
    rf"(?(of)(?P<part>{_N}))(?P<sign>[%％‰])?+"
    rf"(?P<to>(?:[-–~～〜－—](?![-—－])|[至到]|以?至)(?P<b>{_N})(?P<sign2>[%％‰])?)?"
    r"(?P<more>[余多来几](?![日天少]))?"
)
_BEGIN = re.compile(
    rf"[{_D}{_C}{_M}{_F}几数](?:(?<![一几数{_F}])|(?<=一)(?=[{_D}{_C}{_M}点分元块美欧])|(?<=[几数{_F}])(?=[{_M}元圆]))"
)
_PLAIN = re.compile(
    rf"(?:[{_D}]++|[{_C}{_M}])(?![{_D}{_C}{_M}{_F}\s,，.．/／:：\-–~～〜－—%％‰几点余多来个分至到以])"
)
"""A numeral of one sort before a character with which none goes on: most are, and the grammar is slow."""
_MAX_CHARS = 80
_LEVEL = {"百": "percent", "千": "permille"}
_SIGN = {"%": "percent", "％": "percent", "‰": "permille"}
_BARE = "上过破"
_UP = re.compile("[迈登跃站踏再冲攀奔升晚早网会线路街身手台海加地世天村书架桌墙车船山岸边马爬版百千]上$")
_NEARBY = re.compile("[附最邻靠临远亲]近$")
NO_ABOUT = re.compile("(?:(?<![标书])签|违|预|邀|(?<![春秋庆午宵明环季关情动子女师军诞狂假])节|纽)约$")
"""约 as the end of a word that is no approximator: 签约30个项目, 节约20万元, 纽约5家企业."""
SCAN = re.compile("[彩BbＢ]超$")
_JOINT = re.compile("[对连承衔迎直间邻交]接$")
_CLOCK = re.compile("[分刻半钟]")


class Quantity(NamedTuple):
    """One number of a text.

    ``start, end`` are code points of clean text and take in approximators that touch the number in front
    and 余 多 来 behind; ``core`` is where the numeral itself begins. ``low`` and ``high`` are equal for one
    value, differ for a range, and are ``None`` where the form has no certain reading (``kind`` is ``unread``
    then). ``kind``: ``number``, ``percent`` (30 means 30 %), ``permille``, ``fraction`` (3/4, 三分之二),
    ``ordinal``, ``unread``. ``precision`` is the worth of the last digit written. ``vague``: 几 and 数 leave
    a digit open.
    """

    start: int
    end: int
    core: int
    text: str
    low: Value | None
    high: Value | None
    approx: str | None = None
    kind: str = "number"
    precision: Decimal = Decimal(1)
    vague: bool = False


class _Read(NamedTuple):
    """What a matched text says by itself, whatever stands around it."""

    low: Value
    high: Value
    kind: str
    precision: Decimal
    over: bool
    vague: bool


@lru_cache(maxsize=1)
def approximators() -> tuple[dict[str, tuple[str, bool]], dict[str, str]]:
    """Words before a number (with whether they belong to its text), and words behind its unit."""
    rows = table("approximators")
    before = {word: (approx, place == "before") for word, approx, place in rows if place != "after"}
    return before, {word: approx for word, approx, place in rows if place == "after"}


@lru_cache(maxsize=1)
def _ends() -> frozenset[str]:
    return frozenset(word[-1] for word in approximators()[0])


def _before(clean: str, start: int, bare: bool) -> tuple[int, str | None]:
    """Where the text of a number that begins at ``start`` begins with its approximator, and its kind."""
    words, _ = approximators()
    for length in (4, 3, 2, 1):
        if length <= start and (hit := words.get(clean[start - length : start])):
            if length == 1 and clean[start - 1] in _BARE and not bare:
                return start, None
            if length == 1 and _ends_a_word(clean, start):
                return start, None
            if (
                length == 2
                and clean[start - 2] == "接"
                and _JOINT.search(clean, max(0, start - 3), start - 1)
            ):
                return start - 1, hit[0]
            return (start - length if hit[1] else start), hit[0]
    return start, None


def _ends_a_word(clean: str, at: int) -> bool:
    """附近30户, 签约30个项目, 迈上千亿元台阶, 彩超6台: the last character is the end of a word."""
    pattern = {"上": _UP, "近": _NEARBY, "约": NO_ABOUT, "超": SCAN}.get(clean[at - 1])
    return pattern is not None and pattern.search(clean, max(0, at - 3), at) is not None


def find_numbers(clean: str) -> tuple[Quantity, ...]:
    """Every number of ``clean`` in text order; ``low`` is ``None`` where one has no certain reading.

    Linear in the length of the text. Offsets are code points of ``clean``.

    >>> [(q.text, str(q.low), str(q.high), q.approx) for q in find_numbers("受益教师1.1万余人，4万至6万元")]
    [('1.1万余', '11000', '11000', 'over'), ('4万至6万', '40000', '60000', None)]
    >>> [(q.text, q.low, q.kind) for q in find_numbers("近90%的学校，第三批，版本1.2.3")]
    [('近90%', 90, 'percent'), ('三', None, 'ordinal'), ('1.2.3', None, 'unread')]
    """
    ends = _ends()
    found: list[Quantity] = []
    at = 0
    # A search for one class of characters runs at memory speed; the grammar is tried only where it may begin.
    while begin := _BEGIN.search(clean, at):
        at = begin.start()
        match = _PLAIN.match(clean, at) or _NUMBER.match(clean, at)
        if match is None:
            at += 1
            continue
        quantity = _quantity(clean, at, match.end(), ends)
        if found and found[-1].kind == "unread" and found[-1].end == at:
            # The power behind 1.2.3 万 is the rest of a number that has no reading, not a number.
            quantity = Quantity(at, match.end(), at, clean[at : match.end()], None, None, kind="unread")
        found.append(quantity)
        at = match.end()
    return tuple(found)


def _quantity(clean: str, start: int, end: int, ends: frozenset[str]) -> Quantity:
    text = clean[start:end] if end - start <= _MAX_CHARS else ""
    previous = clean[start - 1] if start else "\n"
    if previous == "第":
        return Quantity(start, end, start, clean[start:end], None, None, kind="ordinal")
    read = _read(text)
    if read is None or _outside(clean, previous, start, end, text):
        return Quantity(start, end, start, clean[start:end], None, None, kind="unread")
    low, high, kind, precision, over, vague = read
    begin, approx = start, None
    if previous in "-－−":
        if low != high:
            return Quantity(start, end, start, text, None, None, kind="unread")
        low, high, begin = -high, -low, start - 1
    elif previous in ends:
        begin, approx = _before(clean, start, text[0] in "百千万亿")
    if vague:
        approx = None
    elif over:
        approx = "over"
    return Quantity(begin, end, start, clean[begin:end], low, high, approx, kind, precision, vague)


@lru_cache(maxsize=8192)
def _read(text: str) -> _Read | None:
    """Read one match of :data:`_NUMBER`; ``None`` where it has no certain reading."""
    match = _NUMBER.fullmatch(text)
    if match is None or match["chain"]:
        return None
    first = read_numeral(match["a"])
    if first is None:
        return None
    kind = "number"
    low: Value = first.low
    high: Value = first.high
    if match["of"]:
        part = read_numeral(match["part"])
        if part is None or part.low != part.high or low != high or not low:
            return None
        if match["of"][0] == "分":
            kind = _LEVEL.get(match["a"], "fraction")
            low = high = part.low if kind != "fraction" else Fraction(part.low) / Fraction(low)
        elif not part.low or match["sign"]:
            return None
        else:
            kind, low, high = (
                "fraction",
                Fraction(low) / Fraction(part.low),
                Fraction(low) / Fraction(part.low),
            )
    elif match["sign"]:
        kind = _SIGN[match["sign"]]
    over = first.loose
    if match["to"]:
        spread = _range(match, first, low, kind)
        if spread is None:
            return None
        low, high, kind, over = spread
    more = match["more"]
    return _Read(low, high, kind, first.precision, over or bool(more), first.vague or more == "几")


def _range(
    match: re.Match[str], first: Numeral, low: Value, kind: str
) -> tuple[Value, Value, str, bool] | None:
    """Both ends of 4万至6万, 4至6万, 10%-20%, 10-20%; ``None`` where they do not rise."""
    last = read_numeral(match["b"])
    if last is None or kind == "fraction" or first.low != first.high or last.low != last.high:
        return None
    if match["sign2"]:
        if kind not in ("number", _SIGN[match["sign2"]]):
            return None
        kind = _SIGN[match["sign2"]]
    elif match["sign"]:
        return None
    unit = _UNIT_TAIL.search(match["b"])
    if unit and not _UNIT_TAIL.search(match["a"]):
        # 4至6万 shares its power: only where the bare end is the smaller of the two figures.
        head, power = read_numeral(match["b"][: unit.start()]), read_numeral(unit[0])
        if head is None or power is None:
            return None
        if low < head.low:
            low = low * int(power.low)
    if low >= last.low:
        return None
    return low, last.low, kind, first.loose or last.loose


_CODES = re.compile("(?:RMB|CNY|USD|HKD|EUR|JPY|GBP)$")
_GROUP = re.compile(r"\d{3}(?!\d)")
_UNIT_TAIL = re.compile("[十百千]?[万亿萬億]+$")


def _outside(clean: str, previous: str, start: int, end: int, text: str) -> bool:
    """Whether what touches the number makes it a part of an identifier, a clock time or a longer number."""
    if previous.isascii() and (previous.isalpha() or previous in "_./:#@"):
        return not _CODES.search(clean, max(0, start - 3), start)
    if "Ａ" <= previous <= "ｚ":
        return True
    follow = clean[end : end + 2]
    if follow and follow[0] in " .．-–/:：" and follow[1:].isdigit():
        # 10 500 is thousands parted by a blank, or two numbers.
        return follow[0] != " " or (text[-1].isdigit() and bool(_GROUP.match(clean, end + 1)))
    if previous in "-－–" and start > 1 and clean[start - 2].isascii() and clean[start - 2].isalnum():
        return True
    if (
        previous in " \u3000"
        and start > 1
        and clean[start - 2].isdigit()
        and text[:3].isdigit()
        and len(text) >= 3
    ):
        return not text[3:4].isdigit()
    if (
        follow == "分之"
        or (follow[:1] == "点" and "点" in text)
        or (previous == "之" and clean[max(0, start - 2) : start - 1] == "分")
    ):
        return True
    return "点" in text and bool(_CLOCK.match(clean, end))
