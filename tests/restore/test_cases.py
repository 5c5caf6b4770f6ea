"""Every case of ``cases/MODULE.json``: what that restorer alone makes of a text."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from bangfu.alignment import apply_edits

CASES = [
    (path.stem, case)
    for path in sorted((Path(__file__).parent / "cases").glob("*.json"))
    for case in json.loads(path.read_text("utf-8"))
]
IDS = [f"{module}: {case['name']}" for module, case in CASES]
MARKED = [
    pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason="known failure"))
    if values[1]["class"] == "known-failure"
    else values
    for values in CASES
]


@pytest.mark.parametrize(("module", "case"), MARKED, ids=IDS)
def test_a_restorer_gives_what_its_case_says(module: str, case: dict[str, str]) -> None:
    restorer = import_module(f"bangfu.restore.{module}")
    edits = restorer.edits(case["before"])
    assert apply_edits(case["before"], edits)[0] == case["after"]
    if case["class"] == "negative":
        assert all(edit.lossy for edit in edits)


@pytest.mark.parametrize(("module", "case"), CASES, ids=IDS)
def test_nothing_is_edited_where_nothing_is_detected(module: str, case: dict[str, str]) -> None:
    restorer = import_module(f"bangfu.restore.{module}")
    assert restorer.detect(case["before"]) or not restorer.edits(case["before"])


def test_every_case_is_of_a_known_class() -> None:
    assert {case["class"] for _, case in CASES} <= {"wild", "synthetic", "negative", "known-failure"}
