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

from gold import articles, sentences
from ranking import Question, learn, question

from bangfu.article import Source
from bangfu.evaluate import region_apart
from bangfu.link.bodies.ranked.asked import Asked, candidates
from bangfu.link.bodies.ranked.features import described
from bangfu.link.bodies.ranked.model import Chosen
from bangfu.link.roles import link_roles
from bangfu.pipeline import restore, segment
from bangfu.recognize import find
from bangfu.settings import Settings

OUT = Path(__file__).resolve().parents[1] / "body_weights.txt"
HEADER = """\
# Weights of the ranker of the bodies of posts (bangfu.link.bodies.ranked), in nats.
# columns: column of features, value, weight
# source: own training by lexicons/sources/body_model.py on our own articles; licence: as the project
"""


def questions(name: str, text: str, gold: dict[str, Any]) -> list[Question]:
    """The questions of one article."""
    bodies: dict[tuple[str, str], list[str | None]] = defaultdict(list)
    for row in gold["roles"]:
        bodies[row["person"], row["title"]].append(row.get("institution"))
    out: list[Question] = []

    def answer(asked: Asked) -> Chosen:
        told = bodies.get((asked.pair.person.value, asked.pair.unit.title.value.title))
        if told is None:
            return Chosen(None, 1.0)
        found = candidates(asked)
        right = [
            any(b and region_apart(t, b) for b in told for t in (c.told.name, *c.told.texts)) for c in found
        ]
        out.append(question(name, described(asked, found), [*right, None in told]))
        best = next((c.text for c, hit in zip(found, right, strict=True) if hit), told[0])
        return Chosen(best, 1.0)

    source, settings = Source(name, text), Settings()
    document = segment(source, restore(text, settings))
    if document.lang != "en":
        link_roles(document, find(document, settings), answer)
    return out


if __name__ == "__main__":
    told = [*articles("roles"), *sentences()]
    learn(OUT, HEADER, [q for name, text, gold in told for q in questions(name, text, gold)])
