"""Numbers against an oracle: what a renderer writes, the grammar reads back; and it reads nothing else."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.recognize.numbers import find_numbers
from bangfu.recognize.numbers_grammar import read_numeral

DIGITS = "零一二三四五六七八九"
FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
FULL = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


def section(n: int, lead_one: bool) -> str:
    """1 to 9999 as everyday Chinese writes it; ``lead_one`` writes 一十五 for 十五."""
    out, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // power % 10
        if digit:
            if gap and out:
                out += "零"
            out += ("" if digit == 1 and unit == "十" and not out and not lead_one else DIGITS[digit]) + unit
        gap = not digit
    return out


def chinese(n: int, lead_one: bool = False) -> str:
    """Everyday Chinese for 0 to 10^16: an oracle that shares nothing with the grammar under test."""
    if n == 0:
        return "零"
    if n >= 10**8:
        out, rest = chinese(n // 10**8, lead_one) + "亿", n % 10**8
        if not rest:
            return out
        return out + ("零" if rest < 10**7 else "") + chinese(rest, lead_one=True)
    if n >= 10**4:
        out, rest = section(n // 10**4, lead_one) + "万", n % 10**4
        if not rest:
            return out
        return out + ("零" if rest < 1000 else "") + section(rest, lead_one=True)
    return section(n, lead_one)


def spoken(n: int) -> set[str]:
    """Every spelling of a number that has one reading only: 一百二, 一万二, 一百十五, 一千五十."""
    out = {chinese(n), chinese(n, lead_one=True)}
    for text in (chinese(n), chinese(n, lead_one=True)):
        for unit, lower in (("百", "十"), ("千", "百"), ("万", "千"), ("亿", "千万")):
            at = -len(lower) - 2
            if (
                text.endswith(lower)
                and len(text) > -at
                and text[at] == unit
                and "万" not in text[: at if unit == "亿" else 0]
            ):
                out.add(text[: -len(lower)])
    todo = list(out)
    while todo:
        text = todo.pop()
        for i, char in enumerate(text):
            follow = text[i + 1 : i + 3]
            if char == "零" and len(follow) == 2 and follow[1] in "十百千":
                new = [
                    text[:i] + text[i + 1 :],
                    text[:i] + "零十" + text[i + 3 :] if follow == "一十" else text,
                ]
            elif char == "零" and follow[1:] == "万":
                new = [text[:i] + text[i + 1 :]]
            elif (char in "百" and follow == "一十") or (char in "万亿" and follow == "一十"):
                new = [text[: i + 1] + "十" + text[i + 3 :]]
            else:
                continue
            for variant in new:
                if variant not in out:
                    out.add(variant)
                    todo.append(variant)
    return out


def values(text: str) -> list[int | Decimal]:
    return [q.low for q in find_numbers(text) if isinstance(q.low, int | Decimal)]


numbers = st.one_of(
    st.integers(0, 10**12 - 1), st.integers(0, 99999), st.sampled_from([10**k for k in range(12)])
)


@given(numbers)
@settings(max_examples=1500, deadline=None)
def test_whatever_is_written_in_chinese_is_read_back(n: int) -> None:
    for text in (chinese(n), chinese(n, lead_one=True), chinese(n).replace("零", "〇") if n else "零"):
        read = read_numeral(text)
        assert read is not None
        assert read.low == read.high == n


@given(numbers.filter(lambda n: n > 9))
@settings(max_examples=600, deadline=None)
def test_financial_characters_have_the_same_value(n: int) -> None:
    read = read_numeral(chinese(n, lead_one=True).translate(FINANCIAL))
    assert read is not None
    assert read.low == n


@given(numbers)
@settings(max_examples=600, deadline=None)
def test_separators_and_full_width_change_no_value(n: int) -> None:
    for text in (str(n), f"{n:,}", f"{n:,}".replace(",", ", "), str(n).translate(FULL)):
        assert values(text) == [n], text


@given(
    st.integers(0, 99999),
    st.integers(1, 4),
    st.sampled_from([("万", 10**4), ("亿", 10**8), ("千万", 10**7), ("万亿", 10**12)]),
)
@settings(max_examples=600, deadline=None)
def test_a_decimal_times_a_power_is_exact(n: int, places: int, power: tuple[str, int]) -> None:
    literal = Decimal(n).scaleb(-places)
    assert values(f"{literal:f}{power[0]}") == [literal * power[1]]


@given(st.integers(1, 9999), st.integers(1, 9999))
@settings(max_examples=600, deadline=None)
def test_mixed_sections_add_up(upper: int, lower: int) -> None:
    assert values(f"{upper}亿{lower}万") == [upper * 10**8 + lower * 10**4]


@given(numbers, numbers)
@settings(max_examples=600, deadline=None)
def test_a_range_keeps_both_ends(a: int, b: int) -> None:
    low, high = sorted((a, b))
    found = [q for q in find_numbers(f"{low}至{high}") if q.low is not None]
    if low == high:
        assert found == []
    else:
        assert [(q.low, q.high) for q in found] == [(low, high)]


def test_no_short_string_of_numerals_is_read_as_anything_that_is_not_written_so() -> None:
    """Every string of up to five of these characters: a reading must be one of the number's spellings."""
    for length in range(1, 6):
        for chars in product("一五零十百千万亿", repeat=length):
            text = "".join(chars)
            read = read_numeral(text)
            if read is None or read.vague or read.low != read.high:
                continue
            assert isinstance(read.low, int)
            if set(text) <= set("百千万亿"):  # 百万, 千亿: powers alone
                continue
            if set(text) <= set(DIGITS):  # 一零一: digits read out
                assert int("".join(str(DIGITS.index(c)) for c in text)) == read.low
                continue
            if text not in spoken(read.low):
                pytest.fail(f"{text} was read as {read.low}")


@given(st.text("0123456789.,，:：/-—~至到%％分之零一二两三十百千万亿廿几数余多来半点个第 壹佰", max_size=40))
@settings(max_examples=1500, deadline=None)
def test_any_string_is_read_without_an_exception_and_spans_stay_in_order(text: str) -> None:
    at = 0
    for q in find_numbers(text):
        assert at <= q.core <= q.end <= len(text)
        assert q.start <= q.core
        assert text[q.start : q.end] == q.text
        assert q.low is None or q.low <= q.high  # type: ignore[operator]
        at = q.end
