"""The words behind a number that make up the noun phrase it counts, taken one by one."""

from __future__ import annotations

import re
from typing import NamedTuple

from bangfu.lexicon import words
from bangfu.recognize.items.verbs import (
    acts,
    compound,
    compounds,
    describes,
    follow_of,
    in_compound,
    is_clause,
    leads_to_de,
    told_of,
)
from bangfu.recognize.items.words import (
    LINK,
    OF_PEOPLE,
    QUOTES,
    Tokens,
    is_agent,
    is_noun,
    is_person,
    of_class,
    stops,
)

_HEADED = frozenset((*"地分前原新老大小副总中多跨双", "特别"))
_ONE_MORE = re.compile("[一二两三四五六七八九十][^、]")
_PER = frozenset(("单日", "日均", "月均", "年均", "平均"))
_HAPPENS = frozenset(("发生", "造成", "引发", "出现", "处置", "处理"))
_WHEN = re.compile(
    "[上下这本当]个?(?:月|周|星期|季度|学期|年度)|[上下]半年|[去今明前]年.{0,2}|[今昨明]天|今后|以后|此后|如今|眼下|[当次]年|[当次同]日|当晚|每[天周月年]"
)
_MADE = frozenset(("组成", "构成", "改", "改成", "改建", "改造", "改作"))
_DONE = frozenset("了过着")
_ABLE = frozenset(("能", "能够", "可以", "需要", "具有", "具备", "拥有", "带有", "配有", "装有", "有"))
_HEADS = frozenset("点区站群圈馆室营校院")
_ENDS = frozenset("会盒箱车机船网")
"""Heads of one character at the end of a compound: 专题分析会, 实验盒."""
_QUARTERS = frozenset(a + b for a in "东西南北中" for b in "部方")
_SCHEMES = frozenset(("行动", "工程", "计划", "重点县", "事件", "案件", "事故"))
_SORTS = frozenset(("不同", "各类", "各种", "类似"))
_WITH = frozenset("与和同跟")


class Chain(NamedTuple):
    """The words taken, and how many of them are nouns behind the last 的.

    ``verb_first``: they begin with a verb; ``ended``: the last of them is a noun, or stands for one.
    """

    taken: list[str]
    nouns: int
    verb_first: bool
    ended: bool


