"""Train the ranker of the sides of posts: python lexicons/sources/side_model.py

Every post of the annotated articles (tests/gold) is a question: on the side that helps, on the one that is
helped, or on none. The posts before it are given the sides that a first round of training, on other articles,
gives them: so the weights learn how far such answers can be trusted. Prints how well weights learned from
other articles answer; writes lexicons/side_weights.txt.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gold import articles, unlabelled
from ranking import Question, Weights, question, train
from weights import write

from bangfu.article import Document, Role, Source
from bangfu.evaluate import region_apart
from bangfu.link.phrases.chains import Pair
from bangfu.link.post_sides.answered import Answered
from bangfu.link.post_sides.features import Article
from bangfu.link.post_sides.ground import ground
from bangfu.link.post_sides.model import SIDES, sideless
from bangfu.link.roles import link_roles
from bangfu.link.scene.scene import Scene
from bangfu.link.sides.find import assists
from bangfu.pipeline import restore, segment
from bangfu.recognize import find
from bangfu.settings import Settings

OUT = Path(__file__).resolve().parents[1] / "side_weights.txt"
HEADER = """\
# Weights of the ranker of the sides of posts (bangfu.link.post_sides), in nats.
# columns: column of features with the side that it speaks for, value, weight
# source: own training by lexicons/sources/side_model.py on our annotated articles; licence: as the project
"""
FOLDS = 5
NEWS_ITEMS = 4000
"""How many of them teach that nobody labelled."""
UNKNOWN = "?"
"""A post that is not annotated."""


@dataclass(frozen=True)
class Case:
    """An article with its posts and their right sides."""

    name: str
    article: Article
    posts: tuple[tuple[Pair, Role], ...]
    right: tuple[str | None, ...]


def case(name: str, text: str, gold: dict[str, Any]) -> Case | None:
    """The posts of an article that are asked for their sides; None where none is."""
    document = segment(Source(name, text), restore(text, Settings()))
    return None if document.lang == "en" else _case(name, document, lambda row: _right(row, gold["roles"]))


def sideless_case(name: str, document: Document) -> Case | None:
    """The posts of news that speak of no assistance: they stand on no side."""
    told = None if assists(document.clean) else _case(name, document, lambda _: None)
    return told if told is not None and told.posts else None


def _case(name: str, document: Document, right: Callable[[Role], str | None]) -> Case | None:
    """The posts of a document that are asked for their sides, each with the right one."""
    out: list[Case] = []

    def keep(scene: Scene, pairs: Sequence[Pair], rows: Sequence[Role]) -> list[Role]:
        posts = tuple((p, r) for p, r in zip(pairs, rows, strict=True) if not sideless(p, r))
        out.append(Case(name, Article(ground(scene)), posts, tuple(right(row) for _, row in posts)))
        return list(rows)

    link_roles(document, find(document, Settings()), sided=keep)
    return out[0] if out else None


def _right(row: Role, gold: list[dict[str, Any]]) -> str | None:
    same = [g for g in gold if g["person"] == row.person and g["title"] == row.title and "side" in g]
    whole = [g for g in same if region_apart(g.get("institution") or "", row.institution or "")]
    side: str | None = (whole or same or [{"side": UNKNOWN}])[0]["side"]
    return side


def questions(told: Case, given: Sequence[str | None]) -> Iterator[Question]:
    """The questions of an article, where the posts before each have the sides given."""
    answers = Answered()
    for (pair, row), right, side in zip(told.posts, told.right, given, strict=True):
        asked = told.article.asked(pair, row)
        if right != UNKNOWN:
            yield question(told.name, told.article.described(asked, answers), [right == s for s in SIDES])
        if side != UNKNOWN:
            answers.add(asked, side)


def answers_of(told: Case, weights: Weights) -> list[str | None]:
    """The sides that weights give the posts of an article, one after the other."""
    answers, out = Answered(), list[str | None]()
    for pair, row in told.posts:
        asked = told.article.asked(pair, row)
        keys = question(told.name, told.article.described(asked, answers), (False,) * len(SIDES)).candidates
        odds = [round(sum(weights.get(key, 0.0) for key in held), 6) for held in keys]
        out.append(SIDES[odds.index(max(odds))])
        answers.add(asked, out[-1])
    return out


def crossed(cases: Sequence[Case], given: dict[str, Sequence[str | None]]) -> dict[str, Sequence[str | None]]:
    """The sides of the posts of each article by weights learned from the others."""
    names = [told.name for told in cases]
    random.Random(1).shuffle(names)
    fold = {name: i % FOLDS for i, name in enumerate(names)}
    out: dict[str, Sequence[str | None]] = {}
    for k in range(FOLDS):
        weights = train([q for c in cases if fold[c.name] != k for q in questions(c, given[c.name])])
        out.update({c.name: answers_of(c, weights) for c in cases if fold[c.name] == k})
    return out


def report(cases: Sequence[Case], answers: dict[str, Sequence[str | None]]) -> None:
    """Precision, recall and F1 of the sides, over the posts that are annotated."""
    told = [(a, r) for c in cases for a, r in zip(answers[c.name], c.right, strict=True) if r != UNKNOWN]
    hits = sum(a == r for a, r in told if r is not None)
    found, gold = sum(a is not None for a, _ in told), sum(r is not None for _, r in told)
    print(f"{len(told)} posts: P {hits / found:.3f} R {hits / gold:.3f} F1 {2 * hits / (found + gold):.4f}")


if __name__ == "__main__":
    known = [told for name, text, gold in articles("roles") if (told := case(name, text, gold)) is not None]
    known += [told for name, document in unlabelled(NEWS_ITEMS) if (told := sideless_case(name, document))]
    first = crossed(known, {c.name: c.right for c in known})
    report(known, first)
    report(known, crossed(known, first))
    learned = train([q for c in known for q in questions(c, first[c.name])])
    write(OUT, HEADER, learned)
    print(len(learned), "weights")
