"""Which place or body left of a head opens its name: the leftmost one from which no wide gap parts it."""

from __future__ import annotations

from collections.abc import Sequence

from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.named import WIDE
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.pieces import Piece
from bangfu.recognize.institutions.words import tag_of
from bangfu.recognize.places import gazetteer

# Offices that are called by their village or street.
_LOCAL = frozenset({"派出所", "法庭", "人民法庭", "司法所", "税务所", "街道办事处", "街道办"})
# Of these one does something to another.
_MOVING = frozenset("来去进入往回")
_FACING = frozenset({"military", "team", "party"})
# 云阜|高新技术|产业|开发区|管委会: longer than the names of other places.
_ZONES = frozenset(
    {"开发区", "技术开发区", "高新区", "经开区", "新区", "园区", "示范区", "保护区", "产业园区", "工业园区"}
)
_RURAL = frozenset({"乡", "镇", "旗", "村"})
_GRAMMAR = frozenset("nvcdlfpmtx")
_ISLANDS = frozenset({"香港", "澳门"})
_FREE = frozenset({"foundation", "association"})
_WIDEST_GAP = 7
_NEXT_GAP = 3


def opening_of(pieces: Sequence[Piece], hit: Hit) -> int | None:
    """The leftmost place or body from which no wide gap parts the head."""
    found: int | None = None
    gap = 0
    for k, piece in enumerate(pieces):
        if _opens(pieces, k, hit):
            found, gap = k, 0
            if piece.word in _ISLANDS and hit.head.kind in _FREE and not any(p.body for p in pieces):
                break  # 将台乡|香港|云岭|基金会
            continue
        against = piece.part is Part.VERB and hit.head.kind in _FACING and found == k - 1
        moved = piece.part is Part.VERB and len(piece.word) == 2 and piece.word[1] in _MOVING
        if found is not None and (piece.part is Part.ACT or against or moved):
            # 上海|召集|中国: a noun of action between two places is a verb; 岭国队|战胜|云国|女排;
            # 云阜市医院|调来|石坝县医院.
            break
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
        city = k > 1 and pieces[k - 1].word == "市" and pieces[k - 2].part is Part.PLACE
        return city or pieces[k - 1].word in _RURAL  # 凤凰|乡|卫生院
    if piece.part is Part.WORD:
        return k == 0 and hit.head.word in _LOCAL
    if piece.part not in (Part.NAME, Part.CHAR) or (len(piece.word) < 2 and not level):
        return False
    # 云溪|镇|中学, 唐岗|派出所: a place that no gazetteer lists.
    zone = 3 if pieces[0].word in _ZONES else 1
    near = k == 0 or (
        k < zone + 2 and all(p.part in (Part.WORD, Part.GENERIC) for p in pieces[zone // 3 : k])
    )
    return (
        level
        or (hit.head.group == "organ" and len(hit.head.word) > 1 and near)
        or (piece.word in gazetteer().words and (k == 0 or _is_above(pieces[k - 1], piece.word)))
    )


def _is_above(beside: Piece, word: str) -> bool:
    """Whether a place whose name is a word too stands before another place: 临清|沧口, not 比如|虞城."""
    short = beside.part is Part.PLACE and len(beside.word) == 2
    return short and tag_of(word)[0] not in _GRAMMAR