def chain(tokens: Tokens, unit: str | None) -> Chain:
    """The words that a phrase behind a number of ``unit`` begins with, up to the first that is none of it.

    >>> from bangfu.recognize.items.words import tag
    >>> chain(tag("乡村教师到学校支教"), "名").taken
    ['乡村', '教师']
    """
    taken: list[str] = []
    nouns = clause = 0
    verb_first = ended = quoted = False
    trailing = words("item_trailing")
    for i, (word, flag) in enumerate(tokens):
        if word in QUOTES:
            said = nouns and (is_agent(taken[-1]) or follow_of(tokens, i)[1] in ("i", "l"))
            if word == "“" and said and not (unit in ("名", "位") and not is_person(taken[-1])):
                break
            taken.append(word)
            quoted = word == "“" or (quoted and word not in "”’》）)")  # “9·21”洪灾遇难者
        elif (
            nouns
            and (flag[0] in "va" or (flag[0] == "n" and word in words("item_leads")))
            and follow_of(tokens, i)[0] in _DONE
            and word not in words("item_nouns")
        ):
            break  # 女孩|圆了大学梦
        elif nouns and flag == "d" and unit in OF_PEOPLE and is_person(taken[-1]):
            break  # 医疗专家|首先采取
        elif nouns and flag == "v" and counts_others(tokens, i):
            break  # 9个示范点|安置贫困人口1650户
        elif nouns and flag == "p" and word not in LINK and word not in ("为", "以"):
            break  # 媒体|对他的事迹进行报道
        elif (
            nouns
            and unit == "个"
            and taken[-1] in of_class("level")
            and (goes_on(tokens, i) or follow_of(tokens, i)[1] == "m")
        ):
            break  # 12个县|义诊, 30多个国家|捐赠药品, 3个乡镇|安置点12处
        elif (
            nouns
            and flag[0] == "v"
            and is_agent(taken[-1])
            and follow_of(tokens, i)[0] == "的"
            and follow_of(tokens, i + 1)[1] == "m"
        ):
            break  # 6家医院|帮扶的12个卫生院
        elif nouns and (word in _PER or (flag == "t" and _WHEN.fullmatch(word))):
            break  # 牛犊|上个月到村, 两个车站|单日发送30万人次
        elif quoted:
            taken.append(word)
            nouns += 1
            ended = True
        elif word in ("的", "之"):
            if i == 1 and tokens[0][0] in of_class("level") and unit == "个":
                break  # 被周边4个县的学校使用
            led = (
                tokens[0][1] == "p"
                or tokens[0][0] in _SORTS
                or tokens[0][0] in _ABLE
                or is_clause(tokens, i, "".join(taken), unit)
                or describes("".join(taken), tokens[i - 1], unit)
            )
            if not taken or (nouns and not led):
                break
            clause = 0
            taken.append(word)
            nouns = 0
            verb_first = False
        elif (
            word in ("以上", "以下") and nouns and taken[-1][-1] in "级模" and is_noun(*follow_of(tokens, i))
        ):
            # 县级以上公立医院, 规模以上企业
            taken.append(word)
        elif nouns and (
            word in _HEADS
            or (word in _ENDS and follow_of(tokens, i)[1][:1] in ("", "x", "u", "c"))
            or (word in "上下内外间级型" and is_field(follow_of(tokens, i)))
        ):
            # 安置点, 集聚区, 雪上赛事: a head of one character that taggers take for a measure or a place.
            taken.append(word)
        elif nouns and ((word in trailing and acts(tokens, i, unit)) or told_of(tokens, i, taken[-1], unit)):
            break
        elif word in LINK or word == "等":
            follow = follow_of(tokens, i)
            if (
                not nouns
                or (word != "等" and counts_others(tokens, i))
                or (word in _WITH and is_other(tokens, i))
                or _ONE_MORE.match(follow[0])
                or not (
                    word == "等" or is_noun(*follow) or follow[0] in compounds() or leads_to_de(tokens, i)
                )
            ):
                break
            taken.append(word)
        elif (is_noun(word, flag) and (i or follow_of(tokens, 0)[0] not in _DONE or is_person(word))) or (
            flag == "ad" and i + 1 < len(tokens) and is_noun(*tokens[i + 1])
        ):
            taken.append(word)
            nouns += 1
            ended = True
        elif (
            not i
            and (
                word in _HEADED
                or (flag == "f" and len(word) > 1 and word[0] not in "以之" and not stops(word))
            )
            and is_noun(*follow_of(tokens, 0))
        ):
            taken.append(word)
        elif nouns and word in _QUARTERS and is_noun(*follow_of(tokens, i)):
            taken.append(word)  # 学生西部计划志愿者
        elif flag.startswith("v") and nouns and follow_of(tokens, i)[0] in _SCHEMES and word not in _HAPPENS:
            taken.append(word)  # 产能提升行动
        elif nouns and word in _MADE and follow_of(tokens, i)[0] == "的":
            break  # 7个未来产业|组成的体系
        elif flag.startswith("v") and not stops(word):
            if (nouns and word in words("nominal_verbs") and not is_person("".join(taken))) or (
                nouns and in_compound(tokens, i, taken[-1])
            ):
                ended = True
            elif nouns and not leads_to_de(tokens, i) and not compound(tokens, i, "".join(taken), unit):
                break
            else:
                ended = False
                clause = clause or (len(taken) if nouns else 0)
            verb_first = verb_first or not taken
            taken.append(word)
        elif leads_to_de(tokens, i) and (i == 0 or not stops(word)) and flag not in ("x", "m"):
            taken.append(word)
        else:
            break
    return Chain(taken, nouns, verb_first, ended)


_NUMERAL = re.compile("(?!一[起道同样般定直些线流贯旦])[0-9一二两三四五六七八九十百千]")
_DATE = re.compile(r"\d+(?:[年月日号时点分]|月份)")
_NAMED = frozenset(("ns", "nt"))
_ABROAD = frozenset(("外国", "国外", "海外", "境外"))


def goes_on(tokens: Tokens, i: int) -> bool:
    """Whether the word at ``i`` begins what a place does or suffers, and is no part of a compound."""
    word, flag = tokens[i]
    if not flag.startswith("v") and word not in words("nominal_verbs"):
        return flag == "ad"
    follow = follow_of(tokens, i)
    return follow[1] != "n" or follow[0] in words("nominal_verbs") or follow_of(tokens, i + 1)[1] == "m"


def is_other(tokens: Tokens, i: int) -> bool:
    """Whether a named place or body is joined to those counted: 4所高校|和柴达木盆地, 16所学校|与务川."""
    before, (word, flag) = tokens[i - 1], follow_of(tokens, i)
    if flag[:2] not in _NAMED or word in _ABROAD or before[1][:2] in _NAMED:
        return False
    return is_agent(before[0]) or follow_of(tokens, i + 1)[1][:1] == "v"


def counts_others(tokens: Tokens, i: int) -> bool:
    """Whether what follows the word at ``i`` has a number of its own: 乡镇|、近百个村, 家庭|、资助52位."""
    for k in range(i + 1, len(tokens)):
        word, flag = tokens[k]
        if flag == "m" and _NUMERAL.match(word):
            return not _DATE.match(word + follow_of(tokens, k)[0])
        if flag[0] not in "nbafjs" and not (k == i + 1 and flag[0] in "vd"):
            return False
    return False


def is_field(token: tuple[str, str]) -> bool:
    return is_noun(*token) and token[0] not in words("item_trailing")
