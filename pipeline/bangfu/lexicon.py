"""Lexicons: classes of words as data, read on first use.

A lexicon is ``lexicons/NAME.txt``: a header of lines that begin with ``#`` (what it holds, its source and
licence, its columns), then one entry a line, sorted by code point, columns parted by tabs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bangfu.errors import LexiconError

_HERE = Path(__file__).resolve().parent


@cache
def folder() -> Path:
    """The folder of the lexicons: inside the installed package, or at the top of a checkout."""
    for candidate in (_HERE / "lexicons", _HERE.parents[1] / "lexicons"):
        if candidate.is_dir():
            return candidate
    raise LexiconError("the lexicons are missing: install bangfu again, or run from a whole checkout")


def _entries(name: str) -> tuple[str, ...]:
    path = folder() / f"{name}.txt"
    try:
        found = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise LexiconError(f"no lexicon named {name!r} in {folder()}: {error}") from error
    header = next((n for n, line in enumerate(found) if not line.startswith("#")), len(found))
    return tuple(found[header:])


@cache
def lines(name: str) -> tuple[str, ...]:
    """Every entry of a lexicon as it stands there, sorted by code point.

    Raises :class:`LexiconError` where there is no such lexicon.
    """
    return _entries(name)


def row(name: str, key: str) -> tuple[str, ...] | None:
    """The columns of the entry with this first column; None where there is none. Splits no other entry.

    >>> row("number_units", "万"), row("number_units", "无")
    (('万', '10000'), None)
    """
    entries, begin = lines(name), key + "\t"
    at = bisect_left(entries, begin)
    found = at < len(entries) and entries[at].startswith(begin)
    return tuple(entries[at].split("\t")) if found else None


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """Every entry of a lexicon as a tuple of its columns, read anew: for who makes another thing of it, once.

    Raises :class:`LexiconError` where there is no such lexicon.
    """
    return (tuple(line.split("\t")) for line in _entries(name))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Every entry of a lexicon as a tuple of its columns.

    Raises :class:`LexiconError` where there is no such lexicon.

    >>> ("万", "10000") in table("number_units")
    True
    """
    return tuple(rows(name))


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a lexicon as a set.

    >>> "万" in words("number_units")
    True
    """
    return frozenset([line.partition("\t")[0] for line in _entries(name)])


@cache
def mapping(name: str) -> dict[str, str]:
    """The first two columns of a lexicon as a dictionary.

    >>> mapping("number_units")["亿"]
    '100000000'
    """
    return {row[0]: row[1] for row in rows(name)}


@cache
def names() -> frozenset[str]:
    """The names of all lexicons."""
    return frozenset(path.stem for path in folder().glob("*.txt"))


@cache
def members(name: str, kind: str) -> frozenset[str]:
    """The words of one class, where the second column of a lexicon is the class.

    Raises :class:`LexiconError` where the lexicon has no such class.

    >>> sorted(members("party_words", "pronoun"))
    ['他', '她']
    """
    found = frozenset(row[0] for row in table(name) if row[1] == kind)
    if not found:
        raise LexiconError(f"the lexicon {name!r} has no class {kind!r}")
    return found


@cache
def alternation(name: str, kind: str | None = None) -> str:
    """The words of a lexicon, or of one of its classes, as a group of a pattern, longest first.

    A lexicon with classes has the columns: word, class, what may not stand in front of the word, what may
    not follow it (``-`` for nothing, else words parted by ``|``). Raises :class:`LexiconError` where there is
    no such class.

    >>> alternation("party_words", "pronoun")
    '(?:他|她)'
    """
    chosen = words(name) if kind is None else members(name, kind)
    guards = {} if kind is None else {row[0]: row[2:] for row in table(name) if row[1] == kind}
    longest = sorted(chosen, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_guarded(word, *guards.get(word, ())) for word in longest)})"


def _guarded(word: str, front: str = "-", behind: str = "-") -> str:
    """A word as a pattern that fails where ``front`` stands before it or ``behind`` after it."""
    before = "" if front == "-" else "".join(f"(?<!{re.escape(part)})" for part in front.split("|"))
    after = "" if behind == "-" else f"(?!{'|'.join(re.escape(part) for part in behind.split('|'))})"
    return before + re.escape(word) + after
