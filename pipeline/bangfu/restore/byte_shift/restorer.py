"""Byte-shifted GBK: text that was read one byte off after a byte was lost.

Some sites turn full-width punctuation into ASCII on the bytes of a GBK page, blind to where characters begin.
``！`` is A3 A1, so wherever a character with the trail byte A3 (校, or 。itself) stands before one with the
lead byte A1 (most punctuation), the pair across the border is taken for an exclamation mark: the lead byte
of the first is left alone and shows as ``?``, the mark as ``！``, and all that follows is read one byte off,
until a trail byte below 0x80 or an ASCII character brings the reader back. Pairs that decode to nothing
vanish: 发展。”北京 becomes ``发展?！北本┰``. Where the comma before a character was rewritten, the
lead byte alone is lost: ，教室安裝 becomes ``,?淌野惭b``.

This module says where damage may begin, and what the article tells elsewhere; the search for the text that
stood there is in :mod:`.lattice`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from html import unescape
from math import exp, log1p

from bangfu.alignment import Edit
from bangfu.restore.budget import Purse
from bangfu.restore.byte_shift import codes
from bangfu.restore.byte_shift.columns import ENTITY, NOTED, Columns
from bangfu.restore.byte_shift.lattice import Window
from bangfu.restore.byte_shift.marks import START, START_NOTED, YEAR
from bangfu.restore.byte_shift.reading import KIND as KIND
from bangfu.restore.language_model.search import cache_of
from bangfu.restore.language_model.words import weight
from bangfu.restore.signs import Signs

_OWN_WEIGHT = 3.0
_OWN_SHARE = 0.5
"""Weight of the article's own characters where a lead byte is lost and nothing else is known."""

_WINDOW = 400
"""Longest damaged stretch in characters of the page, with the plain text around it."""

_CONTEXT = 12
_SAMPLE, _CREDIT, _WORK = 4_000_000, 30_000, 8_000_000
"""Tree steps spent before anything came back, steps more for each character that did, and steps at most.

What is beyond stays as it is, so no input takes forever.
"""

_PLAIN_BLANKS = dict.fromkeys((0xA0, 0x2002, 0x2003), " ")

_NUMBER = re.compile(r"(?<=[?？�])[0-9][0-9.,]*")

_END = re.compile(r"[?？]?[\x00-\x3f，！\n]|\Z")


def signs() -> Signs:
    """The characters without which there is nothing to do."""
    return {"?？�": ""}


def detect(text: str) -> bool:
    """Whether a lost lead byte with its exclamation mark stands before anything but ASCII.

    >>> detect("内涵式发展?！北本┰逃I队"), detect("真的吗?! 是的!")
    (True, False)
    """
    return _start(text).search(text) is not None


def edits(text: str) -> list[Edit]:
    """The repairs of a text, one edit a damaged stretch; replacements are in simplified characters.

    >>> edit, = edits("“我們要繼續支持農村學校的內涵式發展?！蹦暇┦薪涛患壯惨晢T表示，會開展幫扶。")
    >>> edit.replacement
    '。”南京市教委一级巡视员'
    """
    if not detect(text):
        return []
    script, begins = codes.script_of(text), _start(text)
    intact = codes.simplified(_undamaged(text, begins))
    cache, favour = cache_of(intact), _favour(intact, script)
    out: list[Edit] = []
    purse, at, done, noted = Purse(_SAMPLE, _WORK), 0, 0, begins is START_NOTED
    start = begins.search(text)
    while start and not purse.empty:
        # Short windows need what stands before them, though it was read before.
        begin = max(done if noted else at, text.rfind("\n", 0, start.start()) + 1, start.start() - _CONTEXT)
        line_end = text.find("\n", start.end())
        end = min(len(text) if line_end < 0 else line_end, start.start() + _WINDOW)
        if noted:
            end = _in_step_again(text, start, end)
        window = Window.of(text, begin, end, script, noted, favour)
        found, used = window.repair(cache, purse.left)
        purse.spend(used, _CREDIT * sum(len(edit.replacement) for edit in found))
        # What ends close to an open border was read without what stands behind it: the next window has it.
        at = end if window.closed else max(start.end(), end - _CONTEXT)
        for edit in found:
            if edit.end > at and edit.start > start.start():
                at = edit.start
                break
            if edit.alternatives and _is_bold(text, edit, noted):
                continue
            whole = _with_swallowed(text, edit)
            out.append(whole)
            if noted and whole is edit:
                out += _beheaded(text, edit.end)
            done = out[-1].end
            at = max(at, done)
        start = begins.search(text, at)
    return out


