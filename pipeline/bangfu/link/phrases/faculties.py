"""Faculties and offices that are written without their body: 园林学院|党委书记, 后勤中心|主任."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu import dictionary
from bangfu.lexicon import words
from bangfu.recognize.places import is_place

_LONGEST = 20
_OWN_BODIES = frozenset(
    (
        "外交学院",
        "国际关系学院",
        "社会学院",
        "行政学院",
        "现代学院",
        "文化学院",
        "科技学院",
        "新学院",
        "学学院",
    )
)
"""What reads like a faculty and is a school of its own, or says nothing."""
_TAIL = (
    "(?:学院|学系|系|学部)"
    "(?:[\u4e00-\u9fff]{0,4}(?:实验中心|实验室|教研室|办公室|研究所|团委|党委|党总支|专业|支部))?"
)
_OFFICE = re.compile(
    "(?:^|[，、；。：:（(\\s”]|其中|[由和与及任是兼为])(?:原|时任)?"
    "((?![该本我各全两等])(?:[\u4e00-\u9fff]{2,8}?(?:中心|办公室|[处科部室办系])"
    "|家委会|学生会|团委|校团委))$"
)
_LAST_OF_OFFICES = frozenset("心室处科部办系会委")
_DUTY = re.compile(
    "(?:[、，；：:\\s兼]|公司|集团|基金会|协会)((?![该本我各全两等])[\u4e00-\u9fff]{2,5})(?<![兼任暨族])$"
)
_OF_FIRMS = ("总监", "主管", "经理", "联络人", "带头人", "协调员", "技师", "专员", "教学秘书", "负责人")
_CLASSES = (
    "公司",
    "企业",
    "集团",
    "学校",
    "医院",
    "单位",
    "部门",
    "项目",
    "机构",
    "基金会",
    "协会",
    "商会",
    "门店",
    "家庭",
)
_NOUNS = frozenset(("n", "nz", "vn", "an", "b", "j", "l", "nt", "m", "f"))


@lru_cache(maxsize=1)
def _faculty() -> re.Pattern[str]:
    parts = "|".join(sorted(words("faculty_words"), key=lambda w: (-len(w), w)))
    return re.compile(f"(?:{parts})(?:[与及和]?(?:{parts}))*{_TAIL}$")


def faculty_before(clean: str, end: int) -> int | None:
    """Where the name of a faculty begins that ends at an offset: words of disciplines only.

    >>> faculty_before("该校人文及社会科学学院讲师", 11)
    2
    >>> faculty_before("昭明职业学院院长", 6) is None
    True
    """
    low = max(0, end - _LONGEST)
    if clean.find("学", low, end) < 0 and clean.find("系", low, end) < 0:
        return None
    if not re.search(_TAIL + "$", clean[low:end]):
        return None
    hit = _faculty().search(clean, low, end)
    if hit is None:
        return None
    begin = hit.start()
    named = re.match("[\u4e00-\u9fff]*?(?:学院|学系|系|学部)", clean[begin:end])
    if named is None or named.group() in _OWN_BODIES:
        return None
    return begin


def office_before(clean: str, end: int, title: str) -> int | None:
    """Where an office begins that ends at an offset and stands alone in its list: 、后勤中心|主任.

    >>> office_before("处长甲、后勤中心主任", 8, "主任")
    4
    """
    low = max(0, end - _LONGEST)
    hit = _OFFICE.search(clean, low, end) if clean[end - 1 : end] in _LAST_OF_OFFICES else None
    if hit is None and title.endswith(_OF_FIRMS):
        hit = _DUTY.search(clean, low, end)
    if hit is None:
        return None
    name = hit.group(1)
    if name.endswith(_CLASSES):
        return None
    tagged = dictionary.tag(name)
    nouns = tagged[0][1] != "v" and all(tag in _NOUNS or tag == "v" for _, tag in tagged)
    if not nouns or any(is_place(word) for word, _ in tagged):
        return None
    return hit.start(1)
