"""Where the model is surer than the rules of where a name begins, or that there is one, it has its way."""

from __future__ import annotations

from bangfu.recognize.institutions_heads import Hit
from bangfu.recognize.institutions_model import GROUPS, choose
from bangfu.recognize.institutions_parts import Part, part_of
from bangfu.recognize.institutions_pieces import Candidate
from bangfu.recognize.institutions_stops import cut_of
from bangfu.recognize.institutions_words import Words, tag_of

# The margins, in nats, from which the model overrules the rules: it is best at names that the rules begin too
# late, or miss for their unknown words; what it would shorten or drop has more often a reason.
_LONGER, _NEW, _LESS = 0.7, 1.5, 2.5
_NAMED = frozenset({"name", "organ"})
_PARTIES = ("县委", "市委", "省委", "区委", "镇党委", "乡党委")


def overruled(words: Words, hit: Hit, floor: int, found: Candidate | None) -> Candidate | None:
    """What the rules found at a head, or what the model is sure of instead."""
    if hit.head.group not in GROUPS:
        return found
    named = found.start if found is not None and found.named else None
    start, margin = choose(words, hit, floor, named)
    if start is None:
        return _nameless(words, hit) if margin > _LESS else found
    if named is None:
        new = margin > _NEW and hit.head.group in _NAMED and not _is_level(words, start)
        return _beginning(words, hit, start) if new else found
    moved = margin > (_LONGER if start < named else _LESS)
    return _beginning(words, hit, start) if moved else found


def _beginning(words: Words, hit: Hit, start: int) -> Candidate:
    """The name from an offset on, with the places that it begins with."""
    first = words.at(start)
    places: list[str] = []
    at, i = start, first
    while at < hit.start:
        word = words.text[at : min(words.starts[i + 1], hit.start)]
        if part_of(word, words.tag(i) if at == words.starts[i] else tag_of(word)) is not Part.PLACE:
            break
        places.append(word)
        i += 1
        at = words.starts[i]
    head = hit.head
    return Candidate(
        start, hit.end, head.kind, True, "institution.model", 0.7, tuple(places), first, head.group
    )


def _nameless(words: Words, hit: Hit) -> Candidate | None:
    """The body without a name, with the level before it: 县|医院."""
    if hit.head.group == "weak":
        return None
    before = cut_of(words, hit.first - 1) if hit.first and words.starts[hit.first] == hit.start else None
    start, first = hit.start, hit.first
    if before is not None and before.part is Part.ADMIN:
        start, first = before.start, before.number
    return Candidate(
        start, hit.end, hit.head.kind, False, "institution.unnamed", 0.3, (), first, hit.head.group
    )


def _is_level(words: Words, start: int) -> bool:
    """Whether a level without a name stands there: 市|教育局, 县委|组织部."""
    return part_of(*words.tagged(start)) is Part.ADMIN or words.text.startswith(_PARTIES, start)
