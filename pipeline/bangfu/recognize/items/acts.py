"""Acts in front of a noun and its number, told apart from what they are done to: 发放|资料1200份."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import words
from bangfu.recognize.items.words import Tokens, is_agent, is_person, joined, of_class, tag

RATED = frozenset("额量数率")
_CHANGED = frozenset(("新增", "增加", "减少"))
_RESULTS = frozenset("来起出下成到得进回")
_SIGNED = frozenset(("签署", "签下"))
_RAISED = frozenset(("实现", "完成", "推动", "确保", "达成"))
"""Verbs that act on a rate, where others belong to it: 抢救成功率, 抽检合格率."""
_POSTS = ("床位", "人数", "岗位", "员额", "名额", "教师", "人员")
"""What an establishment has: 编制床位."""
_HELPS = frozenset(("帮扶", "支援", "援助"))
_HELPERS = ("责任人", "干部", "人才", "专家", "教师", "医生", "医师", "队", "联系人", "力量")
"""Those who help are no object of it: 帮扶|责任人."""
SENDS = re.compile("派|引[进才来]|出动|[抽借]调|请来|返聘|聘请|邀请|召集|集结|调[集派]|选聘")
"""Verbs that bring people, who are named by a word for any people: 引进|专家."""
_MOVED = frozenset(("转移", "输转", "带动", "吸纳"))
KINDS = frozenset(("人员", "对象", "人才", "专家", "队员", "病例"))
_WORKS = frozenset(("项目", "资金", "经费", "工程", "方案", "任务", "标准", "政策", "办法", "制度"))
_TOSOCIETIES = frozenset(("资助", "救助", "慰问", "走访", "帮助", "服务", "指导", "扶持", "援助", "支持"))
_RATES = (
    *"率额数量值",
    *("占比", "规模", "比例", "仪式", "活动", "协议", "单位", "企业", "比重", "清单", "服务"),
)


@lru_cache(maxsize=2)
def _ends(kind: str) -> tuple[str, ...]:
    """A class of the lexicon, to be asked what a word begins or ends with."""
    return tuple(of_class(kind))


@lru_cache(maxsize=1)
def _leads() -> frozenset[str]:
    return words("count_verbs") | words("item_leads")


@lru_cache(maxsize=1)
def _governs() -> frozenset[str]:
    return _leads() - words("nominal_verbs")


def leads_to(word: str, tokens: Tokens, k: int, taken: list[str]) -> bool:
    """Whether a verb acts on the noun behind it and is no part of it: 引进|企业, 新开设|科室."""
    if word not in _leads() and not (word[0] == "新" and word[1:] in _leads()):
        return False
    if word in _CHANGED:
        # 新增|学位, but 城镇新增就业
        return taken[-1] not in words("nominal_verbs") and taken[0][-1] not in RATED
    if len(word) == 1 and k and (tokens[k - 1][1][0] in "aj" or (word == "办" and tokens[k - 1][1] == "n")):
        return False  # 网信|办|举报中心
    if taken[-1][0] == "总":
        return False  # 登记总额
    return len(taken) > 1 or not taken[0].endswith("率") or word in _RAISED


def modifies(tokens: Tokens, k: int) -> bool:
    """接收|社会|捐赠|资金: a verb behind the noun of another verb is part of what that one acts on."""
    if k < 2 or tokens[k - 2][1] != "v" or tokens[k - 2][0] not in _governs():
        return False
    return tokens[k - 1][1] == "n" and not is_agent(tokens[k - 1][0])


def _brings_about(word: str) -> bool:
    """Whether a word is a verb with its result, which is no part of a noun: 运来, 建起, 签下; not 支出."""
    return len(word) == 2 and word[1] in _RESULTS and word not in of_class("no_result")


def _is_act(rest: str) -> bool:
    return rest in words("nominal_verbs") or (len(tokens := tag(rest)) == 1 and tokens[0][1] == "v")


def without_act(taken: list[str], kept: list[str]) -> list[str]:
    """资助|学生, 公司安置|群众: the act, and who does it, is told apart from those it is done to."""
    gives = words("item_givers")
    for k in range(len(taken) - 2, -1, -1):
        word = taken[k]
        if word in kept or (
            word not in gives
            and not _brings_about(word)
            and word not in _MOVED
            and (word not in _leads() or word in _CHANGED or word in of_class("own_act"))
        ):
            continue
        rest = joined(taken[k + 1 :])
        if not rest or len(rest) < 2 or rest.startswith(_ends("not_given")) or _is_act(rest):
            continue  # 转移|就业, 新建|商品住宅
        if word == "建设" and rest.endswith(_ends("built")):
            return taken[k + 1 :]
        if word in _HELPS and rest.endswith(_HELPERS):
            continue
        if word == "安置" and is_person(rest):
            return taken[k + 1 :]
        if word == "转移" and rest.startswith("安置"):
            continue
        if word == "编制" and rest.startswith(_POSTS):
            return taken[k:]
        if (
            (word in gives or _brings_about(word))
            and (word in _SIGNED or not rest.endswith(_RATES))
            and rest not in KINDS | _WORKS
        ):
            return taken[k + 1 :]
        if (
            rest
            and rest not in KINDS
            and (is_person(rest) or (is_agent(rest) and word in _TOSOCIETIES))
            and (
                not k
                or is_agent(taken[k - 1])
                or taken[k - 1][-1] in "科室组部"
                or taken[k - 1] in _leads()
                or tag(taken[k - 1])[-1][1] == "ns"
            )
        ):
            return taken[k + 1 :]
    return taken
