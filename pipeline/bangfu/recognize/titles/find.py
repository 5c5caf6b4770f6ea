"""Titles: a head from the lexicon, the modifiers before it, and the department that it leads.

One pass finds the heads (校长, 主任医师); each is then extended to the left while a modifier ends there
(副, 常务副, 党委). Words such as 时任 or 援疆 belong to the phrase but not to the title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from bangfu.article import Document, Mention
from bangfu.lexicon import mapping, words
from bangfu.recognize.titles.heads import heads_in, modifier_lengths
from bangfu.recognize.titles.trades import trade_start
from bangfu.recognize.titles.words import GOES_ON, KEEPING, OTHER_WORD, UNIT_AHEAD, fits, is_done, names_unit

_LONGEST_DEPARTMENT = 12
_MOST_WORDS = 6  # modifiers before one head; more is no title but hostile input


@dataclass(frozen=True, slots=True)
class Title:
    """What a title mention says.

    ``kind`` is the class of its head in ``lexicons/titles.txt``. ``reach`` is the offset in clean text where
    the whole phrase begins, with the department and the words that are no part of the title (时任, 援疆).
    """

    title: str
    kind: str
    department: str | None
    reach: int


_DEPARTMENT_TAIL = re.compile(
    r"(?![在从到于是]|某(?:基地|部|[旅团师]|[支大总]队|舰))[\u4e00-\u9fff]{1,10}?(?:专业|科室|研究所|研究室|教研室|教研组|办公室|工作室|服务部|事业部|委员会|中心|学院|支部|总支"
    r"|车间|班组|分厂|病区|门诊|病房|学部|校区|院区|分院|支行|网点|科|处|部|司|室|系|办|组|区|股|队|所|局)$"
)
_WING = re.compile("[一二三四五六七八九十\\d]{0,2}(?:病区|病房|门诊|护理单元|诊区)$")
"""A part of a ward."""
_POINTED = re.compile("[该本我](?:医院|学校|公司|集团|中心|基金会|协会|商会|单位|[院校会委局厅部行社所站])")
"""Words that stand for an institution told before: 该会|赈济部|部长."""
_GENERATIONS = frozenset("一二三四五六七八九十几两")
_UNIT_ENDS = frozenset("科处部司室系办组区股队所局心院支间厂房院行点业")
BRANCHES = ("党工委", "党总支", "党支部", "党委", "党组", "工会", "团委", "团总支", "团支部")
"""Bodies inside of an institution whose name goes with the title: 党委书记, 工会主席."""
ALONE = (*BRANCHES, "纪委")
"""Bodies that without a name before them belong to the institution told before: 纪委书记."""
_PASSED = (*ALONE, "小学", "初中", "高中")
_OF_LAND = re.compile("[一-鿿]*(?:自治区|自治州|[一-鿿]州|地区|兵团)党委")
"""Committees of the party that govern a land, whose name stays whole: 某自治区党委|书记."""
_PRAISED = re.compile(
    "(?:骨干|优秀|年轻|资深|知名|著名|退休|普通|全职|专职|兼职|前任|时任|首席|特邀|在职)的$"
)
"""Words that the title drops also with 的 between: 某校骨干的教师."""
_UNION = re.compile(".*(?:总|教育|文卫体?|医务|卫生|产业|铁路|金融|交通|邮政|科教|教职工)工会")
"""Unions that are no part of another body."""
_LAST_OF_BRANCHES = frozenset(branch[-1] for branch in BRANCHES)
_TERM = re.compile(r"(?:第[一二三四五六七八九十\d]{1,3}|首|[上下新前后本]一?|历)任$")
_OF = re.compile("的(?:[一两二三四五][名位个])?$")
_LONGEST_PREFIX = 8
_OFFICES = ("办公室", "办", "处", "部")
_OF_WORK = re.compile(
    "[、，。；：\n](?!还有|其中|以及|来自|包括|时任|[由在原现前和与及])"
    "((?:(?![省市县区州镇乡村院校局厅司会委府团社公家])[一-鿿]){2,8})$"
)
"""Words of an office's name behind a mark, before its last ones."""
_CLASS = re.compile(
    r"(?:[一二三四五六七八九]年(?:级|(?=[（(\d一二三四五六七八九十]))|[高初大][一二三四](?:年级)?)?(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)]?班)?$"
)


@lru_cache(maxsize=1)
def _last_of_departments() -> frozenset[str]:
    return frozenset(word[-1] for word in words("departments"))


