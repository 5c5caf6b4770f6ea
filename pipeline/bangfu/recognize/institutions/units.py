"""Which heads belong to a unit of the body right before them: 云岭大学|附属|医院, not 云岭中学|招生办."""

from __future__ import annotations

from collections.abc import Mapping

from bangfu.recognize.institutions.cut import Words
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.pieces import Candidate, Piece

_LONGEST = 60
# What these call 招生办, 财政所 are departments of theirs.
_HOSTS = frozenset({"school", "hospital", "university", "company"})
# Branches that bear the name of the whole body: 云岭广电集团|云阜|分公司.
BRANCH_HEADS = frozenset({"分厂", "分公司", "支行", "分行", "支公司", "中心支公司"})
_EACH_ITS_OWN = frozenset({"association", "foundation"})
_WITH_BRANCHES = frozenset({"company", "bank", "government", "media", "culture"})
_OWNERS = frozenset({"university", "company", "research", "military", "bank"})
_OWNED = frozenset({"school", "hospital", "company", "bank"})
# Branches of a body that are no bodies of their own: the mention stays with the body.
BRANCHES = frozenset({"党委", "纪委", "团委", "工会", "党总支", "党支部", "机关党委", "临时党支部"}) | {
    *("临时党委", "理事会", "学生会", "家委会", "医联体")
}


def behind(words: Words, i: int, hit: Hit, bodies: Mapping[int, Candidate], floor: int) -> Piece | None:
    """The body that ends with word ``i``; a piece that stops the walk where the head is no unit of it."""
    body = bodies[words.starts[i + 1]]
    if body.start < floor:
        return None
    part = Part.REGION if _holds(words, body, hit) and hit.end - body.start <= _LONGEST else Part.STOP
    return Piece(body.first, body.start, part, words.text[body.start : body.end], body)


def _holds(words: Words, body: Candidate, hit: Hit) -> bool:
    """Whether a head right behind a body can belong to a unit of that body."""
    head = hit.head
    if head.word in BRANCHES:
        return body.kind == "party"
    if words.text.endswith("兵团", 0, body.end):
        return body.kind in ("government", "military")  # 新疆兵团|第三师|图木舒克市|中学
    if head.word == "办公室" and words.text.endswith("市委会", 0, body.end):
        return False  # 民盟云岭市委会|办公室主任
    if hit.start == body.end and (head.kind, body.kind) == ("hospital", "team"):
        return True  # 武警云岭总队|医院
    if hit.start == body.end and head.kind == "company":
        return True
    if head.kind == "culture" and body.kind in ("school", "hospital") and head.word[-1] != "团":
        return False  # a library of a school
    if head.group == "organ" and head.word[-1] in "办所" and body.kind in _HOSTS:
        return False  # 云岭中学|招生办
    if head.kind == body.kind and head.kind in _EACH_ITS_OWN and words.text.endswith(head.word, 0, body.end):
        return False  # 云岭商会|云阜商会
    if head.word in BRANCH_HEADS:
        return body.kind in _WITH_BRANCHES
    if head.group != "organ" and head.kind in _OWNED:
        society = (body.kind, head.kind) == ("association", "school")
        society = society and words.text[body.end - 1] in "会局院"  # 香港云岭工商总会|学校
        return society or body.kind in _OWNERS or body.kind == head.kind
    return body.kind != "media" or head.kind == "media"
