"""Names that begin with a level or with a group's short form, or end before a branch: 省|青禾医院."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.pieces import Candidate, Piece
from bangfu.recognize.institutions.stops import cut_of
from bangfu.recognize.institutions.words import Words

_HAN = re.compile("[\u4e00-\u9fff]")
_GROUPS = frozenset("中国华")  # 中能, 国能, 华电
_TAUGHT = ("高中", "初中", "中学", "小学", "职中")
_OF_A_SOCIETY = frozenset({Part.REGION, Part.PEOPLE, Part.GENERIC, Part.WORD, Part.SOFT, Part.ACT})
_TELLING = 3  # characters: less is a sort of society that every place has (县佛教协会)
_OF_A_PLACE = frozenset("省市县区州旗")
_WHOSE = frozenset("我该全本各两某邻外每三几多同他你一二四五六七八九十百")


def with_level(words: Words, found: Candidate) -> Candidate:
    """The candidate with a level that stands for a place before it: 省|青禾医院, 市|水暖|青禾商会; not 全|市.

    >>> from bangfu.recognize.institutions.words import words_of
    >>> found = Candidate(4, 8, "hospital", True, "institution.name", 0.8)
    >>> with_level(words_of("他去了省青禾医院"), found).start
    3
    """
    first = words.at(found.start) - 1
    trade = (
        first > 0 and found.kind == "association" and words.tag(first) == "n" and len(words.words[first]) == 2
    )
    first -= trade
    if first < 0 or words.words[first] not in ("省" if found.places else _OF_A_PLACE):
        return found
    before = cut_of(words, first - 1) if first else None
    if before is not None and (
        before.word[-1] in _WHOSE or before.part in (Part.PLACE, Part.NAME, Part.CHAR)
    ):
        return found
    return found._replace(start=words.starts[first], first=first)


def society(hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """A society behind a level, of whatever class of people: 市|青年|企业家|协会, 市|教育|发展|基金会."""
    level = next((k for k, p in enumerate(pieces) if p.part not in _OF_A_SOCIETY), len(pieces))
    if hit.head.kind not in ("association", "foundation") or not 0 < level < len(pieces):
        return None
    first = pieces[level]
    if first.part is not Part.ADMIN or pieces[level - 1].start != first.start + len(first.word):
        return None
    named = hit.start - pieces[level - 1].start > _TELLING
    return Candidate(
        first.start, hit.end, hit.head.kind, named, "institution.word", 0.5, (), first.number, hit.head.group
    )


def with_firm(words: Words, found: Candidate) -> Candidate:
    """A firm with the short form of its group at the beginning of a clause: ，|中|能|云岭装备有限公司."""
    text, start = words.text, found.start - 2
    if found.kind != "company" or start < 0 or text[start] not in _GROUPS or not _HAN.match(text[start + 1]):
        return found
    edged = start == 0 or not _HAN.match(text[start - 1])
    broken = words.starting(start) == text[start] and words.starting(start + 1) == text[start + 1]
    return found._replace(start=start, first=words.at(start), places=()) if edged and broken else found


def of_school(words: Words, hit: Hit, found: Candidate) -> Candidate:
    """The school whose branch a head is where nothing else tells that it is one: 云岭高中|党总支."""
    school = hit.head.kind == "party" and words.text.endswith(_TAUGHT, found.start, hit.start)
    named = school and hit.start - found.start > len("云岭")
    return found._replace(end=hit.start, kind="school", group="name") if named else found
