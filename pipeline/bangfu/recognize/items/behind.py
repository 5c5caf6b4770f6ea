"""What a number counts: the noun phrase behind it, from part-of-speech tags of a short window."""

from __future__ import annotations

import re

from bangfu.recognize.items import lead as items_lead
from bangfu.recognize.items.chain import chain
from bangfu.recognize.items.far import far_person
from bangfu.recognize.items.verbs import (
    trim,
    trim_names,
    trim_to_bodies,
    trim_to_people,
)
from bangfu.recognize.items.words import (
    END,
    PEOPLE,
    WINDOW,
    is_noun,
    is_person,
    joined,
    of_class,
    stops,
    tag,
)

__all__ = [
    "PEOPLE",
    "WINDOW",
    "act_after",
    "after",
    "has_name",
    "is_person",
    "strong_after",
    "tag",
    "word_starts",
]

_CLOSE = re.compile(
    END.pattern
    + r"|（|[和与及](?:当地|本地|周边|附近|另外|[本我][院校县市])的?(?=[\d两三四五六七八九十])"
    + "|线上线下|(?<![棉毛夏冬丝新旧褥绒])被(?!子|[^，。；、]{1,2}(?:人员|群众|儿童|者))"
)
_IS = re.compile(r"(?:(?:是(?!否|不)|系(?!否|不|列|统))|为(?!了))(?:[我你他她]们?(?=[^们是]))?")
_FIRST_OF = re.compile(
    "[是系为属][^，。；、]{0,10}(?:首次|首例|首创|首家|首个|首台|空白|第一)(?=[，。；、）]|$)"
)
_IS_FIRST = frozenset("是系为")
_INSIDE = re.compile("(?:当?中|里|内|以?外)(?:有|包括|的|$).*")
_ASIDE = re.compile("^（.{1,3}）")
_JOINS = re.compile(
    "(?:参加|参与|报名|赴|前往|来到|走进|考[入上取]|升入|入选|获评|当选|到场|在场|前来|获得|荣获|评上|取得|通过|拿到|成为|获(?=[^，。；]{0,12}(?:奖|称号|表彰|荣誉|证书|资格|金牌|冠军)))了?(?![的了])[^的]{2,}$"
    "|[到去](?!了)[^的，。；]{1,10}(?:进修|学习|培训|研修|跟岗|挂职|支教|实习|就读|务工|交流|考察|参观|治疗)$"
)
_THERE = re.compile(
    "在[韩华外京港澳台沪册校读职岗编园院营押逃岛村轨](?![的了])|在(?:美(?!国|洲)|日(?!本|内)|英(?!国)|法(?!国)|德(?!国)|俄(?!罗))(?![的了])"
)
_FROM = re.compile("[^，。；、的]{1,4}籍(?!贯)的?")
_WHERE = re.compile("旁$|(?<=[台桌摊棚柜])前$|(?<=[房屋室楼校院店厂])里$")
_LEVEL_NOTE = re.compile(
    "(?:省|市|县|区|乡镇|乡|镇|村|县市|旗县)[（(][市县区州旗盟乡镇街道社村场、]{1,8}[）)](?![一-鿿]{0,5}长)"
)
"""What else the places counted are: 9个乡镇（街道）."""
_LEVEL_BODY = re.compile("(?:医院|卫生院|学校|[中小]学|幼儿园|中心|站)$")
_BESIDE = re.compile("（[^（），。；、\\d]{1,6}）(?=[一-鿿]{2})")
"""What else a word may be: 乡镇（街道）|儿童督导员."""
_SCHOOL = re.compile(
    "[^、和与及]*?(?:小学|中学|学校|高校|院校|医院|卫生院|幼儿园)(?=[^、和与及]+$)(?![^、和与及]*[校院园所馆队会])"
)
_CALLED = re.compile("在[^。；！？“”]{4,40}的(“[^”]{2,12}”)")
"""What people are called whose deeds are told first: 18名在山村支教的“最美教师”."""
_AMONG = re.compile(
    "(?![其当])[^，。；、的]{0,7}[^其当集之初高完职市县省区家心手眼途空一二三四五六七八九十]中"
)
"""Of whom the next clause tells: 270个|村中，124个恢复供电."""


def has_name(phrase: str) -> bool:
    """Whether a tagger sees a name of a person, a place or a body in a phrase.

    >>> has_name("北京"), has_name("时间")
    (True, False)
    """
    return any(flag[:2] in ("nr", "ns", "nt", "j") for _, flag in tag(phrase))


def word_starts(phrase: str) -> frozenset[int]:
    """The offsets at which the words of a phrase begin, and the one at its end.

    >>> sorted(word_starts("捐赠图书"))
    [0, 2, 4]
    """
    at, starts = 0, []
    for word, _ in tag(phrase):
        starts.append(at)
        at += len(word)
    starts.append(at)
    return frozenset(starts)


