"""Chooses where the name in front of a head begins: a softmax over the borders left of it, and over no name.

The weights come from ``lexicons/sources/institution_model.py``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bangfu.lexicon import rows
from bangfu.recognize.institutions.borders import (
    ARTICLE_COLUMNS,
    CHAR_COLUMNS,
    EDGE_COLUMNS,
    Border,
    Sort,
    article,
    borders,
    chars,
    edge,
    first,
    first_columns,
    inner,
    inner_columns,
    none,
    none_columns,
)
from bangfu.recognize.institutions.heads import Head, Hit
from bangfu.recognize.institutions.words import Words

_Tables = tuple[dict[str, float], ...]
_ZEROS = (0.0,) * 16
"""What a value without a weight adds; more of them than any function gives values."""


GROUPS = frozenset({"name", "organ", "weak"})
"""The groups of heads whose names the model knows."""


class Choice(NamedTuple):
    """The best beginning, None for no name, and by how many nats it beats that of the rules."""

    start: int | None
    margin: float


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """The weight of each value of each column of features."""
    columns: dict[str, dict[str, float]] = {}
    for column, value, weight in rows("institution_weights"):
        columns.setdefault(column, {})[value] = float(weight)
    return columns


@lru_cache(maxsize=256)
def _tables(columns: tuple[str, ...]) -> _Tables:
    return tuple([weights().get(column, {}) for column in columns])


@lru_cache(maxsize=1 << 11)
def _of_head(head: Head) -> tuple[_Tables, _Tables, _Tables]:
    return _tables(first_columns(head)), _tables(inner_columns(head)), _tables(none_columns(head))


def _sum(tables: _Tables, values: tuple[str, ...]) -> float:
    """The weights of values, each looked up in the table of its column."""
    return sum(map(dict.get, tables, values, _ZEROS))


@lru_cache(maxsize=1 << 14)
def _edge(left: Sort, right: Sort, beyond: Sort, cut: str) -> float:
    return _sum(_tables(EDGE_COLUMNS), edge(Border(0, left, right, beyond, cut, 0)))


def choose(words: Words, hit: Hit, floor: int, start: int | None) -> Choice:
    """The best of the borders left of a head, against ``start``, that of the rules (None: no name).

    >>> from bangfu.recognize.institutions.heads import hits
    >>> from bangfu.recognize.institutions.words import words_of
    >>> words = words_of("费用由云岭省沧陌医学发展基金会资助。")
    >>> choose(words, hits(words)[-1], 0, 10).start
    3
    """
    found, sorts = borders(words, hit, floor, start)
    if not found:
        return Choice(start, 0.0)
    begun, within, absent = _of_head(hit.head)
    around, beside = _tables(CHAR_COLUMNS), _tables(ARTICLE_COLUMNS)
    total, done = 0.0, 0
    best, most, given = None, _sum(absent, none(words, hit, sorts)), None
    if start is None:
        given = most
    for border, told in zip(found, article(words.text, hit, found), strict=True):
        while done < border.inside:
            total += _sum(within, inner(sorts, done))
            done += 1
        odds = total + _edge(border.left, border.right, border.beyond, border.cut)
        odds += _sum(begun, first(hit.head, border, sorts))
        odds += _sum(around, chars(words.text, border.start)) + _sum(beside, told)
        if border.start == start:
            given = odds
        if odds > most:
            best, most = border.start, odds
    return Choice(start, 0.0) if given is None else Choice(best, most - given)


def forget() -> None:
    """Read the weights again on next use: the training script has changed them."""
    for cached in (weights, _tables, _of_head, _edge):
        cached.cache_clear()
