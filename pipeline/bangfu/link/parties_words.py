"""The words around an amount of money: its verb, who may pay, whom it reaches, what it is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bangfu.lexicon import mapping, words
from bangfu.recognize import items, items_front

CLAUSE = re.compile(r"[，。；：！？\n,;:!?]")
"""Where one clause ends and the next begins."""

STATED = re.compile(
    r"(?:达到了|达到|(?<![下传抵送])达|超过了|超过|超|为|约|近|突破了|突破|增长到了|增长到|增至|仅|只有"
    r"|是|累计|共计|合计|总计|共|已|有)+$"
)
_FOR_WHOM = re.compile(r"(?<![成《])(?:为|给|向|对(?!口|外|接|非|华))(?!了|此|何|主)")
_FOR_GAIN = re.compile(r"(?<![成《])(?:为|给|帮助|助力|促进|带动)(?!了|此|何|主)")
_TIME = re.compile(
    r"^(?:(?:截至|截止|自|从|到|在)[^，。；]{0,8}?(?:年底|[年月日底]|以来|期间|前)|\d+年(?:底|初|度)?|\d+月(?:份)?"
    r"|\d+日|[上下]午|年以来|以来|目前|如今|今年|去年|前年|近年来|近年|日前|近日|当天|[近过]去?\d+年(?:来|间)?)+"
)
_LEAD = re.compile(
    r"^(?:[另还]有|另由|力争|近几年|未来|引导|动员|鼓励|号召|其中|此外|同时|目前|累计|共|并|还|又|已|也|再|另|而|则|并且|随后"
    r"|先后|当天|日前|近日|今天|昨天|合计|加上|总共|全年|将)+"
)
_NUMBERED = re.compile(r"^(?:\d+|[一二两三四五六七八九十百]+)[多余]?[个家名位所]")
_SUBJECT_END = re.compile(
    r"(?:累计|共(?!青|产|和|同富)|已|还|今天|昨天|期间|紧急|积极|专门|先期|热心|慷慨|主动|自发|集体|一次|分三次|另"
    r"|共计|先后|日前|近日|分别|每年|今年|去年|共同|一次性|提前|现场|[为给向](?!了)|对(?!口|外)|将|拟|计划|又|再"
    r"|全年|联合|代表|把|就|从(?!业)|在(?!校|职|读)|持续|连续|全部|通过|利用|带着|用|按|则|正|当场|当即|个人|本人|每[人户名位]|今后|下一步)"
)
_TOTALS = frozenset(("总额", "金额", "总值", "规模", "余额", "成本", "支出", "总价", "产值"))
_NOMINAL = frozenset(("补贴", "补助", "支出", "支付"))
_GIVEN = re.compile("[给向对为][^，。；的]{1,8}$")
_NOUNS = frozenset(("贷款", "投资", "融资", "销售"))
_NAMED_AFTER = re.compile("总额|总量|额度|数额|规模|活动|仪式|协议|项目|标准|比例|力度")
_GROWS = re.compile("增加|减少|增长|下降|多增|少增")
_BODY = re.compile(
    r"(?:公司|集团|基金会?|政府|财政|[部局委厅署院校园馆会社团行处站所组队厂店网办]|中心|[小中大]学|学校|医院|银行|企业|单位"
    r"|机构|家庭|双方|各[方界地]|中央|国家|[省市县区镇乡村国州旗盟]|地区|省份|各市|资金|产业|项目|工程|当地|地方"
    r"|部门|经济)$"
)
_PART = re.compile("投资(?:者|人|方)|捐赠(?:者|人|方)|资助(?:者|人|方)|发行人|补助标准|支持率|销售员")
_SAYS = re.compile(
    "(?:说|表示|介绍|指出|透露|要求|规定|印发|通报|发布|公布|统计|宣布|报告|显示|算过|告诉记者|认为|称|获悉|了解到)(?:了|道)?"
)
_SAID = re.compile(
    rf"(?:{_SAYS.pattern})$|^(?:据|根据|按照)|{_SAYS.pattern}[^，。]{{0,3}}(?:通知|意见|报告|消息|方案|预算)"
)
_HELPED = re.compile(r"(?:每一?[位名户个所家人]|\d+[多余]?[位名户所个家])(?=[一-鿿]{2})")
_FOR_OTHER = re.compile(r"代表([^，。；]{2,20}?)(?=[向为给]|捐)")
_THAT = re.compile(
    "(?:该|本)(?:幼儿园|学校|中学|小学|医院|公司|集团|基金会|协会|商会|学院|大学|银行|总会|[校园院行县区市旗镇乡村会企])|[县旗镇乡村][里上](?!的)"
)
_PREPOSED = re.compile("[为给向对在由将把与同从]|通过|利用|针对|围绕")
_OBJECT = re.compile("[人者方企机队团员教]")
_NOBODY = re.compile(
    "消息|本报|记者|报道|期间|情况|^(?:全国|全省|全市|全县|全球)$|^(?:被|聚焦|围绕|针对|按照|根据|涉及)"
)
_WORTH = ("价值", "总值", "总价值", "共计", "合计", "为", "达")


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of money with the text before and behind it in its clause.

    ``role`` tells whose act it is: ``give`` (the subject pays), ``get`` (the subject is paid) or ``state``.
    """

    verb: str | None
    role: str
    head: str
    tail: str


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("money_verbs"), key=len, reverse=True)))


