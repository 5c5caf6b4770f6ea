"""From a head leftwards: where the name of an institution begins, and whether it is a name at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bangfu.extract.institutions_heads import Hit
from bangfu.extract.institutions_words import Part, Words, part_of, pieces_of
from bangfu.extract.places import gazetteer

_MOST_WORDS = 14
_MOST_CHARS = 36
_WIDEST = 7

_QUOTES = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", ")": "(", "】": "【"}
_STARTERS = (Part.PLACE, Part.REGION)
_JOINERS = frozenset(
    "委员会 局 厅 研究院 研究所 研究中心 中心 协会 学会 研究会 促进会 联合会 基金会 学院 办公室 公司 有限公司 集团".split()
)
# Branches of a body that are no bodies of their own: the mention stays with the body.
_BRANCHES = frozenset(
    "党委 纪委 团委 工会 党总支 党支部 机关党委 临时党支部 临时党委 理事会 学生会 家委会".split()
)
# Heads so plain that a common word before them makes no name (改造学校, 龙头公司).
_PLAIN = frozenset("学校 公司 医院 大学 银行 中学 小学 学院 幼儿园 合作社".split())


_WIDE = frozenset("全国 国家 国际 世界".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be an institution; ``places`` are the place words at its beginning."""

    start: int
    end: int
    kind: str
    named: bool
    rule: str
    score: float
    places: tuple[str, ...] = ()
    first: int = 0
    group: str = "name"


@dataclass(frozen=True, slots=True)
class _Piece:
    index: int
    start: int
    part: Part
    word: str
    body: Candidate | None = None


def candidate(words: Words, hit: Hit, bodies: Mapping[int, Candidate], floor: int) -> Candidate | None:
    """The name that ends in a head, or None.

    ``bodies`` are the names found to the left, by their end; ``floor`` is where the sentence begins.
    """
    if hit.head.group == "known":
        return Candidate(
            hit.start, hit.end, hit.head.kind, True, "institution.known", 0.95, (), hit.first, "known"
        )
    pieces = _walk(words, hit, bodies, floor)
    return _choose(words, hit, pieces)


def _walk(words: Words, hit: Hit, bodies: Mapping[int, Candidate], floor: int) -> list[_Piece]:
    """The pieces left of the head that could belong to its name, the nearest first."""
    pieces: list[_Piece] = []
    i = hit.first - 1
    weak = hit.head.group == "weak"
    for offset, word, tag in reversed(_stem(words, hit)):
        part = part_of(word, tag)
        if part is Part.STOP or (part is Part.SOFT and not weak):
            return pieces
        pieces.append(_Piece(hit.first, offset, part, word))
    while i >= 0 and len(pieces) < _MOST_WORDS and hit.start - words.starts[i] <= _MOST_CHARS:
        start = words.starts[i]
        if start < floor:
            break
        body = bodies.get(words.starts[i + 1])
        if body is not None and body.start >= floor:
            if not _holds(body, hit):
                break
            pieces.append(
                _Piece(body.first, body.start, Part.REGION, words.text[body.start : body.end], body)
            )
            i = body.first - 1
            continue
        word = words.words[i]
        part = part_of(word, words.tags[i])
        if part is Part.CLOSE:
            opener = _opener(words, i)
            if opener is None or (word in "）)" and hit.head.kind != "company"):
                break
            quoted = words.text[words.starts[opener] : start + 1]
            part = Part.GENERIC if part_of(quoted[1:-1] or quoted, "x") <= Part.GENERIC else Part.NAME
            pieces.append(_Piece(opener, words.starts[opener], part, quoted))
            i = opener - 1
            continue
        if part is Part.JOIN:
            if not _joins(words, i, pieces, hit):
                break
        elif part is Part.STOP or (part is Part.SOFT and not weak):
            break
        elif part is Part.TITLE and hit.head.kind != "workshop":
            break
        elif part is Part.PEOPLE and not _of_people(hit, pieces):
            break
        elif part is Part.NUMBER and pieces:
            break
        pieces.append(_Piece(i, start, part, word))
        i -= 1
    return pieces


