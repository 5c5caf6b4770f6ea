"""Readings: spans of an article that may be names, each with the log-odds that its place gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bangfu.lexicon import mapping, words
from bangfu.recognize.byline import byline_spans
from bangfu.recognize.names_candidates import Candidate, candidates
from bangfu.recognize.names_context import Context, context_of, dictionary_tag
from bangfu.recognize.names_features import FOREIGN, HAN, shape
from bangfu.recognize.names_model import HOPELESS, log_odds, promising
from bangfu.recognize.names_parts import part_names
from bangfu.recognize.people_borders import CLOSED, commonplace, surname_at
from bangfu.recognize.people_columns import columns
from bangfu.recognize.people_fillings import Filling
from bangfu.recognize.people_lists import beside, between, taken
from bangfu.recognize.people_looks import (
    is_division,
    is_geography,
    is_opener,
    is_orphan,
    is_stop,
    is_word,
    looks_of,
    takes_adverb,
)
from bangfu.recognize.people_slots import slots, spaced
from bangfu.recognize.people_sounds import of_words, stands_alone, within_sounds
from bangfu.recognize.people_things import is_thing
from bangfu.recognize.people_transcribed import transcribed_slots

BYLINE = 5.0
TITLED = 3.0
TITLED_WEAKLY = 1.0
_LEFT_OVER = 4.0
_LED_PLACE = 2.0
_WORD = 2.5
_RARE = 1.0
_FOLLOWED = 1.5
_ALONE = 1.5
_DESCRIBED = 1.0
_PLACED = 2.0
_AREA = re.compile("(?:[东西南北中]部的?|地区的?|位于|[省州]的?)$")
"""What stands before a place: 南部的|马瓦西."""
CERTAIN = 2.0
"""A name with these log-odds once is found everywhere in the article."""
_KEPT = -5.0
"""Readings below these log-odds are forgotten before the article is looked at as a whole."""
_DOCTRINES = ("主义", "思想", "定律", "综合征", "精神", "式")
"""What stands behind a name that something else bears."""
_SURE = 1.2
_OF_A_PEOPLE = 2.5
"""What a Yi surname adds, and a Japanese one where the article speaks of Japan."""
_JAPAN = re.compile("日(?:[本语籍]|(?<=[中访赴]日))")
_LONGER = 0.5
_NAMELIKE = -1.0
_UNKNOWN, _UNKNOWN_WORKER = 1.5, 3.0
"""What a name of an unknown surname needs: behind a post, and behind a profession (老师|少跑路)."""
_IN_SLOT = (0.0, 1.2, 1.2, 2.2)
"""The least log-odds of a span in a slot, by how it is closed: behind a title every surname makes a name."""
_KIN = re.compile(
    "的?(?:妻子|丈夫|爱人|老伴|父亲|母亲|爸爸|妈妈|儿子|女儿|孙子|孙女|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|家人|家里|兄弟|夫妇|夫妻)"
)
"""What somebody's name stands before: 王小明的|妻子, 王小明|夫妇."""


class Reading(NamedTuple):
    """One way to read a span of clean text as a name; ``led`` is what a title right before it adds."""

    start: int
    end: int
    name: str
    odds: float
    rule: str
    led: float = 0.0


