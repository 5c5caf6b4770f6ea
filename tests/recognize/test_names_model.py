"""The name model: its features, its gate and its scores."""

from __future__ import annotations

import pytest

from bangfu.recognize.names_candidates import candidates
from bangfu.recognize.names_context import context_of
from bangfu.recognize.names_features import HAN, outer, own, placed, shape
from bangfu.recognize.names_model import log_odds, own_odds, promising, weights
from bangfu.recognize.names_parts import part_names


def test_a_score_is_the_sum_of_the_weights_of_its_features() -> None:
    context = context_of("据李建军介绍，学校很大。", ())
    (candidate,) = (c for c in candidates(context) if context.clean[c.start : c.end] == "李建军")
    span = (candidate.start, candidate.end, candidate.kind)
    keys = own("李建军", HAN, 1) + placed(context, *span) + outer(context, *span)
    prior = log_odds(context, candidate) - sum(weights().get(key, 0.0) for key in keys)
    assert prior == pytest.approx(1.5)


def test_names_score_above_words_of_the_same_length() -> None:
    assert own_odds("李建军", HAN, 1) > own_odds("和发展", HAN, 1)
    assert promising("张晓丽", 1)
    assert not promising("和发展", 1)


def test_the_shape_tells_how_words_cut_a_span() -> None:
    context = context_of("请李文彬来北京", ())
    assert shape(context, 1, 4) == "111"
    assert shape(context, 5, 6).endswith(">")
    assert shape(context, 6, 7).startswith("<")


def test_a_candidate_begins_where_a_word_begins() -> None:
    context = context_of("他在高原上安家", ())
    assert all(c.start in context.starting for c in candidates(context))


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
    assert not any(key.startswith("g") for key in weights())
