"""Which words end the walk leftwards from a head."""

from __future__ import annotations

from bangfu.recognize.institutions.cut import Words, is_word
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import NUMERALS, Part, part_of
from bangfu.recognize.institutions.pieces import Piece
from bangfu.recognize.institutions.shapes import BATCH_TAG, PLACE_TAG
from bangfu.recognize.places import is_place

PREPOSITIONS = frozenset("但咱替跟帮由在向从对与为给把被将到于据经使让是继至及并赴像前任受报系除有")
_DATED = frozenset("年月日")
_TIMES = frozenset("次趟名位个家")
# Ways to a body: 去|县医院, 回|乡中学.
GOING = frozenset("当交去回到进来出离访赴往找经跑请帮替问催求陪送接调报叫")
_LEVELS = frozenset("省市县区旗州乡镇村")
BEFORE_PLACES = PREPOSITIONS | frozenset("如像比系同请让接派除")
# Units that bear numbers: 二二四|团|医院.
_NUMBERED = frozenset(
    {"团", "师", "连", "营", "旅", "军", "局", "队", "大队", "支队", "团场", "农场", "道", "路"}
)
# 云岭|组织|帮扶|工作队: a verb in front of a team.
_SENDING = frozenset({"组织", "派出", "选派", "派遣", "组成", "成立"})
# 云岭县|乡镇|卫生院 is any of them.
SORTS = frozenset(
    {"乡镇", "农村", "乡村", "城乡", "基层", "公立", "私立", "民办", "公办", "民营", "普通", "薄弱", "偏远"}
) | {"边远"}
# Offices whose name says nothing yet of what they do: 对口|支援|办公室.
_BARE = frozenset({"局", "厅", "委", "委员会", "办公室", "办公厅"})
# Their registered names may hold words of any grammar (上海真爱…基金会), if they begin with a place.
_REGISTERED = frozenset({"foundation", "association", "research"})
_GOOD_WORKS = frozenset({"志愿", "服务", "救援", "支教", "帮扶", "扶贫", "公益", "慈善"})
# What may begin a word that the segmenter has cut wrongly.
_CUT = PREPOSITIONS | GOING | BEFORE_PLACES | _LEVELS | _TIMES | _DATED | frozenset("企和同原")


def stops(words: Words, piece: Piece, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether a word ends the walk."""
    head, part = hit.head, piece.part
    if piece.word.endswith("企业") and any(p.part in (Part.NAME, Part.CHAR) for p in pieces):
        return True  # 云岭|医药企业|康峰|集团
    if piece.word in _SENDING and head.kind == "team":
        return True
    if piece.word in GOING and pieces and pieces[-1].part is Part.ADMIN:
        return True
    if piece.word in ("定点", "对口") and head.kind == "team" and pieces and pieces[-1].part is Part.SOFT:
        return False  # 云岭大学|定点|帮扶|石坝县|工作队
    if part is Part.SOFT:
        domain = head.word in _BARE or (head.kind in _REGISTERED and piece.word in _GOOD_WORKS)
        return head.group != "weak" and not domain
    registered = head.kind in _REGISTERED or (head.kind == "company" and len(head.word) > 3)
    if part is Part.TITLE:
        if head.kind == "workshop":
            return bool(pieces) and pieces[-1].part in (Part.NAME, Part.CHAR)  # 学科带头人|孙云霞|工作室
        return bool(pieces) or not (head.kind == "association" or registered)
    if part is Part.PEOPLE:
        return not _of_people(piece.word, hit, pieces)
    if part is Part.VERB:
        sort = head.kind in ("school", "hospital") and piece.word in SORTS
        return sort or (not registered and (len(head.word) < 3 or head.kind == "other"))
    if part is Part.NUMBER:
        if not pieces:
            # 岭南|一|学校 is any school, 岭南|八一|学校 has a name.
            before = words.text[piece.start - 1 : piece.start]
            unit = head.word == "公司" and before in "局司团处院"  # 三局|一公司
            return piece.word == "一" and before not in NUMERALS and not unit
        number = pieces[-1].part in (Part.NUMBER, Part.ORDINAL) or pieces[-1].word in _NUMBERED
        return not registered and not number
    return part is Part.STOP


def _of_people(word: str, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether a class of people or bodies can stand here: 教师|进修学校, 女性|企业|协会."""
    if hit.head.kind in ("workshop", "association", "foundation"):
        return True
    if hit.head.kind == "company":
        return len(hit.head.word) > 3 and word == "企业"
    return hit.head.kind not in ("bank", "media", "court") and not any(
        p.part in (Part.WORD, Part.NAME, Part.ORDINAL) for p in pieces
    )


def cut_of(words: Words, i: int) -> Piece:
    """The word as a piece, without a preposition that the segmenter took into it (由云山|市教育局)."""
    word, start, tag = words.words[i], words.starts[i], words.tag(i)
    if len(word) > 1 and (word[0] in _CUT or word[1] == "企"):
        taken = _taken(word, words.text[start - 1 : start], tag) or _is_preposition(word, tag)
        if taken:
            return Piece(i, start + taken, part_of(word[taken:], "x"), word[taken:])
    return Piece(i, start, part_of(word, tag), word)


def _taken(word: str, before: str, tag: str) -> int:
    """How many characters at the beginning of a word belong to what stands before it; 0 for none."""
    if word[0] in _DATED and before.isdigit() and not is_place(word):
        return 1  # 9|月宁江|中学
    if is_word(word):
        return 0
    if word[0] in _TIMES and before in NUMERALS:
        return 1  # 4次|县教育局
    if len(word) == 2 and (word[0] in _LEVELS or (word[0] in GOING and word[1] in _LEVELS)):
        return 1  # 县陈|江口|医院, 去县|医院
    firm = word.find("企", 0, 2) + 1
    if 0 < firm < len(word):
        return firm  # 瓷企|云峰
    joined = len(word) == 3 and word[0] in "和同" and "\u4e00" <= word[2] <= "\u9fff"
    return int(joined and tag != PLACE_TAG and not is_word(word[:2]))  # 同|澄湖|医院


def _is_preposition(word: str, tag: str) -> bool:
    """Whether an unknown word begins with a preposition, or with a 原 that says what somebody was."""
    if tag in (PLACE_TAG, BATCH_TAG) or is_place(word) or part_of(word, tag) is Part.ADMIN:  # 经开区
        return False
    if word[0] == "前" and len(word) == 2 and word[1] not in _LEVELS:
        return False  # 前河|小学: a village
    name = tag == "nr" and len(word) == 3 and is_word(word[1:])
    former = word[0] == "原" and len(word) == 3 and tag == "nr"
    return (former or word[0] in PREPOSITIONS) and (name or not is_word(word))