def readings(context: Context) -> list[Reading]:
    """Every reading of a text worth a look, one a span.

    >>> [r.name for r in readings(context_of("责任编辑：王小明", ())) if r.odds > 0]
    ['王小明']
    """
    listed = {(span.start, span.end): rule for span, rule in byline_spans(context.clean)}
    found: dict[tuple[int, int], Reading] = {}
    led: dict[int, float] = {}
    japanese = _JAPAN.search(context.clean) is not None
    doubtful: list[tuple[Candidate, float]] = []
    titled = context.titles_ending
    for candidate in candidates(context, promising, listed):
        odds = log_odds(context, candidate)
        start, end, _, surname, _ = candidate
        if surname > 1:
            odds += _OF_A_PEOPLE * _of_a_people(context, candidate, japanese)
        if odds <= HOPELESS and start not in titled and (start, end) not in listed:
            if odds > _KEPT:
                doubtful.append((candidate, odds))
            if surname != 1:
                found.pop((start, end), None)  # what may be transcribed is no more than that
            continue
        reading = _reading(context, candidate, odds, listed, led)
        known = found.get((start, end))
        if reading.odds > _KEPT and (known is None or known.odds < reading.odds):
            found[start, end] = reading  # a transcription of the same span may be less likely
    parts = list(part_names(context))
    elements = [(start, end) for start, end, odds, _ in parts if odds >= CERTAIN]
    _slotted(context, found, elements)
    _transcribed(context, found)
    for start, end, odds, rule in parts:
        known = found.get((start, end))
        if known is None or known.odds < odds:
            found[start, end] = Reading(start, end, context.clean[start:end], odds, rule)
    certain_spans = {(r.start, r.end) for r in found.values() if r.odds >= CERTAIN}
    for start, end in between(context.clean, certain_spans):
        known = found.get((start, end))
        odds = max(_IN_SLOT[CLOSED], known.odds if known else 0.0)
        found[start, end] = Reading(start, end, context.clean[start:end], odds, "name:listed", _LED_PLACE)
    for (start, end), rule in listed.items():
        signed = _signs(context.clean, start, end) or _of_element(context.clean[start:end])
        if signed and context.clean[start:end] not in words("not_names"):
            known = found.get((start, end))
            inner = [found[a, end].odds for a in range(start + 1, end - 1) if (a, end) in found]
            odds = max(_IN_SLOT[CLOSED], known.odds if known else 0.0, *[o + _LONGER for o in inner])
            found[start, end] = Reading(start, end, context.clean[start:end], odds, rule)
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
            found[start, end] = _reading(context, candidate, odds, listed, led)
    longest = {r.start: r.end for r in sorted(found.values(), key=lambda r: r.end) if r.odds > 0}
    for name in certain:
        for start, end in _again(context, name):
            if longest.get(start, 0) > end:
                continue  # 欧阳小|明 is no 欧阳小
            found.setdefault((start, end), Reading(start, end, name, HOPELESS, "name:again"))
    return list(found.values())


def _shorten(context: Context, found: dict[tuple[int, int], Reading]) -> None:
    """Leave off the adverb with which a reading ends, if the article has the long name nowhere else."""
    for (start, end), r in list(found.items()):
        if end - start < 3 or r.name.endswith("不都") or context.clean.count(r.name) > 1:
            continue  # 阿不|都 is no part of 阿不都
        if takes_adverb(context, end):
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
        if free and not clean.startswith(_DOCTRINES, end):
            yield at, end
        at = clean.find(name, end)


def _reading(
    context: Context,
    candidate: Candidate,
    odds: float,
    listed: dict[tuple[int, int], str],
    led: dict[int, float],
) -> Reading:
    start, end = candidate.start, candidate.end
    clean = context.clean
    name = clean[start:end]
    looks, last, after = looks_of(name), name[-1], clean[end : end + 1]
    if (
        looks.left_over
        or within_sounds(context, start, end)
        or is_orphan(clean[end : end + 2])
        or (end - start > 2 and is_opener(last + after))
        or (end in context.titles_starting and last in "任当")
        or (start > 0 and clean[start - 1].isdigit())
    ):
        odds -= _LEFT_OVER if end - start < 3 or last not in "任当" else 2 * _LEFT_OVER
    rule = "name:han" if candidate.kind == HAN else "name:transcribed"
    if odds > 0 and clean.startswith(_DOCTRINES, end):
        return Reading(start, end, name, _KEPT, rule)
    if (start, end) in listed and not is_stop(name):
        return Reading(start, end, name, max(odds + BYLINE, _IN_SLOT[CLOSED]), listed[start, end])
    if start not in led and start in context.titles_ending and _free(context, start, end):
        # A title says that a name begins here, not where it ends: longer readings get as much.
        led[start] = TITLED_WEAKLY if looks.rare else TITLED
    if start in led:
        odds += _LED_PLACE * looks.place  # behind a title the name of a place is rather a person's
        return Reading(start, end, name, odds + led[start], f"{rule}_titled", led[start])
    if (
        is_geography(last, after)
        or is_division(clean[start - 1 : start], name)
        or (odds > 0 and is_thing(clean, end))
    ):
        odds -= _LEFT_OVER
    elif looks.word:
        odds -= _LEFT_OVER if _listed(name) or (commonplace(name) and clean.count(name) == 1) else _WORD
    elif looks.rare:
        odds -= _RARE
    elif shape(context, start, end)[0] not in "<>" and (
        end in context.titles_starting or _KIN.match(context.clean, end)
    ):
        odds += _FOLLOWED
    elif end - start == 3 and candidate.kind == HAN and start in context.titles_ending:
        odds += _DESCRIBED
    if odds > 0 and candidate.kind == FOREIGN:
        odds -= _ALONE * stands_alone(context, start, end) + _LEFT_OVER * of_words(context, start, end)
        odds -= _PLACED * bool(_AREA.search(clean, max(0, start - 3), start))
    return Reading(start, end, name, odds, rule)


