"""Accuracy on every gold there is: prints one table a gold and writes them into docs/accuracy.md.

    python -m benchmarks.accuracy [--write]

The project's own gold lies in tests/gold; the shared one is measured where it is present.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from pathlib import Path

from bangfu import run
from bangfu.evaluate import HEADLINE, Evaluation, evaluate
from tests.bank import measured
from tests.shared import SHARED

TOP = Path(__file__).resolve().parents[1]
DOC = TOP / "docs" / "accuracy.md"
MARK = re.compile(r"(<!-- figures:begin -->\n).*?(<!-- figures:end -->)", re.S)
HEAD = "| | P | R | F1 | gold | found |\n|---|---|---|---|---|---|"
SETS = (
    ("blind", "Blind articles: read by no maker of rules"),
    ("reports", "Reports that retell pages"),
    ("pages", "Articles built like pages of the web"),
    ("wide", "Wide articles"),
    ("last", "Last articles"),
    ("unread", "Unread articles"),
    ("fresh", "Fresh articles"),
    ("more", "Hard articles"),
)
"""Folders of tests/gold with their titles; the rules were made on all but the first."""


def table(title: str, found: Evaluation) -> str:
    """One gold's figures as Markdown."""
    rows = [
        f"| {name} | {s.p:.3f} | {s.r:.3f} | {s.f1:.3f} | {s.gold} | {s.predicted} |"
        for name, s in {**found.metrics, **found.fields}.items()
        if s.gold
    ]
    if all(found.metrics[name].gold for name in HEADLINE):
        rows.append(f"| headline (mean F1) | | | {found.headline:.3f} | | |")
    return "\n".join([f"### {title} ({found.documents} articles)", "", HEAD, *rows])


def halves(gold: Path) -> tuple[list[str], list[str]]:
    """The ids at even and at odd places of the sorted list."""
    ids = sorted(path.stem for path in gold.glob("*.json"))
    return ids[0::2], ids[1::2]


def measure() -> str:
    """Every table."""
    gold = TOP / "tests" / "gold"
    out = []
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        for name, title in SETS:
            run(gold / name / "clean", scratch / name)
            out.append(table(title, evaluate(scratch / name, gold / name / "annotations")))
        bank = ("roles", "counts", "money")
        out += [table(f"Bank of constructions, {name}", measured(name)) for name in bank]
        out.append(table("Later passages on posts, half of them unread", measured("roles", "posts")))
        out.append(
            table("Items with posts, which teach nothing and nobody has read", measured("roles", "unseen"))
        )
        out.append(table("Passages that teach whose post it is", measured("roles", "bodies")))
        run(TOP / "corpus", scratch / "own")
        out.append(table("Our corpus, in every damage", evaluate(scratch / "own", gold / "annotations")))
        if (SHARED / "articles").is_dir():
            shared = SHARED / "gold" / "annotations"
            run(SHARED / "articles", scratch / "shared")
            found = evaluate(scratch / "shared", shared, without=["seed-003"])
            out.append(table("Shared articles as crawled, without the English one", found))
            even, odd = halves(shared)
            for name, docs in (("even places of the list", even), ("odd places of the list", odd)):
                found = evaluate(scratch / "shared", shared, docs=docs, without=["seed-003"])
                out.append(table(f"Shared articles, {name}", found))
    return "\n\n".join(out)


def main() -> None:
    """Measure, print, and on demand write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--write", action="store_true", help="write the tables into docs/accuracy.md")
    write = parser.parse_args().write
    figures = measure()
    print(figures)
    if write:
        text = DOC.read_text("utf-8")
        DOC.write_text(MARK.sub(lambda m: f"{m[1]}{figures}\n{m[2]}", text), "utf-8")


if __name__ == "__main__":
    main()
