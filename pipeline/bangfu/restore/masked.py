"""Characters that a filter or a lost byte hid: ``****``, ``电?。``, ``人□``.

Each is marked: an edit that changes nothing and says ``lossy``. One is filled in only where the article
writes the same words around another one, and never otherwise. A dictionary is no proof: of ``人民?院`` it
knows 人民法院, and the report may mean 人民医院.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.alignment import Edit
from bangfu.restore.punctuation import HAN
from bangfu.restore.signs import Signs

KIND = "masked"

TRIES = 50
"""So many places of one text are looked up in it; the others are only marked, so the work stays linear."""

_CONTEXTS = ((3, 3), (2, 2), (3, 1), (1, 3), (2, 1), (1, 2), (3, 0), (0, 3))
"""How many characters before and behind the hidden one must be the same, widest first."""


def signs() -> Signs:
    """The characters without which there is nothing to do, and what stands around them."""
    return {"?□■*": ""}


def detect(text: str) -> bool:
    """Whether a sign stands where a character should.

    >>> detect("一通电?。"), detect("并单?设计"), detect("好吗？他说 2*3，□ 本报记者")
    (True, True, False)
    """
    return _SIGN.search(text) is not None and _hidden().search(text) is not None


def edits(text: str) -> list[Edit]:
    """Fill in what the article tells, and mark the rest.

    >>> [(e.replacement, e.lossy) for e in edits("县人民?院的医生说，起步?晚。县人民医院很远。")]
    [('医', False), ('?', True)]
    """
    found: list[Edit] = []
    for tried, hit in enumerate(_hidden().finditer(text)):
        sign, start, end = hit.group(), hit.start(), hit.end()
        if sign == "**" and _is_bold(text, start):
            continue
        digits = _DIGITS_BEFORE.search(text, max(0, start - 24), start)
        if digits:  # half of a number is a wrong number, so all of it is marked
            found.append(Edit(digits.start(), end, text[digits.start() : end], KIND, lossy=True))
            continue
        filled = _as_elsewhere(text, start, end) if tried < TRIES else None
        found.append(Edit(start, end, filled or sign, KIND, 0.9 if filled else 1.0, lossy=not filled))
    return found


def _as_elsewhere(text: str, start: int, end: int) -> str | None:
    """What stands elsewhere in the article between the same characters, if it is always the same."""
    stars = end - start
    lengths = sorted({stars, stars // 2}) if text[start] == "*" else [1]
    left, right = _LEFT.search(text, max(0, start - 3), start), _RIGHT.match(text, end, end + 3)
    before, after = left.group() if left else "", right.group() if right else ""
    for length in lengths:
        for n, m in _CONTEXTS:
            if len(before) < n or len(after) < m or n + m < min(3, 2 * length):
                continue
            readings = _between(text, before[len(before) - n :], length, after[:m])
            if len(readings) == 1:
                return readings.pop()
            if readings:
                return None
    return None


def _between(text: str, before: str, length: int, after: str) -> set[str]:
    """The words of so many Han characters that stand between two strings; two different ones are enough."""
    readings: set[str] = set()
    at = text.find(before) if before else text.find(after) - length
    while at >= 0 and len(readings) < 2:
        start = at + len(before)
        word = text[start : start + length]
        if len(word) == length and _RIGHT.fullmatch(word) and text.startswith(after, start + length):
            readings.add(word)
        at = text.find(before, at + 1) if before else text.find(after, at + length + 1) - length
    return readings


_LEFT = re.compile(rf"[{HAN}]+\Z")
_RIGHT = re.compile(rf"[{HAN}]*")


def _is_bold(text: str, at: int) -> bool:
    """Whether two asterisks are one end of Markdown's bold."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return text.count("**", start, end if end >= 0 else len(text)) % 2 == 0


_DIGITS_BEFORE = re.compile(r"[0-9][0-9.,]*\Z")
_SIGN = re.compile("[?□■*]")


@lru_cache(maxsize=1)
def _hidden() -> re.Pattern[str]:
    return re.compile(
        rf"[?□■](?<=[{HAN}].)(?=[{HAN}，。、；])|[?□■](?<=[0-9].)[?□■]*(?=[0-9万亿千百十元])|\*{{3,}}|(?<!\*)\*\*(?!\*)(?<=[{HAN}]..)(?=[{HAN}])"
    )
