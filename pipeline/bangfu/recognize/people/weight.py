"""The weight of one reading: what a candidate's place and its looks say for or against a name."""

from __future__ import annotations

import re
from typing import NamedTuple

from bangfu.lexicon import mapping, words
from bangfu.recognize.names.borders import (
    CLOSED,
    FUNCTION,
    JOINED,
    LEADING,
    closing,
    commonplace,
    leads_on,
    seldom,
    surname_at,
)
from bangfu.recognize.names.candidates import Candidate
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.names.features import FOREIGN, HAN, shape
from bangfu.recognize.names.sounds import of_words, stands_alone, within_sounds
from bangfu.recognize.names.transcribed import yi_given
from bangfu.recognize.people.deeds import is_deed
from bangfu.recognize.people.looks import (
    KIN,
    crosses_town,
    is_division,
    is_geography,
    is_opener,
    is_orphan,
    is_stop,
    is_word,
    looks_of,
    twofold,
)
from bangfu.recognize.people.phrases import is_elsewhere, is_of_several, is_phrase, is_place_of_level
from bangfu.recognize.people.things import is_thing

BYLINE = 5.0
TITLED = 3.0
TITLED_WEAKLY = 1.0
_LEFT_OVER = 4.0
_LEAST, _NEED, _BEGUN = -1.3, 0.7, 2.0
_SURE = 2.0
"""The log-odds from which on no words inside of a name speak against it."""
_CLAUSE_BEGINS = ("", "，", "。", "；", "：", "”", "\n")
_VERBAL = ("d", "p", "c", "u")
LED_PLACE = 2.0
_WORD = 2.5
_RARE = 1.0
_FOLLOWED = 1.5
_ALONE = 1.5
_DESCRIBED = 1.0
_PLACED = 2.0
_AREA = re.compile("(?:[东西南北中]部的?|地区的?|位于|[省州]的?)$")
"""What stands before a place: 南部的|马瓦西."""
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
    name = clean[start:end]
    looks, last, after = looks_of(name), name[-1], clean[end : end + 1]
    if (
        looks.left_over
        or twofold(clean, start)
        or leads_on(context, start, end)
        or is_deed(context, start, end)
        or (end - start == 3 and name[0] in LEADING and surname_at(name, 1))
        or within_sounds(context, start, end)
        or crosses_town(clean, start, end)
        or (end - start == 3 and joins(context, start))
        or is_orphan(clean[end : end + 2])
        or (end - start > 2 and is_opener(last + after))
        or (end in context.titles_starting and last in "任当")
        or (start > 0 and (clean[start - 1].isdigit() or (name[0] == "许" and clean[start - 1] in _MEASURED)))
    ):
        odds -= _LEFT_OVER if end - start < 3 or last not in "任当" else 2 * _LEFT_OVER
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
    if (
        is_geography(last, after)
        or is_division(clean[start - 1 : start], name)
        or (odds > 0 and (is_thing(clean, end) or is_elsewhere(clean, start, end)))
    ):
        odds -= _LEFT_OVER
    elif _listed(name):
        odds -= 2 * _LEFT_OVER
    elif looks.word:
        odds -= _LEFT_OVER if commonplace(name) and clean.count(name) == 1 else _WORD
    elif looks.rare:
        odds -= _RARE
    elif shape(context, start, end)[0] not in "<>" and (
        end in context.titles_starting or KIN.match(context.clean, end)
    ):
        odds += _FOLLOWED
    elif end - start == 3 and candidate.kind == HAN and start in context.titles_ending:
        odds += _DESCRIBED
    elif _LEAST < odds < _NEED and candidate.kind == HAN and _begins(context, start, end):
        odds += _BEGUN
    if 0 < odds < _SURE and candidate.kind == HAN and end not in context.titles_starting:
        odds -= _LEFT_OVER * is_phrase(context, start, end)
    if odds > 0 and candidate.kind == FOREIGN:
        odds -= _ALONE * stands_alone(context, start, end) + _LEFT_OVER * of_words(context, start, end)
        odds -= _PLACED * bool(_AREA.search(clean, max(0, start - 3), start))
    return Reading(start, end, name, odds, rule)


def joins(context: Context, start: int) -> bool:
    """Whether a 和 behind a title joins it with a name of a common surname: 女儿和|曹小红."""
    if context.titles_ending.get(start) != "plain" or context.clean[start] not in "和与":
        return False
    return mapping("surnames").get(context.clean[start + 1], "0") in ("2", "3")


def _begins(context: Context, start: int, end: int) -> bool:
    """Whether single characters begin a clause and a verb follows, or stand between 的 and its end."""
    name, before = context.clean[start:end], context.clean[start - 1 : start]
    if len(name) != 3 or (before != "的" and before not in _CLAUSE_BEGINS):
        return False
    if closing(context, end) != (CLOSED if before == "的" else JOINED):
        return False
    if name[0] in FUNCTION or name[:2] in mapping("compound_surnames") or dictionary_tag(name[2]) in _VERBAL:
        return False
    if mapping("surnames").get(name[0], "1") == "1" or not seldom(name):
        return False
    return shape(context, start, end) == "111" or dictionary_tag(context.clean[start + 1 : end]) == "nr"


def _listed(name: str) -> bool:
    """Whether a word is known to be nobody's name: 滑雪, 马拉松, 埃博拉."""
    return name in words("not_names") or name in words("transcribed_words")


def of_a_people(context: Context, candidate: Candidate, japanese: bool) -> int:
    """1 where a Yi or Japanese name is cut free by the words around, -1 where none can be."""
    start, end, _, surname, _ = candidate
    language = mapping("compound_surnames").get(context.clean[start : start + surname])
    if language not in ("yi", "ja"):
        return 0
    if language == "ja" and not japanese:
        return -1
    if language == "yi" and not yi_given(context.clean[start + surname : end]):
        return -1
    cut = shape(context, start, end)
    return int(cut[0] != "<" and ">" not in cut and not is_word(context.clean[start + surname : end]))


def _free(context: Context, start: int, end: int) -> bool:
    """Whether a span behind a title is cut free by the words around it and begins no other word."""
    if context.titles_ending[start] == "plain" or ">" in shape(context, start, end):
        return False
    if is_of_several(context.clean, start, end) or is_place_of_level(context.clean, start, end):
        return False
    first = context.starting.get(start, "")
    return not any(
        word in words("not_names") or not dictionary_tag(word).startswith(("nr", "ns"))
        for word in (first, context.clean[start:end])
        if len(word) > 1 and dictionary_tag(word)
    )
