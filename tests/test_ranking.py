"""The trainer of rankers: it finds what tells right candidates, and says how it does on other articles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

SOURCES = Path(__file__).resolve().parents[1] / "lexicons" / "sources"


@pytest.fixture
def ranking(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(SOURCES))
    yield __import__("ranking")
    for name in ("ranking", "weights"):
        sys.modules.pop(name, None)


def questions(ranking: Any, count: int) -> list[Any]:
    """The nearest one is right, whatever its kind."""
    return [
        ranking.Question(
            f"article {n}",
            (("place\tnear", f"kind\t{n % 3}"), ("place\tfar", f"kind\t{n % 2}")),
            (True, False),
        )
        for n in range(count)
    ]


def test_the_least_of_a_bowl_is_found(ranking: Any) -> None:
    middle, steep = np.array([3.0, -2.0, 0.5]), np.array([1.0, 10.0, 100.0])
    found = ranking.minimum(
        lambda at: (float((steep * (at - middle) ** 2).sum()), 2 * steep * (at - middle)), np.zeros(3)
    )
    assert found == pytest.approx(middle, abs=1e-3)


def test_what_tells_the_right_candidate_weighs_more(ranking: Any) -> None:
    weights = ranking.train(questions(ranking, 30))
    assert weights["place\tnear"] > 0 > weights["place\tfar"]


def test_a_rare_feature_gets_no_weight(ranking: Any) -> None:
    asked = [*questions(ranking, 30), ranking.Question("b", (("odd\tone",), ("place\tfar",)), (True, False))]
    assert "odd\tone" not in ranking.train(asked, least=3)


def test_other_articles_answer_an_article(ranking: Any) -> None:
    assert ranking.validated(questions(ranking, 30)) == (30, 30)


def test_training_twice_gives_the_same_weights(ranking: Any) -> None:
    assert ranking.train(questions(ranking, 40)) == ranking.train(questions(ranking, 40))


def test_a_question_without_a_right_candidate_teaches_nothing(ranking: Any) -> None:
    lost = ranking.Question("c", (("place\tfar",), ("place\tfar",)), (False, False))
    asked = questions(ranking, 30)
    assert ranking.train([*asked, *[lost] * 9]) == ranking.train(asked)
