"""The words of a text, each with the part that it can play left of an institution's head."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate
from typing import Any

import rjieba

from bangfu import lexicon
from bangfu.extract.places import gazetteer, is_place


class Part(IntEnum):
    """What a word can be in front of a head."""

    STOP = 0
    SOFT = 1
    """Stands inside the names of teams and offices, in front of those of schools and firms (帮扶, 支教)."""
    GENERIC = 2
    """Says of what sort the body is (职业, 中心)."""
    WORD = 3
    """A common word that could be a proper name here (阳光, 春蕾)."""
    NAME = 4
    """A proper or an unknown word."""
    ORDINAL = 5
    NUMBER = 6
    BATCH = 7
    ADMIN = 8
    """A level without a name (县, 市)."""
    PLACE = 9
    REGION = 10
    CLOSE = 11
    """A closing quote or bracket."""
    PEOPLE = 12
    """People or bodies as a class (教师, 企业): inside the names of associations and funds."""
    TITLE = 13
    JOIN = 14
    DASH = 18
    """Between two proper names: 中国—中亚."""
    VERB = 16
    """Ends most names (走进, 公办); firms, funds and associations bear such words behind a place (真爱, 先进)."""
    ACT = 17
    """A noun of action (布局, 访问): inside a name, never at its beginning."""
    CHAR = 15
    """A single character that is no function word: two of them are an unknown name."""
    """和, 与: between two names, and inside some."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words with their starts (one more than there are words) and parts of speech."""

    text: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The index of the word that covers a character."""
        return bisect_right(self.starts, offset) - 1


def words_of(text: str) -> Words:
    """Cut and tag a text.

    >>> words_of("走进巴林左旗").words
    ('走进', '巴林左旗')
    """
    # Rust knows no lone surrogates; one character stands in for each, so that offsets stay.
    tagged = _segmenter().tag(_SURROGATE.sub("\ufffd", text))
    words = tuple(word for word, _ in tagged)
    return Words(text, words, tuple(tag for _, tag in tagged), tuple(accumulate(map(len, words), initial=0)))


@lru_cache(maxsize=1 << 12)
def pieces_of(fragment: str) -> tuple[tuple[str, str], ...]:
    """The words and tags of a fragment of a word."""
    return tuple(_segmenter().tag(fragment))


def is_word(word: str) -> bool:
    """Whether the dictionary holds a word."""
    return bool(_segmenter().has_word(word))


@lru_cache(maxsize=1)
def _segmenter() -> Any:
    segmenter = rjieba.Jieba()
    classes = [(lexicon.words(name), "nt") for name in ("known_bodies", "media")]
    classes += [(frozenset(gazetteer().codes), "ns"), (lexicon.words("institution_heads"), "n")]
    classes += [(lexicon.words(f"institution_{part}"), "n") for part in ("people", "generic", "proper")]
    for entries, tag in classes:
        # Two characters are too few to force: they would cut through words of other meaning.
        for word in sorted(w for w in entries if len(w) > 2):
            segmenter.add_word(word, None, tag)
    return segmenter


NUMERALS = frozenset("0123456789〇零一二三四五六七八九十百")
_NUMBERED = NUMERALS | frozenset("师团军旅营连局院厂")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LEVELS = frozenset(
    [
        "省",
        "市",
        "县",
        "区",
        "旗",
        "州",
        "盟",
        "乡",
        "镇",
        "村",
        "自治区",
        "自治州",
        "自治县",
        "自治旗",
        "新区",
        "地区",
        "街道",
        "开发区",
        "高新区",
        "经开区",
        "行政区",
        "特别行政区",
        "特区",
        "直辖市",
        "社区",
        "园区",
        "市区",
        "城区",
        "灾区",
        "林区",
        "矿区",
        "垦区",
        "牧区",
        "示范区",
        "保护区",
    ]
)
_DASHES = frozenset({"—", "－", "-", "–"})
_JOINS = frozenset("和与及暨")
_CLOSING = frozenset('”’」』》）)】"')
_STOP_TAGS = frozenset(
    ["m", "p", "c", "u", "uj", "ul", "uz", "ug", "ud", "uv", "y", "e", "o", "r", "rr", "rz", "mq", "df"]
)
_VERB_TAGS = frozenset(["d", "f", "t", "q", "v", "vd", "vi", "vq", "ad", "h", "k", "tg", "s", "i"])
_PARTICLES = frozenset("的了着在是该还会帮已曾不没很把们这那此些个")
# Villages and streets, which give schools their names, end in these: 景山, 石桥.
_LANDSCAPE = frozenset("山湖河江桥庄沟湾岭峰泉溪洲坪坝坡塘潭寨屯堡")
_LEADING = frozenset("家用所名位某各每另以愿")
_SIDES = frozenset("东南西北里之")
_FUNCTION = frozenset("pcurydmqtef")
_PLACE_ENDS = (
    "镇",
    "乡",
    "村",
    "街道",
    "县",
    "市",
    "区",
    "旗",
    "州",
    "盟",
    "苏木",
    "社区",
    "开发区",
    "高新区",
)


@lru_cache(maxsize=1)
def _posts() -> frozenset[str]:
    """Titles that give a role: not 大学生, 职工, which stand inside names."""
    return frozenset(word for word, sort in lexicon.table("titles") if sort != "plain")


@lru_cache(maxsize=1 << 16)
def part_of(word: str, tag: str) -> Part:
    """The part that a word can play in front of a head.

    >>> part_of("第三", "m").name, part_of("的", "uj").name, part_of("恩施州", "n").name
    ('ORDINAL', 'STOP', 'PLACE')
    """
    if word in _LEVELS:
        return Part.ADMIN
    if word in _CLOSING:
        return Part.CLOSE
    if word in _DASHES:
        return Part.DASH
    if word in _JOINS:
        return Part.JOIN
    if word in lexicon.words("institution_region"):
        return Part.REGION
    if word in lexicon.words("institution_people"):
        return Part.PEOPLE
    if word in lexicon.words("institution_stop"):
        return Part.STOP
    if word in lexicon.words("institution_group"):
        return Part.VERB
    if word in _posts() and word not in lexicon.words("institution_inner"):
        return Part.TITLE
    if word in lexicon.words("institution_soft"):
        return Part.SOFT
    if is_place(word) and not (word in gazetteer().words and word in lexicon.words("institution_generic")):
        return Part.PLACE if word not in gazetteer().words else Part.NAME
    if word in lexicon.words("institution_proper"):
        return Part.NAME
    if word in lexicon.words("institution_generic"):
        return Part.GENERIC
    if word == "第":
        return Part.ORDINAL
    if word[0] == "第" and len(word) > 1 and (word[1] in NUMERALS):
        return Part.BATCH if word[-1] in "批届期" else Part.ORDINAL if word[-1] in _NUMBERED else Part.STOP
    if all(c in NUMERALS for c in word):
        return Part.NUMBER
    if word in lexicon.words("institution_inner"):
        return Part.WORD
    han = "\u4e00" <= word[-1] <= "\u9fff"
    if han and len(word) > 1 and not is_word(word):
        # The tagger guesses at words that the dictionary lacks, and takes particles into them (还会帮).
        if word[0] in _LEADING or not _PARTICLES.isdisjoint(word):
            return Part.STOP
        return Part.PLACE if len(word) > 2 and word.endswith(_PLACE_ENDS) else Part.NAME
    if not han:
        return Part.NAME if word.isalnum() or word in "··" else Part.STOP
    if tag == "ns" or (len(word) > 2 and word.endswith(_PLACE_ENDS) and tag[0] in "nx"):
        return Part.PLACE
    if len(word) == 1 and (tag[0] not in _FUNCTION or word in _SIDES):
        return Part.CHAR
    if tag in ("nr", "nrt", "nrfg", "nz", "nt", "x", "nrj"):
        return Part.NAME
    if tag in _STOP_TAGS:
        return Part.STOP
    if tag[0] == "n" and len(word) > 1 and word[-1] in _LANDSCAPE:
        return Part.NAME
    if tag in ("f", "s") and len(word) == 2 and word[1] in "东西南北" and word[0] not in "以之正往朝向偏靠":
        return Part.NAME
    if tag == "l" and len(word) > 3:
        return Part.VERB
    if tag == "vn":
        return Part.ACT
    return Part.VERB if tag in _VERB_TAGS else Part.WORD
