"""From a head leftwards: the words that could belong to its name, up to one that no name holds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from bangfu import lexicon
from bangfu.recognize.institutions.brands import is_brand, is_founded, is_numeral
from bangfu.recognize.institutions.deeds import is_behind_body, is_deed, is_jointly
from bangfu.recognize.institutions.halves import hidden_name, is_graduate, is_more, is_name, is_side, sounds
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.marks import DOTS, dotted, quotation
from bangfu.recognize.institutions.parts import NUMERALS, SHORT_PLACES, Part, part_of
from bangfu.recognize.institutions.pieces import Candidate, Piece
from bangfu.recognize.institutions.shapes import PLACE_TAG
from bangfu.recognize.institutions.stops import cut_of, stops
from bangfu.recognize.institutions.units import behind
from bangfu.recognize.institutions.words import Words, pieces_of
from bangfu.recognize.places import is_place

_MOST_WORDS = 14
_MOST_CHARS = 36
_MOST_COMMON = 6
_LANDSCAPE = frozenset("沟湾坝坪岭塘寨屯堡庄洼铺营坡梁峪崖圩畈垭岗墩")  # 羊角|沟
_OUTPOSTS = (
    "使馆",
    "领事馆",
    "办事处",
    "工作站",
    "联络处",
    "代表处",
    "代表团",
    "联络站",
    "记者站",
    "监察组",
    "总站",
    "总队",
    "特派办",
    "特派员办事处",
    "调查队",
)
_COMMON = frozenset({Part.GENERIC, Part.WORD, Part.ACT, Part.VERB})
# Parties and the like: nobody's name stands before them.
_FIRST = frozenset(
    {"政协", "中共", "共青团", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟"}
)
_FORTUNE = frozenset("达利通安泰兴昌丰隆盛顺旺源鑫鸿辉裕康邦腾森瑞祥恒")
_ELECTED = frozenset({"政协", "人大", "人大常委会", "人民代表大会"})
# Heads in whose names two domains may be joined: 文化和旅游局, 考古与文物研究院.
_JOINING = frozenset({"government", "research", "association", "foundation", "university"})
# Heads that stand once at most inside of a name with another head: 中学|教育集团, not 学校|医院|学校.
_INNER = frozenset(
    {"学校", "医院", "公司", "大学", "银行", "学院", "中学", "小学", "幼儿园", "局", "部", "集团"}
)


def walk(
    words: Words, hit: Hit, bodies: Mapping[int, Candidate], floor: int, most: int = _MOST_WORDS
) -> list[Piece]:
    """The pieces left of a head, the nearest first, ``most`` of them or a few more.

    ``bodies`` are the names found to the left, by their end; ``floor`` is where the sentence begins.
    """
    pieces: list[Piece] = []
    shared = words.text[words.starts[hit.first] : hit.start + 1]
    unlisted = words.tag(hit.first) == PLACE_TAG and shared == words.words[hit.first]
    if words.starts[hit.first] < hit.start and (unlisted or is_place(shared)):
        # The place and the head share a character: 长阳土家族自治县|县委.
        pieces.append(Piece(hit.first, words.starts[hit.first], Part.PLACE, shared))
    for offset, word, tag in [] if pieces else reversed(_stem(words, hit)):
        part = part_of(word, tag)
        if part is Part.VERB and hit.head.group == "short" and hit.first == hit.last:
            part = Part.NAME  # 光复国小, which no dictionary holds
        stem = Piece(hit.first, offset, part, word)
        if stops(words, stem, hit, pieces):
            return pieces
        pieces.append(stem)
    common, inner = 0, False
    i = hit.first - 1
    while i >= 0 and len(pieces) < most and hit.start - words.starts[i] <= _MOST_CHARS:
        start = words.starts[i]
        if start < floor:
            break
        piece: Piece | None = None
        if words.starts[i + 1] in bodies:
            piece = behind(words, i, hit, bodies, floor)
        if piece is None:
            cut = cut_of(words, i)
            part = cut.part
            if part is Part.CLOSE:
                piece = quotation(words, i, hit)
                if piece is None:
                    break
            elif (
                words.words[i] in "批届期" and hit.head.kind == "team" and i and words.words[i - 1][0] == "第"
            ):
                piece = Piece(
                    i - 1, words.starts[i - 1], Part.BATCH, words.text[words.starts[i - 1] : start + 1]
                )
            elif hit.head.word in _ELECTED and len(cut.word) > 1 and cut.word[-1] == "届":
                piece = cut._replace(part=Part.BATCH)  # 云岭市|十二届|政协
            elif cut.word in DOTS:
                piece = dotted(words, i)
                if piece is None:
                    break
            elif part is Part.NUMBER and pieces and NUMERALS.issuperset(pieces[-1].word):
                half = pieces.pop()  # 云阜市|一|六二|中学
                piece = Piece(i, start, Part.NAME, cut.word + half.word)
            elif part in (Part.JOIN, Part.STOP) and is_name(words, i, pieces):
                half = pieces.pop()
                piece = Piece(i, start, Part.PLACE, cut.word + half.word)
            elif part is Part.STOP and sounds(words, i):
                piece = Piece(
                    i - 1, words.starts[i - 1], Part.NAME, words.text[words.starts[i - 1] : start + 1]
                )
            elif (part is Part.STOP and is_numeral(words, i, cut, hit, pieces)) or is_founded(words, i, cut):
                piece = cut._replace(part=Part.NAME)
            elif (hidden := hidden_name(words, i, cut, hit, pieces)) is not None:
                piece = hidden
            elif part in (Part.JOIN, Part.DASH):
                if not (_joins if part is Part.JOIN else _dashes)(words, i, pieces, hit):
                    break
                piece = cut
            elif part in _COMMON and "属" not in cut.word and _is_whole(words, hit, pieces):
                break  # 联系|云岭大学|物理|实验中心
            elif is_side(words, i, pieces) or is_more(words, i, cut, pieces):
                half = pieces.pop()
                part = Part.NAME if half.part is Part.CHAR or cut.start > start else Part.PLACE
                piece = Piece(i, cut.start, part, cut.word + half.word)
            elif cut.word.endswith("驻") and words.starts[i] in bodies and not _is_outpost(hit):
                break  # 云阜县教育局|驻|岭北县第三中学|的干部
            elif (
                (is_behind_body(words, i, bodies) and is_deed(words, i, cut, hit, pieces))
                or is_graduate(words, i, cut, hit, pieces)
                or is_jointly(words, i, cut, bodies, pieces)
            ):
                break
            elif (
                part is Part.VERB or (part is Part.WORD and hit.head.word == "集团" and not pieces)
            ) and is_brand(words, i, cut, hit, pieces):
                piece = cut._replace(part=Part.NAME)
            elif stops(words, cut, hit, pieces) or cut.word == (pieces[-1].word if pieces else hit.head.word):
                break
            elif cut.word in _INNER:
                if inner:
                    break
                inner = True
                piece = cut
            else:
                piece = cut
        elif piece.part is Part.STOP:
            break
        if pieces and (
            (piece.part is Part.CHAR and _is_half(pieces[-1]))
            or (piece.part is Part.WORD and len(piece.word) == 2 and pieces[-1].word in _LANDSCAPE)
            or (hit.head.kind == "company" and _is_firm(piece, pieces))
        ):
            half = pieces.pop()
            piece = Piece(piece.number, piece.start, Part.NAME, piece.word + half.word)
        pieces.append(piece)
        if piece.word in _FIRST and not (i and cut_of(words, piece.number - 1).part is Part.PLACE):
            break
        if piece.body is None and words.starts[piece.number] < piece.start:
            break  # a preposition in front of it
        i = piece.number - 1
        common = common + 1 if piece.part in (Part.GENERIC, Part.WORD, Part.ACT) else 0
        if common > _MOST_COMMON:
            break
    while pieces and pieces[-1].part in (Part.JOIN, Part.DASH):
        pieces.pop()
    return pieces


def _is_outpost(hit: Hit) -> bool:
    """Whether a body has such a one in another place: 云阜市人民政府|驻|岭北|工作组."""
    return hit.head.kind in ("team", "military") or hit.head.word.endswith(_OUTPOSTS)


def _is_whole(words: Words, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether the last piece is a body, or a name that the dictionary has together with its head."""
    if not pieces:
        return False
    last = pieces[-1]
    if last.body is not None:
        return bool(last.body.places)
    return (
        len(pieces) == 1
        and hit.first == hit.last == last.number
        and words.tag(hit.last) == "nt"
        and len(last.word) > 2
        and is_place(last.word[:2])
    )


