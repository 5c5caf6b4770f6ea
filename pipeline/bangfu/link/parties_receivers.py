"""Whom an amount reaches by what the rest of its sentence tells: helped people, the school that is mended.

Each way to tell it is a pattern that ends where the words for the receiver begin, or holds them as a group;
what stands there counts only if it names people, a known body or a place.
"""

from __future__ import annotations

import re

from bangfu.link import parties_takers as takers
from bangfu.link.parties_frame import Frame
from bangfu.recognize import items
from bangfu.recognize.places import is_place

_GIFT = re.compile(
    "捐|赠|资助|拨|出资|投入|配套|赞助|拿出|送|援|安排|追加|[寄转汇]来|提供|支持|筹|募|[打掏凑]|给|补|奖|批|发放|慰问"
)
_FOR_THEM = re.compile(
    r"(?:[^，。；！？\n]{0,16}，){0,2}?[^，。；！？\n]{0,10}?"
    r"(?:(?:只|专门|指定|定向|用于|用来|并|都|全)(?:给|为|帮)|，(?:给|为|帮)|(?:用于|用来|专门|重点)(?:奖励|资助|救助|补助|慰问|帮助))(?!了)"
    r"(?:每一?[位名户个])?(?=([^，。；！？\n]{2,24}))"
)
_DOES = re.compile(
    "(?!了)(?:垫|付|配|买|交|购|添|装|治|做|缴|补|换|盖|修|建|发放?|慰问|过年|解决|手术|看病|上学|读书)"
)
_MENDED = re.compile(
    r"(?:[^，。；！？\n\d]{0,16}，)?[^，。；！？\n\d]{0,6}?(?:改造|改善|修缮|维修|修建|新建|更换|盖|翻修|翻新)了?"
    r"((?:\d+[余多]?[所个家间][^，。；、的\d]{0,12}?|[^，。；、的\d]{2,14}?)(?:学校|[小中大]学|幼儿园|医院|卫生院|卫生室|村小|完小|敬老院|福利院))"
    r"(?:的|[一-鿿]{0,3}(?:宿舍|食堂|楼|操场|厨房|校舍|病房|教室))"
)
_STOP = re.compile("[，。；：！？、\\n]|手中|手里|手上")
_FOR_NAMED = re.compile("(?:为|给|帮)(?!了|此)[^，。；]{2,}$")
_TREATS = re.compile(r"(?:资助|救助|帮助|奖励|补助|补贴)了?(?=[^，。；\d]{2,20}$)")
_EACH = re.compile(
    "^(?:平均)?每[一-鿿]{1,2}(?:最高|最多|可|再|还|另|又)?(?:补助|补贴|奖励|资助|报销|救助|减免)?$"
)
_OURS = re.compile("(?:帮助|帮扶|支持|支援|投入|援建)(?:到|给)?(我[省市县州区旗镇乡村])")
_CAME = re.compile("(?:来到|走进|奔赴)([一-鿿]{2,6})$")
_BRINGS = re.compile(
    r"(?:[给为](?:当地|本地|周边|全[县镇村乡])?)((?:\d+[余多]?[个户家名位])?[^，。；的\d]{1,12}?)(?:每[年月]|一年)?(?:带来|增加|创造|节省|节约)"
)
_INCOME = re.compile("(?:收入|工资|薪|增收|减负|报酬|进项|多[挣赚])(?:中位数)?$")
_HERS = re.compile("^[他她](?=的)")
_HOME = re.compile("^(?:[^，。；]{0,4}?[年月]|[上下]半年)?((?:村集体|全家|一家人?|合作社))")
_WORKERS = re.compile(r"[\d.]+[万多余]*[名位户个]?([^，。；\d]{2,24})")
_PER_HEAD = re.compile("^(?:[年月][人户]均|[人户]均|[年月]薪|月工资|工资)")
_SPEAKS = re.compile("介绍|说|表示|透露|通报")


def near(f: Frame) -> str | None:
    """Whom the amount of ``f`` reaches, where its own clause does not say it.

    >>> from bangfu.link.parties_verbs import Act
    >>> act = Act("捐款", "give", "青禾公司", "")
    >>> near(Frame("青禾公司捐款", (), "，改造了9所村小的食堂。", (None,), None, act=act))
    '9所村小'
    """
    if f.act.role == "give" and f.act.verb and _GIFT.search(f.act.verb):
        return _ours(f) or _named(f) or _behind(f.rest) or _helped(f)
    unsaid = f.act.verb is None and not f.kind
    return _brought(f.clause) or _holder(f) or _helped(f) or (_behind(f.rest) if unsaid else None)


def who(text: str) -> str | None:
    """The people with whom a text begins, as it describes them."""
    noun, _ = items.after(text, 0, len(text), "名")
    for phrase in (noun or "", _STOP.split(text, maxsplit=1)[0]):
        last = phrase.rpartition("的")[2]
        if len(last) > 1 and last.isalpha() and last[0] not in "多万余" and takers.is_human(last):
            return last
    return None


def _behind(rest: str) -> str | None:
    match = _FOR_THEM.match(rest)
    if (
        match
        and (whom := who(match[1]))
        and (match[0][-1] not in "给为帮" or _DOES.match(match[1].partition(whom)[2]))
    ):
        return whom
    mended = _MENDED.match(rest)
    return mended[1] if mended else None


def _named(f: Frame) -> str | None:
    """为12岁女孩李小荷募集: a known name right in front of the verb."""
    if not _FOR_NAMED.search(f.act.head):
        return None
    return max((n for n in f.bodies if f.act.head.endswith(n)), key=len, default=None)


def _helped(f: Frame) -> str | None:
    """资助患病儿童手术，每例…; 用于县医院的5亿元，平均每家…: whom what is in front reaches."""
    if not f.earlier or not _EACH.match(f.clause):
        return None
    if f.same and f.same.payee:
        return f.same.payee
    if treats := _TREATS.search(f.earlier[0]):
        return who(f.earlier[0][treats.end() :])
    return who(f.earlier[0])


def _ours(f: Frame) -> str | None:
    """帮助我县…，发放; 来到宁夏，投入."""
    for text in (f.clause, *f.earlier):
        if ours := _OURS.search(text):
            return ours[1]
    came = _CAME.search(f.earlier[0]) if f.earlier else None
    return came[1] if came and is_place(came[1]) else None


def _brought(clause: str) -> str | None:
    """每年给当地174个村带来收益."""
    match = _BRINGS.search(clause)
    return match[1] if match and len(match[1]) > 1 else None


def _holder(f: Frame) -> str | None:
    """Whose income it is: her wage, that of the people whom the clause in front counts, of the whole home."""
    kind = f.kind or ""
    if not _INCOME.search(kind or f.clause):
        return None
    if hers := _HERS.match(f.clause):
        return hers[0]
    if (home := _HOME.match(f.clause)) and not kind.startswith("村集体"):
        return home[1]
    if f.earlier and _PER_HEAD.match(f.clause) and (told := _WORKERS.search(f.earlier[0])):
        return who(told[1])
    return None
