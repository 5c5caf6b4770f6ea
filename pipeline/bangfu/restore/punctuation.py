"""Punctuation: doubled marks, and ASCII marks in Chinese text.

A mark is judged by the two characters around it, so ``1,000``, ``10:30``, ``2.5`` and Latin text stay.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.alignment import Edit

KIND = "punctuation"

_HAN = r"\u3400-\u9fff\uf900-\ufaff〇"
_CLOSING = "”’》〉）】」』〕"
_OPENING = "“‘《〈（【「『〔"
_WIDE = str.maketrans(",;:!?", "，；：！？")


def detect(text: str) -> bool:
    """Whether a doubled mark, or an ASCII mark beside Chinese text, occurs.

    >>> detect("教师,，学生"), detect("1:1，时间10:30，共1,000元。")
    (True, False)
    """
    return _candidates().search(text) is not None


def edits(text: str) -> list[Edit]:
    """Turn ASCII marks into full-width ones and drop the first of two marks.

    >>> from bangfu.alignment import apply_edits
    >>> apply_edits("会上,张某说:“好!”,，共1,000元。。", edits("会上,张某说:“好!”,，共1,000元。。"))[0]
    '会上，张某说：“好！”，共1,000元。'
    """
    found = []
    for hit in _candidates().finditer(text):
        start, end, mark = hit.start(), hit.end(), hit.group()
        if hit.lastgroup == "doubled":
            found.append(Edit(start, start + 1, "", KIND))
        elif mark != "?" or _asks(text, start):
            found.append(Edit(start, end, mark.translate(_WIDE), KIND))
    return found


def _asks(text: str, at: int) -> bool:
    """Whether the mark at ``at`` can be a question mark: not one that stands for a lost character."""
    following = text[at + 1 : at + 2]
    if not following or following in _CLOSING or following in "\n\"'":
        return True
    return _QUESTION.search(text, max(0, at - 30), at) is not None and following not in "，。、；："


_QUESTION = re.compile(r"[吗呢吧么嗎麼谁誰哪何几幾][^，。；！？,;!?]*$|怎|为什么|是否|多少|能不能")


@lru_cache(maxsize=1)
def _candidates() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<doubled>,(?=[，。、；：！？])|[，、](?=[，、。；：！？])|。(?=。(?!。))(?<!。。))"
        rf"|(?P<behind>(?<=[{_HAN}{_CLOSING}%％])[,;:!?](?!/))"
        rf"|(?P<before>(?<=[0-9A-Za-z])[,;:!?](?=[{_HAN}{_OPENING}]))"
    )
