"""Places, numbers of teams and schools that a pattern tells: 第三批, 二二五团, 九畈小学."""

from __future__ import annotations

import re

from bangfu.recognize.institutions.cut import Words, is_word, tag_of

PLACE_TAG = "place"
BATCH_TAG = "batch"
JOIN_TAG = "c"
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
            *("助学会", "促进会"),
        ),
        re.compile(
            "(?:[在旅](?:[京沪津渝穗港蓉杭甬邕榕筑昆]|深(?!圳)|澳(?!门))|旅[菲美英日马泰加德法意缅越韩])(?=[^，。；、在旅]{0,6}(?:同乡(?:总会|会|.{2}会)|商会|校友会|联谊会|联合会|会馆|公会|宗亲会|同学会|助学会|促进会))"
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


# 红山|五中|共有: the dictionary has 中共.
_SCHOOL = re.compile("(?<![第0-9〇零百千])([一二三四五六七八九十]中)共(?=[有建同计享设招派])")
# 民政局|和|县财政局: no county of Anhui.
_AND_COUNTY = re.compile("(?<=[\u4e00-\u9fff])(?<![在到赴从向往入于的省市])和(?=县[\u4e00-\u9fff])")


def shaped_spans(words: Words) -> list[tuple[int, int, str]]:
    """Spans with their tags, in no order."""
    text = words.text
    found = [(m.start(), m.end(), BATCH_TAG) for m in _BATCH.finditer(text)]
    for needed, opener in _OPENERS:
        if any(some in text for some in needed):
            found += [(m.start(), m.end(), PLACE_TAG) for m in opener.finditer(text)]
    for match in _NUMERAL_FIRST.finditer(text):
        # The number stands at the beginning of a word, and the word is no other (百姓, 三甲).
        word = words.starting(match.start())
        if word and not (len(word) > 1 and is_word(word) and tag_of(word)[0] in "tiqdv"):
            found.append((match.start(), match.end(), PLACE_TAG))
    found += [(m.start(), m.end(), JOIN_TAG) for m in _AND_COUNTY.finditer(text)]
    return found + [(*match.span(1), "n") for match in _SCHOOL.finditer(text)]
