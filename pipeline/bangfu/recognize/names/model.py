"""Scores candidate names: logistic regression over characters, words around and titles.

The weights come from ``lexicons/sources/name_model.py``.
"""

from __future__ import annotations

from functools import lru_cache

from bangfu.lexicon import rows
from bangfu.recognize.names.candidates import Candidate, in_given_name, possible
from bangfu.recognize.names.context import Context
from bangfu.recognize.names.features import (
    HAN,
    bounded,
    outer,
    outer_columns,
    own,
    own_columns,
    placed,
    placed_columns,
)
from bangfu.recognize.names.likeness import likeness
from bangfu.recognize.places import is_place

HOPELESS = -2.0
"""Log-odds of a span alone below which no surroundings make it a name: they are not looked at."""


_PRIOR = 1.5
"""Added to every score: most candidates of training cover a name in part; labelled news is best at it."""

_Tables = tuple[dict[str, float], ...]
_ZEROS = (0.0,) * 32
"""What a value without a weight adds; more of them than any candidate has features."""


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """The weight of each value of each column of features, in log-odds."""
    columns: dict[str, dict[str, float]] = {}
    for column, value, weight in rows("name_weights"):
        columns.setdefault(column, {})[value] = float(weight)
    return columns


GATE = -3.0
"""Log-odds of the name alone below which a candidate is not looked at."""


@lru_cache(maxsize=64)
def _own_tables(kind: str, length: int, surname: int) -> _Tables:
    return tuple([weights().get(column, {}) for column in own_columns(kind, length, surname)])


@lru_cache(maxsize=64)
def _tables(kind: str, length: int) -> tuple[_Tables, _Tables]:
    """The weights of the columns of ``placed`` and of ``outer``."""
    of = weights().get
    return (
        tuple([of(column, {}) for column in placed_columns(kind)]),
        tuple([of(column, {}) for column in outer_columns(kind, length)]),
    )


@lru_cache(maxsize=16_384)
def own_odds(name: str, kind: str, surname: int) -> float:
    """What the characters of a name say, as natural log-odds.

    >>> own_odds("王建国", "H", 1) > own_odds("和发展", "H", 1)
    True
    """
    return _sum(_own_tables(kind, len(name), surname), own(name, kind, surname))


def _sum(tables: _Tables, values: tuple[str, ...]) -> float:
    """The weights of values, each looked up in the table of its column."""
    return sum(map(dict.get, tables, values, _ZEROS))


def promising(chars: str) -> tuple[tuple[int, float], ...]:
    """The names that three characters begin with and whose surroundings are worth a look: lengths, log-odds.

    The sum of :func:`own_odds` taken apart into what is known of two characters and of one: texts hold few of
    those, and millions of threes. A place is worth a look all the same.

    >>> [length for length, _ in promising("王建国")], promising("和发展")
    ([2, 3], ())
    """
    begun = _begun(chars[:2])
    if begun is None:
        return ()
    two, base, likeness, least = begun
    ending = _ending(chars[2:])
    if ending is None or ending[0] <= least:
        return two
    odds = base + ending[0] + _likeness_weights()[round(likeness + ending[1])]
    if odds <= GATE:
        return two
    return (*two, (3, odds + _place_weight() if is_place(chars) else odds))


@lru_cache(maxsize=16_384)
def _begun(chars: str) -> tuple[tuple[tuple[int, float], ...], float, float, float] | None:
    """Of a surname and a character: the name they make, and their part in a longer one.

    The part is its log-odds, the likeness of its given name and the least weight that its last character must
    have. None where no name that begins with them is worth a look.
    """
    if not possible(chars):
        return None
    weight = weights()
    base = weight["s3"].get(chars[0], 0.0) + weight["p3"].get(chars, 0.0) + weight["m"].get(chars[1], 0.0)
    base += weight["Hb"].get("3", 0.0)
    odds = own_odds(chars, HAN, 1)
    two = ((2, odds),) if odds > GATE else ()
    least = GATE - base - _highest("q3")
    return (two, base, likeness(chars[1])[0], least) if two or _highest("e3") > least else None


@lru_cache(maxsize=20_000)
def _ending(char: str) -> tuple[float, float] | None:
    """Of a last character: its weight, and how much it is one of given names."""
    return (weights()["e3"].get(char, 0.0), likeness(char)[1]) if in_given_name(char) else None


@lru_cache(maxsize=1)
def _likeness_weights() -> dict[int, float]:
    weight = weights()["q3"]
    return {n: weight.get(str(bounded(n)), 0.0) for n in range(-40, 41)}


@lru_cache(maxsize=8)
def _highest(column: str) -> float:
    return max(weights()[column].values())


@lru_cache(maxsize=1)
def _place_weight() -> float:
    return weights()["HP"].get("1", 0.0)


def around_odds(context: Context, start: int, end: int, kind: str) -> float:
    """What stands around a span says, as natural log-odds."""
    return _sum(_tables(kind, end - start)[1], outer(context, start, end))


def log_odds(context: Context, candidate: Candidate) -> float:
    """How likely a candidate is a person's name, as natural log-odds.

    >>> from bangfu.recognize.names.candidates import candidates
    >>> from bangfu.recognize.names.context import context_of
    >>> context = context_of("据王建国介绍，学校很大。", ())
    >>> max(candidates(context), key=lambda c: log_odds(context, c))
    Candidate(start=1, end=4, kind='H', surname=1, own=None)
    """
    start, end, kind, surname, own_known = candidate
    total = _PRIOR + (own_odds(context.clean[start:end], kind, surname) if own_known is None else own_known)
    beside, around = _tables(kind, end - start)
    total += _sum(beside, placed(context, start, end, kind))
    if total < HOPELESS and start not in context.titles_ending:
        return total
    return total + _sum(around, outer(context, start, end))


def forget() -> None:
    """Read the weights again on next use: the training script has changed them."""
    of_columns = (weights, _own_tables, _tables, _likeness_weights, _highest, _place_weight)
    for cached in (*of_columns, own_odds, _begun, _ending):
        cached.cache_clear()
