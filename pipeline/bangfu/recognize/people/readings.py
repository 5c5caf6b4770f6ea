"""Readings: spans of an article that may be names, each with the log-odds that its place gives it."""

from __future__ import annotations

from collections.abc import Iterator

from bangfu.lexicon import words
from bangfu.recognize.names.borders import CLOSED, JOINED, OPEN, aged, closing, seldom, surname_at
from bangfu.recognize.names.candidates import Candidate, candidates
from bangfu.recognize.names.context import Context, context_of, dictionary_tag
from bangfu.recognize.names.features import FOREIGN, HAN
from bangfu.recognize.names.model import HOPELESS, log_odds, promising
from bangfu.recognize.names.parts import part_names
from bangfu.recognize.names.transcribed import transcribed_slots, transcription
from bangfu.recognize.people.ahead import ahead, elements_ahead
from bangfu.recognize.people.byline import byline_spans
from bangfu.recognize.people.columns import columns
from bangfu.recognize.people.fillings import Filling
from bangfu.recognize.people.frames import framed
from bangfu.recognize.people.lists import beside, between, latin, taken
from bangfu.recognize.people.looks import (
    is_nobody,
    is_stop,
    looks_of,
    takes_adverb,
)
from bangfu.recognize.people.slots import slots, spaced
from bangfu.recognize.people.weight import (
    BYLINE,
    DOCTRINES,
    IN_SLOT,
    JAPAN,
    KEPT,
    LED_PLACE,
    OF_A_PEOPLE,
    TITLED,
    Reading,
    of_a_people,
    weighed,
)

CERTAIN = 2.0
"""A name with these log-odds once is found everywhere in the article."""
_SURE = 1.2
_FRAMED = 2.5
"""The least log-odds of a span that the words around it leave no other reading."""
_LONGER = 0.5
_JOINTS = ("、", "和", "与", "及")
_NAMELIKE = -1.0
_UNKNOWN, _UNKNOWN_WORKER = 1.5, 3.0
"""What a name of an unknown surname needs: behind a post, and behind a profession (老师|少跑路)."""


def readings(context: Context) -> list[Reading]:
    """Every reading of a text worth a look, one a span.

    >>> [r.name for r in readings(context_of("责任编辑：王小明", ())) if r.odds > 0]
    ['王小明']
    """
    listed = {(span.start, span.end): rule for span, rule in byline_spans(context.clean)}
    found: dict[tuple[int, int], Reading] = {}
    led: dict[int, float] = {}
    japanese = JAPAN.search(context.clean) is not None
    doubtful: list[tuple[Candidate, float]] = []
    titled = context.titles_ending
    for candidate in candidates(context, promising, listed):
        odds = log_odds(context, candidate)
        start, end, _, surname, _ = candidate
        if surname > 1:
            odds += OF_A_PEOPLE * of_a_people(context, candidate, japanese)
        if odds <= HOPELESS and start not in titled and (start, end) not in listed:
            if odds > KEPT:
                doubtful.append((candidate, odds))
            if surname != 1:
                found.pop((start, end), None)  # what may be transcribed is no more than that
            continue
        reading = weighed(context, candidate, odds, listed, led)
        known = found.get((start, end))
        if reading.odds > KEPT and (known is None or known.odds < reading.odds):
            found[start, end] = reading  # a transcription of the same span may be less likely
    parts = list(part_names(context))
    elements = [(start, end) for start, end, odds, _ in parts if odds >= CERTAIN]
    _slotted(context, found, elements)
    _transcribed(context, found, elements)
    for start, end, odds, rule in parts:
        known = found.get((start, end))
        if odds >= CERTAIN:  # a part of it would leave a rest behind
            odds = max(
                [
                    odds,
                    *[
                        found[start, at].odds + _LONGER
                        for at in range(start + 2, end)
                        if (start, at) in found
                    ],
                ]
            )
        if known is None or known.odds < odds:
            found[start, end] = Reading(start, end, context.clean[start:end], odds, rule)
    certain_spans = {(r.start, r.end) for r in found.values() if r.odds >= CERTAIN}
    for start, end in between(context.clean, certain_spans):
        _raise(context, found, (start, end), IN_SLOT[CLOSED], "name:listed", LED_PLACE)
    for start, end in latin(context):
        _raise(context, found, (start, end), _FRAMED, "name:latin", TITLED)
    for start, end in (*framed(context), *elements_ahead(context)):
        for cut in ((start - 1, end), (start, end + 1), (start - 1, end + 1)):
            found.pop(cut, None)
        _raise(context, found, (start, end), _FRAMED, "name:framed", TITLED)
    for (start, end), rule in listed.items():
        signed = _signs(context.clean, start, end) or _of_element(context, start, end)
        if signed and context.clean[start:end] not in words("not_names"):
            inner = [found[a, end].odds for a in range(start + 1, end - 1) if (a, end) in found]
            _raise(context, found, (start, end), max([IN_SLOT[CLOSED], *[o + _LONGER for o in inner]]), rule)
        for reading in _blank_name(context.clean, start, end, rule):
            found[start, end] = reading
    for start, end in spaced(context):
        for reading in _blank_name(context.clean, start, end, "name:spaced"):
            found[start, end] = reading
    _shorten(context, found)
    certain = sorted({r.name for r in found.values() if r.odds >= CERTAIN})
    for candidate, odds in doubtful:  # only a certain mention elsewhere could make them names
        start, end, _, _, _ = candidate
        if context.clean[start:end] in certain and (start, end) not in found:
            found[start, end] = weighed(context, candidate, odds, listed, led)
    longest = {r.start: r.end for r in sorted(found.values(), key=lambda r: r.end) if r.odds > 0}
    for name in certain:
        for start, end in _again(context, name):
            if longest.get(start, 0) > end:
                continue  # 欧阳小|明 is no 欧阳小
            found.setdefault((start, end), Reading(start, end, name, HOPELESS, "name:again"))
    return list(found.values())


