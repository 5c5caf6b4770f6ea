"""Punctuation: doubled marks, and ASCII marks in Chinese text.

A mark is judged by the characters around it, so ``1,000``, ``10:30``, ``2.5`` and Latin text stay. Full
stops, brackets and quotes are ambiguous one by one: they change only where the other marks of the text
show that all of its punctuation was turned into ASCII.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.alignment import Edit

KIND = "punctuation"

HAN = r"\u3400-\u9fff\uf900-\ufaff〇"
_CLOSING = "”’》〉）】」』〕"
_OPENING = "“‘《〈（【「『〔"
_WIDE = str.maketrans(",;:!?", "，；：！？")
_MARKS = ",，、。；：！？…"


def detect(text: str) -> bool:
    """Whether a doubled mark, or an ASCII mark beside Chinese text, occurs.

    >>> detect("教师,，学生"), detect("1:1，时间10:30，共1,000元。")
    (True, False)
    """
    if _RUN.search(text) is not None or _narrow().search(text) is not None or '"' in text:
        return True
    return "." in text and "。" not in text and _stop().search(text) is not None


def edits(text: str) -> list[Edit]:
    """Turn ASCII marks into full-width ones and drop the lesser of two marks.

    >>> from bangfu.alignment import apply_edits
    >>> text = '会上,张某(校长)说:"好!",，共1,000元、,，另有10:30的课.'
    >>> apply_edits(text, edits(text))[0]
    '会上，张某（校长）说：“好！”，共1,000元、另有10:30的课。'
    """
    found = _doubled(text)
    taken = {edit.start for edit in found}
    single = [edit for edit in _single(text) if edit.start not in taken]
    found += single
    stops = [] if "。" in text else [hit.start() for hit in _stop().finditer(text)]
    if len(single) + len(stops) + len(taken) > sum(map(text.count, "，；：！？")):
        found += [Edit(at, at + 1, "。", KIND, 0.9) for at in stops] + _brackets(text)
    found += _quotes(text)
    return sorted(found, key=lambda edit: edit.start)


_RUN = re.compile(rf"[{_MARKS}](?<=[,，、。；：])[{_MARKS}]+")


def _doubled(text: str) -> list[Edit]:
    """Deletions that leave one mark of each run."""
    found: list[Edit] = []
    for run in _RUN.finditer(text):
        marks, start = run.group(), run.start()
        if marks.strip("。") == "" and len(marks) > 2:
            continue  # an ellipsis of the author's
        kept: list[int] = [i for i, mark in enumerate(marks) if mark != ","] or [0]
        kept = [
            i for n, i in enumerate(kept) if not n or marks[i] != marks[kept[n - 1]] or marks[i] in "！？…"
        ]
        if any(marks[i] in "、。；：" for i in kept):
            kept = [i for n, i in enumerate(kept) if marks[i] != "，" or _stands(marks, kept, n)]
        if "…" not in marks:
            found.extend(Edit(start + i, start + i + 1, "", KIND) for i in range(len(marks)) if i not in kept)
    return found


def _stands(marks: str, kept: list[int], n: int) -> bool:
    """Whether a comma among other marks stays: behind a closing mark it may be meant."""
    return n > 0 and marks[kept[n - 1]] in "。！？；：" and n == len(kept) - 1


def _single(text: str) -> list[Edit]:
    """ASCII commas, colons, semicolons, exclamation and question marks in Chinese text."""
    found = []
    for hit in _narrow().finditer(text):
        at = hit.start()
        mark = text[at]
        if mark == "?" and not _asks(text, at):
            continue
        end = hit.end()
        wide = mark.translate(_WIDE)
        pieces = ((1, 1),) + ((1, 0),) * (end - at - 1)
        found.append(Edit(at, end, wide, KIND, pieces=pieces))
    return found


def _asks(text: str, at: int) -> bool:
    """Whether the mark at ``at`` can be a question mark: not one that stands for a lost character."""
    following = text[at + 1 : at + 2]
    if following and following in "，。、；：,;:":
        return False
    if not following or following in _CLOSING or following in "\n\"' ":
        return True
    asked = _QUESTION.search(text, max(0, at - 60), at)
    return asked is not None and _ENDS_SENTENCE.search(text, asked.end(), at) is None


_QUESTION = re.compile(r"[吗呢么嗎麼谁誰哪何怎]|是否|多少|能不能|几[个名时年天次]")
_ENDS_SENTENCE = re.compile(r"[。！？!?；]|\.(?=[\u3400-\u9fff])")


def _brackets(text: str) -> list[Edit]:
    """Pairs of ASCII brackets that hold Chinese text or stand behind it."""
    found = []
    for hit in _pair().finditer(text):
        found += [Edit(i, i + 1, wide, KIND, 0.9) for i, wide in ((hit.start(), "（"), (hit.end() - 1, "）"))]
    return found


def _quotes(text: str) -> list[Edit]:
    """Straight quotes: in turn opening and closing in each line that holds an even number of them."""
    found = []
    at = text.find('"')
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        places = [i for i in range(at, end) if text[i] == '"']
        if len(places) % 2 == 0 and _beside_han().search(text, start, end):
            found += [Edit(i, i + 1, "“”"[n % 2], KIND, 0.9) for n, i in enumerate(places)]
        at = text.find('"', end)
    return found


@lru_cache(maxsize=1)
def _narrow() -> re.Pattern[str]:
    behind = rf"[{HAN}{_CLOSING}%％℃\")]"
    return re.compile(
        rf"[,;:!?](?<={behind}.)(?!//)(?: (?=[{HAN}{_OPENING}]))?"
        rf"|[,;:!?](?<=[0-9A-Za-z\]].)(?=[{HAN}{_OPENING}])(?<!&[a-z]{{4}}.)"
    )


@lru_cache(maxsize=1)
def _stop() -> re.Pattern[str]:
    """A full stop behind Chinese text, or at the end of a line that is no number of a list."""
    return re.compile(
        rf"\.(?<=[{HAN}{_CLOSING}%℃\")].)(?![.a-z])|\.(?<=[0-9A-Za-z].)(?<!\n\d.)(?<!\n\d\d.)(?=[\n\"”]|\Z)"
    )


@lru_cache(maxsize=1)
def _pair() -> re.Pattern[str]:
    inside = r"[^()\n]"
    return re.compile(
        rf"\((?<=[{HAN}].){inside}{{1,30}}\)|\(\d{{1,3}}\)(?=[{HAN}])"
        rf"|\((?<=[{_CLOSING}，。、；：0-9A-Za-z\n].)(?={inside}{{1,60}}\)){inside}*[{HAN}]{inside}*\)"
    )


@lru_cache(maxsize=1)
def _beside_han() -> re.Pattern[str]:
    return re.compile(rf'"[{HAN}]|[{HAN}]"')
