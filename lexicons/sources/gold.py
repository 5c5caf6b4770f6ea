"""The annotated articles that a ranker learns from: shared by the scripts that train one.

Those that nobody who makes rules reads (tests/gold/blind, the odd lines of bank/posts.jsonl) are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[2] / "tests"
GOLD = TESTS / "gold"
_BLIND = "blind"


def articles(table: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """A name, the text and the annotation of each article and passage that is annotated for a table."""
    for folder in [GOLD, *sorted(path.parent for path in GOLD.glob("*/annotations"))]:
        if folder.name == _BLIND:
            continue
        for path in sorted((folder / "annotations").glob("*.json")):
            text = (folder / "clean" / f"{path.stem}.txt").read_text("utf-8")
            yield f"{folder.name}/{path.stem}", text, json.loads(path.read_text("utf-8"))
    for path in sorted((GOLD / "bank").glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        read = lines[::2] if path.stem == "posts" else lines
        if path.stem == table or (path.stem in ("posts", "bodies") and table == "roles"):
            for line in read:
                yield f"{path.stem}/{line['id']}", line["text"], line


def sentences() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """A name, the text and the role rows of each sentence of the tests of roles."""
    for path in sorted((TESTS / "link" / "roles").glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            if not line.startswith("#"):
                text, told = line.replace("⏎", "\n").split("\t")
                rows = [row.split("/") for row in told.split(";")] if told != "-" else []
                roles = [
                    {"person": r[0], "title": r[1], "institution": None if r[3] == "-" else r[3]}
                    for r in rows
                ]
                yield f"{path.stem}/{number}", text, {"roles": roles}
