"""Borders: how a span that may be a name ends, and how the dictionary cuts it."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import mapping, words
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.news_words import COMMONPLACE, heard

OPEN, ACTING, JOINED, CLOSED = 0, 1, 2, 3
"""How a span ends: in the midst of a phrase, before any verb, before a word that follows names, at a mark."""
AGE = "(?:\\d\\d|[一二三四五六七八九]十[一二三四五六七八九]?)岁"
"""An age of two digits or in Chinese numerals, as a piece of patterns."""
_OTHERS = re.compile(
    "及(?:\\d|[二三四五六七八九十百]|其他|其家|全体|部分|相关|有关)|等(?:人|同志|领导|专家|教师|老师|医生|干部|嘉宾|队员|代表|陪同|出席|参加|一行|(?:\\d+|[一二两三四五六七八九十百]+)[多余]?[位名人])|\\d{1,2}[位名]|[二两三四五六七八九十][位名]|之[手口妻子女父母家](?![\u4e00-\u9fff])"
)
_MARK = re.compile(r"[，。、；！？：:,;!?）)（(”》—\n]|[ \u3000]+|$")
_SPOKEN = re.compile(
    "于(?:\\d|[今昨去前]年)|[说称道](?:[，。：:“]|$)|\\d{1,2}[日月]|头一[回次个天年晚]|第[一二三四五]|代[读领交表为]|分别[发讲致代介汇作主]"
    "|今年[\\d三四五六七八九]|(?:\\d{2,3}|[二三四五六七八九]?十[一二三四五六七八九]?)岁|[上下][月周]|(?:[小中大]学|[初高]中|本科)[一刚]?毕业|(?:\\d{1,3}|[一二三四五六七八九十几两数]+)(?:天|个月|年|小时)前"
    "|(?:先生|女士|小姐|老师|医生|老人|奶奶|爷爷|婆婆|阿婆|大爷|大妈|大娘|大叔|大伯|老汉|老伯|阿姨|大姐|大哥|同学|同志|夫妇|院士|教授)(?![\u4e00-\u9fff]{0,2}[校医])"
)
"""What follows a name also where the dictionary sees a longer word: 且|说，, the date of news: 3日, and what
somebody is called."""
_DONE = re.compile("[了着](?![力眼手急重解如])|过(?![去来年节程])|得(?![知到以出])")
"""What stands behind a verb that somebody does or has done: 掏|了, 领|着."""
_BEHIND_WHOLE = frozenset("等也就曾已将及还则从向对为在")
_STAYING = frozenset("站坐住走躺留守忙生放种病倒跑")
"""Words that no verb of one character stands before, and the verbs that one of them, 在, stands behind."""
_DOTTED = re.compile(r"[\u4e00-\u9fff]{0,2}[·•・‧]")
_PERSONAL = ("nr", "nrt", "nrfg")
_COMMON = ("v", "d", "p", "c", "u", "f", "m", "t", "r", "a")
"""Tags of words that a clause goes on with: only a mark behind them makes them names."""
_GOING_ON = ("v", "d", "p", "c")
_GOING_WORDS = ("d", "p", "c", "r", "u")
_SELDOM = 10
_AND = frozenset("和与及同")
_FROM = "来自"
"""The verb that may describe whoever is joined by such a word: 甲和|来自|某院的乙."""
_NEEDY = _AND | frozenset("为在从向到把被给对")
_NO_OBJECT = frozenset("和与及的")
"""Words that something must follow, and what they have nothing to do with: before a mark or one of those they
are the end of a name."""
_OTHER = re.compile("来自[^，。；、的]{2,16}的")
"""What describes the second of two who are joined: 袁晞和|来自某院的|丁国良."""
_LEADS_ON = frozenset("在为")
"""Words by themselves that no name ends with but before a mark."""
_OF_WHAT_FOLLOWS = frozenset("各给均皆也都就又还把被互")
"""Words that names do not end with where the sentence goes on."""
_SAYING = frozenset("报告信电言文书词话函讯会谈")
"""What says something without being anybody: 通报|说."""
_ACTS = frozenset(
    [
        "主持",
        "致辞",
        "致词",
        "主刀",
        "带队",
        "率队",
        "告诉",
        "宣读",
        "陪同",
        "汇报",
        "出席",
        "坐诊",
        "查房",
        "主讲",
    ]
)
"""What nothing but somebody does behind a title: 副县长高原|主持."""
_FACILITIES = frozenset("室科节部处院馆厅局所队会组办村镇乡县市区屯寨祠庙寺")
FUNCTION = frozenset("曾揭养和都从向有来真者边全占通回由能让应时于过居连随候后同别单却")
"""Surnames that are rather words of grammar or verbs behind a title."""

_SERVED = frozenset("援支献送")
"""What somebody comes for: 来|援疆, 来|支教, 来|献血."""
LEADING = frozenset(["由", "有", "让"])
"""Surnames of nearly nobody, which stand before whoever is named first: 队员有|陆萍、."""


def before_word(name: str) -> bool:
    """Whether a span is a word of grammar and a word of the dictionary rather than a name: 由|退休, 和|家长.

    >>> before_word("由退休"), before_word("由小明")
    (True, False)
    """
    if name[0] not in FUNCTION or len(name) != 3:
        return False
    tag = dictionary_tag(name[1:])
    return (tag != "" and not tag.startswith("nr")) or (name[0] == "来" and name[1] in _SERVED)


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

    >>> from bangfu.recognize.names.context import context_of
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
    word = context.starting.get(end) or _swallowed(context, end)
    if _does(context.clean, end, word):
        return JOINED
    if word not in words("after_names") and not (
        len(word) > 2 and (word[0] == "在" or (len(word) > 3 and word[:2] in words("after_names")))
    ):
        if context.titles_starting.get(end) == "press":
            return JOINED
        acting = dictionary_tag(word) == "v" if len(word) < 4 else dictionary_tag(word[:2]) == "v"
        return ACTING if len(word) > 1 and acting else OPEN
    after = end + len(word)
    # 万家和|接任: what stands before a verb is no conjunction but the end of the name.
    following = context.starting.get(after, "")
    if word in _NEEDY and (_MARK.match(context.clean, after) or following in _NO_OBJECT):
        return OPEN
    if word in _AND and following in words("after_names") and following != _FROM:
        return OPEN
    return JOINED


def aged(context: Context, end: int) -> bool:
    """Whether a number follows that says what somebody is called or how old: 孙伯年|八十一岁, 孙伯|说，."""
    return _SPOKEN.match(context.clean, end) is not None


def _swallowed(context: Context, at: int) -> str:
    """The word at an offset whose first character makes a rare word with the one before: 寒|带来, 舒|航向."""
    fused, word = context.starting.get(at - 1, ""), context.clean[at : at + 2]
    if len(fused) != 2 or not seldom(fused) or not (word in words("after_names") or commonplace(word)):
        return ""
    return word if dictionary_tag(word).startswith(_GOING_ON) else ""


def _does(clean: str, at: int, word: str) -> bool:
    """Whether a word at an offset is a verb with a particle behind it or at its end: 掏|了, 拉着, 提供|了."""
    done = len(word) == 2 and word[1] in "了着"
    if not (0 < len(word) < 3 and (done or _DONE.match(clean, at + len(word)))):
        return False
    return dictionary_tag(word)[:1] in ("v", "z", "")


def whole(context: Context, end: int) -> bool:
    """Whether a verb at the end of a span is none, because what follows stands behind no verb: 谢续学|在."""
    last, behind = context.clean[end - 1], context.starting.get(end, "")
    if behind not in _BEHIND_WHOLE or (behind == "在" and last in _STAYING):
        return False
    return (last in "学教" or dictionary_tag(last).startswith("v")) and last + behind not in words(
        "after_names"
    )


def fits(context: Context, start: int, end: int, certain: bool) -> int:
    """How well a span fills a slot: its border, or :data:`OPEN` where it can't."""
    if start not in context.starting:
        return OPEN
    clear = certain and (
        speaks(context, end) or _parallel(context, end) or context.starting.get(end, "")[:2] in _ACTS
    )
    word, name = context.starting[start], context.clean[start:end]
    if leads_on(context, start, end):
        return OPEN
    unfit = name[-1] in "等说" or not words("after_titles").isdisjoint((word, name))
    if unfit and not clear:
        return OPEN
    border = CLOSED if clear else closing(context, end)
    if not border or _DOTTED.match(context.clean, end):
        return OPEN
    if (
        clear
        and word == name
        and word not in mapping("titles")
        and word[-1] not in _SAYING
        and not (dictionary_tag(word)[0] in "ad" and not seldom(word) and _said_at(context, end))
    ):
        return border
    if (
        unfit
        or (border == JOINED and name[-1] in _OF_WHAT_FOLLOWS and end - 1 in context.starting)
        or (
            border == JOINED
            and name[-1] not in _AND
            and not (name[-1] in _NEEDY and context.clean[end : end + 1] in _NO_OBJECT)
            and (
                name[-1] in words("after_names")
                or name[-1] + context.clean[end : end + 1] in words("after_names")
            )
            and not _SPOKEN.match(context.clean, end)
            and not (end - start > 2 and whole(context, end))
        )
    ):
        return OPEN  # the word that follows the name is inside of the span
    going = end - start == 3 and dictionary_tag(name[1:]).startswith(_GOING_WORDS)
    if border != CLOSED and going and not (border == JOINED and name[0] not in FUNCTION and seldom(name[1:])):
        return OPEN  # 时|再次, not 廖|不凡
    tag = dictionary_tag(name)
    if not tag or tag.startswith("nr") or (certain and seldom(name)):
        if border == ACTING and not (name[-1] not in words("after_names") and cut_free(context, start, end)):
            return OPEN
        return border
    if border == ACTING:
        return OPEN
    if commonplace(name):
        return OPEN
    return border if certain and (border == CLOSED or not tag.startswith(_COMMON)) else OPEN


