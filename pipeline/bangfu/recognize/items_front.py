"""What a number counts where it stands in front: the noun phrase before a number, and the verb before it."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import words
from bangfu.recognize.items_words import END, LINK, QUOTES, WINDOW, is_agent, is_noun, joined, stops, tag
from bangfu.recognize.numbers import NO_ABOUT

_GROWTH = re.compile(
    r"((?:同比|环比|[比较](?:上[年月周届]|去年|前年|年初|此前|之前|以往|往年|过去|[一二两三四五六七八九十\d]+年前|\d{4}年)[^，。；]{0,8}"
    r"|比上?[年月][^，。；]{0,4}|(?:较|(?<![占同环对评分价之相])比)[^，。；、\d]{2,10}|实际|名义|年均|分别|累计|平均|大幅|小幅|显著|进一步|持续)*"
    r"(?:增长|增加|增幅|净增|多增|下降|下跌|减少|提高|提升|上涨|上升|回落|降低|激增|攀升))(?:[都均]|保持在)?(?:了|超过?|近|约|达到?)?$"
)
_GROWTH_ENDS = frozenset("长加幅增降跌少高升涨落低了超过近约达到都均在")
_CHANGE = re.compile(
    r"(?:以[上下]|左右)?(?:持续|稳步|大幅|逐步|进一步)?(?:提[升高]|增[长加]|上升|[下]?降[低]?|扩[大充展]|发展|壮大|跃升|攀升|飙升|上[调涨]|下[调跌]|调[整高低]|压[减降]|缩[短减]|回[升落]|升)?[到至为]?了?(?:\d{4}年的?|[现如]今的?|[现目][在前]的)?|[、和]"
)
_SPAN = re.compile(
    r"(?:连续|近|这|过去|最近|在|前)?[\d一二两三四五六七八九十几数]+多?个?(?:年|月|季度|天|日|周|小时)(?:来|间|多|内|里|时间)?(?:里)?$"
)
_FROM = re.compile(
    r"[由从](?=\d|过去|原来|原先|此前|去年|上年|最初|当初|以前|之前|先前|最低)[^，。；]{0,14}$"
)
_LISTED = re.compile(r"(?:包括|涵盖|涉及|包含|分为|有)[^，。；]*等$")
_AMOUNT = re.compile(r"[\d.]+[余多]?[万亿]*元?$")
_MEASURED = re.compile(
    r"(?:(?<![A-Za-z\d.])[约近超逾]?+[\d.,]++[余多]?+[百千万亿]*+(?![年月日季个])[^\d，。；、]{0,6}+[、和]?+)++$"
)


_JOINS = re.compile(
    "(?:参加|参与|报名|赴|前往|来到|走进|考[入上取]|升入|入选|获评|当选|到场|在场|前来|获得|荣获|评上|取得|通过|拿到|成为|获(?=[^，。；]{0,12}(?:奖|称号|表彰|荣誉|证书|资格|金牌|冠军)))了?(?![的了])[^的]{2,}$"
)
_PLANS = frozenset(("计划", "预计", "准备"))
_PLACE = re.compile("[^的、和与]{1,5}(?:[省州县镇乡村]|全?[市区旗盟])")
_RECORD = re.compile(
    "(?:规模)?(?:均|再|连续)*[创刷][^，。；]*(?:新高|新低|纪录|最[高低佳好])$|(?:规模)?[位稳][居列][^，。；]*$"
    "|(?:继续|持续|总体)*(?:保持|呈现|实现)?(?:较快|平稳|温和|稳定|稳步|快速|高速|恢复性|正)*"
    "(?:增长|上涨|下降|回升|提升|回落|下跌)(?:态势|势头|加快)?$|^扣除[^，。；]*$"
)
_SUFFIX = frozenset((*"额量数率区点费品", *LINK))
_NAMES = ("nr", "ns", "nt", "nz")
_BODIES = frozenset(("国际", "社会", "慈善", "行业", "民间", "公益", "基层", "媒体", "党", "团", "经济"))
_SPENT = frozenset(("经费", "研发", "科研", "科技", "教育"))
_CHANGED = frozenset(("新增", "增加", "减少"))
_HAS = re.compile("^.*(?:[现拥共设建配备]有|下[设辖]|包括|包含|涵盖)(?=[^的]{2,}$)")
_HOW_MANY = re.compile("(?<=.)(?:数量|总数|总量)$")


@lru_cache(maxsize=1)
def _leads() -> frozenset[str]:
    return words("count_verbs") | words("item_leads")


def _strip_light(window: str) -> str:
    """Without the verbs and adverbs between a noun and its number (教师达, 学校共有) and the time spent."""
    light = words("count_light")
    while window:
        for length in (6, 5, 4, 3, 2, 1):
            if window[-length:] in light and not (length == 1 and NO_ABOUT.search(window)):
                window = window[:-length]
                break
        else:
            if window[-1] in " “”（(：:":
                window = window[:-1]
            elif window[-1] in "年月度天日周时来间多内里" and (span := _SPAN.search(window)):
                window = window[: span.start()]
            else:
                break
    return window


def strong_after(clean: str, at: int, limit: int) -> str | None:
    """The bare text behind a number to the end of its clause: 80%投向民生.

    >>> strong_after("80%投向民生、80%用于基层", 3, 15)
    '投向民生'
    """
    window = clean[at : min(limit, at + 14)]
    cut = re.search(r"[，。；：！？、\n,;:!?）)\d]", window)
    return (window[: cut.start()] if cut else window).strip().removeprefix("的").strip("和与及") or None


def act_after(clean: str, at: int, limit: int) -> str | None:
    """What those counted do, where it begins with a verb of coming or joining: 31人赴港就读.

    >>> act_after("31人赴港就读。", 3, 7), act_after("31人参加。", 3, 5)
    ('赴港就读', None)
    """
    phrase = strong_after(clean, at, limit)
    return phrase.replace("了", "", 1) if phrase and _JOINS.match(phrase) else None


def has_clause(clean: str, start: int, end: int) -> bool:
    """Whether more than a link (提升到, 、, 和) stands between two numbers.

    >>> has_clause("从84%提升到96%", 4, 7), has_clause("8%，占全省", 2, 6)
    (False, True)
    """
    return not _CHANGE.fullmatch(clean, start, end)


def before(clean: str, begin: int, at: int) -> str | None:
    """The noun phrase in front of a number at ``at``, not before ``begin``, with light verbs stripped.

    >>> before("受益教师达1.1万余人", 0, 5), before("累计听课512节", 0, 4), before("就业率由过去的5%", 0, 7)
    ('受益教师', '听课', '就业率')
    """
    window = END.split(clean[max(begin, at - WINDOW) : at])[-1]
    return _last_noun(window)


def only_verb(phrase: str) -> bool:
    """Whether a phrase holds no noun: 恢复, 新增.

    >>> only_verb("恢复"), only_verb("恢复基站")
    (True, False)
    """
    acts = words("nominal_verbs")
    return all(
        word in _PLANS or (flag[0] in "vdpm" and word not in acts and not is_noun(word, flag))
        for word, flag in tag(phrase)
    )


def ends_bare(phrase: str) -> bool:
    """Whether a phrase ends in a verb that names no act by itself: 一口气借, 计划开行.

    >>> ends_bare("计划开行"), ends_bare("诊疗"), ends_bare("新桌椅")
    (True, False, False)
    """
    word, flag = tag(phrase)[-1]
    return flag == "v" and not is_noun(word, flag) and word not in words("nominal_verbs")


def without_act(phrase: str) -> str:
    """A phrase without the bare verb at its end, where those who act stand before it: 救援队|派出.

    >>> without_act("南坡救援队派出"), without_act("受益教师")
    ('南坡救援队', '受益教师')
    """
    if not ends_bare(phrase):
        return phrase
    rest = phrase[: -len(tag(phrase)[-1][0])]
    return rest if rest and is_agent(rest) else phrase


def is_act(phrase: str) -> bool:
    """Whether a phrase ends in a verb: 响应, 联合组织.

    >>> is_act("得到响应"), is_act("新桌椅")
    (True, False)
    """
    return tag(phrase)[-1][1].startswith("v")


def begins_act(phrase: str) -> bool:
    """Whether a phrase begins with a verb: 填补空白.

    >>> begins_act("获得表彰"), begins_act("桌椅")
    (True, False)
    """
    first = tag(phrase)[0]
    if first[0] == phrase and len(phrase) == 4:
        first = tag(phrase[:2])[0]
    return first[1] == "v"


def only_place(phrase: str) -> bool:
    """Whether a phrase is no more than the name of a place.

    >>> only_place("南坡县"), only_place("南坡县学校")
    (True, False)
    """
    return bool(_PLACE.fullmatch(phrase)) and not stops(phrase)


def growth(clean: str, begin: int, at: int) -> str | None:
    """The word of growth that ends in front of a percentage: 同比增长, 较年初下降.

    >>> growth("用电量同比增长5.7%", 0, 7), growth("占比达5%", 0, 3)
    ('同比增长', None)
    """
    if clean[at - 1 : at] not in _GROWTH_ENDS:
        return None
    match = _GROWTH.search(clean, max(begin, at - 16), at)
    return match[1] if match else None


def without_growth(item: str) -> str:
    """An item without its word of growth.

    >>> without_growth("用电量同比增长")
    '用电量'
    """
    return _GROWTH.sub("", item) or item


def clause_before(clean: str, begin: int, at: int, measured: bool = False) -> str | None:
    """The last noun phrase of the clause before the one in which ``at`` stands.

    ``measured`` says that amounts at its end (产量2000吨) are left off to find what they measure.

    >>> clause_before("添了新桌椅，一共310套", 0, 8)
    '新桌椅'
    >>> clause_before("棉花产量2000吨，同比增长5%", 0, 13, measured=True)
    '棉花产量'
    """
    window = clean[max(begin, at - 2 * WINDOW) : at]
    parts = END.split(window)
    if measured:
        # 进出口3亿元，再创历史新高，增长5%
        parts = [left for part in parts[:-1] if (left := _RECORD.sub("", part))] + parts[-1:]
    if len(parts) < 2:
        return None
    if measured:
        # 出口首次突破大关，达1.14万亿元，增长5%
        nouns = (_last_noun(_MEASURED.sub("", part)) for part in parts[-2:-4:-1])
        return next((noun for noun in nouns if noun), None)
    return _last_noun(parts[-2])


def clause_start(clean: str, begin: int, at: int) -> int:
    """Where the clause before the one in which ``at`` stands begins.

    >>> clause_start("去年，添了新桌椅，一共310套", 0, 11)
    3
    """
    start = max(begin, at - 2 * WINDOW)
    marks = [match.end() for match in END.finditer(clean, start, at)]
    return marks[-2] if len(marks) > 1 else start


def _last_noun(window: str) -> str | None:
    if "由" in window or "从" in window:
        window = _FROM.sub("", window)
    if window[-1:] in "元万亿0123456789" and window:
        window = _AMOUNT.sub("", window)
    elif window.endswith("等"):
        window = _LISTED.sub("", window)
        if window.endswith("等") and tag(window[:-1])[-1:] and tag(window[:-1])[-1][1][:2] not in _NAMES:
            window = window[:-1]  # 专家、教师等300人
    window = _strip_light(window)
    if window[-1:] in ("量", "数"):
        window = _HOW_MANY.sub("", window)
    if "有" in window or "设" in window or "包" in window or "涵盖" in window:
        window = _HAS.sub("", window)
    if not window:
        return None
    share = window.endswith("占比")
    if window.count("“") > window.count("”"):
        # 已有“长寿食堂”21家: the closing mark was stripped from the end.
        return window[window.rindex("“") + 1 :]
    tokens = tag(window[:-2] if share else window)
    taken: list[str] = ["占比"] if share else []
    for k in range(len(tokens) - 1, -1, -1):
        word, flag = tokens[k]
        if k and word[0] in "余多" and tokens[k - 1][1] == "m":
            break
        if flag == "m" and taken and taken[-1][0] == "强":
            taken.append(word)  # 世界500强企业
        elif flag == "q" and not taken and k and is_noun(*tokens[k - 1]):
            taken.append(word)  # 电池片
        elif (word == "点" and not taken and k) or (
            word in QUOTES
            or (is_noun(word, flag) and (taken or flag != "t"))
            or word in words("nominal_verbs")
            or (word == "组织" and k and tokens[k - 1][0] in _BODIES)
            or (word == "投入" and not taken and k and tokens[k - 1][0] in _SPENT)
        ):
            taken.append(word)
        elif flag.startswith("v") and not stops(word):
            if (
                len("".join(taken)) > 1
                and taken[-1] not in _SUFFIX
                and word in _leads()
                and word not in _CHANGED
            ):
                # 发放宣传资料1200份: the act is told apart from what it gives.
                break
            taken.append(word)
            if len(taken) > 1:
                break
        elif word in LINK | {"等"} and taken:
            taken.append(word)
        else:
            break
    return joined(taken[::-1])


@lru_cache(maxsize=4)
def _any_of(verbs: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(verbs))))


def verb_before(clean: str, begin: int, at: int, verbs: frozenset[str]) -> str | None:
    """The last word of the clause in front of ``at`` that is one of ``verbs``.

    >>> verb_before("联合国组织捐赠图书300册", 0, 9, frozenset(("联合", "捐赠")))
    '捐赠'
    """
    window = END.split(clean[max(begin, at - WINDOW) : at])[-1]
    if not _any_of(verbs).search(window):
        return None
    tokens = tag(window)
    for i in range(len(tokens) - 1, -1, -1):
        word, flag = tokens[i]
        done = i + 1 < len(tokens) and tokens[i + 1][0] in ("了", "过")
        if word in verbs and (flag[0] == "v" or done):
            return word
    return None
