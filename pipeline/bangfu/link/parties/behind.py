"""Whom the words behind an amount reach: who is helped or supported, for whom something is built."""

from __future__ import annotations

from bangfu.link.parties.aims import WIDE, things
from bangfu.link.parties.grammar import pattern
from bangfu.link.parties.nouns import BODY, may_get, may_pay
from bangfu.link.parties.takers import is_human, longest
from bangfu.recognize.items import behind as items
from bangfu.recognize.places import is_place

_NOT_REACHED = pattern(r"(?:资金|产业|项目|工程|财政|经济|社会|灌区|\d[处项])$|对")
# 支持北坡县做好抗旱, 支持灾区抢险
_SUPPORTED = pattern("{mainly}*支持(.{2,40}?)(?:积极|{mainly})*(?:{tackles}|用于|(?={disaster}))(.{2,40})")
_AREA = pattern(
    "{mainly}*支持([^，。；]{2,30}?{stricken})(?![及和、与])(?:积极|{mainly})*(?:{tackles}|用于|促进)?([^，。；]{4,40})"
)
_MEMBERS = pattern(
    r"，?(?:用于|用来|{so})*(?:{helps}|{grants}|{benefits})[了过]?(?:的)?{roughly}?"
    r"(?:(?:{figure}|{numeral}+){unit}([^，。；]{2,24})|[^，。；\d]{2,20}(?:的|{level}){roughly}?{figure}{unit}([^，。；]{2,24})"
    r"|([^，。；\d]{2,16}?){roughly}?{figure}{people})"
)
_BUILT = pattern(
    "^[，,]?(?:用于|用来|{so})*(?:帮助|{for_whom})(?!了)(?:每[位名个所])?([^，。；]{2,20}?)(?:每[人年月学期]+|各)*"
    "(?:(?:{builds}|{fits}|{buys}|{does_for})(?:了?一?[个台辆套些批件双](?!人|案))?了?([^，。；]{1,40})|(?:垫[上付]|交[上清]|缴[上清]|付[上清])了?(?=[，。；]|$))"
)
# 付不起药费的|病人
_WHO_ARE = pattern("^.{2,14}的(?=.{2,6}$)")
# 医院|图书室: whose room it is
_ROOM = pattern("({served}|学校|医院)[^，。；]{0,4}[室楼房堂厅馆园场]$")
_COUNT = pattern(r"^.{0,2}的|\d")
_MAKES = pattern("[建修盖铺架打装买购]{han}$")
_WORKS = pattern("实施|开展|{builds}|{fits}|{buys}|{goal}|{tackles}")
_HELPS_TO = pattern(
    "^(?:{mainly})*(?:支持|{helps}|协助|赞助|援助|支援|驰援|扶助|接济|扶持|救济|赈济)(?!{builds}|{buys}|{goal})(?=.{2})"
)
_LED = pattern("^(?:另外|引导)")
_LISTED = pattern(r"等\d+[个所间座处]([^，。；]+)")
_OF_THEM = pattern(r"{number}{unit}(?!月|方)([^\d]{2,})$")
_HOME = pattern(r"^[^。；元]{0,80}?，帮助([^，。；\d]{2,8})(?={figure}{people})")
_EFFECT = pattern("^(?:了|强|有力|坚实|重要)*[^，。；]{0,6}{effect}")
THERE = pattern(
    "，{so}*[在于]([^，。；]{2,24}?(?:{level}|[校院园学]))(?={builds}|{founds}|设[了立]|实施|开展|建了)"
)
# built in a county is not for the county
_HERE = pattern(
    "，{so}*在([^，。；]{2,24}?(?:{level}(?=实施|开展)|[校院园学](?={builds}|{founds}|设[了立]|实施|开展)))"
)
# 定点帮扶北坡县以来, 对口支援北坡医院12年
_AIDED = pattern(r"(?:帮扶|支援|援助)([^，。；\d]{2,12}?(?:{level}|医院|中学|小学|学校))(?=以来|\d+年|$|，)")
_TO_SUPPORT = pattern("^为了?(?:更好地?|进一步|全力)?(?=支持|帮助|支援)")
_AIDED_PLACE = pattern("(?:帮扶|支援|援助)({han}{2,4})以来")
_ALREADY = pattern(r"{helps}了?(?=[^，。；\d]{0,12}\d)")
_HELPING = pattern(r"(?:帮助|支持|扶持|助力)([^，。；\d]{2,12}?)((?:{tackles}|{goal})[^，。；]{0,30})$")
_DOES = pattern("^(?:开展|实施|做好|加强|推进)(?=.{2})")
_PRIZED = pattern("，?(用于)?(?:奖励|救助|{grants})了?([^，。；]{2,24})(?=[，。；])")
# 的标准发放补贴
_STANDARD = pattern("的标准(?:予以)?({pays_rate})([^，。；]{0,16})|({rated})(?=[，。；])")


