"""From a head leftwards: the words that could belong to its name, up to one that no name holds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from bangfu import lexicon
from bangfu.recognize.institutions.cut import Words, pieces_of
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.marks import DOTS, dotted, quotation
from bangfu.recognize.institutions.parts import NUMERALS, SHORT_PLACES, Part, part_of
from bangfu.recognize.institutions.pieces import Candidate, Piece
from bangfu.recognize.institutions.shapes import PLACE_TAG
from bangfu.recognize.institutions.stops import cut_of, stops
from bangfu.recognize.institutions.units import behind
from bangfu.recognize.places import is_place

_MOST_WORDS = 14
_MOST_CHARS = 36
_MOST_COMMON = 6
_LANDSCAPE = frozenset("沟湾坝坪岭塘寨屯堡庄洼铺营坡梁峪崖圩畈垭岗墩")
_OUTPOSTS = (
    *("使馆", "领事馆", "办事处", "联络处", "代表处", "代表团", "联络站", "记者站", "监察组", "总站"),
    *("总队", "特派办", "特派员办事处", "调查队"),
)
_COMMON = frozenset({Part.GENERIC, Part.WORD, Part.ACT})
# Parties and the like: nobody's name stands before them.
_FIRST = frozenset(
    {"政协", "中共", "共青团", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟"}
)
# Verbs between two bodies; the second is a county too.
_TOGETHER = frozenset({"联合", "会同"})
# Heads in whose names two domains may be joined: 文化和旅游局, 考古与文物研究院.
_JOINING = frozenset({"government", "research", "association", "foundation", "university"})
_AIDING = ("办公室", "办", "部", "处", "中心")
_DEEDS = frozenset({Part.GENERIC, Part.WORD, Part.VERB})
_DOMAINS = frozenset({Part.GENERIC, Part.WORD, Part.ACT, Part.CHAR, Part.SOFT})
_PROPER = frozenset({Part.PLACE, Part.NAME, Part.REGION})
# What bodies and their people are counted in: 六所, 四家.
_COUNTING = frozenset("所家个座名位间处支批类种级大人次项条年月日时期届")
# Levels and units, which 和 joins with the next body: 云岭|省|和|集团.
_LEVELS = frozenset("国省市县区旗镇乡村州盟院校局部会厅委办处科所站社队团厂店馆台报")
_EDGES = frozenset("，。、；：！？“\n \u3000") | {"附属", "附设", "在", "到"}
_ELECTED = frozenset({"政协", "人大", "人大常委会", "人民代表大会"})
_TRADES = ("brand", "trade")


def walk(
    words: Words, hit: Hit, bodies: Mapping[int, Candidate], floor: int, most: int = _MOST_WORDS
) -> list[Piece]:
    """The pieces left of a head, the nearest first, ``most`` of them or a few more.

    ``bodies`` are the names found to the left, by their end; ``floor`` is where the sentence begins.
    """
    pieces: list[Piece] = []
    begin = words.starts[hit.first]
    shared = words.text[begin : hit.start + 1]
    unlisted = words.tag(hit.first) == PLACE_TAG and shared == words.words[hit.first]
    if begin < hit.start and (unlisted or is_place(shared)):
        # The place and the head share a character: 长阳土家族自治县|县委.
        pieces.append(Piece(hit.first, begin, Part.PLACE, shared))
    for offset, word, tag in [] if pieces else reversed(_stem(words, hit)):
        stem = Piece(hit.first, offset, part_of(word, tag), word)
        if stops(words, stem, hit, pieces):
            return pieces
        pieces.append(stem)
    common, i = 0, hit.first - 1
    while i >= 0 and len(pieces) < most and hit.start - words.starts[i] <= _MOST_CHARS:
        if words.starts[i] < floor:
            break
        ends = words.starts[i + 1] in bodies
        body = behind(words, i, hit, bodies, floor) if ends else None
        piece = body or _next(words, i, hit, bodies, pieces)
        if piece is None or (body is not None and body.part is Part.STOP):
            break
        if pieces and _is_cut(piece, pieces[-1]):
            half = pieces.pop()
            piece = piece._replace(part=Part.NAME, word=piece.word + half.word)
        pieces.append(piece)
        if piece.word in _FIRST and not (i and cut_of(words, piece.number - 1).part is Part.PLACE):
            break
        if piece.body is None and words.starts[piece.number] < piece.start:
            break  # a preposition in front of it
        i = piece.number - 1
        common = common + 1 if piece.part in _COMMON else 0
        if common > _MOST_COMMON:
            break
    while pieces and pieces[-1].part in (Part.JOIN, Part.DASH):
        pieces.pop()
    return pieces


def _next(
    words: Words, i: int, hit: Hit, bodies: Mapping[int, Candidate], pieces: list[Piece]
) -> Piece | None:
    """The piece that ends with word ``i``; None where no name holds it."""
    cut, before = cut_of(words, i), words.words[i - 1] if i else ""
    if cut.part is Part.CLOSE:
        return quotation(words, i, hit)
    if cut.word in DOTS:
        return dotted(words, i)
    if words.words[i] in "批届期" and hit.head.kind == "team" and before[:1] == "第":
        return Piece(i - 1, words.starts[i - 1], Part.BATCH, before + words.words[i])
    if hit.head.word in _ELECTED and len(cut.word) > 1 and cut.word[-1] == "届":
        return cut._replace(part=Part.BATCH)  # 云岭市|十二届|政协
    if cut.part is Part.STOP and _is_numeral(words, i, cut, hit, pieces):
        return cut._replace(part=Part.NAME)
    if cut.word == "和" and _ends_in_and(words, i, hit, pieces):
        return Piece(i - 1, words.starts[i - 1], Part.NAME, before + cut.word)
    if cut.part is Part.JOIN:
        return cut if _joins(words, i, pieces, hit) else None
    if cut.part is Part.DASH:  # 中国—中亚
        proper = i > 0 and bool(pieces) and pieces[-1].part in _PROPER
        return cut if proper and cut_of(words, i - 1).part in _PROPER else None
    after_body = words.starts[i] in bodies
    if cut.word.endswith("驻") and after_body and not _is_outpost(hit):
        return None  # 云阜县教育局|驻|岭北县第三中学|的干部
    named = bool(pieces) and pieces[-1].part in _PROPER | {Part.BATCH}
    if cut.word in _TOGETHER and (after_body or named):
        return None  # 县教育局|联合|云峰|公司
    aids = cut.part is Part.SOFT and hit.head.kind != "team" and not hit.head.word.endswith(_AIDING)
    verb = words.tag(i) == "v" or cut.word == "联系"
    if after_body and named and verb and (aids or cut.part in _DEEDS) and cut.word[-1] != "驻":
        return None  # 医院|托管|石坝镇|卫生院
    return None if stops(words, cut, hit, pieces) else cut


def _is_cut(piece: Piece, half: Piece) -> bool:
    """Whether an unknown name has been cut before its last character: 云|阜, 羊角|沟."""
    if piece.part is Part.CHAR:
        return half.part is Part.PLACE and len(half.word) == 1 and half.word not in SHORT_PLACES
    return piece.part is Part.WORD and len(piece.word) == 2 and half.word in _LANDSCAPE


def _is_outpost(hit: Hit) -> bool:
    """Whether a body has such a one in another place: 云阜市人民政府|驻|岭北|工作组."""
    return hit.head.kind in ("team", "military") or hit.head.word.endswith(_OUTPOSTS)


def _is_numeral(words: Words, i: int, cut: Piece, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether a word that begins with a numeral is a proper name behind a place: 云阜县|三江|职业中学."""
    if len(cut.word) != 2 or words.tag(i) != "m" or not i or cut.word[0] not in NUMERALS:
        return False
    if not (hit.head.group == "name" or hit.head.kind == "company"):
        return False
    counted = cut.word[1] in NUMERALS or cut.word[1] in _COUNTING
    return not counted and cut_of(words, i - 1).part in (Part.PLACE, Part.ADMIN)


