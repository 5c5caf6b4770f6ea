"""Where the model is surer than the rules of where a name begins, or that there is one, it has its way."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bangfu.lexicon import words as words_of
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.model import GROUPS, choose
from bangfu.recognize.institutions.parts import NUMERALS, Part, part_of
from bangfu.recognize.institutions.pieces import Candidate
from bangfu.recognize.institutions.stops import (
    BEFORE_PLACES,
    GOING,
    GROWING,
    PREPOSITIONS,
    SORTS,
    before_level,
    cut_of,
    visited,
)
from bangfu.recognize.institutions.words import Words, is_word, tag_of
from bangfu.recognize.places import is_place
from bangfu.recognize.titles.words import behind_title

# The margin, in nats, from which the model overrules the rules; that where these have looked at the same
# span; and that where a verb or the like lies inside of what it adds, or it takes away: what the rules leave
# to a name has more often a reason.
_SURE, _SURER, _SUREST = 1.5, 2.4, 3.0
_LIKELY, _DOUBLY = 0.3, 0.7  # where the name would begin with a place and its level
_DOUBTFUL = frozenset({Part.VERB, Part.STOP, Part.NUMBER, Part.JOIN})
_BEFORE = BEFORE_PLACES | GOING | frozenset("连原")
_SMALL = PREPOSITIONS | frozenset("的了是一各每")
_PARTING = frozenset("的了是各每在和与及全所有个向把被将从对为这那其等")
_FRAGMENTS = 4  # words that a name may fall into behind its place: 云岭县|寺|前|小学
_CLOSED = frozenset({Part.STOP, Part.TITLE, Part.VERB, Part.JOIN, Part.NUMBER})
_LEVELS = frozenset("乡镇村县市区旗州")
_CLAUSAL = _CLOSED | {Part.WORD, Part.ACT, Part.SOFT}
_COUNTED = re.compile("[一二两三四五六七八九十几多数某][所家座个间支名位处]")
_OF_A_PLACE = frozenset("省市县区州旗")
# Of these a place and the head alone may be a name: 云岭集团, not 云岭小学.
_FREELY_NAMED = frozenset({"company", "bank", "government", "association", "foundation"})
_PARTIES = ("县委", "市委", "省委", "区委", "镇党委", "乡党委")
# Of these the rules know more: what is in session, and that no government is named by its country alone.
_STATE = ("政府", "全国委员会", "中央委员会", "政协", "人大", "代表大会", "常务委员会")
_OPENINGS = frozenset({Part.PLACE, Part.NAME, Part.CHAR})
_GOES_ON = re.compile("[任和与同及向赴到]")
"""What follows somebody's name before a body: 某某|任|某校校长, 某某|和|某院."""
_ISLANDS = ("香港", "澳门")
_TOGETHER = re.compile("共同|联合|携手|一起|一道|合作")
_STUDIED = ("毕业", "期间", "时期", "学历", "刚毕业", "一毕业")


