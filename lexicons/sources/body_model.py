"""Train the ranker of the bodies of posts: python lexicons/sources/body_model.py

Every post of the annotated articles (tests/gold) and of the sentences of tests/link/roles that the rules
leave to the ranker is a question: which of the bodies that its text tells, or none. The posts before it are
given their right bodies meanwhile. Prints how many questions are answered right by weights learned from other
articles; writes lexicons/body_weights.txt.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from gold import articles
from invented import invented
from ranking import Question, learn, question

from bangfu.article import Document, Source
from bangfu.evaluate import region_apart
from bangfu.link.bodies.ranked.asked import Asked, candidates
from bangfu.link.bodies.ranked.features import described
from bangfu.link.bodies.ranked.model import Chosen
from bangfu.link.roles import link_roles
from bangfu.pipeline import restore, segment
from bangfu.recognize import find
from bangfu.recognize.found import Found
from bangfu.settings import Settings

WIDE = str.maketrans("()", "（）")
"""Brackets as clean text has them."""
OUT = Path(__file__).resolve().parents[1] / "body_weights.txt"
HEADER = """\
# Weights of the ranker of the bodies of posts (bangfu.link.bodies.ranked), in nats.
# columns: column of features, value, weight
# source: own training by lexicons/sources/body_model.py on our own articles; licence: as the project
"""


def questions(name: str, text: str, gold: dict[str, Any]) -> list[Question]:
    """The questions of one article."""
    source, settings = Source(name, text), Settings()
    document = segment(source, restore(text, settings))
    return [] if document.lang == "en" else asked_of(name, document, find(document, settings), gold["roles"])


def asked_of(name: str, document: Document, found: Found, rows: list[dict[str, Any]]) -> list[Question]:
    """The questions of a text in which everything is found."""
    bodies: dict[tuple[str, str], list[str | None]] = defaultdict(list)
    for row in rows:
        body = row.get("institution")
        bodies[row["person"], row["title"]].append(body.translate(WIDE) if body else None)
    out: list[Question] = []

    def answer(asked: Asked) -> Chosen:
        told = bodies.get((asked.pair.person.value, asked.pair.unit.title.value.title))
        if told is None:
            return Chosen(None, 1.0)
        among = candidates(asked)
        right = [
            any(b and region_apart(t, b) for b in told for t in (c.told.name, *c.told.texts)) for c in among
        ]
        out.append(question(name, described(asked, among), [*right, None in told]))
        best = next((c.text for c, hit in zip(among, right, strict=True) if hit), told[0])
        return Chosen(best, 1.0)

    link_roles(document, found, answer)
    return out


if __name__ == "__main__":
    read = [q for name, text, gold in articles("roles") for q in questions(name, text, gold)]
    taught = [
        q
        for document, found, rows in invented()
        for q in asked_of(f"invented/{document.clean}", document, found, rows)
    ]
    learn(OUT, HEADER, [*read, *taught])
