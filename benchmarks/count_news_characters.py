"""Which character follows which two in Chinese news, every person's name counted as one and the same mark.

Called by ``count_news_words.py``. Bigrams and single characters have the number of different characters that
were seen before them, not their own (Kneser & Ney 1995): what stands in one phrase only is a poor guess
elsewhere. Only what tells most beyond the shorter history is kept (Seymore & Rosenfeld 1996).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import log
from pathlib import Path

from bangfu.restore.language_model_characters import ANY, DISCOUNT, NAME_MARK, NUMBER
from bangfu.restore.language_model_words import BREAK
from benchmarks.count_news_pairs import MASK, could_be_name, printable, write

KEPT = 160_000
"""Followers of one or two characters, as many as fit in one and a half megabytes."""

LEAST = 2

CHARACTERS = """\
# Which characters follow one or two characters in Chinese news.
# Columns: the one or two characters (* for any), occurrences of all that follows, then one column for each
# follower: that character and its occurrences. Behind one or any: how many different characters precede.
# ※ is any person's name, ０ a number, ¶ a paragraph's border. Of the {kept} followers
# that tell most, those that could make a name with what stands before them are left out.
# Source: benchmarks/count_news_words.py over {characters} characters of broadcast news; counts only.
# Licence: MIT, as the rest of bangfu.
"""

Counts = dict[str, int]


def count_characters(paragraphs: Iterable[str]) -> dict[str, Counts]:
    """The followers that are kept, by what stands before them, with the sum of all under ""."""
    three = Counter[str]()
    for text in paragraphs:
        line = BREAK + re.sub("[0-9０-９]+", NUMBER, text).replace(MASK, NAME_MARK) + BREAK
        three.update(map("".join, zip(line, line[1:], line[2:], strict=False)))
    two, raw = Counter[str](), Counter[str]()
    for gram, n in three.items():
        two[gram[1:]] += 1
        raw[gram[1:]] += n
    one = Counter[str]()
    for gram in two:
        one[gram[1]] += 1
    total = one.total()
    singles = {c: n / total for c, n in one.items()}
    pairs = _shares(two, singles)
    told = [(raw[g] * log(pairs[g] / singles[g[1]]), g) for g in two]
    triples = _shares(three, pairs)
    told += [(n * log(triples[g] / pairs[g[1:]]), g) for g, n in three.items() if n >= LEAST]
    told.sort(key=lambda entry: (-entry[0], entry[1]))
    rows = {ANY: {"": total} | {c: n for c, n in one.items() if n >= LEAST}}
    sums = Counter[str]()
    for source in (two, three):
        for gram, n in source.items():
            sums[gram[:-1]] += n
    for _, gram in told[:KEPT]:
        if len(gram) == 3 and gram.isalpha() and could_be_name(gram[0], gram[1:]):
            continue
        counts = three if len(gram) == 3 else two
        rows.setdefault(gram[:-1], {"": sums[gram[:-1]]})[gram[-1]] = counts[gram]
    return rows


def _shares(counts: Counter[str], shorter: dict[str, float]) -> dict[str, float]:
    """The share of each character behind what stands before it, interpolated with the shorter history."""
    sums, kinds = Counter[str](), Counter[str]()
    for gram, n in counts.items():
        sums[gram[:-1]] += n
        kinds[gram[:-1]] += 1
    return {
        gram: (n - DISCOUNT + DISCOUNT * kinds[gram[:-1]] * shorter[gram[1:]]) / sums[gram[:-1]]
        for gram, n in counts.items()
    }


def write_characters(out: Path, rows: dict[str, Counts], characters: int) -> None:
    """The table."""
    lines: list[str] = []
    for history, counts in rows.items():
        kept = [f"{c}{n}" for c, n in sorted(counts.items()) if c and printable(c)]
        if kept and printable(history) and (history == ANY or ANY not in history):
            lines.append("\t".join((history, str(counts[""]), *kept)))
    write(out / "news_characters.txt", CHARACTERS.format(kept=KEPT, characters=characters), lines)