@lru_cache(maxsize=1)
def _kinds() -> re.Pattern[str]:
    longest = "|".join(sorted(words("money_kinds"), key=len, reverse=True))
    return re.compile(rf"(?:[年月日人户]均|[总年月])?(?:可支配|综合|直接|经济)*(?:{longest})$")


@lru_cache(maxsize=4096)
def kind_of(clause: str) -> str | None:
    """The kind of figure that stands right before an amount.

    >>> kind_of("农村居民人均可支配收入达"), kind_of("本年度的助学金总额为"), kind_of("投入")
    ('人均可支配收入', '助学金总额', None)
    """
    body = STATED.sub("", clause).removesuffix("由").removesuffix("从")
    match = _kinds().search(body)
    if match is None:
        return None
    return (items_front.before(body, 0, len(body)) or match[0]) if match[0] in _TOTALS else match[0]


@lru_cache(maxsize=4096)
def act_of(clause: str) -> Act:
    """The first verb of giving or getting that is no part of the figure's name, else the last that states.

    >>> act_of("甲市累计为乙县投入财政援助资金")
    Act(verb='投入', role='give', head='甲市累计为乙县', tail='财政援助资金')
    """
    roles = mapping("money_verbs")
    body = STATED.sub("", clause)
    figure = _kinds().search(body)
    kind = figure[0] if figure else ""
    limit = len(body) - len(kind)
    starts = items.word_starts(clause)
    state: re.Match[str] | None = None
    for match in _verbs().finditer(clause):
        verb, at = match[0], match.start()
        if at not in starts or _PART.match(clause, at) or (len(verb) == 1 and match.end() not in starts):
            continue
        if roles[verb] == "state":
            state = match
        elif verb in _NOMINAL and at > 2 and match.end() == len(body) and not _GIVEN.search(clause[:at]):
            return Act(None, "state", clause, "")
        elif (
            _NAMED_AFTER.match(clause, match.end())
            or (verb in _NOUNS and _GROWS.match(clause, match.end()))
            or (match.end() > limit and (kind != verb or body != clause))
        ):
            continue
        elif not at or clause[at - 1] not in "的和、所被“" or verb == "捐款":
            return Act(verb, roles[verb], clause[:at], clause[match.end() :])
    if state:
        return Act(state[0], "state", clause[: state.start()], clause[state.end() :])
    return Act(None, "state", clause, "")


def gift_before(act: Act, earlier: tuple[str, ...]) -> Act | None:
    """The verb of giving in the clauses in front of an amount that only states a worth.

    >>> gift_before(act_of("价值"), ("向学校捐赠图书300册",)).verb
    '捐赠'
    """
    silent = act.verb is None and not STATED.sub("", act.head)
    if not silent and (act.verb not in _WORTH or (act.verb in ("为", "达") and "价值" not in act.head)):
        return None
    roles = mapping("money_verbs")
    for text in (act.head, *earlier[:2]):
        for match in _verbs().finditer(text):
            if roles[match[0]] == "give":
                return Act(match[0], "give", text[: match.start()], text[match.end() :])
    return None


