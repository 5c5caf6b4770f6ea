"""The noun phrase with which a text ends, told apart from the act that is done to it."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import words
from bangfu.recognize.items_verbs import compounds
from bangfu.recognize.items_words import (
    LINK,
    QUOTES,
    SOCIETIES,
    is_agent,
    is_noun,
    is_person,
    joined,
    stops,
    tag,
)

_RATED = frozenset("额量数率")
_MEASURED = _RATED | {"比例", "强度", "规模", "面积"}
_SUFFIX = frozenset((*"额量数率区点费品", *LINK))
_QUOTED = 10
"""So many words a quotation before a noun may have."""
_PROVINCES = frozenset("京津沪渝苏浙闽粤桂皖赣鲁豫鄂湘琼川黔滇陕甘青宁藏疆吉辽黑蒙冀晋港澳台")
_BOUND_FOR = frozenset("赴援驻")
_SPENT = frozenset(("经费", "研发", "科研", "科技", "教育"))
_CHANGED = frozenset(("新增", "增加", "减少"))
_BOUND = frozenset("在跟到离待返轮顶")
_BINDS = frozenset("岗校读职编册园")
_ONWARD = frozenset("出到回起上下来入进")
_RESULTS = frozenset("来起出下成到得进回")
_NO_RESULTS = frozenset(
    (
        "支出",
        "收成",
        "输出",
        "产出",
        "进出",
        "演出",
        "外出",
        "突出",
        "杰出",
        "未来",
        "外来",
        "往来",
        "本来",
        "新来",
        "后来",
        "组成",
        "现成",
        "速成",
        "早起",
        "来回",
        "往回",
        "地下",
        "线下",
        "手下",
        "名下",
        "乡下",
        "林下",
        "年下",
        "心得",
        "所得",
        "养成",
        "促进",
        "先进",
        "后进",
        "改进",
        "推进",
        "引进",
    )
)
"""What verbs end with that have brought something about, and words that only look like them."""
_WHOM = frozenset(
    (
        "受益",
        "脱贫",
        "毕业",
        "就业",
        "签约",
        "入驻",
        "参加",
        "参与",
        "结对",
        "援建",
        "搬迁",
        "支教",
        "挂职",
        "授课",
    )
)
_NOT_GIVEN = (
    "笔记",
    "记录",
    "日记",
    "手记",
    "商品",
    "均价",
    "单价",
    "成本",
    "经理",
    "需求",
    "支付",
    "总",
    "中选",
    *("中心", "平台", "系统", "基地", "活动", "机制", "报告", "病例", "课题"),
)
_TURNS = frozenset(("就业", "创业", "务工", "脱贫", "增收", "上学", "入学", "复学"))
"""What those do to whom something is done."""
_SIGNED = frozenset(("签署", "签下"))
_RAISED = frozenset(("实现", "完成", "推动", "确保", "达成"))
"""Verbs that act on a rate, where others belong to it: 抢救成功率, 抽检合格率."""
_POSTS = ("床位", "人数", "岗位", "员额", "名额", "教师", "人员")
"""What an establishment has: 编制床位."""
_BUILT = ("中心", "室", "站", "点", "基地", "园", "馆", "厂", "学校", "医院", "幼儿园", "车间", "平台", "住房", "公寓", "厕所", "大棚")
"""What is built: 建设|实验室, but 建设任务."""
_HELPS = frozenset(("帮扶", "支援", "援助"))
_HELPERS = ("责任人", "干部", "人才", "专家", "教师", "医生", "医师", "队", "联系人", "力量")
"""Those who help are no object of it: 帮扶|责任人."""
_SENDS = re.compile("派|引[进才来]|出动|[抽借]调|请来|返聘|聘请|邀请|召集|集结|调[集派]|选聘")
"""Verbs that bring people, who are named by a word for any people: 引进|专家."""
_MOVED = frozenset(("转移", "输转", "带动", "吸纳"))
_KINDS = frozenset(("人员", "对象", "人才", "专家", "队员", "病例"))
_WORKS = frozenset(("项目", "资金", "经费", "工程", "方案", "任务", "标准", "政策", "办法", "制度"))
_TOSOCIETIES = frozenset(("资助", "救助", "慰问", "走访", "帮助", "服务", "指导", "扶持", "援助", "支持"))
_FUSED = re.compile("^[做带收教](?=(?:手术|徒弟|学生)$)")
"""Verbs that a tagger joins to what they act on: 做手术."""
_RATES = (
    *"率额数量值",
    *("占比", "规模", "比例", "仪式", "活动", "协议", "单位", "企业", "比重", "清单", "服务"),
)
_OWNER = re.compile("^.{2,12}(?:中学|小学|学校|医院|大学|学院)(?=..)")
"""Whose rate it is: 某中学|本科上线率."""
_EMPLOYED = re.compile("^就业(?=(?:农村|农民|贫困|脱贫|富余|返乡|搬迁|易地|低收入))")
_AROUND = re.compile(
    "(?<=..)全[县市州省区镇乡村校院国厂]$|^(?:[今去]年以来|全年(?!目标|计划|任务)|[今去]年(?!以来)|目前|如今|眼下|本月|当天|当日|以[上下])(?=..)"
)


_LED = re.compile(
    "^(?:[^的、和]{0,8}[直间]接(?:受益|带动|惠及|吸纳|服务)|各[类种]|大小|大大小小的?)(?=..)(?!人数|人次|人口)"
    "|^[^等、]+、[^等]*等(?=..)(?!.*(?:[率额量数速值]|比例|规模|比重)$)(?:各[类种]|大小)?"
)
"""What leads to the noun: 直接受益|农户, 各类|意见, 呼吸机、输液泵等|设备."""


@lru_cache(maxsize=1)
def _leads() -> frozenset[str]:
    return words("count_verbs") | words("item_leads")


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
        if flag[0] == "v" and taken and _modifies(tokens, k):
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
                and ("".join(taken[::-1]) not in _KINDS or _SENDS.search(word))
                and taken != ["占比"]
                and taken[-1] not in _SUFFIX
                and _leads_to(word, tokens, k, taken)
            ):
                # 发放宣传资料1200份: the act is told apart from what it gives.
                if word not in kept:
                    if taken[-1] == "建设":
                        taken.pop()  # 捐助|建设|学校
                    break
                taken.append(word)
                continue
            taken.append(word)
            rated = taken[-2:-1] and taken[-2] in _MEASURED and k and tokens[k - 1][1] == "n"
            inside = word in compounds() and k and tokens[k - 1][1] == "n" and not is_agent(tokens[k - 1][0])
            if len(taken) > 1 and word not in _RATED and not rated and not inside:
                break
        elif taken and word in ("以上", "以下") and k and tokens[k - 1][0][-1] in "高级科士称模":
            taken.append(word)  # 副高以上职称
        elif taken and ((word in LINK or word == "等") or (word in _BOUND and taken[-1][0] in _BINDS)):
            taken.append(word)
        else:
            break
    phrase = joined(_without_act(taken[::-1], kept))
    if phrase and "”" in phrase and "“" not in phrase:
        phrase = phrase.rpartition("”")[2] or phrase
    phrase = phrase and _FUSED.sub("", phrase)
    if phrase in _RATED and len(tokens) > 2 and is_noun(*tokens[-3]):
        phrase = "".join(word for word, _ in tokens[-3:])  # 秧苗|整齐|率
    if phrase and phrase.endswith("率"):
        phrase = _OWNER.sub("", phrase)
    if phrase and phrase[0] in _PROVINCES and window[-len(phrase) - 1 : -len(phrase)] in _BOUND_FOR:
        phrase = phrase[1:]  # 赴苏|跟岗干部
    if phrase and phrase.startswith("就业"):
        phrase = _EMPLOYED.sub("", phrase)
    return phrase and (_AROUND.sub("", _LED.sub("", phrase)) or phrase)


def _opens(tokens: tuple[tuple[str, str], ...], k: int) -> int:
    """Where the quotation begins that ends at ``k``; ``len(tokens)`` where that is not near."""
    return next((j for j in range(k - 1, max(k - _QUOTED, -1), -1) if tokens[j][0] == "“"), len(tokens))


def _leads_to(word: str, tokens: tuple[tuple[str, str], ...], k: int, taken: list[str]) -> bool:
    """Whether a verb acts on the noun behind it and is no part of it: 引进|企业, 新开设|科室."""
    if word not in _leads() and not (word[0] == "新" and word[1:] in _leads()):
        return False
    if word in _CHANGED:
        # 新增|学位, but 城镇新增就业
        return taken[-1] not in words("nominal_verbs") and taken[0][-1] not in _RATED
    if len(word) == 1 and k and (tokens[k - 1][1][0] in "aj" or (word == "办" and tokens[k - 1][1] == "n")):
        return False  # 网信|办|举报中心
    return not taken[0].endswith("率") or word in _RAISED


def _modifies(tokens: tuple[tuple[str, str], ...], k: int) -> bool:
    """接收|社会|捐赠|资金: a verb behind the noun of another verb is part of what that one acts on."""
    if k < 2 or tokens[k - 2][1] != "v" or tokens[k - 2][0] not in _leads() - words("nominal_verbs"):
        return False
    return tokens[k - 1][1] == "n" and not is_agent(tokens[k - 1][0])


def _brings_about(word: str) -> bool:
    """Whether a word is a verb with its result, which is no part of a noun: 运来, 建起, 签下; not 支出."""
    return len(word) == 2 and word[1] in _RESULTS and word not in _NO_RESULTS


def _is_act(rest: str) -> bool:
    return rest in words("nominal_verbs") or (len(tokens := tag(rest)) == 1 and tokens[0][1] == "v")


def _without_act(taken: list[str], kept: list[str]) -> list[str]:
    """资助|学生, 公司安置|群众: the act, and who does it, is told apart from those it is done to."""
    gives = words("item_givers")
    for k in range(len(taken) - 2, -1, -1):
        word = taken[k]
        if word in kept or (
            word not in gives
            and not _brings_about(word)
            and word not in _MOVED
            and (word not in _leads() or word in _WHOM | _CHANGED)
        ):
            continue
        rest = joined(taken[k + 1 :])
        if not rest or len(rest) < 2 or rest.startswith(_NOT_GIVEN) or _is_act(rest):
            continue  # 转移|就业, 新建|商品住宅
        if taken[-1] in _TURNS and is_person("".join(taken[k + 1 : -1])):
            return taken[k + 1 : -1]  # 安置|残疾人|就业
        if word == "建设" and rest.endswith(_BUILT):
            return taken[k + 1 :]
        if word in _HELPS and rest.endswith(_HELPERS):
            continue
        if word == "编制" and rest.startswith(_POSTS):
            return taken[k:]
        if word == "转移" and rest.startswith("安置"):
            continue
        if word in _MOVED and rest.startswith("就业") and is_person(rest):
            return taken[k + 2 :]  # 转移|就业|农村劳动力
        if word == "安置" and is_person(rest):
            return taken[k + 1 :]
        if (
            (word in gives or _brings_about(word))
            and (word in _SIGNED or not rest.endswith(_RATES))
            and rest not in _KINDS | _WORKS
        ):
            return taken[k + 1 :]
        if (
            rest
            and rest not in _KINDS
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
