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
    "的?(?:妻子|丈夫|爱人|老伴|父亲|母亲|爸爸|妈妈|儿子|女儿|孙子|孙女|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|家人|家里|兄弟|夫妇|夫妻)"
    "|的(?:老(?:同学|同事|朋友|邻居|部下|领导|上级)|老?(?:搭档|战友|徒弟|师[傅父])|发小|恩师|导师|同桌|室友|女婿|儿媳|侄[子女]|外甥)"
)
"""What somebody's name stands before: 王小明的|妻子, 王小明|夫妇."""
_AND = frozenset("和与")
_ARRIVING = ("到", "来", "从", "进", "下", "上", "调", "走", "参加", "毕业", "接", "结束")
_FIRM = frozenset(
    "志永建小晓文玉宝红明立国金振新成春海东宏少学正卫世兴大继俊伟德庆长云克子自占树思博瑞洪如义"
)
"""What joins kin, what somebody has just done, what stands before 刚 in names: 何璐|刚到, 王志刚|到."""
_ORPHANS, _MARKS = frozenset("和与及同跟对向将把于"), frozenset("，。；、！？）)\n")
"""Words that can't end a clause, and its ends: where one stands so behind a span, it is the last character of
the name."""
_NEEDY, _CONJUNCTIONS = frozenset("为在从"), frozenset("和与及的")
"""Words that need an object, and what is none."""
_OPENER = re.compile(
    "现[任为在]|原[是为任系]|曾[任是在经]|正[在是]|同[在样时志]|都是|也是|还是|已[经是]|将[在于]|便是|则是|均[为是]|时[任年]|先后|[上下][月周]"
    "|常[年说]|才是|本是|代表|率[领队]|带[领队着]|等[人地]|成[为了]|任[职教]|作[为的了]|来到|告诉|一行|[向从][\u4e00-\u9fff]"
    "|之[所一间中际后前类]|则[把将被在由从对向为已正也更没不用负提带拿给成一]|站[在到起出上着]|坐[在到着]|走[进到上]|[拿捧拉抱背扶端握指笑掏写想看望盯捏喘拎蹲][着了]"
    "|于[\\d今昨去前]|年[近仅满逾]|深[有感知入]|简[要单短]|平时|刚[刚才]|常常|往往|渐渐|[挂兼出担接升调转改连就留][任职]"
)
"""Words that open what is said of a person: where one begins with the last character of a span, the span is
too long by that character."""
_HEARD = 20
"""How often news must hold a word that is to end a name before it."""
_ADVERBS = frozenset("曾既也还又便就都总并却仍已亦皆只最则赴")
"""What stands between a name and its verb: 王磊|曾|担任."""
_NATURE, _BESIDE = frozenset("山江河湖岭峰海"), frozenset("脚上下畔边岸麓底口穿流")
_ABOVE = ("县", "市", "区", "旗", "州", "省", "镇", "乡")
_DIVISIONS = frozenset("村镇乡县市区省州路街巷桥坝寨屯峡湾岛町")
"""The last character of a span and the one behind it where both belong to a place: 白云山|脚下, 王家|村."""


_TOWARDS, _NUMERALS = frozenset("从回到往向由经于"), frozenset("一两三四五六七八九十百千")
_TWICE = frozenset("边又越连时")
_COMPLEMENTS = frozenset(["文化", "得住", "得起", "得到", "得上", "得下", "得了"])
"""What makes a surname a verb or a word of grammar: 从|西安, 谈|一年, 边做边, 摆摆手, 留|得住."""
_ADDRESSED = frozenset("姐哥叔婶嫂姨爷奶舅妈爸总老")
"""Who is called by surname alone: 王姐."""
_PLACED = frozenset("镇乡县村")
_COUNTIES = frozenset("县市区旗州")
_HAMLETS = frozenset("岭沟坪湾坝庄河山寨营畈村屯堡咀嘴塬垭洼坡岗台楼店塘")


class Looks(NamedTuple):
    """What the characters of a span say by themselves."""

    left_over: bool
    place: bool
    word: bool
    rare: bool


@lru_cache(maxsize=8_192)
def looks_of(name: str) -> Looks:
    left_over = (
        name.endswith(("参加", "近日", "司原"))
        or is_stop(name)
        or before_word(name)
        or not words("people_nouns").isdisjoint((name[1:], name[:2]))
        or (name[0] in _TOWARDS and is_place(name[1:]))
        or (len(name) == 3 and name[1] in _NUMERALS and dictionary_tag(name[1:]) == "m")
        or name[1:] in _COMPLEMENTS
        or (name[0] in _TWICE and name[-1] == name[0])
        or name[1] == "氏"
        or mapping("titles").get(name[1:], "plain") in ("post", "prof")
        or is_nobody(name)
        or (len(name) == 2 and name[1] == "里" and not dictionary_tag(name))
        or (len(name) == 3 and name[0] == name[1])
        or by_surname(name)
        or (len(name) == 3 and name[-1] in _PLACED)
        or (len(name) > 3 and name[-1] == "及")
        or (len(name) == 3 and name[-1] == "族")
        or (name[0] == "第" and name[1] in _NUMERALS)
        or (len(name) == 3 and name[-1] == "籍" and not dictionary_tag(name[1:]).startswith("nr"))
        or (len(name) == 3 and name[1] == "家" and name[2] in _HAMLETS)
    )
    return Looks(left_over, is_place(name), is_word(name), mapping("surnames").get(name[0]) == "1")


