"""Quotations: the broadcast news behind the language model hold few, reports are full of them.

What closes a quotation follows the mark of a sentence more often than was counted (他说。|”), and what stands
behind both goes on as behind the mark alone (。”|他说).
"""

from __future__ import annotations

from collections.abc import Mapping

MARKS = frozenset("。！？，…")
"""Marks that stand right before the end of a quotation."""

CLOSING, FULL_STOP = "”", "。"

SHARE = 0.05
"""The least share of such marks that close a quotation: what reports of assistance hold at least."""


def closed(history: str) -> str:
    """The history without the end of a quotation behind a mark: it is as if the mark stood alone.

    >>> closed("他说。”"), closed("所谓“一号”")
    ('他说。', '所谓“一号”')
    """
    return history[:-1] if history[-1:] == CLOSING and history[-2:-1] in MARKS else history


def with_closing(last: str, shares: dict[str, float]) -> dict[str, float]:
    """The shares of what follows a text that ends in ``last``, with that of the end of a quotation.

    >>> with_closing("。", {"我": 0.5, "他": 0.5})["”"]
    0.05
    """
    known = shares.get(CLOSING, 0.0)
    if last not in MARKS or known >= SHARE:
        return shares
    scale = (1 - SHARE) / (1 - known)
    return {**{follower: share * scale for follower, share in shares.items()}, CLOSING: SHARE}


def mixed(own: Mapping[str, float], stop: Mapping[str, float]) -> dict[str, float]:
    """The shares of what follows the end of a quotation, half of them as behind a full stop.

    >>> mixed({"的": 0.5}, {"他": 0.25})
    {'他': 0.125, '的': 0.25}
    """
    return {word: (own.get(word, 0.0) + stop.get(word, 0.0)) / 2 for word in sorted(own.keys() | stop.keys())}
