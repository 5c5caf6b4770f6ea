"""What speaks for a name behind a title."""

from __future__ import annotations

from bangfu.ranker import Described
from bangfu.recognize.people.ranked.asked import Asked, ends
from bangfu.recognize.people.ranked.features import described
from tests.recognize.people.ranked.asking import context_in


def facts(described: Described) -> dict[str, str]:
    return {
        column: value
        for columns, values in described
        for column, value in zip(columns, values, strict=True)
        if value
    }


def asked_in(text: str, title: str) -> tuple[Asked, list[int]]:
    asked = Asked(context_in(text), text.index(title) + len(title), "post", {})
    return asked, ends(asked, ())


def test_each_end_and_nobody_are_described() -> None:
    asked, found = asked_in("校长周文海说，很好。", "校长")
    assert len(described(asked, found)) == len(found) + 1


def test_no_name_is_a_feature_of_itself() -> None:
    asked, found = asked_in("校长周文海说，很好。", "校长")
    told = [value for d in described(asked, found)[:-1] for value in facts(d).values()]
    assert not any("周文海" in value or "文海" in value for value in told)


def test_what_follows_is_told_and_how_the_name_is_closed() -> None:
    asked, found = asked_in("校长周文海，五十岁。", "校长")
    told = facts(described(asked, found)[found.index(5)])
    assert (told["achar"], told["close"], told["len"], told["fam"]) == ("，", "3", "3", "3")


def test_a_repeated_span_is_told_from_one_that_goes_on_each_time() -> None:
    asked, found = asked_in("校长周文海说，周文海来了。", "校长")
    told = [facts(d) for d in described(asked, found)]
    assert told[found.index(4)]["same"] == "a"
    assert told[found.index(5)]["same"] == "n"
