"""Rows on uncertain ground say so, and no amount keeps a value of which a digit may be gone."""

from __future__ import annotations

import pytest

from bangfu.alignment import Alignment, Edit
from bangfu.article import Article, Count, Document, Money, Person, Source, Text
from bangfu.link.doubt import mark_doubt


def article_of(raw: str, edits: tuple[Edit, ...], **rows: tuple[object, ...]) -> Article:
    text = Text(raw, raw, Alignment.identity(len(raw)), edits)
    return Article(Document(Source("a", raw), text, ()), **rows)  # type: ignore[arg-type]


def mark(raw: str, at: str, lossy: bool = True, confidence: float = 1.0) -> Edit:
    start = raw.index(at)
    return Edit(start, start + len(at), at, "masked", confidence, lossy=lossy)


def money(raw: str, text: str) -> Money:
    return Money(start=raw.index(text), end=raw.index(text) + len(text), rule="money:unit", text=text)


def test_certain_repairs_leave_rows_as_they_are() -> None:
    article = article_of("捐赠5万元", (Edit(0, 2, "捐赠", "script"),), money=(money("捐赠5万元", "5万元"),))
    assert mark_doubt(article) is article


@pytest.mark.parametrize(
    ("raw", "text", "kept"),
    [
        ("捐赠3?7万元", "7万元", False),
        ("捐赠?5万元", "5万元", False),
        ("捐赠约5万元?", "约5万元", True),
        ("捐赠?约5万元", "约5万元", True),
        ("捐?，共5万元", "5万元", True),
    ],
)
def test_an_amount_beside_a_lost_character_is_left_out_where_that_may_be_a_digit(
    raw: str, text: str, kept: bool
) -> None:
    article = article_of(raw, (mark(raw, "?"),), money=(money(raw, text),))
    assert [row.text for row in mark_doubt(article).money] == [text] * kept


def test_a_count_that_ends_in_a_numeral_before_a_lost_unit_is_left_out() -> None:
    raw = "共300?"
    count = Count(start=1, end=4, rule="count", text="300", value=300)  # type: ignore[arg-type]
    assert mark_doubt(article_of(raw, (mark(raw, "?"),), counts=(count,))).counts == ()


def test_a_row_on_an_uncertain_repair_says_so_and_counts_for_less() -> None:
    raw = "记者王启东"
    person = Person(start=2, end=5, rule="name", name="王启东", score=0.8)
    edit = Edit(3, 5, "启东", "byte_shift", 0.6)
    (row,) = mark_doubt(article_of(raw, (edit,), people=(person,))).people
    assert row.rule == "name+doubtful"
    assert row.score == pytest.approx(0.48)


def test_a_row_beside_an_uncertain_repair_is_not_touched() -> None:
    raw = "记者王启东"
    person = Person(start=2, end=5, rule="name", name="王启东")
    edit = Edit(0, 2, "记者", "byte_shift", 0.6)
    assert mark_doubt(article_of(raw, (edit,), people=(person,))).people == (person,)
