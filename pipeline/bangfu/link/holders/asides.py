"""Posts beside a name: 甲，某校校长，…; 甲（某校校长）; lines of a programme: 骨科：甲，主任医师."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.lexicon import mapping, words
from bangfu.link.bodies.classes import kinds_told
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.phrases.phrase import Unit
from bangfu.link.scene.scene import Scene

_WHO = "[^（()）\\n]{0,8}(?:[男女族岁]|汉|党员|\\d年生)"
"""What a note behind a name tells of the person: （女）, （藏族）."""
_ASIDE = re.compile(
    f"(?:[（(](?:[左右中前后排起第一二三四五六七八九十]{{1,6}}|{_WHO})[）)](?=[，,]))?"
    "(?:[，,（(]|——)(?:(?:一|这)[位名]的?(?:[^，。；：！？\\n“”]{2,16}的)?|(?:均|都|正|就)?(?:是|为|系)|时任|现[为任]|兼任?|原(?:是|任)?|曾[任是])?(?:来自)?(?:[该同本](?:[校院局会所站园馆县市区乡镇村厂]|公司|单位|中心|医院|学校)的?)?$"
)
_BRACKET = re.compile("[（(][^（()）。\n]{1,28}[，,、]$")
_RESUME = re.compile(
    f"(?:[（(]{_WHO}[）)])?"
    "(?:[，,](?:[男女]|[一-鿿]{1,4}族|[一-鿿]{2,7}(?<![工客主家商老病别军本名诗友夫])人|\\d{4}年(?:\\d{1,2}月)?(?:出)?生(?:于[一-鿿]{2,6})?)|(?:[，,]|(?=今年|现年|[\\d一二三四五六七八九十]{2,3}岁))(?:今年|现年)?[\\d一二三四五六七八九十]{1,3}岁)(?:[，,][^，,。\n]{1,14}){0,4}[，,](?:现任|现为|曾任|系)?$"
)
_ENTRY = re.compile(
    "(?:[（(](?:[左右中前后第一二三四五六七八九十排起]{1,6}|[^（()）\\n]{0,8}[男女族岁][^（()）\\n]{0,8})[）)])?"
    "(?:[ \\u3000\\t]{1,4}(?:[男女][ \\u3000]{1,4})?(?:\\d{2}岁[ \\u3000]{1,4})?$"
    "|[ \\u3000]?[|｜丨][ \\u3000]?$|[：:】]$)"
)
"""How a list of people parts a name from what the person is."""
_TOLD_LINE = re.compile(
    "(?:[（(][^（()）\\n]{1,10}[）)])?[ \\u3000]*\\n[ \\u3000]*"
    "(?:(?:[男女]|[一-鿿]{1,4}族|(?:今年|现年)?[\\d一二三四五六七八九十]{1,3}岁"
    "|(?:生于)?\\d{4}年(?:\\d{1,2}月)?(?:出?生(?:于[一-鿿]{2,6})?)?|中共党员|[一-鿿]{2,7}人)[，,]){1,6}"
    "(?:现任|现为|曾任|系|是)?$"
)
"""A name that is a line, whose age and origin open the next one."""
_NAME_LINE = re.compile("[ \u3000]*\n[ \u3000]*$")
"""A name that is a line, with what the person is in the next one."""
_GAPS = (_ASIDE, _BRACKET, _RESUME, _ENTRY, _NAME_LINE, _TOLD_LINE)
_COLUMN = re.compile("[ \u3000\t]{1,3}([\u4e00-\u9fff]{2,8})[ \u3000\t]{1,3}$")
"""A column of a list between those of the body and of the title: 某院　骨科　医师."""
_ALSO = re.compile("、(?![\u4e00-\u9fff]{0,8}[任长书])[\u4e00-\u9fff]{2,8}(?=[，。；])")
"""What else somebody is behind the posts of an aside: 副主任医师、|医学博士，…"""
_ASIDE_REACH = 60
_LINE_START = re.compile(r"(?:^|[\n。；;])[ \u3000]*(?:[（(]?\d{1,2}[）).．、][ \u3000]?)?$")
_LABEL = re.compile(
    "(?:^|[\n；;])[ \u3000]{0,4}(?:[（(]?\\d{1,2}[）).．、][ \u3000]?)?"
    "(?:([\u4e00-\u9fff]{2,8})(?:[：:]|[ \u3000]{1,3}))?$"
)
_PARTS = re.compile("(?:[，,、：:][^，,、。；;！？\n“”（）]{1,24}){0,5}[，,](?:现任?|现为|曾任|时任|系)?")
_ENDS = frozenset("，,。；;\n（(")
_END = re.compile("[。；;\n]|$")
_CLINICIANS = ("医师", "技师", "护师", "药师", "医生")
_LABEL_REACH = 16
_FAR = 90
_MOST = 4  # institutions of an entry asked


def apposition(scene: Scene, chain: Chain) -> list[Pair]:
    """甲，某校校长，…; 甲（某校校长）."""
    clean = scene.clean
    chain = _with_body(scene, chain)
    start = chain[0].start
    person = scene.person_before(start)
    while person is not None and start - person.end <= _ASIDE_REACH:
        end = scene.phrase_ends.get(person.end, person.end)  # 甲老师，某校教师
        end = end if end < start else person.end
        gap = next((g for p in _GAPS if (g := p.match(clean, end, start)) is not None), None)
        if gap is not None:
            chain = _of_that(scene, chain)
            break
        person = scene.person_before(person.start)
    else:
        return []
    also = _ALSO.match(clean, chain[-1].end)
    behind = also.end() if also is not None else chain[-1].end
    closed = clean[behind : behind + 1]
    titled = person.start in scene.phrase_starts
    anybody = chain[-1].title.text.endswith("负责人") and gap.group() in ("，", ",")
    if titled and anybody and closed in ("，", ","):
        return []  # 会长甲，某局负责人，某校校长…
    if titled and gap.group() in ("，", ",") and closed in ("，", ",") and scene.leads(chain[-1].end + 1):
        return []  # 县长甲，县委常委，工作组组长乙: of the one named behind
    entry = gap.re in (_ENTRY, _NAME_LINE)
    if gap.re is _NAME_LINE and not _own_lines(clean, person, chain):
        return []
    if gap.re is _TOLD_LINE and not _heads_line(scene, person):
        return []
    told = scene.institutions_at.get(chain[-1].end + 1) is not None
    if entry and chain[0].alone and not (told or chain[0].department):
        return []
    inside = gap.group()[0] in "（(" and not {"）", ")"} & set(gap.group())
    if closed in ("。；;，,：:（(\n\t \u3000" if entry else "）)，、；" if inside else "，。；,;\n—之"):
        people = scene.listed_to(person)
        alone = len(people) > 1 and gap.group()[1:2] not in ("均", "都")
        if alone and not _all_of_line(scene, people[0], chain):
            people = [person]
        return held(chain, people, "role:apposition")
    return []


def _of_that(scene: Scene, chain: Chain) -> Chain:
    """A chain with the body told last for which 该院 or 同校 in front of it stands."""
    start = chain[0].start
    kinds = kinds_told(scene.clean, start) if chain[0].alone else ()
    before = scene.told_before(start, start - _FAR) if kinds else ()
    body = next((m for m in before if m.value.kind in kinds and not m.value.generic), None)
    return chain if body is None else (chain[0]._replace(held=body), *chain[1:])


def _all_of_line(scene: Scene, first: Mention, chain: Chain) -> bool:
    """Whether a list of people begins its line and ends with what they all are: 甲、乙，护理部护师。"""
    clean = scene.clean
    if first.start > 0 and not _LINE_START.search(clean, max(0, first.start - 6), first.start):
        return False
    prof = all(unit.title.value.kind == "prof" for unit in chain)
    return prof and clean[chain[-1].end : chain[-1].end + 1] in "。；;\n"


def _with_body(scene: Scene, chain: Chain) -> Chain:
    """A chain with the institution that only a comma or a blank parts from it: 某医院，主任医师."""
    start = chain[0].start
    column = _COLUMN.search(scene.clean, max(0, start - 12), start) if chain[0].alone else None
    owner = scene.institutions_to.get(column.start()) if column is not None else None
    if column is not None and owner is not None and _is_unit(column.group(1)):
        whole = chain[0]._replace(start=owner.start, held=owner, department=column.group(1))
        return (whole, *chain[1:])
    if scene.clean[start - 1] == "驻" and chain[0].place is not None:  # 甲　某银行驻某村|第一书记
        sender = scene.institutions_to.get(start - 1) or scene.institutions_to.get(start - 2)
        return (chain[0]._replace(start=sender.start), *chain[1:]) if sender is not None else chain
    body = scene.institutions_to.get(start - 1)
    if chain[0].held is not None or body is None or scene.clean[start - 1] not in "，, \u3000\t":
        return chain
    return (chain[0]._replace(start=body.start, held=body), *chain[1:])


def _heads_line(scene: Scene, person: Mention) -> bool:
    """Whether a name, with the titles before it, is the first thing of its line."""
    begin = scene.phrase_starts.get(person.start, person.start)
    return begin == 0 or scene.clean[begin - 1] == "\n"


def _own_lines(clean: str, person: Mention, chain: Chain) -> bool:
    """Whether a name is a line of its own, and the next one tells only what the person is, and where."""
    opens = person.start == 0 or clean[person.start - 1] == "\n"
    return opens and chain[0].held is not None and clean[chain[-1].end : chain[-1].end + 1] in ("\n", "")


def _is_unit(word: str) -> bool:
    return word in words("departments") or mapping("title_modifiers").get(word) == "unit"


def entry(scene: Scene, chain: Chain) -> list[Pair]:
    """The posts of the person with whom a line begins, behind commas; their body may follow them."""
    clean, start, end = scene.clean, chain[0].start, chain[-1].end
    if clean[end : end + 1] not in _ENDS and end < len(clean):
        return []
    person = scene.person_before(start)
    if person is None or start - person.end > _FAR or not _PARTS.fullmatch(clean, person.end, start):
        return []
    label = _LABEL.search(clean, max(0, person.start - _LABEL_REACH), person.start)
    if label is None or (label.start() > 0 and clean[label.start()] not in "\n；;"):
        return []
    department = label.group(1) if label.group(1) in words("departments") else None
    if department is None and chain[0].held is None:
        return []  # 甲，…，校长，…: told of anybody
    body = _body(scene, end) if chain[0].held is None and chain[0].body is None else None
    whole = tuple(_of(u, body, department) for u in chain)
    if not whole[0].alone:
        return held(whole, [person], "role:entry")
    return []


def _of(unit: Unit, body: Mention | None, department: str | None) -> Unit:
    own = unit.department or (department if unit.title.value.title.endswith(_CLINICIANS) else None)
    return unit._replace(held=unit.held or body, department=own)


def _body(scene: Scene, at: int) -> Mention | None:
    """The body of a post that follows in the same entry: ，某医院原副院长."""
    clean = scene.clean
    stop = _END.search(clean, at)
    end = stop.start() if stop is not None else len(clean)
    for m in scene.told_between(at, end)[:_MOST]:
        if not m.value.generic and m.end in scene.phrase_borders and clean[m.start - 1] in "，,、 ":
            return m
    return None
