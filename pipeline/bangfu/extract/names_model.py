"""Scores candidate names: logistic regression over characters, words around and titles.

The weights come from ``lexicons/build/name_model.py``.
"""

from __future__ import annotations

from functools import lru_cache

from bangfu.extract.names_candidates import Candidate
from bangfu.extract.names_context import Context
from bangfu.extract.names_features import inner, outer
from bangfu.lexicon import table

HOPELESS = -7.0
"""Log-odds of a span alone below which no surroundings make it a name: they are not looked at."""


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature, in log-odds."""
    return {row[0]: float(row[1]) for row in table("name_weights")}


def log_odds(context: Context, candidate: Candidate) -> float:
    """How likely a candidate is a person's name, as natural log-odds.

    >>> from bangfu.extract.names_candidates import candidates
    >>> from bangfu.extract.names_context import context_of
    >>> context = context_of("据王建国介绍，学校很大。", ())
    >>> max(candidates(context), key=lambda c: log_odds(context, c))
    Candidate(start=1, end=4, kind='H', surname=1)
    """
    get = weights().get
    start, end, kind = candidate.start, candidate.end, candidate.kind
    total = 0.0
    for key in inner(context, start, end, kind, candidate.surname):
        total += get(key, 0.0)
    if total < HOPELESS:
        return total
    for key in outer(context, start, end, kind):
        total += get(key, 0.0)
    return total
