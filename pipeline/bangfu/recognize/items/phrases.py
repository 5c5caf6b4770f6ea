"""What kind of phrase stands beside a number: an act, a bare verb, those who act."""

from __future__ import annotations

from bangfu.lexicon import words
from bangfu.recognize.items.words import is_agent, is_noun, is_person, tag

_PLANS = frozenset(("计划", "预计", "准备"))


_BEFELL = frozenset(("闲置", "贯通", "报废", "受损", "到位", "损毁", "倒塌", "停运", "发表"))
_TURNS = frozenset(("就业", "创业", "务工", "脱贫", "上学", "入学", "升学", "复学"))
_BROKE = frozenset("换坏死丢修倒毁剩建添装办进借记写编录改脱")


def only_verb(phrase: str) -> bool:
    """Whether a phrase holds no noun: 恢复, 新增.

    >>> only_verb("恢复"), only_verb("恢复基站")
    (True, False)
    """
    acts = words("nominal_verbs")
    return all(
        word in _PLANS
        or (flag in ("i", "l") and len(word) == 3 and word[-1] in "来去")  # 劝回来
        or (flag[0] in "vdpm" and word not in acts and not is_noun(word, flag))
        for word, flag in tag(phrase)
    )


def ends_bare(phrase: str) -> bool:
    """Whether a phrase ends in a verb that names no act by itself: 一口气借, 计划开行.

    >>> ends_bare("计划开行"), ends_bare("诊疗"), ends_bare("新桌椅")
    (True, False, False)
    """
    word, flag = tag(phrase)[-1]
    return flag == "v" and not is_noun(word, flag) and word not in words("nominal_verbs")


def without_act(phrase: str) -> str:
    """A phrase without the bare verb at its end, where those who act stand before it: 救援队|派出.

    >>> without_act("南坡救援队派出"), without_act("受益教师")
    ('南坡救援队', '受益教师')
    """
    last = tag(phrase)[-1][0]
    if last in _TURNS and len(phrase) > len(last) + 1 and is_person(phrase[: -len(last)]):
        return phrase[: -len(last)]  # 农村劳动力|就业
    if not ends_bare(phrase):
        return phrase
    rest = phrase[: -len(tag(phrase)[-1][0])]
    return rest if rest and is_agent(rest) else phrase


def without_end(phrase: str) -> str | None:
    """A thing without what befell it: 轮胎|换, 设备|闲置; ``None`` where nothing did, or to those who act.

    >>> without_end("轮胎换"), without_end("设备闲置"), without_end("老师换"), without_end("设备")
    ('轮胎', '设备', None, None)
    """
    word = tag(phrase)[-1][0]
    if word not in _BEFELL and word not in _BROKE:
        return None
    rest = phrase.removesuffix(word)
    return rest if len(rest) > 1 and not is_agent(rest) and not ends_bare(rest) else None


def is_act(phrase: str) -> bool:
    """Whether a phrase ends in a verb: 响应, 联合组织.

    >>> is_act("得到响应"), is_act("新桌椅")
    (True, False)
    """
    return tag(phrase)[-1][1].startswith("v")


def begins_act(phrase: str) -> bool:
    """Whether a phrase begins with a verb: 填补空白.

    >>> begins_act("获得表彰"), begins_act("桌椅")
    (True, False)
    """
    first = tag(phrase)[0]
    if first[0] == phrase and len(phrase) == 4:
        first = tag(phrase[:2])[0]
    return first[1] == "v"