def commonplace(word: str) -> bool:
    return heard(word) >= COMMONPLACE


def seldom(word: str) -> bool:
    """Whether a word is so rare in the news that behind a title it is rather somebody's name: 白鹤, 石砚."""
    return heard(word) < _SELDOM


def speaks(context: Context, end: int) -> bool:
    """Whether a word of speech follows, at once or behind an adverb: 当即|表示."""
    word = context.starting.get(end, "")
    return _said_at(context, end) or (dictionary_tag(word) == "d" and _said_at(context, end + len(word)))


def _said_at(context: Context, at: int) -> bool:
    return context.starting.get(at, "") in words("speech_verbs")


def leads_on(context: Context, start: int, end: int) -> bool:
    """Whether the last character of a span is a word that leads on to what follows: 袁晞|在致辞.

    >>> from bangfu.recognize.names.context import context_of
    >>> leads_on(context_of("袁晞在致辞", ()), 0, 3), leads_on(context_of("袁晞致辞", ()), 0, 2)
    (True, False)
    """
    clean, last = context.clean, context.clean[end - 1]
    if end - start < 3:
        return False
    if last in _AND and (other := _OTHER.match(clean, end)):
        return surname_at(clean, other.end()) > 0
    return last in _LEADS_ON and end - 1 in context.starting and not _MARK.match(clean, end)


