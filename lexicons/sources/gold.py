"""The annotated articles that a ranker learns from: shared by the scripts that train one.

Those that nobody who makes rules reads (tests/gold/blind, bank/unseen.jsonl, odd lines of bank/posts.jsonl)
are left out.
The shared articles, real ones, are read where they are: in ``$BANGFU_SHARED``, or ``../shared`` beside the
checkout.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bangfu.read.decode import decode

TOP = Path(__file__).resolve().parents[2]
GOLD = TOP / "tests" / "gold"
SHARED = Path(os.environ.get("BANGFU_SHARED") or TOP.parent / "shared")
_BLIND = "blind"


def articles(table: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """A name, the text and the annotation of each article and passage that is annotated for a table."""
    for folder in [GOLD, *sorted(path.parent for path in GOLD.glob("*/annotations"))]:
        if folder.name == _BLIND:
            continue
        for path in sorted((folder / "annotations").glob("*.json")):
            text = (folder / "clean" / f"{path.stem}.txt").read_text("utf-8")
            yield f"{folder.name}/{path.stem}", text, json.loads(path.read_text("utf-8"))
    for path in sorted((SHARED / "gold" / "annotations").glob("*.json")):
        raw = next((SHARED / "articles").glob(f"{path.stem}.*"))
        yield f"shared/{path.stem}", decode(raw.read_bytes()).text, json.loads(path.read_text("utf-8"))
    for path in sorted((GOLD / "bank").glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        read = lines[::2] if path.stem == "posts" else lines
        if path.stem == table or (path.stem in ("posts", "bodies") and table == "roles"):
            for line in read:
                yield f"{path.stem}/{line['id']}", line["text"], line
