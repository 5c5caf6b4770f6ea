"""Places behind titles, and where the names that stand there may end."""

from __future__ import annotations

from bangfu.recognize.names.context import Context, context_of
from bangfu.recognize.people.ranked.asked import Asked, ends, joined, places
from bangfu.recognize.people.weight import Reading
from tests.recognize.people.ranked.asking import context_in


def names(context: Context, start: int, read: dict[int, Reading] | None = None) -> list[str]:
    asked = Asked(context, start, "post", read or {})
    return [context.clean[start:end] for end in ends(asked, ())]


def test_a_surname_has_a_given_name_of_one_or_two_characters() -> None:
    assert names(context_of("王小明说，", ()), 0) == ["王小", "王小明"]


def test_a_compound_surname_is_no_name_by_itself() -> None:
    assert names(context_of("欧阳小明说，", ()), 0) == ["欧阳小", "欧阳小明"]


def test_characters_that_no_given_name_holds_end_it() -> None:
    assert names(context_of("王的小明", ()), 0) == []


def test_sounds_that_spell_a_name_may_be_longer() -> None:
    assert "阿米尔巴特" in names(context_of("阿米尔巴特说", ()), 0)


def test_what_the_rules_read_is_asked_too() -> None:
    context = context_of("买买提·阿布都说", ())
    read = Reading(0, 7, "买买提·阿布都", 3.0, "name:dotted")
    assert "买买提·阿布都" in names(context, 0, {7: read})


def test_no_name_holds_a_part_of_an_institution() -> None:
    asked = Asked(context_of("王小明说", ()), 0, "post", {})
    assert ends(asked, {2}) == [2]


def test_a_list_goes_on_behind_a_comma_of_enumeration_and_a_conjunction() -> None:
    assert joined("王小明、李建国", 3) == 4
    assert joined("王小明和李建国", 3) == 4
    assert joined("王小明，李建国", 3) == -1


def test_places_are_where_titles_end_before_what_may_be_a_name() -> None:
    context = context_in("校长王小明说，校长：很好，副校长李建国在场。")
    assert [context.clean[start : start + 2] for start, _ in places(context)] == ["王小", "李建"]
