"""Which piece left of a head opens its name: a place or a body, a proper word, or a common one."""

from __future__ import annotations

from collections.abc import Sequence

from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.named import WIDE
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.pieces import Piece
from bangfu.recognize.places import gazetteer

# Offices that are called by their village or street.
_LOCAL = frozenset({"派出所", "法庭", "人民法庭", "司法所", "税务所", "街道办事处", "街道办"})
_FACING = frozenset({"military", "team", "party"})
_RURAL = frozenset({"乡", "镇", "旗", "村"})
_WIDEST_GAP = 7
_NEXT_GAP = 3
# Heads so plain that a common word before them makes no name (改造学校, 龙头公司).
_PLAIN = frozenset({"学校", "公司", "医院", "大学", "银行", "学院", "合作社"})
# Bodies that are called by a common word: 石榴小学, 晨光基金会.
_WORDED = frozenset({"school", "foundation", "association", "media", "other"})
# Teams of rescuers are called by a common word: 蓝天救援队.
_RESCUE = frozenset({"救援队", "志愿救援队", "救援总队", "救援联盟"})
_PLAINEST = frozenset({"中心", "部队", "大队", "中队", "工厂", "厂", "工会", "分会", "院校", "高中", "初中"})


def opening_of(pieces: Sequence[Piece], hit: Hit) -> int | None:
    """The leftmost place or body from which no wide gap parts the head."""
    found: int | None = None
    gap = 0
    for k, piece in enumerate(pieces):
        if _opens(pieces, k, hit):
            found, gap = k, 0
            continue
        against = piece.part is Part.VERB and hit.head.kind in _FACING and found == k - 1
        if found is not None and (piece.part is Part.ACT or against):
            break  # 上海|召集|中国: a noun of action between two places is a verb; 岭国队|战胜|云国|女排
        gap += 2 if piece.part is Part.VERB else 1
        if gap > (_WIDEST_GAP if found is None else _NEXT_GAP):
            break
    return found


def numbered(pieces: Sequence[Piece], opening: int, hit: Hit) -> int:
    """The opening, or the number of the team in front of it: 第三批|援|云岭|医疗队."""
    k = opening + 1
    while k < len(pieces) and (pieces[k].part is Part.SOFT or pieces[k].word == "援"):
        k += 1
    number = hit.head.kind == "team" and k < len(pieces) and pieces[k].part is Part.BATCH
    return k if number else opening


def _opens(pieces: Sequence[Piece], k: int, hit: Hit) -> bool:
    """Whether the piece opens a name as a place does."""
    piece = pieces[k]
    beside = pieces[k + 1].part if k + 1 < len(pieces) else Part.STOP
    if piece.part in (Part.PLACE, Part.REGION):
        # 京藏 and the like begin a name; one character does not behind an unknown one; 国际 and the
        # like stand behind a proper name too (云峰|国际|投资).
        if len(piece.word) == 1:
            return beside is not Part.CHAR
        return piece.word not in WIDE or all(p.part not in (Part.NAME, Part.CHAR) for p in pieces[k + 1 :])
    level = k > 0 and pieces[k - 1].part is Part.ADMIN and pieces[k - 1].word != "自治区"
    if piece.part is Part.WORD and level and len(piece.word) == 2:
        return pieces[k - 1].word in _RURAL  # 凤凰|乡|卫生院
    if piece.part is Part.WORD:
        return k == 0 and hit.head.word in _LOCAL
    if piece.part not in (Part.NAME, Part.CHAR) or (len(piece.word) < 2 and not level):
        return False
    # 云溪|镇|中学, 唐岗|派出所: a place that no gazetteer lists.
    near = k < 3 and all(p.part in (Part.WORD, Part.GENERIC) for p in pieces[:k])
    office = hit.head.group == "organ" and len(hit.head.word) > 1 and near
    return level or office or (k == 0 and piece.word in gazetteer().words)


def proper_of(pieces: Sequence[Piece], hit: Hit) -> int | None:
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
    return found


def word_of(pieces: Sequence[Piece], hit: Hit) -> int | None:
    """The leftmost common word, where the head is no plain one and the name stays short."""
    registered = hit.head.kind == "company" and len(hit.head.word) > 3
    by_word = registered or hit.head.kind in _WORDED or hit.head.word in _RESCUE
    if hit.head.word in _PLAIN or not by_word:
        return None
    act = next((k for k, p in enumerate(pieces) if p.part is Part.ACT), len(pieces))
    k = max((k for k, p in enumerate(pieces[:act]) if p.part is Part.WORD), default=-1)
    if not 0 <= k < 3:
        return None
    if k + 1 < len(pieces) and pieces[k + 1].part in (Part.CHAR, Part.ADMIN):
        k += 1  # 高|石桥|小学, 自治区|妇女|发展|基金会
    return k if hit.start - pieces[k].start >= 2 else None
