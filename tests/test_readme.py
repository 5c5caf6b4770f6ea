"""The README says what happens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import bangfu

TOP = Path(__file__).resolve().parents[1]
README = (TOP / "README.md").read_text("utf-8")
README_ZH = (TOP / "README.zh.md").read_text("utf-8")


def test_the_damaged_line_gives_the_rows_beside_it() -> None:
    line = next(line for line in README.splitlines() if line.startswith("據悉"))
    article = bangfu.extract(line)
    (money,) = article.money
    raw_start, raw_end = article.text.to_raw(money.start, money.end)
    said = f"| money | `{money.text}` · {money.cny} yuan · {money.action} · payer {money.payer}"
    said += f" · for {money.purpose} · clean {money.start}:{money.end} · raw {raw_start}:{raw_end} |"
    assert said in README
    (body,) = article.institutions
    assert f"| institutions | {body.name} · {body.kind} · {body.province} · clean 3:9 · raw 3:9 |" in README
    note = article.text.edits[0]
    gone = line[note.start : note.end]
    assert f"`{gone}` removed · {note.kind} · raw {note.start}:{note.end}, and fourteen more" in README
    assert len(article.text.edits) == 15


@pytest.mark.parametrize("readme", [README, README_ZH], ids=["en", "zh"])
def test_the_summary_is_that_of_the_committed_outputs(readme: str) -> None:
    run = json.loads((TOP / "outputs" / "run.json").read_text("utf-8"))
    summary = (
        f"{run['articles']} articles ({run['duplicates']} of them copies), {run['rejects']} rejects, "
        f"{run['characters']:,} characters"
    )
    assert summary in readme
    tables = ("people", "roles", "institutions", "counts", "money")
    assert "rows: " + ", ".join(f"{run['rows'][table]} {table}" for table in tables) in readme