def _ends_in_and(words: Words, i: int, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether 和 ends a proper name here, at an edge or behind a place: 河南|天|和|医院, 在|国|和|小学."""
    first = words.words[i - 1] if i else ""
    if len(first) != 1 or first in _LEVELS or not "\u4e00" <= first <= "\u9fff":
        return False
    if hit.head.group != "name" or hit.head.kind not in ("company", "hospital", "school"):
        return False
    before = cut_of(words, i - 2) if i > 1 else None
    edged = before is None or before.word in _EDGES or (before.part is Part.PLACE and len(before.word) > 1)
    return edged and all(piece.part is not Part.PLACE for piece in pieces)


def _stem(words: Words, hit: Hit) -> list[tuple[int, str, str]]:
    """The words of what stands before the head in the head's own word (临沧市 before 委 in 临沧市委)."""
    offset = words.starts[hit.first]
    if offset < hit.start and hit.first == hit.last and words.tag(hit.last) == "nt":
        # The dictionary knows the whole as a name.
        return [(offset, words.text[offset : hit.start], "nt")]
    out: list[tuple[int, str, str]] = []
    for word, tag in pieces_of(words.text[offset : hit.start]) if offset < hit.start else ():
        out.append((offset, word, tag))
        offset += len(word)
    return out


def _joins(words: Words, i: int, pieces: list[Piece], hit: Hit) -> bool:
    """Whether 和 stands inside a name: between two domains, in front of a head that has such names."""
    centre = hit.head.word == "中心" and bool(pieces) and pieces[-1].part in (Part.ACT, Part.GENERIC)
    if not (centre or hit.head.kind in _JOINING) or i == 0 or words.words[i - 1] in _whole_heads():
        return False  # 民族|中学|和|云岭县教育局: two bodies
    domain = part_of(words.words[i - 1], words.tag(i - 1))
    if not pieces:
        # 教育|和|科技局: the head holds the second domain.
        return domain is Part.GENERIC and hit.head.kind == "government" and len(hit.head.word) > 2
    return pieces[-1].part in _DOMAINS and domain in _DOMAINS


@lru_cache(maxsize=1)
def _whole_heads() -> frozenset[str]:
    """Heads that end a body; a trade (林业, 科技) may be a domain of one as well."""
    return frozenset(word for word, _, group in lexicon.table("institution_heads") if group not in _TRADES)
