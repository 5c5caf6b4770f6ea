"""What damage costs the tables: the same articles, clean and damaged, against the same gold.

    python benchmarks/restore_extraction.py ARTICLES GOLD [--docs xw-] [--kind KIND]

ARTICLES holds clean articles (DOC.txt), GOLD their annotations (DOC.json). Prints the headline (mean F1) of
the clean articles, and for each kind of damage without loss the headline after repair and what it lost.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bangfu import run
from bangfu.evaluate import evaluate
from tests.damage import DAMAGE, LOSSLESS


def headline(texts: dict[str, str], gold: Path, docs: str) -> float:
    """The mean F1 of these articles."""
    with tempfile.TemporaryDirectory() as folder:
        articles, out = Path(folder) / "in", Path(folder) / "out"
        articles.mkdir()
        for name, text in texts.items():
            (articles / name).write_text(text, "utf-8", newline="")
        run(articles, out)
        return evaluate(out, gold, docs=[docs]).headline


def main() -> int:
    """Print one line a kind of damage."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--docs", default="", help="beginning of the names of the articles to take")
    parser.add_argument("--kind", action="append", choices=sorted(DAMAGE))
    options = parser.parse_args()
    files = sorted(options.articles.glob(f"{options.docs}*.txt"))
    clean = {path.name: path.read_text("utf-8") for path in files}
    before = headline(clean, options.gold, options.docs)
    print(f"{len(clean)} articles\n{'kind':24}{'headline':>10}{'lost':>10}\n{'none':24}{before:10.4f}")
    for kind in options.kind or LOSSLESS:
        damaged = {name: DAMAGE[kind](text, seed) for seed, (name, text) in enumerate(clean.items())}
        after = headline(damaged, options.gold, options.docs)
        print(f"{kind:24}{after:10.4f}{before - after:10.4f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
