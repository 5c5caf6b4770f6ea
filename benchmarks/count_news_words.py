"""Count words, their junctions and pairs, and characters of Chinese news: the tables of the language model.

    python benchmarks/count_news_words.py NEWS.jsonl.gz lexicons [--leave-out FOLDER] [--only even]

Reads records with ``title`` and ``text``; records whose ``id`` names a file in FOLDER are left out, so that
no annotated article shapes the model. Only words of jieba's own dictionary are counted: no name that the news
holds and the dictionary does not can enter. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import rjieba

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bangfu.restore.language_model.marks import BREAK
from benchmarks.count_news_characters import count_characters, write_characters
from benchmarks.count_news_pairs import (
    count_pairs,
    dictionary,
    printable,
    with_masked_names,
    write,
    write_pairs,
)

LEAST_WORD = 3
LEAST_JUNCTION = 3
LEAST_PHRASE = 12
LONGEST_PHRASE = 6

WORDS = """\
# Words of Chinese news with their number of occurrences.
# Columns: word, occurrences. Words of jieba's dictionary (MIT) that occur at least {least} times.
# Source: benchmarks/count_news_words.py over {characters} characters of broadcast news; counts only.
# Licence: MIT, as the rest of bangfu.
"""
PHRASES = """\
# Two neighbouring words of Chinese news, written as one, with their number of occurrences.
# Columns: phrase, occurrences. Both words have two characters or more; at least {least} occurrences.
# Source: benchmarks/count_news_words.py over {characters} characters of broadcast news; counts only.
# Licence: MIT, as the rest of bangfu.
"""
JUNCTIONS = """\
# Which character begins a word behind a word that ends in a character, in Chinese news.
# Columns: last character, then one column for each first character: that character and the occurrences.
# At least {least} occurrences; the first characters stand in the order of code points.
# Source: benchmarks/count_news_words.py over {characters} characters of broadcast news; counts only.
# Licence: MIT, as the rest of bangfu.
"""


def records(path: Path, left_out: frozenset[str], only: str) -> Iterator[str]:
    """The records of a gzipped JSONL file, titles first, one paragraph a line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            record = json.loads(line)
            if record.get("id") in left_out or (only == "even" and number % 2):
                continue
            yield record["title"] + "\n" + record["text"]


def count(texts: Iterable[str]) -> tuple[int, Counter[str], Counter[str], Counter[str]]:
    """Characters read, words, phrases and junctions; digits count as marks of one kind, "0"."""
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    known = jieba.dt.FREQ
    size, words, phrases, junctions = 0, Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        found = [BREAK, *rjieba.cut(re.sub("[0-9０-９]", "0", text), False), BREAK]
        size += len(text)
        words.update(w for w in found if len(w) == 1 or known.get(w))
        for a, b in pairwise(found):
            junctions[a[-1] + b[0]] += 1
            short = len(a) > 1 < len(b) and len(a) + len(b) <= LONGEST_PHRASE
            if short and (a + b).isalpha() and known.get(a) and known.get(b):
                phrases[a + b] += 1
    return size, words, phrases, junctions


def main() -> None:
    """Read the news, write the six tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--leave-out", type=Path)
    parser.add_argument("--only", choices=("all", "even"), default="all")
    args = parser.parse_args()
    left_out = frozenset(path.stem for path in args.leave_out.iterdir()) if args.leave_out else frozenset()
    texts = list(records(args.news, left_out, args.only))
    size, words, phrases, junctions = count(p for text in texts for p in text.split("\n"))
    names: set[str] = set()
    masked = list(with_masked_names(texts, names))
    pairs = count_pairs(masked, dictionary())
    rows: dict[str, list[str]] = {}
    for pair, n in sorted(junctions.items()):
        if n >= LEAST_JUNCTION and printable(pair):
            rows.setdefault(pair[0], []).append(f"{pair[1]}{n}")
    write(
        args.out / "news_words.txt",
        WORDS.format(least=LEAST_WORD, characters=size),
        (f"{w}\t{n}" for w, n in words.items() if n >= LEAST_WORD and printable(w)),
    )
    write(
        args.out / "news_phrases.txt",
        PHRASES.format(least=LEAST_PHRASE, characters=size),
        (f"{w}\t{n}" for w, n in phrases.items() if n >= LEAST_PHRASE and not words.get(w)),
    )
    write(
        args.out / "news_junctions.txt",
        JUNCTIONS.format(least=LEAST_JUNCTION, characters=size),
        ("\t".join((last, *firsts)) for last, firsts in rows.items()),
    )
    write_pairs(args.out, pairs, names, size)
    write_characters(args.out, count_characters(masked), size)


if __name__ == "__main__":
    main()
