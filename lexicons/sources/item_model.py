"""Train the ranker of what is counted: python lexicons/sources/item_model.py

Every count of the annotated articles (tests/gold) and of the sentences of tests/recognize/counts whose noun
stands apart from it is a question: which of the nouns around, or the item of which count before, is counted.
What the rules answer on news that nobody labelled teaches too, so that the ordinary news keep their weight.
Prints how many questions are answered right by weights learned from other articles; writes
lexicons/item_weights.txt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from typing import Any

from gold import articles, unlabelled
from ranking import Question, learn, question

from bangfu.article import Document, Source
from bangfu.pipeline import restore, segment
from bangfu.recognize import find
from bangfu.recognize.counts.find import find_counts
from bangfu.recognize.counts.ranked.asked import Asked, candidates
from bangfu.recognize.counts.ranked.features import described
from bangfu.recognize.found import Found
from bangfu.recognize.numbers import find_numbers
from bangfu.settings import Settings

TOP = Path(__file__).resolve().parents[2]
OUT = TOP / "lexicons" / "item_weights.txt"
SENTENCES = TOP / "tests" / "recognize" / "counts"
HEADER = """\
# Weights of the ranker of what is counted (bangfu.recognize.counts.ranked), in nats.
# columns: column of features, value, weight
# source: own training by lexicons/sources/item_model.py on our own articles; licence: as the project
"""
NEWS_ITEMS = 2500
"""How many of them teach that nobody labelled."""
NOTHING = ""
"""The item of a count of which the text does not say what it counts."""
Key = tuple[Decimal, str | None]


def asked_of(name: str, document: Document, found: Found, items: dict[int, str] | None) -> list[Question]:
    """The questions of a text; without ``items`` by the offsets of their counts, those of the rules."""
    out: list[Question] = []
    told = items if items is not None else {c.start: c.item for c in found.counts if c.item}

    def answer(asked: Asked) -> tuple[str | None, float]:
        item = told.get(asked.where.start)
        if item is None:
            return None, 0.0
        among = candidates(asked)
        right = [_same_head(c.text, item) for c in among]
        if item and not any(right):
            right = [c.text in item or item in c.text for c in among]
        out.append(question(name, described(asked, among), [*right, not any(right)]))
        return item, 1.0

    find_counts(document, find_numbers(document.clean), found.money, found.institutions, answer)
    return out


def _same_head(phrase: str, item: str) -> bool:
    if not item:
        return False
    same = phrase in item or item in phrase or phrase[-2:] == item[-2:]
    return same and phrase[-1] == item[-1]


def labelled(name: str, text: str, gold: dict[str, Any]) -> list[Question]:
    """The questions of an annotated article."""
    source, settings = Source(name, text), Settings()
    document = segment(source, restore(text, settings))
    if document.lang == "en" or not gold.get("counts"):
        return []
    rows: dict[Key, list[int]] = defaultdict(list)
    found = find(document, settings)
    for count in found.counts:
        rows[count.value, count.unit].append(count.start)
    told: dict[Key, list[str]] = defaultdict(list)
    for count in gold["counts"]:
        told[Decimal(str(count["value"])), count.get("unit")].append(count["item"])
    items = {
        start: item
        for key, said in told.items()
        if len(said) == len(rows[key]) or len(set(said)) == 1
        for start, item in zip(rows[key], said if len(said) == len(rows[key]) else cycle(said), strict=False)
    }
    return asked_of(name, document, found, items)


def sentences() -> Iterator[Question]:
    """The questions of the sentences of the tests."""
    for path in sorted(SENTENCES.glob("sentences*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            text, told = line.split("\t")
            said = dict(pair.split("=") for pair in told.split(";") if "=" in pair)
            document = segment(Source("a", text), restore(text, Settings()))
            found = find(document, Settings())
            items = {
                count.start: said[count.text].replace("None", NOTHING)
                for count in found.counts
                if count.text in said
            }
            yield from asked_of(f"sentence/{text}", document, found, items)


if __name__ == "__main__":
    read = [q for name, text, gold in articles("counts") for q in labelled(name, text, gold)]
    news = [
        q
        for name, document in unlabelled(NEWS_ITEMS)
        for q in asked_of(name, document, find(document, Settings()), None)
    ]
    learn(OUT, HEADER, [*read, *sentences(), *news])