def find_titles(document: Document, institutions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Every title of a document in text order, offsets in clean text, ``value`` a :class:`Title`.

    The span covers the bare title; titles inside of an institution's name are left out.

    >>> from bangfu.article import Document, Source, Span, Text
    >>> clean = "急诊科副主任医师时任常务副院长"
    >>> document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    >>> [(t.text, t.value.department) for t in find_titles(document, ())]
    [('副主任医师', '急诊科'), ('常务副院长', None)]
    """
    clean = document.clean
    starts = [m.start for m in institutions]
    found: list[Mention] = []
    floor = 0
    for head, end, word, kind in heads_in(clean):
        if word.startswith(("学科", "学部")) and (
            clean[head - 1 : head] == "医" or clean[head - 1 : head + 2] in words("departments")
        ):
            head, word = head + 2, word[2:]  # 科主任 of 呼吸与危重症医学科|主任, 部主任 of 中学部|主任
        goes_on = clean[end : end + 1] in GOES_ON.get(word[-1], ()) or OTHER_WORD.match(clean, end - 1)
        if goes_on and (clean[end : end + 2] != "组成" or clean[end + 2 : end + 3] == "员"):
            continue
        if word.startswith("村委") and clean[head - 1 : head] == "农":
            head, word = head + 2, word[2:]  # 农业农村委|主任
        if word[0] == "藏" and clean[head - 1 : head] in ("援", "进", "赴"):
            head, word = head + 1, word[1:]  # 援藏|医师
        if is_done(clean, head, end):
            continue
        if UNIT_AHEAD.match(clean, end):
            continue  # 教师|发展学院院长
        held = bisect_right(starts, head) - 1
        inside = institutions[held] if held >= 0 else None
        if inside is not None and inside.end >= end:
            continue
        if inside is not None and inside.text in _PASSED:  # 某医院原|党委委员, 某局|小学英语|教研员
            inside = institutions[held - 1] if held > 0 else None
        border = body_end(inside) if inside is not None else -1
        if head < border and clean[border:end] in mapping("titles"):
            head = border  # 教体工委|书记, where 工委书记 is a head too
        low = max(floor, border if border <= head else 0)
        start, reach, unit, rule = _modifiers(clean, head, end, low)
        if start == reach:
            start = reach = trade_start(clean, start, end, low, border)
        department, reach = (unit, reach) if unit else _department(clean, reach, low, border)
        value = Title(clean[start:end], kind, department, reach)
        found.append(Mention(start, end, clean[start:end], "title", rule, 1.0, value))
        if kind != "plain":  # 新生 of 新生儿科, 学生 of 学生处
            floor = end
    return tuple(found)


def body_end(institution: Mention) -> int:
    """Where an institution ends for the titles behind it: before its party branch, which goes with the title.

    >>> body_end(Mention(0, 8, "红星中心小学党委", "institution", ""))
    6
    """
    text = institution.text
    if text[-1] not in _LAST_OF_BRANCHES or _OF_LAND.fullmatch(text):
        return institution.end
    if text.endswith(("村支部", "社区支部")):
        return institution.end - 2
    for branch in BRANCHES:
        if text.endswith(branch) and not _UNION.fullmatch(text):
            return institution.end - len(branch)
    return institution.end


def _modifiers(clean: str, head: int, end: int, low: int) -> tuple[int, int, str | None, str]:
    """Where the title begins, where its phrase begins, a subject before it, and the rule's name."""
    known = mapping("title_modifiers")
    lengths = modifier_lengths()
    start = reach = head
    unit = None
    keeping = True
    for _ in range(_MOST_WORDS):
        for length in lengths.get(clean[reach - 1 : reach], ()):
            kind = known.get(clean[reach - length : reach]) if length <= reach - low else None
            if clean[reach - length : reach] == "代" and clean[reach - 2 : reach - 1] in _GENERATIONS:
                kind = None  # 第二代|护边员
            if kind is not None and not fits(kind, clean[reach:end]):
                kind = None
            if kind is not None:
                break
        else:
            of = clean[reach - 1 : reach] == "的"
            praised = _PRAISED.search(clean, max(low, reach - 6), reach) if of else None
            if praised is None:
                break
            reach, keeping = praised.start(), False
            continue
        if kind == "unit":
            if not keeping:
                break
            unit = clean[reach - length : reach]
        reach -= length
        keeping = keeping and kind in KEEPING
        if keeping:
            start = reach
    term = _TERM.search(clean, max(low, reach - 5), reach) if clean[reach - 1 : reach] == "任" else None
    if term is not None:
        reach = term.start()
    return start, reach, unit, "title:modified" if start < head else "title:head"


def _department(clean: str, reach: int, low: int, institution_end: int) -> tuple[str | None, int]:
    """The department that ends at ``reach`` and the new beginning of the phrase."""
    lowest = max(low, reach - _LONGEST_DEPARTMENT)
    of = _OF.search(clean, max(low, reach - 3), reach)
    end = of.start() if of is not None else reach
    last = clean[end - 1 : end]
    if last in _last_of_departments():
        known = words("departments")
        for at in range(lowest, end - 1):
            if clean[at:end] in known:
                near = lowest <= institution_end < at <= institution_end + _LONGEST_PREFIX
                if near and clean[institution_end:at] == "原":
                    return clean[at:end], institution_end  # 某院|原骨科|主任
                if near and last not in "队组团" and names_unit(clean[institution_end:at]):
                    at = institution_end  # 东西部|协作处
                elif clean.endswith(_OFFICES, at, end):
                    work = _OF_WORK.search(clean, max(low, at - _LONGEST_PREFIX - 1), at)
                    if work is not None and names_unit(work.group(1)):
                        at = work.start(1)  # 、定点帮扶工作|办公室
                return clean[at:end], at
    wing = _WING.search(clean, lowest, end) if last in "区房诊元" else None
    if wing is not None and clean[wing.start() - 1] in "科中":  # 骨科一病区|主任
        ward, begin = _department(clean, wing.start(), low, institution_end)
        if ward is not None:
            return clean[begin:end], begin
    if last in "级班一二三四":
        school_class = _CLASS.search(clean, lowest, end)
        if school_class is not None and school_class.group():
            return school_class.group(), school_class.start()
    # Right behind an institution anything that ends like a department is one: 某医院|高压氧科|主任.
    if lowest <= institution_end < reach:
        begin = institution_end + (clean[institution_end] in "的原")
        if _DEPARTMENT_TAIL.fullmatch(clean, begin, end):
            return clean[begin:end], institution_end if clean[begin - 1] == "原" else begin
    pointed = [m.end() for m in _POINTED.finditer(clean, lowest, end)] if last in _UNIT_ENDS else []
    if pointed and _DEPARTMENT_TAIL.fullmatch(clean, pointed[0], end):
        return clean[pointed[0] : end], pointed[0]
    return None, reach
