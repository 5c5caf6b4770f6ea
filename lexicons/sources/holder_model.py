"""Train the ranker of the holders of posts: python lexicons/sources/holder_model.py

Every chain of titles beside which no name stands, in the annotated articles (tests/gold) and in the
sentences of the tests (invented.py), is a question: which of the people around it hold it, or nobody. The
chains before it are given their right holders meanwhile. Prints how many questions are answered right by
weights learned from other articles; writes lexicons/holder_weights.txt.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gold import articles
from invented import invented
from ranking import Question, learn, question

from bangfu.article import Document, Source
from bangfu.evaluate import same_post
from bangfu.link.holders.pairs import pairs
from bangfu.link.holders.ranked.asked import Asked, Candidate, candidates
from bangfu.link.holders.ranked.context import Post
from bangfu.link.holders.ranked.features import described
from bangfu.link.holders.ranked.posts import posts
from bangfu.link.phrases.phrase import Unit
from bangfu.link.scene.scene import Scene
from bangfu.pipeline import restore, segment
from bangfu.recognize import find
from bangfu.recognize.found import Found
from bangfu.settings import Settings

OUT = Path(__file__).resolve().parents[1] / "holder_weights.txt"
HEADER = """\
# Weights of the ranker of the holders of posts (bangfu.link.holders.ranked), in nats.
# columns: column of features, value, weight
# source: own training by lexicons/sources/holder_model.py on our own annotations; licence: as the project
"""


class Gold:
    """The posts that an annotation tells, and those that it leaves open."""

    def __init__(self, gold: dict[str, Any]) -> None:
        self.rows = gold["roles"]
        optional = gold.get("optional", {})
        self.open = optional.get("roles", [])
        people = optional.get("people", [])
        self.people = {person["name"] if isinstance(person, dict) else person for person in people}

    def value(self, person: str, unit: Unit) -> int:
        """1 for a post that somebody holds, 0 for one that is left open, -1 for a wrong one."""
        row = {"person": person, "title": unit.title.value.title, "department": unit.department}
        if any(same_post(row, told) for told in self.rows):
            return 1
        left = person in self.people or any(same_post(row, told) for told in self.open)
        return 0 if left else -1

    def right(self, asked: Asked, found: list[Candidate]) -> list[bool]:
        """Which candidates bring the most right posts; the last one is nobody.

        Nobody is right too where the text tells the same posts elsewhere beside the name.
        """
        told_by = [posts(asked.scene, asked.chain, c) for c in found]
        values = [[self.value(p.person.value, p.unit) for p in told] for told in told_by]
        best = max([0, *map(sum, values)])
        if not best:
            return [*(not any(told) for told in values), True]
        right = [sum(told) == best for told in values]
        holders = asked.known.holders
        chosen = [p for told, hit in zip(told_by, right, strict=True) if hit for p in told]
        known = all(p.person.value in holders.get(p.unit.title.value.title, ()) for p in chosen)
        return [*right, known]


def questions(name: str, text: str, told: dict[str, Any]) -> list[Question]:
    """The questions of one article."""
    source, settings = Source(name, text), Settings()
    document = segment(source, restore(text, settings))
    return [] if document.lang == "en" else asked_of(name, document, find(document, settings), told)


def asked_of(name: str, document: Document, found: Found, told: dict[str, Any]) -> list[Question]:
    """The questions of a text in which everything is found."""
    out: list[Question] = []
    gold = Gold(told)

    def answer(asked: Asked) -> Candidate | None:
        among = candidates(asked)
        if not among:
            return None
        right = gold.right(asked, among)
        out.append(question(name, described(Post(asked), among), right))
        return next((c for c, hit in zip(among, right, strict=False) if hit), None)

    if found.people:
        pairs(Scene.of(document, found), answer)
    return out


if __name__ == "__main__":
    read = [q for name, text, gold in articles("roles") for q in questions(name, text, gold)]
    taught = [
        q
        for document, found, rows in invented()
        for q in asked_of(f"invented/{document.clean}", document, found, {"roles": rows})
    ]
    learn(OUT, HEADER, [*read, *taught])
