"""The body of a post whose phrase names only a class or a part of one: 中心主任, 医疗队队长, 党委书记."""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.role_scene import Scene

_CLASS = re.compile(
    "(?:^|[，。、；：！？\n”\u3000 ]|[是任该本这由和与从在向给对跟让请把被])(?:该|本|这个)?"
    "(中心|基地|平台|联盟|合作社|工作站|研究院|研究所|实验室|工作室|项目部|指挥部|合唱团|艺术团|讲师团|服务站|工作队|医疗队|服务队"
    "|支教队|工作组|专家组|医疗组|团队|联合会|促进会|总会|商会|协会|学会|基金会|校友会|联谊会|同乡会|志愿服务队|救援队|书院|学社|书社|报社|杂志社|电视台|出版社|俱乐部|幼儿园|养老院|福利院"
    "|敬老院|图书馆|博物馆|文化馆|纪念馆|体育馆|卫生院|卫生室|合唱队)的?$"
)
_LAST = frozenset("心地台盟社站院所室部团队组会园馆的")
_FAR = 500
_NEAR = 200
_LONGEST = 6
_BRANCH = re.compile("(?:机关)?(?:党委|党总支|党支部|纪委|工会).{0,3}(?:书记|主席|委员)")
_OFFICE = re.compile("(?:常务)?副?(?:部长|主任|科长|处长|组长|主管)|干事")
_TOWN = re.compile("[镇乡村](?!卫生院|中心|小学|中学|医院|学校)|街道|社区(?!卫生)|[县区市旗][委政]|机关")
_KINDS = ("hospital", "school", "university", "company", "bank", "foundation", "association")


def of_class(scene: Scene, at: int) -> str | None:
    """The last body, also a quoted one, of the class that stands alone before a title: 中心|主任."""
    clean = scene.document.clean
    if clean[at - 1 : at] not in _LAST:
        return None
    told = _CLASS.search(clean, max(0, at - _LONGEST), at)
    if told is None:
        return None
    word, begin = told.group(1), told.start(1)
    low = max(0, begin - _FAR)
    index = bisect_left(scene.institution_starts, begin) - 1
    while index >= 0 and scene.institutions[index].end > low:
        m = scene.institutions[index]
        named = not m.value.generic and len(m.text) > len(word) + 1
        if named and m.text.strip("“”").endswith(word):
            return m.text
        index -= 1
    quoted = re.findall(f"“([^“”，。]{{1,14}}{word})”", clean[max(0, begin - _NEAR) : begin])
    return quoted[-1] if quoted else None


def in_unit(scene: Scene, at: int) -> str | None:
    """The body of whose unit the words before a comma speak: 在某医院骨科，护士长甲."""
    clean = scene.document.clean
    end = at - 1
    if clean[at - 1 : at] not in ("，", ",", "、"):
        return None
    known = words("departments")
    length = next((n for n in range(min(8, end), 1, -1) if clean[end - n : end] in known), 0)
    held = scene.institutions_to.get(end - length) if length else None
    return held.text if held is not None and not held.value.generic else None


def host(scene: Scene, at: int, title: str, department: str | None) -> str | None:
    """The body spoken of last, for a post of its party branch or of one of its offices."""
    office = department is not None and _OFFICE.fullmatch(title)
    if not office and not _BRANCH.fullmatch(title):
        return None
    clean = scene.document.clean
    index = bisect_left(scene.institution_starts, at) - 1
    while index >= 0 and at - scene.institutions[index].end < _NEAR:
        m = scene.institutions[index]
        if not m.value.generic:
            fits = m.value.kind in _KINDS and "\n" not in clean[m.end : at]
            return m.text if fits and not _TOWN.search(clean, m.end, at) and not bracketed(clean, m) else None
        index -= 1
    return None


def bracketed(clean: str, m: Mention) -> bool:
    """Whether a mention stands in brackets."""
    opened = max(
        clean.rfind("（", max(0, m.start - 30), m.start), clean.rfind("(", max(0, m.start - 30), m.start)
    )
    return opened >= 0 and not any(c in "）)" for c in clean[opened : m.start])
