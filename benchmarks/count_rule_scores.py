"""Count how often each rule is right: the table behind the scores of rows.

    python -m benchmarks.count_rule_scores FOLDER [FOLDER ...] > lexicons/rule_scores.txt

Each FOLDER holds ``clean/DOC.txt`` and ``annotations/DOC.json``; a table that an annotation does not name is
left out there. Count on articles that nobody who makes rules has read, before anybody reads them: on all
others the rules are right too often. Rows that the gold calls optional count neither way.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from bangfu.article import Source
from bangfu.evaluate import Documents, as_rows, compare
from bangfu.link.rule_scores import key
from bangfu.pipeline import process
from bangfu.tables.records import article_records

HEADER = """\
# How often the rows of a rule were right on articles that no maker of rules had read.
# Columns: table, rule (of a role: what found its body; +none: a post without one), rows, right rows.
# Source: benchmarks/count_rule_scores.py over {documents} articles, passages and news items; counts only.
# Licence: MIT, as the rest of bangfu."""
METRICS = {"roles": "roles (+institution)", "institutions": "institutions", "counts": "counts (+item)"}
TABLES = ("people", "roles", "institutions", "counts", "money")


def main() -> None:
    """Print the lexicon."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+")
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    documents = 0
    for folder in parser.parse_args().folders:
        for path in sorted((folder / "annotations").glob("*.json")):
            documents += 1
            told = json.loads(path.read_text("utf-8"))
            text = (folder / "clean" / f"{path.stem}.txt").read_text("utf-8")
            records = article_records(process(Source(path.stem, text)))
            for table in METRICS:
                if table in told:
                    for rule, (rows, right) in _of_table(records[table], told, table).items():
                        counts[table, rule][0] += rows
                        counts[table, rule][1] += right
    print(HEADER.format(documents=documents))
    for (table, rule), (rows, right) in sorted(counts.items()):
        print(f"{table}\t{rule}\t{rows}\t{right}")


def _of_table(records: list[dict[str, Any]], told: dict[str, Any], table: str) -> dict[str, tuple[int, int]]:
    """The rows of each rule of one article, and those of them that are right."""
    by_rule: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        by_rule[key(table, str(record["rule"]), record.get("institution") is not None)].append(record)
    optional = told.get("optional") or {}
    gold: dict[str, list[Any]] = {name: [] for name in TABLES} | {table: as_rows(told[table])}
    gold |= {f"optional {name}": as_rows(optional.get(name) or []) for name in ("people", table)}
    out = {}
    for rule, rows in by_rule.items():
        found: Documents = {"doc": {name: [] for name in TABLES} | {table: rows}}
        metric = "roles (person+title)" if rule.endswith("+none") else METRICS[table]
        score = compare(found, {"doc": gold}).metrics[metric]
        out[rule] = (score.predicted, round(score.p * score.predicted))
    return out


if __name__ == "__main__":
    main()
