"""Chooses who holds a chain of titles, and nobody, by learned weights.

The weights come from ``lexicons/sources/holder_model.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bangfu import ranker
from bangfu.link.holders.ranked.asked import Asked, Candidate, candidates
from bangfu.link.holders.ranked.context import Post
from bangfu.link.holders.ranked.features import described

WEIGHTS = "holder_weights"
_LIKELY = 0.6
"""How likely a holder must be: a post given to the wrong person is worse than one that is left out."""
Holder = Callable[[Asked], Candidate | None]


def holder(asked: Asked) -> Candidate | None:
    """The one who holds a chain, or those who do."""
    found = candidates(asked)
    if not found:
        return None
    best, share = ranker.choose(WEIGHTS, described(Post(asked), found))
    return replace(found[best], share=share) if best < len(found) and share >= _LIKELY else None
