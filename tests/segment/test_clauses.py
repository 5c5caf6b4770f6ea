"""Clauses of a sentence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.article import Span
from bangfu.segment.clauses import clauses


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in clauses(text, Span(0, len(text)))]


def test_commas_colons_and_semicolons_part_clauses() -> None:
    assert cut("甲校来了3名老师、2名医生，收到图书；乙校：1台电脑。") == [
        "甲校来了3名老师、2名医生",
        "收到图书",
        "乙校",
        "1台电脑",
    ]


def test_marks_between_digits_part_nothing() -> None:
    assert cut("共1,234,500元，师生比1:12.5,下降") == ["共1,234,500元", "师生比1:12.5", "下降"]


def test_only_the_sentence_that_was_given_is_cut() -> None:
    text = "前一句，不算。中间，两段。后一句，不算。"
    assert [text[c.start : c.end] for c in clauses(text, Span(7, 13))] == ["中间", "两段"]


@settings(deadline=None)
@given(st.text(alphabet="支教1，；：、,:。 \n", max_size=40))
def test_clauses_leave_out_only_marks_and_blanks(text: str) -> None:
    found = clauses(text, Span(0, len(text)))
    at = 0
    for span in found:
        assert at <= span.start < span.end
        assert not text[at : span.start].strip(" ，；：,:。\n")
        at = span.end
    assert not text[at:].strip(" ，；：,:。\n")
