"""Three characters tell the fourth, and decide where words do not."""

from __future__ import annotations

import pytest

from bangfu.lexicon import mapping, table
from bangfu.restore.language_model.characters import ANY, NAME_MARK, NUMBER, share, spelled
from bangfu.restore.language_model.search import Arc, Node, Search, cache_of


def test_the_shares_behind_a_history_are_at_most_one() -> None:
    known = next(row[2:] for row in table("news_characters") if row[0] == ANY)
    for history in ("教育", "，", "的人", NAME_MARK, "䶮䶮"):
        assert 0.5 < sum(share(history, entry[0]) for entry in known) < 1.0001


def test_a_history_that_was_not_counted_says_what_its_end_does() -> None:
    assert share("䶮育", "部") == share("育", "部")


@pytest.mark.parametrize(
    ("text", "behind"), [("2026", "共" + NUMBER), ("两,", "共两，"), ("3.5", f"{NUMBER}.{NUMBER}")]
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


def test_a_longer_history_tells_more() -> None:
    assert share("中华人", "民") > share("人", "民")


def test_what_three_characters_tell_decides_between_two_readings() -> None:
    def arcs(node: Node) -> list[Arc]:
        slots = ("为", "人", "民", "服", "务务物")
        return [(slots[node[0]], (node[0] + 1,), 0.0)] if node[0] < len(slots) else []

    assert Search(arcs, paired=True).run((0,), (5,))[0].text == "为人民服务"


def test_more_readings_are_kept_where_more_are_asked_for() -> None:
    def arcs(node: Node) -> list[Arc]:
        return [("教学文书语数理化", (node[0] + 1,), 0.0)] if node[0] < 2 else []

    few, many = (Search(arcs, kept=kept).run((0,), (2,)) for kept in (4, 12))
    assert (len(few), len(many)) == (4, 12)
    assert few[0] == many[0]
    assert [reading.score for reading in many] == sorted((r.score for r in many), reverse=True)


def test_no_surname_stands_before_two_characters_of_given_names() -> None:
    ranks = mapping("surnames")
    given = {c for c, first, last in table("given_name_chars") if min(float(first), float(last)) > 0}
    found = [
        history + entry[0]
        for history, _, *entries in table("news_characters")
        for three in (history[-2:], history)
        if len(history) > 1 and ranks.get(three[0], "1") != "1" and three[1] in given
        for entry in entries
        if (three + entry[0])[2] in given
    ]
    assert found == []
