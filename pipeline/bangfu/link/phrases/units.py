"""Title phrases: a title with the institution or place that stands right before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from bangfu.article import Document, Mention
from bangfu.lexicon import words
from bangfu.link.phrases.bodies import body_begins, written_body
from bangfu.link.phrases.duties import with_duty
from bangfu.link.phrases.owners import owner_of, sender_to, ward_to, whole_unit
from bangfu.link.phrases.phrase import Unit
from bangfu.link.phrases.place_names import place_before
from bangfu.link.phrases.seats import COMMITTEES, headed, of_committee, of_place
from bangfu.link.phrases.unverbed import unverbed
from bangfu.link.phrases.whole import made_whole
from bangfu.link.phrases.words import HEADS, INNER, LAST_OF_UNITS, LEVELS, SECTIONS, UNITS
from bangfu.recognize.found import Found
from bangfu.recognize.titles.find import ALONE, body_end

_LISTED_UNIT = re.compile(
    "[、，；和与及]((?![^、，]*[的了着过在把被将又也还])[一-鿿]{2,6}(?<!总)(?<!司令)[部处科系])$"
)
_PLACES = frozenset("省市县区州盟旗师")
_LEFT_POST = re.compile("辞去|卸任|[担出接兼就]任|当选|不再")
_HONOUR = re.compile(
    "(?:全国|全军|[一-鿿]{0,4}[省市县区州旗校]级?)(?:优秀|模范|先进|最美|十佳|百佳|杰出|劳动)[一-鿿]{0,4}"
)
_INNER = re.compile("(?!常委会|[省市县区州旗全国中央党团])[一-鿿]{2,10}(?:委员会|法庭|理事会|董事会|监事会)")
_LONGEST_INNER = 13
_TERM_OF = re.compile(
    r"(?:\d{4}(?:[-—–~/至]{1,2}\d{2,4})?年?度?|第[一二三四五六七八九十\d]{1,3}(?:[、连至和]第?[一二三四五六七八九十\d]{1,3}){0,2}[届任]|[上本现]届|\d{2,4}[级届])$"
)
"""The years or the term of a post, between its body and its title."""
_LAST_OF_TERMS = frozenset("年度届任级0123456789")
_LONGEST_HONOUR = 12
_SHORTEST_BODY = 4
_BRANCH_BODY = re.compile("[一-鿿]{0,6}分(?:指挥部|院|校|会|局|公司|队|中心|社|行|团)")
"""A part of the body whose name ends right before: 援疆指挥部|青山分指挥部."""
_BRACKETED = 16
_FACULTY = re.compile("([^“”（）]{2,10}大学)((?!.*(?:附属|附设|独立|分校))[\u4e00-\u9fff]{2,12}学院)")
_ONE_OF = re.compile(
    "的?(?:第一[名位个]|首[名位个]|唯一的?(?:一[名位个])?)[女男]?$|的?[一两二三四五六七八九十几][名位个]$|(?:建[校院]以来)?最[一-鿿]{1,2}的(?:一[名位个])?$"
)
_DELEGATE = re.compile("(全国|[省市县区州]|)(?:人大|政协)(代表|委员)")
_SHORTEST_CONGRESS = 3
_LAST_OF_ONE = frozenset("名位个的一女男")
_BARE_OFFICES, _SAID = ("局", "厅"), ("当局", "全局", "大局", "结局")
_OFFICE = re.compile("(?:[一-鿿]{0,9}[省市县区州盟旗])(?!.*(?:公安|检察)总)[一-鿿]{2,8}[局厅]")
_QUOTED = re.compile("的“(?:[^“”，。；]{2,8}”的?)$|(?:分管|主管|负责)[一-鿿]{2,8}的$")
_PRAISED = re.compile(
    "的(?:退休|离休|资深|年轻|青年|普通|知名|著名|优秀|在职|返聘|一线|援[疆藏青黔滇川桂]|在编|专职)$"
)
_LAST_OF_PRAISE = frozenset("休深轻年通名秀职聘线编疆藏青黔滇川桂")
_OF_PAPERS = ("记者", "编辑", "主编", "总编", "编委", "社长", "撰稿人", "主笔")
_TEAM_OF = re.compile("(?<![带领率部军])[队团组]的$")
_JOINS = ("、", "兼", "暨")
_SEATS = ("委员", "代表", "理事", "会员")
"""Seats of a body that are told with the land of who holds them: 某市政协香港|委员."""
_LAST_OF_QUOTED = frozenset("”的")
_LINK = ("的", "“", "”", "》", " ", "新", "老")


def units(document: Document, found: Found) -> tuple[Unit, ...]:
    """The title phrases of a document, in text order; titles that only describe are left out."""
    ending: dict[int, Mention] = {}
    clean = document.clean
    starts = [m.start for m in found.institutions]
    named = {p.end for p in found.people}
    for m in found.institutions:
        if m.text in ALONE or m.text in SECTIONS or m.text in INNER:
            continue
        if m.text == "部队" and clean[m.start - 1 : m.start] == "干":
            continue  # 挂职干部|队
        m = unverbed(clean, m)
        for end in (m.end, body_end(m)):
            if end not in ending or m.start < ending[end].start:
                ending[end] = m
    begins = {p.end: p.start for p in found.people}
    read: list[Unit] = []
    for title in found.titles:
        if title.value.kind == "plain":
            continue
        if _honoured(clean, title):
            continue
        unit = _delegate(clean, title) or _unit(clean, title, ending, starts, found.institutions, named)
        begin = begins.get(title.value.reach, unit.start) if unit.place is not None else unit.start
        if begin < unit.start and not "\u4e00" <= clean[begin - 1 : begin] <= "\u9fff":
            unit = Unit(title, title.value.reach, None, None, unit.department)  # 周文海|副书记
        if unit.body is not None:
            unit = _unread(unit, unit.body, named)
        if unit.alone:
            unit = _with_duty(clean, unit, ending, named)
        if unit.held is not None:
            unit = _with_faculty(unit, unit.held)
        whole = made_whole(clean, unit, ending, named)
        read.append(_inner(clean, read[-1], whole) if read else whole)
    return _outermost(read)


def _inner(clean: str, before: Unit, unit: Unit) -> Unit:
    """A phrase of a board or court inside of the body told right before: 某法院副院长、审判委员会|委员."""
    end = unit.held.end if unit.held is not None else unit.title.value.reach
    begin = before.end + 1
    own = unit.place is not None or (unit.held is not None and not unit.held.value.generic)
    if own or before.alone or clean[before.end : begin] != "、" or not begin < end <= begin + _LONGEST_INNER:
        return unit
    if not _INNER.fullmatch(clean, begin, end) or "为" in clean[begin:end]:
        return unit  # 、李大海为某委员会|副主任
    return unit._replace(start=begin, held=None, body=None, department=clean[begin:end])


def _honoured(clean: str, title: Mention) -> bool:
    """Whether a title behind another one is an honour only: 校长、全国优秀|教师."""
    begin = clean.rfind("、", max(0, title.start - _LONGEST_HONOUR), title.start)
    return begin >= 0 and _HONOUR.fullmatch(clean, begin + 1, title.start) is not None


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


def _unread(unit: Unit, body: str, named: set[int]) -> Unit:
    """A phrase whose body begins behind somebody's name: 甲和|某党|主席, 甲拜|某校|教师."""
    inside = [at for at in range(unit.start + 1, unit.title.value.reach) if at in named]
    if not inside:
        return unit
    begin = inside[-1]
    begin += body[begin - unit.start : begin - unit.start + 1] in tuple("和与及同对向由请拜")
    if _LEFT_POST.match(body, begin - unit.start):
        return unit._replace(start=unit.title.value.reach, body=None)
    body = body[begin - unit.start :]
    return unit._replace(start=begin, body=body) if len(body) >= _SHORTEST_BODY else unit


