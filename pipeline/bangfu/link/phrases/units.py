"""Title phrases: a title with the institution or place that stands right before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from bangfu.article import Document, Mention
from bangfu.link.phrases.bodies import written_body
from bangfu.link.phrases.faculties import with_duty
from bangfu.link.phrases.phrase import HEADS, LAST_OF_UNITS, LEVELS, UNITS, Unit
from bangfu.link.phrases.place_names import place_before
from bangfu.link.phrases.seats import COMMITTEES, headed, of_committee, of_place
from bangfu.link.phrases.whole import made_whole
from bangfu.recognize.found import Found
from bangfu.recognize.titles.find import ALONE, body_end

_VERB = re.compile(".{0,4}?(?:[曾现时担出兼调历升转]任|[曾现]是|身兼|[任聘选]为|[应获]聘|拉上|请来|挂职)")
_OFFICE = re.compile("(?:[一-鿿]{0,9}[省市县区州盟旗])(?!.*(?:公安|检察)总)[一-鿿]{2,8}(?<!当)[局厅]")
_BRANCH = re.compile("[一-鿿]{0,6}分(?:指挥部|院|校|会|局|公司|队|中心|社|行|团)")
_OF_OURS = re.compile(
    "(?:[该本我][院校团会局司社馆队厂行台站所]|指挥部|前指)([一-鿿]{2,8})"
    "|(?:公司|集团|医院|基金会|协会|商会|支队|大队|工作队)([一-鿿]{1,6}(?:组|部|科|处|室))"
)
"""A part of the body that is spoken of: 该团|乐队."""
_BUREAU = re.compile("[一-鿿]+(?:(?<!公)司|(?<!办事)处|科|股)")
_SECTION = re.compile("[一-鿿]{1,4}(?:组|部|科|处|办)")
_INNER = re.compile(
    "(?!常委会|[省市县区州旗全国中央党团]|.*为)[一-鿿]{2,10}(?:委员会|法庭|理事会|董事会|监事会)"
)
_LONGEST_INNER = 13
_TERM_OF = re.compile(
    r"(?:\d{4}(?:[-—–~/至]{1,2}\d{2,4})?年?度?|第[一二三四五六七八九十\d]{1,3}(?:[、连至和]第?[一二三四五六七八九十\d]{1,3}){0,2}[届任]|[上本现]届|\d{2,4}[级届])$"
)
"""The years or the term of a post, between its body and its title."""
_LAST_OF_TERMS = frozenset("年度届任级0123456789")
_BRACKETED = 16
_FACULTY = re.compile("([^“”（）]{2,10}大学)((?!.*(?:附属|附设|独立|分校))[\u4e00-\u9fff]{2,12}学院)")
_ONE_OF = re.compile(
    "的?(?:第一[名位个]|首[名位个]|唯一的?(?:一[名位个])?)[女男]?$|的?[一两二三四五六七八九十几][名位个]$|(?:建[校院]以来)?最[一-鿿]{1,2}的(?:一[名位个])?$"
    "|的(?:退休|资深|年轻|青年|优秀|知名|著名)$"
)
_DELEGATE = re.compile("(全国|[省市县区州]|)(?:人大|政协)(代表|委员)")
_SHORTEST_CONGRESS = 3
_LAST_OF_ONE = frozenset("名位个的一女男休深轻年秀名")
_QUOTED = re.compile("的“(?:[^“”，。；]{2,8}”的?)$|(?:分管|主管|负责)[一-鿿]{2,8}的$")
_LAST_OF_QUOTED = frozenset("”的")
_SHORTEST_BODY = 4


def units(document: Document, found: Found) -> tuple[Unit, ...]:
    """The title phrases of a document, in text order; titles that only describe are left out."""
    clean = document.clean
    ending: dict[int, Mention] = {}
    for m in found.institutions:
        if m.text not in ALONE and m.text not in UNITS:
            m = _unverbed(m)
            for end in (m.end, body_end(m)):
                ending.setdefault(end, m)
    begins = {p.end: p.start for p in found.people}
    named = set(begins)
    read: list[Unit] = []
    for title in found.titles:
        if title.value.kind == "plain":
            continue
        inside = begins.get(title.start, title.start) < title.value.reach < title.start
        if inside:  # 王志新|总经理, whose 新 is a word before titles, too
            title = replace(title, value=replace(title.value, reach=title.start, department=None))
        unit = _delegate(clean, title) or _unit(clean, title, ending, found.institutions, named)
        name = begins.get(title.value.reach, unit.start)
        if unit.place is not None and name < unit.start and not _is_led(clean, name, unit.place):
            unit = Unit(title, title.value.reach, None, None, unit.department)  # 周文海|副书记
        if unit.body is not None:
            unit = _behind_name(unit, unit.body, named)
        if unit.alone:
            unit = with_duty(clean, unit, ending, named)
        if unit.held is not None:
            unit = _with_faculty(unit, unit.held)
        whole = made_whole(clean, unit, ending, named)
        read.append(_inner(clean, read[-1], whole) if read else whole)
    return _outermost(read)


def _is_led(clean: str, start: int, place: str) -> bool:
    """Whether what looks like a name before a post is the end of a place's: 朝阳县|副县长."""
    return "\u4e00" <= clean[start - 1 : start] <= "\u9fff" and place[-1] in LEVELS


