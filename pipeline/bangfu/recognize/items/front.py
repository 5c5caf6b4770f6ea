"""What a number counts where it stands in front: the noun phrase before a number, and the verb before it."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import words
from bangfu.recognize.items.end import noun_at_end
from bangfu.recognize.items.phrases import only_verb
from bangfu.recognize.items.words import (
    END,
    WINDOW,
    is_agent,
    is_noun,
    is_person,
    stops,
    tag,
)
from bangfu.recognize.numbers import NO_ABOUT, SCAN

_CHANGE = re.compile(
    r"(?:以[上下]|左右)?(?:持续|稳步|大幅|逐步|进一步)?(?:提[升高]|增[长加]|上升|[下]?降[低]?|扩[大充展]|发展|壮大|跃升|攀升|飙升|上[调涨]|下[调跌]|调[整高低]|压[减降]|缩[短减]|回[升落]|升)?[到至为]?了?(?:\d{4}年的?|\d{1,2}月份?的?|[现如]今的?|[现目][在前]的)?|[、和]"
)
_SPAN = re.compile(
    r"(?:连续|近|这|过去|最近|在|前)?[\d一二两三四五六七八九十几数]+多?个?(?:年|月|季度|天|日|周|小时)(?:来|间|多|内|里|时间)?(?:里)?$"
)
_FROM = re.compile(
    r"(?:(?<![产功职智性效动潜技才机])能|可以|将|已)?[由从](?=\d|现在的|上世纪|年初|目前的|当前的|如今的|原有|开始|一开始|建[校院馆]|过去|原来|原先|此前|去年|上年|最初|当初|以前|之前|先前|最低)[^，。；]{0,14}$"
    "|[由从][^，。；]{1,6}[时初]的$"
)
_FROM_COUNT = re.compile(
    r"[由从](?:每[年月天次期])?约?[\d一二两三四五六七八九十百千万几.]+[余多]?[^，。；、\d]{1,3}?"
    r"(?:[变增降减升涨扩缩]|发展|提高|提升|壮大|精简|压缩)[^，。；\d]{0,5}$"
)
_LISTED = re.compile(r"(?:包括|涵盖|涉及|包含|分为|有)[^，。；]*等$")
_MEASURED = re.compile(
    r"(?:(?<![A-Za-z\d.])[约近超逾]?+[\d.,]++[余多]?+[百千万亿]*+(?![年月日季个])[^\d，。；、]{0,6}+[、和]?+)++$"
)


_PLACE = re.compile("[^的、和与]{1,5}(?:[省州县镇乡村]|全?[市区旗盟])")
_RECORD = re.compile(
    "(?:规模)?(?:均|再|连续)*[创刷][^，。；]*(?:新高|新低|纪录|最[高低佳好])$|(?:规模)?[位稳][居列][^，。；]*$"
    "|(?:继续|持续|总体)*(?:保持|呈现|实现)?(?:较快|[同环]比|平稳|温和|稳定|稳步|快速|高速|恢复性|正|显著|明显|大幅度?|逐[年步渐]|不断|有所|有效|进一步|迅速)*"
    "(?:增长|上涨|下降|回升|提[升高]|回落|下跌|降低|激增|攀升|上升)(?:态势|势头|加快)?$|(?:[比较](?:去年|上年|前年|以往|往年)(?:同期)?)?翻(?:了?[一两几]番|倍)$|^扣除[^，。；]*$"
)
_NAMES = ("nr", "ns", "nt", "nz")
_THIS_PLACE = re.compile("^.*这个(?:自治)?[省市州县区乡镇村](?!级|民|里|[中小]学|医院|卫生)(?=.{3})")
_HOLDS = re.compile("^.*[（，](?:其中)?含|^(?:其中)?含")
_HAS = re.compile("^.*(?:[现原拥共设建配备]有|下[设辖]|包括|包含|涵盖)(?=[^的]{2,}$)")
_SHOWN = frozenset(("显示", "表明", "了解", "获悉", "宣布", "透露"))
_TIMES = ("学期", "季度", "年度", "年", "期间", "当地", "计划", "预计")
_ASIDE_LONG = 14
_LEAD = 8
_WORDS_OF_LIGHT = frozenset(
    ("哈达", "雷达", "马达", "到达", "抵达", "主将", "名将", "法则", "规则", "收到", "领到")
)
_OFFICER = re.compile("(?:[长记席任总]|主任|院士|代表|领导|负责人|本人|个人|记者|双方|人口)$")
_ASIDE = ("在", "从", "由", "向", "对", "于")
_AND_UP = re.compile("(?:[及含]|(?<=[级科士称职]))以[上下]$")
_OR_LEVEL = re.compile(r"(?<=[^\d个][省市县区乡镇村])（[市县区旗盟乡镇街道社场、]{1,8}）(?=[一-鿿]{2})")
"""What else a place may be: 乡镇（街道）干部."""
_OF_EACH = re.compile("^.*每[百千万十]+[名个位]?(?:常住)?(?:人口|[人户]|居民)(?=.{2})")
_AGED = re.compile(r"\d{2,3}(?:周?岁|分)及?以[上下]的?")
_SERIES = re.compile(
    "^.*第[\\d一二三四五六七八九十]+(?:[至到、—-]第?[\\d一二三四五六七八九十]+)?[期批届](?=.{2})"
)
_SINCE = re.compile("(?<=..)(?:自|从)[^，。；]{1,10}(?:至今|以来|起)$")
_SINCE_ENDS = ("至今", "以来", "起")
_HOW_MANY = re.compile("(?<=.)的?(?:数量|总数|总量)$")


def _strip_light(window: str) -> str:
    """Without the verbs and adverbs between a noun and its number (教师达, 学校共有) and the time spent."""
    light = words("count_light")
    while window:
        for length in (6, 5, 4, 3, 2, 1):
            if (
                window[-length:] in light
                and not (length == 1 and window[-2:] in _WORDS_OF_LIGHT)
                and not (length == 1 and (NO_ABOUT.search(window) or SCAN.search(window)))
            ):
                window = window[:-length]
                break
        else:
            if window[-1] in " “”（(：:":
                window = window[:-1]
            elif window[-1] in "年月度天日周时来间多内里" and (span := _SPAN.search(window)):
                window = window[: span.start()]
            elif window[-2:-1] == "每" and window[-1] in "批组队班期":
                window = window[:-2]
            else:
                break
    return window


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
    if clean[at - 1 : at] == "）" and (aside := clean.find("（", max(begin, at - _ASIDE_LONG), at)) > begin:
        at = aside  # 校服（春秋装）650套
    window = clean[max(begin, at - WINDOW) : at]
    if "）" in window:
        window = _OR_LEVEL.sub("", window)
    return _last_noun(END.split(window)[-1])


def whole(clean: str, begin: int, at: int, noun: str) -> str:
    """The noun of a clause with all that stands in front of it, where that is part of it.

    >>> whole("转往市里的病人减少", 0, 7, "病人"), whole("公司培训的病人减少", 0, 7, "病人")
    ('转往市里的病人', '公司培训的病人')
    """
    clause = END.split(clean[max(begin, at - WINDOW) : at])[-1]
    lead = clause[: max(clause.rfind(noun), 0)]
    if not lead or len(lead) > _LEAD or not clause.startswith(lead + noun):
        return noun
    described = lead[-1] == "的" and not any(word in _ASIDE for word, _ in tag(lead))
    return lead + noun if described or all(flag == "n" for _, flag in tag(lead)) else noun


def only_place(phrase: str) -> bool:
    """Whether a phrase is no more than the name of a place.

    >>> only_place("南坡县"), only_place("南坡县学校")
    (True, False)
    """
    return bool(_PLACE.fullmatch(phrase)) and not stops(phrase)


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
    noun = _last_noun(_RECORD.sub("", parts[-2]))
    return (subject(parts[-2]) or noun) if noun is None or only_verb(noun) else noun


def subject(clause: str) -> str | None:
    """The noun of a clause that ends in a bare verb: 板房建设|全力推进; ``None`` for those who act.

    >>> subject("板房建设全力推进"), subject("救援队全力推进"), subject("板房")
    ('板房建设', None, None)
    """
    tokens = tag(clause[-WINDOW:])
    k = len(tokens)
    light = words("count_light")
    while k and (tokens[k - 1][1][0] in "vd" or tokens[k - 1][0] in light or stops(tokens[k - 1][0])):
        if is_noun(*tokens[k - 1]):
            break
        k -= 1
    if k in (0, len(tokens)) or tokens[-1][1] not in ("v", "vd") or tokens[-1][0] in words("nominal_verbs"):
        return None
    if tokens[k - 1][1][:2] in ("nr", "ns", "nt") or tokens[-1][0] in words("speech_verbs") | _SHOWN:
        return None
    rest = "".join(word for word, _ in tokens[:k])
    noun = noun_at_end(rest)
    if not noun or len(noun) < 2 or is_agent(noun) or only_place(noun) or noun.endswith(_TIMES):
        return None
    return None if rest.removesuffix(noun)[-1:] in _ASIDE else noun


def subject_before(clean: str, begin: int, at: int) -> str | None:
    """The noun in front of the verb that stands right before a number: 甲骨文|已发现15万片.

    >>> subject_before("旧井已发现15口", 0, 5), subject_before("救援队已发现15口", 0, 6)
    ('旧井', None)
    """
    window = END.split(clean[max(begin, at - WINDOW) : at])[-1]
    return subject(_strip_light(window))


def people_before(clean: str, begin: int, at: int) -> str | None:
    """The last noun for people of one kind in the clauses before ``at``, near by and not a name's title.

    >>> people_before("医院免费接收进修人员，首批8人", 0, 12)
    '进修人员'
    """
    for clause in reversed(END.split(clean[max(begin, at - 2 * WINDOW) : at])):
        tokens = tag(clause)
        for k in range(len(tokens) - 1, -1, -1):
            word, flag = tokens[k]
            if len(word) < 2 or not (is_noun(word, flag) and is_person(word)) or _OFFICER.search(word):
                continue
            return noun_at_end("".join(word for word, _ in tokens[: k + 1]))
    return None


def clause_start(clean: str, begin: int, at: int) -> int:
    """Where the clause before the one in which ``at`` stands begins.

    >>> clause_start("去年，添了新桌椅，一共310套", 0, 11)
    3
    """
    start = max(begin, at - 2 * WINDOW)
    marks = [match.end() for match in END.finditer(clean, start, at)]
    return marks[-2] if len(marks) > 1 else start


@lru_cache(maxsize=64)  # several rules ask for the same place
def _last_noun(window: str) -> str | None:
    if "由" in window or "从" in window:
        window = _FROM_COUNT.sub("", _FROM.sub("", window))
    if window.endswith("等"):
        window = _LISTED.sub("", window)
        if window.endswith("等") and tag(window[:-1])[-1:] and tag(window[:-1])[-1][1][:2] not in _NAMES:
            window = window[:-1]  # 专家、教师等300人
    if window[-2:] in ("以上", "以下") and (up := _AND_UP.search(window)):
        base = _last_noun(window[: up.start()])
        return base and base + up[0]
    if "第" in window:
        window = _SERIES.sub("", window)
    if "每" in window:
        window = _OF_EACH.sub("", window)
    window = _strip_light(window)
    if window.endswith(_SINCE_ENDS):
        window = _strip_light(_SINCE.sub("", window))
    if window[-1:] in ("量", "数"):
        window = _HOW_MANY.sub("", window)
    if "这个" in window:
        window = _THIS_PLACE.sub("", window)  # 这个乡|适龄儿童入学率
    if "含" in window:
        window = _HOLDS.sub("", window)  # 干部48名（含乡镇干部31名）
    if "有" in window or "设" in window or "包" in window or "涵盖" in window:
        window = _HAS.sub("", window)
    noun = noun_at_end(window)
    if noun and "以" in window and (aged := _AGED.search(window)) and window.endswith(aged[0] + noun):
        return aged[0] + noun  # 65岁以上老人
    return noun


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
