"""Numbers: every numeral of a text with its value, in one pass of one compiled regex."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from bangfu.extract.numbers_grammar import Numeral, read_numeral
from bangfu.lexicon import table

Value = int | Decimal | Fraction

_D = "0-9０-９"
_C = "〇○零一二三四五六七八九两兩廿卅"
_M = "十百千万亿萬億拾佰仟"
_F = "壹贰貳叁參肆伍陆陸柒捌玖"
# A run of digits with its separators; 1， 831 is one that a crawl has broken.
_RUN = (
    rf"(?:[{_D}]{{1,2}}(?![{_D}])(?:[,，][ \u3000]?[{_D}]{{3}}(?![{_D}]))++"
    rf"|[{_D}]{{3}}(?![{_D}])(?:,[ ]?[{_D}]{{3}}(?![{_D}]))++|[{_D}]++)(?:[.．][{_D}]++)?+"
)
_N = (
    rf"(?:{_RUN}|[{_C}{_M}]|[{_F}](?=[拾佰仟万亿萬億元圆])|[几数](?=[十百千万亿]))"
    rf"(?:{_RUN}|[{_C}{_M}{_F}]|点(?=[{_C}])|(?<=十)几|几(?=[十百千万亿])"
    rf"|[余多来](?=[十百千万亿])|[ ]?个(?=[余多来]?(?:亿|[百千]?万)))*+"
)
_NUMBER = re.compile(
    rf"(?P<chain>[{_D}]++(?:[.．\-–/:：][{_D}]++){{2,}}+|[{_D}]++[:：][{_D}]++(?:[.．][{_D}]++)?)"
    rf"|(?!一[^{_D}{_C}{_M}点分元块美欧])(?P<a>{_N})(?P<of>分之(?=[{_D}{_C}{_M}])|[/／](?=[{_D}]))?"
    rf"(?(of)(?P<part>{_N}))(?P<sign>[%％‰])?+"
    rf"(?P<to>(?:[-–~～〜－—](?![-—－])|[至到]|以?至)(?P<b>{_N})(?P<sign2>[%％‰])?)?"
    r"(?P<more>[余多来几](?![日天少]))?"
)
_LEVEL = {"百": ("percent", 1), "千": ("permille", 1), "万": ("fraction", 1)}
_SIGN = {"%": "percent", "％": "percent", "‰": "permille"}
_BARE = "上过破"
_NEARBY = re.compile("[附最邻靠临远]近$")
_JOINT = re.compile("[对连承衔迎直间邻交]接$")
_CLOCK = re.compile("[分刻半钟]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a text.

    ``start, end`` are code points of clean text and take in approximators that touch the number in front and 余
    多 来 behind; ``core`` is where the numeral itself begins. ``low`` and ``high`` are equal for one value, differ
    for a range, and are ``None`` where the form has no certain reading (``kind`` is ``unread`` then). ``kind``:
    ``number``, ``percent`` (30 means 30 %), ``permille``, ``fraction`` (3/4, 三分之二), ``ordinal``, ``unread``.
    ``precision`` is the worth of the last digit written. ``vague``: 几, 数 and 上百 of unknown leading digit.
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


@lru_cache(maxsize=1)
def approximators() -> tuple[dict[str, tuple[str, bool]], dict[str, str]]:
    """Words before a number (with whether they belong to its text), and words behind its unit."""
    rows = table("approximators")
    before = {word: (approx, place == "before") for word, approx, place in rows if place != "after"}
    return before, {word: approx for word, approx, place in rows if place == "after"}


def _before(clean: str, start: int, bare: bool) -> tuple[int, str | None]:
    """Where the text of a number that begins at ``start`` begins with its approximator, and its kind."""
    words, _ = approximators()
    for length in (4, 3, 2, 1):
        if length <= start and (hit := words.get(clean[start - length : start])):
            if length == 1 and clean[start - 1] in _BARE and not bare:
                return start, None
            if length == 1 and _NEARBY.search(clean, max(0, start - 2), start):
                return start, None
            if length == 2 and clean[start - 2] == "接" and _JOINT.search(clean, max(0, start - 3), start - 1):
                return start - 1, hit[0]
            return (start - length if hit[1] else start), hit[0]
    return start, None


def find_numbers(clean: str) -> tuple[Quantity, ...]:
    """Every number of ``clean`` in text order, those without a certain reading too (their ``low`` is ``None``).

    Linear in the length of the text. Offsets are code points of ``clean``.

    >>> [(q.text, str(q.low), str(q.high), q.approx) for q in find_numbers("受益教师1.1万余人，4万至6万元")]
    [('1.1万余', '11000', '11000', 'over'), ('4万至6万', '40000', '60000', None)]
    >>> [(q.text, q.low, q.kind) for q in find_numbers("近90%的学校，第三批，版本1.2.3")]
    [('近90%', 90, 'percent'), ('三', None, 'ordinal'), ('1.2.3', None, 'unread')]
    """
    return tuple(_quantity(clean, match) for match in _NUMBER.finditer(clean))


def _unread(clean: str, start: int, end: int, kind: str = "unread") -> Quantity:
    return Quantity(start, end, start, clean[start:end], None, None, kind=kind)


def _quantity(clean: str, match: re.Match[str]) -> Quantity:
    start, end = match.span()
    previous = clean[start - 1] if start else ""
    if match["chain"]:
        return _unread(clean, start, end)
    if previous == "第":
        return _unread(clean, start, end, "ordinal")
    text = match["a"]
    low, kind = read_numeral(text), "number"
    if low is None or _outside(clean, previous, start, end, text):
        return _unread(clean, start, end)
    negative = previous in "-－−" and previous != ""
    first: tuple[Value, Value] = (low.low, low.high)
    if match["of"]:
        part = read_numeral(match["part"])
        if part is None or part.low != part.high or low.low != low.high or not low.low:
            return _unread(clean, start, end)
        if match["of"] == "分之":
            kind = _LEVEL.get(text, ("fraction", 0))[0]
            value = part.low if kind in ("percent", "permille") else Fraction(part.low) / Fraction(low.low)
        else:
            if not part.low or match["sign"]:
                return _unread(clean, start, end)
            kind, value = "fraction", Fraction(low.low) / Fraction(part.low)
        first = (value, value)
    elif match["sign"]:
        kind = _SIGN[match["sign"]]
    loose = low.loose
    if match["to"]:
        spread = _range(match, low, kind)
        if spread is None or negative:
            return _unread(clean, start, end)
        first, kind, loose = spread
    elif negative:
        first = (-first[1], -first[0])
    more = match["more"]
    vague = low.vague or (more == "几")
    bare = text[0] in "百千万亿"
    begin, approx = _before(clean, start, bare)
    if negative:
        begin = start - 1
    if more or loose:
        approx = "over"
    if vague:
        approx = None
    return Quantity(
        begin, end, start, clean[begin:end], first[0], first[1], approx, kind, low.precision, vague
    )


def _range(match: re.Match[str], low: Numeral, kind: str) -> tuple[tuple[Value, Value], str, bool] | None:
    """Both ends of 4万至6万, 4至6万, 10%-20%, 10-20%; ``None`` where they do not rise."""
    high = read_numeral(match["b"])
    if high is None or (match["of"] and kind == "fraction") or low.low != low.high or high.low != high.high or low.vague or high.vague:
        return None
    if match["sign2"]:
        if kind not in ("number", _SIGN[match["sign2"]]):
            return None
        kind = _SIGN[match["sign2"]]
    elif match["sign"]:
        return None
    first: Value = low.low if not match["of"] else (read_numeral(match["part"]) or low).low
    unit = _UNIT_TAIL.search(match["b"])
    if unit and not _UNIT_TAIL.search(match["a"]):
        # 4至6万 shares its power: only where the bare end is the smaller of the two figures.
        head = read_numeral(match["b"][: unit.start()])
        power = read_numeral(unit[0])
        if head is None or power is None:
            return None
        if low.low < head.low:
            first = low.low * power.low
    if first >= high.low:
        return None
    return (first, high.low), kind, low.loose or high.loose


_GROUP = re.compile(r"\d{3}(?!\d)")
_UNIT_TAIL = re.compile("[十百千]?[万亿萬億]+$")


def _outside(clean: str, previous: str, start: int, end: int, text: str) -> bool:
    """Whether what touches the number makes it a part of an identifier, a version or a clock time."""
    if previous and (previous.isascii() and (previous.isalpha() or previous in "_./:#@") or "Ａ" <= previous <= "ｚ"):
        return True
    if previous in "-－–" and start > 1 and (clean[start - 2].isascii() and clean[start - 2].isalnum()):
        return True
    if clean[end : end + 1] == " " and text[-1].isdigit() and _GROUP.match(clean, end + 1):
        return True
    if previous in " \u3000" and previous and start > 1 and clean[start - 2].isdigit() and text[:3].isdigit():
        # 10 500: thousands parted by a blank, or two numbers.
        return len(text) >= 3 and not text[3:4].isdigit()
    if end + 1 < len(clean) and clean[end] in ".．-–/:：" and clean[end + 1].isdigit():
        return True
    if "点" in text and _CLOCK.match(clean, end):
        return True
    return False
