"""What a count counts where no noun follows its unit: in front, behind as an act, or told before."""

from __future__ import annotations

import re

from bangfu.recognize.counts import kinds as counts_kinds
from bangfu.recognize.counts import phrases as counts_phrases
from bangfu.recognize.counts import sites as counts_sites
from bangfu.recognize.counts import sorts as counts_sorts
from bangfu.recognize.counts import told as counts_told
from bangfu.recognize.counts.phrases import HUMAN, TRIPS, are_people
from bangfu.recognize.counts.place import ACTS, RECENT, Place
from bangfu.recognize.counts.same import alike_in, same_number
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import front as items_front
from bangfu.recognize.items import growth as items_growth
from bangfu.recognize.items import phrases as items_phrases

_SOLID = frozenset("筐箱袋捆盒瓶册本趟例台套辆顶架床盏棵株头只艘")
_PAPERS = frozenset(("份", "封", "则", "纸", "起"))
_OFFICES = ("厅", "局", "部", "委", "处", "办", "公司")
_FIGURES = ("人数", "人次", "客流", "客流量", "接诊量", "就诊量", "接待量", "客运量", "发送量", "访问量")
_COVERED = re.compile(r"([^，。；：、\s\d]{0,12}(?:覆盖|惠及|服务|辐射|吸引))(?:了|近|约|超过?|逾)?$")
_DESCRIBED = re.compile("的(?:[共还就只现已]?有|共计?|达|约)?$")
_ONCE = re.compile("(?:原来|过去|原先|最初|当初|从前|去年|上年|当年|以前|最早)的$")
_ACT = re.compile("([一-鿿])[过了]$")
_TEAM = re.compile("(?:[队团组班]|队伍)$")
_USED_UP = re.compile("[满完光坏断掉丢]$")
_EACH_UNIT = re.compile("每[组班队团批]$")
_DIVIDED = frozenset(("分成", "分作", "分为", "编成", "编为"))
_GROUPS = frozenset(("组", "队", "班", "批", "路", "拨", "片", "类", "支"))
_PERIODS = ("学期", "学年", "季度", "年度", "寒假", "暑假", "假期", "半年")
_AGAIN = re.compile("[再又还另].{1,2}$|砍掉$|^.{0,2}(?:完毕|办结|到位)$")
FATE = re.compile(
    "[死伤亡难获奖]|失踪|牺牲|入选|当选|落水|被困|感染|确诊|出院|幸存|晋级|落网|参[加赛考训展会]|录[取用]|^被|就[业读]|考[上取入]"
)
_PLACES = frozenset("站点室店厂所队馆院园")
_PLANNED = frozenset(("目标", "计划", "任务", "差", "缺", "已完成", "完成", "还差", "尚缺", "缺口", "需求"))
_GROUPED = frozenset(("批", "批次", "期", "届", "轮", "组", "笔"))


def in_front(where: Place, verb: str | None) -> str | None:
    """What is counted where no noun follows the unit; ``verb`` is the phrase there that begins with one.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "受益教师11人"
    >>> in_front(place(text, (0, len(text)), (4, 7), "人", Decimal(11), []), None)
    '受益教师'
    """
    people = where.unit in items.PEOPLE
    if (verb is None or len(verb) == 1) and (people or where.unit in TRIPS):
        verb = items.act_after(where.clean, where.end, where.last) or verb
    if people and verb and len(verb) == 1:
        verb = None  # 4人去了外地
    front = items_front.before(where.clean, where.begin, where.start)
    if front and front.endswith(_PERIODS):
        front = None  # 春季学期|又有6位
    if people and not front and where.ends(_EACH_UNIT):
        earlier = (row.item for row in reversed(where.earlier()))
        return next((item for item in earlier if item and items.is_person(item)), None)
    if people and front and (acted := counts_sorts.act_on(where, front)):
        front = acted
    if front and (who := counts_sorts.of_sort(where, front)):
        return who
    if front and where.unit in _GROUPS and front[-2:] in _DIVIDED:
        front = front[:-2]  # 学员|分成六组
    told = counts_phrases.set_phrase(where, verb, front, alike_in(where)) or _told(where, verb, front)
    if told:
        return told
    if not verb:
        by_place, who = counts_sites.stationed(where, front)
        if by_place:
            return who
    item = _people(where, verb, front) if people else _things(where, verb, front)
    return _understood(where, verb, item)


