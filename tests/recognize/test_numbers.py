"""Numbers: the table of hard forms, spans in running text, hostile input."""

from __future__ import annotations

import json
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from bangfu.recognize.numbers import Quantity, find_numbers

ROWS = json.loads((Path(__file__).parent / "hard_numbers.json").read_text("utf-8"))


def read(text: str) -> list[Quantity]:
    return [q for q in find_numbers(text) if q.low is not None]


def exact(value: object) -> Fraction:
    return Fraction(str(value))


@pytest.mark.parametrize("row", ROWS, ids=[f"{r['class']}-{r['form']}" for r in ROWS])
def test_every_hard_form_has_its_value_or_none(row: dict[str, str | None]) -> None:
    found = read(str(row["form"]))
    if row["low"] is None:
        assert found == []
        return
    (q,) = found
    assert q.text == row["form"]
    assert (exact(q.low), exact(q.high)) == (exact(row["low"]), exact(row["high"]))
    assert (q.kind, q.approx, q.vague) == (row["kind"], row["approx"], row["class"] == "vague")


def test_the_table_holds_300_different_forms_of_every_class() -> None:
    assert len({row["form"] for row in ROWS}) == len(ROWS) >= 300
    assert min(Counter(row["class"] for row in ROWS).values()) >= 3


def _verdict(row: dict[str, str | None], peer: str) -> str:
    """right, wrong or none, with a percentage allowed as a share of 1."""
    said, low, high = row[peer], row["low"], row["high"]
    if low is None:
        return "right" if said is None else "wrong"
    if said is None:
        return "none"
    ends = [Fraction(part) for part in said.split("–")]
    wanted = [exact(low)] if low == high else [exact(low), exact(high)]
    share = [w / 100 for w in wanted] if row["kind"] == "percent" else wanted
    return "right" if ends in (wanted, share) else "wrong"


def test_both_peers_give_wrong_values_silently_where_this_grammar_gives_none() -> None:
    """Outputs of cn2an 0.5.24 (smart) and JioNLP 1.5.31 (parse_money of the form and 元), stored as data."""
    wrong = {peer: sum(_verdict(row, peer) == "wrong" for row in ROWS) for peer in ("cn2an", "jionlp")}
    assert wrong["cn2an"] >= 10
    assert wrong["jionlp"] >= 50


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("受益教师1.1万余人", "1.1万余"),
        ("对接近30次", "近30"),
        ("附近四处", "四"),
        ("线上1000人", "1000"),
        ("上千名", "上千"),
        ("突破6300万人次", "6300万"),
        ("达到了 4600 余名", "4600"),
        ("1831 万元", "1831 万"),
        ("共1， 831名", "1， 831"),
    ],
)
def test_the_span_is_the_number_with_what_touches_it(text: str, span: str) -> None:
    (q,) = read(text)
    assert q.text == span == text[q.start : q.end]


def test_an_ordinal_is_told_apart() -> None:
    assert [q.kind for q in find_numbers("第三批与第101中学")] == ["ordinal", "ordinal"]


def test_thousands_parted_by_a_blank_are_left_unread() -> None:
    assert read("投入10 500元") == []


def test_numbers_in_a_list_stay_apart() -> None:
    assert [q.low for q in read("120，300，500")] == [120, 300, 500]


HOSTILE = {
    "digits": "1" * 1_000_000,
    "zeros": "零" * 1_000_000,
    "powers": "万亿" * 500_000,
    "minus signs": "-" * 1_000_000,
    "versions": "1.2.3" * 200_000,
    "dashes": "1-" * 500_000,
    "points": "三点" * 500_000,
    "commas": "1，" * 200_000,
    "blanks": "1 " * 200_000,
    "shares": "百分之" * 200_000,
    "parts": "1分之" * 200_000,
    "pieces": "1个" * 200_000,
    "ranges": "1至" * 200_000,
    "ones": "一" * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_linear_time_and_gives_no_value_from_nonsense(name: str) -> None:
    text = HOSTILE[name]
    half = text[: len(text) // 2]
    times = []
    for part in (half, text):
        begin = time.process_time()
        found = find_numbers(part)
        times.append(time.process_time() - begin)
    assert times[1] < 5 * times[0] + 0.2
    assert all(q.low is None or abs(q.low) < 10**16 for q in found)


@pytest.mark.parametrize("text", ["捐款12.34.56万元", "捐款1.2.3亿元", "三五十一万名学生"])
def test_the_rest_of_a_number_without_a_reading_has_none_either(text: str) -> None:
    assert all(q.low is None for q in find_numbers(text))
