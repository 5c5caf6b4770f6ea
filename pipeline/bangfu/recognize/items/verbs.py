"""Verbs around the noun of a number: inside of a compound, before 的, or said of what is counted."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import mapping, table, words
from bangfu.recognize.items.words import (
    LINK,
    PEOPLE,
    QUOTES,
    SOCIETIES,
    Tokens,
    is_agent,
    is_noun,
    is_person,
    of_class,
    stops,
    tag,
)

"""Words with their parts of speech."""

_OWNER = frozenset(("台", "场", "次", "例", "项", "件", "起", "种", "场次"))
_BODIES = frozenset(("家", "户", "所", "支"))
_ACTIONS = frozenset(("场", "次", "场次", "起"))


_ORDERS = frozenset(("部署", "决定", "要求", "申请", "报名", "响应", "投稿", "来电", "来函"))
_SOLID = frozenset("家所座处台辆艘架户间栋口支位名头只")
"""Units of bodies and things, which are never what is done."""
_WORKED_ON = frozenset(("建设", "改造", "发展", "工作", "标准化", "现代化", "修复", "轨道交通", "资源"))
_LAID = frozenset("条套片眼孔颗")
_SITES = frozenset("点区站室路带镇园馆乡村")
"""Works on things that are counted: 109处灌区|改造, 3条产业路|建设, 5个安置点|建设."""
_BODY_UNITS = frozenset(("家", "所", "个", None))
_FORCES = ("力量", "部队")
_FIELDS = frozenset(("乡村", "农村", "校园", "城市", "社区", "企业", "民生", "卫生"))
_SERVED = frozenset(
    ("人才", "青年", "妇女", "儿童", "老人", "老年人", "职工", "农民", "学生", "少年", "群众", "企业", "干部")
)
_SERVES = re.compile(
    "(?:工作)?[站点室]|中心校?|[基营]地|平台|[园馆车机仪线厂箱场池仓棚器亭岛柜屋]|(?:示范|园)区|系统|设备|装置|设施"
    "|工厂|车间|站点|点位|机构|终端|仪器|工作室|专线|生产线|机器人"
)
"""Places that are for them: 人才|孵化|基地."""


def is_clause(tokens: Tokens, i: int, phrase: str, unit: str | None) -> bool:
    """优化营商环境的|硬举措: verb and object before 的 describe, but not those who act (共建国家的…)."""
    word, flag = follow_of(tokens, i)
    first = next((token for token in tokens[:2] if token[1] != "d"), tokens[0])  # 已|承担任务的高校
    done = len(tokens) > 1 and tokens[1][0] in ("了", "过", "着")  # 容纳了民众的学校
    if (
        (first[1] != "v" and first[0] not in of_class("policy"))
        or unit in _OWNER
        or (is_agent(phrase) and not done)
    ):
        return False
    return bool(word) and is_noun(word, flag) and not flag.startswith("v")


@lru_cache(maxsize=1)
def compounds() -> dict[str, str]:
    """Verbs inside of compound nouns, with where they may stand."""
    return {row[0]: row[1] for row in table("compound_verbs") if row[1] != "device"}


@lru_cache(maxsize=1)
def _devices() -> frozenset[str]:
    """What places and devices are for: 垃圾|收集|车; before other words these verbs act."""
    return frozenset(row[0] for row in table("compound_verbs") if row[1] == "device")


def in_compound(tokens: Tokens, i: int, last: str) -> bool:
    """生态治理分区, 国际组织: a verb inside of a compound or its head, and not what its subject does."""
    if tokens[i][0] == "组织" and last in SOCIETIES:
        return True
    place = compounds().get(tokens[i][0])
    follow = tokens[i + 1] if i + 1 < len(tokens) else None
    if follow and tokens[i][0] in _devices() and (last in _SERVED or not is_agent(last)):
        return _SERVES.fullmatch(follow[0]) is not None
    served = last in _SERVED and follow is not None and _SERVES.fullmatch(follow[0]) is not None
    if place is None or (is_agent(last) and last not in _FIELDS and not served):
        return False
    if follow is None or follow[0] in LINK:
        return place == "head"
    return is_noun(*follow) or follow[0] in compounds() or (place == "head" and follow[0] in ("等", "的"))


def follow_of(tokens: Tokens, i: int) -> tuple[str, str]:
    return tokens[i + 1] if i + 1 < len(tokens) else ("", "")


def acts(tokens: Tokens, i: int, unit: str | None) -> bool:
    """Whether the word at ``i`` leads to what those counted do: 签署国|全面生效."""
    follow = follow_of(tokens, i)
    return (
        unit not in _ACTIONS
        and follow[0] not in compounds()
        and (follow[1].startswith("v") or follow[0] == "或")
    )


def trim(taken: list[str], tokens: Tokens, unit: str | None) -> None:
    """Drop what is said of the thing counted and no part of its name: 方队|载歌载舞, 航天员|状态|良好."""
    whole = list(taken)
    if (
        len(taken) > 2
        and unit not in _ACTIONS
        and taken[-2] in words("item_trailing")
        and tokens[len(taken) - 1][1] in ("v", "vn")
        and taken[-1] not in compounds()
        and taken[-3] not in ("的", *LINK)
    ):
        taken.pop()  # 企业|协同|发展: what is done in some way is done by those counted
    while len(taken) > 1 and taken[-1] not in QUOTES:
        word, flag = tokens[len(taken) - 1]
        powered = unit is not None and unit in _SOLID and compounds().get(word) == "inside"  # 安置点|供电
        built = word in _WORKED_ON and (
            unit in _SOLID or unit in _LAID or (unit == "个" and taken[-2][-1] in _SITES)
        )
        if not (
            powered
            or built
            or _is_predicate(word, flag)
            or (word in words("item_trailing") and unit not in _ACTIONS)
        ) or taken[-2] in ("的", "之", *LINK):
            break
        taken.pop()
    if unit in PEOPLE and not is_agent(taken[-1]):
        # 2人伤势严重: no noun that 人 could count stands in front of what is said.
        taken[:] = whole


def trim_names(taken: list[str], tokens: Tokens) -> None:
    """Drop the names of those counted behind their noun: 两个年轻人|周大山、李小川."""
    for k in range(1, len(taken)):
        if tokens[k][1] == "nr" and len(taken[k - 1]) > 1 and is_person(taken[k - 1]):
            del taken[k:]
            return


def trim_to_people(taken: list[str], unit: str | None) -> None:
    """Drop what people have, where 名 counts them: 三名航天员|身心状态良好, 12名患儿|名单."""
    if unit not in ("名", "位") or is_person("".join(taken)):
        return
    for k in range(len(taken) - 1, 0, -1):
        if is_person(taken[k - 1]) and taken[k] not in ("的", "之") and taken[k] not in mapping("titles"):
            del taken[k:]
            return


def trim_to_bodies(taken: list[str], unit: str | None) -> None:
    """Drop who speaks for bodies, or what they have, where those are counted: 11个部门|负责人, 30家企业|党组.

    >>> words_taken = ["职能", "部门", "负责人"]
    >>> trim_to_bodies(words_taken, "个")
    >>> words_taken
    ['职能', '部门']
    """
    if unit in _BODY_UNITS and len(taken) > 1 and taken[-1] in of_class("of_body"):
        body = taken[-2]
        if is_agent(body) and not is_person(body):
            taken.pop()


def _is_predicate(word: str, flag: str) -> bool:
    if flag in ("i", "z"):
        return len(word) > 2
    if flag == "a":
        return word not in words("item_nouns")
    if flag != "l" or len(word) != 4:
        return False
    first, last = tag(word[:2])[0], tag(word[2:])[-1]
    return (
        word.startswith(("各具", "各有"))
        or first[1] in ("v", "d", "ad")
        or not last[1].startswith(("n", "vn"))
    )


def told_of(tokens: Tokens, i: int, last: str, unit: str | None) -> bool:
    """Whether what a tagger takes for a noun is what those counted do: 国家|申请加入|金砖, 部门|部署|开展."""
    word, flag = tokens[i]
    if unit in _ACTIONS or unit == "项":
        return False
    if len(word) == 4 and flag in ("n", "nz", "vn") and _two_verbs(word):
        return True
    return word in _ORDERS and is_agent(last) and follow_of(tokens, i)[1][:1] in ("v", "n")


def _two_verbs(word: str) -> bool:
    """Whether a tagger has taken two verbs for a noun: 投入|使用, 申请|加入."""
    halves = tag(word[:2]) + tag(word[2:])
    return len(halves) == 2 and halves[0][1] in ("v", "d", "ad") and halves[1][1] == "v"


def describes(phrase: str, last: tuple[str, str], unit: str | None) -> bool:
    """Whether the words before 的 describe what is counted, and are not counted themselves."""
    if unit in ("名", "位", "人"):
        return not is_person(phrase) or phrase.endswith(_FORCES)
    if unit in _BODIES and is_agent(phrase):
        return False
    if unit in _OWNER:
        return not last[1].startswith("n") or is_agent(phrase)
    return not last[1].startswith("n") or last[1] in ("nr",)


def compound(tokens: Tokens, i: int, phrase: str, unit: str | None) -> bool:
    """乡村支教教师: a verb between nouns, where only the last of them is a person."""
    if i + 1 >= len(tokens) or unit not in ("名", "位") or is_person(phrase):
        return False
    return is_noun(*tokens[i + 1]) and is_person(tokens[i + 1][0])


def leads_to_de(tokens: Tokens, i: int) -> bool:
    """Whether a 的 with a noun behind it follows within a few words: what stands here modifies that noun."""
    for j in range(i + 1, min(i + 12, len(tokens) - 1)):
        word, flag = tokens[j]
        if word == "的":
            return is_noun(*tokens[j + 1]) or tokens[j + 1][1].startswith("v")
        if flag in ("p", "r", "m", "ul") or stops(word):
            return False
    return False
