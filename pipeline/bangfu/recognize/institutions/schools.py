"""What tells a body from who studied there, from a house that belongs to it, and from an adverb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bangfu import lexicon
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.pieces import Candidate, Piece
from bangfu.recognize.institutions.words import Words

_SCHOOLS = frozenset({"school", "university"})
_STUDIED = frozenset({"大学", "高中", "初中"})
_STUDIES = ("毕业", "期间", "时期", "学历", "刚毕业", "一毕业", "还没毕业", "本科")


def is_graduate(words: Words, hit: Hit, first: Piece) -> bool:
    """Whether a person, and no school, stands before: 吴云岭|大学|毕业."""
    person = (
        len(first.word) == 3
        and words.tag(first.number) == "nr"
        and first.word[0] in lexicon.words("surnames")
    )
    return person and hit.head.word in _STUDIED and words.text.startswith(_STUDIES, hit.end)


def is_adverb(words: Words, hit: Hit, pieces: Sequence[Piece]) -> bool:
    """Whether 总会 tells how often something happens: 孩子们|总会|记得."""
    placed = any(piece.part in (Part.PLACE, Part.REGION) for piece in pieces)
    behind = words.tag(hit.last + 1)[0] if hit.last + 1 < len(words.words) else ""
    return not placed and behind in ("v", "d")


def has_hospital(words: Words, hit: Hit, first: Piece) -> bool:
    """Whether a university that is called by a word is told by its hospital: 石桥|医科大学|附属."""
    told = words.text.startswith(("附属", "附设"), hit.end) and hit.head.word not in _STUDIED
    return told and first.part is Part.WORD and len(first.word) == 2 and words.tag(first.number)[0] == "n"


def is_building(words: Words, first: Piece, bodies: Mapping[int, Candidate]) -> bool:
    """Whether a school stands right before the name of its library, a house: 云岭中学|思源|图书馆."""
    owner = bodies.get(first.start)
    return owner is not None and owner.kind in _SCHOOLS and first.body is None
