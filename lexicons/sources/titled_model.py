"""Train the ranker of names behind titles: python lexicons/sources/titled_model.py

Every place where a title ends, and where a list of names goes on, is a question: which span is the name that
stands there, or none. The annotated articles (tests/gold) teach, the sentences of tests/recognize/people,
labelled sentences of the news (JSON lines of {"text": …, "spans": [[start, end, "PER"], …]} in the folder
data/ner of the shared ones) and, so that the ordinary news keep their weight, what the rules answer on news
that nobody labelled. Prints how many questions are answered right by weights learned from other articles;
writes lexicons/titled_weights.txt.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gold import GOLD, NEWS, SHARED, articles
from ranking import Question, learn, question

from bangfu.article import Document, Source, Text
from bangfu.pipeline import restore, segment
from bangfu.recognize.institutions.find import find_institutions
from bangfu.recognize.names.context import context_of
from bangfu.recognize.people.ranked.asked import Asked
from bangfu.recognize.people.ranked.features import described
from bangfu.recognize.people.ranked.model import ranked
from bangfu.recognize.people.readings import readings
from bangfu.recognize.titles.find import find_titles
from bangfu.settings import Settings

OUT = Path(__file__).resolve().parents[1] / "titled_weights.txt"
HEADER = """\
# Weights of the ranker of names behind titles (bangfu.recognize.people.ranked), in nats.
# columns: column of features, value, weight
# source: own training by lexicons/sources/titled_model.py on labelled news; licence: as the project
"""
LABELLED = ("boson", "msra-test", "msra-val", "peoples-daily-dev", "peoples-daily-test")
End = Callable[[int], int | None]
"""Where the name ends that begins at an offset of clean text, None where none does."""


def names(gold: dict[str, Any]) -> list[str]:
    """The people of an annotation, the optional ones too."""
    optional = gold.get("optional", {})
    told = [*gold.get("people", []), *optional.get("people", [])]
    told += [row["person"] for row in [*gold.get("roles", []), *optional.get("roles", [])]]
    return [p if isinstance(p, str) else p["name"] for p in told]


def asked_of(name: str, document: Document, end: End | None) -> list[Question]:
    """The questions of one text; without ``end`` the rules' own answers are right."""
    out: list[Question] = []

    def answer(asked: Asked, found: list[int]) -> tuple[int | None, float]:
        best = asked.best()
        read = best.end if best is not None and best.odds > 0 else None
        right = end(asked.start) if end is not None else read
        out.append(question(name, described(asked, found), [*[at == right for at in found], right is None]))
        return right, 1.0

    institutions = find_institutions(document)
    context = context_of(document.clean, find_titles(document, institutions), institutions)
    held = {at for m in institutions for at in range(m.start, m.end)}
    read = [r for r in readings(context) if r.start not in held and r.end - 1 not in held]
    ranked(context, read, held, answer)
    return [q for q in out if any(q.right)]


def annotated() -> Iterator[Question]:
    """The questions of the annotated articles."""
    for name, text, gold in articles("roles"):
        document = segment(Source(name, text), restore(text, Settings()))
        if document.lang == "en":
            continue
        yield from asked_of(name, document, _end(names(gold), document.clean))


def invented() -> Iterator[Question]:
    """The questions of the sentences of the tests."""
    for line in (GOLD.parent / "recognize" / "people" / "sentences.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, _, people = line.partition("\t")
            document = segment(Source("invented", sentence), Text.untouched(sentence))
            yield from asked_of(f"invented/{sentence}", document, _end(people.split(), sentence))


def _end(told: list[str], clean: str) -> End:
    """Where the longest of some names ends that begins at an offset."""
    longest = sorted(told, key=lambda name: (-len(name), name))
    return lambda at: next((at + len(name) for name in longest if clean.startswith(name, at)), None)


def labelled() -> Iterator[Question]:
    """The questions of the labelled sentences."""
    for part in LABELLED:
        path = SHARED / "data" / "ner" / f"{part}.jsonl"
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            told = json.loads(line)
            document = segment(Source(part, told["text"]), restore(told["text"], Settings()))
            if document.clean == told["text"] and document.lang != "en":
                spans = {start: end for start, end, label in told["spans"] if label == "PER"}
                yield from asked_of(f"{part}/{number}", document, spans.get)


def unlabelled(items: int = 1500) -> Iterator[Question]:
    """The questions of news that nobody labelled, as the rules answer them: many were read against it."""
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for number, text in enumerate(random.Random(5).sample(texts, items)):
        document = segment(Source("news", text), restore(text, Settings()))
        if document.lang != "en":
            yield from asked_of(f"item/{number}", document, None)


if __name__ == "__main__":
    learn(OUT, HEADER, [*annotated(), *invented(), *labelled(), *unlabelled()])