def is_nobody(name: str) -> bool:
    """Whether no place makes a name of a span: 余下的, 高三.

    >>> is_nobody("余下的"), is_nobody("高三"), is_nobody("高三才")
    (True, True, False)
    """
    grade = name[0] in "高初" and name[1:] in ("一", "二", "三")
    return grade or name[-1] == "的" or name.startswith("任上") or name[1:] in words("forms_of_address")


def by_surname(name: str) -> bool:
    """Whether somebody is called by surname alone: 林老, 王姐."""
    return len(name) == 2 and name[1] in _ADDRESSED


def twofold(clean: str, start: int) -> bool:
    """Whether a surname is rather the first of two adverbs: 边|做边讲.

    >>> twofold("边做边讲", 0), twofold("边小边", 1)
    (True, False)
    """
    return clean[start] in _TWICE and clean[start] == clean[start + 2 : start + 3]


def is_orphan(behind: str) -> bool:
    """Whether the two characters behind a span say that it is too short.

    >>> is_orphan("和，"), is_orphan("和他"), is_orphan("为和")
    (True, False, True)
    """
    return (behind[:1] in _ORPHANS and behind[1:] in _MARKS) or (
        behind[:1] in _NEEDY and behind[1:] in _CONJUNCTIONS
    )


def is_opener(chars: str) -> bool:
    """Whether the last character of a span and the one behind it are a word that opens a predicate.

    >>> is_opener("现任"), is_opener("明任")
    (True, False)
    """
    return _OPENER.match(chars) is not None


def takes_adverb(context: Context, end: int) -> bool:
    """Whether a name of three characters that ends at an offset would take its last one from what it does.

    >>> from bangfu.recognize.names.context import context_of
    >>> takes_adverb(context_of("王磊平时总在", ()), 3), takes_adverb(context_of("王小平总在", ()), 3)
    (True, False)
    """
    last = context.clean[end - 1]
    if is_opener(context.clean[end - 1 : end + 1]):
        return True
    word = context.starting.get(end - 1, "")
    if last in _AND and _beside_kin(context, end):
        return True
    if last == "刚" and context.clean.startswith(_ARRIVING, end):
        return context.clean[end - 2] not in _FIRM
    if len(word) == 1:
        tag = dictionary_tag(context.starting.get(end, ""))
        return last in _ADVERBS and tag.startswith(("v", "d", "p", "a", "l", "m"))
    tag = dictionary_tag(word)
    least = _HEARD if tag in ("d", "t", "c", "ad") else COMMONPLACE if tag == "v" else None
    return len(word) == 2 and least is not None and heard(word) >= least


def _beside_kin(context: Context, end: int) -> bool:
    """Whether what is named with a conjunction at the end is kin, or has a title as the name has."""
    return bool(KIN.match(context.clean, end)) or (
        end - 3 in context.titles_ending and end in context.titles_starting
    )


def is_geography(last: str, after: str) -> bool:
    """Whether the last character of a span and the one behind it belong to a place.

    >>> is_geography("山", "脚"), is_geography("家", "村"), is_geography("明", "说")
    (True, True, False)
    """
    return after in _DIVISIONS or (last in _NATURE and after in _BESIDE)


def is_division(before: str, name: str) -> bool:
    """Whether a span is a place below the one that ends before it.

    >>> is_division("县", "黄石镇"), is_division("，", "黄石镇")
    (True, False)
    """
    return before in _ABOVE and len(name) > 2 and name[-1] in _DIVISIONS


def crosses_town(clean: str, start: int, end: int) -> bool:
    """Whether a span begins inside of a known town behind its county and goes on behind it: 云阜县下梁镇石沟.

    >>> crosses_town("柞水县下梁镇石沟村", 4, 7), crosses_town("队员梁镇石说", 2, 5)
    (True, False)
    """
    level = start + 1
    if clean[level] not in "镇乡" or level + 1 >= end:
        return False
    return any(
        clean[at - 1] in _COUNTIES and clean[at : level + 1] in words("towns")
        for at in range(max(1, level - 4), level - 1)
    )


def is_word(name: str) -> bool:
    """Whether a span is a word of the dictionary, or a place, rather than a name.

    >>> is_word("高度"), is_word("王小明")
    (True, False)
    """
    if name in words("not_names") or name in words("transcribed_words") or is_place(name):
        return True
    if len(name) > 3 and any(
        is_place(name[:cut]) and is_place(name[cut:]) for cut in range(2, len(name) - 1)
    ):
        return True
    tag = dictionary_tag(name)
    return bool(tag) and not tag.startswith("nr")


def is_stop(name: str) -> bool:
    return name in words("after_titles")