def _stem(words: Words, hit: Hit) -> list[tuple[int, str, str]]:
    """The words of what stands before the head in the head's own word (瑞丽市 before 委 in 瑞丽市委)."""
    offset = words.starts[hit.first]
    out: list[tuple[int, str, str]] = []
    if offset < hit.start:
        if words.tags[hit.last] == "nt" and hit.first == hit.last:
            # The dictionary knows the whole as a name.
            return [(offset, words.text[offset : hit.start], "nt")]
        for word, tag in pieces_of(words.text[offset : hit.start]):
            out.append((offset, word, tag))
            offset += len(word)
    return out


def _holds(body: Candidate, hit: Hit) -> bool:
    """Whether a head right behind a body can belong to a unit of that body."""
    if hit.head.word in _BRANCHES and body.kind != "party":
        return False
    if hit.head.group == "name" and hit.head.kind in ("school", "hospital", "company", "bank"):
        return body.kind in ("university", "company", "research", "military", "bank", hit.head.kind)
    return body.kind != "media" or hit.head.kind == "media"


def _of_people(hit: Hit, pieces: list[_Piece]) -> bool:
    """Whether a class of people or bodies can stand here: 教师|进修学校, 台湾同胞投资|企业|协会."""
    if hit.head.kind in ("workshop", "association", "foundation"):
        return True
    return hit.head.kind in ("team", "university", "party", "government", "other", "school") and not any(
        p.part in (Part.WORD, Part.NAME, Part.ORDINAL) for p in pieces
    )


def _opener(words: Words, close: int) -> int | None:
    """The word that opens the quotation that ends at ``close``, if it is short enough for a name."""
    opening = _QUOTES.get(words.words[close])
    for i in range(close - 1, max(-1, close - 10), -1):
        if words.words[i] == opening:
            return i
        if words.words[i] in "，。；！？、\n":
            return None
    return None


def _joins(words: Words, i: int, pieces: list[_Piece], hit: Hit) -> bool:
    """Whether 和 stands inside a name: between two words of one sort, in front of a head that has such names."""
    if not pieces or hit.head.word not in _JOINERS or i == 0:
        return False
    left = part_of(words.words[i - 1], words.tags[i - 1])
    return pieces[-1].part in (Part.GENERIC, Part.WORD, Part.SOFT) and left in (
        Part.GENERIC,
        Part.WORD,
        Part.SOFT,
    )


def _choose(words: Words, hit: Hit, pieces: list[_Piece]) -> Candidate | None:
    """The best beginning among the pieces."""
    head = hit.head
    while pieces and pieces[-1].part is Part.JOIN:
        pieces.pop()
    starter = _opening(pieces, hit)
    if starter is not None:
        return _placed(words, hit, pieces[: starter + 1])
    if head.group == "organ":
        return _unnamed(words, hit, pieces)
    k = _proper(pieces, hit)
    if k is not None:
        piece = pieces[k]
        return Candidate(
            piece.start, hit.end, head.kind, True, "institution.name", 0.8, (), piece.index, head.group
        )
    if head.group == "name" and head.word not in _PLAIN:
        while pieces and pieces[-1].part is not Part.WORD:
            pieces.pop()
        if pieces and len(pieces) < 4 and hit.start - pieces[-1].start >= 2:
            piece = pieces[-1]
            return Candidate(
                piece.start, hit.end, head.kind, True, "institution.word", 0.6, (), piece.index, head.group
            )
    return _unnamed(words, hit, pieces) if head.group == "name" else None


def _opening(pieces: list[_Piece], hit: Hit) -> int | None:
    """The leftmost place or body from which no wide gap parts the head."""
    found, gap = None, 0
    for k in range(len(pieces)):
        if _starts(pieces, k, hit):
            found, gap = k, 0
        else:
            gap += 1
            if gap > (_WIDEST if found is None else 3):
                break
    return found


