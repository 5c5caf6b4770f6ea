"""Names that the dictionary has cut into words of another meaning: 在|和|政|中学, 孙|立新|工作室."""

from __future__ import annotations

from bangfu import lexicon
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part, part_of
from bangfu.recognize.institutions.pieces import Candidate, Piece
from bangfu.recognize.institutions.stops import GOING, PREPOSITIONS, cut_of
from bangfu.recognize.institutions.words import Words, is_word
from bangfu.recognize.places import gazetteer, is_place

_SIDES = frozenset("前后上下")
_ABOVE = frozenset("上下里")
_LAND = frozenset("塬坪岭坝坡湾沟河溪塘桥湖洲营屯梁峁岗坎垭寨埠浦山")
_BEFORE_VILLAGES = frozenset("双大小老新东西南北三四五六七八九")
_ENDING_SOUNDS = frozenset("克元分两角升万拜根")
_FULL = frozenset("省市县区旗州乡镇村")
_NEVER_FIRST = GOING | frozenset("个所家座间类种些级批次名位件部条办建有是援驻送任当等人中小大老新")
_JOINS = frozenset("和与及同等的了在各全某该本")
_PEACEFUL = frozenset("国人天中太永祥协义安仁德泰元保瑞春致正")  # 国|和|小学
_MOST_PLACES = 3  # above a county
_COUNTIES = frozenset("县市区旗州")
_NEVER_LAST = frozenset("好新老大小全各名级类种所家座间个批人内外中上下县市镇乡村区校院")
_ALSO_LAST = frozenset("原")  # former, in front of bodies
_EDGES = frozenset("，。、；：！？（“\n \u3000")
_ATTACHED = frozenset({"附属", "附设"})
# Levels and units, which 和 joins with the next body: 云岭|省|和|集团.
_LEVELS = frozenset("国省市县区旗镇乡村州盟院校局部会厅委办处科所站社队团厂店馆台报")
_OF_A_PERSON = frozenset({Part.GENERIC, Part.WORD, Part.TITLE, Part.SOFT, Part.PEOPLE})


def hidden_name(words: Words, i: int, cut: Piece, hit: Hit, pieces: list[Piece]) -> Piece | None:
    """The name of two words that ends in word ``i``: of a person, or of a firm that ends in 和."""
    first = words.words[i - 1] if i else ""
    if len(first) == 2 and first[0] in PREPOSITIONS:
        first = first[1]  # 从孙|立新|工作室
    if len(first) != 1:
        return None
    if hit.head.kind == "workshop" and "工作" in hit.head.word:
        found = _is_person(first, cut, pieces)
    elif cut.word in _ABOVE:
        found = first in _LAND and _is_above(words, i, hit, pieces)
    elif cut.word == "和":
        found = _ends_in_and(words, i, hit, pieces)
    else:
        found = len(cut.word) == 1 and (
            _is_listed(first + cut.word) or _is_rare_pair(words, i, cut, hit, pieces)
        )
    return Piece(i - 1, words.starts[i] - 1, Part.NAME, first + cut.word) if found else None


def with_half(words: Words, found: Candidate) -> Candidate:
    """The candidate with the character that parts its first word from a county: 布拖县|特|木里|小学."""
    i = words.at(found.start)
    if i < 2 or words.starts[i] != found.start or len(words.words[i]) != 2 or not is_place(words.words[i]):
        return found
    half, sort, first = words.words[i - 1], words.tag(i - 1)[0], i - 2
    if (
        len(half) > 1
        or not "\u4e00" <= half <= "\u9fff"
        or sort in "pcuvr"
        or half in _NEVER_FIRST | PREPOSITIONS | _JOINS
    ):
        return found
    county = words.words[first]
    if len(county) < 2 or county[-1] not in _COUNTIES or cut_of(words, first).part is not Part.PLACE:
        return found
    above = max(0, first - _MOST_PLACES)
    while first > above and len(words.words[first - 1]) > 1 and cut_of(words, first - 1).part is Part.PLACE:
        first -= 1
    begin = cut_of(words, first).start
    return found._replace(start=begin, first=first, places=tuple(words.words[first : i - 1]))


