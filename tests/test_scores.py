"""Floors under the accuracy: a change that loses rows or values fails here (see docs/accuracy.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangfu import run
from bangfu.evaluate import evaluate
from tests.shared import SHARED, needs_shared

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
METRICS = ("people", "institutions", "roles (+institution)", "counts (+item)", "money")


def below(source: Path, gold: Path, out: Path, floors: tuple[float, ...], *without: str) -> dict[str, float]:
    """The metrics whose F1 lies below its floor."""
    run([source], out, workers=1)
    metrics = evaluate(out, gold, without=without).metrics
    floor_of = dict(zip(METRICS, floors, strict=True))
    return {name: round(metrics[name].f1, 3) for name in METRICS if metrics[name].f1 < floor_of[name]}


def test_rows_of_the_damaged_corpus(tmp_path: Path) -> None:
    assert below(CORPUS, HERE / "gold" / "annotations", tmp_path, (0.93, 0.95, 0.93, 0.94, 0.98)) == {}


def test_rows_of_more_articles_of_our_own(tmp_path: Path) -> None:
    more = HERE / "gold" / "more"
    assert below(more / "clean", more / "annotations", tmp_path, (0.92, 0.98, 0.87, 0.96, 0.98)) == {}


def test_rows_of_fresh_articles(tmp_path: Path) -> None:
    fresh = HERE / "gold" / "fresh"
    assert below(fresh / "clean", fresh / "annotations", tmp_path, (0.95, 0.98, 0.93, 0.94, 0.98)) == {}


def test_rows_of_unread_articles(tmp_path: Path) -> None:
    unread = HERE / "gold" / "unread"
    assert below(unread / "clean", unread / "annotations", tmp_path, (0.96, 0.98, 0.93, 0.96, 0.98)) == {}


def test_rows_of_the_last_articles(tmp_path: Path) -> None:
    last = HERE / "gold" / "last"
    assert below(last / "clean", last / "annotations", tmp_path, (0.97, 0.97, 0.92, 0.96, 0.98)) == {}


def test_rows_of_wide_articles(tmp_path: Path) -> None:
    wide = HERE / "gold" / "wide"
    assert below(wide / "clean", wide / "annotations", tmp_path, (0.97, 0.96, 0.90, 0.94, 0.98)) == {}


def test_rows_of_articles_built_like_pages_of_the_web(tmp_path: Path) -> None:
    pages = HERE / "gold" / "pages"
    assert below(pages / "clean", pages / "annotations", tmp_path, (0.98, 0.96, 0.89, 0.95, 0.98)) == {}


def test_rows_of_reports_that_retell_pages(tmp_path: Path) -> None:
    reports = HERE / "gold" / "reports"
    assert below(reports / "clean", reports / "annotations", tmp_path, (0.98, 0.96, 0.91, 0.86, 0.98)) == {}


def test_rows_of_blind_articles_which_no_maker_of_rules_has_read(tmp_path: Path) -> None:
    blind = HERE / "gold" / "blind"
    assert below(blind / "clean", blind / "annotations", tmp_path, (0.95, 0.94, 0.79, 0.92, 0.96)) == {}


@needs_shared
@pytest.mark.skipif(not (SHARED / "articles").is_dir(), reason="the shared articles are absent")
def test_rows_of_the_shared_articles_as_crawled(tmp_path: Path) -> None:
    floors = (0.98, 0.97, 0.96, 0.97, 0.99)
    assert below(SHARED / "articles", SHARED / "gold" / "annotations", tmp_path, floors, "seed-003") == {}
