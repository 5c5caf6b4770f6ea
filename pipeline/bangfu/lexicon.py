"""Lexicons: classes of words as data, read on first use.

A lexicon is ``lexicons/NAME.txt``: a header of lines that begin with ``#`` (what it holds, its source and
licence, its columns), then one entry a line, sorted by code point, columns parted by tabs.
"""

from __future__ import annotations

from bisect import bisect_left
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


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Every entry of a lexicon as a tuple of its columns.

    Raises :class:`LexiconError` where there is no such lexicon.

    >>> ("万", "10000") in table("number_units")
    True
    """
    return tuple(tuple(line.split("\t")) for line in _entries(name))


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a lexicon as a set.

    >>> "万" in words("number_units")
    True
    """
    return frozenset(row[0] for row in table(name))


@cache
def mapping(name: str) -> dict[str, str]:
    """The first two columns of a lexicon as a dictionary.

    >>> mapping("number_units")["亿"]
    '100000000'
    """
    return {row[0]: row[1] for row in table(name)}
