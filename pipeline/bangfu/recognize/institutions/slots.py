"""Bodies that only their place in the text tells, whatever their words are.

A medium stands behind ``来源：`` and before ``讯`` or a date and ``电`` at a line's beginning; a club of
Rotary and the like before ``社长``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bangfu.recognize.institutions.parts import Part, part_of
from bangfu.recognize.institutions.pieces import Candidate
from bangfu.recognize.institutions.words import Words, is_word, tag_of
from bangfu.recognize.places import gazetteer, is_place

_NAME = "[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9]"
_LABELS = "作者|编辑|责编|发布|时间|日期|浏览|点击|阅读|字体|审核|记者|通讯员|文[/／]|图[/／]"
# Most texts hold neither: to look for the mark behind the label first is cheap.
_SOURCE = re.compile(
    f"[：:](?:(?<=[来稿]源.)|(?<=[来稿]源[ \u3000].)|(?<=转自.)|(?<=转载自.))[ \u3000]{{0,2}}"
    f"({_NAME}{{2,13}}?)(?=(?:{_LABELS})|[^\u4e00-\u9fffA-Za-z0-9·]|\\Z)"
)
_DATELINE = re.compile(
    f"\n[ \u3000\t]{{0,8}}[（(【]?据?({_NAME}{{2,9}}?)"
    "(?:(?<![快简短通喜资音电])讯|[0-9]{1,2}月[0-9]{1,2}日[\u4e00-\u9fff]{0,6}?(?:[讯电]|消息))"
    "(?=[ \u3000\t（(：:）)】【\\[])"
)
# （拂晓工报记者 李明）, and as the first line of a copied page: 拂晓侨讯网 2014-10-20
_REPORTER = re.compile(
    f"[\n（(【□■●◆][ \u3000]{{0,8}}({_NAME}{{2,9}}?)"
    "(?:特约|首席|见习|实习|全媒体)?(?:记者|通讯员)[ \u3000:：]"
)
_COPIED = re.compile(f"\n[ \u3000]{{0,8}}({_NAME}{{1,9}}[网报线])[ \u3000]{{1,4}}(?:19|20)[0-9]{{2}}[-年/.]")
_BEHIND_DATE = re.compile(
    "\n[ \u3000]{0,8}(?:19|20)[0-9]{2}[-年/.][0-9]{1,2}[-月/.][0-9]{1,2}日?"
    "(?: ?[0-9]{1,2}:[0-9:]{2,5})?[ \u3000|]{1,4}"
    f"({_NAME}{{1,9}}[网报线端])(?=[ \u3000|\n]|\\Z)"
)
# 云阜女报/阜网讯（记者李明）: two media of one house.
_HOUSE = re.compile(
    f"(?<![\u4e00-\u9fff])({_NAME}{{1,8}}[报台网端])[/／]"
    f"({_NAME}{{1,8}}?)(?=讯[ \u3000（(：:]|[ \u3000（(]{{0,2}}记者)"
)
# 圆梦公益石桥分会: a branch of volunteers whose name is of common words.
_BRANCH = re.compile(
    "([\u4e00-\u9fff]{2}(?:公益|义工|慈善|爱心)[\u4e00-\u9fff]{2,5}?分会)"
    "(?=会长|副会长|秘书长|[^\u4e00-\u9fff]|[捐送向的为志])"
)
# 甘肃台消息：, （河南台记者 李明）: stations by the name of their land.
_STATION = re.compile(
    "(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,4})台"
    "(?=消息[：:《]|《|记者|通讯员|[ \u3000][\u4e00-\u9fff]{2,4}[ \u3000）)])"
)
# 《拂晓教育》杂志: a paper or journal in the marks of a title.
_PERIODICAL = re.compile(
    "《([\u4e00-\u9fff]{2,10})》(?=杂志|期刊|编辑部|报社)"
    "|[\n（(]《([\u4e00-\u9fff]{2,10})》(?=(?:首席|特约|驻站|见习|实习|全媒体)?(?:记者|通讯员))"
)
_QUOTED = re.compile(f"据({_NAME}{{2,9}}?[网报端])(?=报道|消息|讯)")
_CLUB = re.compile("(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,6}?社)(?=前?社长)")
# 香港慈恩会, 加拿大枫林援助会: societies whose last word no lexicon holds.
_SOCIETY = re.compile(
    "[会社](?=[，。；、：“”（）()\\s向为与和及等捐赠送的]|一行|会员|义工|[副正]?[会社]长|主席|理事|总干事|秘书长"
    "|成员|代表|创办|创会|资助|联合|组织|(?<=社)(?:日前|近日|[组率]团|前往|举办|主办|筹[款募集]|拨款))"
)
_CALLED = frozenset(
    {Part.NAME, Part.CHAR, Part.WORD, Part.GENERIC, Part.ACT, Part.SOFT, Part.PEOPLE, Part.PLACE}
)
_HOME = frozenset(
    {"香港", "澳门", "台湾", "台北", "高雄", "荃湾", "沙田", "元朗", "屯门", "大埔", "九龙", "新界"}
)
_FAIRS = ("博会", "贸会", "交会", "展会", "洽会", "投会", "访会", "推会", "运会")
_LEAST_NAME, _LONGEST_NAME = 2, 8
_SERVICE_CLUBS = "扶轮"
_SHORTEST = 4
_MEDIA = frozenset("网社报台")  # 拂晓网
_LONGEST_PLACE = 4
_LEAST = 2
# Whose own page it is, or nobody's.
_NOBODY = re.compile(
    "本[站网报台刊校院]|我[们校院]|[给对向随跟告]$|^(?:新闻|校园|学生|实习|见习|特约)|通讯员|记者|原创|网络|互联|综合|整理|转载|投稿|未知|不详|资料|供稿|官网|公众号|校园网|新闻网$|新闻中心$"
)
# Departments, people and places; what has a particle in it is a clause.
_ENDS = "部处科室办股组省市县区旗州乡镇村长员者"
_PARTICLES = re.compile("[的了是我你他她们这那和与]|在(?!线)")


def with_slots(words: Words, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, with the bodies that stand where only bodies do and that no head tells.

    >>> from bangfu.recognize.institutions.words import words_of
    >>> text = "来源：拂晓在线  作者：李明"
    >>> [text[c.start : c.end] for c in with_slots(words_of(text), [])]
    ['拂晓在线']
    """
    out = list(found)
    for start, end, kind in _slots(words):
        at = bisect_right(out, start, key=lambda c: c.start)
        if at and out[at - 1].end > start:
            continue
        if at < len(out) and out[at].start < end:
            short = out[at].end == end and out[at].start >= start + _LEAST
            if not short or (out[at].named and out[at].kind != "media"):
                continue
            kind = out.pop(at).kind  # 拂晓|日报社: a common word before a head
        out.insert(at, Candidate(start, end, kind, True, "institution.slot", 0.7, (), words.at(start)))
    return out