def _unverbed(m: Mention) -> Mention:
    """An institution without the verb of a post with which its name was read: 曾任|红星医院."""
    verb = _VERB.match(m.text)
    cut = verb.end() if verb is not None else 0
    return replace(m, start=m.start + cut, text=m.text[cut:]) if 0 < cut < len(m.text) - 2 else m


def _inner(clean: str, before: Unit, unit: Unit) -> Unit:
    """A phrase of a board or court inside of the body told right before: 某法院副院长、审判委员会|委员."""
    end = unit.held.end if unit.held is not None else unit.title.value.reach
    begin = before.end + 1
    own = unit.place is not None or (unit.held is not None and not unit.held.value.generic)
    if own or before.alone or clean[before.end : begin] != "、" or not begin < end <= begin + _LONGEST_INNER:
        return unit
    if not _INNER.fullmatch(clean, begin, end):
        return unit
    return unit._replace(start=begin, held=None, body=None, department=clean[begin:end])


def _delegate(clean: str, title: Mention) -> Unit | None:
    """省人大代表 as a 代表 of this congress: 江苏省|人大|代表, 全国|政协|委员."""
    known = _DELEGATE.fullmatch(title.text)
    if known is None:
        return None
    start = title.start + known.start(2)
    level = known.group(1)
    begin = None if level == "全国" else place_before(clean, title.start + len(level))
    begin = title.start if begin is None else begin
    if start - begin < _SHORTEST_CONGRESS:
        return None
    bare = replace(title, start=start, text=clean[start : title.end])
    bare = replace(bare, value=replace(title.value, title=bare.text, reach=begin))
    return Unit(bare, begin, None, None, None, clean[begin:start])


def _outermost(read: list[Unit]) -> tuple[Unit, ...]:
    """Phrases without those whose title is a word of the next one: 干部 of 干部一科科长."""
    kept: list[Unit] = []
    for unit in read:
        whole = unit.alone or unit.body is not None
        low = unit.start if whole else unit.title.value.reach
        while kept and low <= kept[-1].title.start and kept[-1].title.end <= unit.title.start:
            kept.pop()
        kept.append(unit)
    return tuple(kept)


def _behind_name(unit: Unit, body: str, named: set[int]) -> Unit:
    """A phrase whose body begins behind somebody's name: 甲和|某党|主席, 甲拜|某校|教师."""
    inside = [at for at in range(unit.start + 1, unit.title.value.reach) if at in named]
    if not inside:
        return unit
    begin = inside[-1] - unit.start
    begin += body[begin : begin + 1] in tuple("和与及同对向由请拜")
    if len(body) - begin < _SHORTEST_BODY:
        return unit
    return unit._replace(start=unit.start + begin, body=body[begin:])


def _with_faculty(unit: Unit, held: Mention) -> Unit:
    """A phrase of a faculty: its university, with the faculty as department."""
    faculty = _FACULTY.fullmatch(held.text) if unit.department is None else None
    if faculty is None:
        return unit
    whole = replace(held, end=held.start + faculty.end(1), text=faculty.group(1))
    return unit._replace(held=whole, department=faculty.group(2))


