"""Numbers, money and counts beside peers: characters a second, and the values of the table of hard forms.

    python benchmarks/numbers_peers.py NEWS.jsonl[.gz] [-n ARTICLES] [--refresh]

NEWS holds one JSON object a line with a ``text``. Speed is CPU time in one process after a warm-up; the
taggers rjieba and jieba.posseg, and JioNLP's ``extract_money`` where it is installed, read the same text. The
table is tests/recognize/hard_numbers.json; its columns ``cn2an`` and ``jionlp`` hold what these make
of a form, and ``--refresh`` writes them anew (both must be installed; neither is needed for anything else).
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import importlib
import io
import json
import time
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import rjieba

from bangfu.article import Document, Source, Text
from bangfu.recognize.counts.find import find_counts
from bangfu.recognize.money import find_money
from bangfu.recognize.numbers import find_numbers
from bangfu.segment.sentences import sentences

TABLE = Path(__file__).resolve().parents[1] / "tests" / "recognize" / "hard_numbers.json"


def texts(path: Path, count: int) -> list[str]:
    """``count`` articles spread evenly over a file."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open("rt", encoding="utf-8") as lines
    ):
        every = [json.loads(line)["text"] for line in lines]
    return every[:: max(1, len(every) // count)][:count]


def optional(name: str) -> Any:
    """A module, or ``None`` where it is not installed; what it prints at import is swallowed."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(ImportError):
        return importlib.import_module(name)
    return None


def rate(step: Callable[[str], object], sample: list[str]) -> float:
    """Millions of characters a second of CPU time; the first tenth of the sample warms up."""
    for text in sample[: max(1, len(sample) // 10)]:
        step(text)
    begin = time.process_time()
    for text in sample:
        step(text)
    return sum(map(len, sample)) / (time.process_time() - begin) / 1e6


def stage(text: str) -> None:
    """What the pipeline does with numbers, from clean text to rows."""
    document = Document(Source("a", text), Text.untouched(text), sentences(text))
    numbers = find_numbers(text)
    find_counts(document, numbers, find_money(document, numbers), ())


def verdict(row: dict[str, str | None], peer: str) -> str:
    """right, wrong or none; a percentage may be a share of one."""
    said, low, high = row[peer], row["low"], row["high"]
    if low is None or high is None:
        return "right" if said is None else "wrong"
    if said is None:
        return "none"
    wanted = [Fraction(low)] if low == high else [Fraction(low), Fraction(high)]
    share = [w / 100 for w in wanted] if row["kind"] == "percent" else wanted
    return "right" if [Fraction(part) for part in said.split("–")] in (wanted, share) else "wrong"


def own(form: str) -> str | None:
    """The value of a form as bangfu reads it, written as the peers' columns are."""
    found = [q for q in find_numbers(form) if q.low is not None]
    if len(found) != 1:
        return None
    q = found[0]
    return str(q.low) if q.low == q.high else f"{q.low}–{q.high}"


def refresh(rows: list[dict[str, Any]]) -> None:
    """Fill the peers' columns anew and write the table."""
    cn2an, jionlp = optional("cn2an"), optional("jionlp")
    if cn2an is None or jionlp is None:
        raise SystemExit("--refresh needs cn2an and jionlp")
    for row in rows:
        row["cn2an"] = row["jionlp"] = None
        with contextlib.suppress(Exception):
            row["cn2an"] = str(cn2an.cn2an(row["form"], "smart"))
        with contextlib.suppress(Exception):
            number = jionlp.parse_money(row["form"] + "元")["num"]
            row["jionlp"] = number if isinstance(number, str) else "–".join(map(str, number))
    lines = ",\n".join(" " + json.dumps(row, ensure_ascii=False) for row in rows)
    TABLE.write_text(f"[\n{lines}\n]\n", "utf-8")


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("news", type=Path)
    parser.add_argument("-n", type=int, default=1000, help="articles (1000)")
    parser.add_argument("--refresh", action="store_true", help="write the peers' columns of the table anew")
    args = parser.parse_args()
    sample = texts(args.news, args.n)
    steps: list[tuple[str, Callable[[str], object], list[str]]] = [
        ("bangfu numbers", find_numbers, sample),
        ("bangfu numbers, money, counts", stage, sample),
        ("rjieba.tag", rjieba.tag, sample),
    ]
    if posseg := optional("jieba.posseg"):
        steps.append(("jieba.posseg", lambda text: list(posseg.cut(text)), sample[::10]))
    if jionlp := optional("jionlp"):
        steps.append(("JioNLP extract_money", jionlp.ner.extract_money, sample[::10]))
    print(f"{sum(map(len, sample))} characters")
    for name, step, part in steps:
        print(f"{name:32s}{rate(step, part):8.2f} M characters/s")
    rows = json.loads(TABLE.read_text("utf-8"))
    if args.refresh:
        refresh(rows)
    for row in rows:
        row["bangfu"] = own(row["form"])
    print(f"\n{len(rows)} hard forms" + " " * 18 + "".join(f"{v:>8s}" for v in ("right", "none", "wrong")))
    for peer in ("bangfu", "cn2an", "jionlp"):
        tally = Counter(verdict(row, peer) for row in rows)
        print(f"{peer:32s}" + "".join(f"{tally[v]:8d}" for v in ("right", "none", "wrong")))


if __name__ == "__main__":
    main()