def _raise(
    context: Context,
    found: dict[tuple[int, int], Reading],
    span: tuple[int, int],
    least: float,
    rule: str,
    led: float = 0.0,
) -> None:
    """Read a span as a name, with the odds that it has already if they are better than ``least``."""
    known = found.get(span)
    odds = max(least, known.odds if known else 0.0)
    found[span] = Reading(*span, context.clean[slice(*span)], odds, rule, led)


def _shorten(context: Context, found: dict[tuple[int, int], Reading]) -> None:
    """Leave off the adverb with which a reading ends, if the article has the long name nowhere else."""
    for (start, end), r in list(found.items()):
        if end - start < 3 or r.name.endswith("不都") or not takes_adverb(context, end):
            continue  # 阿不|都 is no part of 阿不都
        if context.clean.count(r.name) < 2:
            del found[start, end]
            known = found.get((start, end - 1))
            if known is None or known.odds < r.odds:
                found[start, end - 1] = r._replace(end=end - 1, name=r.name[:-1])


def _again(context: Context, name: str) -> Iterator[tuple[int, int]]:
    """Every place of a name; a short one may stand by chance inside of other words, which must not cut it."""
    clean, starting = context.clean, context.starting
    at = clean.find(name)
    while at >= 0:
        end = at + len(name)
        free = len(name) > 2 or (at in starting and (end in starting or end == len(clean)))
        if free and not clean.startswith(DOCTRINES, end):
            yield at, end
        at = clean.find(name, end)


def _signs(clean: str, start: int, end: int) -> bool:
    """Whether a span of a byline is a surname with a given name of one or two characters."""
    surname = surname_at(clean, start)
    name = clean[start:end]
    if len(name) == 2 and name[0] in words("rare_surnames"):
        return False  # 补牙
    return bool(surname) and 1 <= end - start - surname <= 2 and name.isalpha() and not is_stop(name)


def _of_element(context: Context, start: int, end: int) -> bool:
    """Whether a span of a byline begins with a known element or is spelled: 通讯员 多吉坚才, 韩阿乙草."""
    known, name = words("minority_names"), context.clean[start:end]
    if name in known:
        return True
    if not (2 < len(name) < 7 and name.isalpha()):
        return False
    if name[:2] in known or name[:3] in known:
        return True
    return any(to == end for _, to, _ in transcription(context, start, weak=False))


