"""Pairs of words and the shape of names decide where words alone do not."""

from __future__ import annotations

from math import exp

import pytest

from bangfu.lexicon import mapping, table
from bangfu.restore.language_model.pairs import NAME, context, followers, name_characters, name_share, written
from bangfu.restore.language_model.search import Arc, Node, Search, cache_of


def best(*choices: str, paired: bool = True) -> str:
    def arcs(node: Node) -> list[Arc]:
        return [(choices[node[0]], (node[0] + 1,), 0.0)] if node[0] < len(choices) else []

    return Search(arcs, cache_of(""), paired=paired).run((0,), (len(choices),))[0].text


def test_the_shares_behind_a_word_and_what_is_left_sum_to_one() -> None:
    for word in ("记者", "的", "，", NAME, "0"):
        rest, shares = followers(word)
        assert shares
        assert sum(shares.values()) + exp(rest) == pytest.approx(1.0)


def test_a_word_that_was_not_counted_says_nothing_of_the_next() -> None:
    assert context("䶮䶮") == ""
    assert followers("") == (0.0, {})


def test_a_longer_word_is_known_by_its_end() -> None:
    assert context("希望小学教师") == "教师"


@pytest.mark.parametrize(("word", "as_counted"), [("2026", "0"), (",", "，"), ("７", "７"), ("①", "①")])
def test_numbers_and_marks_are_written_in_one_way(word: str, as_counted: str) -> None:
    assert written(word) == as_counted


def test_a_name_stands_behind_a_title_where_short_words_would_not() -> None:
    choices = ("记", "者", "王", "建见", "国过", "报", "道")
    assert best(*choices) == "记者王建国报道"


def test_names_are_a_small_share_of_all_words() -> None:
    assert 0.001 < name_share() < 0.05


def test_surnames_and_given_names_are_shares() -> None:
    for shares in name_characters():
        assert sum(map(exp, shares.values())) == pytest.approx(1.0)


def test_no_surname_is_followed_by_characters_of_given_names() -> None:
    ranks = mapping("surnames")
    given = {c for c, first, last in table("given_name_chars") if min(float(first), float(last)) > 0}
    for first, _, *found in table("news_pairs"):
        if ranks.get(first, "1") != "1":
            words = [entry.split(" ")[0] for entry in found]
            assert [w for w in words if len(w) < 3 and given.issuperset(w)] == []
