"""The annotated articles that a ranker learns from: shared by the scripts that train one.

Those that nobody who makes rules reads (tests/gold/blind, bank/unseen.jsonl, odd lines of bank/posts.jsonl)
are left out.
The shared articles and news, real ones, are read where they are: in ``$BANGFU_SHARED``, or ``../shared``
beside the checkout. Of the news tests/gold/news.jsonl holds offsets alone, in headline, line end and text.
"""

from __future__ import annotations

import gzip
import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bangfu.article import Document, Source
from bangfu.pipeline import restore, segment
from bangfu.read.decode import decode
from bangfu.settings import Settings

TOP = Path(__file__).resolve().parents[2]
GOLD = TOP / "tests" / "gold"
SHARED = Path(os.environ.get("BANGFU_SHARED") or TOP.parent / "shared")
NEWS = SHARED / "data" / "news.jsonl.gz"
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
    yield from news()
    for path in sorted((GOLD / "bank").glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        read = lines[::2] if path.stem == "posts" else lines
        if path.stem == table or (path.stem in ("posts", "bodies") and table == "roles"):
            for line in read:
                yield f"{path.stem}/{line['id']}", line["text"], line


def news() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The annotated items of the news."""
    told = {row["id"]: row for row in map(json.loads, (GOLD / "news.jsonl").read_text("utf-8").splitlines())}
    if not NEWS.exists():
        return
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if item["id"] in told:
                text = f"{item['title']}\n{item['text']}"
                yield f"news/{item['id']}", text, _written(told[item["id"]], text)


def unlabelled(items: int) -> Iterator[tuple[str, Document]]:
    """Some of the news, drawn by chance and restored, each with a name: nobody labelled them."""
    if not NEWS.exists():
        return
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for number, text in enumerate(random.Random(5).sample(texts, items)):
        document = segment(Source("news", text), restore(text, Settings()))
        if document.lang != "en":
            yield f"item/{number}", document


def _written(told: Any, text: str) -> Any:
    """An annotation with the words that stand at its offsets."""
    if isinstance(told, dict):
        return {key: _written(value, text) for key, value in told.items()}
    if isinstance(told, list):
        if len(told) == 2 and all(isinstance(at, int) for at in told):
            return text[told[0] : told[1]]
        return [_written(value, text) for value in told]
    return told
