"""Whom the clauses around an amount tell of: who was treated or paired with, to whom it was sent on."""

from __future__ import annotations

from bangfu.link.parties import nouns
from bangfu.link.parties import subject as said
from bangfu.link.parties.frame import Fields, Frame
from bangfu.link.parties.grammar import pattern
from bangfu.link.parties.takers import counted, is_human, taker, who
from bangfu.recognize.items.words import stops

_GIVES_OUT = pattern("发放|赠送|送[出上去]|免费|分发")
_OF_FUND = frozenset(("each", "a-head", "to-each", "helped"))
_EACH = pattern("每[人名位户所家学年]|各|分别")
_PAYS = pattern("奖|补|资助|领|拿|获|得|发|给|出")
_NAMED = pattern("(“[^“”]{2,14}(?:{prize}|奖|计划|项目|工程)”|“[^“”]{2,12}”(?:{prize}))")
# 发放奖学金|，每人五百元
_GIVEN = pattern(
    "(?:{gives_prize})了?(?:首批|[^，。；\\d]{0,6}?)((?:“[^“”]{2,12}”)?(?:{prize}|生活补助|补助金))$"
)
# 共接诊群众278人次, 慰问特困户650户
_TREATED = pattern(
    "(?:{treats}|慰问|走访|看望)了?([^，。；\\d]{2,24}?){roughly}?{figure}(?:{people}|余?[人户名]次?)"
)
# 为1100多名群众看了病, 为乡亲们测血压
_TREATED_FOR = pattern("[为给]((?:{number}{unit})?[^，。；\\d]{2,12}?)(?:{treats}|看了?病|检查|测|做|开)")
# 与10名特困生结成帮扶对子
_PAIRED = pattern("[与和同]([^，。；]{2,24}?)(?:结对|结成|结为|一对一)")
# ，于当日配发至九所乡村学校
_SENT_ON = pattern(
    "，?[^，。；\\d]{0,8}?(?:(?:配发|发放|分发|转发|捐|转|打|汇|拨|寄|投|运|送|发)(?:给|至|往|到)了?|留在|受益(?:方|人|对象|单位)[为是])([^，。；！？]{2,30})"
)
_IN_FULL = pattern("^[^，。；]{0,12}?{level}(?:的|等地的?)(?={number})")

# 青溪市对口帮扶南坡县, 32家企业与27个村结对
_AIDS = pattern(
    r"(?:定点|对口|结对)(?:帮扶|支援|援助|协作)([^，。；\d的]{2,12}?(?:{level}|{served}))(?:以来)?$|[与和同]([^，。；]{2,16}?)(?:结对|牵手|结成对子)(?:帮扶|共建)?$"
)


def fund_in_front(f: Frame, cells: Fields) -> str | None:
    """设立“南坡奖学金”，每年奖励20名学生，每人1500元: the fund that was told pays for each of them."""
    each = f.each or _EACH.search(f.clause) or f.rest.startswith(("不等", "至"))
    if not f.earlier or not (cells.frame in _OF_FUND or (cells.frame in ("act", "figure") and each)):
        return None
    if _PAYS.search(f.clause) is None and not each:
        return None
    for text in f.earlier:
        if named := _NAMED.search(text):
            return named[1]
    given = _GIVEN.search(f.earlier[0])
    return given[1] if given else None


def treated(f: Frame) -> str | None:
    """接诊群众278人次，免费发放药品价值…: those who were treated get what is given out."""
    if not any(_GIVES_OUT.search(text) for text in (f.clause, *f.earlier[:1])):
        return None
    for text in (f.clause, *f.earlier[:3]):
        if told := _TREATED.search(text):
            last = told[1].rpartition("等" if "等" in told[1] else "的")[2]
            if is_human(end := who(last) or last):
                return end
        if (told := _TREATED_FOR.search(text)) and (whom := who(told[1]) or counted(told[1])):
            return whom
    return None


def paired(f: Frame) -> str | None:
    """与10名特困生结成帮扶对子，每人每学期资助200元: those paired with are helped."""
    for text in f.earlier[:2]:
        if told := _PAIRED.search(text):
            return counted(told[1]) or who(told[1].rpartition("的")[2])
    return None


def sent_on(f: Frame) -> str | None:
    """，于当日配发至三地的九所乡村学校: whom the rest of the sentence says it was sent to."""
    told = _SENT_ON.match(f.rest)
    if told is None:
        return None
    text = _IN_FULL.sub("", told[1])
    name = taker(text, f.bodies)
    return name if name and len(name) > 1 and not stops(name) else None


def aiders(f: Frame) -> tuple[str | None, str | None]:
    """青溪市对口帮扶南坡县，…到位; 32家企业与27个村结对，…到账: who helps whom, told in front."""
    for i, text in enumerate(f.earlier[:2]):
        if told := _AIDS.search(text):
            name = said.leading_name(text[: told.start()]) or f.leads[i + 1 : i + 2][0]
            whom = told[1] or told[2]
            if name and whom not in name and nouns.may_get(whom):
                return name, whom
    return None, None
