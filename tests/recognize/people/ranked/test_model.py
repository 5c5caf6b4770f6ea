"""The learned choice of who is named behind a title."""

from __future__ import annotations

from bangfu.recognize.people.ranked.asked import LISTED, Asked
from bangfu.recognize.people.ranked.model import answer, ranked
from bangfu.recognize.people.weight import Reading
from tests.recognize.people.ranked.asking import context_in

TEXT = "校长周文海、李志强说，学校很好。"


def read(*spans: tuple[int, int, float]) -> list[Reading]:
    return [Reading(start, end, TEXT[start:end], odds, "name:han_titled", 3.0) for start, end, odds in spans]


def names(readings: list[Reading]) -> list[str]:
    return [r.name for r in readings if r.odds > 0]


def test_what_the_rules_are_sure_of_is_not_asked() -> None:
    def never(asked: Asked, found: list[int]) -> tuple[int | None, float]:
        raise AssertionError(asked.start)

    assert names(ranked(context_in(TEXT), read((2, 5, 9.0), (6, 9, 9.0)), (), never)) == ["周文海", "李志强"]


def test_a_likely_choice_stands_against_the_rules() -> None:
    assert names(ranked(context_in(TEXT), read((2, 5, 1.0)), (), lambda asked, found: (4, 0.9))) == ["周文"]


def test_an_unlikely_one_does_not() -> None:
    def doubting(asked: Asked, found: list[int]) -> tuple[int | None, float]:
        return (4, 0.5) if asked.start == 2 else (None, 0.9)

    assert names(ranked(context_in(TEXT), read((2, 5, 1.0)), (), doubting)) == ["周文海"]


def test_the_likeliest_one_is_named_where_the_rules_see_nobody() -> None:
    found = ranked(context_in(TEXT), [], (), lambda asked, found: (asked.start + 3, 0.4))
    assert names(found) == ["周文海", "李志强"]


def test_a_choice_that_the_rules_share_makes_a_name_surer() -> None:
    (found,) = ranked(context_in(TEXT[:5]), read((2, 5, 0.2)), (), lambda asked, found: (5, 0.9))
    assert found.odds > 2


def test_nobody_may_be_named() -> None:
    assert names(ranked(context_in(TEXT), read((2, 5, 1.0)), (), lambda asked, found: (None, 0.9))) == []


def test_readings_elsewhere_are_left_alone() -> None:
    kept = read((2, 5, 1.0), (11, 13, 0.5))
    assert "学校" in names(ranked(context_in(TEXT), kept, (), lambda asked, found: (None, 0.9)))


def test_a_list_is_followed_to_its_end() -> None:
    asked_of: list[tuple[int, str]] = []

    def told(asked: Asked, found: list[int]) -> tuple[int | None, float]:
        asked_of.append((asked.start, asked.kind))
        return asked.start + 3, 1.0

    assert names(ranked(context_in(TEXT), [], (), told)) == ["周文海", "李志强"]
    assert [kind for _, kind in asked_of] == ["post", LISTED]


def test_a_plain_sentence_is_answered() -> None:
    context = context_in("副院长聂红送他到机场。")
    end, share = answer(Asked(context, 3, "post", {}), [5, 6])
    assert (end, share > 0.5) == (5, True)


def test_a_word_behind_a_title_is_nobody() -> None:
    context = context_in("校长高度重视这项工作。")
    assert answer(Asked(context, 2, "post", {}), [4, 5])[0] is None
