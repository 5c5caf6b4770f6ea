"""The data objects that pass from room to room."""

from __future__ import annotations

import dataclasses

import pytest

from bangfu.alignment import Edit, apply_edits
from bangfu.article import Article, Document, Money, Person, Source, Span, Text


def test_objects_are_frozen() -> None:
    person = Person(start=0, end=2, rule="test", name="王明")
    with pytest.raises(dataclasses.FrozenInstanceError):
        person.name = "李明"  # type: ignore[misc]


def test_an_untouched_text_maps_every_span_to_itself() -> None:
    text = Text.untouched("支教教师")
    assert text.clean == text.raw
    assert text.to_raw(1, 3) == (1, 3)
    assert text.damage == ()


def test_damage_lists_each_kind_once_and_sorted() -> None:
    edits = (Edit(0, 1, "甲", "script"), Edit(2, 3, "", "pinyin_note"), Edit(4, 5, "乙", "script"))
    clean, alignment = apply_edits("abcde", edits)
    assert Text("abcde", clean, alignment, edits).damage == ("pinyin_note", "script")


@pytest.mark.parametrize(("start", "sentence"), [(0, "一句。"), (2, "一句。"), (3, "二句。"), (5, "二句。")])
def test_a_row_lies_in_the_sentence_in_which_it_begins(start: int, sentence: str) -> None:
    text = Text.untouched("一句。二句。")
    document = Document(Source("a", text.raw), text, (Span(0, 3), Span(3, 6)))
    row = Money(start=start, end=start + 1, rule="test", text="x")
    assert Article(document).sentence_of(row) == sentence


def test_a_row_outside_of_every_sentence_stands_for_itself() -> None:
    text = Text.untouched("页头。一句。")
    document = Document(Source("a", text.raw), text, (Span(3, 6),))
    assert Article(document).sentence_of(Money(start=0, end=2, rule="test", text="页头")) == "页头"
