"""Slots: places in a sentence that hold a name whatever its characters are.

Behind a title, a word of kinship, ``名叫`` or a name of the same list, and before a mark or a word that names
stand before, a surname with a given name is a person also where the dictionary knows the pair as a word:
``副市长田园，``. What titles stand before otherwise (教师培训, 学生成绩) is a lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bangfu.lexicon import mapping, words
from bangfu.recognize.names_context import Context, dictionary_tag

OPEN, ACTING, JOINED, CLOSED = 0, 1, 2, 3
"""How a span ends: in the midst of a phrase, before any verb, before a word that follows names, at a mark."""

BODY, DESCRIBED, TITLED, CALLED = 0, 1, 2, 3
"""What opens a slot: an institution, a word that describes somebody or a name of the same list, a title,
``名叫``."""

_OTHERS = re.compile(
    "等(?:人|同志|(?:\\d+|[一二两三四五六七八九十百]+)[多余]?[位名人])|之[手口妻子女父母家](?![\u4e00-\u9fff])"
)
_MARK = re.compile(r"[，。、；！？：:,;!?）)（(”》\n]|[ \u3000]+|$")
_SPOKEN = re.compile(
    "[说称道](?:[，：:“]|$)|\\d{1,2}[日月]|头一[回次个]|第[一二三四五]|代[读领交表为]|分别[发讲致代介汇作主]"
)
"""What follows a name also where the dictionary sees a longer word: 且|说，, and the date of news: 3日."""
_GIVEN = re.compile(r"[\u4e00-\u9fff]{1,2}")
_DOTTED = re.compile(r"[\u4e00-\u9fff]{0,2}[·•・‧]")
_PERSONAL = ("nr", "nrt", "nrfg")
_COMMON = ("v", "d", "p", "c", "u", "f", "m", "t", "r", "a")
"""Tags of words that a clause goes on with: only a mark behind them makes them names."""
_GOING_ON = ("v", "d", "p", "c", "r", "s", "f", "m")
_GOING_WORDS = ("d", "p", "c", "r", "u")
# The first item is a plain class or character, because the engine can then skip to it in C.
_CALLED = re.compile(
    "[名叫岁来](?:(?<=名)(?:叫|字[叫是]|为)|(?<=叫)[做作]|(?<=[人他她师生孩者员长友工民女子]叫)|(?<=一[个位名]叫)|(?<=岁)的|(?<=[派批同道请]来)的)|接替"
)
_SPACED = re.compile(
    "[ \u3000](?<=[\u4e00-\u9fff].)(?<![\u4e00-\u9fff]{2}.)[ \u3000]?[\u4e00-\u9fff](?![\u4e00-\u9fff])"
)
_SOMEBODY = re.compile(
    "[的是](?:(?<=[科室部级班院校学司村组队处局心业团社所站位]的)|(?<=教[\u4e00-\u9fff]{2}的)|(?<=一[个位名]是)|(?<=最[大小老早]的是))"
)
"""What somebody's name may stand behind, among many other things: 重症医学科的, 五年级的, 教英语的, 一个是."""
_QUOTED = re.compile("”(?<=[。！？，…].)")
"""What somebody's name stands behind who has said it."""
_APPOINTED = re.compile(
    "[，。；：\n]([\u4e00-\u9fff]{2,3})(?:[担兼接升挂]任|出任|任|当选)(?=[^务何期教职意由]{2,24}(?:长|书记|主[任席]|委员|经理|校监|干事))"
)
"""Who is said to take a post at the beginning of a clause: 王小川|任某县副县长."""
_SERVING = re.compile("(?:担任|身为|出任|当|做|任)[^，。、；！？：\n的]*$")
"""What says that the title before 的 is somebody's: 当律师的王小川."""
_LONGEST_SERVICE = 16
COMMONPLACE = 100
"""A word of the dictionary that broadcast news holds as often as this is rather meant behind a title."""
_SELDOM = 10
_AND = frozenset("和与及同")
_NEEDY = _AND | frozenset("为在从向到把被给对")
_NO_OBJECT = frozenset("和与及的")
"""Words that something must follow, and what they have nothing to do with: before a mark or one of those they
are the end of a name."""
_ADVERBS = frozenset("互又均皆还也却且仍已再则")
_PARTICLES = frozenset("的了着过们吗呢吧")
_SAYING = frozenset("报告信电言文书词话函讯会谈")
"""What says something without being anybody: 通报|说."""
_ACTS = frozenset("主持 致辞 致词 主刀 带队 率队 告诉 宣读 陪同 汇报 出席 坐诊 查房 主讲".split())
"""What nothing but somebody does behind a title: 副县长高原|主持."""
_FACILITIES = frozenset("室科节部处院馆厅局所队会组办村镇乡县市区屯寨祠庙寺")
_FUNCTION = frozenset("揭养和都从向有来易真者边全占通回由能让应时于过居连随候后同别单")
"""Surnames that are rather words of grammar or verbs behind a title."""


