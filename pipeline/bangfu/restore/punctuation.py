"""Punctuation: doubled marks, ASCII marks in Chinese text, and blanks before marks.

A mark is judged by the characters around it, so ``1,000``, ``10:30``, ``2.5`` and Latin text stay. Full
stops, brackets and quotes are ambiguous one by one: they change only where the other marks of the text
show that all of its punctuation was turned into ASCII.
"""

from __future__ import annotations

import re
from functools import lru_cache
from heapq import merge
from itertools import accumulate, pairwise

from bangfu.alignment import Edit
from bangfu.restore.signs import Signs

KIND = "punctuation"

HAN = r"\u3400-\u9fff\uf900-\ufaff〇"
_CLOSING = "”’》〉）】」』〕"
_OPENING = "“‘《〈（【「『〔"
_BEHIND = rf"[{HAN}{_CLOSING}%％℃\")]"
_WIDE = str.maketrans(",;:!?", "，；：！？")
_MARKS = ",，、。；：！？…"
_BLANK = "[ \u00a0\u3000]"


def signs() -> Signs:
    """None: any text may hold the damage."""
    return {}


def detect(text: str) -> bool:
    """Whether a doubled mark, or an ASCII mark beside Chinese text, occurs.

    >>> detect("教师,，学生"), detect("1:1，时间10:30，共1,000元。")
    (True, False)
    """
    if _RUN.search(text) or _TURNED[0].search(text) or _TURNED[1].search(text):
        return True
    if _ascii().search(text) or _apart().search(text):
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
    taken = {i for edit in found for i in range(edit.start, edit.end)}
    single = [edit for edit in _single(text) + _set_apart(text) if edit.start not in taken]
    found += single
    stops = (
        []
        if "。" in text
        else [hit.start() for hit in _stop().finditer(text) if _in_chinese(text, hit.start())]
    )
    if len(single) + len(stops) + len(taken) > sum(map(text.count, "，；：！？")):
        found += [Edit(at, at + 1, "。", KIND, 0.9) for at in stops] + _brackets(text)
    found += _quotes(text) + _written_out(text)
    found.sort(key=lambda edit: (edit.start, edit.end))
    reached = accumulate((edit.end for edit in found), max, initial=0)
    return [edit for edit, end in zip(found, reached, strict=False) if edit.start >= end]


_RUN = re.compile(f"[,，、。；：][{_MARKS}]+")


def _doubled(text: str) -> list[Edit]:
    """Deletions that leave one mark of each run."""
    found: list[Edit] = []
    for run in _RUN.finditer(text):
        marks, start = run.group(), run.start()
        if marks.strip("。") == "" and len(marks) > 2:
            continue  # an ellipsis
        if "…" not in marks:
            borders = [-1, *_kept(marks), len(marks)]
            gaps = ((left + 1, right) for left, right in pairwise(borders) if left + 1 < right)
            found.extend(Edit(start + left, start + right, "", KIND) for left, right in gaps)
    return found


def _kept(marks: str) -> list[int]:
    """The places of the marks of a run that stay: no comma beside another mark, none twice."""
    kept = [i for i, mark in enumerate(marks) if mark != ","] or [0]
    if any(marks[i] in "、。；：" for i in kept):
        # Behind a closing mark a last comma may be meant.
        last = kept[-1] if len(kept) > 1 and marks[kept[-2]] in "。！？；：" else -1
        kept = [i for i in kept if marks[i] != "，" or i == last]
    return [i for n, i in enumerate(kept) if not n or marks[i] != marks[kept[n - 1]] or marks[i] in "！？"]


def _single(text: str) -> list[Edit]:
    """ASCII commas, colons, semicolons, exclamation and question marks in Chinese text."""
    found = []
    for hit in _narrow().finditer(text):
        at = hit.start()
        mark = text[at]
        if not _ANY_HAN.search(text, max(0, at - 12), at + 2) or (mark == "?" and not _asks(text, at)):
            continue
        end = hit.end()
        wide = mark.translate(_WIDE)
        pieces = ((1, 1),) + ((1, 0),) * (end - at - 1)
        found.append(Edit(at, end, wide, KIND, pieces=pieces))
    return found


def _set_apart(text: str) -> list[Edit]:
    """Blanks before marks go; an ASCII comma between blanks becomes full-width."""
    found = []
    for hit in _apart().finditer(text):
        start, end = hit.span()
        comma = text.find(",", start, end)
        if comma < 0:
            found.append(Edit(start, end, "", KIND))
        else:
            pieces = ((comma - start, 0), (1, 1), (end - comma - 1, 0))
            found.append(Edit(start, end, "，", KIND, pieces=pieces if end > comma + 1 else pieces[:2]))
    return found


def _asks(text: str, at: int) -> bool:
    """Whether the mark at ``at`` can be a question mark: not one that stands for a lost character."""
    following = text[at + 1 : at + 2]
    if following and following in "，。、；：,;:":
        return False
    if not following or following in _CLOSING or following in "\n\"' ":
        return True
    start = max(0, at - 60)
    for end in _ENDS_SENTENCE.finditer(text, start, at):
        start = end.end()
    return text[at - 1 : at] in _PARTICLES or _QUESTION.search(text, start, at) is not None


