"""Cardinal numbers of English text, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.recognize.english.numbers import numbers


def values(text: str) -> list[tuple[str, int, str | None]]:
    return [(text[n.start : n.end], int(n.low), n.approx) for n in numbers(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sent 12 doctors.", [("12", 12, None)]),
        ("twenty-five teachers", [("twenty-five", 25, None)]),
        ("two hundred and six beds", [("two hundred and six", 206, None)]),
        ("three thousand five hundred pupils", [("three thousand five hundred", 3500, None)]),
        ("more than 1,200 pupils", [("more than 1,200", 1200, "over")]),
        ("nearly 3,000 people", [("nearly 3,000", 3000, "near")]),
        ("about 2.5 million farmers", [("about 2.5 million", 2_500_000, "about")]),
        ("fewer than ten clinics", [("fewer than ten", 10, "under")]),
        ("500+ volunteers", [("500+", 500, "over")]),
        ("In 2008 students came", []),
        ("on June 20, 2010, they came", []),
        ("since 2016", []),
        ("from 2016 to 2020,", []),
        ("at 10:30 am", []),
        ("at 9 a.m.", []),
        ("No. 2 Middle School", []),
        ("in the 1990s", []),
        ("the 21st batch", []),
        ("a 35-year-old nurse", []),
        ("(3) establish a mechanism", []),
        ("Class 5 won", []),
        ("one of them", []),
        ("account 123456789012345678901234567890 exists", []),
        ("hundred " * 50, []),
    ],
)
def test_a_number_is_read_with_its_approximator(
    text: str, expected: list[tuple[str, int, str | None]]
) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("30 to 40 people", 30, 40), ("30-40 people", 30, 40), ("1 to 2 million yuan", 1_000_000, 2_000_000)],
)
def test_a_range_has_two_ends(text: str, low: int, high: int) -> None:
    (number,) = numbers(text, 0, len(text))
    assert (number.low, number.high) == (low, high)


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
_TENS = ["x", "x", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(n: int) -> str:
    if n < 20:
        return _ONES[n]
    if n < 100:
        return _TENS[n // 10] + (f"-{_ONES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{_ONES[n // 100]} hundred" + (f" and {spelled(n % 100)}" if n % 100 else "")
    return f"{spelled(n // 1000)} thousand" + (f" {spelled(n % 1000)}" if n % 1000 else "")


@given(st.integers(2, 999_999))
def test_a_number_in_words_has_the_value_that_was_spelled(n: int) -> None:
    text = f"They sent {spelled(n)} books."
    (number,) = numbers(text, 0, len(text))
    assert number.low == number.high == n


@given(st.integers(2, 10**9))
def test_a_number_in_digits_has_the_value_that_was_written(n: int) -> None:
    text = f"They sent {n:,} books."
    (number,) = numbers(text, 0, len(text))
    assert number.low == n
