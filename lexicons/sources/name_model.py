"""Train the name model: python lexicons/sources/name_model.py DATA... [--news NEWS --articles N]

DATA are files of labelled sentences, one JSON object a line: {"text": …, "spans": [[start, end, label], …]}
with the label PER. Logistic regression over the features of bangfu.recognize.names.features, by AdaGrad with
L2 decay; features that are rare or weigh little are dropped. NEWS (JSON lines with "text", gzipped) is then
read with these weights, and what the model is sure of, article by article, joins the training: the style of
other newspapers and years, without labels. Writes lexicons/name_weights.txt: weights of
characters and words around them, no sentences and no names.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from collections import Counter
from pathlib import Path

from weights import write

from bangfu.article import Document, Source, Span, Text
from bangfu.recognize.names.candidates import Candidate, candidates
from bangfu.recognize.names.context import Context, context_of
from bangfu.recognize.names.features import outer, outer_columns, own, own_columns, placed, placed_columns
from bangfu.recognize.names.model import forget, log_odds
from bangfu.recognize.people.find import find_people
from bangfu.recognize.titles.find import find_titles

OUT = Path(__file__).resolve().parents[1] / "name_weights.txt"
HEADER = """\
# Weights of the name model: log-odds that a feature (bangfu.recognize.names.features) adds to a candidate.
# columns: column of features, value, weight
# source: own training by lexicons/sources/name_model.py on labelled news sentences; licence: as the project
"""
LEAST_COUNT = 5
LEAST_WEIGHT = 0.25
DROPPED = 0.25
MOST_OF_ONE = 15  # examples of one name among the unlabelled: a few names fill the news
DECAY = 0.002


def document(text: str) -> Document:
    return Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),))


def features(context: Context, c: Candidate) -> list[str]:
    """Each feature as its column and value with a tab between them."""
    start, end, kind, surname, _ = c
    length = end - start
    columns = own_columns(kind, length, surname) + placed_columns(kind) + outer_columns(kind, length)
    name = context.clean[start:end]
    values = own(name, kind, surname) + placed(context, start, end, kind) + outer(context, start, end)
    return [f"{column}\t{value}" for column, value in zip(columns, values, strict=True) if value]


def examples(path: Path) -> list[tuple[list[str], int]]:
    out = []
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        gold = {(a, b) for a, b, label in record["spans"] if label == "PER"}
        context = context_of(text, find_titles(document(text), ()))
        out += [(features(context, c), int((c.start, c.end) in gold)) for c in candidates(context)]
    return out


def sure(path: Path, articles: int) -> list[tuple[list[str], int]]:
    """Candidates of unlabelled articles that the present model is sure of."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    seen: Counter[str] = Counter()
    out = []
    for text in random.Random(11).sample(texts, articles):
        page = document(text)
        titles = find_titles(page, ())
        context = context_of(text, titles)
        people = {(p.start, p.end): p.score for p in find_people(page, titles, ())}
        certain = {span for span, score in people.items() if score > 0.97}
        covered = {at for start, end in certain for at in range(start, end)}
        for c in candidates(context):
            span = (c.start, c.end)
            if span in certain:
                seen[text[c.start : c.end]] += 1
                if seen[text[c.start : c.end]] > MOST_OF_ONE:
                    continue
                label = 1
            elif not covered.isdisjoint(range(*span)) or log_odds(context, c) < -2.5:
                label = 0
            else:
                continue
            out.append((features(context, c), label))
    return out


def train(data: list[tuple[list[str], int]], epochs: int = 8, rate: float = 0.2) -> dict[str, float]:
    counts = Counter(key for keys, _ in data for key in set(keys))
    index = {key: i for i, (key, n) in enumerate(sorted(counts.items())) if n >= LEAST_COUNT}
    rows = [([index[k] for k in keys if k in index], label) for keys, label in data]
    size = max(index.values()) + 1
    weights, squares = [0.0] * size, [1e-3] * size
    chance = random.Random(7)
    sums = [0.0] * size  # the mean over the later epochs wavers less than the last weights do
    for epoch in range(epochs):
        chance.shuffle(rows)
        for ids, label in rows:
            # Dropping features teaches each to carry weight alone: a rare one can't lean on its neighbours.
            seen = [i for i in ids if chance.random() > DROPPED]
            z = sum([weights[i] for i in seen])
            g = 1 / (1 + math.exp(-max(-30.0, min(30.0, z)))) - label
            if abs(g) < 0.002:
                continue
            for i in seen:
                squares[i] += g * g
                weights[i] -= rate * (g + DECAY * weights[i]) / math.sqrt(squares[i])
        if epoch >= epochs // 2:
            sums = [s + w for s, w in zip(sums, weights, strict=True)]
    rounds = epochs - epochs // 2
    means = {key: sums[i] / rounds for key, i in index.items()}
    return {key: mean for key, mean in means.items() if abs(mean) >= LEAST_WEIGHT}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--news", type=Path)
    parser.add_argument("--articles", type=int, default=2500)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    data = [example for path in args.data for example in examples(path)]
    weights = train(data)
    write(args.out, HEADER, weights)
    forget()
    if args.news:
        data += sure(args.news, args.articles)
        weights = train(data)
        write(args.out, HEADER, weights)
        forget()
    print(f"{len(data)} candidates, {sum(label for _, label in data)} names, {len(weights)} weights")


if __name__ == "__main__":
    main()