_PARTICLES = frozenset("吗呢吧啊呀哇嘛")
_QUESTION = re.compile(r"[吗呢么嗎麼谁誰哪何怎]|是否|多少|能不能|几[个名时年天次]")
_ENDS_SENTENCE = re.compile(r"[。！？!?；]|\.(?=[\u3400-\u9fff])")


def _in_chinese(text: str, at: int) -> bool:
    """Whether the line before ``at`` holds Chinese text not far away."""
    return _ANY_HAN.search(text, max(text.rfind("\n", 0, at), at - 40, 0), at) is not None


_ANY_HAN = re.compile(f"[{HAN}]")


def _brackets(text: str) -> list[Edit]:
    """Pairs of ASCII brackets that hold Chinese text or stand behind it."""
    found = []
    for hit in _pair().finditer(text):
        found += [Edit(i, i + 1, wide, KIND, 0.9) for i, wide in ((hit.start(), "（"), (hit.end() - 1, "）"))]
    return found


def _quotes(text: str) -> list[Edit]:
    """Straight quotes, and curly ones that are turned the wrong way, by the line in which they stand.

    In a line with an even number of quotes each in turn opens and closes. A line is left alone where that
    would turn more than one curly quote: its author nested them, or left one out.
    """
    found: list[Edit] = []
    hits = merge(*((hit.start() for hit in p.finditer(text)) for p in (_STRAIGHT, *_TURNED)))
    end = -1
    for at in hits:
        if at < end:
            continue  # its line was judged
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        if end - start > _LONGEST_LINE:
            continue
        quotes = [(quote.start(), quote.group()) for quote in _QUOTE.finditer(text, start, end)]
        wrong = [(i, "“”"[n % 2]) for n, (i, quote) in enumerate(quotes) if quote != "“”"[n % 2]]
        turned = sum(text[i] != '"' for i, _ in wrong)
        if len(quotes) % 2 == 0 and turned <= 1 and _beside_han().search(text, start, end):
            found += [Edit(i, i + 1, new, KIND, 0.9) for i, new in wrong]
    return found


_LONGEST_LINE = 100_000
"""Characters from which on a line is no paragraph, and its quotes are left alone."""

_QUOTE = re.compile('["“”]')
_STRAIGHT = re.compile('"')
_TURNED = (re.compile("“[^“”\n]*“"), re.compile("”[^“”\n]*”"))


def _written_out(text: str) -> list[Edit]:
    """Marks written with several ASCII ones: dashes, ellipses, angle brackets, single quotes."""
    found: list[Edit] = []
    for hit in _several().finditer(text):
        marks = hit.group()
        if marks[0] in "-.。":
            found.append(Edit(hit.start(), hit.end(), "——" if marks[0] == "-" else "……", KIND, 0.9))
        else:
            n, (opening, closing) = (2, "《》") if marks[0] == "<" else (1, "‘’")
            found.append(Edit(hit.start(), hit.start() + n, opening, KIND, 0.9))
            found.append(Edit(hit.end() - n, hit.end(), closing, KIND, 0.9))
    return found


@lru_cache(maxsize=1)
def _ascii() -> re.Pattern[str]:
    """ASCII marks that may stand for others, in one pass."""
    return re.compile(
        rf"[-\"',.:;<!?](?:(?<=\")|(?<=')(?=[{HAN}])|(?<=[,:;!?])(?:(?<={_BEHIND}.)|(?=[{HAN}{_OPENING}]))"
        r"|(?<=-)-|(?<=<)<|(?<=\.)\.)"
    )


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    return re.compile(
        rf"--(?<=[{HAN}”》）]..)(?=[{HAN}“《])|\.(?<=[{HAN}”》）].)\.{{2,5}}(?!\.)|。(?<!。。)。{{2,5}}(?!。)"
        rf"|<<(?=[{HAN}])[^<>\n]{{1,40}}>>|'(?=[{HAN}])(?<![A-Za-z0-9].)[^'\n]{{1,30}}'(?![A-Za-z])"
    )


@lru_cache(maxsize=1)
def _narrow() -> re.Pattern[str]:
    return re.compile(
        rf"[,;:!?](?<={_BEHIND}.)(?!//)(?: (?=[{HAN}{_OPENING}]))?"
        rf"|[,;:!?](?<=[0-9A-Za-z\]].)(?=[{HAN}{_OPENING}])(?<!&[a-z]{{4}}.)"
    )


@lru_cache(maxsize=1)
def _apart() -> re.Pattern[str]:
    more, wide = f"{_BLANK}{{0,3}}", "(?=[，。、；：！？])"
    return re.compile(
        rf"{_BLANK}(?:(?<={_BEHIND}.){more}(?:{wide}|,{more}(?=[{HAN}{_OPENING}0-9\n]|\Z))"
        rf"|(?<=[0-9A-Za-z].){more}(?:{wide}|,{more}(?=[{HAN}{_OPENING}])))"
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
    return re.compile(rf'["“”][{HAN}]|[{HAN}]["“”]')
