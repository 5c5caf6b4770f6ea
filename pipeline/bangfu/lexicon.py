"""Lexicons: classes of words as data, read on first use.

A lexicon is ``lexicons/NAME.txt``: a header of lines that begin with ``#`` (what it holds, its source and
licence, its columns), then one entry a line, sorted by code point, columns parted by tabs.
"""

from __future__ import annotations

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


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Every entry of a lexicon as a tuple of its columns.

    Raises :class:`LexiconError` where there is no such lexicon.

    >>> ("万", "10000") in table("number_units")
    True
    """
    path = folder() / f"{name}.txt"
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise LexiconError(f"no lexicon named {name!r} in {folder()}: {error}") from error
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


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