def overruled(
    words: Words, hit: Hit, floor: int, bodies: Mapping[int, Candidate], found: Candidate | None
) -> Candidate | None:
    """What the rules found at a head, or what the model is sure of instead.

    ``bodies`` are the names found to the left; ``floor`` is where the sentence begins.
    """
    head = hit.head
    if head.group not in GROUPS or head.kind == "media" or words.text.endswith(_STATE, 0, hit.end):
        return found
    named = found.start if found is not None and found.named else None
    if named is None and visited(words, hit):
        return found
    if not _is_open(words, hit, floor, named):
        return found
    start, margin = choose(words, hit, floor, named)
    looked_at = found is not None and found.start == start  # unnamed: the rules have looked at the same span
    if looked_at and head.kind not in _FREELY_NAMED:
        return found
    weak = named is None and head.group == "weak"
    placed = named is None and start is not None and head.group == "name" and _is_full_place(words, start)
    placed = placed and words.words[hit.first - 1] not in SORTS
    if placed and start is not None and _COUNTED.search(words.text, start, hit.start):
        return found  # 云岭州|一座|加工厂
    if margin < (_SURER if looked_at else _SUREST if weak else _LIKELY if placed else _SURE):
        return found
    if start is not None and named is not None and start < named and words.text.startswith(_ISLANDS, named):
        return found  # 将台乡|香港|云岭|基金会
    if start is not None and start + 1 < hit.start and words.text[start] in PREPOSITIONS:
        start += not is_word(words.tagged(start)[0]) or len(words.tagged(start)[0]) == 1  # 经|港珠澳大桥
        if words.text[start] in _OF_A_PLACE and start + 1 == hit.start:
            return found  # 经|县|人大常委会
    if start is not None and _TOGETHER.match(words.text, hit.end):
        start = _behind_join(words, hit, start)  # 云岭科技|与|某基金会|共同|发起
    if start is None and named is not None and head.kind == "team" and words.text[named] == "“":
        return found  # “心在路上”|志愿服务队
    if start is None:
        town = words.text[hit.start - 1] in _LEVELS  # 如意|镇|卫生院
        level = named is not None and part_of(*words.tagged(named)) is Part.ADMIN  # 市|青年|企业家|协会
        return _nameless(words, hit) if margin > _SUREST and not (town or level) else found
    if named is None:
        fits, end = _is_own(words, hit, start), hit.start
    else:
        further = margin > _SUREST and (named - start > 1 or words.text[start] == "团")  # 团|云岭县委
        fits, end = start > named or further or _is_before(words, start, named), named
    fits = fits and not (_is_misfit(words, hit, start) or _holds_body(start, end, bodies))
    fits = fits and not (_cuts_name(words.text, start, end) or _is_clause(words, start, hit.start))
    fits = fits and not before_level(words.text, start)
    fits = fits and not (_holds_post(words, start, end) or _holds_level(words, start, hit.start))
    doubtful = start > end or _is_doubtful(words, start, end)
    parted = found is not None and found.start == start + 1 and words.text[start] in _BEFORE
    if not fits or parted or (doubtful and margin < (_DOUBLY if placed else _SUREST)):
        return found
    return _beginning(words, hit, start)


def _is_misfit(words: Words, hit: Hit, start: int) -> bool:
    """Whether a mark stands first, a number behind, or somebody studied there: 云岭|大学|毕业."""
    text = words.text
    behind = text[hit.end : hit.end + 1]
    marked = not text[start].isalnum() and text[start] not in "“《"
    if hit.head.word.endswith("合作社") and not GROWING.isdisjoint(words.words[words.at(start) : hit.first]):
        return True
    return marked or (behind != "" and behind in NUMERALS) or text.startswith(_STUDIED, hit.end)


def _cuts_name(text: str, start: int, end: int) -> bool:
    """Whether what is added begins with a person's name or inside one: 主任医师于|孟辉挂任|某医院."""
    begun = text[start - 1 : start] in words_of("surnames") and behind_title(text, start - 1)
    return begun or (behind_title(text, start) and _GOES_ON.search(text, start, end) is not None)


def _is_clause(words: Words, start: int, end: int) -> bool:
    """Whether a preposition or adverb of two characters stands inside: 云岭区|按照|市教委."""
    return any(
        len(words.words[i]) > 1 and words.tag(i) in ("p", "d", "ad", "vd") and is_word(words.words[i])
        for i in range(words.at(start), words.at(end - 1) + 1)
    )


def _holds_post(words: Words, start: int, end: int) -> bool:
    """Whether a post stands in what the model adds: 云岭区|学科|带头人."""
    added = range(words.at(start), words.at(end - 1) + 1) if start < end else range(0)
    return any(part_of(words.words[i], words.tag(i)) is Part.TITLE for i in added)


def _holds_level(words: Words, start: int, end: int) -> bool:
    """Whether a level stands inside behind no place, so that a clause ends there: 住进|市|人民医院."""
    return any(
        cut_of(words, i).word in _OF_A_PLACE
        and (
            cut_of(words, i).start > words.starts[i]
            or part_of(words.words[i - 1], words.tag(i - 1)) in _CLAUSAL
        )
        for i in range(words.at(start) + 1, words.at(end - 1) + 1)
    )


