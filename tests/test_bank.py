"""Floors under the bank of constructions: a change that knows fewer ways of telling things fails here."""

from __future__ import annotations

import pytest

from tests.bank import measured


def test_rows_of_passages_of_which_makers_of_rules_have_read_half() -> None:
    metrics = measured("roles", "posts").metrics
    assert metrics["roles (person+title)"].f1 > 0.86
    assert metrics["roles (+institution)"].f1 > 0.73


@pytest.mark.parametrize(("passages", "floor"), [("bodies", 0.75), ("unseen", 0.72)])
def test_posts_without_their_body_find_it(passages: str, floor: float) -> None:
    assert measured("roles", passages).metrics["roles (+institution)"].f1 > floor


@pytest.mark.parametrize(
    ("table", "floors"),
    [
        ("roles", {"roles (person+title)": 0.86, "roles (+institution)": 0.75}),
        ("counts", {"counts": 0.98, "counts (+item)": 0.93}),
        ("money", {"money": 0.98}),
    ],
)
def test_rows_of_the_bank_of_constructions(table: str, floors: dict[str, float]) -> None:
    metrics = measured(table).metrics
    assert {name: round(metrics[name].f1, 3) for name in floors if metrics[name].f1 < floors[name]} == {}
