"""What a word can be in front of the head of an institution: by a lexicon, the gazetteer, and its grammar."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from bangfu import lexicon
from bangfu.recognize.institutions.shapes import BATCH_TAG, PLACE_TAG
from bangfu.recognize.institutions.words import is_word
from bangfu.recognize.places import gazetteer, is_place


class Part(Enum):
    """What a word can be in front of a head."""

    STOP = "ends every name"
    VERB = "ends most names (走进, 公办); registered names may hold such words behind a place"
    SOFT = "stands inside names of teams and offices, in front of those of schools and firms (帮扶, 支教)"
    TITLE = "a post: ends a name, but for those of workshops"
    PEOPLE = "people or bodies as a class (教师, 企业): inside the names of associations and funds"
    GENERIC = "says of what sort the body is (职业, 中心)"
    ACT = "a noun of action (布局, 访问): inside a name, never at its beginning"
    WORD = "a common word that could be a proper name here"
    NAME = "a proper or an unknown word"
    CHAR = "a single character that is no function word: two of them are an unknown name"
    ORDINAL = "第三"
    NUMBER = "一零一"
    BATCH = "第三批"
    ADMIN = "a level without a name (县, 市)"
    PLACE = "a division, a country, a town"
    REGION = "opens a name as a place does (中国, 国家)"
    CLOSE = "a closing quote or bracket"
    JOIN = "和, 与: between two names, and inside some"
    DASH = "between two proper names: 中国—中亚"

    __hash__ = object.__hash__  # that of Enum is written in Python, and sets are asked for parts all the time


NUMERALS = frozenset("0123456789〇零一二三四五六七八九十百")
_NUMBERED = NUMERALS | frozenset("师团军旅营连局院厂")
_CLOSING = frozenset('”’」』》）)】"')
_PLACE_ENDS = ("镇", "乡", "村", "街道", "县", "市", "区", "旗", "州", "盟", "苏木")
# Villages and streets, which give schools their names, end in these: 石桥, 南湾.
_LANDSCAPE = frozenset("山湖河江桥庄沟湾岭峰泉溪洲坪坝坡塘潭寨屯堡")
_CAPITALS = frozenset("壹贰叁肆伍陆柒捌玖")
_SIDES = frozenset("东南西北里之天口")
# Verbs that end so take an object behind them: 设在, 位于.
_AIMED = frozenset("在于到为给向")
_WHERE = frozenset("上下里外内间边旁侧端处中面前后")
# What the tagger takes into unknown words: 还会帮.
_PARTICLES = frozenset("的了着在是该还会帮已曾不没很把们这那哪此些个我你他她")
_TRAILING = frozenset("去率为向与和对给以把被将从到往赴")
_LEADING = frozenset("家用所名位某各每另以愿再")
# 连|新办公室 is told as one adverb; 连峰 is a name.
_EVEN = "连"
_NAME_TAGS = frozenset({"nr", "nrt", "nrfg", "nz", "nt", "x", "nrj"})
# Places of one character: provinces, some cities, countries. Others are halves of unknown names (云|阜).
SHORT_PLACES = frozenset(
    "京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔贵滇云藏陕秦甘陇青宁新疆港澳台穗深中美英法俄日韩德印朝越"
)
_STOP_TAGS = frozenset(
    {"m", "mq", "p", "c", "u", "uj", "ul", "uz", "ug", "ud", "uv", "y", "e", "o", "r", "rr", "rz"}
)
_VERB_TAGS = frozenset({"d", "df", "f", "t", "tg", "q", "v", "vd", "vi", "vq", "ad", "h", "k", "s", "i"})
_FUNCTION = frozenset("pcurydmqtef")
_HEAD_AND_TITLE = 4  # characters
_FOUNDERS = frozenset("省市县")
_GUESSED = frozenset({"p", "c", "u"})  # 先由


@lru_cache(maxsize=1)
def _listed() -> dict[str, Part]:
    """The lexicon; titles that give a role stand beside it (not 大学生, 职工, which stand inside names)."""
    listed = {word: Part.TITLE for word, sort in lexicon.table("titles") if sort != "plain"}
    return listed | {word: Part[part.upper()] for word, part in lexicon.table("institution_parts")}


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return lexicon.words("institution_heads")


@lru_cache(maxsize=1 << 13)
def part_of(word: str, tag: str) -> Part:
    """The part that a word with a tag of jieba can play in front of a head.

    >>> part_of("第三", "m").name, part_of("的", "uj").name, part_of("恩施州", "n").name
    ('ORDINAL', 'STOP', 'PLACE')
    """
    if tag in (PLACE_TAG, BATCH_TAG):
        return Part.PLACE if tag == PLACE_TAG else Part.BATCH
    known = _listed().get(word)
    if known is not None:
        return known
    if len(word) == _HEAD_AND_TITLE and _listed().get(word[2:]) is Part.TITLE and word[:2] in _heads():
        return Part.TITLE  # 协会会长
    if is_place(word):
        return Part.PLACE if word not in gazetteer().words else Part.NAME
    if len(word) > 3 and word[-1] == "立" and word[-2] in _FOUNDERS:
        return Part.PLACE  # 台北市立
    if len(word) == 4 and is_place(word[:2]) and is_place(word[2:]):
        return Part.PLACE  # 福建厦门 is one word of the dictionary
    if word in _CLOSING:
        return Part.CLOSE
    if len(word) > 1 and (word[-1] == "级" or (word[-1] == "届" and word[0] in NUMERALS)):
        return Part.STOP  # 地州级, 十八届
    if word[0] == "第" and (word == "第" or word[1] in NUMERALS):
        return _ordinal(word)
    if all(c in NUMERALS for c in word):
        return Part.NUMBER
    if not "\u4e00" <= word[-1] <= "\u9fff":
        letters = word.isalpha() or (word.isascii() and word.isalnum())  # not ①
        return Part.NAME if letters or word in "··" else Part.STOP
    if len(word) > 1 and not is_word(word):
        return _unknown(word, tag)
    return _by_grammar(word, tag)


def _ordinal(word: str) -> Part:
    """第三, 第十四师: a number; 第三批: a batch; 第三次: neither."""
    if word[-1] == "大":
        return Part.STOP
    if word[-1] in "批届期":
        return Part.BATCH
    return Part.ORDINAL if word == "第" or word[-1] in _NUMBERED else Part.STOP


def _unknown(word: str, tag: str) -> Part:
    """A word that the dictionary lacks: the tagger only guesses at it."""
    if word[0] == "那" and len(word) == 2 and tag == "nr":
        return Part.NAME  # 那坡, 那良: villages of the southwest
    if tag in _GUESSED or (word[0] == _EVEN and tag == "d"):
        return Part.STOP
    if word[0] in _LEADING or word[-1] in _TRAILING or not _PARTICLES.isdisjoint(word):
        return Part.STOP
    return Part.PLACE if len(word) > 2 and word.endswith(_PLACE_ENDS) else Part.NAME


def _by_grammar(word: str, tag: str) -> Part:
    """A word of the dictionary, by its tag."""
    if tag == "l" and len(word) == 4 and is_place(word[:2]) and _listed().get(word[2:]) is Part.GENERIC:
        return Part.NAME  # 高雄医学, in front of 大学
    if tag == "ns" or (len(word) > 2 and word.endswith(_PLACE_ENDS) and tag[0] in "nx"):
        return Part.PLACE
    if len(word) == 1 and (tag[0] not in _FUNCTION or word in _SIDES or word in _CAPITALS):
        return Part.CHAR
    if tag in _NAME_TAGS:
        return Part.NAME
    if tag in _STOP_TAGS or (tag == "v" and word[-1] in _AIMED):
        return Part.STOP
    if tag[0] == "n" and word[-1] in _LANDSCAPE:
        return Part.NAME
    if tag in ("f", "s") and len(word) == 2 and word[1] in "东西南北" and word[0] not in "以之正往朝向偏靠":
        return Part.NAME  # 岭北
    if tag == "s" and word[-1] not in _WHERE:
        return Part.WORD  # 东头, 村口
    if tag == "vn":
        return Part.ACT
    return Part.VERB if tag in _VERB_TAGS or (tag == "l" and len(word) > 3) else Part.WORD
