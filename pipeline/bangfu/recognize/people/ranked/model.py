"""Chooses who is named behind a title, and nobody, by learned weights.

The weights come from ``lexicons/sources/titled_model.py``. A choice that is likely enough stands against what
the rules read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from math import log

from bangfu import ranker
from bangfu.recognize.names.borders import surname_at
from bangfu.recognize.names.context import Context
from bangfu.recognize.people.ranked.asked import LISTED, Asked, ends, joined, places
from bangfu.recognize.people.ranked.features import described
from bangfu.recognize.people.weight import Reading

WEIGHTS = "titled_weights"
_LIKELY = 0.6
"""How likely a choice must be to stand against the rules."""
_LIKELIEST, _LEAST = 0.35, 0.9
"""How likely a name must be where the rules see none, and the log-odds that a chosen one has at least."""
_CERTAIN = 6.0
"""The log-odds with which the rules are right."""
_NOBODY = -2.0
"""The log-odds that a span keeps at most where nobody is named."""
Answer = Callable[[Asked, list[int]], tuple[int | None, float]]
"""Where the name ends that stands at a place (None for no name), and how likely that is."""


def answer(asked: Asked, found: list[int]) -> tuple[int | None, float]:
    """The likeliest of the ends of a place."""
    chosen, share = ranker.choose(WEIGHTS, described(asked, found))
    return (found[chosen] if chosen < len(found) else None), share


def ranked(
    context: Context, readings: Iterable[Reading], held: Collection[int], answer: Answer = answer
) -> list[Reading]:
    """The readings of a text with those behind titles, and in the lists that begin there, chosen anew.

    ``held`` are the offsets inside of institutions, which no name holds.
    """
    found = list(readings)
    begun: dict[int, dict[int, Reading]] = {}
    for reading in found:
        begun.setdefault(reading.start, {})[reading.end] = reading
    closed = context.titled.union(held)
    seen: set[int] = set()
    queue = places(context)[::-1]
    while queue:
        start, kind = queue.pop()
        asked = Asked(context, start, kind, begun.get(start, {}))
        if start in seen:
            continue
        seen.add(start)
        best = asked.best()
        end = best.end if best is not None and best.odds > 0 else None
        among = ends(asked, closed) if _open(asked, best) else []
        other, share = answer(asked, among) if among else (end, 1.0)
        enough = share >= _LIKELY or (end is None and share >= _LIKELIEST)
        if enough and other != end:
            begun[start] = _instead(asked, other, share)
            end = other
        elif among and share >= _LIKELY and other is not None:
            begun[start][other] = _surer(begun[start][other], share)
        if end is not None and (after := joined(context.clean, end)) > 0:
            queue.append((after, LISTED))
    return [reading for start in sorted(begun) for reading in begun[start].values()]


def _open(asked: Asked, best: Reading | None) -> bool:
    """Whether a place is worth a question: the rules are not sure of a name, or a surname stands there."""
    return surname_at(asked.context.clean, asked.start) > 0 if best is None else best.odds < _CERTAIN


def _surer(reading: Reading, share: float) -> Reading:
    """A reading that the choice confirms, with the odds of that where they are better."""
    return reading._replace(odds=max(reading.odds, _odds(share)))


def _odds(share: float) -> float:
    return max(_LEAST, log(share / max(1e-6, 1 - share)))


def _instead(asked: Asked, end: int | None, share: float) -> dict[int, Reading]:
    """The readings of a place where the name ends elsewhere than the rules read, or nobody is named."""
    if end is None:
        return {at: r._replace(odds=min(r.odds, _NOBODY)) for at, r in asked.read.items()}
    name = asked.context.clean[asked.start : end]
    return {end: Reading(asked.start, end, name, _odds(share), "name:ranked")}
