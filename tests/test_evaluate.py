"""Scores: exact on a small gold of our own, and equal to the shared scorer on the shared gold."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bangfu.article import Source
from bangfu.errors import RejectError, UsageError
from bangfu.evaluate import METRICS, compare, evaluate
from bangfu.pipeline import process
from bangfu.tables import ROW_TABLES
from bangfu.tables.records import article_records
from bangfu.tables.write import write_records

from .shared import SHARED, needs_shared

GOLD = {
    "doc_id": "a",
    "people": ["田小禾", "方青"],
    "institutions": ["青石县第一小学", "云溪市教育局"],
    "roles": [
        {
            "person": "田小禾",
            "title": "校长",
            "department": None,
            "institution": "青石县第一小学",
            "side": "to",
        },
        {"person": "方青", "title": "记者", "department": None, "institution": None, "side": None},
    ],
    "counts": [{"text": "300余册", "value": 300, "unit": "册", "item": "图书", "approx": "over"}],
    "money": [
        {
            "text": "5万元",
            "cny": 50000,
            "action": "捐赠",
            "payer": "云溪市教育局",
            "payee": None,
            "purpose": None,
        }
    ],
    "optional": {"people": ["马局长"], "institutions": ["县医院"], "roles": [], "counts": [], "money": []},
}


def _rows(**tables: list[dict[str, Any]]) -> dict[str, dict[str, list[Any]]]:
    return {"a": {table: tables.get(table, []) for table in ROW_TABLES}}


def _gold() -> dict[str, dict[str, list[Any]]]:
    names = {t: [{"name": name} for name in GOLD[t]] for t in ("people", "institutions")}  # type: ignore[attr-defined]
    rest = {t: GOLD[t] for t in ("roles", "counts", "money")}
    optional = {"optional people": [{"name": "马局长"}], "optional institutions": [{"name": "县医院"}]}
    return {"a": names | rest | optional}  # type: ignore[dict-item]


def test_the_gold_scores_one_against_itself() -> None:
    result = compare(_gold(), _gold())
    assert {score.f1 for score in result.metrics.values()} == {1.0}
    assert result.headline == 1.0
    assert result.fields["money payer"].f1 == 1.0


def test_nothing_found_scores_zero_and_names_the_documents() -> None:
    result = compare({}, _gold())
    assert {score.f1 for score in result.metrics.values()} == {0.0}
    assert result.absent == ("a",)


def test_an_optional_row_is_neither_rewarded_nor_punished() -> None:
    found = _rows(people=[{"name": "田小禾"}, {"name": "马局长"}, {"name": "某甲"}])
    score = compare(found, _gold()).metrics["people"]
    assert (score.p, score.r, score.predicted) == (0.5, 0.5, 2)


def test_a_role_of_an_optional_person_is_optional() -> None:
    found = _rows(roles=[{"person": "马局长", "title": "局长"}, *GOLD["roles"]])  # type: ignore[misc]
    assert compare(found, _gold()).metrics["roles (person+title)"].p == 1.0


def test_width_and_white_space_do_not_count() -> None:
    found = _rows(people=[{"name": "田\u3000小禾"}, {"name": "田小禾"}, {"name": "方青"}])
    assert compare(found, _gold()).metrics["people"].f1 == 1.0


def test_an_institution_without_its_region_is_nearly_the_same() -> None:
    found = _rows(institutions=[{"name": "第一小学"}, {"name": "云溪市教育局"}])
    metrics = compare(found, _gold()).metrics
    assert metrics["institutions"].f1 == 0.5
    assert metrics["institutions~"].f1 == 1.0


def test_a_byline_need_not_name_its_employer_but_a_post_must() -> None:
    roles = [row | {"institution": "某报"} for row in GOLD["roles"]]  # type: ignore[attr-defined]
    metrics = compare(_rows(roles=roles), _gold()).metrics
    assert metrics["roles (person+title)"].f1 == 1.0
    assert metrics["roles (+institution)"].f1 == 0.5


@pytest.mark.parametrize(
    ("count", "plain", "with_item"),
    [
        ({"value": "300", "unit": "册", "item": "爱心图书"}, 1.0, 1.0),
        ({"value": 300.0, "unit": "册", "item": None}, 1.0, 0.0),
        ({"value": "30", "unit": "册", "item": "图书"}, 0.0, 0.0),
        ({"value": "", "unit": "册", "item": "图书"}, 0.0, 0.0),
    ],
)
def test_a_count_is_its_value_and_unit_and_then_its_item(count: Any, plain: float, with_item: float) -> None:
    metrics = compare(_rows(counts=[count]), _gold()).metrics
    assert (metrics["counts"].f1, metrics["counts (+item)"].f1) == (plain, with_item)


def test_the_parties_of_money_are_scored_where_the_amount_is_right() -> None:
    right = {"cny": 50000, "action": "捐赠了", "payer": "别处", "payee": "某校"}
    fields = compare(_rows(money=[right, right | {"cny": 7}]), _gold()).fields
    assert fields["money action"].f1 == 1.0
    assert (fields["money payer"].p, fields["money payer"].r) == (0.0, 0.0)
    assert (fields["money payee"].predicted, fields["money payee"].gold) == (1, 0)


def test_money_in_another_currency_is_compared_by_amount_or_text() -> None:
    gold = _gold()
    gold["a"]["money"] = [{"text": "2万美元", "amount": 20000, "currency": "USD"}]
    assert compare(_rows(money=[{"text": "x", "amount": "20000"}]), gold).metrics["money"].f1 == 1.0
    assert compare(_rows(money=[{"text": "2万美元"}]), gold).metrics["money"].f1 == 1.0


def test_every_format_of_tables_scores_the_same(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(json.dumps(GOLD, ensure_ascii=False), "utf-8")
    article = process(Source("a", "记者方青报道：云溪市教育局向青石县第一小学捐赠5万元、图书300余册。"))
    results = []
    for format in ("csv", "parquet", "sqlite"):
        write_records(article_records(article), tmp_path / format, [format])
        results.append(evaluate(tmp_path / format, tmp_path / "gold").as_dict())
    assert results[0] == results[1] == results[2]


def test_a_folder_without_gold_or_tables_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no gold annotations"):
        evaluate(tmp_path, tmp_path)
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(json.dumps(GOLD), "utf-8")
    with pytest.raises(UsageError, match="holds no tables"):
        evaluate(tmp_path, tmp_path / "gold")
    (tmp_path / "people.csv").write_text("doc_id,who\n")
    with pytest.raises(UsageError, match=r"people\.csv lacks the columns name"):
        evaluate(tmp_path, tmp_path / "gold")
    (tmp_path / "gold" / "b.json").write_text("[1]")
    with pytest.raises(UsageError, match=r"b\.json is no annotation"):
        evaluate(tmp_path, tmp_path / "gold")


def test_documents_can_be_chosen_and_left_out(tmp_path: Path) -> None:
    for name in ("a-1", "a-2", "b-1"):
        (tmp_path / f"{name}.json").write_text(json.dumps(GOLD), "utf-8")
    assert evaluate(tmp_path, tmp_path).documents == 3
    assert evaluate(tmp_path, tmp_path, docs=["a"]).documents == 2
    assert evaluate(tmp_path, tmp_path, docs=["a"], without=["a-1"]).documents == 1


def _scorer(out: Path, *options: str) -> dict[str, Any]:
    command = [sys.executable, str(SHARED / "gold/score.py"), str(out), str(SHARED / "gold/annotations")]
    done = subprocess.run([*command, "--json", *options], capture_output=True, check=True)
    scores: dict[str, Any] = json.loads(done.stdout)
    return scores


@needs_shared
def test_the_shared_scorer_gives_the_same_numbers_for_extracted_tables(tmp_path: Path) -> None:
    records: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((SHARED / "articles").glob("*.txt")):
        try:
            article = process(Source(path.stem, path.read_text("utf-8")))
        except RejectError:
            continue
        for table, rows in article_records(article).items():
            records.setdefault(table, []).extend(rows)
    write_records(records, tmp_path)
    part = {"docs": ["seed", "xw-2025"], "without": ["seed-003"]}
    for options, kwargs in (((), {}), (("--docs", "seed,xw-2025", "--without", "seed-003"), part)):
        ours = evaluate(tmp_path, SHARED / "gold/annotations", **kwargs).as_dict()
        del ours["fields"]
        assert ours == _scorer(tmp_path, *options)
        assert len(ours) == len(METRICS) + 1


@needs_shared
@pytest.mark.parametrize("seed", range(3))
def test_the_shared_scorer_gives_the_same_numbers_for_spoiled_gold(tmp_path: Path, seed: int) -> None:
    """Gold with cells lost, cut, moved and repeated reaches every branch of the comparison."""
    luck = random.Random(seed)

    def spoil(cell: Any) -> Any:
        if isinstance(cell, str) and luck.random() < 0.3:
            return luck.choice([cell[1:], cell[:-1], cell[2:], f"{cell} ", "援疆" + cell, None])
        return (
            luck.choice([None, cell + 1, str(cell)])
            if isinstance(cell, int) and luck.random() < 0.2
            else cell
        )

    for path in sorted((SHARED / "gold/annotations").glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        for table in ROW_TABLES:
            rows = data[table] + data["optional"].get(table, [])[: luck.randrange(3)]
            rows = [{k: spoil(v) for k, v in r.items()} if isinstance(r, dict) else spoil(r) for r in rows]
            data[table] = [r for r in rows if luck.random() < 0.9] + rows[: luck.randrange(3)]
        (tmp_path / path.name).write_text(json.dumps(data), "utf-8")
    ours = evaluate(tmp_path, SHARED / "gold/annotations").as_dict()
    del ours["fields"]
    assert ours == _scorer(tmp_path)
