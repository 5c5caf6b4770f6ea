"""Spans that could be names by their characters alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bangfu.extract.names_context import Context
from bangfu.extract.names_features import FOREIGN, HAN
from bangfu.lexicon import mapping, words

_MOST_CUTS = 3  # word borders tried at each end of a run of transcription characters
_LONGEST_FOREIGN = 9


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of clean text; ``surname`` is the length of its surname, 0 for a transcription."""

    start: int
    end: int
    kind: str
    surname: int


@lru_cache(maxsize=1)
def _han() -> re.Pattern[str]:
    """A surname with the one or two characters behind it that a given name may hold."""
    single = "".join(sorted(words("surnames")))
    given = "".join(sorted(words("given_name_chars") - words("not_in_given_names")))
    compound = "|".join(sorted(words("compound_surnames"), key=lambda w: (-len(w), w)))
    return re.compile(f"(?=(?:({compound})|[{single}])([{given}]{{1,2}}))[{single}{_heads()}]")


def _heads() -> str:
    return "".join(sorted({w[0] for w in words("compound_surnames")}))


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    known = mapping("foreign_name_chars")
    strong = "".join(sorted(c for c, n in known.items() if n == "2"))
    weak = "".join(sorted(c for c, n in known.items() if n == "1"))
    return re.compile(f"[{strong}{weak}][{strong}]+(?:[{weak}]{{1,2}}[{strong}]+)*[{weak}]?")


def candidates(context: Context) -> Iterator[Candidate]:
    """Every candidate of a text, those of Chinese form first, each kind in text order.

    >>> from bangfu.extract.names_context import context_of
    >>> [c.end - c.start for c in candidates(context_of("请王建国", ()))]
    [2, 3]
    """
    clean = context.clean
    for match in _han().finditer(clean):
        start = match.start()
        compound, given = match.groups()
        surname = len(compound) if compound else 1
        for length in range(1, len(given) + 1):
            yield Candidate(start, start + surname + length, HAN, surname)
    yield from _transcriptions(context)


def _transcriptions(context: Context) -> Iterator[Candidate]:
    for match in _foreign().finditer(context.clean):
        low, high = match.span()
        if high - low > 4 * _LONGEST_FOREIGN:
            continue
        starts = [at for at in range(low, high - 1) if at == low or at in context.starting][:_MOST_CUTS]
        ends = [at for at in range(high, low + 1, -1) if at == high or at in context.starting][:_MOST_CUTS]
        for start in starts:
            for end in ends:
                if 3 <= end - start <= _LONGEST_FOREIGN:
                    yield Candidate(start, end, FOREIGN, 0)
