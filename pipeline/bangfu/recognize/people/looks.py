"""What the characters of a span say for or against a name, whatever stands around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bangfu.lexicon import mapping, words
from bangfu.recognize.names.borders import before_word
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.news_words import COMMONPLACE, heard
from bangfu.recognize.places import is_place

KIN = re.compile(
    "的?(?:妻子|丈夫|爱人|老伴|[父母]亲|爸爸|妈妈|儿子|女儿|孙[子女]|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|家[人里]|兄弟|夫[妇妻])"
    "|的老?(?:同学|同事|朋友|搭档|战友|徒弟|师[傅父])"
)
"""What somebody's name stands before: 王小明的|妻子, 王小明|夫妇."""
_HEARD = 20
"""How often news must hold a word that is to end a name before it."""
_DONE = ("了", "着")
_ADVERBS = frozenset("曾既也还又便就都总并却仍已亦皆只最则赴")
"""What stands between a name and its verb: 王磊|曾|担任."""
_DIVISIONS = frozenset("村镇乡县市区省州路街巷桥坝寨屯峡湾岛町脚畔岸麓")
"""What makes a place of the span before it: 王家|村, 白云山|脚下."""
_ADDRESSED = frozenset("姐哥叔婶嫂姨爷奶舅妈爸总老氏")
"""Who is called by surname alone: 王姐, 林老."""
_PLACED = frozenset("镇乡县村")


class Looks(NamedTuple):
    """What the characters of a span say by themselves."""

    left_over: bool
    place: bool
    word: bool
    rare: bool


@lru_cache(maxsize=8_192)
def looks_of(name: str) -> Looks:
    """Whether a span is the rest of something else, a place, a word, or begins with a rare surname.

    >>> looks_of("林老").left_over, looks_of("王小明").left_over
    (True, False)
    """
    left_over = (
        is_stop(name)
        or before_word(name)
        or not words("people_nouns").isdisjoint((name[1:], name[:2]))
        or by_surname(name)
        or (len(name) == 2 and name[1] == "里" and not dictionary_tag(name))
        or (len(name) == 3 and (name[0] in name[1:] or name[-1] in _PLACED))
        or (len(name) > 3 and name[-1] == "及")
    )
    return Looks(left_over, is_place(name), is_word(name), mapping("surnames").get(name[0]) == "1")


def by_surname(name: str) -> bool:
    """Whether somebody is called by surname alone: 林老, 王姐, 孙老师."""
    return name[1:] in _ADDRESSED or mapping("titles").get(name[1:], "plain") in ("post", "prof")


def takes_adverb(context: Context, end: int) -> bool:
    """Whether a name of three characters that ends at an offset would take its last one from what it does.

    >>> from bangfu.recognize.names.context import context_of
    >>> takes_adverb(context_of("王磊现任校长", ()), 3), takes_adverb(context_of("王小平总在", ()), 3)
    (True, False)
    """
    last, behind = context.clean[end - 1], context.clean[end : end + 1]
    if last + behind in words("after_names") or (last in "向从以" and behind.isalpha()):
        return True
    if behind in _DONE and dictionary_tag(last)[:1] in ("v", "z"):
        return True  # 祁丽|掏了
    pair = end - 3 in context.titles_ending and end in context.titles_starting
    if last in "和与" and (pair or KIN.match(context.clean, end)):
        return True  # 邹梅|和丈夫, 护士长卞凤|和医生
    word = context.starting.get(end - 1, "")
    if len(word) == 1:
        tag = dictionary_tag(context.starting.get(end, ""))
        return word in _ADVERBS and tag.startswith(("v", "d", "p", "a", "l", "m"))
    tag = dictionary_tag(word)
    least = _HEARD if tag in ("d", "t", "c", "ad") else COMMONPLACE if tag == "v" else None
    return len(word) == 2 and least is not None and heard(word) >= least


def is_geography(before: str, name: str, after: str) -> bool:
    """Whether a span is a place, by what stands before and behind it.

    >>> is_geography("，", "王家", "村"), is_geography("县", "黄石镇", "，"), is_geography("，", "王明", "说")
    (True, True, False)
    """
    return after in _DIVISIONS or (before in _DIVISIONS and len(name) > 2 and name[-1] in _DIVISIONS)


def is_word(name: str) -> bool:
    """Whether a span is a word of the dictionary, or a place, rather than a name.

    >>> is_word("高度"), is_word("王小明")
    (True, False)
    """
    places = len(name) > 3 and any(
        is_place(name[:at]) and is_place(name[at:]) for at in range(2, len(name) - 1)
    )
    if places or is_listed(name) or is_place(name):
        return True
    tag = dictionary_tag(name)
    return bool(tag) and not tag.startswith("nr")


def is_listed(name: str) -> bool:
    """Whether a word is known to be nobody's name: 滑雪, 埃博拉, 麻醉科."""
    return any(name in words(known) for known in ("not_names", "transcribed_words", "departments"))


def is_stop(name: str) -> bool:
    """Whether a word is one that titles stand before though it names nobody: 教师|培训."""
    return name in words("after_titles")