def _unit(
    clean: str,
    title: Mention,
    ending: dict[int, Mention],
    institutions: tuple[Mention, ...],
    named: set[int],
) -> Unit:
    reach, department = title.value.reach, title.value.department
    if department is None and clean[reach - 1 : reach] in LAST_OF_UNITS and reach not in ending:
        department = next((s for s in UNITS if clean.endswith(s, 0, reach)), None)
        reach -= len(department or "")
    before = _before_words(clean, reach)
    before -= clean[before - 1 : before] == "”" and before - 1 in ending  # “某工作室”|的两位技师
    if (at := reach) in ending or (at := before) in ending:
        return _of_institution(clean, title, at, ending, department)
    # 县教育局长: the institution's name and its title share a character.
    held = bisect_left(institutions, title.start, key=lambda m: m.start) - 1
    if held >= 0 and title.start < institutions[held].end < title.end:
        m = institutions[held]
        return Unit(title, m.start, m, None, department)
    closed = reach - (clean[reach - 1 : reach] == "的")
    if clean[closed - 1 : closed] == "》":  # 《青江生活》的|首席记者
        opened = clean.rfind("《", max(0, closed - _BRACKETED), closed)
        if opened >= 0:
            return Unit(title, opened, None, None, department, clean[opened + 1 : closed - 1])
    shared = title.text.startswith(("局长", "厅长")) and title.start not in named
    if shared and (office := _office(clean, title.start + 1)) is not None:
        return Unit(title, office[0], None, None, None, office[1])
    governed = of_place(clean, title, reach, department)
    if governed is not None:
        return governed
    if department is not None and department[-1] in "组队":
        team = written_body(clean, title.start)
        if team is not None and _OF_OURS.fullmatch(team[1]):
            return Unit(title, reach, None, None, department)
        if team is not None and team[0] < reach:
            return Unit(title, team[0], None, None, None, team[1])
    written = written_body(clean, reach)
    if written is not None and (own := _OF_OURS.fullmatch(written[1])):
        at = own.start(own.lastindex or 1)
        return Unit(title, written[0] + at, None, None, department or clean[written[0] + at : reach])
    if written is not None:
        bureau = _of_bureau(clean, title, (written[0], reach), ending) if department is None else None
        return bureau or Unit(title, written[0], None, None, department, written[1])
    return Unit(title, reach, None, None, department)


def _of_bureau(
    clean: str, title: Mention, written: tuple[int, int], ending: dict[int, Mention]
) -> Unit | None:
    """A phrase of a bureau that no lexicon holds, with the body that it is part of: 某部|评估督导司|司长."""
    begin, end = written
    held = next((ending[at] for at in range(end - 3, begin, -1) if at in ending), None)
    if held is None or held.start != begin:
        return None
    part = (_SECTION if held.value.generic else _BUREAU).fullmatch(clean, held.end, end)
    return Unit(title, begin, held, None, part.group()) if part is not None else None


def _before_words(clean: str, reach: int) -> int:
    """Where the words between a body and its title begin that count or praise: 某社2023年度|, 某院唯一的|."""
    last = clean[reach - 1 : reach]
    if last in _LAST_OF_TERMS and (term := _TERM_OF.search(clean, max(0, reach - 14), reach)):
        return term.start()
    if last in _LAST_OF_QUOTED and (quoted := _QUOTED.search(clean, max(0, reach - 13), reach)):
        return quoted.start()
    if last in _LAST_OF_ONE and (one := _ONE_OF.search(clean, max(0, reach - 11), reach)):
        return one.start()
    closed = reach - (last == "的")
    if clean[closed - 1 : closed] in ("）", ")"):  # 某医院（某分院）院长
        low = max(0, closed - _BRACKETED)
        return max(clean.rfind("（", low, closed), clean.rfind("(", low, closed))
    return reach - (last in ("的", " "))


def _office(clean: str, end: int) -> tuple[int, str] | None:
    """The office that ends at an offset, where only its last word was read: 县农林|局."""
    written = written_body(clean, end)
    return written if written is not None and _OFFICE.fullmatch(written[1]) else None


def _of_institution(
    clean: str, title: Mention, at: int, ending: dict[int, Mention], department: str | None
) -> Unit:
    """A phrase with the institution that ends at an offset before it."""
    m = ending[at]
    if m.text in ("局", "厅") and (office := _office(clean, at)) is not None:
        return Unit(title, office[0], None, None, department, office[1])
    level = clean[m.start - 1 : m.start] or "-"
    if m.value.generic and clean[m.start - 2 : m.start - 1] == "任" and level in LEVELS:
        return Unit(title, m.start - 1, None, None, department, level + m.text)  # 任|县医院
    if m.text in HEADS:
        return headed(clean, title, m, department)
    if at - m.start == 1 and m.text.endswith(COMMITTEES):
        return of_committee(clean, title, at - 1)
    if m.start in ending and _BRANCH.fullmatch(m.text):  # 某部|上海第二分局
        return Unit(title, ending[m.start].start, None, None, department, clean[ending[m.start].start : at])
    return Unit(title, m.start, m, None, department)
