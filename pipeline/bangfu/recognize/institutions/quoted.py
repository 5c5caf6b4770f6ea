"""Bodies that only the marks around them show to be named: 公益机构“萤火助学中心”, 组建“同心名师工作室”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part, part_of
from bangfu.recognize.institutions.pieces import Candidate, Piece, make
from bangfu.recognize.institutions.words import Words
from bangfu.recognize.places import is_place

# 公益|机构|“萤火|助学|中心”: what tells that the quotation names a body.
_SORTS = ("机构", "组织", "团体", "社团", "协会", "公司", "企业", "单位", "团队")
_FOUNDED = re.compile(
    "成立|[组共筹创领]建|[创合开联]办|建[起成立]|设立|挂牌|揭牌|授牌|落户|牵头|落款|名为|叫"
)
_SITES = ("工作室", "工作站", "基地")
_CALLED = ("中心", "实验室", "研究院")  # 胸痛中心 is a department
_PROPER = frozenset({Part.PLACE, Part.NAME, Part.REGION, Part.CHAR})
_NEAR = 10  # characters
_LONGEST = 20
_OPENING = {"”": "“", "」": "「", "』": "『"}
_GROUPS = frozenset({"name", "organ", "weak", "quoted"})
_CLAUSE = frozenset({Part.STOP, Part.VERB, Part.TITLE})
_NATION = frozenset({"中国", "中华", "国家"})
_WHOLE = 32  # characters
_BROKEN = re.compile(
    "[，。；：、！？“”「」『』《》\\s]|先进|优秀|示范|文明|模范|最美|十佳|标兵|星级|达标|特色|满意"
)
_HONOURED = re.compile("评|获|称|授予|命名")
_PLAIN = frozenset({Part.GENERIC, Part.ACT, Part.PEOPLE, Part.SOFT, Part.ADMIN, Part.JOIN})


_JOINTS = "和与及、暨"


def whole(
    words: Words, hit: Hit, found: Candidate | None, bodies: Mapping[int, Candidate]
) -> Candidate | None:
    """What was found at a head, or the whole quotation around it where that begins as a name does.

    A place or a body stands first in it, and no clause inside: “云岭县人民医院医疗健康服务|集团”.
    """
    text = words.text
    opening = _OPENING.get(text[hit.end : hit.end + 1])
    if opening is None or hit.head.group not in _GROUPS:
        return found
    start = text.rfind(opening, max(0, hit.start - _WHOLE), hit.start) + 1
    inside = text[start : hit.end]
    if not start or _BROKEN.search(inside) or (found is not None and found.named and found.start <= start):
        return found
    first = words.at(start)
    if words.starts[first] != start or _HONOURED.search(text, max(0, start - _NEAR), start - 1):
        return found
    opens = part_of(words.words[first], words.tag(first)) is Part.PLACE or words.words[first] in _NATION
    body = next((c for c in bodies.values() if c.start == start), None)
    if not (opens and len(words.words[first]) > 1) and body is None:
        return found
    if body is not None and text[body.end] in _JOINTS:
        return found  # “某青年团和某青年联合会”
    begin = first if body is None else words.at(body.end)
    parts = {part_of(words.words[i], words.tag(i)) for i in range(begin, hit.first)}
    if not parts.isdisjoint(_CLAUSE) or begin >= hit.first:
        return found
    places = body.places if body is not None else (words.words[first],)
    return Candidate(
        start, hit.end, hit.head.kind, True, "institution.quoted", 0.7, places, first, hit.head.group
    )


def quoted(words: Words, hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """The body whose name is a whole quotation that ends in a head, where the text tells that it is one."""
    text, opening = words.text, words.text.rfind("“", max(0, hit.start - _LONGEST), hit.start)
    if opening < 1 or not text.startswith("”", hit.end) or "”" in text[opening : hit.start]:
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