@dataclass(frozen=True, slots=True)
class Filling:
    """A surname with a given name in a slot, and how it ends.

    ``doubtful``: it may be what the clause goes on with, so that its characters must look like a name.
    """

    start: int
    end: int
    border: int
    doubtful: bool


def slots(context: Context) -> Iterator[Filling]:
    """Each surname with a given name that fills a slot.

    >>> from bangfu.recognize.names_context import context_of
    >>> list(slots(context_of("他名叫田园，是村医", ())))
    [Filling(start=3, end=5, border=3, doubtful=False)]
    """
    clean = context.clean
    for start, kind in context.titles_ending.items():
        yield from fillings(context, start, DESCRIBED if kind == "plain" else TITLED)
        if clean[start : start + 1] == "的" and _SERVING.search(
            clean, max(0, start - _LONGEST_SERVICE), start
        ):
            yield from fillings(context, start + 1, TITLED)
    for start in context.bodies:
        if start not in context.titles_ending:
            yield from fillings(context, start + (clean[start : start + 1] == "的"), BODY)
    for match in _CALLED.finditer(clean):
        yield from fillings(context, match.end(), DESCRIBED if match.group()[-1] in "的替" else CALLED)
    for match in _SOMEBODY.finditer(clean):
        if match.end() in context.starting:
            near = clean[match.start() - 1] in "级班" or match.group() == "是"
            yield from fillings(context, match.end(), DESCRIBED if near else BODY)
    for match in _QUOTED.finditer(clean):
        for filling in fillings(context, match.end(), DESCRIBED):
            if speaks(context, filling.end) and _personal(context, filling.start, filling.end):
                yield filling
    for match in _APPOINTED.finditer(clean):
        start, end = match.span(1)
        if surname_at(clean, start) and start in context.starting and end in context.starting:
            yield Filling(start, end, JOINED, doubtful=True)


def fillings(context: Context, start: int, opener: int) -> Iterator[Filling]:
    """Each surname with a given name at an offset where a slot opens, by what opens it."""
    clean = context.clean
    longest = surname_at(clean, start)
    given = _GIVEN.match(clean, start + longest) if longest else None
    if given is None or start in context.titled:
        return
    long = int(longest == 2 and clean[start] not in words("surnames"))
    if mapping("compound_surnames").get(clean[start : start + 2]) == "yi":
        long = 2  # their given names have two characters
    rare = longest == 1 and mapping("surnames").get(clean[start], "1") == "1"  # 妹妹|买本子
    unlisted = longest == 1 and clean[start] in words("rare_surnames")
    if unlisted:
        long = 1  # 航天员|乘组: with one character more they are words
        if opener == BODY or not _personal(context, start + 1, given.end()):
            return
    for end in range(start + 2 + long, given.end() + 1):
        if clean[start:end] in words("counted_nouns") or not _PARTICLES.isdisjoint(clean[start:end]):
            continue  # 专家|代表: many people, and no name of one
        if opener < TITLED and _commonplace(clean[start:end]) and clean[start:end] in words("not_names"):
            continue  # 女子|滑雪
        if clean[end - 1] in "任当" and end in context.titles_starting and end - start > 2:
            continue  # 秘书长宁平|任理事长
        border = _fits(context, start, end, opener > DESCRIBED)
        if (border != CLOSED or unlisted) and longest == 1 and clean[end - 1] in _ADVERBS:
            continue  # 宋赛|互致贺电
        if unlisted and clean[end - 1] in words("after_names"):
            continue
        firm = opener > DESCRIBED and border == CLOSED
        if border and end - 1 not in context.titled and (opener > BODY or _cut_free(context, start, end)):
            doubtful = opener < CALLED and _doubtful(context, start, end, firm)
            common = opener < TITLED and end - start == 2 and clean[start:end] in mapping("news_words")
            weak = opener == BODY or (opener == DESCRIBED and border == ACTING) or rare
            yield Filling(start, end, border, doubtful or common or weak)


