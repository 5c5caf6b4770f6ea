"""One best reading of an article out of its single readings.

A name that is certain once is found everywhere; of two readings that differ by a character the one that the
article repeats wins; a span that only a title speaks for and that stands elsewhere as a common word is none.
"""

from __future__ import annotations

import re
from collections import Counter

from bangfu.recognize.people.looks import is_word
from bangfu.recognize.people.readings import CERTAIN
from bangfu.recognize.people.weight import Reading

_DOT = re.compile("[·•・‧]")
_KIN = ("子", "女", "妻", "亲", "弟", "兄", "哥", "姐", "妹", "人", "妈", "爸")
ACCEPTED = 0.0
_ALONE = 0.7
"""What a reading needs that no title leads: most of those below are words and foreign places."""
_DOUBTED = -1.5
_TWIN = 2.5


def best_reading(clean: str, readings: list[Reading]) -> list[Reading]:
    """The readings of an article that are names, in text order, none overlapping another.

    >>> certain, doubtful = Reading(0, 3, "王小明", 4.0, "a"), Reading(4, 7, "王小明", -2.0, "a")
    >>> [r.start for r in best_reading("王小明、王小明", [certain, doubtful])]
    [0, 4]
    """
    taken: set[int] = set()
    chosen = []
    for r in sorted(_as_article(clean, readings), key=lambda r: (-r.odds, r.start, -r.end)):
        if r.odds <= (ACCEPTED if r.led else _ALONE):
            continue
        if not any(at in taken for at in range(r.start, r.end)):
            taken.update(range(r.start, r.end))
            chosen.append(r)
    return _whole(clean, sorted(chosen, key=lambda r: r.start))


def _whole(clean: str, chosen: list[Reading]) -> list[Reading]:
    """The readings of an article, a part of a dotted name that stands alone as a mention of its bearer.

    Of several bearers the one named last before it is meant; kin share a part of it (其子甲·乙).
    """
    dotted = [r for r in chosen if _DOT.search(r.name) and clean[r.start - 1 : r.start] not in _KIN]
    if not dotted:
        return chosen
    parts = {part for r in dotted for part in _DOT.split(r.name)}
    out, bearers = [], {part: r.name for r in reversed(dotted) for part in _DOT.split(r.name)}
    for r in chosen:
        if r in dotted:
            bearers.update(dict.fromkeys(_DOT.split(r.name), r.name))
        out.append(r._replace(name=bearers[r.name], rule="name:part") if r.name in parts else r)
    return out


def _as_article(clean: str, readings: list[Reading]) -> list[Reading]:
    """The readings with scores after a look at the whole article."""
    best: dict[str, float] = {}
    unled: dict[str, float] = {}
    for r in readings:
        for known in (best,) if r.led else (best, unled):
            known[r.name] = max(known.get(r.name, -99.0), r.odds)
    led_places = Counter(r.name for r in readings if r.led)
    count = {name: clean.count(name) for name, odds in best.items() if odds > ACCEPTED - 2}
    out = []
    for r in readings:
        odds, top = r.odds, best[r.name]
        elsewhere = count.get(r.name, 0) - led_places[r.name]
        common = not r.rule.endswith("_slot") or odds < CERTAIN or is_word(r.name)
        doubted = odds - r.led < ACCEPTED and unled.get(r.name, -99.0) < _DOUBTED
        if r.led and common and doubted and elsewhere >= 2:
            odds -= r.led  # a common word behind titles
        elif top >= CERTAIN and odds < top and not is_word(r.name):
            odds = max(odds, min(top - 1.5, odds + 5.0))
        out.append(r._replace(odds=odds + _twin(r.name, count)))
    return out


def _twin(name: str, count: dict[str, int]) -> float:
    """Evidence for or against a reading from one that is a character shorter."""
    if name not in count or name[:-1] not in count:
        return 0.0
    if count[name[:-1]] > count[name]:  # the shorter name also stands alone
        return -_TWIN
    return _TWIN if count[name] >= 2 else 0.0
