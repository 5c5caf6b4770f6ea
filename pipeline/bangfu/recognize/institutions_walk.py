"""From a head leftwards: the words that could belong to its name, up to one that no name holds."""

from __future__ import annotations

from collections.abc import Mapping

from bangfu import lexicon
from bangfu.recognize.institutions_heads import Hit
from bangfu.recognize.institutions_parts import NUMERALS, SHORT_PLACES, Part, part_of
from bangfu.recognize.institutions_pieces import Candidate, Piece
from bangfu.recognize.institutions_places import BATCH_TAG, PLACE_TAG
from bangfu.recognize.institutions_words import Words, is_word, pieces_of
from bangfu.recognize.places import is_place

_MOST_WORDS = 14
_MOST_CHARS = 36
_LONGEST = 60
_MOST_COMMON = 6
_QUOTES = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", ")": "(", "】": "【"}
_PREPOSITIONS = frozenset("由在向从对与为给把被将到于据经使让是继至及并赴像前任")
# Units that bear numbers: 二二四|团|医院.
_NUMBERED = frozenset(
    {"团", "师", "连", "营", "旅", "军", "局", "队", "大队", "支队", "团场", "农场", "道", "路"}
)
# 云岭|组织|帮扶|工作队: a verb in front of a team.
_SENDING = frozenset({"组织", "派出", "选派", "派遣", "组成", "成立"})
# 云岭县|乡镇|卫生院 is any of them.
_SORTS = frozenset(
    {
        "乡镇",
        "农村",
        "乡村",
        "城乡",
        "基层",
        "公立",
        "私立",
        "民办",
        "公办",
        "民营",
        "普通",
        "薄弱",
        "偏远",
        "边远",
    }
)
_SIDES = frozenset("前后上下")
_LANDSCAPE = frozenset("沟湾坝坪岭塘寨屯堡庄洼铺营坡梁峪崖圩畈垭岗墩")  # 羊角|沟
_UNITS = frozenset("局司团处院")  # 三局|一公司
DOTS = frozenset("·•‧・")
_MOST_HALVES = 3
_PARTICLES = frozenset("的和与在到由向从对及")
# Heads in whose names two domains may be joined: 文化和旅游局, 考古与文物研究院.
_JOINING = frozenset({"government", "research", "association", "foundation", "university"})
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
        "理事会",
        "学生会",
        "家委会",
    }
)
# Heads that stand once at most inside of a name with another head: 中学|教育集团, not 学校|医院|学校.
_INNER = frozenset(
    {"学校", "医院", "公司", "大学", "银行", "学院", "中学", "小学", "幼儿园", "局", "部", "集团"}
)
# Their registered names may hold words of any grammar (上海真爱…基金会), if they begin with a place.
_REGISTERED = frozenset({"foundation", "association", "research"})


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
        stem = Piece(hit.first, offset, part, word)
        if _stops(words, stem, hit, pieces):
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
            piece = _behind(words, i, hit, bodies, floor)
        if piece is None:
            cut = _cut(words, i)
            part = cut.part
            if part is Part.CLOSE:
                piece = _quotation(words, i, hit)
                if piece is None:
                    break
            elif (
                words.words[i] in "批届期" and hit.head.kind == "team" and i and words.words[i - 1][0] == "第"
            ):
                piece = Piece(
                    i - 1, words.starts[i - 1], Part.BATCH, words.text[words.starts[i - 1] : start + 1]
                )
            elif cut.word in DOTS:
                piece = _dotted(words, i)
                if piece is None:
                    break
            elif part in (Part.JOIN, Part.DASH):
                if not (_joins if part is Part.JOIN else _dashes)(words, i, pieces, hit):
                    break
                piece = cut
            elif _is_side(words, i, pieces):
                piece = Piece(i, start, Part.CHAR, cut.word)
            elif _stops(words, cut, hit, pieces) or cut.word == (
                pieces[-1].word if pieces else hit.head.word
            ):
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
        ):
            half = pieces.pop()
            piece = Piece(piece.number, piece.start, Part.NAME, piece.word + half.word)
        pieces.append(piece)
        if piece.body is None and words.starts[piece.number] < piece.start:
            break  # a preposition in front of it
        i = piece.number - 1
        common = common + 1 if piece.part in (Part.GENERIC, Part.WORD, Part.ACT) else 0
        if common > _MOST_COMMON:
            break
    while pieces and pieces[-1].part in (Part.JOIN, Part.DASH):
        pieces.pop()
    return pieces


