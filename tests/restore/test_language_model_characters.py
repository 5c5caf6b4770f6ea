"""Two characters tell the third, and decide where words do not."""

from __future__ import annotations

import pytest

from bangfu.lexicon import mapping, table
from bangfu.restore.language_model import Arc, Node, Search, cache_of
from bangfu.restore.language_model_characters import ANY, NAME_MARK, NUMBER, share, spelled


def test_the_shares_behind_a_history_are_at_most_one() -> None:
    known = next(row[2:] for row in table("news_characters") if row[0] == ANY)
    for history in ("教育", "，", "的人", NAME_MARK, "䶮䶮"):
        assert 0.5 < sum(share(history, entry[0]) for entry in known) < 1.0001


def test_a_history_that_was_not_counted_says_what_its_end_does() -> None:
    assert share("䶮育", "部") == share("育", "部")


@pytest.mark.parametrize(
    ("text", "behind"), [("2026", "共" + NUMBER), ("两,", "两，"), ("3.5", "." + NUMBER)]
)
def test_numbers_are_one_character_and_marks_are_full_width_but_in_numbers(text: str, behind: str) -> None:
    assert spelled("共", text)[1] == behind


def test_a_text_is_spelled_alike_in_one_piece_and_in_two() -> None:
    first, history = spelled("，", "教育")
    second, end = spelled(history, "部门")
    whole, last = spelled("，", "教育部门")
    assert first + second == pytest.approx(whole)
    assert end == last


def test_characters_weigh_where_pairs_of_words_are_asked_for_alone() -> None:
    def arcs(node: Node) -> list[Arc]:
        slots = ("持", "续", "推", "迸进近", "，")
        return [(slots[node[0]], (node[0] + 1,), 0.0)] if node[0] < len(slots) else []

    plain, paired = (Search(arcs, cache_of(""), paired=p).run((0,), (5,))[0] for p in (False, True))
    assert plain.text == paired.text == "持续推进，"
    assert plain.score != paired.score


def test_no_surname_stands_before_two_characters_of_given_names() -> None:
    ranks = mapping("surnames")
    given = {c for c, first, last in table("given_name_chars") if min(float(first), float(last)) > 0}
    found = [
        history + entry[0]
        for history, _, *entries in table("news_characters")
        if len(history) == 2 and ranks.get(history[0], "1") != "1" and history[1] in given
        for entry in entries
        if entry[0] in given
    ]
    assert found == []
