"""A learned choice among candidates: a log-linear model whose weights are a lexicon.

A candidate is described by the values of columns of features; each value of a column has a weight in nats,
and the candidate with the largest sum wins (a conditional logit: McFadden 1974, "Conditional logit analysis
of qualitative choice behavior"). ``lexicons/sources/ranking.py`` learns the weights.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp
from typing import NamedTuple

from bangfu.lexicon import rows

Columns = tuple[str, ...]
Values = tuple[str, ...]
Part = tuple[Columns, Values]
"""Values of columns, in their order; an empty value weighs nothing."""
Described = tuple[Part, ...]
Facts = dict[str, str]
"""What is told of a candidate, by the name of the fact; an empty fact is none."""
_ZEROS = (0.0,) * 256
"""What a value without a weight adds; more of them than any part has columns."""


class Choice(NamedTuple):
    """The place of the best candidate, and its share of the odds of all: how likely it is."""

    best: int
    share: float


class Plan(NamedTuple):
    """Which facts are conjoined: a column is named after its facts."""

    columns: Columns
    facts: tuple[tuple[str, ...], ...]


def plan(text: str) -> Plan:
    """The columns of a text: the names of the facts of each, with semicolons between columns.

    >>> plan("kind; kind side").facts
    (('kind',), ('kind', 'side'))
    """
    facts = tuple(tuple(column.split()) for column in text.split(";"))
    return Plan(tuple(" ".join(names) for names in facts), facts)


def conjoined(told: Plan, facts: Mapping[str, str]) -> Values:
    """The values of the columns of a plan; empty where one of the facts is.

    >>> conjoined(plan("kind; kind side"), {"kind": "school", "side": ""})
    ('school', '')
    """
    values = []
    for names in told.facts:
        parts = [facts[name] for name in names]
        values.append(" ".join(parts) if all(parts) else "")
    return tuple(values)


def bucket(value: float, cuts: tuple[float, ...]) -> str:
    """The number of cuts that a value reaches.

    >>> bucket(0, (1, 3)), bucket(3, (1, 3))
    ('0', '2')
    """
    return str(bisect_right(cuts, value))


@lru_cache(maxsize=8)
def weights(lexicon: str) -> dict[str, dict[str, float]]:
    """The weight of each value of each column, from a lexicon of columns, values and weights."""
    columns: dict[str, dict[str, float]] = {}
    for column, value, weight in rows(lexicon):
        columns.setdefault(column, {})[value] = float(weight)
    return columns


@lru_cache(maxsize=64)
def _tables(lexicon: str, columns: Columns) -> tuple[dict[str, float], ...]:
    known = weights(lexicon)
    return tuple([known.get(column, {}) for column in columns])


def odds(lexicon: str, described: Described) -> float:
    """What the values of a candidate weigh together, in nats.

    >>> odds("body_weights", ((("no such column",), ("x",)),))
    0.0
    """
    return sum(
        [sum(map(dict.get, _tables(lexicon, columns), values, _ZEROS)) for columns, values in described]
    )


def shares(lexicon: str, candidates: Sequence[Described]) -> list[float]:
    """How likely each of one or more candidates is; together 1.

    >>> shares("body_weights", [(), ()])
    [0.5, 0.5]
    """
    told = [odds(lexicon, described) for described in candidates]
    most = max(told)
    parts = [exp(value - most) for value in told]
    whole = sum(parts)
    return [part / whole for part in parts]


def choose(lexicon: str, candidates: Sequence[Described]) -> Choice:
    """The likeliest of one or more candidates, the first of equals.

    >>> choose("body_weights", [(), ()])
    Choice(best=0, share=0.5)
    """
    told = shares(lexicon, candidates)
    most = max(told)
    return Choice(told.index(most), most)


def forget() -> None:
    """Read the weights again on next use: a training script has changed them."""
    weights.cache_clear()
    _tables.cache_clear()
