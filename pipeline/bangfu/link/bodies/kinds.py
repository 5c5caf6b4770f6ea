"""Which kinds of bodies have a post or a department."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import mapping

HOSTS = ("hospital", "school", "university")
"""Kinds of bodies that have guests who work there for a time."""
LAST = {
    "局长": "局",
    "厅长": "厅",
    "部长": "部",
    "行长": "行",
    "会长": "会",
    "馆长": "馆",
    "所长": "所",
    "站长": "站",
    "社长": "社",
    "厂长": "厂",
    "台长": "台",
    "场长": "场",
    "队长": "队",
    "领队": "队",
    "团长": "团",
    "队员": "队",
    "团员": "团",
    "园长": "园",
}
"""Heads that name the last character of their institution."""
_FACULTY = re.compile(".*(?:学院|学系|系|学部)(?:[\u4e00-\u9fff]{2,8})?")
_NO_KIND = "any"


@lru_cache(maxsize=512)
def kinds_of(title: str) -> tuple[str, ...]:
    """The kinds of institutions that have a post, by the longest end of the title that is known.

    >>> kinds_of("常务副校长")
    ('school', 'university')
    """
    known = mapping("title_bodies")
    ends = (known.get(title[at:]) for at in range(len(title)))
    found = next((kinds for kinds in ends if kinds), "")
    return tuple(found.split(",")) if found else ()


@lru_cache(maxsize=512)
def kinds_of_department(department: str) -> tuple[str, ...]:
    """The kinds of institutions that have a department, by the longest end of its name that is known.

    The empty one has none. Wards end in 科, and so do offices of other bodies; the lexicon knows the offices.

    >>> kinds_of_department("教务处"), kinds_of_department("小儿骨科"), kinds_of_department("财务科")
    (('school', 'university'), ('hospital',), ())
    """
    known = mapping("department_bodies")
    told = next((known[department[at:]] for at in range(len(department)) if department[at:] in known), None)
    if told is None:
        return ("hospital",) if department.endswith("科") else ()
    return () if told == _NO_KIND else tuple(told.split(","))


def is_office(department: str) -> bool:
    """Whether a department is one of a known kind of house, and no ward.

    >>> is_office("教务处"), is_office("骨科")
    (True, False)
    """
    known = mapping("department_bodies")
    return any(department[at:] in known for at in range(len(department)))


def is_faculty(department: str | None) -> bool:
    """Whether a department is one of a university: 园林学院."""
    if department is None or ("学" not in department and "系" not in department):
        return False
    return _FACULTY.fullmatch(department) is not None
