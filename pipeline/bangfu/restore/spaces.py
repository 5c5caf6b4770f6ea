"""Odd white space: invisible code points, blanks that tear words of single characters apart, lost indents.

An indent of U+3000 or no-break spaces that a page could not write shows as question marks at the beginning of
a line. One that touches a Han character is that of a lost character and stays (:mod:`masked` marks it).
"""

from __future__ import annotations

import re

from bangfu import lexicon
from bangfu.alignment import Edit
from bangfu.restore.signs import Signs

KIND = "space"

_JOINERS = (
    0xAD,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2065),
    *range(0x2066, 0x2070),
    0xFEFF,
)
_CONTROLS = (*range(9), 0x0B, *range(0x0E, 0x20), 0x7F)
_INVISIBLE = (*_JOINERS, *_CONTROLS)
_LINE_ENDS = "\r\u2028\u2029\u0085\x0c"
_ODD = re.compile(f"[{_LINE_ENDS}]|[{re.escape(''.join(map(chr, _INVISIBLE)))}]+")
_BLANK = "[ \u00a0\u3000]"


def signs() -> Signs:
    """The characters without which there is nothing to do, and what stands around them."""
    return {
        _LINE_ENDS + "".join(map(chr, _INVISIBLE)): "",
        " \u00a0\u3000": _BETWEEN,
        _MARKS: f"{_INDENT}|{_IN_BYLINE}",
    }


def detect(text: str) -> bool:
    """Whether an invisible code point occurs, a single character between blanks, or a lost indent.

    >>> detect("帮\u200b扶"), detect("记者 李\u3000明 摄"), detect("记者 王小明 李大江")
    (True, True, False)
    >>> detect("?? 据了解"), detect("?据了解")
    (True, False)
    """
    return any(damage.search(text) for damage in (_ODD, _TORN, _LOST_INDENT, _BYLINE))


def edits(text: str) -> list[Edit]:
    """Delete invisible code points and lost indents, join what blanks tore apart, and end lines in one way.

    >>> from bangfu.alignment import apply_edits
    >>> text = "帮\u200b扶\\r\\n记者 李\u3000明 王小兰"
    >>> apply_edits(text, edits(text))[0]
    '帮扶\\n记者 李明 王小兰'
    """
    found = []
    for hit in _ODD.finditer(text):
        at = hit.start()
        ends_line = hit.group() in _LINE_ENDS and text[at + 1 : at + 2] != "\n"
        found.append(Edit(at, hit.end(), "\n" if ends_line else "", KIND))
    found += [Edit(hit.start(1), hit.end(1), "", KIND, 0.9) for hit in _LOST_INDENT.finditer(text)]
    for byline in _BYLINE.finditer(text):
        if text[byline.start() : byline.end()].lstrip(_MARKS)[:1] in lexicon.words("surnames"):
            gaps = _GAP.finditer(text, byline.start(), byline.end())
            found += [Edit(gap.start(), gap.end(), " ", KIND, 0.9) for gap in gaps]
    previous, place = -1, 0
    for hit in _TORN.finditer(text):
        place = place + 1 if hit.start() == previous + 1 else 0
        previous = hit.end()
        if text[hit.start() - 1] in "男女":  # a column of a table of people
            continue
        if place % 2 == 1 and text[hit.end()] in lexicon.words("surnames"):  # 张 三 李 四
            continue
        found.append(Edit(hit.start(), hit.end(), "", KIND, 0.9))
    return sorted(found, key=lambda edit: edit.start)


_MARKS = "?？\ufffd"
_BEGUN = r"(?=[“‘《（【]?[\u3400-\u9fff0-9])"
_INDENT = f"(?={_BLANK}*{_BEGUN})"
_LOST_INDENT = re.compile(
    f"(?:\\A|(?<=[\n{_LINE_ENDS}])){_BLANK}*((?:[{_MARKS}]{_BLANK}*){{2,}}|[{_MARKS}]{_BLANK}+){_BEGUN}"
)
"""Two question marks or more, or one and a blank, before the first word of a line."""

_GAP = re.compile("[?\ufffd]{1,2}")
_IN_BYLINE = "(?<=(?:记者|記者|讯员|訊員|习生|習生|编辑|編輯|摄影|攝影).)"
_BYLINE = re.compile(
    "(?<![是当當做作名位个個的叫为為]..)(?<=记者|記者|讯员|訊員|习生|習生|编辑|編輯|摄影|攝影)"
    r"(?:[?\ufffd]{1,2}[\u3400-\u9fff]{2,6}(?![\u3400-\u9fff])){1,20}(?=[)）】/、|\s]|\Z)"
)
"""The names of a byline with question marks for its no-break spaces: 记者?林文彬?通讯员?石洁."""

_HAN, _WORD = r"[\u3400-\u9fff]", r"[\u3400-\u9fff0-9A-Za-z]"
_BETWEEN = f"(?<=(?<!{_WORD}){_HAN}.){_BLANK}{{0,2}}(?={_HAN}(?!{_WORD}))"
_TORN = re.compile(_BLANK + _BETWEEN)
"""A blank between two characters of which neither has another one on its other side."""
