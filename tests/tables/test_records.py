"""Rows become records with exact values and offsets into both texts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bangfu.alignment import Edit, apply_edits
from bangfu.article import Article, Count, Document, Money, Person, Source, Span, Text
from bangfu.tables.csv_file import number_text
from bangfu.tables.records import article_records, number, reject_record
from bangfu.tables.schema import ROW_TABLES, TABLES

RAW = "标题\n王(wáng)小梅捐3万元。另有2人。"
EDITS = (Edit(4, 10, "", "pinyin_note", 0.9),)


def _article(raw: str = RAW, **source: object) -> Article:
    clean, alignment = apply_edits(raw, EDITS)
    text = Text(raw, clean, alignment, edits=EDITS)
    sentences = (Span(0, 2), Span(3, 11), Span(11, 16))
    title = source.get("title")
    document = Document(Source("a", raw, **source), text, sentences, title=title)  # type: ignore[arg-type]
    common = {"rule": "test", "score": 0.123456}
    return Article(
        document,
        people=(Person(start=3, end=6, name="王小梅", **common),),  # type: ignore[arg-type]
        counts=(
            Count(start=13, end=15, text="2人", value=Decimal(2), item="", **common),  # type: ignore[arg-type]
        ),
        money=(Money(start=7, end=10, text="3万元", cny=Decimal("3E+4"), **common),),  # type: ignore[arg-type]
    )


def test_a_record_holds_the_columns_of_the_schema_in_order() -> None:
    for name, records in article_records(_article()).items():
        for record in records:
            assert tuple(record) == TABLES[name].names


def test_offsets_stand_in_clean_and_in_raw_text() -> None:
    person = article_records(_article())["people"][0]
    assert (person["start"], person["end"]) == (3, 6)
    assert RAW[person["raw_start"] : person["raw_end"]] == "王(wáng)小梅"


def test_a_row_carries_the_sentence_in_which_it_begins() -> None:
    records = article_records(_article())
    assert records["money"][0]["sentence"] == "王小梅捐3万元。"
    assert records["counts"][0]["sentence"] == "另有2人。"


def test_a_row_outside_of_every_sentence_carries_its_own_text() -> None:
    article = _article()
    bare = replace(article, document=replace(article.document, sentences=()))
    assert article_records(bare)["people"][0]["sentence"] == "王小梅"


def test_an_empty_string_is_an_empty_cell() -> None:
    assert article_records(_article())["counts"][0]["item"] is None


def test_a_repair_tells_what_stood_where() -> None:
    repair = article_records(_article())["repairs"][0]
    assert (repair["before"], repair["after"], repair["kind"]) == ("(wáng)", None, "pinyin_note")
    assert (repair["raw_start"], repair["raw_end"], repair["start"], repair["end"]) == (4, 10, 4, 4)
    assert repair["confidence"] == 0.9


def test_the_article_record_counts_both_texts() -> None:
    record = article_records(_article(path="crawl/a.txt", date="2024-05-01", lossy=True))["articles"][0]
    assert record["source"] == "crawl/a.txt"
    assert (record["chars_raw"], record["chars_clean"], record["sentences"]) == (len(RAW), len(RAW) - 6, 3)
    assert record["damage"] == "pinyin_note"
    assert record["lossy"] is True
    assert record["title"] is None


def test_lone_surrogates_become_replacement_characters() -> None:
    raw = RAW[:-2] + "\udc80。"
    records = article_records(_article(raw, title="标\ud800题"))
    assert records["counts"][0]["sentence"] == "另有2\ufffd。"
    assert "\ufffd" in records["articles"][0]["title"]
    assert reject_record("\udcff.txt", None, "read", "x")["source"] == "\ufffd.txt"


def test_rows_are_sorted_by_place() -> None:
    article = _article()
    late = Person(start=13, end=15, name="乙", rule="t")
    tables = article_records(replace(article, people=(late, *article.people)))
    assert [r["name"] for r in tables["people"]] == ["王小梅", "乙"]


def test_every_row_table_carries_the_common_columns_last() -> None:
    common = ("start", "end", "raw_start", "raw_end", "sentence", "rule", "score")
    assert all(TABLES[name].names[-7:] == common for name in ROW_TABLES)


def test_a_sort_key_names_columns_of_its_table() -> None:
    for table in TABLES.values():
        assert set(table.sort_key) <= set(table.names)


@given(st.decimals(-(10**15), 10**15, places=0) | st.decimals(-(10**8), 10**8, places=6))
def test_up_to_fifteen_digits_a_number_is_exact_and_prints_plainly(value: Decimal) -> None:
    cell = number(value)
    assert cell is not None
    printed = number_text(cell)
    assert Decimal(printed) == value
    assert "e" not in printed.lower()
    assert not printed.endswith(".0")


@given(st.decimals(allow_nan=True, allow_infinity=True))
def test_a_number_is_right_to_six_decimals_or_empty(value: Decimal) -> None:
    cell = number(value)
    if cell is not None:
        assert abs(Decimal(repr(cell)) - value) <= Decimal("0.0000005")


def test_a_number_that_a_float_cannot_hold_is_an_empty_cell() -> None:
    assert number(Decimal("9007199254740993.5")) is None
    assert number(Decimal("1E+400")) is None
    assert number(Decimal("NaN")) is None
    assert number(Decimal(2) / 3) == 0.666667
