"""What marks tell of names: a quotation (“萤火”助学中心), the half before a dot, a whole name in quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bangfu import lexicon
from bangfu.recognize.institutions.cut import Words
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part, part_of
from bangfu.recognize.institutions.pieces import Candidate, Piece, make
from bangfu.recognize.places import is_place

_QUOTES = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", ")": "("}
DOTS = frozenset("·•‧・")
_MOST_HALVES = 3
_SCHEME = 5  # with its marks
# 公益|机构|“萤火|助学|中心”: what tells that the quotation names a body.
_SORTS = ("机构", "组织", "团体", "社团", "协会", "公司", "企业", "单位", "团队")
_FOUNDED = re.compile(
    "成立|[组共筹创领]建|[创合开联]办|建[起成立]|设立|挂牌|揭牌|授牌|落户|牵头|落款|名为|叫"
)
_SITES = ("工作室", "工作站", "基地")
_CALLED = ("中心", "实验室", "研究院")  # 胸痛中心 is a department
_PROPER = frozenset({Part.PLACE, Part.NAME, Part.REGION, Part.CHAR})
_PLAIN = frozenset({Part.GENERIC, Part.ACT, Part.PEOPLE, Part.SOFT, Part.ADMIN, Part.JOIN})
_NEAR = 10  # characters
_LONGEST = 20
_WHOLE = 32
_GROUPS = frozenset({"name", "organ", "weak", "quoted"})
_CLAUSE = frozenset({Part.STOP, Part.VERB, Part.TITLE})
_BROKEN = re.compile(
    "[，。；：、！？“”「」『』《》\\s]|先进|优秀|示范|文明|模范|最美|十佳|标兵|星级|达标|特色|满意"
)
_JOINTS = "和与及、暨"


def dotted(words: Words, dot: int) -> Piece | None:
    """The first half of a foreign or minority name with its dot: 阿卜杜|勒|·."""
    first, foreign = dot, lexicon.words("foreign_name_chars")
    while first and dot - first < _MOST_HALVES and foreign.issuperset(words.words[first - 1]):
        first -= 1
        if words.starts[dot] - words.starts[first] > 1:
            break
    start = words.starts[first]
    return Piece(first, start, Part.NAME, words.text[start : words.starts[dot + 1]]) if first < dot else None


def quotation(words: Words, close: int, hit: Hit) -> Piece | None:
    """The quotation, or the place in brackets, that ends at ``close``, if it can be a part of a name."""
    mark, team = words.words[close], hit.head.group == "weak" and hit.head.kind == "team"
    if mark in "）)" and hit.head.kind != "company":
        # 中国（云岭）|援非医疗队
        placed = hit.head.kind == "team" and close > 2 and words.words[close - 2] in "（("
        start = words.starts[max(0, close - 2)]
        inside = words.text[start : words.starts[close + 1]]
        return Piece(close - 2, start, Part.PLACE, inside) if placed and is_place(inside[1:-1]) else None
    for i in range(close - 1, max(-1, close - 10), -1):
        if words.words[i] == _QUOTES.get(mark):
            start = words.starts[i]
            quoted = words.text[start : words.starts[close + 1]]
            sort = quoted[-2] in "式型化"
            if sort and hit.head.group != "weak":
                return None
            plain = part_of(quoted[1:-1] or quoted, "x") in (Part.STOP, Part.SOFT, Part.GENERIC)
            # “爱在路上”|志愿服务队; a scheme is in short forms of three (“访惠聚”工作队).
            called = team and len(quoted) > _SCHEME and not sort and quoted[-2] != "级"
            return Piece(i, start, Part.GENERIC if plain and not called else Part.NAME, quoted)
        if words.words[i] in "，。；！？、\n":
            break
    return None


def whole(
    words: Words, hit: Hit, found: Candidate | None, bodies: Mapping[int, Candidate]
) -> Candidate | None:
    """What was found at a head, or the whole quotation around it where that begins as a name does.

    A place or a body stands first in it, and no clause inside: “云岭县人民医院医疗健康服务|集团”.
    """
    text = words.text
    if hit.head.group not in _GROUPS or not text.startswith("”", hit.end):
        return found
    start = text.rfind("“", max(0, hit.start - _WHOLE), hit.start) + 1
    first = words.at(start)
    if not start or words.starts[first] != start or _BROKEN.search(text, start, hit.end):
        return found
    if found is not None and found.named and found.start <= start:
        return found
    opening, body = words.words[first], next((c for c in bodies.values() if c.start == start), None)
    if body is not None and text[body.end] not in _JOINTS:  # not “某青年团和某青年联合会”
        begin, places = words.at(body.end), body.places
    elif body is None and len(opening) > 1 and part_of(opening, words.tag(first)) is Part.PLACE:
        begin, places = first, (opening,)
    else:
        return found
    if begin >= hit.first or any(
        part_of(words.words[i], words.tag(i)) in _CLAUSE for i in range(begin, hit.first)
    ):
        return found
    return Candidate(
        start, hit.end, hit.head.kind, True, "institution.quoted", 0.7, places, first, hit.head.group
    )


def quoted(words: Words, hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """The body whose name is a whole quotation that ends in a head, where the text tells that it is one."""
    text, opening = words.text, words.text.rfind("“", max(0, hit.start - _LONGEST), hit.start)
    if opening < 1 or not text.startswith("”", hit.end):
        return None
    start = opening + 1
    if text.endswith(_SORTS, 0, opening):
        whole = bool(pieces) and pieces[-1].start == start
        return make(hit, pieces[-1], "institution.word", 0.6) if whole else None
    inside = [p for p in pieces if p.start >= start]
    plain = all(p.part in _PLAIN and len(p.word) > 1 and not is_place(p.word) for p in inside)
    proper = any(p.part in _PROPER for p in inside) and hit.head.word.endswith(_CALLED)
    if not inside or (plain and inside[-1].start == start) or not (proper or hit.head.word.endswith(_SITES)):
        return None
    told = _FOUNDED.search(text, max(0, opening - _NEAR), opening) or _FOUNDED.match(text, hit.end + 1)
    first = Piece(words.at(start), start, Part.NAME, text[start : hit.start])
    return make(hit, first, "institution.quoted", 0.7) if told else None
