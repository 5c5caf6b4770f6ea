"""The learned choice: weights are a lexicon, sums decide, equals go to the first."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu import ranker
from bangfu.ranker import Described, Plan, conjoined, plan

TABLE = {"kind": {"school": 1.0, "hospital": -0.5}, "kind side": {"school to": 2.0}}
ONE = plan("kind; kind side")


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranker, "weights", lambda lexicon: TABLE)
    ranker._tables.cache_clear()


def described(told: Plan, **facts: str) -> Described:
    return ((told.columns, conjoined(told, facts)),)


def test_a_column_is_named_after_the_facts_that_it_conjoins() -> None:
    assert plan("kind; kind side") == (("kind", "kind side"), (("kind",), ("kind", "side")))


def test_a_conjunction_with_an_empty_fact_is_empty() -> None:
    assert conjoined(ONE, {"kind": "school", "side": "to"}) == ("school", "school to")
    assert conjoined(ONE, {"kind": "school", "side": ""}) == ("school", "")


def test_a_fact_that_nobody_tells_is_an_error() -> None:
    with pytest.raises(KeyError, match="side"):
        conjoined(ONE, {"kind": "school"})


@pytest.mark.usefixtures("weighed")
def test_the_odds_are_the_sum_of_the_known_values() -> None:
    assert ranker.odds("any", described(ONE, kind="school", side="to")) == 3.0
    assert ranker.odds("any", described(ONE, kind="bank", side="to")) == 0.0


@pytest.mark.usefixtures("weighed")
def test_the_heaviest_candidate_is_chosen_with_its_share_of_the_odds() -> None:
    best, share = ranker.choose(
        "any", [described(ONE, kind="hospital", side=""), described(ONE, kind="school", side="")]
    )
    assert best == 1
    assert share == pytest.approx(1 / (1 + 2.718281828**-1.5))


@pytest.mark.usefixtures("weighed")
@given(st.lists(st.sampled_from(["school", "hospital", "bank"]), min_size=1, max_size=6))
def test_the_choice_is_the_first_of_the_heaviest(kinds: list[str]) -> None:
    best, share = ranker.choose("any", [described(ONE, kind=kind, side="-") for kind in kinds])
    weights = [TABLE["kind"].get(kind, 0.0) for kind in kinds]
    assert best == weights.index(max(weights))
    assert 1 / len(kinds) - 1e-9 <= share <= 1


def test_no_weight_is_read_at_import() -> None:
    code = "import bangfu.pipeline, bangfu.ranker as r; print(r.weights.cache_info().misses)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "0"
