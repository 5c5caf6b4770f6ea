"""Who is helped with an amount, as the words behind it tell, and in what."""

from __future__ import annotations

import re

from bangfu.link.parties_aims import WIDE, things
from bangfu.link.parties_words import may_get
from bangfu.recognize import items
from bangfu.recognize.places import is_place

_SUPPORTED = re.compile(
    r"(?:主要|重点|统筹|用于)*支持(.{2,40}?)(?:积极|重点|更好)*(?:做好|开展|应对|加强|推进|实施|用于|(?=(?:暴雨|洪涝|台风|地震|地质|干旱|低温)[^，。；]{0,8}灾|灾后|抢险|救灾|应急|抗洪|防汛|抗旱|抗震))(.{2,40})"
)
_AREA = re.compile(
    r"(?:主要|重点|统筹|用于)*支持([^，。；]{2,30}?(?:灾区|[重受]灾地区|严重地区|困难地区|省份|等地|（区、市）(?:受灾地区|灾区)?|（区）(?:受灾地区|灾区)?|试点城市))(?![及和、与])(?:积极|重点|更好)*(?:做好|开展|应对|加强|推进|实施|用于|促进)?([^，。；]{4,40})"
)
_MEMBERS = re.compile(
    r"，?(?:用于|用来|将|并|先后|累计|共|已)*(?:资助|奖励|救助|帮助|慰问|补助)(?:了|过)?"
    r"(?:近|约|超过?)?(?:(?:\d+[万多余]*|[两三四五六七八九十几]+)[位名个户]([^，。；]{2,24})|(?:[^，。；\d]{2,20}的)(?:近|约|超过?)?\d+[万多余]*[位名个户]([^，。；]{2,24})|([^，。；\d]{2,16}?)(?:近|约|超过?)?[\d.]+[万多余]*[位名人户])"
)
_BUILT = re.compile(
    r"^[，,]?(?:同时|并|全部|主要|用于|用来|将|计划|拟)*[为给帮](?!了)(?:每[位名个所])?([^，。；]{2,20}?)(?:每[人年月学期]+)*"
    r"(?:建起|建成|建设|新建|添置|购置|购买|买|配备|援建|修建|改造|采购|更换|配齐|安装|装上|提供|解决|添|盖|搭建|打造|维修|修缮|置办|送去|垫付|支付|缴纳|缴|交上|交|发放|实施|开展|修|建)了?([^，。；]{1,40})"
)
_LED = re.compile("^(?:另外|引导)")
_OF_THEM = re.compile(r"(?:\d+|[一两二三四五六七八九十几]+)[余多]?[名位户个所](?!月|方)([^\d]{2,})$")
_HOME = re.compile(r"^[^。；元]{0,80}?，帮助([^，。；\d]{2,8})(?=[\d.]+[万余多]*[名人户])")
_HELPS = re.compile(
    r"，(?:并|先后|累计|共|已)*(?:帮助|资助|救助|支持)了?"
    r"[^，。；\d]{0,14}\d+[万多余]*[名位]([^，。；\d]{3,20})(?=[，。；]|$)"
)
_EFFECT = re.compile("^(?:了|强|有力|坚实|重要)*[^，。；]{0,6}(?:支撑|保障|动力|助力|机遇|基础|帮助|便利)")
_THERE = re.compile(
    r"，(?:先后|累计|已|将)*在([^，。；]{2,24}?[县市州旗镇乡村区校院园])(?:实施|建设|建成|开展|修建|新建|援建|设立|改建|建起|捐建)"
)
_AIDED = re.compile(
    r"(?:对口|定点)?(?:帮扶|支援|援助)([^，。；\d]{2,12}?(?:[县市州旗镇乡村区]|医院|中学|小学|学校))(?=以来|\d+年|$|，)|(?:支持|扶持|助力)([^，。；\d]{2,12}?[县市州旗镇乡村区])(?:发展|建设|振兴|[^，。；]{0,6}$)"
)
_ALREADY = re.compile(r"(?:资助|救助|奖励|帮助)了?(?=[^，。；\d]{0,12}\d)")
_HELPING = re.compile(
    "(?:帮助|支持|扶持|助力)([^，。；\\d]{2,12}?)"
    "((?:应对|开展|建设|发展|实施|改善|解决|恢复|修建|加强|提升|完成|渡过|走出|购买|读完|上学|圆梦)[^，。；]{0,30})$"
)
_DOES = re.compile("^(?:开展|实施|做好|加强|推进)(?=.{2})")
_BUILDS = re.compile("^[为给帮][^，。；]{2,12}?(?:修|建|盖|铺|买|购置|添置)")
_PRIZED = re.compile(r"，?(用于)?(?:奖励|救助|慰问|补助)了?([^，。；]{2,24})(?=[，。；])")
_STANDARD = re.compile(
    r"的标准(?:予以)?(发放|落实|给予|补助|补贴|提供|拨付|奖励|资助)([^，。；]{0,16})|(补助|补贴|奖励|资助)(?=[，。；])"
)


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
    return noun if noun and items.is_person(noun) else None


