"""Bodies that only the marks around them show to be named: 公益机构“萤火助学中心”, 组建“同心名师工作室”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bangfu.recognize.institutions_heads import Hit
from bangfu.recognize.institutions_parts import Part
from bangfu.recognize.institutions_pieces import Candidate, Piece, make
from bangfu.recognize.institutions_words import Words

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
_PLAIN = frozenset({Part.GENERIC, Part.ACT, Part.PEOPLE, Part.SOFT, Part.ADMIN, Part.JOIN})


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
    plain = all(p.part in _PLAIN and len(p.word) > 1 for p in inside)
    proper = any(p.part in _PROPER for p in inside) and hit.head.word.endswith(_CALLED)
    if not inside or (plain and inside[-1].start == start) or not (proper or hit.head.word.endswith(_SITES)):
        return None
    told = _FOUNDED.search(text, max(0, opening - _NEAR), opening) or _FOUNDED.match(text, hit.end + 1)
    first = Piece(words.at(start), start, Part.NAME, text[start : hit.start])
    return make(hit, first, "institution.quoted", 0.7) if told else None