def _understood(where: Place, verb: str | None, item: str | None) -> str | None:
    """The noun told before, where only a verb stands beside the number, or nothing."""
    if item and not verb and counts_kinds.is_elsewhere(where, item):
        return counts_kinds.thing_before(where) or item
    if item and (verb or item[-1] in _PLACES or not items_phrases.only_verb(item)):
        return item
    if where.unit in HUMAN:
        helped = None if item and FATE.search(item) else counts_kinds.helped(where)
        return helped or counts_phrases.topic(where) or item
    return counts_kinds.thing_before(where) or item


def _told(where: Place, verb: str | None, front: str | None) -> str | None:
    """What was told before and is only numbered here."""
    told = counts_told.rest(where) or counts_told.like_these(where) or counts_told.of_batch(where)
    if told or front or verb:
        return told
    return counts_told.household(where) or counts_told.home(where)


def _people(where: Place, verb: str | None, front: str | None) -> str | None:
    """Who the people counted are, or what they do."""
    clean = where.clean
    front = front and items_phrases.without_act(front)
    if front and not verb and items_phrases.only_verb(front):
        covered = _COVERED.search(clean, max(where.first, where.start - 20), where.start)
        return covered[1] if covered else front
    if not front and not verb and (covered := where.ends(_COVERED)):
        return covered[1]
    grown = items_growth.growth(clean, where.first, where.start)
    if not front or items_phrases.only_verb(front) or grown:
        alike = alike_in(where)
        unnamed = front and not grown and alike and items_phrases.only_verb(alike[-1])
        if alike and not verb and not unnamed:
            done = "被" in (alike[-1][0], clean[where.end : where.end + 1]) or (
                items_phrases.begins_act(alike[-1]) and not items.is_person(alike[-1])
            )
            deed = done and not front and not grown and counts_phrases.deed(where)
            return deed or alike[-1]
    elif not verb:
        front = _not_where(where, front)
    if front and clean[where.start - 1] != " " and are_people(front):
        return front
    if front and verb and _TEAM.search(front) and not FATE.search(verb):
        return front
    return verb or front or _people_before(where) or counts_phrases.deed(where)


def _things(where: Place, verb: str | None, front: str | None) -> str | None:
    """Which things are counted."""
    clean, unit = where.clean, where.unit
    grown = items_growth.growth(clean, where.first, where.start)
    if not front or items_phrases.only_verb(front) or grown:
        if known := _as_before(where, verb, front, grown):
            return known
        if unit == "次" and not verb and not front:
            return items.strong_after(clean, where.end, where.last)
        if front and not verb and not grown:
            front = items_front.subject_before(clean, where.begin, where.start) or front
    elif where.ends(_DESCRIBED):
        # 具有公开募捐资格的4480个: what is described was counted before.
        alike = alike_in(where)
        described = verb and clean[where.start - 1] == "的" and not where.ends(_ONCE)
        front = alike[-1] if alike else (None if described else front)
    elif not verb:
        front = _not_where(where, front)
    if front and not verb and _AGAIN.search(front) and (alike := alike_in(where)):
        return alike[-1]  # 一期建了大棚46座，二期再建30座
    if front in _PLANNED and not verb and (thing := counts_kinds.thing_before(where)):
        return thing
    if front and not verb and unit in ("名", "位"):
        front = items_phrases.without_act(front)  # 失学儿童复学400多名
    if front and not verb and (thing := items_phrases.without_end(front)):
        return thing
    if (
        front
        and not verb
        and unit in _SOLID
        and items_phrases.ends_bare(front)
        and not counts_sorts.operation(unit, front)
    ):
        used = items_front.subject_before(clean, where.begin, where.start) if _USED_UP.search(front) else None
        if thing := used or _thing(where):
            return thing
    if verb and (unit in ("项", "条") or (unit in _PAPERS and _ends_clause(where, verb))):
        return verb
    if verb and front and unit not in ACTS and items_front.only_place(front) and items.has_name(front):
        return verb  # 南坡县仍有3万户停电
    return ((verb or front) if unit in ACTS else (front or verb)) or _things_before(where)