def _start(text: str) -> re.Pattern[str]:
    """Where damage may begin on a page like this one."""
    return START_NOTED if NOTED.search(text) else START


def _in_step_again(text: str, start: re.Match[str], end: int) -> int:
    """Where plain text is certain behind damage, and some of what follows it; at most ``end``.

    Notes bring a reader back in step soon, so that short windows will do.
    """
    columns = Columns.of(text, start.start(), end)
    k = 2
    while k < len(columns.shown):
        if columns.shown[k] < "\x80" and not columns.readings[k]:
            behind = columns.starts[min(k + 1 + _CONTEXT, len(columns.starts) - 1)]
            again = START_NOTED.search(text, columns.starts[k + 1], behind)
            if again is None:
                return behind
            k = max(k, bisect_left(columns.starts, again.start()) + 1)
        k += 1
    return end


def _is_bold(text: str, edit: Edit, noted: bool) -> bool:
    """Whether an edit begins with a sign that intact text may show as well, so that it must be clear."""
    before, mark = text[max(0, edit.start - 1) : edit.start], text[edit.start + 1 : edit.start + 2]
    if text[edit.start] not in "?？�" or mark in "!！" or (before and before in ",，。；："):
        return False
    return not noted or (mark >= "\x80" and mark not in "；？，")


def _with_swallowed(text: str, edit: Edit) -> Edit:
    """The edit with what the lone byte at its end swallowed: an entity's ``&``, the first digit of a year.

    No year has three digits and a naught in front, so ``?！?021年`` is ``。”2021年``.

    >>> _with_swallowed("好?！?021年", Edit(1, 4, "。”", KIND)).replacement
    '。”2'
    """
    if edit.replacement.endswith("。。"):  # no text has two: both bytes of the closing quote are gone
        edit = replace(edit, replacement=edit.replacement[:-1] + "”")
    if text[edit.end - 1] == ";":
        entity = ENTITY.search(text, edit.start, edit.end)
        more = unescape(f"&{entity[1]};").translate(_PLAIN_BLANKS) if entity else ""
    elif text[edit.end - 1] in "?？�" and YEAR.match(text, edit.end):
        more = "2" if text[edit.end] == "0" else "1"
    else:
        more = ""
    if not more:
        return edit
    pieces = edit.pieces
    if pieces:
        pieces = (*pieces[:-1], (pieces[-1][0], pieces[-1][1] + len(more)))
    return replace(edit, replacement=edit.replacement + more, pieces=pieces)


def _beheaded(text: str, end: int) -> list[Edit]:
    """A number whose first digit may have gone with the lone byte before it: marked, and left as it is.

    >>> [(edit.start, edit.replacement, edit.lossy) for edit in _beheaded("學?20人", 2)]
    [(2, '20', True)]
    """
    number = _NUMBER.match(text, end)
    return [Edit(end, number.end(), number.group(), KIND, lossy=True)] if number else []


def _favour(intact: str, script: int) -> dict[str, float]:
    """The weight that its use in the article adds to each character that may have lost its lead byte."""
    share = _OWN_SHARE / (len(intact) + 500)
    counts = {c: intact.count(c) for c in codes.with_lost_lead(0xA3, script) if "一" <= c <= "鿿"}
    return {c: _OWN_WEIGHT * log1p(n * share / exp(weight(c))) for c, n in counts.items() if n}


def _undamaged(text: str, begins: re.Pattern[str]) -> str:
    """The text without the damage and its surroundings, which must not speak for themselves.

    Damage is taken to reach as far as the next chance to get back in step.
    """
    parts, at = [], 0
    for start in begins.finditer(text):
        if start.start() < at:
            continue
        parts.append(text[at : max(at, start.start() - _CONTEXT)])
        end = _END.search(text, start.end())
        at = min(len(text), (end.end() if end else len(text)) + _CONTEXT)
    return "\n".join((*parts, text[at:]))
