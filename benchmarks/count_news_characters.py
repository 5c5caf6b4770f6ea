"""Which character follows which three in Chinese news, every person's name counted as one and the same mark.

Called by ``count_news_words.py``. All but the longest have the number of different characters that were seen
before them, not their own (Kneser & Ney 1995): what stands in one phrase only is a poor guess elsewhere. Only
what tells most beyond the shorter history is kept (Seymore & Rosenfeld 1996).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import log
from pathlib import Path

from bangfu.restore.language_model.characters import ANY, DISCOUNT, LONGEST, NAME_MARK, NUMBER
from bangfu.restore.language_model.marks import BREAK
from benchmarks.count_news_pairs import MASK, could_be_name, printable, write

KEPT = 400_000
"""Followers of one to three characters, as many as fit in four megabytes."""

LEAST = 2

CHARACTERS = """\
# Which characters follow one to three characters in Chinese news.
# Columns: the one to three characters (* for any), occurrences of all that follows, then one column for each
# follower: that character and its occurrences. Behind two or fewer: how many different characters precede.
# ※ is any person's name, ０ a number, ¶ a paragraph's border. Of the {kept} followers
# that tell most, those that could make a name with what stands before them are left out.
# Source: benchmarks/count_news_words.py over {characters} characters of broadcast news; counts only.
# Licence: MIT, as the rest of bangfu.
"""

Counts = dict[str, int]


def count_characters(paragraphs: Iterable[str]) -> dict[str, Counts]:
    """The followers that are kept, by what stands before them, with the sum of all under ""."""
    longest = Counter[str]()
    for text in paragraphs:
        line = BREAK + re.sub("[0-9０-９]+", NUMBER, text).replace(MASK, NAME_MARK) + BREAK
        longest.update(map("".join, zip(*(line[i:] for i in range(LONGEST + 1)), strict=False)))
    levels = _levels(longest)
    one = levels[0][0]
    total = one.total()
    shorter = {c: n / total for c, n in one.items()}
    told: list[tuple[float, str]] = []
    sums = Counter[str]()
    for counts, seen in levels[1:]:
        shares = _shares(counts, shorter)
        for gram, n in counts.items():
            sums[gram[:-1]] += n
            if seen[gram] >= LEAST or len(gram) == 2:
                told.append((-seen[gram] * log(shares[gram] / shorter[gram[1:]]), gram))
        shorter = shares
    told.sort()
    rows = {ANY: {"": total} | {c: n for c, n in one.items() if n >= LEAST}}
    for _, gram in told[:KEPT]:
        if not any(map(_like_a_name, map("".join, zip(gram, gram[1:], gram[2:], strict=False)))):
            rows.setdefault(gram[:-1], {"": sums[gram[:-1]]})[gram[-1]] = levels[len(gram) - 1][0][gram]
    return rows


def _levels(longest: Counter[str]) -> list[tuple[Counter[str], Counter[str]]]:
    """For each length from one: how many different characters precede, and how often it was seen."""
    levels = [(longest, longest)]
    for _ in range(LONGEST):
        kinds, seen = Counter[str](), Counter[str]()
        for gram, n in levels[0][1].items():
            kinds[gram[1:]] += 1
            seen[gram[1:]] += n
        levels.insert(0, (kinds, seen))
    return levels


def _like_a_name(three: str) -> bool:
    return three.isalpha() and could_be_name(three[0], three[1:])


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