def _personal(context: Context, start: int, end: int) -> bool:
    """Whether the words of a span are single characters and names."""
    while start < end:
        word = context.starting.get(start, "")
        last = start == end - 1
        if not word or (len(word) > 1 and not last and dictionary_tag(word) not in (*_PERSONAL, "ns")):
            return False
        start += len(word)
    return start == end or last


def spaced(context: Context) -> Iterator[tuple[int, int]]:
    """Each surname and character set apart by a blank, behind a title, a colon or 、: 校长 王 芬.

    >>> from bangfu.recognize.names_context import context_of
    >>> list(spaced(context_of("主持人：李 娜", ())))
    [(4, 7)]
    """
    end = 0
    for match in _SPACED.finditer(context.clean):
        start = match.start() - 1
        if start < end:
            continue
        end = match.end()
        ahead = start
        while ahead and context.clean[ahead - 1] in " \u3000":
            ahead -= 1
        if surname_at(context.clean, start) and (
            ahead in context.titles_ending or context.clean[ahead - 1 : ahead] in ("：", ":", "、")
        ):
            yield start, end


def _doubtful(context: Context, start: int, end: int, firm: bool) -> bool:
    first = context.starting.get(start, "")
    if context.starting.get(end) == "的":
        return True
    if context.clean[start] in _FUNCTION:
        return not firm or before_word(context.clean[start:end])
    return start + 1 < start + len(first) < end and dictionary_tag(first).startswith(_GOING_ON)


def before_word(name: str) -> bool:
    """Whether a span is a word of grammar and a word of the dictionary rather than a name: 由|退休, 和|家长.

    >>> before_word("由退休"), before_word("由小明")
    (True, False)
    """
    if name[0] not in _FUNCTION or len(name) != 3:
        return False
    tag = dictionary_tag(name[1:])
    return tag != "" and not tag.startswith("nr")


def surname_at(clean: str, start: int) -> int:
    """The length of the surname at an offset, 0 without one.

    >>> surname_at("欧阳小明", 0), surname_at("王小明", 0), surname_at("的", 0)
    (2, 1, 0)
    """
    first = clean[start : start + 1]
    if first not in _first_of_surnames():
        return 0
    if mapping("compound_surnames").get(clean[start : start + 2], "ja") != "ja":
        return 2
    return int(first in words("surnames") or first in words("rare_surnames"))


@lru_cache(maxsize=1)
def _first_of_surnames() -> frozenset[str]:
    known = words("surnames") | words("compound_surnames") | words("rare_surnames")
    return frozenset(word[0] for word in known)


