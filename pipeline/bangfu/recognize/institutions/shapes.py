"""Places, numbers of teams and hidden junctions that a pattern tells: 第三批, 云石土家族自治县, 九畈小学."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from bangfu.recognize.places import gazetteer

PLACE_TAG = "place"
BATCH_TAG = "batch"
JOIN_TAG = "c"
_HAN = re.compile("[\u4e00-\u9fff]+")
# 云石土家族苗族自治县: two characters, then the peoples.
_AUTONOMOUS = re.compile(
    "(?:(?:[壮回满苗彝侗藏瑶白傣黎畲羌水土佤怒各]|土家|布依|哈尼|傈僳|拉祜|纳西|景颇|仡佬|布朗|毛南|仫佬|撒拉|东乡|保安|裕固"
    "|蒙古|朝鲜|达斡尔|锡伯|哈萨克|塔吉克|维吾尔)族){1,4}自治[县州旗]"
)
_MILITARY = re.compile("第[一二三四五六七八九〇]{2,3}〇(?=医院)")  # 联勤保障部队|第九九〇|医院
_BATCH = re.compile(
    r"第[0-9〇零一二三四五六七八九十百]{1,4}[批届期](?=[援支赴驻派对挂医沪京粤苏浙闽鲁实研组柔青志短])"
)
# Openings of names, each with characters that it cannot do without: to look for these first is far cheaper.
# 第十四师, 二二五团 of the corps in Xinjiang; 在沪 of societies; 沪滇 of pairs.
_OPENERS = (
    (
        ("师",),
        re.compile("第[一二三四五六七八九十]{1,3}师(?=[0-9一二三四五六七八九十〇零]{2,3}团|[医中小幼职人])"),
    ),
    (
        ("团医", "团中", "团小", "团幼"),
        re.compile("(?<![0-9一二三四五六七八九十〇零])[0-9一二三四五六七八九十〇零]{2,3}团(?=[医中小幼])"),
    ),
    (
        (
            "同乡",
            "商会",
            "校友会",
            "联谊会",
            "联合会",
            "会馆",
            "公会",
            "宗亲会",
            "同学会",
            "助学会",
            "促进会",
        ),
        re.compile(
            "(?:[在旅](?:[京沪津渝穗港蓉杭甬邕榕筑昆]|深(?!圳)|澳(?!门))|[在旅][菲美英日马泰加德法意缅越韩])(?=[^，。；、在旅]{0,6}(?:同乡(?:总会|会|.{2}会)|商会|校友会|联谊会|联合会|会馆|公会|宗亲会|同学会|助学会|促进会))"
        ),
    ),
    (("港九",), re.compile("港九(?=[^，。；、]{1,8}(?:会|同业))")),
    (
        ("县城",),
        re.compile(
            "(?<=县)城[关东西南北郊厢](?=[一二三四五六七八九]|[小中]学|[镇乡]|第|完小|学校|幼儿园|中心|卫生)"
        ),
    ),
    (
        ("友好", "友谊"),
        re.compile(
            "(?<![\u4e00-\u9fff]国|建设)中(?![市县区镇乡村州旗省])[\u4e00-\u9fff](?=友[好谊](?:医院|学校|[中小]学))"
        ),
    ),
    (
        tuple("喀藏疆黔滇桂蒙"),
        re.compile(
            "[沪粤苏浙鲁京津闽][喀藏疆黔滇桂蒙](?=[^，。；、]{1,12}(?:中心|队|组|医院|学校|基地|工作室|联盟))"
        ),
    ),
)


# 九|畈小学, 十里坪|中学, 八里畈村: a number begins the name of a village; it counts in 八|所小学.
_NUMERAL_FIRST = re.compile(
    "[二三四五六七八九十百千](?![一是所个家名位间座处类种批级年月日号些大多余支轮期届次组套班对县市省乡镇村区州旗线流星地国方甲"
    "民中小校岁度项条本台分点层届佳强成倍元者人军师团连队局院部厂学园把二三四五六七八九十百千万亿两])"
    "[\u4e00-\u9fff]{1,2}?(?:(?:镇|乡|村|街道)(?=中心|[初高]级中学|小学|中学|学校|完小|幼儿园|卫生|政府|人民政府|党[委支]|村委会|村民委)"
    "|(?=(?:中心)?(?:小学|初级中学|中学|完小|幼儿园|卫生院|卫生室|卫生所|学校|教学点)))"
)


# 皮山县|皮西|那乡|中心小学: all between a county and the head of a school is the name of a township.
_BETWEEN = re.compile(
    "[县市区旗](?![各全的和等及每])([\u4e00-\u9fff]{2,4}?(?:[乡镇]|苏木))"
    "(?=[\u4e00-\u9fff]{2}小学|中心|[初高]级中学|小学|中学|学校|完小|完全|幼儿园|卫生院|人民政府|党委|寄宿|九年)"
)
# 孙明远|同|乡城县: the dictionary has 同乡 and the like.
_JOINED_PLACE = re.compile("[同与和跟及](?=([\u4e00-\u9fff]{2,5}[县市区旗州]))")
# 保健院与|鑫达: what joins two bodies lies hidden in a word that the segmenter guessed.
_JUNCTION = re.compile("[院校会局司团学心室队站厂行厅委处所社店][与及](?=[\u4e00-\u9fff])")
# 教育局|和|县卫健局, 民政局|会同|县财政局, 中学|和|硕督医院: no county of Anhui or Hunan, no 和硕;
# 和硕|垦区 stands behind no body.
_AND_COUNTY = re.compile(
    "(?<=[\u4e00-\u9fff])(?<![在到赴从向往入于的])(?:和|(?<=[院校会局司团学心室队站厂行厅委处所社店])会同)(?=县[\u4e00-\u9fff])"
)
_AND_TOWN = re.compile("和(?<=[院校会局司团学心室队站厂行厅委处所社店].)[\u4e00-\u9fff](?=[\u4e00-\u9fff])")
_LEVELS = frozenset("国省市县区旗镇乡村州盟师")
_MODAL = frozenset("要想能会将就也都再还已只可应该")
_NEVER = frozenset("的和与及等各每全所有在向对为从到由把被是了着个名位两几数县市区旗该本")


# 红山|五中|共有, 由云岭市教育工会|组织: the dictionary has 中共 and 工会组织.
_HEADS_CUT = (
    ("中共", re.compile("(?<![第0-9〇零百千])([一二三四五六七八九十]中)共(?=[有建同计享设招派])")),
    (
        "工会组织",
        re.compile(
            "(?:由[^，。；、由\n]{2,14}?(?=工会组织(?!部))"
            "|[省市县区州旗][^，。；、由各级\n]{0,14}?(?=工会组织(?![部的机开建体积力和在也都，。、])))(工会)"
        ),
    ),
)


# 河|南阳|光集团: a province that the dictionary cuts for the sake of a city.
_PROVINCE = re.compile(
    "[海河湖云]南|[山广]东|[江山陕广]西|[河湖]北|四川|福建|江苏|浙江|安徽|甘肃|青海|吉林|辽宁|贵州"
)


def _inner(form: str) -> str:
    """A name without its level, and without a 和 before that, which joins nothing there: 朱日和镇."""
    return form[:-2] if form[-2] == "和" and len(form) > 3 else form[:-1]


def shaped_spans(
    text: str,
    words: Sequence[str],
    starts: Sequence[int],
    tag_of: Callable[[str], str],
    is_word: Callable[[str], bool],
) -> list[tuple[int, int, str]]:
    """Spans with their tags, in no order."""
    codes = gazetteer().codes
    found: list[tuple[int, int, str]] = []
    found += [(m.start(), m.end(), BATCH_TAG) for m in _BATCH.finditer(text)]
    for needed, opener in _OPENERS:
        for some in needed:
            if some in text:
                found += [(m.start(), m.end(), PLACE_TAG) for m in opener.finditer(text)]
                break
    if "〇医院" in text:
        found += [(m.start(), m.end(), "m") for m in _MILITARY.finditer(text)]
    for match in _PROVINCE.finditer(text):
        i = bisect_right(starts, match.start()) - 1
        if starts[i] == match.start() and starts[i + 1] == match.start() + 1 and len(words[i + 1]) > 1:
            found.append((*match.span(), PLACE_TAG))
    for match in _NUMERAL_FIRST.finditer(text):
        # The number stands at the beginning of a word, and the word is no other (百姓, 三甲).
        word = words[bisect_right(starts, match.start()) - 1]
        begins = starts[bisect_right(starts, match.start()) - 1] == match.start()
        if begins and not (len(word) > 1 and is_word(word) and tag_of(word)[0] in "tiqdv"):
            found.append((match.start(), match.end(), PLACE_TAG))
    for match in _BETWEEN.finditer(text):
        i = bisect_right(starts, match.start(1)) - 1
        named = i and words[i - 1] in codes and _NEVER.isdisjoint(_inner(match[1]))
        if named and starts[i] == match.start(1):
            found.append((match.start(1), match.end(1), PLACE_TAG))
    for match in _AUTONOMOUS.finditer(text) if "族自治" in text else ():
        start = match.start() - 2
        if (
            start >= 0
            and words[bisect_right(starts, match.end() - 1) - 1] not in codes
            and _HAN.fullmatch(text, start, start + 2)
        ):
            found.append((start, match.end(), PLACE_TAG))
    for match in _JUNCTION.finditer(text):
        i = bisect_right(starts, match.start() + 1) - 1
        if starts[i] <= match.start() and not is_word(words[i]):
            found.append((match.start() + 1, match.end(), JOIN_TAG))
    found += [(start, end, JOIN_TAG) for start, end in _joined(text, words, starts, tag_of)]
    for glued, pattern in _HEADS_CUT:
        if glued in text:
            found += [(*match.span(1), "n") for match in pattern.finditer(text)]
    for match in _JOINED_PLACE.finditer(text):
        found += _behind_join(text, words, starts, match)
    return found


def _behind_join(
    text: str, words: Sequence[str], starts: Sequence[int], match: re.Match[str]
) -> list[tuple[int, int, str]]:
    """What joins and the place behind it, where one word of the dictionary holds both."""
    at = match.start()
    i = bisect_right(starts, at) - 1
    if starts[i] != at or len(words[i]) != 2 or words[i] in gazetteer().codes:
        return []
    codes, longest = gazetteer().codes, match[1]
    form = next((longest[:k] for k in range(len(longest), 2, -1) if longest[:k] in codes), "")
    if not form or form[-1] not in "县市区旗州":
        return []
    end = at + 1 + len(form)
    begins = starts[bisect_right(starts, end - 1) - 1] == end - 1  # 县委 holds the level
    return [(at, at + 1, JOIN_TAG), (at + 1, end - begins, PLACE_TAG)]


def _joined(
    text: str, words: Sequence[str], starts: Sequence[int], tag_of: Callable[[str], str]
) -> list[tuple[int, int]]:
    """Where a 和 or 会同 that joins two bodies hides in a word that the dictionary has for a place."""
    codes = gazetteer().codes
    found: list[tuple[int, int]] = []
    for match in _AND_COUNTY.finditer(text) if "和县" in text or "会同县" in text else ():
        i = bisect_right(starts, match.start()) - 1
        county, before = match.group() + "县", words[i - 1]
        alone = len(before) == 1 and tag_of(before) != "r" and before not in _LEVELS | _MODAL
        inside = any(
            code.startswith(above.removesuffix("00").removesuffix("00"))
            for code in codes.get(county, ())
            for above in codes.get(before, ())
        )
        if starts[i] == match.start() and words[i] == county and not alone and not inside:
            found.append(match.span())
    for match in _AND_TOWN.finditer(text):
        i = bisect_right(starts, match.start()) - 1
        if starts[i] != match.start() or words[i] != match.group() or words[i] not in codes:
            continue
        behind = words[i + 1]
        if len(behind) == 1 and behind not in _LEVELS and behind >= "\u4e00" and tag_of(behind)[0] in "nvagj":
            found.append((match.start(), match.start() + 1))
    return found
