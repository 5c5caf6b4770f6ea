"""Posts beside a name: 甲，某校校长，…; 甲（某校校长）; lines of a programme: 骨科：甲，主任医师."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.bodies.classes import kinds_told
from bangfu.link.phrases.chains import Chain, Pair, held
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
_GAPS = (_ASIDE, _BRACKET, _RESUME, _ENTRY, _TOLD_LINE)
_ASIDE_REACH = 60
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


def apposition(scene: Scene, chain: Chain) -> list[Pair]:
    """甲，某校校长，…; 甲（某校校长）."""
    clean = scene.clean
    start, closed = chain[0].start, clean[chain[-1].end : chain[-1].end + 1]
    person, gap = scene.person_before(start), None
    while person is not None and start - person.end <= _ASIDE_REACH:
        end = scene.phrase_ends.get(person.end, person.end)  # 甲老师，某校教师
        end = end if end < start else person.end
        gap = next((g for p in _GAPS if (g := p.match(clean, end, start)) is not None), None)
        if gap is not None:
            break
        person = scene.person_before(person.start)
    if person is None or gap is None:
        return []
    chain = _of_that(scene, chain)
    titled = person.start in scene.phrase_starts and gap.group() in ("，", ",") and closed in ("，", ",")
    if titled and scene.leads(chain[-1].end + 1):
        return []  # 县长甲，县委常委，工作组组长乙: of the one named behind
    entry = gap.re is _ENTRY
    if entry and chain[0].alone:
        return []
    inside = gap.group()[0] in "（(" and not {"）", ")"} & set(gap.group())
    if closed not in ("。；;，,：:（(\n\t \u3000" if entry else "）)，、；" if inside else "，。；,;\n—之"):
        return []
    people = scene.listed_to(person) if gap.group()[1:2] in ("均", "都") else [person]
    return held(chain, people, "role:apposition")


def _of_that(scene: Scene, chain: Chain) -> Chain:
    """A chain with the body told last for which 该院 or 同校 in front of it stands."""
    start = chain[0].start
    kinds = kinds_told(scene.clean, start) if chain[0].alone else ()
    before = scene.told_before(start, start - _FAR) if kinds else ()
    body = next((m for m in before if m.value.kind in kinds and not m.value.generic), None)
    return chain if body is None else (chain[0]._replace(held=body), *chain[1:])


def entry(scene: Scene, chain: Chain) -> list[Pair]:
    """The posts of the person with whom a line begins, behind commas."""
    clean, start, end = scene.clean, chain[0].start, chain[-1].end
    if clean[end : end + 1] not in _ENDS and end < len(clean):
        return []
    person = scene.person_before(start)
    if person is None or start - person.end > _FAR or not _PARTS.fullmatch(clean, person.end, start):
        return []
    label = _LABEL.search(clean, max(0, person.start - _LABEL_REACH), person.start)
    department = label.group(1) if label is not None and label.group(1) in words("departments") else None
    if label is None or (department is None and chain[0].held is None):
        return []  # 甲，…，校长，…: told of anybody
    body = _body(scene, end) if chain[0].alone else None
    whole = tuple(
        u._replace(
            held=u.held or body,
            department=u.department or (department if u.title.text.endswith(_CLINICIANS) else None),
        )
        for u in chain
    )
    return held(whole, [person], "role:entry") if not whole[0].alone else []


def _body(scene: Scene, at: int) -> Mention | None:
    """The body of a post that follows in the same entry: ，某医院原副院长."""
    stop = _END.search(scene.clean, at)
    told = scene.told_between(at, stop.start() if stop is not None else at)
    return next((m for m in told if not m.value.generic and m.end in scene.phrase_borders), None)
