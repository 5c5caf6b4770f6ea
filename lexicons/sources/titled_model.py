"""Train the ranker of names behind titles: python lexicons/sources/titled_model.py

Every place where a title ends, and where a list of names goes on, is a question: which span is the name that
stands there, or none. The annotated articles (tests/gold) teach, the sentences of tests/recognize/people,
labelled sentences of the news (JSON lines of {"text": …, "spans": [[start, end, "PER"], …]} in the folder
data/ner of the shared ones) and, so that the ordinary news keep their weight, what the rules answer on news
that nobody labelled. Articles and sentences are also read with other people's names in place of their own:
so the model sees many names before each of the words that follow names. Prints how many questions are
answered right by weights learned from other articles; writes lexicons/titled_weights.txt.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gold import GOLD, SHARED, articles, unlabelled
from ranking import Question, learn, question

from bangfu.article import Document, Source, Text
from bangfu.lexicon import mapping, words
from bangfu.pipeline import restore, segment
from bangfu.recognize.institutions.find import find_institutions
from bangfu.recognize.names.borders import surname_at
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
OF_ARTICLES, OF_SENTENCES = 5, 3
"""How often each is read with other names."""
NEWS_ITEMS = 4000
"""How many of them teach that nobody labelled."""
HAN = re.compile("[\u4e00-\u9fff]{2,7}")
Pools = Mapping[str, Sequence[str]]
"""Names by their sort."""
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


def annotated(pools: Pools) -> Iterator[Question]:
    """The questions of the annotated articles, as they are and with other names."""
    for name, text, gold in articles("roles"):
        document = segment(Source(name, text), restore(text, Settings()))
        if document.lang == "en":
            continue
        told = names(gold)
        yield from asked_of(name, document, _end(told, document.clean))
        for number in range(OF_ARTICLES):
            others = exchange(told, pools, random.Random(f"{name}/{number}"))
            yield from read_with(others, name, document.clean, told)


def exchange(told: Iterable[str], pools: Pools, draw: random.Random) -> dict[str, str]:
    """Another name of its sort for each name of a text."""
    sorts = {name: sort_of(name) for name in sorted(set(told))}
    return {name: draw.choice(pools[sort]) for name, sort in sorts.items() if sort}


def sort_of(name: str) -> str:
    """``plain``: a surname with a given name of one or two characters; ``spelled``; empty for others."""
    if not HAN.fullmatch(name):
        return ""
    surname = surname_at(name, 0)
    if surname and 1 <= len(name) - surname <= 2:
        called = name[surname:]
        addressed = (
            called in mapping("titles")
            or called in words("people_nouns")
            or called in words("forms_of_address")
        )
        return "" if addressed or "某" in name else "plain"
    return "spelled" if len(name) > 2 and words("foreign_name_chars").issuperset(name) else ""


def read_with(others: dict[str, str], name: str, clean: str, told: Iterable[str]) -> Iterator[Question]:
    """The questions of a clean text with other names in place of its own."""
    if others:
        own = re.compile("|".join(sorted(map(re.escape, others), key=lambda n: (-len(n), n))))
        text = own.sub(lambda match: others[match.group()], clean)
        document = segment(Source(name, text), Text.untouched(text))
        yield from asked_of(name, document, _end([others.get(n, n) for n in told], text))


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


def labelled(pools: Pools) -> Iterator[Question]:
    """The questions of the labelled sentences, as they are and with other names."""
    for name, told in sentences():
        document = segment(Source(name, told["text"]), restore(told["text"], Settings()))
        if document.clean == told["text"] and document.lang != "en":
            spans = {start: end for start, end, label in told["spans"] if label == "PER"}
            yield from asked_of(name, document, spans.get)
            people = [told["text"][start:end] for start, end in spans.items()]
            for number in range(OF_SENTENCES):
                others = exchange(people, pools, random.Random(f"{name}/{number}"))
                yield from read_with(others, name, document.clean, people)


def sentences() -> Iterator[tuple[str, dict[str, Any]]]:
    """The labelled sentences with their names."""
    for part in LABELLED:
        path = SHARED / "data" / "ner" / f"{part}.jsonl"
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            yield f"{part}/{number}", json.loads(line)


def named() -> Pools:
    """Every name of the labelled sentences once, by its sort."""
    pools: dict[str, set[str]] = {"plain": set(), "spelled": set()}
    for _, told in sentences():
        for start, end, label in told["spans"]:
            if label == "PER" and (sort := sort_of(told["text"][start:end])):
                pools[sort].add(told["text"][start:end])
    return {sort: sorted(found) for sort, found in pools.items()}


if __name__ == "__main__":
    others = named()
    news = [q for name, document in unlabelled(NEWS_ITEMS) for q in asked_of(name, document, None)]
    learn(OUT, HEADER, [*annotated(others), *invented(), *labelled(others), *news])
