"""The bank of constructions: short invented passages, each another way of telling a post, a sum or a number.

``tests/gold/bank/{roles,money,counts}.jsonl`` hold one passage a line with the rows of its table, and those
that are optional, by writers who knew no rule; ``posts.jsonl`` more passages on posts, by another writer;
``bodies.jsonl`` those whose posts mostly stand without their body, which teach the rankers, and
``unseen.jsonl`` such ones that teach nothing and that no maker of rules has read.
"""

from __future__ import annotations

import json
from pathlib import Path

from bangfu.article import Source
from bangfu.evaluate import Documents, Evaluation, compare
from bangfu.pipeline import process
from bangfu.tables.records import article_records

BANK = Path(__file__).parent / "gold" / "bank"
TABLES = ("people", "roles", "institutions", "counts", "money")


def measured(table: str, passages: str = "") -> Evaluation:
    """The scores over one table of a file of passages; the other tables are not annotated there."""
    found: Documents = {}
    gold: Documents = {}
    for line in (BANK / f"{passages or table}.jsonl").read_text("utf-8").splitlines():
        passage = json.loads(line)
        doc = str(passage["id"])
        optional = passage.get("optional") or {}
        gold[doc] = {name: [] for name in TABLES} | {
            table: passage[table],
            f"optional {table}": optional.get(table) or [],
        }
        records = article_records(process(Source(doc, passage["text"])))
        found[doc] = {name: records[table] if name == table else [] for name in TABLES}
    return compare(found, gold)