def _proper(pieces: list[_Piece], hit: Hit) -> int | None:
    """The leftmost proper or unknown word, near enough to a weak head."""
    found = None
    for k, piece in enumerate(pieces):
        if hit.head.group == "weak" and found is None and k > 2:
            break
        alone = len(piece.word) == 1
        if alone and piece.part in (Part.CHAR, Part.NAME, Part.REGION):
            # One character is a name only beside another one, or beside a name.
            left = k + 1 < len(pieces) and pieces[k + 1].part in (Part.CHAR, Part.NAME, Part.REGION)
            if left or (k and pieces[k - 1].part in (Part.CHAR, Part.NAME)):
                found = k
        elif piece.part is Part.NAME or (piece.part is Part.BATCH and hit.head.kind == "team"):
            found = k
    return found


def _starts(pieces: list[_Piece], k: int, hit: Hit) -> bool:
    """Whether the piece opens a name as a place does."""
    piece = pieces[k]
    if piece.part in _STARTERS:
        # 澳 begins a name where it stands alone, not as the tail of an unknown word (通|澳).
        beside = pieces[k + 1].part if k + 1 < len(pieces) else Part.STOP
        return len(piece.word) > 1 or beside is not Part.CHAR
    if piece.part is Part.NAME and piece.word in gazetteer().words:
        return k == 0 or hit.head.group == "organ"
    return (
        hit.head.group == "organ"
        and k == 0
        and piece.part is Part.NAME
        and hit.head.word[0] in "县市区旗州盟乡镇省街"
    )


def _placed(words: Words, hit: Hit, pieces: list[_Piece]) -> Candidate | None:
    """A name that begins with a place or a body."""
    head = hit.head
    first = pieces[-1]
    chain: list[str] = []
    core = list(pieces)
    while core and (core[-1].part in (Part.PLACE, Part.REGION) or core[-1].word in gazetteer().codes):
        piece = core.pop()
        if piece.body is not None:
            chain += piece.body.places
        else:
            chain.append(piece.word)
    named = True
    if not core and first.body is None:
        place = pieces[0].word
        if head.kind == "company" and len(head.word) < 4:
            named = False
        elif head.word == "学校" and all(c.endswith("00") for c in gazetteer().codes.get(place, ())):
            named = False
        elif head.kind in ("school", "bank", "foundation") and place.endswith(("省", "市", "自治区", "国")):
            named = False
        elif head.group == "weak" and head.kind not in ("government", "military", "school", "media"):
            named = False
        elif head.group == "name" and pieces[0].part is Part.REGION and place in _WIDE:
            named = False
        elif place in gazetteer().world and head.group == "organ":
            named = False
    if head.word == "政府" and chain[-1:] and (chain[-1] in gazetteer().world or core):
        named = False
    if first.body is not None and not core and head.word in _BRANCHES:
        return None
    if head.group == "weak" and named and all(p.part is Part.ADMIN for p in core) and core:
        named = False
    rule = "institution.body" if first.body is not None else "institution.place"
    return Candidate(
        first.start,
        hit.end,
        head.kind,
        named,
        rule,
        0.9 if named else 0.4,
        tuple(chain),
        first.index,
        head.group,
    )


def _unnamed(words: Words, hit: Hit, pieces: list[_Piece]) -> Candidate:
    """A body without a name: 县医院, 市教育局, 学校."""
    start, first = hit.start, hit.first
    for piece in pieces:
        if piece.part not in (Part.ADMIN, Part.GENERIC, Part.ORDINAL):
            break
        start, first = piece.start, piece.index
        if piece.part is Part.ADMIN:
            break
    return Candidate(
        start, hit.end, hit.head.kind, False, "institution.unnamed", 0.3, (), first, hit.head.group
    )
