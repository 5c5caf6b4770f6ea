"""Chooses the body of a post among the bodies of the text, and none of them, by learned weights.

The weights come from ``lexicons/sources/body_model.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bangfu import ranker
from bangfu.link.bodies.ranked.asked import Asked, candidates
from bangfu.link.bodies.ranked.features import described

WEIGHTS = "body_weights"
RULE = "+ranked"
"""What the rule of a post says whose body was chosen so."""
_LIKELY = 0.4
"""How likely a body must be for a post of which not even the kind of its body is known."""


class Chosen(NamedTuple):
    """A body as the text writes it nearest to the post, None for none, and how likely it is."""

    institution: str | None
    share: float


Chooser = Callable[[Asked], Chosen]


def choose(asked: Asked) -> Chosen:
    """The body of a post, or that the text tells none."""
    found = candidates(asked)
    shares = ranker.shares(WEIGHTS, described(asked, found))
    best = shares.index(max(shares))
    if shares[best] < _LIKELY and not (asked.kinds or asked.tail or asked.before):
        best = len(found)
    return Chosen(found[best].text if best < len(found) else None, shares[best])
