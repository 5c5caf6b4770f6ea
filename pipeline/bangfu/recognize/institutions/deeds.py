"""Verbs between two bodies, which are in the name of neither: 医院|托管|石坝镇|卫生院."""

from __future__ import annotations

from collections.abc import Mapping

from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.pieces import Candidate, Piece
from bangfu.recognize.institutions.words import Words

_AIDING = ("办公室", "办", "部", "处", "中心")
_DEEDS = frozenset({Part.GENERIC, Part.WORD, Part.SOFT, Part.VERB})
# Verbs between two bodies; the second is a county too.
_TOGETHER = frozenset({"联合", "会同"})


def is_behind_body(words: Words, i: int, bodies: Mapping[int, Candidate]) -> bool:
    """Whether a body ends right before a word, or before that with 对口: 云岭医院|对口|帮扶."""
    paired = i > 0 and words.words[i - 1] in ("对口", "定点") and words.starts[i - 1] in bodies
    return paired or words.starts[i] in bodies


def is_deed(words: Words, i: int, cut: Piece, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether a verb stands between a body and another one's name: 医院|托管|石坝镇|卫生院."""
    if not pieces:
        return False
    if cut.word == "援" or cut.word[-1] == "驻":
        return False  # 医院|援|云阜|医疗队
    if cut.part is Part.CHAR:
        return words.tag(i)[0] == "v" and pieces[-1].part is Part.PLACE
    if cut.part is Part.SOFT and (hit.head.kind == "team" or hit.head.word.endswith(_AIDING)):
        return False
    verb = words.tag(i) == "v" or cut.word == "联系"
    return verb and cut.part in _DEEDS and pieces[-1].part in (Part.PLACE, Part.NAME, Part.REGION)


def is_jointly(
    words: Words, i: int, cut: Piece, bodies: Mapping[int, Candidate], pieces: list[Piece]
) -> bool:
    """Whether 联合 is a verb: behind a body, or in front of a name (县教育局|联合|云峰|公司)."""
    proper = (Part.PLACE, Part.NAME, Part.ORDINAL, Part.BATCH)
    beside = words.starts[i] in bodies or (bool(pieces) and pieces[-1].part in proper)
    return cut.word in _TOGETHER and beside
