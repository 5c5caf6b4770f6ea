"""Train the weights of the name model: python lexicons/sources/name_model.py [--evaluate] DATA...

DATA are files of labelled sentences, one JSON object a line: {"text": …, "spans": [[start, end, label], …]}
with the label PER. Logistic regression over the features of bangfu.extract.names_features, by AdaGrad with
L2 decay; features that are rare or weigh little are dropped. Writes lexicons/name_weights.txt: weights of
characters and words around them, no sentences and no names.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter
from pathlib import Path

from bangfu.article import Document, Source, Span, Text
from bangfu.extract.names_candidates import candidates
from bangfu.extract.names_context import context_of
from bangfu.extract.names_features import inner, outer
from bangfu.extract.titles import find_titles

OUT = Path(__file__).resolve().parents[1] / "name_weights.txt"
HEADER = """\
# Weights of the name model: log-odds that a feature adds to a candidate name (see bangfu.extract.names_features).
# columns: feature, weight
# source: lexicons/sources/name_model.py on the labelled news sentences of the project's data folder; licence: as the project
"""
LEAST_COUNT = 4
LEAST_WEIGHT = 0.2
DROPPED = 0.25
DECAY = 0.002


def document(text: str) -> Document:
    return Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),))


def examples(path: Path) -> list[tuple[list[str], int]]:
    out = []
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        gold = {(a, b) for a, b, label in record["spans"] if label == "PER"}
        context = context_of(text, find_titles(document(text), ()))
        for c in candidates(context):
            keys = inner(context, c.start, c.end, c.kind, c.surname) + outer(context, c.start, c.end, c.kind)
            out.append((keys, int((c.start, c.end) in gold)))
    return out


def train(data: list[tuple[list[str], int]], epochs: int = 8, rate: float = 0.2) -> dict[str, float]:
    counts = Counter(key for keys, _ in data for key in set(keys))
    index = {key: i for i, (key, n) in enumerate(sorted(counts.items())) if n >= LEAST_COUNT}
    rows = [([index[k] for k in keys if k in index], label) for keys, label in data]
    size = max(index.values()) + 1
    weights, squares = [0.0] * size, [1e-3] * size
    chance = random.Random(7)
    for _ in range(epochs):
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
    return {key: weights[i] for key, i in index.items() if abs(weights[i]) >= LEAST_WEIGHT}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    data = [example for path in args.data for example in examples(path)]
    weights = train(data)
    lines = [f"{key}\t{weights[key]:.2f}\n" for key in sorted(weights) if not any(c in key for c in "\t\n#")]
    args.out.write_text(HEADER + "".join(lines), "utf-8")
    print(f"{len(data)} candidates, {sum(label for _, label in data)} names, {len(lines)} weights")


if __name__ == "__main__":
    main()
