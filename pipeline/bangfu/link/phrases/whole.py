"""Phrases of which only the end of the body was read, made whole: 园林|学院党委书记, 市委|政法委书记."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from bangfu.article import Mention
from bangfu.link.phrases.bodies import unnamed_body
from bangfu.link.phrases.faculties import faculty_before, office_before
from bangfu.link.phrases.phrase import LEVELS, Unit
from bangfu.recognize.titles.find import BRANCHES

_SHORT_SCHOOL = re.compile(
    "(?:^|[^一-鿿]|[和与及由是任在到请])([一二三四五六七八九十]{1,3}[中小幼]|[县市区附][一二三四五六]?[中小幼])$"
)
"""Schools by their short names: 五中, 县一小."""
_COMMITTEES = frozenset(("省委", "市委", "县委", "区委", "州委", "旗委", "盟委", "地委"))
_SECTION = re.compile("(?:统战部|组织部|宣传部|政法委|社会工作部|政研室|党校|办公室|编办)")


def made_whole(clean: str, unit: Unit, ending: dict[int, Mention], people: Container[int]) -> Unit:
    """A phrase with the faculty, the office or the short name that stands right before its title."""
    title, reach = unit.title.value, unit.title.value.reach
    generic = unit.held is None or unit.held.value.generic
    some = unnamed_body(clean, reach) if generic and unit.body is None and unit.place is None else None
    if some is not None:
        return unit._replace(start=some[0], held=None, body=some[1])
    held = _without_branch(unit.held)
    if held is not None and (section := _of_committee(clean, unit, held)) is not None:
        return unit._replace(body=section, held=None, department=None)
    end = held.end if held is not None else reach
    if generic or (held is not None and "学院" in held.text):
        begin = _faculty(clean, unit, held, end)
        if begin is not None:
            return _of_faculty(clean, unit, begin, end, ending)
    if held is not None:
        level = clean[max(0, held.start - 2) : held.start]
        if level in _COMMITTEES:  # 市委|党校
            return unit._replace(start=held.start - 2, held=None, body=level + held.text)
        return unit if held is unit.held else unit._replace(held=held)
    if not unit.alone or unit.department is not None or end in people:
        return unit
    school = _SHORT_SCHOOL.search(clean, max(0, end - 5), end)
    if school is not None:
        return unit._replace(start=school.start(1), body=school.group(1))
    office = office_before(clean, end, title.title)
    if office is None:
        return unit
    if clean[office] in LEVELS:  # 省医管中心|主任
        return unit._replace(start=office, body=clean[office:end])
    return _of_department(unit, office, clean[office:end])


def _of_department(unit: Unit, begin: int, department: str) -> Unit:
    value = replace(unit.title.value, department=department, reach=begin)
    return unit._replace(title=replace(unit.title, value=value), start=begin, department=department)


def _without_branch(held: Mention | None) -> Mention | None:
    """A class of bodies without its party branch: 集团|党委书记."""
    if held is None or not held.value.generic:
        return held
    if held.text.endswith(("总工会", "自治区党委", "州党委", "地区党委")):
        return held
    branch = next((b for b in BRANCHES if held.text.endswith(b) and len(held.text) > len(b) + 1), None)
    if branch is None:
        return held
    return replace(held, end=held.end - len(branch), text=held.text.removesuffix(branch))


def _of_committee(clean: str, unit: Unit, held: Mention) -> str | None:
    """The part of a committee that is told by its level only, as it is written: 市委政法委."""
    if held.text not in _COMMITTEES or unit.department is None or not _SECTION.fullmatch(unit.department):
        return None
    return clean[held.start : held.end + len(unit.department)]


def _faculty(clean: str, unit: Unit, held: Mention | None, end: int) -> int | None:
    if held is None and unit.department is not None:
        return None
    begin = faculty_before(clean, end)
    return None if begin is None or (held is not None and begin > held.start) else begin


def _of_faculty(clean: str, unit: Unit, begin: int, end: int, ending: dict[int, Mention]) -> Unit:
    """A phrase of a faculty, with the university that stands right before it."""
    branch = next(
        (b for b in BRANCHES if unit.title.text.startswith(b) and clean.endswith(b, begin, end)), ""
    )
    end -= len(branch)  # 人文学院|党委书记
    whole = ending.get(begin)
    whole = whole if whole is not None and not whole.value.generic else None
    told = _of_department(unit, begin, clean[begin:end])
    return told._replace(start=whole.start if whole is not None else begin, held=whole, body=None)
