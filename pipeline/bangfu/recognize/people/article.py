"""One best reading of an article out of its single readings.

A name that is certain once is found everywhere; a neighbour in a list speaks for a name; of two readings
that differ by a character the one that the article repeats wins; a span that only a title speaks for, and
that stands elsewhere as a common word, is none.
"""

from __future__ import annotations

import re
from collections import Counter

from bangfu.recognize.people.looks import is_word
from bangfu.recognize.people.readings import CERTAIN
from bangfu.recognize.people.weight import Reading

_DOT = re.compile("[·•・‧]")
_KIN = ("子", "女", "妻", "亲", "弟", "兄", "哥", "姐", "妹", "人", "妈", "爸")
_SOMEBODY = frozenset("我你他她们人员者师生长友亲妈爸妻夫子女儿弟兄姐妹")
"""The last character of who is joined with somebody: 我和|赵丽."""
ACCEPTED = 0.0
_ALONE = 0.7
"""What a reading needs that no title leads: most of those below are words and foreign places."""
_LIKELY = 0.5
_DOUBTED = -1.5
_TWIN = 2.5
_LISTED = 1.5
_JOINTS, _ITEM = ("、", "和", "与", "及"), re.compile("[^、，。；：]{1,16}")
_SPELLED = ("name:elements", "name:transcribed")
_LONGEST_SPELLED = 7
_AGAIN = 0.5
"""What each other place adds where a name that is no word stands thrice or more."""


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
    return _whole(clean, _joined(clean, sorted(chosen, key=lambda r: r.start)))


def _joined(clean: str, chosen: list[Reading]) -> list[Reading]:
    """The readings with two that are spelled and touch as one: 巴音|克西克."""
    out: list[Reading] = []
    for r in chosen:
        last = out[-1] if out else None
        if (
            last is not None
            and last.end == r.start
            and last.rule.startswith(_SPELLED)
            and r.rule.startswith("name:transcribed")
            and r.end - last.start <= _LONGEST_SPELLED
        ):
            out[-1] = last._replace(end=r.end, name=clean[last.start : r.end])
        else:
            out.append(r)
    return out


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
    led_places: dict[str, int] = {}
    for r in readings:
        best[r.name] = max(best.get(r.name, -99.0), r.odds)
        if r.led:
            led_places[r.name] = led_places.get(r.name, 0) + 1
        else:
            unled[r.name] = max(unled.get(r.name, -99.0), r.odds)
    again = Counter(r.name for r in readings if r.odds > _DOUBTED)
    count = {name: clean.count(name) for name, odds in best.items() if odds > ACCEPTED - 2}
    strong = [r for r in readings if r.odds >= CERTAIN]
    ends, starts = {r.end for r in strong}, {r.start for r in strong}
    likely = [r for r in readings if r.odds > _ALONE]
    likely_ends, likely_starts = {r.end for r in likely}, {r.start for r in likely}
    longer = _longer(readings)
    out = []
    for r in readings:
        odds, top = r.odds, best[r.name]
        if (clean[r.start - 1 : r.start] == "、" and r.start - 1 in ends) or (
            clean[r.end : r.end + 1] == "、" and r.end + 1 in starts
        ):
            odds += _LISTED
        elif r.rule == "name:han" and _stands_out(clean, r, likely_ends, likely_starts):
            odds -= _LISTED
        elsewhere = count.get(r.name, 0) - led_places.get(r.name, 0)
        common = not r.rule.endswith("_slot") or odds < CERTAIN or is_word(r.name)
        if (
            r.led
            and common
            and odds - r.led < ACCEPTED
            and elsewhere >= 2
            and unled.get(r.name, -99.0) < _DOUBTED
        ):
            odds -= r.led  # a common word behind titles
        elif top >= CERTAIN and odds < top and not is_word(r.name):
            odds = max(odds, min(top - 1.5, odds + 5.0))
        elif top > _ALONE and again[r.name] > 2 and not is_word(r.name):
            odds += _AGAIN * min(3, again[r.name] - 1)
        if longer.get(r.start, 0) > r.end:
            odds -= _TWIN  # the rest of a transcription would stay behind
        odds += _twin(r.name, best, count)
        out.append(r if odds == r.odds else Reading(r.start, r.end, r.name, odds, r.rule, r.led))
    return out


def _stands_out(clean: str, r: Reading, ends: set[int], starts: set[int]) -> bool:
    """Whether a reading is an item of a list beside which no item is a name: 年桔、|黄金果|、马蹄莲."""
    before, after = clean[r.start - 1 : r.start], clean[r.end : r.end + 1]
    if (before not in _JOINTS and after != "、") or (before != "、" and clean[r.start - 2] in _SOMEBODY):
        return False
    if before in _JOINTS and r.start - 1 in ends:
        return False
    beside = _ITEM.match(clean, r.end + 1) if after in _JOINTS else None
    return beside is None or starts.isdisjoint(range(*beside.span()))


def _longer(readings: list[Reading]) -> dict[int, int]:
    """Where the longest likely transcription ends that begins at an offset."""
    ends: dict[int, int] = {}
    for r in readings:
        if r.rule.startswith(("name:transcribed", "name:elements")) and r.odds > _LIKELY:
            ends[r.start] = max(r.end, ends.get(r.start, 0))
    return ends


def _twin(name: str, best: dict[str, float], count: dict[str, int]) -> float:
    """Evidence for or against a reading from one that is a character shorter."""
    shorter = name[:-1]
    if name not in count or shorter not in count or best[shorter] <= ACCEPTED - 1:
        return 0.0
    if count[shorter] > count[name]:  # the shorter name also stands alone
        return -2 * _TWIN if best[shorter] >= CERTAIN and count[shorter] > 2 * count[name] else -_TWIN
    return _TWIN if count[name] >= 2 else 0.0