def _is_firm(piece: Piece, pieces: list[Piece]) -> bool:
    """Whether a word and a character of good luck are the name of a firm: 保利|达|集团."""
    called = piece.part is Part.WORD and len(piece.word) == 2
    return called and len(pieces) == 1 and pieces[0].part is Part.CHAR and pieces[0].word in _FORTUNE


def _is_half(piece: Piece) -> bool:
    """Whether a piece is the end of an unknown name that the dictionary takes for a place: 云|阜."""
    return piece.part is Part.PLACE and len(piece.word) == 1 and piece.word not in SHORT_PLACES


def _stem(words: Words, hit: Hit) -> list[tuple[int, str, str]]:
    """The words of what stands before the head in the head's own word (临沧市 before 委 in 临沧市委)."""
    offset = words.starts[hit.first]
    out: list[tuple[int, str, str]] = []
    if offset < hit.start:
        if words.tag(hit.last) == "nt" and hit.first == hit.last:
            # The dictionary knows the whole as a name.
            return [(offset, words.text[offset : hit.start], "nt")]
        if hit.head.word == "报" and hit.start - offset == 2:
            return [(offset, words.text[offset : hit.start], "nz")]  # 新岚|报, of two rare characters
        for word, tag in pieces_of(words.text[offset : hit.start]):
            out.append((offset, word, tag))
            offset += len(word)
    return out


