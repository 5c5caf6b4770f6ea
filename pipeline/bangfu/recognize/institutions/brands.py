"""Proper names that are words of another grammar: 如意 in 山东如意毛纺集团, 可口 in 云阜市可口食品厂."""

from __future__ import annotations

from functools import lru_cache

from bangfu import lexicon
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import NUMERALS, Part
from bangfu.recognize.institutions.pieces import Piece
from bangfu.recognize.institutions.shops import acts
from bangfu.recognize.institutions.stops import PREPOSITIONS, cut_of
from bangfu.recognize.institutions.words import Words
from bangfu.recognize.news_words import heard
from bangfu.recognize.places import is_place

_BRANDED = frozenset({"company", "school", "hospital", "association", "foundation", "other", "culture"})
_INSIDE = frozenset({Part.GENERIC, Part.WORD, Part.ACT, Part.SOFT, Part.PEOPLE})
# A verb that news uses more often tells what happens to the body behind it.
_MOST_USES = 30
# Verbs of what is done to a body: 捐建, 停办, 挂靠, 拆迁.
_DEEDS = frozenset(
    "建办捐援停关撤并扩迁设派赴到访考调选聘拆改修助帮扶管属靠进离入出回返转升降任当做组查封卖买收租求"
)
_TOWARDS = frozenset("到自于入进往是的")  # 来自|如意|集团
_CRIMES = frozenset("毒骗私盗赌黑枪匪财军战")  # 贩毒|集团
_FOUNDERS = ("省", "市", "县", "区")
# What bodies and their people are counted in: 六所, 四家.
_COUNTING = frozenset("所家个座名位间处支批类种级大人次项条年月日时期届")
_EDGES = frozenset("，。、；：！？（“《\n \u3000")


def is_brand(words: Words, i: int, verb: Piece, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether a verb, an adverb or the like is a proper name: between a place and a head, or at an edge.

    At an edge it is one only in front of a registered firm or a group (如意服饰有限公司, 如意集团), the only
    heads that make a name of a rare noun too.
    """
    head = hit.head
    if head.group == "brand":
        return not pieces and _is_called(words, i, verb, hit)
    centre = head.group == "weak" and head.word.endswith("中心")
    if head.kind not in _BRANDED or not (head.group == "name" or centre) or not 2 <= len(verb.word) <= 3:
        return False
    town = bool(pieces) and pieces[-1].word in ("镇", "乡")  # 如意|镇|卫生院
    if not town and not all(piece.part in _INSIDE for piece in pieces):
        return False
    before = cut_of(words, i - 1) if i else None
    placed = before is not None and before.part is Part.PLACE and len(before.word) > 1
    registered = head.kind == "company" and (len(head.word) > 3 or head.word == "集团")
    edged = before is None or before.word in _EDGES or before.word in PREPOSITIONS
    edged = edged or (before is not None and before.word[-1] in _TOWARDS)
    memorial = bool(pieces) and pieces[-1].word == "纪念"  # 佛教|澄心|纪念|中学
    edged = edged or (memorial and before is not None and before.part is Part.NAME)
    return (placed or ((registered or town or memorial) and edged)) and _is_rare(verb.word)


def _is_called(words: Words, i: int, verb: Piece, hit: Hit) -> bool:
    """Whether a rare verb or adjective between an edge or a place and a trade is a firm: 显达|照明|经理."""
    if len(verb.word) != 2 or not acts(words.text, hit.end) or not _is_rare(verb.word):
        return False
    before = cut_of(words, i - 1) if i else None
    return before is None or before.word in _EDGES or before.part is Part.PLACE


def is_founded(words: Words, i: int, cut: Piece) -> bool:
    """Whether a word tells which place has founded a body: 花莲县|立|云峰|国民小学."""
    before = words.words[i - 1] if i else ""
    return cut.word == "立" and before[-1:] in _FOUNDERS and is_place(before)


def _is_own(hit: Hit) -> bool:
    """Whether a head makes a name of a proper word."""
    return hit.head.group == "name" or hit.head.kind == "company"


def is_numeral(words: Words, i: int, cut: Piece, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether a word that begins with a numeral is a proper name behind a place: 云阜县|三江|职业中学."""
    if len(cut.word) != 2 or words.tag(i) != "m" or not _is_own(hit) or not i:
        return False
    if cut.word[0] not in NUMERALS or cut.word[1] in NUMERALS or cut.word[1] in _COUNTING:
        return False
    before = cut_of(words, i - 1)
    inside = _INSIDE | {Part.NAME} if hit.head.kind == "company" else _INSIDE  # 云阜|三江|云岚|科技公司
    return before.part in (Part.PLACE, Part.ADMIN) and all(piece.part in inside for piece in pieces)


@lru_cache(maxsize=1 << 12)
def _is_rare(word: str) -> bool:
    """Whether a word is no verb that news tells of bodies."""
    if (
        not _DEEDS.isdisjoint(word)
        or not _CRIMES.isdisjoint(word)
        or word in lexicon.words("institution_parts")
    ):
        return False
    return heard(word) <= _MOST_USES
