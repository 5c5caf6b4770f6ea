"""Scores candidate names: logistic regression over characters, words around and titles.

The weights come from ``lexicons/sources/name_model.py``.
"""

from __future__ import annotations

from functools import lru_cache

from bangfu.lexicon import table
from bangfu.recognize.names_candidates import Candidate, in_given_name, possible
from bangfu.recognize.names_context import Context
from bangfu.recognize.names_features import (
    HAN,
    bounded,
    likeness,
    outer,
    outer_columns,
    own,
    own_columns,
    placed,
    placed_columns,
)

HOPELESS = -2.0
"""Log-odds of a span alone below which no surroundings make it a name: they are not looked at."""


_PRIOR = 1.5
"""Added to every score: most candidates of training cover a name in part; labelled news is best at it."""

_Tables = tuple[dict[str, float], ...]


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """The weight of each value of each column of features, in log-odds."""
    columns: dict[str, dict[str, float]] = {}
    for column, value, weight in table("name_weights"):
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


@lru_cache(maxsize=32_768)
def own_odds(name: str, kind: str, surname: int) -> float:
    """What the characters of a name say, as natural log-odds.

    >>> own_odds("王建国", "H", 1) > own_odds("和发展", "H", 1)
    True
    """
    total = 0.0
    values = own(name, kind, surname)
    for weight, value in zip(_own_tables(kind, len(name), surname), values, strict=True):
        total += weight.get(value, 0.0)
    return total


def promising(chars: str) -> tuple[int, ...]:
    """The lengths of the names that three characters begin with and whose surroundings are worth a look.

    The sum of :func:`own_odds`, but for places, taken apart into what is known of two characters and of one:
    texts hold few of those, and millions of threes.

    >>> promising("王建国"), promising("和发展")
    ((2, 3), ())
    """
    begun = _begun(chars[:2])
    if begun is None:
        return ()
    two, base, likeness = begun
    ending = _ending(chars[2:])
    if ending is None or base + ending[0] + _likeness_weights()[round(likeness + ending[1])] <= GATE:
        return (2,) if two else ()
    return (2, 3) if two else (3,)


@lru_cache(maxsize=16_384)
def _begun(chars: str) -> tuple[bool, float, float] | None:
    """Of a surname and a character: whether they make a name worth a look, and their part in a longer one.

    None where no name that begins with them is worth one.
    """
    if not possible(chars):
        return None
    weight = weights()
    base = weight["s3"].get(chars[0], 0.0) + weight["p3"].get(chars, 0.0) + weight["m"].get(chars[1], 0.0)
    base += weight["Hb"].get("3", 0.0)
    two = own_odds(chars, HAN, 1) > GATE
    return (two, base, likeness(chars[1])[0]) if two or base + _best_ending() > GATE else None


@lru_cache(maxsize=1)
def _best_ending() -> float:
    return max(weights()["e3"].values()) + max(weights()["q3"].values())


@lru_cache(maxsize=20_000)
def _ending(char: str) -> tuple[float, float] | None:
    """Of a last character: its weight, and how much it is one of given names."""
    return (weights()["e3"].get(char, 0.0), likeness(char)[1]) if in_given_name(char) else None


@lru_cache(maxsize=1)
def _likeness_weights() -> dict[int, float]:
    weight = weights()["q3"]
    return {n: weight.get(str(bounded(n)), 0.0) for n in range(-40, 41)}


def around_odds(context: Context, start: int, end: int, kind: str) -> float:
    """What stands around a span says, as natural log-odds."""
    total = 0.0
    tables = _tables(kind, end - start)[1]
    for weight, value in zip(tables, outer(context, start, end), strict=True):
        total += weight.get(value, 0.0)
    return total


def log_odds(context: Context, candidate: Candidate) -> float:
    """How likely a candidate is a person's name, as natural log-odds.

    >>> from bangfu.recognize.names_candidates import candidates
    >>> from bangfu.recognize.names_context import context_of
    >>> context = context_of("据王建国介绍，学校很大。", ())
    >>> max(candidates(context), key=lambda c: log_odds(context, c))
    Candidate(start=1, end=4, kind='H', surname=1)
    """
    start, end, kind, surname = candidate
    total = _PRIOR + own_odds(context.clean[start:end], kind, surname)
    tables = _tables(kind, end - start)[0]
    for weight, value in zip(tables, placed(context, start, end, kind), strict=True):
        total += weight.get(value, 0.0)
    if total < HOPELESS and start not in context.titles_ending:
        return total
    return total + around_odds(context, start, end, kind)


def forget() -> None:
    """Read the weights again on next use: the training script has changed them."""
    for cached in (weights, own_odds, _own_tables, _tables, _begun, _ending, _likeness_weights, _best_ending):
        cached.cache_clear()
