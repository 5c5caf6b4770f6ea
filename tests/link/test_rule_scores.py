"""The score of a row tells how often its rule was right on unread articles."""

from __future__ import annotations

import pytest

from bangfu.article import Source
from bangfu.lexicon import table
from bangfu.link.rule_scores import key, rate
from bangfu.pipeline import process


def test_a_body_carried_from_the_sentence_before_is_less_sure_than_one_beside_the_post() -> None:
    article = process(Source("a", "红星县第一小学开学。校长周文海来自红石镇。红石中学校长李志强到场。"))
    scores = {row.person: row.score for row in article.roles}
    assert scores["周文海"] < scores["李志强"] < 1


def test_a_rule_that_was_seldom_seen_is_drawn_towards_its_table() -> None:
    assert rate("roles", "a rule of tomorrow") == pytest.approx(0.92, abs=0.05)


@pytest.mark.parametrize("name", ["roles", "institutions", "counts"])
def test_no_rule_is_ever_certain_or_without_hope(name: str) -> None:
    rules = [row[1] for row in table("rule_scores") if row[0] == name]
    assert rules
    assert all(0.3 < rate(name, rule) < 1 for rule in rules)


def test_the_rule_of_a_role_without_a_body_is_that_of_its_post() -> None:
    assert key("roles", "role:becomes+before", bodied=False) == "becomes+none"