def after(clean: str, at: int, limit: int, unit: str | None = None) -> tuple[str | None, str | None]:
    """The noun phrase that begins at ``at``, and the phrase there where it begins with a verb.

    ``unit`` decides whether a possessor counts (98所学校 of 98所学校的改造) or what it owns
    (200台患者的手术).

    >>> after("一批优秀教师到帮扶地区支教", 2, 13), after("3.2万人摆脱贫困", 5, 9, "人")
    (('优秀教师', None), (None, '摆脱贫困'))
    """
    window = clean[at : min(limit, at + WINDOW)].removeprefix("不等")
    if window[:1] in _IS_FIRST and _FIRST_OF.match(window):
        return None, None
    if window[:1] in _IS_FIRST and (is_ := _IS.match(window)):
        window = window[is_.end() :]
    elif window[:1] == "的":
        window = window[1:]
    if (
        unit not in ("名", "位", "人")
        and ("（" in window[1:4] or "(" in window[1:4])
        and (noted := _LEVEL_NOTE.match(window))
    ):
        noun = after(window, noted.end(), len(window), unit)[0]
        return noted[0] + (noun if noun and _LEVEL_BODY.search(noun) else ""), None
    if window[:1] == "，" and (valued := items_lead.VALUED.match(window)):
        window = window[valued.end() :]
    if window[:1] == "(":
        return None, None
    if window[:1] == "（":
        window = _ASIDE.sub("", window)
    if unit in ("名", "位") and "（" in window:
        window = _BESIDE.sub("", window)
    if cut := _CLOSE.search(window, 1):
        window = window[: cut.start()]
    if window[:1] in "，。；：！？、（）)》—…":
        return None, None
    if window[-1] == "中" and _AMONG.fullmatch(window):
        window = window[:-1]
    if window[0] in "近约超逾" and window[1:2].isdigit():
        return None, None
    if unit == "口" and window[0] == "人":
        return "人", None
    window = items_lead.without_sizes(window, unit)
    if not window or _INSIDE.fullmatch(window) or items_lead.is_each(window):
        return None, None
    if graded := items_lead.GRADE.match(window):
        # 3名副高以上职称专家, 41个地级及以上城市
        noun, verb = after(window, graded.end(), len(window), unit)
        if noun and not verb:
            return graded[0] + noun, None
    if unit != "%" and (origin := items_lead.ORIGIN.match(clean, at, limit)):
        # 6名来自甲医院、乙医院的专家
        noun, verb = after(clean, origin.end(), limit, unit)
        if noun and not verb and (unit not in ("名", "位", "人") or is_person(noun)):
            return noun, None
    window = items_lead.without_rank(window, unit)
    if window[0] == "在" and (kept := _THERE.match(window)):
        # 3名在华留学生, 12名在读博士: where they are belongs to what they are called.
        noun, verb = after(window, kept.end(), len(window), unit)
        if noun and not verb:
            return kept[0] + noun, None
    if "籍" in window[1:5] and (kept := _FROM.match(window)):
        # 30名清溪籍务工人员: taggers do not know every place.
        noun, verb = after(window, kept.end(), len(window), unit)
        if noun and not verb and is_person(noun):
            return kept[0] + noun, None
    tokens = tag(window)
    if unit == "个" and tokens[0][0] == "人" != window:
        word, flag = tokens[1]
        if len(word) in (1, 4) or flag[0] == "v" or not is_noun(word, flag):
            return "人", None  # 12个人|正坐在候机厅
    taken, nouns, verb_first, ended = chain(tokens, unit)
    if len(taken) == 1 and tokens[0][1] == "b" and len(tokens) > 1 and tokens[1][1] == "m":
        return None, None  # 66家|首发125项
    if nouns and len(taken) > 1:
        if not verb_first:
            trim(taken, tokens, unit)
        if unit == "个":
            trim_names(taken, tokens)
        trim_to_people(taken, unit)
        trim_to_bodies(taken, unit)
    if len(taken) > 1 and tokens[len(taken) - 1][1] in ("b", "ad") and not stops(taken[-1]):
        # 人口历史性地摆脱贫困: an adverb that a tagger takes for an adjective.
        taken.pop()
    phrase = joined(taken)
    if unit in ("名", "位") and window[0] == "在" and (called := _CALLED.match(clean, at, limit)):
        return called[1], None
    if unit in ("名", "位") and not (phrase and is_person(phrase)) and (far := far_person(tokens)):
        return far, None
    if phrase is None:
        return None, None
    if len(phrase) > 2 and _WHERE.search(phrase):
        phrase = phrase[:-1]
    if unit == "所" and "的" not in phrase and (school := _SCHOOL.match(phrase)):
        phrase = school[0]
    if phrase.endswith("总数") and len(phrase) > 3 and unit != "%":
        phrase = phrase[:-2]
    posted = unit in ("名", "位") and tokens[0][0] in of_class("posted") and tokens[-1][0] != "的"
    if verb_first and (unit in PEOPLE or posted or not ended):
        return None, phrase
    return phrase, None


def strong_after(clean: str, at: int, limit: int) -> str | None:
    """The bare text behind a number to the end of its clause: 80%投向民生.

    >>> strong_after("80%投向民生、80%用于基层", 3, 15)
    '投向民生'
    """
    window = clean[at : min(limit, at + 14)]
    cut = re.search(r"[，。；：！？、\n,;:!?）)\d]", window)
    return (window[: cut.start()] if cut else window).strip().removeprefix("的").strip("和与及") or None


def act_after(clean: str, at: int, limit: int) -> str | None:
    """What those counted do, where it begins with a verb of coming or joining: 31人赴港就读.

    >>> act_after("31人赴港就读。", 3, 7), act_after("31人参加。", 3, 5)
    ('赴港就读', None)
    """
    phrase = strong_after(clean, at, limit)
    return phrase.replace("了", "", 1) if phrase and _JOINS.match(phrase) else None