def _as_before(where: Place, verb: str | None, front: str | None, grown: str | None) -> str | None:
    """Things where no noun stands in front: 8条线路已恢复6条; 企业3万家，比上届增加近900家."""
    clean, unit = where.clean, where.unit
    alike = alike_in(where)
    if front and not alike and not grown and not verb:
        alike = counts_told.just_before(where)
    if grown and not alike:
        at = clean.rfind(grown, where.begin, where.start)
        return items_front.before(clean, where.begin, at) or items_front.clause_before(clean, where.first, at)
    if alike and not (front and not grown and items_phrases.only_verb(alike[-1])):
        return alike[-1]
    if not verb and (unit == "次" or (unit == "趟" and len(front or "") < 2)):
        # 延了两次: the act itself is counted.
        done = where.ends(_ACT)
        return front or (done[1] if done else None)
    return _thing(where) if front and not verb and unit in _SOLID else None


def _not_where(where: Place, front: str) -> str:
    """南坡县已有300所: a place in front is not what is counted."""
    had = where.clean[where.start - 2 : where.start] in ("已有", "共有", "现有")
    if not had or not items_front.only_place(front):
        return front
    return items_front.clause_before(where.clean, where.first, where.start) or front


def _people_before(where: Place) -> str | None:
    """People told before, where nothing beside the number names them."""
    clean, earlier = where.clean, where.earlier()
    last = earlier[-1] if earlier else None
    if last and (
        last.unit in HUMAN | _GROUPED
        or (last.item and (items.is_person(last.item) or last.item.endswith(("规模", *_FIGURES))))
        or clean[last.end : where.start] in ("", "、", last.item, f"{last.item}、")
    ):
        return last.item
    if same := same_number(where):
        return same
    subject = items_front.clause_before(clean, where.first, where.start)
    known = subject and (items.is_person(subject) or subject.endswith(_FIGURES) or _TEAM.search(subject))
    return subject if known else None


def _things_before(where: Place) -> str | None:
    """Things told before, where nothing beside the number names them."""
    earlier = where.earlier()
    if earlier and earlier[-1].unit == where.unit:
        return earlier[-1].item
    if same := same_number(where):
        return same
    if where.unit in ("名", "位") and (who := counts_sorts.told(where)):
        return who
    return items_front.clause_before(where.clean, where.first, where.start) or (
        earlier[-1].item if earlier and where.unit != "户" else None
    )


def _ends_clause(where: Place, verb: str) -> bool:
    """Whether nothing stands behind the verb: 接连发生两起|枪击|，, but not 38起|造成|4人死亡."""
    end = where.end + len(verb)
    return where.clean.startswith(verb, where.end) and where.clean[end : end + 1] in "，。；：、"


def _thing(where: Place) -> str | None:
    """What a bare verb acts on (第二批送了1.2万册): the same unit's last item, or the clause before."""
    for row in reversed(where.rows[-RECENT:]):
        if row.unit == where.unit and row.item:
            return row.item
    noun = items_front.clause_before(where.clean, where.first, where.start)
    if not noun or (len(noun) == 1 and where.unit in TRIPS):
        return None
    return noun if not items_phrases.is_act(noun) and not noun.endswith(_OFFICES) else None
