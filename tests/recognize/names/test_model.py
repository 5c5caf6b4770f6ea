"""The name model: its features, its gate and its scores."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.lexicon import words
from bangfu.recognize.names.candidates import candidates, possible
from bangfu.recognize.names.context import context_of
from bangfu.recognize.names.features import (
    HAN,
    outer,
    outer_columns,
    own,
    own_columns,
    placed,
    placed_columns,
    shape,
)
from bangfu.recognize.names.model import GATE, log_odds, own_odds, promising, weights
from bangfu.recognize.names.openings import openings
from bangfu.recognize.names.parts import part_names
from bangfu.recognize.places import is_place


def test_a_score_is_the_sum_of_the_weights_of_its_features() -> None:
    context = context_of("据李建军介绍，学校很大。", ())
    (candidate,) = (c for c in candidates(context) if context.clean[c.start : c.end] == "李建军")
    start, end, kind, surname, _ = candidate
    values = own("李建军", kind, surname) + placed(context, start, end, kind) + outer(context, start, end)
    columns = own_columns(kind, 3, surname) + placed_columns(kind) + outer_columns(kind, 3)
    known = sum(weights().get(c, {}).get(v, 0.0) for c, v in zip(columns, values, strict=True))
    assert log_odds(context, candidate) - known == pytest.approx(1.5)


def test_names_score_above_words_of_the_same_length() -> None:
    assert own_odds("李建军", HAN, 1) > own_odds("和发展", HAN, 1)
    assert 3 in dict(promising("张晓丽"))
    assert promising("和发展") == ()


@given(st.sampled_from(sorted(words("surnames"))), st.text(alphabet="建国丽芳的发展晓，了旺增多", max_size=2))
def test_the_gate_lets_through_what_the_characters_of_a_name_speak_for(surname: str, behind: str) -> None:
    chars = surname + behind
    let_through = dict(promising(chars))
    for length, _ in possible(chars):
        odds = own_odds(chars[:length], HAN, 1)
        if not is_place(chars[:length]):
            assert (length in let_through) == (odds > GATE)
        if length in let_through:
            assert let_through[length] == pytest.approx(odds)


def test_the_shape_tells_how_words_cut_a_span() -> None:
    context = context_of("请李文彬来北京", ())
    assert shape(context, 1, 4) == "111"
    assert shape(context, 5, 6).endswith(">")
    assert shape(context, 6, 7).startswith("<")


def test_a_candidate_begins_where_a_word_begins() -> None:
    context = context_of("他在高原上安家", ())
    assert all(c.start in context.starting for c in candidates(context))


def test_openings_are_where_entries_begin() -> None:
    text = "见到欧阳小明和司马文"
    assert [text[at : at + 2] for at in openings(text, "compound_surnames")] == ["欧阳", "司马"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("代表阿卜杜拉·买买提说", ["阿卜杜拉·买买提"]),
        ("牧民扎西次仁来了", ["扎西次仁"]),
        ("电影《海·春》上映", []),
        ("清朗·优化网络环境行动", []),
    ],
)
def test_names_of_parts_are_cut_from_the_words_around(text: str, expected: list[str]) -> None:
    found = [text[a:b] for a, b, odds, _ in part_names(context_of(text, ())) if odds > 0]
    assert found == expected


def test_no_weight_holds_a_whole_given_name() -> None:
    assert "g" not in weights()
    assert all(len(value) == 1 for column in ("e2", "e3", "m") for value in weights()[column])
