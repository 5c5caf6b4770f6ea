"""Phrases of which only the end of the body was read, made whole: 园林|学院党委书记, 市委|政法委书记."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from typing import TYPE_CHECKING

from bangfu import dictionary
from bangfu.article import Mention
from bangfu.link.phrases.abroad import of_country
from bangfu.link.phrases.faculties import faculty_before, office_before
from bangfu.link.phrases.unnamed import unnamed_body
from bangfu.link.phrases.words import LEVELS
from bangfu.recognize.titles.find import BRANCHES

if TYPE_CHECKING:
    from bangfu.link.phrases.phrase import Unit

_SHORT_SCHOOL = re.compile(
    "(?:^|[^一-鿿]|[和与及由是任在到请])([一二三四五六七八九十]{1,3}[中小幼]|[县市区附][一二三四五六]?[中小幼])$"
)
"""Schools by their short names: 五中, 县一小."""
_OF_SCHOOLS = re.compile("(?:.*副)?(?:校长|园长)(?:助理)?|(?:.*副)?(?:书记|主任)|.*教师|.*老师|班主任")
_CLASS_KINDS = (
    *(("公司", "company"), ("集团", "company"), ("企业", "company"), ("学校", "school"), ("中学", "school")),
    *(("小学", "school"), ("医院", "hospital"), ("大学", "university"), ("学院", "university")),
)
_HAN = re.compile("[一-鿿]+")
_SENT = re.compile("[选派调推聘请任]")
_LONGEST_FRONT = 6
_BEFORE_UNIT = re.compile("[、，。；：]([一-鿿]{2,6})$")
"""Words between a mark and the noun that a department ends in: 、对外合作|办公室."""
_OF_UNITS = frozenset(("n", "vn", "nz", "an", "b", "j"))
_AND = ("和", "与", "及")
_COMMITTEES = frozenset(("省委", "市委", "县委", "区委", "州委", "旗委", "盟委", "地委"))
_OF_COMMITTEES = re.compile(
    "党校|(?:老干部|机要|保密|台港澳工作)局|(?:政研|督查|政策研究)室|讲师团|(?:教育|教体|科教|两新|国资|卫健|农村|经信|直属机关)工委|[一-鿿]{2,3}办(?:公室)?"
)
_SECTION = re.compile("(?:统战部|组织部|宣传部|政法委|社会工作部|政研室|党校|办公室|编办)")


def made_whole(clean: str, unit: Unit, ending: dict[int, Mention], people: Container[int]) -> Unit:
    """A phrase with the faculty, the office or the short name that stands right before its title."""
    if (some := _of_some(clean, unit)) is not None:
        return some
    held = _without_branch(unit.held)
    if held is not None and (section := _of_committee(clean, unit, held)) is not None:
        return unit._replace(body=section, held=None, department=None)
    end = held.end if held is not None else unit.title.value.reach
    if held is None or held.value.generic or "学院" in held.text:
        begin = _faculty(clean, unit, held, end, ending)
        if begin is not None:
            return _of_faculty(clean, unit, begin, end, ending)
    if held is not None:
        level = clean[max(0, held.start - 2) : held.start]
        if level in _COMMITTEES and _OF_COMMITTEES.fullmatch(held.text):
            return unit._replace(start=held.start - 2, held=None, body=level + held.text)
        return unit if held is unit.held else unit._replace(held=held)
    if unit.place is not None or unit.body is not None or end in people:
        return unit
    if unit.department is not None:
        return _with_first_word(clean, unit, ending)
    if (abroad := of_country(clean, unit)) is not None:
        return abroad
    short = clean[end - 1 : end] in ("中", "小", "幼")
    school = _SHORT_SCHOOL.search(clean, max(0, end - 5), end) if short else None
    if school is not None and _OF_SCHOOLS.fullmatch(unit.title.value.title):
        return unit._replace(start=school.start(1), body=school.group(1))
    office = office_before(clean, end, unit.title.value.title)
    joined = office is not None and clean[office - 1 : office] in _AND and office - 1 not in people
    if office is None or joined or any(at in people for at in range(office + 1, end)):
        return unit
    if clean[office] in LEVELS:  # 省医管中心|主任
        return unit._replace(start=office, body=clean[office:end])
    value = replace(unit.title.value, department=clean[office:end], reach=office)
    return unit._replace(title=replace(unit.title, value=value), start=office, department=clean[office:end])


def _of_some(clean: str, unit: Unit) -> Unit | None:
    """A phrase whose body has no name: 解放军某医院副院长, “某某面馆”的老板."""
    if (
        unit.body is not None
        or unit.place is not None
        or (unit.held is not None and not unit.held.value.generic)
    ):
        return None
    told = unnamed_body(clean, unit.title.value.reach, unit.title.value.title)
    return unit._replace(start=told[0], held=None, body=told[1]) if told is not None else None


def _with_first_word(clean: str, unit: Unit, ending: dict[int, Mention]) -> Unit:
    """A phrase whose department goes on to the left up to its institution: 某厅对外|合作处处长."""
    reach = unit.title.value.reach
    if unit.department is None or unit.department[-1] not in "处部司办室心":
        return unit
    for length in (2, 3, 4):
        body = ending.get(reach - length)
        words = clean[reach - length : reach]
        if body is not None and not body.value.generic and _HAN.fullmatch(words):
            longer = _with_words(unit, words)
            return longer._replace(start=body.start, held=body) if longer is not None else unit
    if not clean.startswith(unit.department, reach):
        return unit  # it was told before
    alone = _BEFORE_UNIT.search(clean, max(0, reach - _LONGEST_FRONT - 1), reach)
    longer = _with_words(unit, alone.group(1)) if alone is not None else None
    return longer if longer is not None else unit


def _with_words(unit: Unit, words: str) -> Unit | None:
    """A phrase whose department begins with these words, if they are such as departments begin with."""
    tagged = [(word, "n" if word == "对外" else tag) for word, tag in dictionary.tag(words)]
    if _SENT.search(words) or any(tag not in _OF_UNITS for _, tag in tagged):
        return None
    reach, department = unit.title.value.reach - len(words), words + (unit.department or "")
    value = replace(unit.title.value, department=department, reach=reach)
    return unit._replace(title=replace(unit.title, value=value), start=reach, department=department)


def _without_branch(held: Mention | None) -> Mention | None:
    """A class of bodies without its party branch: 集团|党委书记."""
    if held is None or not held.value.generic:
        return held
    if held.text.endswith(("总工会", "自治区党委", "州党委", "地区党委")):
        return held
    branch = next((b for b in BRANCHES if held.text.endswith(b) and len(held.text) > len(b) + 1), None)
    if branch is None:
        return held
    text = held.text.removesuffix(branch)
    kind = next((kind for tail, kind in _CLASS_KINDS if text.endswith(tail)), held.value.kind)
    return replace(held, end=held.end - len(branch), text=text, value=replace(held.value, kind=kind))


def _of_committee(clean: str, unit: Unit, held: Mention) -> str | None:
    """The part of a committee that is told by its level only, as it is written: 市委政法委."""
    if held.text not in _COMMITTEES or unit.department is None:
        return None
    told = clean[held.start : held.end + len(unit.department)]
    whole = told == held.text + unit.department and _SECTION.fullmatch(unit.department)
    return told if whole else None


def _faculty(
    clean: str, unit: Unit, held: Mention | None, end: int, ending: dict[int, Mention]
) -> int | None:
    if held is None and unit.department is not None:
        return None
    begin = faculty_before(clean, end)
    if begin is None or (held is not None and begin > held.start):
        return None
    borders = (at for at in range(begin + 1, end - 2) if at in ending and not ending[at].value.generic)
    return next(borders, begin)  # 某师范大学|教师教育学院


def _of_faculty(clean: str, unit: Unit, begin: int, end: int, ending: dict[int, Mention]) -> Unit:
    """A phrase of a faculty, with the university that stands right before it."""
    branch = next(
        (b for b in BRANCHES if unit.title.text.startswith(b) and clean.endswith(b, begin, end)), ""
    )
    end -= len(branch)  # 人文学院|党委书记
    whole = ending.get(begin) or (ending.get(begin - 1) if clean[begin - 1 : begin] == "的" else None)
    whole = whole if whole is not None and not whole.value.generic else None
    value = replace(unit.title.value, department=clean[begin:end], reach=begin)
    start = whole.start if whole is not None else begin
    title = replace(unit.title, value=value)
    return unit._replace(title=title, start=start, held=whole, body=None, department=clean[begin:end])