def closing(context: Context, end: int) -> int:
    """How a span that ends at an offset of clean text is bordered on the right.

    >>> from bangfu.recognize.names_context import context_of
    >>> context = context_of("校长田园说，很好", ())
    >>> closing(context, 4), closing(context, 5), closing(context, 3)
    (2, 3, 0)
    """
    if _MARK.match(context.clean, end) or _OTHERS.match(context.clean, end):
        return CLOSED
    if _SPOKEN.match(context.clean, end) or (
        context.clean[end : end + 1] in _AND and end + 1 in context.titles_starting
    ):
        return JOINED
    word = context.starting.get(end, "")
    if word not in words("after_names") and not (len(word) > 3 and word[:2] in words("after_names")):
        if context.titles_starting.get(end) == "press":
            return JOINED
        return ACTING if len(word) > 1 and dictionary_tag(word) == "v" else OPEN
    after = end + len(word)
    # 万家和|接任: what stands before a verb is no conjunction but the end of the name.
    following = context.starting.get(after, "")
    if word in _NEEDY and (_MARK.match(context.clean, after) or following in _NO_OBJECT):
        return OPEN
    if word in _AND and following in words("after_names"):
        return OPEN
    return JOINED


def _fits(context: Context, start: int, end: int, certain: bool) -> int:
    """How well a span fills a slot: its border, or :data:`OPEN` where it can't."""
    clear = certain and start in context.starting and (
        speaks(context, end) or _parallel(context, end) or context.starting.get(end) in _ACTS
    )
    border = CLOSED if clear else closing(context, end)
    if not border or _DOTTED.match(context.clean, end):
        return OPEN
    word = context.starting.get(start, "")
    if (
        clear
        and word == context.clean[start:end]
        and word not in mapping("titles")
        and word[-1] not in _SAYING
    ):
        return border
    first = context.starting.get(start, "")
    name = context.clean[start:end]
    if not first or not words("after_titles").isdisjoint((first, name)):
        return OPEN
    if name[-1] in "等说" or (
        border == JOINED
        and name[-1] not in _NEEDY
        and name[-1] in words("after_names")
        and not _SPOKEN.match(context.clean, end)
    ):
        return OPEN  # the word that follows the name is inside of the span
    if border != CLOSED and end - start == 3 and dictionary_tag(name[1:]).startswith(_GOING_WORDS):
        return OPEN  # 时|再次
    tag = dictionary_tag(name)
    if not tag or tag.startswith("nr") or (certain and seldom(name)):
        if border == ACTING and not (name[-1] not in words("after_names") and _cut_free(context, start, end)):
            return OPEN
        return border
    if border == ACTING:
        return OPEN
    if _commonplace(name):
        return OPEN
    return border if certain and (border == CLOSED or not tag.startswith(_COMMON)) else OPEN


def _commonplace(word: str) -> bool:
    return int(mapping("news_words").get(word, "0")) >= COMMONPLACE


def seldom(word: str) -> bool:
    """Whether a word is so rare in the news that behind a title it is rather somebody's name: 牛犇, 何远."""
    return int(mapping("news_words").get(word, "0")) < _SELDOM


def speaks(context: Context, end: int) -> bool:
    """Whether a word of speech follows, at once or behind an adverb: 当即|表示."""
    word = context.starting.get(end, "")
    return word in words("speech_verbs") or (
        dictionary_tag(word) == "d" and context.starting.get(end + len(word), "") in words("speech_verbs")
    )


def _parallel(context: Context, end: int) -> bool:
    """Whether a list goes on with a title and what may be a name: 教授高峰、|儿科副教授谢小松."""
    at = end + 1
    if context.clean[end : end + 1] != "、" or at not in context.titled:
        return False
    while at in context.titled:
        at += 1
    word = context.starting.get(at, "")
    return surname_at(context.clean, at) > 0 and (len(word) == 1 or dictionary_tag(word).startswith("nr"))


def _cut_free(context: Context, start: int, end: int) -> bool:
    """Whether the dictionary sees a surname that is no rare one, and then no word that crosses the end."""
    clean, at = context.clean, start + surname_at(context.clean, start)
    if mapping("surnames").get(clean[start]) == "1" or clean[start] == clean[start + 1]:
        return False
    if len(context.starting.get(start, "")) == end - start:
        return dictionary_tag(clean[start:end]) in _PERSONAL or seldom(clean[start:end])
    while at < end:
        word = context.starting.get(at, "")
        if not word:
            return False
        at += len(word)
    return at == end and clean[end - 1] not in _FACILITIES
