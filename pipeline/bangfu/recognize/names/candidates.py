"""Spans that could be names by their characters alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bangfu.lexicon import mapping, words
from bangfu.recognize.names.context import Context
from bangfu.recognize.names.features import FOREIGN, HAN
from bangfu.recognize.names.likeness import likeness
from bangfu.recognize.names.openings import openings

_MOST_CUTS = 3  # word borders tried at each end of a run of transcription characters
_LONGEST_FOREIGN = 9
_THINGS = frozenset("楼堂馆院社会团班组队所站店厂司金奖杯网车桥路山江河湖海湾岛寺庙塔节村镇乡县")
"""With which things and places end that a text names more than once: 励学|金."""
_MARKS = ("", "，", "。", "；", "：", "、", "“", "\n", "科")
"""What stands before somebody who is called by name and title: ，|张保|主任."""
_CLAUSE_END = re.compile("[，。、；（]")
_JAPANESE = "太"
"""What ends Japanese given names alone: 铃木健太."""


Gate = Callable[[str], Sequence[tuple[int, float | None]]]
"""Lengths of names worth a look, and the log-odds of their characters where the gate has found them."""


class Candidate(NamedTuple):
    """A span of clean text; ``surname`` is the length of its surname, 0 for a transcription.

    ``own`` is what its characters say, as log-odds, where that is known already.
    """

    start: int
    end: int
    kind: str
    surname: int
    own: float | None = None


def possible(chars: str) -> list[tuple[int, None]]:
    """The lengths of the names of a surname of one character that three characters can begin with.

    >>> possible("王建国"), possible("王建，"), possible("建，")
    ([(2, None), (3, None)], [(2, None)], [])
    """
    given = _single().match(chars)
    return [(length, None) for length in range(2, given.end() + 1)] if given else []


def in_given_name(char: str) -> bool:
    """Whether given names may hold a character.

    >>> in_given_name("国"), in_given_name("，"), in_given_name("")
    (True, False, False)
    """
    return "\u4e00" <= char <= "\u9fff" and char not in words("not_in_given_names")


def _given() -> str:
    """A class of characters: rare ones are welcome in names, so only those that are in none are left out."""
    out, low = "", 0x4E00
    for left_out in sorted(map(ord, words("not_in_given_names"))):
        if left_out > low:
            out += f"{chr(low)}-{chr(left_out - 1)}"
        low = left_out + 1
    return f"[{out}{chr(low)}-\u9fff]"


@lru_cache(maxsize=1)
def _single() -> re.Pattern[str]:
    """A surname of one character and what a given name may hold behind it."""
    return re.compile(f"[{''.join(sorted(words('surnames')))}]{_given()}{{1,2}}")


@lru_cache(maxsize=1)
def _begun() -> re.Pattern[str]:
    """A surname of one character before what a given name may hold."""
    return re.compile(f"[{''.join(sorted(words('surnames')))}](?={_given()})")


@lru_cache(maxsize=1)
def _rare() -> re.Pattern[str]:
    """A rare surname with two characters that a given name may hold, where a clause begins."""
    return re.compile(f"[{''.join(sorted(words('rare_surnames')))}](?<![一-鿿].)(?={_given()}{{2}})")


@lru_cache(maxsize=1)
def _compound() -> re.Pattern[str]:
    known = sorted(words("compound_surnames"), key=lambda w: (-len(w), w))
    return re.compile(f"({'|'.join(known)})(?=([\u4e00-\u9fff]{{1,3}}))")


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    known = mapping("foreign_name_chars")
    strong = "".join(sorted(c for c, n in known.items() if n == "2"))
    weak = "".join(sorted(c for c, n in known.items() if n == "1"))
    return re.compile(f"[{strong}{weak}][{strong}]+(?:[{weak}]{{1,2}}[{strong}]+)*[{weak}]?")


def candidates(
    context: Context, gate: Gate = possible, named: Iterable[tuple[int, int]] = ()
) -> Iterator[Candidate]:
    """Every candidate of a text that holds no part of a title: surnames first, then transcriptions.

    A name begins where a dictionary word begins, or behind a title. ``gate`` says from three characters which
    lengths of names are worth a look; what titles stand before and spans of ``named`` pass without.

    >>> from bangfu.recognize.names.context import context_of
    >>> [c.end - c.start for c in candidates(context_of("请王建国", ()))]
    [2, 3]
    """
    titled = context.titled
    for candidate in _surnamed(context, gate, named):
        if candidate.end - 1 not in titled:
            yield candidate
    for candidate in _transcriptions(context):
        if titled.isdisjoint(range(candidate.start, candidate.end)):
            yield candidate


def _surnamed(context: Context, gate: Gate, named: Iterable[tuple[int, int]]) -> Iterator[Candidate]:
    clean, starting, titled = context.clean, context.starting, context.titled
    called = [post - 2 for post, kind in context.titles_starting.items() if kind != "plain"]
    ahead = {start for start in called if start in starting and clean[start - 1 : start] in _MARKS}
    certain = {*context.titles_ending, *[start for start, _ in named], *ahead} - titled
    for start in map(re.Match.start, _begun().finditer(clean)):
        if start in starting and start not in certain and start not in titled:
            for length, own in gate(clean[start : start + 3]):
                yield Candidate(start, start + length, HAN, 1, own)
    for start in sorted(certain):
        for length, _ in possible(clean[start : start + 3]):
            yield Candidate(start, start + length, HAN, 1)
    yield from _repeated(context)
    languages = mapping("compound_surnames")
    floor = 0
    for at in openings(clean, "compound_surnames"):
        name = _compound().match(clean, at) if at >= floor else None
        if name is None:
            continue
        start, given = name.span()
        floor = given
        if start in titled:
            continue
        language = languages[name.group()]
        longest = 3 if language == "ja" else 2
        for end in range(given + 1 + (language == "yi"), min(name.end(2), given + longest) + 1):
            if in_given_name(clean[end - 1]) or language == "yi" or clean[end - 1] in _JAPANESE:
                yield Candidate(start, end, HAN, given - start)


def _repeated(context: Context) -> Iterator[Candidate]:
    """Rare surnames with a given name of two characters, where clauses begin with the same three again.

    That one begins so is enough where another ends with them.
    """
    told: dict[str, list[int]] = {}
    for start in map(re.Match.start, _rare().finditer(context.clean)):
        own = len(context.starting.get(start, "")) == 1 and start not in context.titled
        last = context.clean[start + 2]
        if own and last not in _THINGS and likeness(last)[1] > 0:
            told.setdefault(context.clean[start : start + 3], []).append(start)
    again = _ends_clauses(context.clean, told) if told else frozenset()
    for name, starts in told.items():
        if len(starts) > 1 or name in again:
            yield from (Candidate(start, start + 3, HAN, 1) for start in starts)


def _ends_clauses(clean: str, names: Iterable[str]) -> frozenset[str]:
    """Those of the names of three characters that stand again, and before a mark too: 放羊人|锁有才。."""
    ended = {clean[m.start() - 3 : m.start()] for m in _CLAUSE_END.finditer(clean, 3)}.intersection(names)
    times = Counter(clean[i : i + 3] for i in range(len(clean) - 2)) if ended else {}
    return frozenset(name for name in ended if times[name] > 1)


def _transcriptions(context: Context) -> Iterator[Candidate]:
    starting, titles_ending = context.starting, context.titles_ending
    for match in _foreign().finditer(context.clean):
        low, high = match.span()
        if high - low == 2 and low not in titles_ending:
            continue
        if high - low > 4 * _LONGEST_FOREIGN:
            continue
        starts = [at for at in range(low, high - 1) if at == low or at in starting][:_MOST_CUTS]
        ends = [at for at in range(high, low + 1, -1) if at == high or at in starting][:_MOST_CUTS]
        for start in starts:
            for end in ends:
                if 3 <= end - start <= _LONGEST_FOREIGN or (end - start == 2 and start in titles_ending):
                    yield Candidate(start, end, FOREIGN, 0)
