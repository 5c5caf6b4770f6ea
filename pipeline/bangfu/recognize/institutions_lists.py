"""Members of a list whose head stands behind the last one: 延庆区 in 延庆区、密云区教委."""

from __future__ import annotations

from bangfu.recognize.institutions_parts import Part, part_of
from bangfu.recognize.institutions_pieces import Candidate
from bangfu.recognize.institutions_words import Words

_BETWEEN = frozenset("、和及与")


def members_before(words: Words, found: Candidate, floor: int) -> list[tuple[Candidate, str]]:
    """The elliptical members left of a name with one place, in text order, each with its full name.

    A member is a place that ends in the same level (区, 县, 市) as the place of the name.
    """
    if len(found.places) != 1 or not found.named:
        return []
    place = found.places[0]
    if not words.text.startswith(place, found.start):
        return []
    rest = words.text[found.start + len(place) : found.end]
    out: list[tuple[Candidate, str]] = []
    i = found.first - 1
    while i >= 1 and words.starts[i - 1] >= floor and words.words[i] in _BETWEEN:
        word, start = words.words[i - 1], words.starts[i - 1]
        if part_of(word, words.tag(i - 1)) is not Part.PLACE or word[-1] != place[-1]:
            break
        member = Candidate(
            start, start + len(word), found.kind, True, "institution.list", 0.7, (word,), i - 1, found.group
        )
        out.append((member, word + rest))
        i -= 2
    return out[::-1]
