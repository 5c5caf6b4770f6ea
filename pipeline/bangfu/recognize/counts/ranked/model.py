"""Chooses what a count counts among the nouns around it, and none of them, by learned weights.

The weights come from ``lexicons/sources/item_model.py``. Asked where no frame tells what is counted and the
rules see no noun, or one that stands apart from its number, but for shares (they tell of what is measured,
not of what is counted); there a choice that is likely enough stands against them.
"""

from __future__ import annotations

from collections.abc import Callable

from bangfu import ranker
from bangfu.recognize.counts.place import Place
from bangfu.recognize.counts.ranked.asked import Asked, candidates, phrase
from bangfu.recognize.counts.ranked.features import described

WEIGHTS = "item_weights"
_LIKELY, _LIKELIEST = 0.8, 0.4
"""How likely a choice must be to stand against the rules, and where they see nothing."""
SHARE = "%"
Answer = Callable[[Asked], tuple[str | None, float]]
"""What is counted (None where the text does not say it), and how likely that is."""


def answer(asked: Asked) -> tuple[str | None, float]:
    """The likeliest of the nouns around a count."""
    found = candidates(asked)
    best, share = ranker.choose(WEIGHTS, described(asked, found))
    return (phrase(asked, found[best]) if best < len(found) else None), share


def ranked(where: Place, item: str | None, answer: Answer = answer) -> str | None:
    """The item of a count: what the rules read, or what is chosen instead."""
    if where.unit == SHARE or (item is not None and beside(where, item)):
        return item
    chosen, share = answer(Asked.of(where))
    if chosen is None or share < (_LIKELIEST if item is None else _LIKELY):
        return item
    return item if item is not None and _same(item, chosen) else chosen


def beside(where: Place, item: str) -> bool:
    """Whether an item stands right beside its count, or follows from its unit alone (4万棒: 菌棒)."""
    if item not in where.clean:
        return True
    return where.clean.startswith(item, where.end) or where.clean.endswith(item, 0, where.start)


def _same(item: str, chosen: str) -> bool:
    """Whether two phrases are no more than a longer and a shorter reading, or have the same head."""
    return chosen in item or item in chosen or item[-2:] == chosen[-2:]
