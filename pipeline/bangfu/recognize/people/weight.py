"""The weight of one reading: what a candidate's place and its looks say for or against a name."""

from __future__ import annotations

import re
from typing import NamedTuple

from bangfu.lexicon import mapping
from bangfu.recognize.names.borders import CLOSED, LEADING, is_orphan, surname_at
from bangfu.recognize.names.candidates import Candidate
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.names.features import FOREIGN, HAN, shape
from bangfu.recognize.names.transcribed import stands_alone, within_sounds, yi_given
from bangfu.recognize.news_words import commonplace
from bangfu.recognize.people.looks import (
    KIN,
    is_geography,
    is_listed,
    is_stop,
    is_word,
    looks_of,
)

BYLINE = 5.0
TITLED = 3.0
TITLED_WEAKLY = 1.0
_LEFT_OVER = 4.0
LED_PLACE = 2.0
_WORD = 2.5
_RARE = 1.0
_FOLLOWED = 1.5
_DESCRIBED = 1.0
_ALONE = 1.5
_MEASURED = frozenset("时点分日月年米元里斤亩")
"""What 许 stands behind as a word: 六时|许."""
KEPT = -5.0
"""Readings below these log-odds are forgotten before the article is looked at as a whole."""
DOCTRINES = ("主义", "思想", "定律", "综合征", "精神", "式", "客户端", "频道")
"""What stands behind a name that something else bears."""
OF_A_PEOPLE = 2.5
"""What a Yi surname adds, and a Japanese one where the article speaks of Japan."""
JAPAN = re.compile("日(?:[本语籍]|(?<=[中访赴]日))")
IN_SLOT = (0.0, 1.2, 1.2, 2.2)
"""The least log-odds of a span in a slot, by how it is closed: behind a title every surname makes a name."""
_LISTED = re.compile(
    "(?:[、和及][^、和及，。；：！？等\n]{1,12}){0,10}等(?:\\d+[个种])?(?:地|[县市区乡镇村省国州]|项目|活动|产业|作物|品种|产品)"
    "(?![^，。；、\n]{0,6}[人员家者师长生导])"
)
"""The end of a list of places or things: 石桥、|柳湾|、南坡等乡镇, not 王新、李芳等县领导."""


class Reading(NamedTuple):
    """One way to read a span of clean text as a name; ``led`` is what a title right before it adds."""

    start: int
    end: int
    name: str
    odds: float
    rule: str
    led: float = 0.0


def weighed(
    context: Context,
    candidate: Candidate,
    odds: float,
    listed: dict[tuple[int, int], str],
    led: dict[int, float],
) -> Reading:
    """The reading of a candidate whose log-odds the model gives; ``led`` keeps what each title adds."""
    start, end = candidate.start, candidate.end
    clean = context.clean
    name, before = clean[start:end], clean[start - 1 : start]
    looks, last = looks_of(name), name[-1]
    cuts_post = last in "任当" and end in context.titles_starting
    if (
        looks.left_over
        or cuts_post
        or is_orphan(clean[end : end + 2])
        or before.isdigit()
        or (len(name) == 3 and name[0] in LEADING and surname_at(name, 1))
        or within_sounds(context, start, end)
        or (name[0] == "许" and before in _MEASURED)
    ):
        odds -= 2 * _LEFT_OVER if cuts_post else _LEFT_OVER
    rule = "name:han" if candidate.kind == HAN else "name:transcribed"
    if odds > 0 and clean.startswith(DOCTRINES, end):
        return Reading(start, end, name, KEPT, rule)
    if (start, end) in listed and not is_stop(name):
        return Reading(start, end, name, max(odds + BYLINE, IN_SLOT[CLOSED]), listed[start, end])
    if start not in led and start in context.titles_ending and _free(context, start, end):
        # A title says that a name begins here, not where it ends: longer readings get as much.
        led[start] = TITLED_WEAKLY if looks.rare else TITLED
    if start in led:
        odds += LED_PLACE * looks.place  # behind a title the name of a place is rather a person's
        return Reading(start, end, name, odds + led[start], f"{rule}_titled", led[start])
    if is_geography(before, name, clean[end : end + 1]) or (odds > 0 and _LISTED.match(clean, end)):
        odds -= _LEFT_OVER
    elif looks.word:
        known = is_listed(name) or (commonplace(name) and clean.count(name) == 1)
        odds -= _LEFT_OVER if known else _WORD
    elif looks.rare:
        odds -= _RARE
    elif shape(context, start, end)[0] not in "<>" and (
        end in context.titles_starting or KIN.match(context.clean, end)
    ):
        odds += _FOLLOWED
    elif len(name) == 3 and candidate.kind == HAN and start in context.titles_ending:
        odds += _DESCRIBED
    if odds > 0 and candidate.kind == FOREIGN:
        odds -= _ALONE * stands_alone(context, start, end)
    return Reading(start, end, name, odds, rule)


def of_a_people(context: Context, candidate: Candidate, japanese: bool) -> int:
    """1 where a Yi or Japanese name is cut free by the words around, -1 where none can be."""
    start, end, _, surname, _ = candidate
    given = context.clean[start + surname : end]
    language = mapping("compound_surnames").get(context.clean[start : start + surname])
    if language not in ("yi", "ja"):
        return 0
    if not (japanese if language == "ja" else yi_given(given)):
        return -1
    cut = shape(context, start, end)
    return int(cut[0] != "<" and ">" not in cut and not is_word(given))


def _free(context: Context, start: int, end: int) -> bool:
    """Whether a span behind a title is cut free by the words around it and begins no other word."""
    if context.titles_ending[start] == "plain" or ">" in shape(context, start, end):
        return False
    first = context.starting.get(start, "")
    return not any(
        is_listed(word) or not dictionary_tag(word).startswith(("nr", "ns"))
        for word in (first, context.clean[start:end])
        if len(word) > 1 and dictionary_tag(word)
    )