def _behind_join(words: Words, hit: Hit, start: int) -> int:
    """The offset behind the last 与 left of a head, or ``start``."""
    joins = (i for i in range(hit.first - 1, words.at(start), -1) if words.words[i] in ("与", "和", "同"))
    last = next(joins, None)
    return start if last is None else words.starts[last + 1]


def _holds_body(start: int, end: int, bodies: Mapping[int, Candidate]) -> bool:
    """Whether a body lies in what the model adds: the rules know what may follow one."""
    return any(at in bodies for at in range(start + 1, end + 1))


def _is_open(words: Words, hit: Hit, floor: int, named: int | None) -> bool:
    """Whether a name could be there that the rules don't see, at a glance."""
    head = hit.head
    if named is None and head.group == "organ" and len(head.word) == 1:
        return False
    if named is not None and not is_place(words.words[words.at(named)]):
        return True
    end = hit.start if named is None else named
    if end <= floor:
        return False
    i = words.at(end - 1)
    return part_of(words.words[i], words.tag(i)) not in _CLOSED or (
        named is None and head.group == "name" and _is_placed(words, i)
    )


def _is_full_place(words: Words, start: int) -> bool:
    """Whether a place with its level begins there: 云岭县, 柳泉镇."""
    word, i = words.starting(start), words.at(start)
    if not word or part_of(word, words.tag(i)) is not Part.PLACE:
        return False
    return word[-1] in _LEVELS or words.text[start + len(word)] in _LEVELS  # 云岭|市朗|月|照明


def _is_placed(words: Words, i: int) -> bool:
    """Whether a place stands a few short words before word ``i``, as before a name that is cut."""
    for k in range(i, max(-1, i - _FRAGMENTS), -1):
        word = words.words[k]
        if len(word) > 2 and word[-1] in _LEVELS and cut_of(words, k).part is Part.PLACE:
            return True
        if len(word) > 2 or word in _PARTING or not "\u4e00" <= word[0] <= "\u9fff":
            return False
    return False


def _is_doubtful(words: Words, start: int, end: int) -> bool:
    """Whether a verb or the like stands in what the model adds."""
    for i in range(words.at(start), words.at(end - 1) + 1):
        word = words.words[i]
        known = is_word(word) if len(word) > 1 else word in _SMALL  # 泓 is no measure word here
        if known and part_of(word, words.tag(i)) in _DOUBTFUL:
            return True
    return False


def _is_own(words: Words, hit: Hit, start: int) -> bool:
    """Whether no bare level stands before a head that makes names: 市|教育局, 县委|组织部, 国家|局."""
    part = part_of(*words.tagged(start))
    if words.text.startswith(_PARTIES, start):
        return False
    return part is not Part.ADMIN if hit.head.group == "name" else part in _OPENINGS


def _is_before(words: Words, start: int, named: int) -> bool:
    """Whether more can stand before what the rules begin with: only a place before a place."""
    first = words.tagged(named)[0]
    if not is_place(first) or len(first) == 1 or words.starts[words.at(named)] < named:
        return True
    return part_of(*words.tagged(start)) is Part.PLACE


def _beginning(words: Words, hit: Hit, start: int) -> Candidate:
    """The name from an offset on, with the places that it begins with."""
    first = words.at(start)
    places: list[str] = []
    at, i = start, first
    while at < hit.start:
        word = words.text[at : min(words.starts[i + 1], hit.start)]
        if part_of(word, words.tag(i) if at == words.starts[i] else tag_of(word)) is not Part.PLACE:
            break
        places.append(word)
        i += 1
        at = words.starts[i]
    head = hit.head
    return Candidate(
        start, hit.end, head.kind, True, "institution.model", 0.7, tuple(places), first, head.group
    )


def _nameless(words: Words, hit: Hit) -> Candidate | None:
    """The body without a name, with the level before it: 县|医院."""
    if hit.head.group == "weak":
        return None
    before = cut_of(words, hit.first - 1) if hit.first and words.starts[hit.first] == hit.start else None
    start, first = hit.start, hit.first
    if before is not None and before.part is Part.ADMIN:
        start, first = before.start, before.number
    return Candidate(
        start, hit.end, hit.head.kind, False, "institution.unnamed", 0.3, (), first, hit.head.group
    )