def _slotted(
    context: Context, found: dict[tuple[int, int], Reading], elements: list[tuple[int, int]]
) -> None:
    """Adds what fills the slots behind titles, and then those behind a name of the same list."""
    queue = [*slots(context), *ahead(context)]
    queue += [x for r in found.values() if r.odds >= _SURE for x in beside(context, r.start, r.end)]
    queue += [x for start, end in elements for x in beside(context, start, end)]
    certain = {(r.start, r.end) for r in found.values() if r.odds >= _SURE}
    queue += [Filling(*cell, CLOSED, doubtful=True) for cell in columns(context.clean, certain)]
    for filling in queue:  # grows: a list is followed to its end
        start, end = filling.start, filling.end
        known = found.get((start, end))
        if known is not None and known.led == TITLED and known.rule.endswith("_slot"):
            continue
        name = context.clean[start:end]
        surname = surname_at(name, 0)
        if surname == len(name) or is_nobody(name):
            continue  # a compound surname alone, cut off from its given name
        own = start + (end - start == 4 and surname == 1)  # of 陈方安生 the model knows 方安生
        odds = log_odds(context, Candidate(own, end, HAN, surname or 1))
        if filling.unknown and odds < (
            _UNKNOWN if context.titles_ending.get(start) != "prof" else _UNKNOWN_WORKER
        ):
            continue
        verbal = odds < _NAMELIKE or name[0] == name[-1]  # 边做边|讲
        if verbal and looks_of(name).left_over and (filling.doubtful or filling.border < CLOSED):
            continue
        if odds < _NAMELIKE and filling.doubtful:
            continue
        odds += TITLED
        if known is not None:
            odds = max(odds, known.odds)
        reading = Reading(start, end, name, max(odds, IN_SLOT[filling.border]), "name:han_slot", TITLED)
        found[start, end] = reading
        swallowed = end not in context.starting and end < len(context.clean)
        only = _in_names_only(name[-1]) or (aged(context, end) and closing(context, end - 1) == OPEN)
        joined = filling.border == JOINED and (swallowed or only)
        sure = filling.border == CLOSED or joined
        if own > start or (sure and not filling.doubtful):
            for at in range(start + 2, end):
                if (start, at) in found and found[start, at].rule.endswith("_titled"):
                    del found[start, at]  # a rest of the name would stay behind
        longer = found.get((start, end + 1))
        if longer is not None and not longer.rule.endswith("_slot") and taken(context, end):
            del found[start, end + 1]
        if reading.odds >= _SURE:
            queue += beside(context, start, end)


def _in_names_only(char: str) -> bool:
    """Whether a character is hardly a word of its own: 臧维|桢 can't go on with it."""
    return seldom(char) and dictionary_tag(char)[:1] not in ("v", "d", "p", "c", "u", "r", "m")


def _transcribed(
    context: Context, found: dict[tuple[int, int], Reading], parts: list[tuple[int, int]]
) -> None:
    """Adds the transcriptions in slots: longer than any other reading that would leave a rest behind.

    ``parts`` are the certain names built of parts; what stands beside them and beside each other in a list is
    spelled out of sounds too.
    """
    queue = list(transcribed_slots(context))
    queue += [x for start, end in parts for x in _next(context, end)]
    for start, end, border in queue:  # grows: a list is followed to its end
        name = context.clean[start:end]
        known = found.get((start, end))
        if (known is not None and known.rule == "name:transcribed_slot") or looks_of(name).left_over:
            continue
        odds = log_odds(context, Candidate(start, end, FOREIGN, 0)) + TITLED
        cut = [found[start, at].odds for at in range(start + 2, end) if (start, at) in found]
        odds = max(odds, IN_SLOT[border], known.odds if known else odds, *[o + _LONGER for o in cut])
        found[start, end] = Reading(start, end, name, odds, "name:transcribed_slot", TITLED)
        for at in range(end + 1, end + len(context.starting.get(end, ""))):
            found.pop((start, at), None)  # 桑登查|房
        queue += _next(context, end)


def _next(context: Context, end: int) -> Iterator[tuple[int, int, int]]:
    """The transcription behind a name of the same list."""
    if context.clean[end : end + 1] in _JOINTS and end + 1 not in context.titles_starting:
        yield from transcription(context, end + 1, weak=True)


def _blank_name(clean: str, start: int, end: int, rule: str) -> Iterator[Reading]:
    """A two-character name that is set with a blank inside."""
    name = "".join(clean[start:end].split())
    if len(name) == 2 < end - start:
        context = context_of(name, ())
        for candidate in candidates(context):
            if candidate.end == 2:
                yield Reading(start, end, name, log_odds(context, candidate) + BYLINE, rule)
