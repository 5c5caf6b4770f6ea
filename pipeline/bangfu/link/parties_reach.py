"""Whom a verb of money reaches, in its clause or by the words behind the amount, and what it does there."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import table
from bangfu.link.parties_aims import WIDE, things
from bangfu.link.parties_verbs import STATED, Act
from bangfu.link.parties_words import BODY, NUMBERED, THAT, may_get
from bangfu.recognize import items
from bangfu.recognize.places import is_place

_FOR_WHOM = re.compile(
    r"(?<![成《作针])(?:为|给|替(?!代|换)|帮(?!扶|助)|向|对(?!口|外|接|非|华|方))(?!了|此|何|主)"
)
_FOR_GAIN = re.compile(r"(?<![成《作])(?:为|给|帮助|助力|促进|带动|帮)(?!了|此|何|主|扶)")
_ORGAN = re.compile(
    r"(?:公司|集团|基金会|[局委厅署院校园馆会社厂联]|中心|[小中大]学|学校|医院|银行|[省市县区镇乡村州旗盟]|[村完]小|[一二三四五六七八九十]中|兵团|食堂)$"
)
_HELPED = re.compile(
    r"(?:符合[^，。；]{2,6}的|每一?[位名户个所家人]|另外|全[校园省市县]的?|其他|(?:\d+|[一二两三四五六七八九十百千]+)[多余]?[位名户所个家])+(?=[一-鿿]{2})"
)
_THERE_ARE = re.compile(
    r"(?:当地|村里|镇里|乡里|县里|山区|辖区|全[村镇乡县校])的?(?=(?:近|约|超|逾)?(?:\d|[一二三四五六七八九十百]+[余多]?[名位户个]))"
)
_OURS = re.compile("我[省市州县](?=[一-鿿]{2,6}[市县州区乡镇村])")
_AREA_FUND = re.compile(
    "([一-鿿]{2,6}?)(?:教育|医疗|产业|财政|医疗卫生|卫生健康)?(?:援[疆藏青]|对口支援|帮扶|东西部协作|协作|援助)(?:专项|财政)*(?:资金|经费|款)"
)
_VAGUE = frozenset(("山区", "当地", "村里", "本地", "这里", "各地"))
_TRADES = re.compile("融资|募集|募捐|筹集|筹资|筹措|采购|购买|集资|贷款|借款|募得|筹得|众筹|筹款")
_AND_MORE = re.compile(r"等\d+个?(?:省区市|省区|省市|省|市|县|地区|国家|城市)(?:（[区、市]+）)?")
_SUCH = re.compile(r"等\d+[名位个户]([^，。；\d的]{2,8})$")
_NOT_REACHED = re.compile("(?:资金|产业|项目|工程|财政|经济|社会)$")
_SEVERAL = re.compile(r"[^，。；\d]{0,8}\d+个?(?:省区市|省份|省|市|县|地区|区县)(?:（[区、市]+）)?$")
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
        begin = there.end() if (there := _THERE_ARE.match(act.head, match.end())) else match.end()
        begin = helped.end() if (helped := _HELPED.match(act.head, begin)) else begin
        if ours := _OURS.match(act.head, begin):
            begin = ours.end()
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
            and name not in _VAGUE
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
    if (area := _AREA_FUND.match(inner)) and is_place(area[1]):
        return area[1]
    if inner in ("他", "她"):
        return inner
    if such := _SUCH.search(inner):
        return such[1] if items.is_person(such[1]) else None
    if act.verb.endswith("给") and may_get(inner) and not _STRAY.search(inner):
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


_SUPPORTED = re.compile(
    r"(?:主要|重点|统筹|用于)*支持(.{2,40}?)(?:积极|重点|更好)*(?:做好|开展|应对|加强|推进|实施|用于|(?=(?:暴雨|洪涝|台风|地震|地质|干旱|低温)[^，。；]{0,8}灾|灾后|抢险|救灾|应急|抗洪|防汛|抗旱|抗震))(.{2,40})"
)
_AREA = re.compile(
    r"(?:主要|重点|统筹|用于)*支持([^，。；]{2,30}?(?:灾区|[重受]灾地区|严重地区|困难地区|省份|等地|（区、市）(?:受灾地区|灾区)?|（区）(?:受灾地区|灾区)?|试点城市))(?![及和、与])(?:积极|重点|更好)*(?:做好|开展|应对|加强|推进|实施|用于|促进)?([^，。；]{4,40})"
)
_MEMBERS = re.compile(
    r"，?(?:用于|用来|将|并|先后|累计|共|已)*(?:资助|奖励|救助|帮助|慰问|补助)(?:了|过)?"
    r"(?:近|约|超过?)?(?:(?:\d+[万多余]*|[两三四五六七八九十几]+)[位名个户]([^，。；]{2,24})|(?:[^，。；\d]{2,20}[的镇县乡村区市])(?:近|约|超过?)?\d+[万多余]*[位名个户]([^，。；]{2,24})|([^，。；\d]{2,16}?)(?:近|约|超过?)?[\d.]+[万多余]*[位名人户])"
)
_BUILT = re.compile(
    r"^[，,]?(?:同时|并|全部|主要|用于|用来|将|计划|拟)*(?:[为给帮]|替(?!代|换))(?!了)(?:每[位名个所])?([^，。；]{2,20}?)(?:每[人年月学期]+|各)*"
    r"(?:建起|建成|建设|新建|添置|购置|购买|买|配备|援建|修建|改造|采购|更换|配齐|安装|装上|提供|解决|添|盖|搭建|打造|维修|修缮|置办|送去|垫付|支付|缴纳|缴|交上|交|发放|实施|开展|修|建)了?([^，。；]{1,40})"
)
_LED = re.compile("^(?:另外|引导)")
_OF_THEM = re.compile(r"(?:\d+|[一两二三四五六七八九十几]+)[余多]?[名位户个所](?!月|方)([^\d]{2,})$")
_HOME = re.compile(r"^[^。；元]{0,80}?，帮助([^，。；\d]{2,8})(?=[\d.]+[万余多]*[名人户])")
_EFFECT = re.compile(
    "^(?:了|强|有力|坚实|重要)*[^，。；]{0,6}(?:支撑|保障|动力|助力|机遇|基础|帮助|便利|选择|体验)"
)
THERE = re.compile(
    r"，(?:先后|累计|已|将)*在([^，。；]{2,24}?[县市州旗镇乡村区校院园])(?=实施|建设|建成|开展|修建|新建|援建|设立|改建|建起|捐建)"
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
    return noun if noun and items.is_person(noun) and not noun.startswith("我") else None


def reached_by(rest: str, earlier: tuple[str, ...]) -> str | None:
    """The place or people whom the clause behind, or one in front, names as reach.

    >>> reached_by("，在南坡县实施项目9个", ()), reached_by("。", ("自2016年定点帮扶南坡县以来",))
    ('南坡县', '南坡县')
    >>> reached_by("。", ("已资助困难学生42名",))
    '困难学生'
    """
    if where := THERE.match(rest):
        return where[1]
    if (home := _HOME.search(rest)) and (home[1][-1] in "县市旗州区盟省" or is_place(home[1])):
        return home[1]
    for text in earlier[:2]:
        if aided := _AIDED.search(text):
            return aided[1] or aided[2]
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
    listed = re.search(r"等\d+[个所间座处]([^，。；]+)", match[2])
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
