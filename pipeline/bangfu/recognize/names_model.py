"""Scores candidate names: logistic regression over characters, words around and titles.

The weights come from ``lexicons/sources/name_model.py``.
"""

from __future__ import annotations

from functools import lru_cache

from bangfu.lexicon import table
from bangfu.recognize.names_candidates import Candidate
from bangfu.recognize.names_context import Context
from bangfu.recognize.names_features import HAN, outer, own, placed

HOPELESS = -2.0
"""Log-odds of a span alone below which no surroundings make it a name: they are not looked at."""


_PRIOR = 1.5
"""Added to every score: most candidates of training cover a name in part; labelled news is best at it."""


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature, in log-odds."""
    return {row[0]: float(row[1]) for row in table("name_weights")}


GATE = -3.0
"""Log-odds of the name alone below which a candidate is not looked at."""


@lru_cache(maxsize=200_000)
def own_odds(name: str, kind: str, surname: int) -> float:
    """What the characters of a name say, as natural log-odds.

    >>> own_odds("王建国", "H", 1) > own_odds("和发展", "H", 1)
    True
    """
    get = weights().get
    return sum([get(key, 0.0) for key in own(name, kind, surname)])


@lru_cache(maxsize=200_000)
def promising(name: str, surname: int) -> bool:
    """Whether the characters of a Chinese name are worth a look at its surroundings.

    >>> promising("王建国", 1), promising("和发展", 1)
    (True, False)
    """
    return own_odds(name, HAN, surname) > GATE


def log_odds(context: Context, candidate: Candidate) -> float:
    """How likely a candidate is a person's name, as natural log-odds.

    >>> from bangfu.recognize.names_candidates import candidates
    >>> from bangfu.recognize.names_context import context_of
    >>> context = context_of("据王建国介绍，学校很大。", ())
    >>> max(candidates(context), key=lambda c: log_odds(context, c))
    Candidate(start=1, end=4, kind='H', surname=1)
    """
    get = weights().get
    start, end, kind = candidate.start, candidate.end, candidate.kind
    total = _PRIOR + own_odds(context.clean[start:end], kind, candidate.surname)
    for key in placed(context, start, end, kind):
        total += get(key, 0.0)
    if total < HOPELESS and start not in context.titles_ending:
        return total
    for key in outer(context, start, end, kind):
        total += get(key, 0.0)
    return total
