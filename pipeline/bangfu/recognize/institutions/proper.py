"""Where a name without a place begins: at its proper word, or at the common word that a body is called by."""

from __future__ import annotations

from collections.abc import Sequence

from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.pieces import Piece
from bangfu.recognize.institutions.words import tag_of
from bangfu.recognize.news_words import heard

# Heads so plain that a common word before them makes no name (改造学校, 龙头公司).
_PLAIN = frozenset({"学校", "公司", "医院", "大学", "银行", "学院", "合作社"})
# Bodies that are called by a common word: 石榴小学, 晨光基金会.
_WORDED = frozenset({"school", "foundation", "association", "media", "other"})
# Teams of rescuers are called by a common word: 蓝天救援队.
_RESCUE = frozenset({"救援队", "志愿救援队", "救援总队", "救援联盟"})
_PLAINEST = frozenset({"中心", "部队", "大队", "中队", "工厂", "厂", "工会", "分会", "院校", "高中", "初中"})
# 龙头|云岭|集团, 品牌|云岭|集团: of what sort the firm is.
_OF_FIRMS = frozenset("企业商司牌头部东家户方手伴厂建办人员")
# 骑术|学校, 盲聋|学校: what is taught there, and to whom.
_OF_SORTS = frozenset(
    "术艺技员工人手者家业学校师生童军警官兵哑聋盲犬马车船机语文画曲剧戏舞乐拳棋球药医护校制式级类型性部里外内中上下乡村镇县市省国"
)
_RARE = 4  # times that the counted news hold a word
_SMALL = frozenset("大小上下前后东西南北")


def proper(pieces: Sequence[Piece], hit: Hit) -> int | None:
    """The leftmost proper or unknown word, near enough to a weak head."""
    found, head_word = None, hit.head.word
    for k, piece in enumerate(pieces):
        if hit.head.group == "weak" and found is None and k > 2:
            break
        if len(piece.word) == 1 and piece.part in (Part.CHAR, Part.NAME, Part.REGION):
            # One character is a name only beside another one, or beside a name.
            left = k + 1 < len(pieces) and pieces[k + 1].part in (Part.CHAR, Part.NAME, Part.REGION)
            if left or (k and pieces[k - 1].part in (Part.CHAR, Part.NAME)):
                found = k
        elif (piece.part is Part.NAME and (head_word not in _PLAINEST or piece.word[0] in "“《")) or (
            piece.part is Part.BATCH and hit.head.kind == "team"
        ):
            found = k
    if found is not None and found + 2 == len(pieces) and pieces[found].part is Part.CHAR:
        # 的|大|鄣|溪|中学: nothing else is left of it.
        found += pieces[-1].word in _SMALL and found > 0
    return None if found is None else found + _begins_with_word(pieces, found, hit)


def _begins_with_word(pieces: Sequence[Piece], found: int, hit: Hit) -> bool:
    """Whether a common word, and nothing else, stands before the proper one: 童心|云岭|基金会."""
    free = hit.head.kind == "foundation" or hit.head.word.endswith(("集团", "有限公司", "责任公司"))
    if not free or found + 2 != len(pieces) or pieces[found].part is not Part.NAME:
        return False
    first = pieces[-1]
    return first.part is Part.WORD and len(first.word) == 2 and first.word[-1] not in _OF_FIRMS


def _is_called(piece: Piece) -> bool:
    """Whether a common word of two characters is so rare that it tells no sort of school."""
    plain = piece.part is not Part.WORD or len(piece.word) != 2 or piece.word[-1] in _OF_SORTS
    return not plain and heard(piece.word) < _RARE and tag_of(piece.word)[0] in "na"


def worded(pieces: Sequence[Piece], hit: Hit) -> int | None:
    """The leftmost common word, where the head is no plain one and the name stays short."""
    registered = hit.head.kind == "company" and len(hit.head.word) > 3
    by_word = registered or hit.head.kind in _WORDED or hit.head.word in _RESCUE
    if hit.head.word == "学校" and len(pieces) == 1 and _is_called(pieces[0]):
        return 0  # 文光|学校
    if hit.head.word in _PLAIN or not by_word:
        return None
    act = next((k for k, p in enumerate(pieces) if p.part is Part.ACT), len(pieces))
    k = max((k for k, p in enumerate(pieces[:act]) if p.part is Part.WORD), default=-1)
    if not 0 <= k < 3:
        return None
    if k + 1 < len(pieces) and pieces[k + 1].part in (Part.CHAR, Part.ADMIN):
        k += 1  # 高|石桥|小学, 自治区|妇女|发展|基金会
    return k if hit.start - pieces[k].start >= 2 else None
