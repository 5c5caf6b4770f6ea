"""Which noun a count belongs to: behind its unit, in front of it, or the one of a count before it."""

from __future__ import annotations

import re

from bangfu.lexicon import words
from bangfu.recognize.counts import kinds as counts_kinds
from bangfu.recognize.counts.front import FATE, in_front
from bangfu.recognize.counts.lists import one_by_one
from bangfu.recognize.counts.part import part_of, some_of
from bangfu.recognize.counts.party import group, present, sent
from bangfu.recognize.counts.phrases import TRIPS, TURNS, are_people
from bangfu.recognize.counts.place import ACTS, Place
from bangfu.recognize.counts.ranked.model import Answer, answer, ranked
from bangfu.recognize.counts.same import some_told, told_again
from bangfu.recognize.counts.shares import share_of
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import front as items_front
from bangfu.recognize.items import phrases as items_phrases
from bangfu.recognize.items.words import ANYBODY

_AIMS = ("目标", "任务", "标准", "要求", "指标", "门槛", "红线", "上限")
_LOOSE_UNITS = frozenset(("个", "种", "项", "条", "件", "类", "场", None))
_GREW = re.compile(
    "(?:发展|恢复|增长|扩大|壮大|增加|扩展|扩充|提升|提高|跃升|攀升|飙升|上升|回升|减少|下降|精简|压缩|合并|扩[产建容]|[压锐骤猛激剧]?[变降升增减涨缩扩加压带提拉])[到至为成]"
)

_GREW_FIRST = frozenset("发恢增扩壮提跃攀飙上回减下精压合变降升涨缩加锐骤猛激剧带拉")
_TURNED = re.compile("[^，。；：、]{2,16}(?:[并变减缩增降升涨]|合并|压减|精简|整合)[成为到至]")
_PAIR = re.compile(
    "夫[妻妇]|兄弟|姐妹|姐弟|兄妹|师徒|搭档|父[子女母]|母[子女]|[一-鿿]们$|双胞胎|同伴|伙伴|老人|老两口"
)
_WHO_ACT = ANYBODY | TRIPS | TURNS | ACTS | frozenset(("%", "口", "户", "家", "支", "批", "所", None))
"""Units of those who do something, and of what is done."""
_GIVEN_TO = re.compile("[发交分送寄运赠留捐放装搬存投运拉用带抱捎][给进到往入予于在]")
_CREW = re.compile("(?:[队组班团]|班子|队伍|集体|家庭)$")
_BOTH = frozenset(("两人", "二人"))


def is_abstract(where: Place) -> bool:
    """Whether an abstract noun follows, as in 3个方面: a manner of speech, not a quantity of things.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> is_abstract(place("抓好7个方面", (0, 6), (2, 4), "个", Decimal(7), []))
    True
    """
    if where.unit not in _LOOSE_UNITS:
        return False
    head = (where.noun or where.verb or "").rstrip("”’").split("、")[0]
    return head.endswith(tuple(words("abstract_nouns"))) if head else False


def item_of(where: Place, answer: Answer = answer) -> str | None:
    """What is counted, ``None`` where the text does not say it; ``answer`` chooses where no frame tells it.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "断电的8条线路已恢复6条"
    >>> item_of(place(text, (0, len(text)), (3, 5), "条", Decimal(8), []))
    '线路'
    """
    clean, noun, verb, unit = where.clean, where.noun, where.verb, where.unit
    if noun and clean[where.end : where.end + 1] == "的":
        planned = unit in ("名", "位") and not items.is_person(noun)
        if planned or noun.endswith(_AIMS):
            noun = None  # 资助学子500名的计划, 超过3000万人的年度目标
    if noun == "人" and clean.startswith("人的", where.end):
        led = items.after(clean, where.end + 2, where.last, unit)[0]
        noun = led if led and _CREW.search(led) else noun  # 带6个人的班组
    if noun and len(noun) == 1 and unit not in TRIPS and items_phrases.is_act(noun):
        noun = None  # 分三拨来
    if clean[where.end : where.end + 1] in _GREW_FIRST and _GREW.match(clean, where.end):
        # 从最初的6人发展到210人: both ends count what stands in front.
        noun = verb = None
    if unit == "度":
        return verb or items.strong_after(clean, where.end, where.last)  # 两度会晤
    if unit == "台" and noun in (None, "主刀") and (operation := counts_kinds.operated(where)):
        return operation
    last = where.rows[-1] if where.rows else None
    if not noun and not verb and (told := one_by_one(where)):
        return told
    if not noun and (same := told_again(where)):
        return same
    if not noun and last and last.unit == unit:
        turned = last.start >= where.first and _TURNED.fullmatch(clean, last.end, where.start)
        if turned or not items_front.has_clause(clean, last.end, where.start):
            return last.item
    if unit == "%":
        return share_of(where, noun)
    if clean[where.start - 1] == "分" and unit in ("批", "拨", "组", "路"):
        front = items_front.before(clean, where.begin, where.start - 1)
        if front and are_people(front):
            noun = None  # 志愿者分五批上山
        elif not noun or items_phrases.only_verb(noun):
            return front if front and not items_phrases.only_verb(front) else None  # 分三批奔赴凉山支教
    if noun and unit in items.PEOPLE and clean[where.start - 2 : where.start] == "一行":
        # 专家一行6人的中巴车: what carries them is not counted.
        noun = noun if items.is_person(noun) else None
    if company := (not noun and present(where)) or sent(where):
        return company
    if not (noun and items.is_person(noun)) and (members := group(where)):
        return members
    told_of = some_of(where, noun) or some_told(where, noun)
    if told_of:
        return told_of
    phrase = noun or (None if unit in items.PEOPLE else verb)
    if phrase and (whole := part_of(where, phrase)):
        return whole
    if noun and unit not in _WHO_ACT and _GIVEN_TO.match(noun):
        # 血压计60台留给村医: what is done with the things stands behind.
        thing = items_front.before(clean, where.begin, where.start)
        if thing and where.clean.endswith(thing, 0, where.start) and not items.is_person(thing):
            return thing
    if noun and unit in items.PEOPLE and items_phrases.begins_act(noun):
        # 专家学者20多人出席会议: who they are stands in front, what they do behind.
        front = items_front.before(clean, where.begin, where.start)
        if front and clean[where.start - 1] != " " and are_people(front):
            return front
    item = noun or in_front(where, verb)
    if item and clean[where.start : where.end] in _BOTH and not FATE.search(item):
        # 两人说好: who the two are was said before; what they do is not what is counted.
        begins = clean[where.start - 1] in "，。；：！？“”\n" or where.start == where.first
        return item if _PAIR.search(item) or (not begins and items.is_person(item)) else None
    if item and len(item) == 1 and unit not in TRIPS | TURNS and items_phrases.is_act(item):
        item = None
    return ranked(where, item, answer)