def _parallel(context: Context, end: int) -> bool:
    """Whether a list goes on with a title and what may be a name: 教授高峰、|儿科副教授谢小松."""
    at = end + 1
    if context.clean[end : end + 1] != "、" or at not in context.titled:
        return False
    while at in context.titled:
        at += 1
    word = context.starting.get(at, "")
    return surname_at(context.clean, at) > 0 and (len(word) == 1 or dictionary_tag(word).startswith("nr"))


def cut_free(context: Context, start: int, end: int) -> bool:
    """Whether the dictionary sees a surname that is no rare one, and then no word that crosses the end."""
    clean, at = context.clean, start + surname_at(context.clean, start)
    if mapping("surnames").get(clean[start]) == "1" or clean[start] == clean[start + 1]:
        return False
    if len(context.starting.get(start, "")) == end - start:
        return dictionary_tag(clean[start:end]) in _PERSONAL or seldom(clean[start:end])
    first = context.starting.get(start, "")
    if len(first) == 2 < end - start and at == start + 1 and seldom(first):
        at += 1  # 毛根|水
    while at < end:
        word = context.starting.get(at, "")
        if not word:
            return False
        at += len(word)
    return at == end and clean[end - 1] not in _FACILITIES


def personal(context: Context, start: int, end: int) -> bool:
    """Whether the words of a span are single characters and names."""
    while start < end:
        word = context.starting.get(start, "")
        last = start == end - 1
        known = dictionary_tag(word) in (*_PERSONAL, "ns") or word in mapping("compound_surnames")
        if not word or (len(word) > 1 and not last and not known):
            return False
        start += len(word)
    return start == end or last
