"""Slots of transcriptions: behind a title, what is spelled out of foreign sounds up to a border is a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bangfu.lexicon import mapping, words
from bangfu.recognize.names.borders import (
    ACTING,
    CLOSED,
    FUNCTION,
    JOINED,
    LEADING,
    OPEN,
    closing,
    seldom,
    speaks,
)
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.names.elements import likely_pair
from bangfu.recognize.places import is_place

_SHORTEST, _LONGEST = 2, 9
ALSO = "门朔楚伍仓察江生再义荪"
"""Characters that spell sounds too, but are too common elsewhere to be looked for without a title."""
SYLLABLES = (
    "且作取品茸支俄余子其各曲洛石火机体黑培朵先仙早约惹恰扒牛则撒甩梅果秋草乙决苦拥措仲降才"
    "晋永周么欠项旦央呷尕绒松应喃囡扁此"
)
"""Characters that spell names of the peoples of the southwest and the north, and nothing foreign."""
_NOT_LAST = frozenset("作取其子石火机体则先早约才周永果")
"""Those of them that rather begin the next word: 古丽|作报告."""
_LONG_ENOUGH, _YI = 4, 4
_HAN = re.compile("[\u4e00-\u9fff]{4}")
_OF_YI = frozenset("也求以几伟史者里有友达各五伍什合坡社英")
_NEVER = frozenset("的了着过说和与及在是给对把被向为从将到来去等都就致同互")
"""More characters of Yi given names, and what none holds though it spells sounds."""
_QUOTED = re.compile("”(?<=[。！？…]”)(?=[\u4e00-\u9fff])")
_NAMED = re.compile("[叫来岁](?:(?<=[我你他她名]叫)|(?<=岁)的|(?<=来)自[^，。；！？：、\n的]{2,20}的)")
"""What somebody's name stands behind, called or told from where: 我叫|阿米娜."""


@lru_cache(maxsize=1)
def _run() -> re.Pattern[str]:
    known = "".join(sorted({*mapping("foreign_name_chars"), *ALSO, *SYLLABLES}))
    first = "".join(sorted({*known, *words("surnames")} - FUNCTION - LEADING))
    return re.compile(f"[{first}][{known}]{{{_SHORTEST - 1},{_LONGEST}}}(?:-[{known}]{{2,{_LONGEST}}})?")


def transcribed_slots(context: Context) -> Iterator[tuple[int, int, int]]:
    """Start, end and border of the longest transcription behind titles, and behind 叫 and 来自某地的.

    >>> from bangfu.article import Mention
    >>> from bangfu.recognize.names.context import context_of
    >>> from bangfu.recognize.titles.find import Title
    >>> title = Mention(0, 2, "总统", "title", "", 1.0, Title("总统", "place", None, 0))
    >>> list(transcribed_slots(context_of("总统科连斯基说，", (title,))))
    [(2, 6, 2)]
    """
    for start, kind in context.titles_ending.items():
        yield from transcription(context, start, kind == "plain")
    for end in context.bodies:
        if context.clean[end : end + 1] == "的":
            yield from transcription(context, end + 1, weak=True)
    for match in _NAMED.finditer(context.clean):
        if match.end() not in context.titles_ending:
            yield from transcription(context, match.end(), weak=match.group() != "叫")
    for match in _QUOTED.finditer(context.clean):
        yield from [x for x in transcription(context, match.end(), weak=True) if speaks(context, x[1])]


def transcription(context: Context, start: int, weak: bool) -> Iterator[tuple[int, int, int]]:
    """The longest transcription at an offset; a ``weak`` slot may hold other things: sure sounds fill it."""
    clean = context.clean
    start += clean[start : start + 1] in LEADING and clean[start + 1 : start + 2] != "-"  # 教师|有|卓玛、
    if start in context.titled:
        return
    yi = _yi_name(context, start)
    if yi is not None:
        yield yi
        return
    run = _run().match(clean, start)
    if run is None:
        return
    for end in range(run.end(), start + _SHORTEST - 1, -1):
        border = closing(context, end)
        if border == OPEN or (border < CLOSED and clean[end - 1] in _NOT_LAST):
            continue
        sure = _sure(context, start, end)
        if (
            weak
            and (border == ACTING or sure < end - start)
            and (border < CLOSED or end - start < _LONG_ENOUGH)
        ):
            continue
        if weak and clean[end - 1] == "赛":
            continue  # 女子|麦迪逊赛
        if weak and any(is_place(context.starting.get(at, "")) for at in range(start, end)):
            continue  # 文莱|苏丹哈桑纳尔
        if _spelled(context, start, end, border, sure):
            yield start, end, border
            return


def _yi_name(context: Context, start: int) -> tuple[int, int, int] | None:
    """A Yi surname and two characters, as their given names have: 马海|惹作."""
    clean, end = context.clean, start + _YI
    if mapping("compound_surnames").get(clean[start : start + 2]) != "yi" or not _HAN.match(clean, start):
        return None
    free = all(len(context.starting.get(at, "")) < 2 or _rare(context, at) for at in range(start, end))
    if not free or not yi_given(clean[start + 2 : end]):
        return None
    border = closing(context, end)
    return (
        (start, end, max(border, JOINED))
        if border > ACTING or len(context.starting.get(end, "")) > 1
        else None
    )


@lru_cache(maxsize=1)
def _spelling() -> frozenset[str]:
    return frozenset({*mapping("foreign_name_chars"), *ALSO, *SYLLABLES, *_OF_YI})


def yi_given(name: str) -> bool:
    """Whether characters spell a Yi given name, and none is a word of the sentence.

    >>> yi_given("木呷"), yi_given("萨互")
    (True, False)
    """
    return all(char in _spelling() and char not in _NEVER for char in name)


def _rare(context: Context, at: int) -> bool:
    word = context.starting[at]
    return seldom(word) or dictionary_tag(word).startswith(("nr", "ns", "nz"))


def _sure(context: Context, start: int, end: int) -> int:
    """How many characters of a span are surely sounds, or belong to known or likely elements of names."""
    clean, known = context.clean, mapping("foreign_name_chars")
    sure = {at for at in range(start, end) if known.get(clean[at]) == "2" or clean[at] == "-"}
    for run in context.elements:
        if start <= run.start and run.end <= end:
            sure.update(range(run.start, run.end))
    for at in range(start, end - 1):
        if likely_pair(clean[at : at + 2]):
            sure.update((at, at + 1))
    surname = clean[start] in words("surnames") and clean[start] not in FUNCTION
    if surname and len(sure) >= end - start - 1 > 2:
        sure.add(start)  # 韩|索菲娅
    return len(sure)


def _spelled(context: Context, start: int, end: int, border: int, sure: int) -> bool:
    """Whether a span is spelled in sounds: no words but names and places, and mostly sure characters."""
    clean = context.clean
    name = clean[start:end].replace("-", "")
    short = end - start == _SHORTEST
    if (
        sure * (3 if border == CLOSED else 2) < len(name) + (border == ACTING)
        or (short and (sure < _SHORTEST or border == ACTING or dictionary_tag(name)))
        or name in words("transcribed_words")
        or is_place(name)
    ):
        return False
    at = start
    while at < end:
        word = context.starting.get(at, "")
        if len(word) > 1 and not _rare(context, at):
            return False
        if word and word in words("after_titles"):
            return False
        at += max(len(word), 1)
    return True