def reached_by(rest: str, earlier: tuple[str, ...]) -> str | None:
    """The place or people whom the clause behind, or one in front, names as helped.

    >>> reached_by("，在南坡县实施项目9个", ()), reached_by("。", ("自2016年定点帮扶南坡县以来",))
    ('南坡县', '南坡县')
    >>> reached_by("。", ("已资助困难学生42名",))
    '困难学生'
    """
    if where := _THERE.match(rest):
        return where[1]
    if (home := _HOME.search(rest)) and (home[1][-1] in "县市旗州区盟省" or is_place(home[1])):
        return home[1]
    for text in earlier[:2]:
        if aided := _AIDED.search(text):
            return aided[1] or aided[2]
    if earlier and _BUILDS.match(earlier[0]) and (whom := built(earlier[0])[0]):
        return whom
    helped = _ALREADY.search(earlier[0]) if earlier else None
    return members("，" + earlier[0][helped.start() :]) if helped else None


def made_there(rest: str) -> str | None:
    """What is built with an amount at the place that follows it.

    >>> made_there("，在南坡县的40所学校改建厨房，惠及学生")
    '厨房'
    """
    match = _THERE.match(rest)
    return (
        things(rest[match.end() :].removeprefix("了"))
        if match and match[0][-2:] not in ("实施", "开展")
        else None
    )


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
    listed = re.search(r"等\d+[个所间座处]([^，。；]+)", match[2])
    if _EFFECT.search(match[2]):
        return None, None
    what = things(listed[1] if listed else match[2])
    return whom if whom and may_get(whom) else None, what


def aided(rest: str) -> tuple[str | None, str | None]:
    """The people whom an amount helps, and to what: 帮助南坡县112名学生读完高中.

    >>> aided("，帮助南坡县112名学生读完高中。"), aided("，资助1100名学生到外地升学，")
    (('学生', '读完高中'), ('学生', '到外地升学'))
    """
    match = _HELPS.match(rest)
    noun, _ = items.after(match[1], 0, WIDE, "名") if match else (None, None)
    if match is None or noun is None or not items.is_person(noun):
        return None, None
    return noun, match[1].partition(noun)[2] or None


def standard(rest: str) -> tuple[str, str | None] | None:
    """The act behind an amount that is a rate: 2000元的标准发放补贴.

    >>> standard("的标准发放补贴，"), standard("补助。")
    (('发放', '补贴'), ('补助', None))
    """
    match = _STANDARD.match(rest)
    if match is None:
        return None
    return match[1] or match[3], match[2] or None


def supported(aim: str) -> tuple[str | None, str]:
    """Who is supported, and in what: 支持乙县做好抗旱工作.

    >>> supported("重点支持乙县做好抗旱工作"), supported("支持越冬饲草料储备")
    (('乙县', '抗旱工作'), (None, '支持越冬饲草料储备'))
    """
    if (helps := _HELPING.match(aim)) and may_get(helps[1]) and not _AREA.match(aim):
        goal = _DOES.sub("", helps[2])
        return _LED.sub("", helps[1]), goal if len(helps[2]) > 2 else aim
    match = _AREA.match(aim) or _SUPPORTED.match(aim)
    if match is None or not may_get(match[1].removeprefix("受")):
        return None, aim
    return _LED.sub("", match[1]), match[2]
