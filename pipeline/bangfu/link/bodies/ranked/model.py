"""Chooses the body of a post among the bodies of the text, and none of them, by learned weights.

The weights come from ``lexicons/sources/body_model.py``.
"""

from __future__ import annotations

from collections.abc import Callable

from bangfu import ranker
from bangfu.link.bodies.ranked.asked import Asked, candidates
from bangfu.link.bodies.ranked.features import described

WEIGHTS = "body_weights"
Chooser = Callable[[Asked], tuple[str | None, str]]


def choose(asked: Asked) -> tuple[str | None, str]:
    """The body of a post as the text writes it nearest to the post, and the rule."""
    found = candidates(asked)
    best = ranker.choose(WEIGHTS, described(asked, found)).best
    rule = asked.pair.rule
    return (found[best].near.text, f"{rule}+ranked") if best < len(found) else (None, rule)
