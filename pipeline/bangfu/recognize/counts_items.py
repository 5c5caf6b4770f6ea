"""Which noun a count belongs to: behind its unit, in front of it, or the one of a count before it."""

from __future__ import annotations

import re

from bangfu.lexicon import words
from bangfu.recognize import counts_told, items, items_front, items_growth, items_phrases
from bangfu.recognize.counts_place import RECENT, Place
from bangfu.recognize.counts_shares import share_of

_ACTS = frozenset(("次", "场", "场次", "节", "期", "轮", "趟", "人次"))
_SOLID = frozenset("筐箱袋捆盒瓶册本趟例台套辆顶架床盏棵株头只艘")
_TRIPS = frozenset(("次", "趟"))
_LOOSE_UNITS = frozenset(("个", "种", "项", "条", "件", "类", "场", None))
_AIMS = ("目标", "任务", "标准", "要求", "指标", "门槛", "红线", "上限")
_ARMED = re.compile("(?:武装|军事|空中|地面|水[上下]|海上|恐怖)[^，。]{0,3}目标$")
_STRUCK = re.compile("[袭打]击|空袭|轰炸|命中|摧毁")
_GREW = re.compile("(?:发展|增长|扩大|壮大|增加|扩展|扩充|提升|减少|下降)[到至为成]")
_COVERED = re.compile(r"([^，。；：、\s\d]{0,12}(?:覆盖|惠及|服务|辐射|吸引))(?:了|近|约|超过?|逾)?$")

_AMONG = re.compile("(?:其中|[^其当集]中)(?:已?有)?$")
_PIECES = frozenset(("枚", "架", "艘", "辆", "台", "只", "头", "颗"))
_DESCRIBED = re.compile("的(?:[共还就只现已]?有|共计?|达|约)?$")
# What a measure word counts behind a bare verb, where the noun is left out.
_USUAL = (
    ("课", ("节", "堂"), re.compile("^(?:[连共再又先]?[听讲上评磨送教补备代])$")),
    ("列车", ("趟", "列"), re.compile("^(?:计划|预计|将|增|日均|每日)*(?:开行|加开|开出)$")),
)
_ACT = re.compile("([一-鿿])[过了]$")
_OFFICES = ("厅", "局", "部", "委", "处", "办", "公司")
_FIGURES = ("人数", "人次", "客流", "客流量", "接诊量", "就诊量", "接待量", "客运量", "发送量", "访问量")
_MANY = 10
_CASES = frozenset(("件", "起", "例", "宗"))
_GONE = re.compile("([跑走来去飞回])[过了]?(?:整整|足足|不下|好)?$")
_TEAM = re.compile("(?:[队团组班]|队伍)$")
_AGAIN = re.compile("[再又还另].{1,2}$|砍掉$")
_THERE = re.compile("([应实]到|到会|列席|缺席|请假)(?:的|者)?(?:共|有|共有)?$")
_PAPERS = frozenset(("份", "封", "则", "纸", "起"))
_BOTH = frozenset(("两人", "二人"))
_FATE = re.compile(
    "[死伤亡难获奖]|失踪|牺牲|入选|当选|落水|被困|感染|确诊|出院|幸存|晋级|落网|参[加赛]|就[业读]|考[上取入]"
)


def is_abstract(where: Place) -> bool:
    """Whether an abstract noun follows, as in 3个方面: a manner of speech, not a quantity of things.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts_place import place
    >>> is_abstract(place("抓好7个方面", (0, 6), (2, 4), "个", Decimal(7), []))
    True
    """
    if where.unit not in _LOOSE_UNITS:
        return False
    head = (where.noun or where.verb or "").rstrip("”’").split("、")[0]
    if head.endswith("目标") and (
        _ARMED.search(head) or _STRUCK.search(where.clean, max(where.first, where.start - 12), where.start)
    ):
        return False
    return head.endswith(tuple(words("abstract_nouns"))) if head else False