def _slots(words: Words) -> Iterator[tuple[int, int, str]]:
    text = words.text
    for match in _SOURCE.finditer(text) if "源" in text or "转" in text else ():
        if _is_medium(match[1]):
            yield *match.span(1), "media"
    lines = "\n" + text  # so that every line has a mark to look for in front
    for match in _DATELINE.finditer(lines):
        start = match.start(1) - 1
        end = _without_place(words, start, match.end(1) - 1)
        if _is_medium(text[start:end]):
            yield start, end, "media"
    for pattern, needed in ((_REPORTER, "记者"), (_COPIED, "\n"), (_BEHIND_DATE, "\n")):
        for match in pattern.finditer(lines) if needed in text else ():
            if _is_medium(match[1]):
                yield match.start(1) - 1, match.end(1) - 1, "media"
    for match in _HOUSE.finditer(text) if "/" in text or "／" in text else ():
        for k in (1, 2):
            if _is_medium(match[k]) or (len(match[k]) == _LEAST and match[k][-1] in _MEDIA):
                yield *match.span(k), "media"
    for match in _BRANCH.finditer(text) if "分会" in text else ():
        i = words.at(match.start())
        before = tag_of(words.words[i - 1])[0] if i else "x"
        if words.starts[i] == match.start() and before in "xvpc" and not _PARTICLES.search(match[1]):
            yield *match.span(1), "association"
    for match in _STATION.finditer(text) if "台" in text else ():
        if match[1] in gazetteer().codes:
            yield match.start(), match.end(), "media"
    for match in _QUOTED.finditer(text) if "据" in text else ():
        if _is_medium(match[1]):
            yield *match.span(1), "media"
    for match in _PERIODICAL.finditer(text) if "》" in text else ():
        yield *match.span(match.lastindex or 1), "media"
    for match in _SOCIETY.finditer(text):
        begin = _society(words, match.end())
        if begin is not None:
            yield begin, match.end(), "association"
    if _SERVICE_CLUBS in text:
        for match in _CLUB.finditer(text):
            yield *match.span(1), "association"


def _society(words: Words, end: int) -> int | None:
    """Where a society begins that ends there: at a place abroad, where no common word ends in its 会."""
    text = words.text
    last = words.at(end - 1)
    whole = words.starts[last + 1] == end and end - words.starts[last] > _LEAST_NAME
    if whole and is_word(words.words[last]):
        return None  # 经济社会
    if (
        text.endswith(_FAIRS, 0, end)
        or is_word(text[end - 3 : end])
        or (not whole and is_word(text[end - 2 : end]))
    ):
        return None  # 香港|运动会, 台湾|社会
    if words.starts[last + 1] != end and is_word(words.words[last]):
        return None
    i, stem = last, text[words.starts[last] : end - 1]
    while end - words.starts[i] <= _LONGEST_NAME and i:
        if stem and part_of(stem, words.tag(i) if i < last else tag_of(stem)) not in _CALLED:
            return None
        i, stem = i - 1, words.words[i - 1]
        abroad = stem in _HOME or (stem in gazetteer().world and stem != "中国")
        if abroad and end - words.starts[i + 1] > _LEAST_NAME:
            return words.starts[i - (i > 0 and words.words[i - 1] in ("香港", "澳门", "台湾"))]  # 香港|新界
    return None


def _without_place(words: Words, start: int, end: int) -> int:
    """Where a medium ends that stands before the place of its report: 拂晓在线|合肥|12月9日电."""
    sizes = range(min(_LONGEST_PLACE, end - start - _LEAST), 1, -1)
    return next((end - k for k in sizes if is_place(words.text[end - k : end])), end)


def _is_medium(name: str) -> bool:
    if len(name) < _SHORTEST - (name[-1] in _MEDIA) or name.endswith(tuple(_ENDS)) or is_place(name):
        return False
    if _NOBODY.search(name) or _PARTICLES.search(name):
        return False
    return part_of(name, "x") is not Part.PLACE