def members(rest: str) -> str | None:
    """The people whom an amount helps, where they are counted or get a prize.

    >>> members("，资助100名困难学生。"), members("奖励获奖者。"), members("，资助这些孩子")
    ('困难学生', '获奖者', None)
    """
    match = _MEMBERS.match(rest)
    if match is None:
        prized = _PRIZED.match(rest)
        last = prized[2].rpartition("的")[2] if prized else ""
        return last if 1 < len(last) < 12 and items.is_person(last) else None
    noun, _ = items.after(match[1] or match[2] or match[3], 0, WIDE, "名")
    return noun if noun and items.is_person(noun) and not noun.startswith("我") else None


def reached_by(rest: str, earlier: tuple[str, ...]) -> str | None:
    """The place or people whom the clause behind, or one in front, names as reach.

    >>> reached_by("，在南坡县实施项目9个", ()), reached_by("。", ("自2016年定点帮扶南坡县以来",))
    ('南坡县', '南坡县')
    >>> reached_by("。", ("已资助困难学生42名",))
    '困难学生'
    """
    if where := _HERE.match(rest):
        return where[1]
    if (home := _HOME.search(rest)) and (home[1][-1] in "县市旗州区盟省" or is_place(home[1])):
        return home[1]
    if earlier and (to := _TO_SUPPORT.match(earlier[0])):
        whom, _aim = supported(earlier[0][to.end() :])
        if whom and (whom[-1] in "区县市镇乡村" or BODY.search(whom)):
            return whom
    for text in earlier[:4]:
        if aided := _AIDED.search(text):
            return aided[1]
        if (aided := _AIDED_PLACE.search(text)) and is_place(aided[1]):
            return aided[1]
    helped = _ALREADY.search(earlier[0]) if earlier else None
    return members("，" + earlier[0][helped.start() :]) if helped else None


def built(rest: str) -> tuple[str | None, str | None]:
    """For whom something is built or bought with an amount, and what.

    >>> built("，为南坡学校添置了理疗设备58台"), built("为银龄教师提供周转房")
    (('南坡学校', '理疗设备'), ('银龄教师', '周转房'))
    """
    match = _BUILT.match(rest)
    if match is None:
        return None, None
    counted = _OF_THEM.search(match[1])
    whom, _ = items.after(counted[1] if counted else match[1], 0, WIDE)
    if match[2] is None:
        text = _WHO_ARE.sub("", match[1])
        return text if items.is_person(text) else None, None
    if room := _ROOM.search(match[1]):
        whom = match[1][: room.end(1)]
    listed = _LISTED.search(match[2])
    if _EFFECT.search(match[2]):
        return None, None
    what = things(listed[1] if listed else match[2])
    return whom if whom and may_get(whom) else None, what


def standard(rest: str) -> tuple[str, str | None] | None:
    """The act behind an amount that is a rate: 2000元的标准发放补贴.

    >>> standard("的标准发放补贴，"), standard("补助。")
    (('发放', '补贴'), ('补助', None))
    """
    match = _STANDARD.match(rest)
    if match is None:
        return None
    return match[1] or match[3], match[2] or None


def supported(aim: str, names: tuple[str, ...] = ()) -> tuple[str | None, str | None]:
    """Who is supported, and in what: 支持乙县做好抗旱工作.

    >>> supported("重点支持乙县做好抗旱工作"), supported("支持越冬饲草料储备")
    (('乙县', '抗旱工作'), (None, '支持越冬饲草料储备'))
    """
    if (helps := _HELPING.match(aim)) and may_get(helps[1]) and not _AREA.match(aim):
        goal = _DOES.sub("", helps[2])
        return _LED.sub("", helps[1]), goal if len(helps[2]) > 2 else aim
    match = _AREA.match(aim) or _SUPPORTED.match(aim)
    if match is not None and may_get(match[1].removeprefix("受")):
        return _LED.sub("", match[1]), match[2]
    return _helped_to(aim, names) or (None, aim)


def _helped_to(aim: str, names: tuple[str, ...]) -> tuple[str, str | None] | None:
    """Who is helped, and to do what: 协助南坡小学更新厨房, 支持研究生支教团."""
    helps = _HELPS_TO.match(aim)
    if helps is None:
        return None
    text = aim[helps.end() :]
    named = longest(text, (*names, "家乡", "母校", "当地"))
    for whom in (named, _before_verb(text), items.after(text, 0, len(text))[0]):
        if not whom or not text.startswith(whom) or _NOT_REACHED.search(whom) or _WORKS.match(whom):
            continue
        does = text[len(whom) :]
        if not does and (BODY.search(whom) or is_human(whom)):
            return whom, None
        acts = does and (items.tag(does)[0][1] in ("v", "vn") or _WORKS.match(does))
        if not (may_pay(whom) or is_human(whom)) or not acts or _COUNT.search(does):
            continue
        if len(does) > 3 or _MAKES.match(does):
            return whom, does
    return None


def _before_verb(text: str) -> str | None:
    """南坡灾民 of 南坡灾民重建家园: what stands in front of the first verb."""
    if (works := _WORKS.search(text)) and works.start() > 1:
        return text[: works.start()]
    at = 0
    for word, flag in items.tag(text):
        if at and flag[0] == "v":
            return text[:at]
        at += len(word)
    return None