def _with_faculty(unit: Unit, held: Mention) -> Unit:
    """A phrase of a faculty: its university, with the faculty as department."""
    if unit.department is not None or not held.text.endswith("学院"):
        return unit
    faculty = _FACULTY.fullmatch(held.text)
    if faculty is None:
        return unit
    whole = replace(held, end=held.start + faculty.end(1), text=faculty.group(1))
    return unit._replace(held=whole, department=faculty.group(2))


def _with_duty(clean: str, unit: Unit, ending: dict[int, Mention], named: set[int]) -> Unit:
    """A phrase without a body, with the one that only words of a duty part from it."""
    told = with_duty(clean, unit.title, ending, named)
    if told is None:
        return unit
    title, held = told
    return Unit(title, held.start, held, None, title.value.department)


def _unit(
    clean: str,
    title: Mention,
    ending: dict[int, Mention],
    starts: list[int],
    institutions: tuple[Mention, ...],
    named: set[int],
) -> Unit:
    reach, department = title.value.reach, title.value.department
    last = clean[reach - 1 : reach]
    bare = department is None and last in LAST_OF_UNITS and reach not in ending
    section = next((s for s in UNITS if clean.endswith(s, 0, reach)), None) if bare else None
    if section is not None:
        reach, department = reach - len(section), section
        last = clean[reach - 1 : reach]
    one = _ONE_OF.search(clean, max(0, reach - 11), reach) if last in _LAST_OF_ONE else None
    before = one.start() if one is not None else reach - (last in _LINK)
    term = _TERM_OF.search(clean, max(0, reach - 14), reach) if last in _LAST_OF_TERMS else None
    if term is not None:  # 某社2023-2024年度|社长
        before = term.start()
    quoted = _QUOTED.search(clean, max(0, reach - 13), reach) if last in _LAST_OF_QUOTED else None
    if quoted is not None and quoted.start() in ending:  # 某校的“90后”|教师
        before = quoted.start()
    if last in _LAST_OF_PRAISE and (praised := _PRAISED.search(clean, max(0, reach - 4), reach)):
        before = praised.start()  # 某医院的|退休|外科医生
    closed = reach - (last == "的")
    if clean[closed - 1 : closed] in ("）", ")"):  # 某医院（某分院）院长
        low = max(0, closed - _BRACKETED)
        opened = max(clean.rfind("（", low, closed), clean.rfind("(", low, closed))
        if opened > 0 and department is None and (ward := ward_to(clean, opened)) is not None:
            reach, department = opened - len(ward), ward  # 某医院|骨科（创伤外科）|主任
            before = reach
        elif opened > 0 and (closed == reach or opened in ending):
            before = opened
    if (at := reach) in ending or (at := before) in ending:
        return _of_institution(clean, title, at, ending, department)
    # 县教育局长: the institution's name and its title share a character.
    held = bisect_left(starts, title.start) - 1
    if (
        held >= 0
        and title.start < institutions[held].end < title.end
        and institutions[held].text not in ALONE
    ):
        m = institutions[held]
        if title.value.kind == "place":  # 某国卫生部长: of the country
            return Unit(title, m.start, None, clean[m.start : title.start], department)
        return Unit(title, m.start, m, None, department)
    if clean[closed - 1 : closed] == "》" and title.text.endswith(_OF_PAPERS):
        opened = clean.rfind("《", max(0, closed - _BRACKETED), closed)
        if opened >= 0:  # 《青江生活》的|首席记者
            return Unit(title, opened, None, None, department, clean[opened + 1 : closed - 1])
    verb = clean[title.start - 1 : title.start] == "当" and title.start - 1 in ending  # 到县民政局当|局长
    office = None if department is not None or title.start in named or verb else _office(clean, title)
    if office is not None:
        return Unit(title, office[0], None, None, None, office[1])
    governed = of_place(clean, title, reach, department)
    if governed is not None:
        seated = ending.get(governed.start) if title.text in _SEATS and governed.place is not None else None
        return governed if seated is None else Unit(title, seated.start, seated, None, None)
    if department is not None and department[-1] in "组队":
        team = written_body(clean, title.start)
        if team is not None and team[0] < reach:
            return Unit(title, team[0], None, None, None, team[1])
    unit = department is None and last in ("部", "处", "科", "系")
    listed = _LISTED_UNIT.search(clean, max(0, reach - 9), reach) if unit else None
    if listed is not None:  # 某公司总裁甲、公益事务部|经理
        return Unit(title, listed.start(1), None, None, listed.group(1))
    written = written_body(clean, reach)
    if written is None and _TEAM_OF.search(clean, max(0, reach - 4), reach):
        written = written_body(clean, reach - 1)  # 某市援疆教师团队的|领队
    if written is not None:
        return Unit(title, written[0], None, None, department, written[1])
    return Unit(title, reach, None, None, department)