def _listed(name: str) -> bool:
    """Whether a word is known to be nobody's name: 滑雪, 马拉松, 埃博拉."""
    return name in words("not_names") or name in words("transcribed_words")


def _of_a_people(context: Context, candidate: Candidate, japanese: bool) -> int:
    """1 where a Yi or Japanese name is cut free by the words around, -1 where none can be."""
    start, end, _, surname, _ = candidate
    language = mapping("compound_surnames").get(context.clean[start : start + surname])
    if language not in ("yi", "ja"):
        return 0
    if language == "ja" and not japanese:
        return -1
    cut = shape(context, start, end)
    return int(cut[0] != "<" and ">" not in cut and not is_word(context.clean[start + surname : end]))


def _signs(clean: str, start: int, end: int) -> bool:
    """Whether a span of a byline is a surname with a given name of one or two characters."""
    surname = surname_at(clean, start)
    name = clean[start:end]
    if len(name) == 2 and name[0] in words("rare_surnames"):
        return False  # 补牙
    return bool(surname) and 1 <= end - start - surname <= 2 and name.isalpha() and not is_stop(name)


def _of_element(name: str) -> bool:
    """Whether a span of a byline begins with a known element: 通讯员 多吉坚才."""
    known = words("minority_names")
    return 2 < len(name) < 7 and name.isalpha() and (name[:2] in known or name[:3] in known)


def _slotted(
    context: Context, found: dict[tuple[int, int], Reading], elements: list[tuple[int, int]]
) -> None:
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
        reading = Reading(start, end, name, max(odds, _IN_SLOT[filling.border]), "name:han_slot", TITLED)
        found[start, end] = reading
        if own > start or (filling.border == CLOSED and not filling.doubtful):
            for at in range(start + 2, end):
                if (start, at) in found and found[start, at].rule.endswith("_titled"):
                    del found[start, at]  # a rest of the name would stay behind
        longer = found.get((start, end + 1))
        if longer is not None and not longer.rule.endswith("_slot") and taken(context, end):
            del found[start, end + 1]
        if reading.odds >= _SURE:
            queue += beside(context, start, end)


def _transcribed(context: Context, found: dict[tuple[int, int], Reading]) -> None:
    """Adds the transcriptions in slots: longer than any other reading that would leave a rest behind."""
    for start, end, border in transcribed_slots(context):
        name = context.clean[start:end]
        odds = log_odds(context, Candidate(start, end, FOREIGN, 0)) + TITLED
        cut = [found[start, at].odds for at in range(start + 2, end) if (start, at) in found]
        known = found.get((start, end))
        odds = max(odds, _IN_SLOT[border], known.odds if known else odds, *[o + _LONGER for o in cut])
        found[start, end] = Reading(start, end, name, odds, "name:transcribed_slot", TITLED)


def _free(context: Context, start: int, end: int) -> bool:
    """Whether a span behind a title is cut free by the words around it and begins no other word."""
    if context.titles_ending[start] == "plain" or ">" in shape(context, start, end):
        return False
    first = context.starting.get(start, "")
    return not any(
        word in words("not_names") or not dictionary_tag(word).startswith(("nr", "ns"))
        for word in (first, context.clean[start:end])
        if len(word) > 1 and dictionary_tag(word)
    )


def _blank_name(clean: str, start: int, end: int, rule: str) -> Iterator[Reading]:
    """A two-character name that is set with a blank inside."""
    name = "".join(clean[start:end].split())
    if len(name) == 2 < end - start:
        context = context_of(name, ())
        for candidate in candidates(context):
            if candidate.end == 2:
                yield Reading(start, end, name, log_odds(context, candidate) + BYLINE, rule)