def subject(clauses: tuple[str, ...]) -> str | None:
    """The name with which the first of ``clauses`` that begins with one begins.

    >>> subject(("累计", "去年青禾公司向学校"))
    '青禾公司'
    """
    for i, text in enumerate(clauses):
        if _SAID.search(text):
            # 教育部门通报，…发放3万元: whoever reports an amount has not paid it.
            return None
        if name := leading_name(text):
            return name
        if not i and not _PREPOSED.match(text) and not _acts_first(text) and may_act(_LEAD.sub("", text)):
            # 反对政府削减3万元: the clause has its own agent, in a form that is not known here.
            return None
    return None


@lru_cache(maxsize=1)
def _act_words() -> re.Pattern[str]:
    own = ("普惠", "免费", "定点", "实施", "义诊")
    verbs = sorted({*words("count_verbs"), *words("money_verbs"), *own}, key=lambda w: (-len(w), w))
    return re.compile("|".join(re.escape(w) for w in verbs if len(w) > 1))


def _acts_first(text: str) -> bool:
    """选派教师, 资助学生: a clause without a subject; 捐赠人, 培训机构 are nouns."""
    match = _act_words().match(text)
    return match is not None and not _OBJECT.match(text, match.end())


@lru_cache(maxsize=4096)
def leading_name(text: str) -> str | None:
    """The leading name of a clause: times and adverbs off, cut before its first verb or preposition.

    >>> leading_name("近日财政部提前"), leading_name("累计")
    ('财政部', None)
    """
    text = _LEAD.sub("", _TIME.sub("", text.strip('“”" ')))
    number = _NUMBERED.match(text)
    prefix, text = (number[0], text[number.end() :]) if number else ("", text)
    if cut := _SUBJECT_END.search(text):
        text = text[: cut.start()]
    if text[:1] in ("他", "她") and text[1:2] != "们":
        return text[0]
    if that := _THAT.match(text):
        return None if items.is_person(text[that.end() : that.end() + 2]) else that[0]
    if len(text) < 2 or _acts_first(text):
        return None
    noun, _ = items.after(text, 0, len(text), None if prefix else "人")
    if noun is None or not 2 <= len(noun) <= 24 or not may_act(noun):
        return None
    end = text.find(noun) + len(noun)
    # 民政部指定的29家平台, 甲市南坡、乙市北坡: the name is only a part of who acts.
    behind = text[end:]
    if behind.startswith("组织"):
        noun, behind = noun + "组织", behind[2:]
    return None if "的" in behind or (behind and behind[0] in "、和与") else prefix + noun


def may_act(noun: str) -> bool:
    """Whether a noun phrase names someone or some body that can pay or be paid."""
    if _NOBODY.search(noun):
        return False
    return bool(_BODY.search(noun)) or items.is_person(noun) or items.has_name(noun)


def receiver(act: Act) -> str | None:
    """The noun between a preposition and the verb: 为乙县投入, 给学校捐赠, 促进农民增收."""
    for match in (_FOR_GAIN if act.role == "get" else _FOR_WHOM).finditer(act.head):
        begin = helped.end() if (helped := _HELPED.match(act.head, match.end())) else match.end()
        if that := _THAT.match(act.head, begin):
            return that[0]
        name, _ = items.after(act.head, begin, len(act.head))
        end = begin + len(name or "")
        if name and name.count("“") == name.count("”") and act.head[end : end + 1] != "的":
            return name
    return None


def reached(act: Act) -> str | None:
    """Whom the verb reaches before the amount: 资助学生5万元, 投向制造业3万元."""
    inner = STATED.sub("", act.tail)
    if act.verb == "投向":
        return inner or None
    name, _ = items.after(inner, 0, len(inner))
    return name if name and items.is_person(name) else None


def stands_for(head: str) -> str | None:
    """他代表公司向学校: the body for which someone acts.

    >>> stands_for("他又代表南坡公司向学校")
    '南坡公司'
    """
    match = _FOR_OTHER.search(head)
    return match[1] if match and may_act(match[1]) else None