def _dotted(words: Words, dot: int) -> Piece | None:
    """The first half of a foreign or minority name with its dot: 阿卜杜|勒|·."""
    first = dot
    while (
        first and dot - first < _MOST_HALVES and (first == dot or words.starts[dot] - words.starts[first] < 2)
    ):
        word = words.words[first - 1]
        if not all("\u4e00" <= c <= "\u9fff" for c in word) or word in _PARTICLES:
            break
        first -= 1
    start = words.starts[first]
    return Piece(first, start, Part.NAME, words.text[start : words.starts[dot + 1]]) if first < dot else None


def _is_side(words: Words, i: int, pieces: list[Piece]) -> bool:
    """Whether a side begins the name of a village: 云溪县|后|寮|小学."""
    if words.words[i] not in _SIDES or not pieces or len(pieces[-1].word) > 1 or i == 0:
        return False
    return pieces[-1].part is Part.CHAR and _cut(words, i - 1).part is Part.PLACE


def _is_half(piece: Piece) -> bool:
    """Whether a piece is the end of an unknown name that the dictionary takes for a place: 云|阜."""
    return piece.part is Part.PLACE and len(piece.word) == 1 and piece.word not in SHORT_PLACES


def _cut(words: Words, i: int) -> Piece:
    """The word as a piece, without a preposition that the segmenter took into it (由云山|市教育局)."""
    word, start = words.words[i], words.starts[i]
    name = words.tag(i) == "nr" and len(word) == 3 and is_word(word[1:])
    former = word[0] == "原" and len(word) == 3 and words.tag(i) == "nr"
    cut = words.tag(i) not in (PLACE_TAG, BATCH_TAG)
    if cut and len(word) > 1 and (former or word[0] in _PREPOSITIONS) and (name or not is_word(word)):
        return Piece(i, start + 1, part_of(word[1:], "x"), word[1:])
    return Piece(i, start, part_of(word, words.tag(i)), word)


