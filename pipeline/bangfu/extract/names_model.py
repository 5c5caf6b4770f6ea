"""Scores candidate names: logistic regression over characters, words around and titles.

The weights come from ``lexicons/sources/name_model.py``.
"""

from __future__ import annotations

from functools import lru_cache

from bangfu.extract.names_candidates import Candidate
from bangfu.extract.names_context import Context
from bangfu.extract.names_features import inner, outer
from bangfu.lexicon import table

HOPELESS = -6.0
"""Log-odds of a span alone below which no surroundings make it a name: they are not looked at."""


_PRIOR = 1.5
"""Added to every score: names are commoner than the candidates of training say, where most cover a name in part."""


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature, in log-odds."""
    return {row[0]: float(row[1]) for row in table("name_weights")}


GATE = -3.5
"""Log-odds of surname and given name alone that 99 % of the names in labelled news pass."""


@lru_cache(maxsize=100_000)
def head_odds(head: str, surname: int, length: int) -> float:
    """What the surname and the first character behind it say about a name of ``length`` characters."""
    get = weights().get
    short = str(min(length - surname, 2) + 1)
    odds = get(f"Hb{length}", 0.0) + get(f"s{short}{head[0]}", 0.0) + get(f"p{short}{head}", 0.0)
    return odds + get(f"m{head[-1]}" if length - surname > 1 else f"e2{head[-1]}", 0.0)


def promising(name: str, surname: int) -> bool:
    """Whether the characters of a name are worth a look at its surroundings.

    >>> promising("王建国", 1), promising("和发展", 1)
    (True, False)
    """
    odds = head_odds(name[: surname + 1], surname, len(name))
    if len(name) > surname + 1:
        odds += weights().get(f"e3{name[-1]}", 0.0)
    return odds > GATE


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
    total = _PRIOR
    for key in inner(context, start, end, kind, candidate.surname):
        total += get(key, 0.0)
    if total < HOPELESS:
        return total
    for key in outer(context, start, end, kind):
        total += get(key, 0.0)
    return total
