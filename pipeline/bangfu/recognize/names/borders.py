"""Borders: how a span that may be a name ends, and how the dictionary cuts it."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import mapping, words
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.news_words import commonplace, seldom

OPEN, ACTING, JOINED, CLOSED = 0, 1, 2, 3
"""How a span ends: in the midst of a phrase, before any verb, before a word that follows names, at a mark."""
AGE = "(?:\\d\\d|[一二三四五六七八九]十[一二三四五六七八九]?)岁"
"""An age of two digits or in Chinese numerals, as a piece of patterns."""
_MARK = re.compile(
    "[，。、；！？：:,;!?）)（(”》—\n]|[ \u3000]+|$|及(?:[\\d二三四五六七八九十百]|其他|全体|部分|[相有]关)"
    "|等(?:人|一行|同志|领导|专家|[教老]师|医生|干部|嘉宾|代表|陪同|出席|参加|(?:\\d+|[一二两三四五六七八九十百]+)[多余]?[位名人])"
    "|\\d{1,2}[位名]|[二两三四五六七八九十][位名]|之[手口妻子女父母家](?![\u4e00-\u9fff])"
)
"""What ends the place of a name: a mark, and others of whom there are many or who are somebody's."""
_SPOKEN = re.compile(
    "于(?:\\d|[今昨去前]年)|[说称道](?:[，。：:“]|$)|\\d{1,2}[日月]|头一[回次个天年晚]|第[一二三四五]|分别"
    "|(?:\\d{2,3}|[二三四五六七八九]?十[一二三四五六七八九]?)岁"
    "|(?:先生|女士|小姐|老师|医生|老人|奶奶|爷爷|[婆阿]婆|大[爷妈娘叔伯姐哥]|阿姨|同[学志]|夫妇|院士|教授)(?![\u4e00-\u9fff]{0,2}[校医])"
)
"""What follows a name also where the dictionary sees a longer word: 且|说，, the date of news: 3日, and what
somebody is called."""
_DONE = re.compile("[了着](?![力眼手急重解如])|过(?![去来年节程])|得(?![知到以出])")
"""What stands behind a verb that somebody does or has done: 掏|了, 领|着."""
_DOTTED = re.compile(r"[\u4e00-\u9fff]{0,2}[·•・‧]")
_PERSONAL = ("nr", "nrt", "nrfg")
_COMMON = ("v", "d", "p", "c", "u", "f", "m", "t", "r", "a")
"""Tags of words that a clause goes on with: only a mark behind them makes them names."""
_AND = frozenset("和与及同")
_NEEDY = _AND | frozenset("跟对向将把于为在从到被给")
_NO_OBJECT = frozenset("和与及的，。；、！？）)\n")
"""Words that something must follow, and what they have nothing to do with: before one of those they are the
end of a name."""
_OF_WHAT_FOLLOWS = frozenset("各给均皆也都就又还把被互")
"""Words that names do not end with where the sentence goes on."""
_ACTS = frozenset(
    ["主持", "致辞", "主刀", "带队", "率队", "告诉", "宣读", "陪同", "汇报", "出席", "坐诊", "查房", "主讲"]
)
"""What nothing but somebody does behind a title: 副县长高原|主持."""
_FACILITIES = frozenset("室科节部处院馆厅局所队会组办村镇乡县市区屯寨祠庙寺")
FUNCTION = frozenset("曾揭养和都从向有来真者边全占通回由能让应时于过居连随候后同别单")
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
    clean = context.clean
    if _MARK.match(clean, end):
        return CLOSED
    if _SPOKEN.match(clean, end) or (clean[end] in _AND and end + 1 in context.titles_starting):
        return JOINED
    word = context.starting.get(end, "")
    if _does(clean, end, word):
        return JOINED
    after_names = words("after_names")
    if word not in after_names and (len(word) < 4 or word[:2] not in after_names):
        acting = dictionary_tag(word if len(word) < 4 else word[:2]) == "v"
        return ACTING if len(word) > 1 and acting else OPEN
    # 万家和|接任: what stands before a verb is no conjunction but the end of the name.
    ends = is_orphan(clean[end : end + 2]) or (
        word in _AND and context.starting.get(end + 1, "") in after_names
    )
    return OPEN if ends else JOINED


def is_orphan(behind: str) -> bool:
    """Whether the two characters behind a span say that it is too short by the first of them.

    >>> is_orphan("和，"), is_orphan("和他"), is_orphan("为和")
    (True, False, True)
    """
    return behind[:1] in _NEEDY and behind[1:] in _NO_OBJECT


def aged(context: Context, end: int) -> bool:
    """Whether a number follows that says what somebody is called or how old: 孙伯年|八十一岁, 孙伯|说，."""
    return _SPOKEN.match(context.clean, end) is not None


def _does(clean: str, at: int, word: str) -> bool:
    """Whether a word at an offset is a verb with a particle behind it or at its end: 掏|了, 拉着, 提供|了."""
    if not 0 < len(word) < 3 or not (word[1:] in ("了", "着") or _DONE.match(clean, at + len(word))):
        return False
    return dictionary_tag(word)[:1] in ("v", "z", "")


def fits(context: Context, start: int, end: int, certain: bool) -> int:
    """How well a span fills a slot: its border, or :data:`OPEN` where it can't."""
    if start not in context.starting:
        return OPEN
    word, name, tag = (
        context.starting[start],
        context.clean[start:end],
        dictionary_tag(context.clean[start:end]),
    )
    clear = certain and (speaks(context, end) or context.starting.get(end, "")[:2] in _ACTS)
    border = CLOSED if clear else closing(context, end)
    if not border or _DOTTED.match(context.clean, end):
        return OPEN
    if clear and word == name and (tag[:1] not in "ad" or seldom(word) or not _said_at(context, end)):
        return border
    if name[-1] in "等说" or not words("after_titles").isdisjoint((word, name)):
        return OPEN
    if border == JOINED and _takes_word(context, end):
        return OPEN
    if not tag or tag.startswith("nr") or (certain and seldom(name)):
        held = border == ACTING and (name[-1] in words("after_names") or not cut_free(context, start, end))
        return OPEN if held else border
    if border == ACTING or commonplace(name) or not certain:
        return OPEN
    return border if border == CLOSED or not tag.startswith(_COMMON) else OPEN


def _takes_word(context: Context, end: int) -> bool:
    """Whether the word that follows a name is inside of the span that ends at an offset."""
    clean, last, after_names = context.clean, context.clean[end - 1], words("after_names")
    if last in _OF_WHAT_FOLLOWS and end - 1 in context.starting:
        return True
    inside = last in after_names or last + clean[end : end + 1] in after_names
    return inside and last not in _AND and not _SPOKEN.match(clean, end)


def speaks(context: Context, end: int) -> bool:
    """Whether a word of speech follows, at once or behind an adverb: 当即|表示."""
    word = context.starting.get(end, "")
    return _said_at(context, end) or (dictionary_tag(word) == "d" and _said_at(context, end + len(word)))


def _said_at(context: Context, at: int) -> bool:
    return context.starting.get(at, "") in words("speech_verbs")


def cut_free(context: Context, start: int, end: int) -> bool:
    """Whether the dictionary sees a surname that is no rare one, and then no word that crosses the end."""
    clean, at = context.clean, start + surname_at(context.clean, start)
    if mapping("surnames").get(clean[start]) == "1":
        return False
    if len(context.starting.get(start, "")) == end - start:
        return dictionary_tag(clean[start:end]) in _PERSONAL or seldom(clean[start:end])
    while at < end and at in context.starting:
        at += len(context.starting[at])
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
