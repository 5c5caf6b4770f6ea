"""Readings: spans of an article that may be names, each with the log-odds that its place gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bangfu.lexicon import words
from bangfu.recognize.names.borders import CLOSED, JOINED, aged, surname_at
from bangfu.recognize.names.candidates import Candidate, candidates
from bangfu.recognize.names.context import Context, context_of
from bangfu.recognize.names.features import FOREIGN, HAN
from bangfu.recognize.names.model import HOPELESS, log_odds, promising
from bangfu.recognize.names.parts import part_names
from bangfu.recognize.names.transcribed import transcribed_slots, transcription
from bangfu.recognize.news_words import seldom
from bangfu.recognize.people.byline import byline_spans
from bangfu.recognize.people.fillings import Filling
from bangfu.recognize.people.lists import beside, between, columns, taken
from bangfu.recognize.people.looks import is_stop, looks_of, takes_adverb
from bangfu.recognize.people.slots import slots
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
_SPACED = re.compile(
    "[ \u3000：:]?([\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff])(?=[ \u3000，、。；：）等和与]|$)",
    re.MULTILINE,
)
"""A name of two characters that is set with a blank inside, behind a title: 校长 王 芬."""
_LONGER = 0.5
_JOINTS = ("、", "和", "与", "及")
_NAMELIKE = -1.0
_UNKNOWN, _UNKNOWN_WORKER = 1.5, 3.0
"""What a name of an unknown surname needs: behind a post, and behind a profession (老师|少跑路)."""

Found = dict[tuple[int, int], Reading]


def readings(context: Context) -> list[Reading]:
    """Every reading of a text worth a look, one a span.

    >>> [r.name for r in readings(context_of("责任编辑：王小明", ())) if r.odds > 0]
    ['王小明']
    """
    listed = {(span.start, span.end): rule for span, rule in byline_spans(context.clean)}
    found: Found = {}
    led: dict[int, float] = {}
    japanese = JAPAN.search(context.clean) is not None
    for candidate in candidates(context, promising, listed):
        odds = log_odds(context, candidate)
        start, end, _, surname, _ = candidate
        if surname > 1:
            odds += OF_A_PEOPLE * of_a_people(context, candidate, japanese)
        if odds <= HOPELESS and start not in context.titles_ending and (start, end) not in listed:
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
        if odds >= CERTAIN:  # a part of it would leave a rest behind
            odds = max(odds, _inner(found, start, end))
        known = found.get((start, end))
        if known is None or known.odds < odds:
            found[start, end] = Reading(start, end, context.clean[start:end], odds, rule)
    certain_spans = {(r.start, r.end) for r in found.values() if r.odds >= CERTAIN}
    for start, end in between(context.clean, certain_spans):
        _raise(context, found, (start, end), IN_SLOT[CLOSED], "name:listed", LED_PLACE)
    for (start, end), rule in listed.items():
        if _signs(context.clean, start, end) and context.clean[start:end] not in words("not_names"):
            _raise(context, found, (start, end), IN_SLOT[CLOSED], rule)
        found |= _blank_name(context.clean, start, end, rule)
    _shorten(context, found)
    for post in context.titles_ending:
        if (spaced := _SPACED.match(context.clean, post)) and surname_at(context.clean, spaced.start(1)):
            found |= _blank_name(context.clean, *spaced.span(1), "name:spaced")
    certain = sorted({r.name for r in found.values() if r.odds >= CERTAIN})
    for name in certain:
        for start, end in _again(context, name):
            found.setdefault((start, end), Reading(start, end, name, HOPELESS, "name:again"))
    return list(found.values())


def _raise(
    context: Context,
    found: Found,
    span: tuple[int, int],
    least: float,
    rule: str,
    led: float = 0.0,
) -> None:
    """Read a span as a name, with the odds that it has already if they are better than ``least``."""
    known = found.get(span)
    odds = max(least, known.odds if known else 0.0)
    found[span] = Reading(*span, context.clean[slice(*span)], odds, rule, led)


def _inner(found: Found, start: int, end: int) -> float:
    """What a span needs to be likelier than each reading that begins with it and leaves a rest."""
    return (
        max([found[start, at].odds for at in range(start + 2, end) if (start, at) in found] or [KEPT])
        + _LONGER
    )


def _shorten(context: Context, found: Found) -> None:
    """Leave off the adverb with which a reading ends, if the article has the long name nowhere else."""
    for (start, end), r in list(found.items()):
        dotted = "·" in r.name  # 阿不|都 is no part of 阿不都
        if len(r.name) > 2 and not dotted and takes_adverb(context, end) and context.clean.count(r.name) < 2:
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
    return 0 < surname < end - start <= surname + 2 and not is_stop(clean[start:end])


def _slotted(context: Context, found: Found, elements: list[tuple[int, int]]) -> None:
    """Adds what fills the slots behind titles, and then those behind a name of the same list."""
    queue = list(slots(context))
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
        if surname == len(name):
            continue  # a compound surname alone, cut off from its given name
        own = start + (end - start == 4 and surname == 1)  # of 陈方安生 the model knows 方安生
        odds = log_odds(context, Candidate(own, end, HAN, surname or 1))
        worker = context.titles_ending.get(start) == "prof"
        if filling.unknown and odds < (_UNKNOWN_WORKER if worker else _UNKNOWN):
            continue
        if odds < _NAMELIKE and (filling.doubtful or (looks_of(name).left_over and filling.border < CLOSED)):
            continue
        odds = max(odds + TITLED, known.odds if known else KEPT, IN_SLOT[filling.border])
        found[start, end] = Reading(start, end, name, odds, "name:han_slot", TITLED)
        sure = filling.border == CLOSED or (
            filling.border == JOINED
            and (end not in context.starting or seldom(name[-1]) or aged(context, end))
        )
        if own > start or (sure and not filling.doubtful):
            for at in range(start + 2, end):
                if (start, at) in found and found[start, at].rule.endswith("_titled"):
                    del found[start, at]  # a rest of the name would stay behind
        longer = found.get((start, end + 1))
        if longer is not None and not longer.rule.endswith("_slot") and taken(context, end):
            del found[start, end + 1]
        if odds >= _SURE:
            queue += beside(context, start, end)


def _transcribed(context: Context, found: Found, parts: list[tuple[int, int]]) -> None:
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
        odds = max(odds, IN_SLOT[border], known.odds if known else odds, _inner(found, start, end))
        found[start, end] = Reading(start, end, name, odds, "name:transcribed_slot", TITLED)
        for at in range(end + 1, end + len(context.starting.get(end, ""))):
            found.pop((start, at), None)  # 桑登查|房
        queue += _next(context, end)


def _next(context: Context, end: int) -> Iterator[tuple[int, int, int]]:
    """The transcription behind a name of the same list."""
    if context.clean[end : end + 1] in _JOINTS and end + 1 not in context.titles_starting:
        yield from transcription(context, end + 1, weak=True)


def _blank_name(clean: str, start: int, end: int, rule: str) -> Found:
    """A two-character name that is set with a blank inside."""
    name = "".join(clean[start:end].split())
    if not len(name) == 2 < end - start:
        return {}
    context = context_of(name, ())
    odds = [log_odds(context, candidate) for candidate in candidates(context)]
    return {(start, end): Reading(start, end, name, odds[0] + BYLINE, rule)} if odds else {}
