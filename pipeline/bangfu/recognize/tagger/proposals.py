"""What a tagger proposes, and how it joins what the rules found.

The rules go first: they know titles, aliases and longest names. A proposal adds a mention only where no rule
has found anything, so a tagger raises recall and never moves the border of what is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from bangfu import lexicon
from bangfu.article import Document, Mention
from bangfu.recognize.institutions.value import InstitutionValue
from bangfu.recognize.places import NOWHERE, codes_of, is_place, place_of

RULE = "tagger"
SCORE = 0.5
"""A tagger's mention: a model saw it and no rule did, and most models tell no probability."""

_PERSON = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]+(?:·[\u3400-\u9fff]+)+|[\u3400-\u9fff]{5,9}")
_INSTITUTION = re.compile(r"[^\s，。、；：？！,;?!（(]{3,40}")
_LONGEST_PLACE = 9


@dataclass(frozen=True, slots=True)
class Proposal:
    """A span of one sentence with a label, ``person`` or ``institution``."""

    start: int
    end: int
    label: str


class Tagger(Protocol):
    """Sentences in, the proposals of each sentence out, in its own offsets."""

    def __call__(self, sentences: Sequence[str]) -> list[list[Proposal]]:
        """Tag sentences."""


def proposals(document: Document, tagger: Tagger | None) -> tuple[Proposal, ...]:
    """What a tagger proposes for a document, in offsets of clean text and in text order."""
    if tagger is None:
        return ()
    clean = document.clean
    tagged = tagger([clean[s.start : s.end] for s in document.sentences])
    return tuple(
        Proposal(s.start + p.start, s.start + p.end, p.label)
        for s, found in zip(document.sentences, tagged, strict=True)
        for p in found
    )


def with_people(
    clean: str, people: tuple[Mention, ...], proposed: Sequence[Proposal], *others: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """The people of the rules, and those proposals that overlap neither them nor other mentions.

    >>> [m.text for m in with_people("次仁来了", (), [Proposal(0, 2, "person")])]
    ['次仁']
    """
    spans = _free(proposed, "person", (people, *others))
    found = [
        Mention(p.start, p.end, clean[p.start : p.end], "person", RULE, SCORE, clean[p.start : p.end])
        for p in spans
        if _PERSON.fullmatch(clean, p.start, p.end)
    ]
    return _sorted(people, found)


def with_institutions(
    clean: str, institutions: tuple[Mention, ...], proposed: Sequence[Proposal]
) -> tuple[Mention, ...]:
    """The institutions of the rules, and those proposals that overlap none of them.

    >>> found = with_institutions("新希望集团捐款", (), [Proposal(0, 5, "institution")])
    >>> [(m.text, m.value.kind) for m in found]
    [('新希望集团', 'company')]
    """
    found = [
        Mention(p.start, p.end, text, "institution", RULE, SCORE, _value(text))
        for p in _free(proposed, "institution", (institutions,))
        if _INSTITUTION.fullmatch(text := clean[p.start : p.end]) and not is_place(text)
    ]
    return _sorted(institutions, found)


def _sorted(rules: tuple[Mention, ...], found: list[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted([*rules, *found], key=lambda m: (m.start, m.end))) if found else rules


def _free(
    proposed: Sequence[Proposal], label: str, groups: Iterable[tuple[Mention, ...]]
) -> Iterable[Proposal]:
    if not proposed:
        return
    taken: set[int] = set()
    for group in groups:
        for m in group:
            taken.update(range(m.start, m.end))
    for p in proposed:
        if p.label == label and taken.isdisjoint(range(p.start, p.end)):
            taken.update(range(p.start, p.end))
            yield p


def _value(name: str) -> InstitutionValue:
    kinds = _kinds()
    kind = next((kinds[name[at:]] for at in range(1, len(name)) if name[at:] in kinds), "other")
    chain = _places_before(name)
    place = place_of(chain, codes_of(chain)) if chain else NOWHERE
    return InstitutionValue(name, kind, place.province, place.city, place.county, place.adcode)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {head: kind for head, kind, _ in lexicon.table("institution_heads")}


def _places_before(name: str) -> list[str]:
    """The places that a name begins with, longest first at each step."""
    chain: list[str] = []
    at = 0
    while True:
        ends = range(min(len(name) - 1, at + _LONGEST_PLACE), at + 1, -1)
        end = next((e for e in ends if is_place(name[at:e])), None)
        if end is None:
            return chain
        chain.append(name[at:end])
        at = end
