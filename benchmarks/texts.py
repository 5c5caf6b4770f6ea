"""The text that benchmarks run on: broadcast news where it is present, else the project's own articles."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("BANGFU_SHARED") or HERE.parent / "shared")
NEWS = SHARED / "data" / "news.jsonl.gz"


def name() -> str:
    """What the articles are, for the report."""
    return "broadcast news" if NEWS.is_file() else "corpus/ repeated"


def articles() -> list[str]:
    """Every article's raw text, once."""
    if NEWS.is_file():
        with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
            return [text for line in lines if (text := json.loads(line)["text"]).strip()]
    from bangfu.article import Source
    from bangfu.read.walk import sources
    from bangfu.settings import Settings

    return [s.raw for s in sources([HERE / "corpus"], Settings()) if isinstance(s, Source)]


def sample(all_of_them: list[str], characters: int) -> list[str]:
    """Articles from all over, at least so many characters; repeated where there are too few."""
    step = max(1, sum(map(len, all_of_them)) // characters)
    some, held = [], 0
    for start in count():
        for text in all_of_them[start % step :: step]:
            some.append(text)
            held += len(text)
            if held >= characters:
                return some
    raise AssertionError


def repeated(all_of_them: list[str], number: int) -> Iterator[tuple[str, str]]:
    """So many articles as (id, text): the same ones again under other ids."""
    for i in range(number):
        yield f"a{i:07}", all_of_them[i % len(all_of_them)]


def write_records(path: Path, records: Iterator[tuple[str, str]]) -> int:
    """A .jsonl file; gives the number of characters."""
    characters = 0
    with path.open("w", encoding="utf-8") as file:
        for doc_id, text in records:
            characters += len(text)
            file.write(json.dumps({"id": doc_id, "text": text}, ensure_ascii=False) + "\n")
    return characters
