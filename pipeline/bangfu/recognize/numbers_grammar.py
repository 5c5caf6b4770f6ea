"""One grammar for every numeral, Arabic, Chinese, financial or mixed: to an exact value or to nothing.

A numeral is read only where it has one reading; a form with two (一亿五千: 1.5 亿 or 100,005,000?) or with
none gives ``None``, since a wrong value is worse than a missing one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from bangfu.lexicon import mapping

MAX_DIGITS = 16
"""More digits in a row are an identifier, never a quantity."""

_MAX_CHARS = 40
_DIGIT = "零一二三四五六七八九"
_POWER = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_BARE = frozenset("百千万")
_LITERAL = rf"(?:\d+(?:\.\d+)?|[{_DIGIT[1:]}])"
_SMALL = re.compile(
    rf"(?:({_LITERAL})?(千))?(?:(零)?({_LITERAL})?(百))?(?:(零)?({_LITERAL})?(十))?(?:(零)?({_LITERAL}))?"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_ARABIC = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?")
_POINT = re.compile(rf"([{_DIGIT}十百千]+)点([{_DIGIT}]+)([千百]?万?亿?)")
_PAIR = re.compile(rf"(?<![{_DIGIT}])[{_DIGIT[1:]}]{{2}}(?![{_DIGIT}])")
_LOOSE = re.compile(r"(?<=[十百千万亿])[余多来]|(?<=\d)[余多来]|[余多来](?=[万亿])")
_SOME = re.compile("[几数]")
_COUNTED = re.compile("个(?=[多余来]?[万亿百千])")


@dataclass(frozen=True, slots=True)
class Numeral:
    """The value of a written numeral.

    ``low`` and ``high`` are equal for one value and differ for a range (三四十: 30 and 40). ``precision`` is
    the worth of the last digit written (3.5千万: 1000000). ``loose`` says that 余 多 来 stand inside (over
    ``low``); ``vague`` that 几 or 数 leaves the leading digit open.
    """

    low: int | Decimal
    high: int | Decimal
    precision: Decimal
    loose: bool = False
    vague: bool = False


@lru_cache(maxsize=1)
def _everyday() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(k): v for k, v in mapping("number_digits").items()}
    table |= {ord(c): u for c, u in zip("萬億拾佰仟", "万亿十百千", strict=True)}
    table |= {0xFF10 + d: str(d) for d in range(10)}
    return table | {ord("．"): ".", ord("，"): ",", ord(" "): None, ord("\u3000"): None, ord("\xa0"): None}


@lru_cache(maxsize=8192)
def read_numeral(text: str) -> Numeral | None:
    """Read one whole numeral, or give ``None`` where it has no reading or more than one.

    The rules for 零 and for a last digit without its power (一万二 is 12,000, 一万零二 is 10,002) are those
    of everyday written Chinese.

    >>> [str(read_numeral(t).low) for t in ("1，831", "一千八百三十一万", "1亿2千万", "1.5个亿", "两万五")]
    ['1831', '18310000', '120000000', '150000000', '25000']
    >>> read_numeral("三四十").high, read_numeral("1.2.3"), read_numeral("00012"), read_numeral("万亿万亿")
    (40, None, None, None)
    """
    if len(text) > _MAX_CHARS:
        return None
    if text.isascii() and text.isdigit() and (text[0] != "0" or text == "0") and len(text) <= MAX_DIGITS:
        return Numeral(int(text), int(text), Decimal(1))  # what most numerals are
    plain = text.translate(_everyday())
    if _COUNTED.search(plain):
        plain = _COUNTED.sub("", plain, count=1)
    plain, loose = _LOOSE.subn("", plain)
    if loose > 1:
        return None
    if some := _SOME.findall(plain):
        # 十几 begins at 11, 几十 at 20: behind a power the open digit may be 1.
        at = _SOME.search(plain).start()  # type: ignore[union-attr]
        first = "一" if at and plain[at - 1] in _POWER else "二"
        ends = [_exact(plain[:at] + d + plain[at + 1 :]) for d in (first, "九")]
        if len(some) > 1 or loose or None in ends:
            return None
        (low, step), (high, _) = ends  # type: ignore[misc]
        return Numeral(low, high, step, vague=True)
    if exact := _exact(plain):
        return Numeral(exact[0], exact[0], exact[1], loose=bool(loose))
    return _between(plain, bool(loose))


def _between(plain: str, loose: bool) -> Numeral | None:
    """三四十, 十七八, 一百二三十: two neighbouring digits give the two ends of a range."""
    pairs = list(_PAIR.finditer(plain))
    if len(pairs) != 1 or loose:
        return None
    a, b = pairs[0][0][0], pairs[0][0][1]
    if _DIGIT.index(b) - _DIGIT.index(a) != 1 and a + b != "三五":
        return None
    head, tail = plain[: pairs[0].start()], plain[pairs[0].end() :]
    if not set(tail) <= set(_POWER):
        return None  # 三五十一万: what stands behind the power would belong to one end only
    low, high = _exact(head + a + tail), _exact(head + b + tail)
    if low is None or high is None:
        return None
    return Numeral(low[0], high[0], low[1])


def _exact(plain: str) -> tuple[int | Decimal, Decimal] | None:
    """Value and precision of a numeral in everyday characters."""
    if point := _POINT.fullmatch(plain):
        whole = (Decimal(0), Decimal(1)) if point[1] == "零" else _section(point[1], last=False)
        if whole is None:
            return None
        plain = f"{whole[0]}.{''.join(str(_DIGIT.index(d)) for d in point[2])}{point[3]}"
    elif len(plain) > 1 and all(c in _DIGIT for c in plain):
        return _positional(plain)
    if plain == "零":
        return 0, Decimal(1)
    read = _below(plain, "亿")
    if read is None or read[0] >= 10**MAX_DIGITS:
        return None
    value, step = read
    return (int(value) if value == int(value) else value), step


def _positional(plain: str) -> tuple[int, Decimal] | None:
    """一九九八, 二〇二四: digits read out one by one."""
    if plain[0] == "零" or ("零" not in plain and not (len(plain) == 4 and plain.startswith("一九"))):
        return None
    if len(plain) > 8 or len(plain) < 3:
        return None
    return int("".join(str(_DIGIT.index(c)) for c in plain)), Decimal(1)


def _below(plain: str, big: str, last: bool = True) -> tuple[Decimal, Decimal] | None:
    """Split at 亿, then each part at 万, then read what is left as a section below 万.

    ``last`` says that the numeral ends where ``plain`` ends: only there may a digit go without its power,
    since 一百五万 may be 150 or 105 times 10,000.
    """
    head, found, tail = plain.rpartition(big)
    if not found:
        return _below(plain, "万", last) if big == "亿" else _section(plain, last)
    power = _POWER[big]
    if big in head or (tail and (not head or set(head) <= _BARE)):
        return None
    if not head:
        upper: tuple[Decimal, Decimal] | None = (Decimal(1), Decimal(1))
    else:
        upper = _below(head, "万", last=False) if big == "亿" else _section(head, last=False)
    if upper is None or (tail and upper[0] != int(upper[0])):
        return None
    value, step = upper[0] * power, upper[1] * power
    if not tail:
        return value, step
    zero = tail[0] == "零"
    rest = tail[1:] if zero else tail
    lower = _below(rest, "万", last) if big == "亿" else _section(rest, last)
    if lower is None or rest[0] in "百千万" or not 0 < lower[0] < (power // 10 if zero else power):
        return None
    if len(rest) == 1 and not zero:
        # 一万二: the last digit stands one power below; 一万亿五 would stand below one of two.
        if not last or "万" in head or rest in _POWER:
            return None
        return value + lower[0] * power / 10, Decimal(power // 10)
    if big == "亿" and "万" not in rest and not zero and not rest.isdigit():
        return None
    if rest.isdigit() and len(rest) != len(str(power)) - 1 and not zero:
        # 1亿5000 may mean 5000万; 3万500 may be a broken 3万5000.
        return None
    return value + lower[0], lower[1]


def _number(literal: str) -> tuple[Decimal, Decimal] | None:
    if literal in _DIGIT:
        return Decimal(_DIGIT.index(literal)), Decimal(1)
    if not _ARABIC.fullmatch(literal) or len(literal) > MAX_DIGITS + 1:
        return None
    return Decimal(literal), Decimal(1).scaleb(-len(literal.partition(".")[2]))


def _section(plain: str, last: bool = True) -> tuple[Decimal, Decimal] | None:
    """A numeral without 万 and 亿: 一千八百三十一, 2千1百, 3.5千, 1831, 1,831, 百."""
    if not plain:
        return None
    if plain in _POWER:
        return Decimal(_POWER[plain]), Decimal(_POWER[plain])
    if _THOUSANDS.fullmatch(plain):
        return _number(plain.replace(",", ""))
    match = _SMALL.fullmatch(plain)
    if match is None:
        return None
    thousand, k, zero_h, hundred, h, zero_t, ten, t, zero_o, one = match.groups()
    parts: list[tuple[Decimal, Decimal]] = []
    lowest = 0
    for literal, unit, zero in ((thousand, k, None), (hundred, h, zero_h), (ten, t, zero_t)):
        if not unit:
            continue
        if not literal and (unit != "十" or (zero and not parts) or (not zero and lowest == 1000)):
            return None
        if zero and (not lowest or lowest == _POWER[unit] * 10):
            return None
        read = _number(literal) if literal else (Decimal(1), Decimal(1))
        if read is None:
            return None
        lowest = _POWER[unit]
        parts.append((read[0] * lowest, read[1] * lowest))
    if one:
        read = _number(one)
        if read is None or (zero_o and lowest in (0, 10) and zero_o):
            return None
        if lowest > 10 and not zero_o:
            if not last and not one.isdigit():
                return None
            if len(one) != 1:
                # 2千100 is read as it stands; 2千10 might be a slip.
                if len(one) != len(str(lowest)) - 1:
                    return None
            else:
                read = (read[0] * (lowest // 10), Decimal(lowest // 10))
        parts.append(read)
    if len(parts) > 1 and any(value != int(value) for value, _ in parts):
        return None
    if len(parts) > 1 and any(later[0] >= earlier[1] for earlier, later in pairwise(parts)):
        return None
    return sum((value for value, _ in parts), Decimal(0)), parts[-1][1]