def item_of(where: Place) -> str | None:
    """What is counted, ``None`` where the text does not say it.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts_place import place
    >>> text = "断电的8条线路已恢复6条"
    >>> item_of(place(text, (0, len(text)), (3, 5), "条", Decimal(8), []))
    '线路'
    """
    clean, noun, verb, unit = where.clean, where.noun, where.verb, where.unit
    if noun and noun.endswith(_AIMS) and clean[where.end : where.end + 1] == "的":
        # 超过3000万人的年度目标: a mark to be reached counts what stands in front.
        noun = None
    if _GREW.match(clean, where.end):
        # 从最初的6人发展到210人: both ends count what stands in front.
        noun = verb = None
    last = where.rows[-1] if where.rows else None
    if not noun and last and last.unit == unit and not items_front.has_clause(clean, last.end, where.start):
        return last.item
    if unit == "%":
        return share_of(where, noun)
    phrase = noun or (None if unit in items.PEOPLE else verb)
    if phrase and (whole := _part_of(where, phrase)):
        return whole
    if noun and unit in items.PEOPLE and items_phrases.begins_act(noun):
        # 专家学者20多人出席会议: who they are stands in front, what they do behind.
        front = items_front.before(clean, where.begin, where.start)
        if front and clean[where.start - 1] != " " and _are_people(front):
            return front
    item = noun or _in_front(where, verb)
    if item and clean[where.start : where.end] in _BOTH and not _FATE.search(item):
        # 两人说好: who the two are was said before; what they do is not what is counted.
        return item if items.is_person(item) else None
    return None if item and len(item) == 1 and unit not in _TRIPS and items_phrases.is_act(item) else item


def _part_of(where: Place, noun: str) -> str | None:
    """其中19项填补空白: what begins with a verb is said of some of those counted just before."""
    clean = where.clean
    among = _AMONG.search(clean, where.begin, where.start) or where.unit in _PIECES
    if not among or "的" in noun:
        return None
    if not items_phrases.begins_act(noun) and (where.unit in _ACTS or not items_phrases.is_act(noun)):
        return None
    return next(
        (
            row.item
            for row in reversed(where.rows[-3:])
            if row.unit == where.unit and row.item and where.start - row.end < RECENT
        ),
        None,
    )


