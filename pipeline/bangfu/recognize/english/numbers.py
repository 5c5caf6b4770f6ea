"""Numbers in English text: digits, words, scales and the approximators before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from bangfu.recognize.money import as_decimal

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {w: i for i, w in enumerate(_ONES)} | {w: 20 + 10 * i for i, w in enumerate(_TENS)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_APPROX = {
    "more than": "over",
    "over": "over",
    "above": "over",
    "exceeding": "over",
    "at least": "over",
    "no fewer than": "over",
    "no less than": "over",
    "upwards of": "over",
    "nearly": "near",
    "almost": "near",
    "close to": "near",
    "about": "about",
    "around": "about",
    "approximately": "about",
    "roughly": "about",
    "some": "about",
    "fewer than": "under",
    "less than": "under",
    "under": "under",
    "up to": "under",
}
_LONGEST = 100
_MOST = 10**18
"""Beyond, it is the number of an account, or noise."""

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_YEAR_LED = re.compile(
    rf"(?:\b(?:in|since|from|by|until|till|to|of|between|and|year|during|before|after|{_MONTHS}),?\s|[(/–—-]|\d,\s)$",
    re.IGNORECASE,
)
_BEHIND_YEAR = re.compile(
    rf"\s?(?:$|[.,;:)\n–—-]|{_MONTHS}|(?:to|and|until|was|were|the|has|with|when|season)\b)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number from ``low`` to ``high``.

    It begins at ``start`` with its approximator, at ``core`` with a currency's sign, at ``digits`` by itself.
    """

    start: int
    core: int
    digits: int
    end: int
    low: Decimal
    high: Decimal
    approx: str | None = None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    word = "|".join(sorted([*_SMALL, "hundred", "thousand", "million"], key=len, reverse=True))
    scale = "|".join(_SCALES)
    spelled = rf"(?:{word})(?:(?:[-\s]|\sand\s)(?:{word}|{scale}))*"
    digits = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:[-\s](?:{scale})\b)?"
    one = rf"(?:{digits}|{spelled})"
    approx = "|".join(sorted(_APPROX, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,:/'’$€£¥￥-])(?:(?P<a>{approx})\s)?(?P<sign>(?:RMB|CNY|USD|HKD|EUR|GBP|MOP|[A-Z]{{0,3}}[$€£¥￥])\s?)?"
        rf"(?P<n>{one})(?:\s?(?:-|–|—|\sto\s|\bto\s)\s?(?P<m>{one}))?(?P<plus>\+)?(?![\w:/]|[.,]\d|-(?:year|day|month|week|hour|way|one|time|old))",
        re.IGNORECASE,
    )


def numbers(clean: str, start: int, end: int) -> list[Number]:
    """The cardinal numbers of a stretch of clean text; dates, years, times, ordinals and labels are none.

    >>> text = "On May 3, 2021, more than 1,200 pupils, twenty-five teachers and 2.5 million yuan."
    >>> [(text[n.start : n.end], int(n.low), n.approx) for n in numbers(text, 0, len(text))]
    [('more than 1,200', 1200, 'over'), ('twenty-five', 25, None), ('2.5 million', 2500000, None)]
    """
    out = []
    for match in _pattern().finditer(clean, start, end):
        low = _value(match["n"])
        high = _value(match["m"]) if match["m"] else low
        if low is None or high is None or _is_label(clean, match):
            continue
        if match["m"] and high > low and _scale_of(match["n"]) is None and (scale := _scale_of(match["m"])):
            low = low * scale if low * scale <= high else low
        if high < low:
            continue
        approx = _APPROX.get((match["a"] or "").lower()) or ("over" if match["plus"] else None)
        if not match["a"] and not match["sign"] and match["n"].lower() == "one":
            continue
        core = match.start("sign") if match["sign"] else match.start("n")
        out.append(
            Number(
                match.start(), core, match.start("n"), match.end(), as_decimal(low), as_decimal(high), approx
            )
        )
    return out


def _scale_of(text: str) -> int | None:
    return _SCALES.get(re.split(r"[-\s]", text.lower())[-1])


@lru_cache(maxsize=2048)
def _value(text: str) -> Decimal | None:
    """The value of digits with a scale, or of number words."""
    total = group = Decimal(0)
    if len(text) > _LONGEST:
        return None
    for token in re.split(r"[-\s]+", text.lower()):
        if token[0].isdigit():
            group += Decimal(token.replace(",", ""))
        elif token in _SMALL:
            # twenty five, never five twenty
            if group % 10 and _SMALL[token] < 100:
                return None
            group += _SMALL[token]
        elif token == "hundred":
            group = (group or Decimal(1)) * 100
        elif token in _SCALES:
            total += (group or Decimal(1)) * _SCALES[token]
            group = Decimal(0)
        elif token != "and":
            return None
        if group > _MOST or total > _MOST:
            return None
    return total + group


_LABEL = re.compile(
    r"(?:\b(?:No|Nos|Chapter|Class|Grade|Room|Page|Article|Section|Item|Route|Phase|Level)\.?|#|№)\s?$"
)
_MONTH_LED = re.compile(rf"\b(?:{_MONTHS})\s$")
_BEHIND = re.compile(
    rf"\s?(?:{_MONTHS})\b|(?:st|nd|rd|th)\b|\s?(?:a\.m|p\.m|am\b|pm\b|o'clock)", re.IGNORECASE
)


def _is_label(clean: str, match: re.Match[str]) -> bool:
    """Whether a number is a date, a year, a time, the number of a list's item, or a part of a name."""
    at, end = match.start("n"), match.end()
    before = clean[max(0, at - 14) : at]
    if _LABEL.search(before) or _MONTH_LED.search(before) or _BEHIND.match(clean, end):
        return True
    if not match["sign"] and before.endswith("(") and clean[end : end + 1] == ")":
        return True
    digits = match["n"]
    if not _YEAR.fullmatch(digits) or match["sign"]:
        return False
    return bool(_YEAR_LED.search(before) or (not match["a"] and _BEHIND_YEAR.match(clean, end)))
