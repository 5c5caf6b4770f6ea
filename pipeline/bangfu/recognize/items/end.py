"""The noun phrase with which a text ends, told apart from the act that is done to it."""

from __future__ import annotations

import re

from bangfu.lexicon import words
from bangfu.recognize.items.acts import KINDS, RATED, SENDS, leads_to, modifies, without_act
from bangfu.recognize.items.verbs import compounds
from bangfu.recognize.items.words import (
    LINK,
    QUOTES,
    SOCIETIES,
    is_agent,
    is_noun,
    joined,
    stops,
    tag,
)

_MEASURED = RATED | {"比例", "强度", "规模", "面积"}
_SUFFIX = frozenset((*"额量数率区点费品", *LINK))
_QUOTED = 10
"""So many words a quotation before a noun may have."""
_PROVINCES = frozenset("京津沪渝苏浙闽粤桂皖赣鲁豫鄂湘琼川黔滇陕甘青宁藏疆吉辽黑蒙冀晋港澳台")
_BOUND_FOR = frozenset("赴援驻")
_SPENT = frozenset(("经费", "研发", "科研", "科技", "教育"))
_BOUND = frozenset("在跟到离待返轮顶")
_BINDS = frozenset("岗校读职编册园")
_ONWARD = frozenset("出到回起上下来入进去")
_CUT_OFF = re.compile("^[术科处部局率厂队]、(?=..)")
"""What a window has left of the first member of a list."""
_FUSED = re.compile("^[做带收教](?=(?:手术|徒弟|学生)$)")
"""Verbs that a tagger joins to what they act on: 做手术."""
_OWNER = re.compile("^.{2,12}(?:中学|小学|学校|医院|大学|学院)(?=..)")
"""Whose rate it is: 某中学|本科上线率."""
_AROUND = re.compile(
    "(?<=..)全[县市州省区镇乡村校院国厂]$|^(?:[今去]年以来|全年(?!目标|计划|任务)|[今去]年(?!以来)|目前|如今|眼下|本月|当天|当日|以[上下])(?=..)"
)


_LED = re.compile(
    "^(?:[^的、和]{0,8}[直间]接(?:受益|带动|惠及|吸纳|服务)|各[类种]|大小|大大小小的?)(?=..)(?!人数|人次|人口)"
    "|^[^等、]+、[^等]*等(?=..)(?!.*(?:[率额量数速值]|比例|规模|比重)$)(?:各[类种]|大小)?"
)
"""What leads to the noun: 直接受益|农户, 各类|意见, 呼吸机、输液泵等|设备."""


def noun_at_end(window: str) -> str | None:
    """The noun phrase with which a text ends, without the act done to it.

    >>> noun_at_end("捐赠图书"), noun_at_end("全县副科级以上干部"), noun_at_end("捐赠")
    ('图书', '全县副科级以上干部', '捐赠')
    """
    if not window:
        return None
    share = window.endswith("占比")
    if window.count("“") > window.count("”"):
        # 已有“长寿食堂”21家: the closing mark was stripped from the end.
        return window[window.rindex("“") + 1 :]
    tokens = tag(window[:-2] if share else window)
    taken: list[str] = ["占比"] if share else []
    kept: list[str] = []
    opened = len(tokens)
    for k in range(len(tokens) - 1, -1, -1):
        word, flag = tokens[k]
        if k >= opened or (word == "”" and taken and (opened := _opens(tokens, k)) < k):
            taken.append(word)  # “三支一扶”|人员
            continue
        if k and word[0] in "余多" and tokens[k - 1][1] == "m":
            break
        if flag[0] == "v" and taken and modifies(tokens, k):
            kept.append(word)
        if flag == "m" and taken and taken[-1][0] == "强":
            taken.append(word)  # 世界500强企业
        elif flag == "q" and not taken and k and (is_noun(*tokens[k - 1]) or tokens[k - 1][0] in compounds()):
            taken.append(word)  # 电池片, 充电桩
        elif (not taken and k and (word == "点" or (word == "地" and is_noun(*tokens[k - 1])))) or (
            word in QUOTES
            or (is_noun(word, flag) and (taken or flag != "t"))
            or word in words("nominal_verbs")
            or (word == "组织" and k and tokens[k - 1][0] in SOCIETIES)
            or (word == "投入" and not taken and k and tokens[k - 1][0] in _SPENT)
        ):
            taken.append(word)
        elif taken and word in _ONWARD and flag == "v" and k and tokens[k - 1][1][0] == "v":
            break  # 带|出|徒弟
        elif flag.startswith("v") and not stops(word):
            if (
                len("".join(taken)) > 1
                and ("".join(taken[::-1]) not in KINDS or SENDS.search(word))
                and taken != ["占比"]
                and taken[-1] not in _SUFFIX
                and leads_to(word, tokens, k, taken)
            ):
                # 发放宣传资料1200份: the act is told apart from what it gives.
                if word not in kept:
                    break
                taken.append(word)
                continue
            taken.append(word)
            rated = taken[-2:-1] and taken[-2] in _MEASURED and k and tokens[k - 1][1] == "n"
            inside = word in compounds() and k and tokens[k - 1][1] == "n" and not is_agent(tokens[k - 1][0])
            if len(taken) > 1 and word not in RATED and not rated and not inside:
                break
        elif taken and word in ("以上", "以下") and k and tokens[k - 1][0][-1] in "高级科士称模":
            taken.append(word)  # 副高以上职称
        elif taken and ((word in LINK or word == "等") or (word in _BOUND and taken[-1][0] in _BINDS)):
            taken.append(word)
        else:
            break
    phrase = joined(without_act(taken[::-1], kept))
    phrase = phrase and _CUT_OFF.sub("", phrase)
    phrase = phrase and _FUSED.sub("", phrase)
    if phrase and phrase.endswith("率"):
        phrase = _OWNER.sub("", phrase)
    if phrase and phrase[0] in _PROVINCES and window[-len(phrase) - 1 : -len(phrase)] in _BOUND_FOR:
        phrase = phrase[1:]  # 赴苏|跟岗干部
    return phrase and (_AROUND.sub("", _LED.sub("", phrase)) or phrase)


def _opens(tokens: tuple[tuple[str, str], ...], k: int) -> int:
    """Where the quotation begins that ends at ``k``; ``len(tokens)`` where that is not near."""
    return next((j for j in range(k - 1, max(k - _QUOTED, -1), -1) if tokens[j][0] == "“"), len(tokens))