def _in_front(where: Place, verb: str | None) -> str | None:
    """What is counted where no noun follows the unit."""
    clean, unit = where.clean, where.unit
    people = unit in items.PEOPLE
    if clean[where.start - 2 : where.start] == "一行":
        return items_front.before(clean, where.begin, where.start) or "一行"
    if (verb is None or len(verb) == 1) and (people or unit in ("次", "趟")):
        verb = items.act_after(clean, where.end, where.last) or verb
    if people and (there := _THERE.search(clean, where.begin, where.start)):
        # 应到理事15人，实到13人
        alike = _alike(where) if there[1] == "实到" else []
        return there[1] + (alike[-1].removeprefix("应到") if alike else "")
    if people and verb and len(verb) == 1:
        verb = None  # 4人去了外地
    if told := counts_told.rest(where) or counts_told.like_these(where):
        return told
    front = items_front.before(clean, where.begin, where.start)
    if unit in _TRIPS and not verb and (gone := _GONE.search(clean, where.begin, where.start)):
        return gone[1]
    for usual, units, acts in _USUAL:
        if unit in units and front and acts.search(front):
            return items_front.subject_before(clean, where.begin, where.start) or usual
    if front and not verb and (told := counts_told.at_site(where, front)):
        return told
    if not front and not verb and (told := counts_told.household(where) or counts_told.home(where)):
        return told
    if (
        people
        and not (verb and _FATE.search(verb))
        and (not front or items_phrases.only_verb(front))
        and (told := counts_told.again(where))
    ):
        return told
    if people and front:
        front = items_phrases.without_act(front)
    grown = items_growth.growth(clean, where.first, where.start)
    if people and not verb and front and items_phrases.only_verb(front):
        covered = _COVERED.search(clean, max(where.first, where.start - 20), where.start)
        return counts_told.reached(where, front) or (covered[1] if covered else front)
    if people and not front and not verb and (covered := _COVERED.search(clean, where.begin, where.start)):
        return counts_told.reached(where, covered[1]) or covered[1]
    if not front or items_phrases.only_verb(front) or grown:
        # 8条线路已恢复6条; 企业3万家，比上届增加近900家.
        alike = _alike(where)
        if front and not alike and not grown and not people and not verb:
            alike = counts_told.just_before(where)
        if grown and not alike and not people:
            at = clean.rfind(grown, where.begin, where.start)
            return items_front.before(clean, where.begin, at) or items_front.clause_before(
                clean, where.first, at
            )
        if alike and front and unit in _CASES and len(front) == 2 and not grown:
            return front + items_phrases.without_first(alike[-1])
        if (
            alike
            and not (people and verb)
            and not (front and not grown and items_phrases.only_verb(alike[-1]))
        ):
            return alike[-1]
        if not verb and (unit == "次" or (unit == "趟" and len(front or "") < 2)):
            # 跑了四趟: the act itself is counted.
            done = _ACT.search(clean, where.begin, where.start)
            return front or (done[1] if done else items.strong_after(clean, where.end, where.last))
        if front and not people and not verb and unit in _SOLID and (thing := _thing(where)):
            return thing
        if front and not people and not verb and not grown:
            front = items_front.subject_before(clean, where.begin, where.start) or front
    elif not people and _DESCRIBED.search(clean, where.begin, where.start):
        # 具有公开募捐资格的4480个: what is described was counted before.
        alike = _alike(where)
        front = alike[-1] if alike else front
    elif (
        clean[where.start - 2 : where.start] in ("已有", "共有", "现有")
        and not verb
        and items_front.only_place(front)
    ):
        front = items_front.clause_before(clean, where.first, where.start) or front
    if front and not verb and not people and _AGAIN.search(front) and (alike := _alike(where)):
        return alike[-1]  # 一期建了大棚46座，二期再建30座
    if front and not verb and unit in _SOLID and items_phrases.ends_bare(front) and (thing := _thing(where)):
        return thing
    if verb and (unit in ("项", "条") or (unit in _PAPERS and _ends_clause(where, verb))):
        return verb
    if people and front and clean[where.start - 1] != " " and _are_people(front):
        return front
    if people and front and verb and _TEAM.search(front) and not _FATE.search(verb):
        return front
    if found := (verb or front) if people or unit in _ACTS else (front or verb):
        return found
    earlier = where.earlier()
    if earlier and (earlier[-1].unit == unit or people):
        return earlier[-1].item
    for row in reversed(where.rows[-RECENT:]):
        if row.value == where.value and (row.unit == unit or row.value > _MANY) and row.unit != "%":
            return row.item
    if people and clean[where.end : where.end + 1] == "被":
        act = items.strong_after(clean, where.end + 1, where.last)
        return act and act.removeprefix("迫")
    if people:
        subject = items_front.clause_before(clean, where.first, where.start)
        known = subject and (items.is_person(subject) or subject.endswith(_FIGURES) or _TEAM.search(subject))
        return subject if known else None
    return items_front.clause_before(clean, where.first, where.start) or (
        earlier[-1].item if earlier else None
    )


def _alike(where: Place) -> list[str]:
    """The items of the same unit in its sentence, but for what some of them are (8名是党员)."""
    return [
        row.item
        for row in where.earlier()
        if row.unit == where.unit and row.item and where.clean[row.end : row.end + 1] != "是"
    ]


def _ends_clause(where: Place, verb: str) -> bool:
    """Whether nothing stands behind the verb: 接连发生两起|枪击|，, but not 38起|造成|4人死亡."""
    end = where.end + len(verb)
    return where.clean.startswith(verb, where.end) and where.clean[end : end + 1] in "，。；：、"


def _are_people(front: str) -> bool:
    """Whether a phrase names people, and does not end in a verb: 各界代表, but not 发生."""
    return items.is_person(front) and not items_phrases.is_act(front)


def _thing(where: Place) -> str | None:
    """What a bare verb acts on (第二批送了1.2万册): the same unit's last item, or the clause before."""
    for row in reversed(where.rows[-RECENT:]):
        if row.unit == where.unit and row.item:
            return row.item
    noun = items_front.clause_before(where.clean, where.first, where.start)
    return noun if noun and not items_phrases.is_act(noun) and not noun.endswith(_OFFICES) else None