def _office(clean: str, title: Mention) -> tuple[int, str] | None:
    """The office that shares a character with its head, if nothing else has found it: 青河市教育|局长."""
    if not title.text.startswith(("局长", "厅长")) or clean[title.start - 1 : title.start] == "当":
        return None  # 到某局当|局长
    written = written_body(clean, title.start + 1)
    return written if written is not None and _OFFICE.fullmatch(written[1]) else None


def _of_institution(
    clean: str, title: Mention, at: int, ending: dict[int, Mention], department: str | None
) -> Unit:
    """A phrase with the institution that ends at an offset before it."""
    m = ending[at]
    whole = written_body(clean, at) if m.text in _BARE_OFFICES else None
    if whole is not None and (whole[1][0] in LEVELS or whole[1][-2:] not in _SAID):  # 县农林|局
        return Unit(title, whole[0], None, None, department, whole[1])
    if m.value.generic and m.text in words("departments") and clean[m.start - 1 : m.start] in _JOINS:
        return Unit(title, m.start, None, None, m.text)  # 医务处处长兼|对口支援办公室|主任
    unit = whole_unit(clean, m) if department is None else None
    if unit is not None:
        return Unit(title, m.end - len(unit), None, None, unit)
    begin = body_begins(clean, m)
    if begin is not None:  # 市青年企业家|协会, 市教育|发展基金会
        return Unit(title, begin, None, None, department, clean[begin:at])
    before = clean[max(0, m.start - 2) : m.start]
    if m.value.generic and before[:1] == "任" and before[1:] in tuple(LEVELS):
        return Unit(title, m.start - 1, None, None, department, clean[m.start - 1 : m.end])  # 任|县医院
    if m.text in HEADS:
        return headed(clean, title, m, ending, department)
    if at - m.start == 1 and m.text.endswith(COMMITTEES):
        return of_committee(clean, title, at - 1)
    if m.start in ending and _BRANCH_BODY.fullmatch(m.text):
        begin = ending[m.start].start
        return Unit(title, begin, None, None, department, clean[begin:at])
    if title.text == "党委常委" and m.text.endswith("党委") and m.text[-3] in _PLACES:
        short = replace(title, start=m.end, text="常委", value=replace(title.value, title="常委"))
        return Unit(short, m.start, m)
    owner = owner_of(clean, m, ending) if department is None else None
    if owner is not None:  # 某侨联经济|科技部|部长
        return Unit(title, owner.start, owner, None, clean[owner.end : at])
    sender = sender_to(clean, m, ending) if (department or "")[-1:] in ("组", "队", "团") else None
    if sender is not None:  # 某医院对口帮扶某医院|专家组|组长
        return Unit(title, sender.start, None, None, None, clean[sender.start : title.start])
    return Unit(title, m.start, m, None, department)
