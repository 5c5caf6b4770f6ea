"""Phrases in front of a number that name a sort or an act, not those counted: 语文6名, 达成意向1980人."""

from __future__ import annotations

import re

from bangfu.recognize.counts.place import Place
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import front as items_front
from bangfu.recognize.items import phrases as items_phrases
from bangfu.recognize.items import words as items_words

_OF_PEOPLE = re.compile(
    "(?:量|数|率|人次|规模|队|团|组|班|队伍|团队|力量"
    "|户|家庭|名额|岗位|村|校|院|单位|企业|公司|机构|就业|奖)$"
)
_OWN_ACTS = re.compile(
    "(?:参加|参与|达成|享受|取得|获得|荣获|领取|办理|移送|报考"
    "|登记|掌握|学会|加入|签订|签署|接受|观看|点亮|考取|通过)"
)
"""What people do themselves who are counted."""
_SURGERY = re.compile(
    "(?:修补|切[除开割]|置[换入]|移植|缝合|重建|结扎|复位|穿刺|[溶取]栓|消融|造影|成[形型]|吻合|植入|介入|引流|整复|固定|摘除"
    "|剖宫产|[碎取]石|诊断|镇痛|透析|复苏|接生|活检|造口|置管|插管|整形|矫[正治]|分娩|复明|种植|根治|剥[除离])术?$"
)
_STATES = frozenset(
    ("在岗", "在职", "在编", "在校", "在读", "在院", "在训", "在册", "在任", "留任", "留守", "离岗", "在外")
)
_FIELD = re.compile("(?:专业|方向|学科)$")
_SORT = re.compile(
    "语文|数学|英语|外语|物理|化学|生物|政治|历史|地理|音乐|体育|美术|科学|信息技术|心理|舞蹈|书法|思政|学前|小学|初中|高中|中学"
    "|.{0,3}[^本专](?:科|专业|方向|学科|岗位)|文科|理科|[省市县区州校境][内外]|[东中西]部|男|女|男性|女性|其他|其它|本地|外地"
)


def act_on(where: Place, front: str) -> str | None:
    """The act with its object, where people are counted who did it: 达成就业意向1980人."""
    if items.is_person(front) or _OF_PEOPLE.search(front) or items_phrases.is_act(front):
        return None
    at = where.clean.rfind(front, where.begin, where.start)
    lead = items_words.END.split(where.clean[max(where.begin, at - 8) : max(at, 0)])[-1]
    word, flag = (items.tag(lead) or (("", ""),))[-1]
    return word + front if at >= 0 and flag == "v" and _OWN_ACTS.fullmatch(word) else None


def operation(unit: str | None, front: str) -> bool:
    """Whether what is done to a part of a body is counted: 疝修补16例."""
    return unit == "例" and len(front) > 2 and _SURGERY.search(front) is not None


def _is_sort(front: str) -> bool:
    """Whether a phrase names subjects or sorts, and not those counted: 语文、数学各2名."""
    if "、" in front and _FIELD.search(front):
        return True
    return all(_SORT.fullmatch(part) for part in re.split("[、和与及]", front))


def of_sort(where: Place, front: str) -> str | None:
    """The people told before, of whom some are counted sort by sort: 教师34名，其中语文6名.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "互派教师跟岗，语文2名"
    >>> of_sort(place(text, (0, len(text)), (9, 11), "名", Decimal(2), []), "语文")
    '教师'
    """
    if front in _STATES and not where.verb:
        return told(where)
    if where.unit not in items_words.OF_PEOPLE or not _is_sort(front):
        return None
    for row in reversed(where.earlier()):
        if row.unit in items_words.OF_PEOPLE and row.item and items.is_person(row.item):
            return row.item
    return items_front.people_before(where.clean, where.first, where.start)


def told(where: Place) -> str | None:
    """The people told before, of whom some are counted: 教师47名，目前在岗29人."""
    if where.unit not in items_words.OF_PEOPLE:
        return None
    rows = (
        row
        for row in reversed(where.earlier())
        if row.unit in items_words.OF_PEOPLE and row.value >= where.value
    )
    return next((row.item for row in rows if row.item and items.is_person(row.item)), None)
