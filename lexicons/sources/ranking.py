"""Learns the weights of a ranker (bangfu.ranker) from questions whose right candidates are known.

Conditional logit with an L2 penalty: the log-likelihood of the right candidates of each question (of any of
them, where there are several), by L-BFGS (Nocedal 1980). Shared by the scripts that train a ranker.
"""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from weights import write

from bangfu.ranker import Described

LEAST_WEIGHT = 0.05
Weights = dict[str, float]
Vector = Any


@dataclass(frozen=True)
class Question:
    """Candidates, each as its features, and which of them are right; ``text`` is their article."""

    text: str
    candidates: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def question(text: str, candidates: Iterable[Described], right: Iterable[bool]) -> Question:
    """A question with each feature as its column and value with a tab between them."""
    keys = [
        tuple(
            f"{column}\t{value}"
            for columns, values in described
            for column, value in zip(columns, values, strict=True)
            if value
        )
        for described in candidates
    ]
    return Question(text, tuple(keys), tuple(right))


def train(questions: Sequence[Question], penalty: float = 3.0, least: int = 3) -> Weights:
    """Weights of the features that ``least`` or more questions have."""
    questions = [q for q in questions if any(q.right)]
    counts = Counter(key for q in questions for key in {key for keys in q.candidates for key in keys})
    names = sorted(key for key, n in counts.items() if n >= least)
    index = {key: i for i, key in enumerate(names)}
    known = [[index[key] for key in keys if key in index] for q in questions for keys in q.candidates]
    columns = np.array([i for ids in known for i in ids], dtype=np.int64)
    rows = np.repeat(np.arange(len(known)), [len(ids) for ids in known])
    sizes = np.array([len(q.candidates) for q in questions])
    starts, of = np.concatenate(([0], np.cumsum(sizes)[:-1])), np.repeat(np.arange(len(sizes)), sizes)
    right = np.array([float(r) for q in questions for r in q.right])

    def loss(weights: Vector) -> tuple[float, Vector]:
        odds = np.bincount(rows, weights[columns], len(known))
        odds = np.exp(odds - np.maximum.reduceat(odds, starts)[of])
        share = odds / np.add.reduceat(odds, starts)[of]
        hit = np.maximum(np.add.reduceat(share * right, starts), 1e-12)
        slope = share - share * right / hit[of]
        gradient = np.bincount(columns, slope[rows], len(names)) + penalty * weights
        return float(-np.log(hit).sum() + penalty / 2 * (weights @ weights)), gradient

    found = minimum(loss, np.zeros(len(names)))
    return {key: float(found[i]) for key, i in index.items() if abs(found[i]) >= LEAST_WEIGHT}


def minimum(loss: Callable[[Vector], tuple[float, Vector]], at: Vector, rounds: int = 150) -> Vector:
    """Where a convex function is least, by L-BFGS with backtracking."""
    value, slope = loss(at)
    pairs: deque[tuple[Vector, Vector]] = deque(maxlen=10)
    for _ in range(rounds):
        step = -_scaled(slope, pairs)
        length, wanted = 1.0 if pairs else 1.0 / max(1.0, float(np.abs(slope).sum())), float(slope @ step)
        for _ in range(30):
            there = at + length * step
            value_there, slope_there = loss(there)
            if value_there <= value + 1e-4 * length * wanted:
                break
            length /= 2
        else:
            return at
        if (there - at) @ (slope_there - slope) > 1e-12:
            pairs.append((there - at, slope_there - slope))
        done = value - value_there < 1e-7 * abs(value)
        at, value, slope = there, value_there, slope_there
        if done:
            return at
    return at


def _scaled(slope: Vector, pairs: Iterable[tuple[Vector, Vector]]) -> Vector:
    """The slope times the inverse curvature that the last steps tell: the two-loop recursion."""
    told = list(pairs)
    out, kept = slope.copy(), []
    for moved, turned in reversed(told):
        share = float(moved @ out) / float(moved @ turned)
        out -= share * turned
        kept.append(share)
    if told:
        moved, turned = told[-1]
        out *= float(moved @ turned) / float(turned @ turned)
    for (moved, turned), share in zip(told, reversed(kept), strict=True):
        out += (share - float(turned @ out) / float(moved @ turned)) * moved
    return out


def right(question: Question, weights: Weights) -> bool:
    """Whether the candidate that weighs most, the first of equals, is a right one."""
    odds = [round(sum(weights.get(key, 0.0) for key in keys), 6) for keys in question.candidates]
    return question.right[odds.index(max(odds))]


def validated(questions: Sequence[Question], folds: int = 5, **settings: Any) -> tuple[int, int]:
    """How many questions are answered right by weights from other articles, and how many there are."""
    texts = sorted({q.text for q in questions})
    random.Random(1).shuffle(texts)
    fold = {text: i % folds for i, text in enumerate(texts)}
    hits = 0
    for k in range(folds):
        weights = train([q for q in questions if fold[q.text] != k], **settings)
        hits += sum(right(q, weights) for q in questions if fold[q.text] == k)
    return hits, len(questions)


def learn(out: Path, header: str, questions: Sequence[Question], **settings: Any) -> None:
    """Cross-validate, train on all, write the lexicon and tell how it went."""
    hits, asked = validated(questions, **settings)
    weights = train(questions, **settings)
    write(out, header, weights)
    print(f"{asked} questions, {hits} answered right by weights from other articles, {len(weights)} weights")