def _stops(words: Words, piece: Piece, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether a word ends the walk."""
    head, part = hit.head, piece.part
    registered = head.kind in _REGISTERED or (head.kind == "company" and len(head.word) > 3)
    if head.kind == "team" and piece.word in _SENDING:
        return True
    if part is Part.SOFT:
        return head.group != "weak"
    if part is Part.TITLE:
        return head.kind != "workshop" and not (head.kind == "association" and not pieces)
    if part is Part.PEOPLE:
        return not _of_people(piece.word, hit, pieces)
    if part is Part.VERB:
        sort = head.kind in ("school", "hospital") and piece.word in _SORTS
        return sort or (not registered and (len(head.word) < 3 or head.kind == "other"))
    if part is Part.NUMBER:
        if not pieces:
            # 岭南|一|学校 is any school, 岭南|八一|学校 has a name.
            alone = words.text[piece.start - 1 : piece.start] not in NUMERALS
            unit = head.word == "公司" and words.text[piece.start - 1 : piece.start] in _UNITS
            return piece.word == "一" and alone and not unit
        number = pieces[-1].part in (Part.NUMBER, Part.ORDINAL) or pieces[-1].word in _NUMBERED
        return not registered and not number
    if part is Part.ORDINAL and piece.word == "第":
        return not pieces or pieces[-1].part is not Part.NUMBER
    return part is Part.STOP


def _stem(words: Words, hit: Hit) -> list[tuple[int, str, str]]:
    """The words of what stands before the head in the head's own word (临沧市 before 委 in 临沧市委)."""
    offset = words.starts[hit.first]
    out: list[tuple[int, str, str]] = []
    if offset < hit.start:
        if words.tag(hit.last) == "nt" and hit.first == hit.last:
            # The dictionary knows the whole as a name.
            return [(offset, words.text[offset : hit.start], "nt")]
        for word, tag in pieces_of(words.text[offset : hit.start]):
            out.append((offset, word, tag))
            offset += len(word)
    return out


def _behind(words: Words, i: int, hit: Hit, bodies: Mapping[int, Candidate], floor: int) -> Piece | None:
    """The body that ends with word ``i``; a piece that stops the walk where the head is no unit of it."""
    body = bodies[words.starts[i + 1]]
    if body.start < floor:
        return None
    part = Part.REGION if _holds(body, hit) and hit.end - body.start <= _LONGEST else Part.STOP
    return Piece(body.first, body.start, part, words.text[body.start : body.end], body)


def _holds(body: Candidate, hit: Hit) -> bool:
    """Whether a head right behind a body can belong to a unit of that body."""
    head = hit.head
    if head.word in BRANCHES and body.kind != "party":
        return False
    if head.kind == "company" and hit.start == body.end:
        return True
    if head.kind == "culture" and body.kind in ("school", "hospital"):
        return False  # a library of a school
    if head.group != "organ" and head.kind in ("school", "hospital", "company", "bank"):
        return body.kind in ("university", "company", "research", "military", "bank", head.kind)
    return body.kind != "media" or head.kind == "media"


def _of_people(word: str, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether a class of people or bodies can stand here: 教师|进修学校, 女性|企业|协会."""
    if hit.head.kind in ("workshop", "association", "foundation"):
        return True
    if hit.head.kind == "company":
        return len(hit.head.word) > 3 and word == "企业"
    return hit.head.kind not in ("bank", "media", "court") and not any(
        p.part in (Part.WORD, Part.NAME, Part.ORDINAL) for p in pieces
    )


def _quotation(words: Words, close: int, hit: Hit) -> Piece | None:
    """The quotation that ends at ``close``, if it can be a part of a name."""
    mark = words.words[close]
    if mark in "）)" and hit.head.kind != "company":
        return None
    for i in range(close - 1, max(-1, close - 10), -1):
        if words.words[i] == _QUOTES.get(mark):
            start = words.starts[i]
            quoted = words.text[start : words.starts[close + 1]]
            if (quoted[-2:-1] in "式型化" and hit.head.group != "weak") or not any(
                "\u4e00" <= c <= "\u9fff" or c.isalpha() for c in quoted
            ):
                return None
            plain = part_of(quoted[1:-1] or quoted, "x") in (Part.STOP, Part.SOFT, Part.GENERIC)
            return Piece(i, start, Part.GENERIC if plain else Part.NAME, quoted)
        if words.words[i] in "，。；！？、\n":
            return None
    return None


def _dashes(words: Words, i: int, pieces: list[Piece], hit: Hit) -> bool:
    """Whether a dash joins two proper names, as in 中国—中亚."""
    proper = (Part.PLACE, Part.REGION, Part.NAME)
    return bool(pieces) and i > 0 and pieces[-1].part in proper and _cut(words, i - 1).part in proper


def _joins(words: Words, i: int, pieces: list[Piece], hit: Hit) -> bool:
    """Whether 和 stands inside a name: between two domains, in front of a head that has such names."""
    if hit.head.kind not in _JOINING or i == 0:
        return False
    if words.words[i - 1] in lexicon.words("institution_heads"):
        return False  # 民族|中学|和|云岭县教育局: two bodies
    if not pieces:
        # 教育|和|科技局: the head holds the second domain.
        domain = part_of(words.words[i - 1], words.tag(i - 1)) is Part.GENERIC
        return domain and hit.head.kind == "government" and len(hit.head.word) > 2
    domains = (Part.GENERIC, Part.WORD, Part.ACT, Part.CHAR)
    return pieces[-1].part in domains and part_of(words.words[i - 1], words.tag(i - 1)) in domains