def _dashes(words: Words, i: int, pieces: list[Piece], hit: Hit) -> bool:
    """Whether a dash joins two proper names, as in 中国—中亚."""
    proper = (Part.PLACE, Part.REGION, Part.NAME)
    return bool(pieces) and i > 0 and pieces[-1].part in proper and cut_of(words, i - 1).part in proper


def _joins(words: Words, i: int, pieces: list[Piece], hit: Hit) -> bool:
    """Whether 和 stands inside a name: between two domains, in front of a head that has such names."""
    centre = hit.head.word == "中心" and bool(pieces) and pieces[-1].part in (Part.ACT, Part.GENERIC)
    if not (hit.head.kind in _JOINING or centre) or i == 0:
        return False
    if words.words[i - 1] in _whole_heads():
        return False  # 民族|中学|和|云岭县教育局: two bodies
    if not pieces:
        # 教育|和|科技局: the head holds the second domain.
        domain = part_of(words.words[i - 1], words.tag(i - 1)) is Part.GENERIC
        return domain and hit.head.kind == "government" and len(hit.head.word) > 2
    domains = (Part.GENERIC, Part.WORD, Part.ACT, Part.CHAR, Part.SOFT)
    return pieces[-1].part in domains and part_of(words.words[i - 1], words.tag(i - 1)) in domains


_TRADES = ("brand", "trade")


@lru_cache(maxsize=1)
def _whole_heads() -> frozenset[str]:
    """Heads that end a body; a trade (林业, 科技) may be a domain of one as well."""
    return frozenset(word for word, _, group in lexicon.table("institution_heads") if group not in _TRADES)
