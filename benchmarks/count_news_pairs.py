"""Which word follows which in Chinese news, with every person's name counted as one and the same word.

Called by ``count_news_words.py``. The names are those that bangfu itself finds; no pair that could be a name
is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import rjieba

from bangfu.article import Source
from bangfu.lexicon import mapping
from bangfu.recognize import find
from bangfu.recognize.names.features import likeness
from bangfu.recognize.names.model import HOPELESS, own_odds
from bangfu.restore import restore
from bangfu.restore.language_model.marks import BREAK
from bangfu.restore.language_model.pairs import NAME
from bangfu.segment import segment
from bangfu.settings import Settings

MASK = "\ue000"
"""Any person's name while words are cut."""

LEAST_PAIR = 4
LEAST_CHARACTER = 5

PAIRS = """\
# Which words follow a word in Chinese news.
# Columns: word, its occurrences, then one column for each follower: the follower, a blank, the occurrences.
# At least {least} occurrences. <人> is any person's name, 0 a number, ¶ a paragraph's end; no pair is a name.
# Source: benchmarks/count_news_words.py over {characters} characters of broadcast news; counts only.
# Licence: MIT, as the rest of bangfu.
"""
NAME_CHARACTERS = """\
# Characters of the names of people in Chinese news.
# Columns: character, distinct names with it as their surname, distinct names with it behind the surname.
# Five or more in one of the two. Names of two or three characters.
# Source: benchmarks/count_news_words.py over {characters} characters of broadcast news; counts only.
# Licence: MIT, as the rest of bangfu.
"""

Pairs = dict[str, Counter[str]]


def with_masked_names(records: Iterable[str], names: set[str]) -> Iterator[str]:
    """The paragraphs of each record, every person's name one mark; the names are added to ``names``."""
    settings = Settings()
    for raw in records:
        document = segment(Source("news", raw), restore(raw, settings))
        text, at = [], 0
        for person in find(document, settings).people:
            names.add(person.value or person.text)
            text += [document.clean[at : person.start], MASK]
            at = max(at, person.end)
        yield from "".join((*text, document.clean[at:])).split("\n")


def count_pairs(paragraphs: Iterable[str], tags: dict[str, str]) -> Pairs:
    """The followers of each word of the dictionary; "" counts those that are left out."""
    pairs: Pairs = {}
    for text in paragraphs:
        found = [BREAK, *rjieba.cut(re.sub("[0-9０-９]+", "0", text), False), BREAK]
        for a, b in pairwise(NAME if w == MASK else w for w in found):
            if a in tags or not a.isalpha():
                follower = b if _may_follow(a, b, tags) else ""
                pairs.setdefault(a, Counter())[follower] += 1
    return pairs


def dictionary() -> dict[str, str]:
    """The words of jieba's dictionary and their tags."""
    import jieba

    lines = (Path(jieba.__file__).parent / "dict.txt").read_text("utf-8").splitlines()
    return {line.split(" ")[0]: line.split(" ")[2] for line in lines}


def _may_follow(a: str, b: str, tags: dict[str, str]) -> bool:
    if not (a.isalpha() and b.isalpha()):
        return b in tags or not b.isalpha()
    return (
        b in tags
        and not tags[a].startswith("nr")
        and not tags[b].startswith("nr")
        and not could_be_name(a, b)
    )


@cache
def could_be_name(a: str, b: str) -> bool:
    """Whether two words together could be somebody's name."""
    joined = a + b
    if mapping("surnames").get(joined[0], "1") == "1" or not 2 <= len(joined) <= 3:
        return False
    if len(a) == 1 and all(min(likeness(c)) > 0 for c in b):
        return True
    return own_odds(joined, "H", 1) > HOPELESS


def write_pairs(out: Path, pairs: Pairs, names: set[str], characters: int) -> None:
    """The two tables."""
    rows: list[str] = []
    for first, followers in sorted(pairs.items()):
        kept = sorted((w, n) for w, n in followers.items() if n >= LEAST_PAIR and printable(w))
        if kept and printable(first):
            rows.append("\t".join((first, str(followers.total()), *(f"{w} {n}" for w, n in kept))))
    write(out / "news_pairs.txt", PAIRS.format(least=LEAST_PAIR, characters=characters), rows)
    surnames, given = Counter[str](), Counter[str]()
    for name in sorted(names):
        if 2 <= len(name) <= 3 and name.isalpha() and name[0] in mapping("surnames"):
            surnames[name[0]] += 1
            given.update(name[1:])
    rows = [
        f"{c}\t{surnames[c]}\t{given[c]}"
        for c in sorted(surnames.keys() | given.keys())
        if max(surnames[c], given[c]) >= LEAST_CHARACTER
    ]
    write(out / "news_name_characters.txt", NAME_CHARACTERS.format(characters=characters), rows)


def write(path: Path, header: str, rows: Iterable[str]) -> None:
    """One table: the header, then the rows in order of code points."""
    path.write_text(header + "".join(row + "\n" for row in sorted(rows)), "utf-8", newline="\n")


def printable(word: str) -> bool:
    """Whether a word can stand in a table."""
    return bool(word) and "#" not in word and not any(c.isspace() or c == "\ufffd" for c in word)