def _is_above(words: Words, i: int, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether a village is called by what it lies on, behind its place: 云溪县|塬|上|中学."""
    before = cut_of(words, i - 2) if i > 1 else None
    placed = before is not None and before.part is Part.PLACE and len(before.word) > 1
    return placed and not pieces and hit.head.kind in ("school", "hospital")


def _is_rare_pair(words: Words, i: int, cut: Piece, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether two characters between a place and a school or hospital are its name: 云溪镇|德|良|学校."""
    before = cut_of(words, i - 2) if i > 1 else None
    placed = before is not None and before.part is Part.PLACE and before.word[-1] in _FULL
    if pieces or not placed or hit.head.group != "name" or hit.head.kind not in ("school", "hospital"):
        return False
    first = words.words[i - 1]
    plain = first in _NEVER_FIRST or cut.word in _NEVER_LAST or words.tag(i - 1)[0] in "mpcruydf"
    return not plain and (cut.part is Part.CHAR or cut.word in _ALSO_LAST)


def _is_listed(word: str) -> bool:
    """Whether two characters are a proper name of the lexicon: 树|人|小学."""
    return lexicon.mapping("institution_parts").get(word) == "name"


def _is_person(surname: str, cut: Piece, pieces: list[Piece]) -> bool:
    """Whether a surname and a common word are the name of a workshop's owner: 孙|立新|劳模|工作室."""
    if len(cut.word) > 2 or cut.part is Part.NAME:
        return False
    given = all("\u4e00" <= c <= "\u9fff" for c in cut.word) and cut.part is not Part.JOIN
    return (
        given
        and surname in lexicon.words("surnames")
        and surname not in PREPOSITIONS
        and all(piece.part in _OF_A_PERSON for piece in pieces)
    )


def is_graduate(words: Words, i: int, cut: Piece, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether a person stands before a university that the dictionary has as a whole: 李明华|清华大学."""
    if hit.head.kind != "university" or cut.part is not Part.NAME or len(pieces) != 1:
        return False
    whole = hit.first == hit.last == pieces[0].number and words.tag(hit.last) == "nt"
    return whole and len(words.words[i]) == 3 and words.tag(i) == "nr"


def _ends_in_and(words: Words, i: int, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether 和 ends a proper name here, behind a place or 附属: 河南|天|和|集团, 附设|中|和|纪念|医院."""
    first = words.words[i - 1]
    if first in _PEACEFUL and not pieces and hit.head.kind == "school" and hit.head.group == "name":
        before = cut_of(words, i - 2) if i > 1 else None
        return before is None or before.word in _EDGES or before.word in ("了", "在", "到", "的")
    if first in _LEVELS or not "\u4e00" <= first <= "\u9fff":
        return False
    if any(piece.part is Part.PLACE for piece in pieces):
        return False
    before = cut_of(words, i - 2) if i > 1 else None
    edged = before is None or before.word in _EDGES
    placed = before is not None and before.part is Part.PLACE and len(before.word) > 1
    if before is not None and before.word in _ATTACHED:
        return True
    if hit.head.kind in ("company", "foundation", "association") and pieces and edged:
        return True  # 天|和|花椒|专业合作社
    return placed and hit.head.group == "name" and hit.head.kind in ("company", "hospital", "school")


def is_name(words: Words, i: int, pieces: list[Piece]) -> bool:
    """Whether 和, 都 begins the name of a county, which the dictionary has cut: 在|和|政|中学."""
    if not pieces or len(pieces[-1].word) > 1 or words.words[i] + pieces[-1].word not in gazetteer().codes:
        return False
    return i == 0 or words.words[i - 1] in _EDGES or words.words[i - 1] in PREPOSITIONS


def sounds(words: Words, i: int) -> bool:
    """Whether a character that stops names ends a foreign one here: 伦纳|克|小学."""
    if words.words[i] not in _ENDING_SOUNDS:
        return False
    word = words.words[i - 1] if i else ""
    foreign = lexicon.words("foreign_name_chars")
    if words.words[i] == "根" and len(word) == 2 and not is_word(word):
        return True  # 图力|根
    if len(word) < 2 or not foreign.issuperset(word):
        return False
    if words.words[i] == "拜" and not foreign.issuperset(words.words[i + 1]):
        return False  # 周文海|拜|红星中学|的李老师为师
    return not is_place(word) and part_of(word, words.tag(i - 1)) in (Part.NAME, Part.PLACE)


def is_side(words: Words, i: int, pieces: list[Piece]) -> bool:
    """Whether a side begins the name of a village: 云溪县|后|寮|小学."""
    if words.words[i] not in _SIDES or not pieces or len(pieces[-1].word) > 2 or i == 0:
        return False
    last, before = pieces[-1], cut_of(words, i - 1)
    if last.part is Part.PLACE and last.word[1:] == "村":
        return before.part is Part.PLACE  # 云溪县|前|塘村|小学
    between = before.word in _EDGES or before.part in (Part.PLACE, Part.JOIN, Part.STOP)
    return last.part is Part.CHAR and between and words.tag(i - 1)[0] not in "trm"


def is_more(words: Words, i: int, cut: Piece, pieces: list[Piece]) -> bool:
    """Whether a character makes a village of what would be a county: 双|河口|小学, 新|平原村|卫生室."""
    if not pieces or pieces[-1].part is not Part.PLACE:
        return False
    levelled = cut.part is Part.CHAR and (
        (cut.start > words.starts[i] and words.words[i][0] in _LEVELS)
        or (i > 0 and words.words[i - 1] in "县区" and words.tag(i) == "nr")
    )
    if not levelled and words.words[i] not in _BEFORE_VILLAGES:
        return False
    last = pieces[-1].word
    counties = [code for code in gazetteer().codes.get(last[:2], ()) if not code.endswith("00")]
    if not counties or not (len(last) == 2 or (len(last) == 3 and last[2] in "村镇乡")):
        return False
    if levelled:
        return True  # 县|陈|江口|医院
    before = cut_of(words, i - 1) if i else None
    full = before is not None and before.part is Part.PLACE and len(before.word) > 2
    if full or before is None or before.word in _EDGES or before.word in PREPOSITIONS:
        return True
    return words.words[i] == "双" and before.part in (Part.VERB, Part.STOP)
