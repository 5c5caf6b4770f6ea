"""Which heads belong to a unit of the body right before them: 云岭大学|附属|医院, not 云岭中学|招生办."""

from __future__ import annotations

from collections.abc import Mapping

from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.pieces import Candidate, Piece
from bangfu.recognize.institutions.words import Words

_LONGEST = 60
_QUOTES = {"“": "”", "「": "」", "『": "』", "《": "》"}
# What these call 招生办, 财政所 are departments of theirs.
_HOSTS = frozenset({"school", "hospital", "university", "company"})
# Branches that bear the name of the whole body: 云岭广电集团|云阜|分公司.
BRANCH_HEADS = frozenset({"分厂", "分公司", "支行", "分行", "支公司", "中心支公司"})
_EACH_ITS_OWN = frozenset({"association", "foundation"})
_WITH_BRANCHES = frozenset({"company", "bank", "government", "media", "culture"})
_STATIONS = frozenset({"总站", "记者站", "记者总站"})
# Branches of a body that are no bodies of their own: the mention stays with the body.
BRANCHES = frozenset(
    {
        "党委",
        "纪委",
        "团委",
        "工会",
        "党总支",
        "党支部",
        "机关党委",
        "临时党支部",
        "临时党委",
        "理事会",
        "学生会",
        "家委会",
        "医联体",
    }
)


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
    if head.word in BRANCHES and body.kind != "party":
        return False
    if head.word.endswith("兵团"):
        return False
    if words.text.endswith("兵团", 0, body.end):
        return body.kind in ("government", "military")  # 新疆兵团|第三师|图木舒克市|中学
    if head.word == "办公室" and words.text.endswith("市委会", 0, body.end):
        return False  # 民盟云岭市委会|办公室主任
    if head.group == "name" and _is_quoted(words, body.start, hit.end):
        return True  # “香港云岭同乡会|吴玉兰|小学”
    if head.word == "部队" and body.kind == "military" and hit.start == body.end:
        return False  # 岭国国防军|部队
    if hit.start == body.end and (
        head.kind == "company" or (head.kind == "hospital" and body.kind == "team")
    ):
        return True  # 武警云岭总队|医院
    if head.kind == "culture" and body.kind in ("school", "hospital") and head.word[-1] != "团":
        return False  # a library of a school
    if head.group == "organ" and head.word[-1] in "办所" and body.kind in _HOSTS:
        return False  # 云岭中学|招生办
    if head.kind == body.kind and head.kind in _EACH_ITS_OWN and words.text.endswith(head.word, 0, body.end):
        return False  # 云岭商会|云阜商会
    if head.word in BRANCH_HEADS:
        return body.kind in _WITH_BRANCHES
    if body.kind == "association" and head.kind == "school" and hit.start == body.end:
        return words.text[body.end - 1] == "会"  # 香港云岭工商总会|学校
    if body.kind == "media" and head.word in _STATIONS:
        return True  # 总台|云岭|记者站
    if body.group == "known" and body.kind == "association" and head.kind in ("school", "hospital"):
        return words.text[body.end - 1] in "局院堂园"  # 保良局|云岭|中学
    if body.kind == "media" and "有限" in head.word:
        return True  # 云岭日报|文化|发展|有限公司
    if head.group != "organ" and head.kind in ("school", "hospital", "company", "bank"):
        return body.kind in ("university", "company", "research", "military", "bank", head.kind)
    return body.kind != "media" or head.kind == "media"


def _is_quoted(words: Words, start: int, end: int) -> bool:
    """Whether a quotation begins and ends there."""
    text = words.text
    closing = _QUOTES.get(text[start - 1 : start])
    return closing is not None and text.startswith(closing, end) and closing not in text[start:end]
