"""Damage clean paragraphs in every way, repair them, and count the characters that are still wrong.

    python benchmarks/restore_accuracy.py NEWS.jsonl[.gz] [-n PARAGRAPHS] [--kind KIND] [--held-out]

NEWS holds one JSON object a line with a ``text``. The character error rate is the edit distance to the clean
paragraph over its length; for byte shifts, also over the characters inside of the damaged spans. Peers: ftfy,
then OpenCC's t2s by opencc-python-reimplemented. ``--held-out`` counts the language model's tables anew from
the records of even number and takes the paragraphs from the others.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bangfu import lexicon
from bangfu.restore import restore
from tests.damage import DAMAGE, noted_pieces
from tests.damage_encoding import shifted_pieces


def paragraphs(path: Path, count: int, odd: bool = False, seed: int = 0) -> list[str]:
    """A sample of paragraphs of 60 to 400 characters that are written as clean text is."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = content.decode("utf-8").splitlines()
    texts = (json.loads(line)["text"] for line in (lines[1::2] if odd else lines))
    found = [p for text in texts for p in text.split("\n") if 60 <= len(p) <= 400]
    sample = random.Random(seed).sample(found, min(4 * count, len(found)))
    return [p for p in sample if restore(p).clean == p][:count]


def distance(a: str, b: str) -> int:
    """Levenshtein distance by Myers' bit vectors (1999), in Hyyrö's form for the whole distance."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    if not a or not b:
        return len(a) + len(b)
    masks: dict[str, int] = {}
    for i, char in enumerate(a):
        masks[char] = masks.get(char, 0) | 1 << i
    full, top = (1 << len(a)) - 1, 1 << (len(a) - 1)
    plus, minus, score = full, 0, len(a)
    for char in b:
        equal = masks.get(char, 0)
        across = equal | minus
        equal |= ((equal & plus) + plus) ^ plus
        up, down = minus | ~(equal | plus) & full, plus & equal
        score += (up & top > 0) - (down & top > 0)
        up = (up << 1 | 1) & full
        plus, minus = (down << 1 | ~(across | up)) & full, up & across
    return score


def peer() -> Callable[[str], str]:
    """ftfy's text repair, then OpenCC."""
    import ftfy
    import opencc

    converter = opencc.OpenCC("t2s")
    config = ftfy.TextFixerConfig(uncurl_quotes=False, fix_character_width=False)
    return lambda text: str(converter.convert(ftfy.fix_text(text, config)))


def main() -> int:
    """Print one line a kind of damage."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("news", type=Path)
    parser.add_argument("-n", type=int, default=2000, help="paragraphs")
    parser.add_argument("--kind", action="append", choices=sorted(DAMAGE))
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--held-out", action="store_true", help="train on even records, test on odd ones")
    parser.add_argument("--show", type=int, default=0, help="paragraphs still wrong to print")
    options = parser.parse_args()
    if options.held_out:
        train_on_even_records(options.news)
    clean = paragraphs(options.news, options.n, options.held_out)
    characters = sum(map(len, clean))
    print(f"{len(clean)} paragraphs, {characters} characters")
    repairs = {"bangfu": lambda text: restore(text).clean}
    if not options.no_peers:
        repairs["ftfy+OpenCC"] = peer()
    print(
        f"{'kind':24}{'damaged %':>10}" + "".join(f"{name + ' %':>14}{'K chars/s':>11}" for name in repairs)
    )
    for kind in options.kind or ("none", *DAMAGE):
        damaged = [DAMAGE[kind](text, seed) if kind in DAMAGE else text for seed, text in enumerate(clean)]
        row = [f"{kind:24}{error_rate(clean, damaged):10.3f}"]
        shown: dict[str, list[str]] = {}
        for name, repair in repairs.items():
            repaired, speed = timed(repair, damaged)
            # A title stands on a line of its own, whether it is a sentence's beginning or not.
            title = kind.endswith("_title")
            shown[name] = [text.replace("\n", "") if title else text for text in repaired]
            row.append(f"{error_rate(clean, shown[name]):14.3f}{speed:11.1f}")
        print("".join(row), flush=True)
        if kind.startswith("byte_shift"):
            print(f"{'  in damaged spans':34}{in_spans(kind, clean, shown['bangfu']):10.3f}")
        wrong = [(a, b, c) for a, b, c in zip(clean, damaged, shown["bangfu"], strict=True) if a != c]
        for original, worse, better in wrong[: options.show]:
            print(f"    clean    {original}\n    damaged  {worse}\n    repaired {better}")
    return 0


def timed(repair: Callable[[str], str], texts: list[str]) -> tuple[list[str], float]:
    """The repaired texts, and thousands of damaged characters a second of processor time."""
    repair(texts[0])  # tables are read on first use
    began = time.process_time()
    repaired = [repair(text) for text in texts]
    return repaired, sum(map(len, texts)) / max(time.process_time() - began, 1e-9) / 1e3


def train_on_even_records(news: Path) -> None:
    """Count the tables from half of the news; the other lexicons are those of the checkout."""
    folder = Path(tempfile.mkdtemp()) / "lexicons"
    shutil.copytree(lexicon.folder(), folder)
    script = Path(__file__).with_name("count_news_words.py")
    subprocess.run([sys.executable, script, news, folder, "--only", "even"], check=True)
    lexicon.folder = lambda: folder  # type: ignore[assignment]


def in_spans(kind: str, clean: list[str], repaired: list[str]) -> float:
    """Percent of wrong characters inside of the damaged spans of paragraphs that were hit."""
    errors = hit = 0
    for seed, (text, now) in enumerate(zip(clean, repaired, strict=True)):
        written = DAMAGE["script"](text, seed) if kind == "byte_shift_traditional" else text
        pieces = noted_pieces(text, seed) if kind == "byte_shift_notes" else shifted_pieces(written, seed)
        # A whole note alone behind a character is no shift.
        inside = sum(len(intact) for shown, intact in pieces if "?" in shown)
        if inside:
            hit += inside
            errors += distance(text, now)
    return 100 * errors / max(1, hit)


def error_rate(clean: list[str], other: list[str]) -> float:
    """Percent of characters to change in ``other``."""
    errors = sum(distance(a, b) for a, b in zip(clean, other, strict=True))
    return 100 * errors / max(1, sum(map(len, clean)))


if __name__ == "__main__":
    sys.exit(main())
