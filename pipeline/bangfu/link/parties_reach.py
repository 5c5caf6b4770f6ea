"""Whom a verb of money reaches: behind a preposition in front of it, or behind the verb itself."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import table
from bangfu.link.parties_verbs import STATED, Act
from bangfu.link.parties_words import BODY, NUMBERED, THAT, may_get
from bangfu.recognize import items

_FOR_WHOM = re.compile(
    r"(?<![成《作针])(?:为|给|替(?!代|换)|帮(?!扶|助)|向|对(?!口|外|接|非|华|方))(?!了|此|何|主)"
)
_FOR_GAIN = re.compile(r"(?<![成《作])(?:为|给|帮助|助力|促进|带动|帮)(?!了|此|何|主|扶)")
_ORGAN = re.compile(
    r"(?:公司|集团|基金会|[局委厅署院校园馆会社厂联]|中心|[小中大]学|学校|医院|银行|[省市县区镇乡村州旗盟]|[村完]小|[一二三四五六七八九十]中|兵团|食堂)$"
)
_HELPED = re.compile(
    r"(?:符合[^，。；]{2,6}的|每一?[位名户个所家人]|另外|全[校园省市县]的?|其他|\d+[多余]?[位名户所个家])+(?=[一-鿿]{2})"
)
_TRADES = re.compile("融资|募集|募捐|筹集|筹资|筹措|采购|购买|集资|贷款|借款|募得|筹得|众筹|筹款")
_AND_MORE = re.compile(r"等\d+个?(?:省区市|省区|省市|省|市|县|地区|国家|城市)(?:（[区、市]+）)?")
_SUCH = re.compile(r"等\d+[名位个户]([^，。；\d的]{2,8})$")
_NOT_REACHED = re.compile("(?:资金|产业|项目|工程|财政|经济|社会)$")
_SEVERAL = re.compile(r"[^，。；\d]{0,8}\d+个?(?:省区市|省份|省|市|县|地区|区县)(?:（[区、市]+）)?$")
_SUCH_AS = re.compile(r"^[^，。；]{0,24}?[等的]\d+[名位个户]([^，。；\d]{2,12})$")
_PLACE_FIRST = re.compile("^([^，。；的]{2,10}?[省市县区州盟旗镇乡村])(?=[^，。；的]{4,}$)")
_INTO = frozenset(("入股", "投入", "投", "投资", "注入", "划拨", "拨付"))
_INTO_WHAT = re.compile(
    "^[到至进]([^，。；]{2,14}?(?:业|领域|公司|合作社|项目|产业|[县市区镇乡村]))(?:中|里)?(?:就|已|的)*(?:有|达|共)*$"
)
_REWARDS = frozenset(("奖励", "奖", "补助", "补贴", "补", "发放", "发", "给", "资助", "分红"))
_EACH_BODY = re.compile("(?:[一-鿿]{0,4}给)?每一?[个名位所家户]([^，。；每\\d]{2,10}?)(?:每[年月]|一次性)*")
_STRAY = re.compile(
    r"(?:的?[\d一二两三四五六七八九十]+[余多]?[一-鿿]|[“”（(《]|发放|提供|共|累计|近|约|超|总额)$"
)


def receiver(act: Act, names: tuple[str, ...] = ()) -> str | None:
    """The noun between a preposition and the verb: 为乙县投入, 给学校捐赠, 促进农民增收.

    >>> receiver(Act("募集", "give", "向社会", ""))
    """
    if act.verb in _REWARDS and (each := _EACH_BODY.fullmatch(act.head)):
        return each[1]
    for match in (_FOR_GAIN if act.role == "gain" else _FOR_WHOM).finditer(act.head):
        if (_TRADES.fullmatch(act.verb or "") and match[0] == "向") or act.head[: match.start()].endswith(
            "面"
        ):
            # 向社会募集, 面向机构投资者: they give.
            continue
        begin = helped.end() if (helped := _HELPED.match(act.head, match.end())) else match.end()
        named = max((name for name in names if act.head.startswith(name, begin)), key=len, default=None)
        if named and act.head[begin + len(named) : begin + len(named) + 1] not in tuple("、和与及等的"):
            return named
        if that := THAT.match(act.head, begin):
            return that[0]
        name, _ = items.after(act.head, begin, len(act.head))
        if name and (members := _SUCH.match(act.head, begin + len(name))) and items.is_person(members[1]):
            return members[1]
        if name and (more := _AND_MORE.match(act.head, begin + len(name))):
            name += more[0]
        end = begin + len(name or "")
        if (
            name
            and name.count("“") == name.count("”")
            and act.head[end : end + 1] != "的"
            and may_get(name := _without_act(name))
        ):
            return name
    return None


def _without_act(name: str) -> str:
    """机构投资者 of 机构投资者招标: without the verbs at the end of a noun phrase."""
    tagged = list(items.tag(name))
    while len(tagged) > 1 and tagged[-1][1].startswith("v") and not BODY.search(name):
        name = name[: -len(tagged.pop()[0])]
    return name


@lru_cache(maxsize=1)
def reaching() -> frozenset[str]:
    """The verbs whose object may be who is paid."""
    return frozenset(row[0] for row in table("money_verbs") if row[2] == "whom")


def reached(act: Act, names: tuple[str, ...] = ()) -> str | None:
    """Whom the verb reaches before the amount: 资助学生5万元, 捐给学校一辆价值5万元的车.

    >>> from bangfu.link.parties_verbs import act_of
    >>> reached(act_of("资助困难学生")), reached(act_of("拨付南坡小学")), reached(act_of("拨付救灾资金"))
    ('困难学生', '南坡小学', None)
    """
    inner = STATED.sub("", act.tail).lstrip("了过")
    if act.verb == "投向":
        return inner or None
    if act.verb in _INTO and (into := _INTO_WHAT.match(inner)):
        return into[1]
    if act.verb not in reaching() or not inner:
        return None
    if inner in ("他", "她"):
        return inner
    if listed := _SUCH_AS.match(inner):
        return listed[1] if items.is_person(listed[1]) else None
    if act.verb.endswith("给"):
        if place := _PLACE_FIRST.match(inner):
            return place[1]
        if may_get(inner) and not _STRAY.search(inner):
            return inner
    while stray := _STRAY.search(inner):
        inner = inner[: stray.start()]
    if several := _SEVERAL.match(inner):
        return several[0]
    number = NUMBERED.match(inner)
    rest = inner[number.end() :] if number else inner
    name, _ = items.after(rest, 0, len(rest))
    if not name:
        return None
    if items.is_person(name):
        return name
    whole = rest.startswith(name) and (len(name) == len(rest) or act.verb.endswith(("给", "到", "向")))
    is_body = _ORGAN.search(name) and not _NOT_REACHED.search(name)
    return (number[0] if number and "省" in name else "") + name if whole and is_body else None
