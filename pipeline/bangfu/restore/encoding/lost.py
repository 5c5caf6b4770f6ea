"""What no repair brings back is marked: ``锟斤拷``, and ``�`` that stands for lost characters.

A page in GBK that was read as UTF-8 lost its characters to U+FFFD; written as UTF-8 and read as GBK again,
the replacement characters show as 锟斤拷. Such an edit leaves the text as it is and says that it is lossy.
A number that touches the loss belongs to it: half of a number is a wrong number.
"""

from __future__ import annotations

import re

from bangfu.alignment import Edit
from bangfu.restore.signs import Signs

KIND = "lost"

_GONE = re.compile("(?:�|锟斤拷)+|烫{3,}|屯{3,}")
_DIGITS = frozenset("0123456789０１２３４５６７８９.．〇零一二三四五六七八九十百千万亿两")
_LONGEST_NUMBER = 24


def signs() -> Signs:
    """The characters without which there is nothing to do, and what stands around them."""
    return {"�": "", "锟烫屯": "(?=[斤烫屯])"}


def detect(text: str) -> bool:
    """Whether characters are lost for good.

    >>> detect("捐款锟斤拷万元"), detect("捐款3万元")
    (True, False)
    """
    return "�" in text or "锟斤拷" in text or "烫烫烫" in text or "屯屯屯" in text


def edits(text: str) -> list[Edit]:
    """One mark a stretch: its replacement is the text itself.

    >>> [(edit.start, edit.end, edit.replacement, edit.lossy) for edit in edits("投入1�00万元")]
    [(2, 7, '1�00万', True)]
    """
    if not detect(text):
        return []
    out: list[Edit] = []
    for hit in _GONE.finditer(text):
        start, end = _widened(text, hit.start(), hit.end())
        if out and start <= out[-1].end:
            start = out.pop().start
        out.append(Edit(start, end, text[start:end], KIND, confidence=1.0, lossy=True))
    return out


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the number that touches it on either side."""
    first, last = max(0, start - _LONGEST_NUMBER), min(len(text), end + _LONGEST_NUMBER)
    while start > first and text[start - 1] in _DIGITS:
        start -= 1
    while end < last and text[end] in _DIGITS:
        end += 1
    return start, end
