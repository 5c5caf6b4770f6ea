"""Chinese pages read as another Chinese codec: ``鏀暀`` (UTF-8 read as GBK), ``笢恅`` (GBK read as Big5).

Pairs of bytes that the wrong codec does not know are gone: they show as ``�`` or ``?``, or not at all. What
they were is found by a search (:mod:`.lattice`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from bangfu.alignment import Edit
from bangfu.restore.budget import Purse
from bangfu.restore.byte_shift.codes import simplified
from bangfu.restore.encoding.lattice import Lattice
from bangfu.restore.encoding.tables import bytes_read_as, common_han

KIND = "misdecoded"

READINGS = (("utf-8", "gbk"), ("utf-8", "big5"), ("gbk", "big5"), ("big5", "gbk"))
"""(codec of the page, codec with which it was read)."""

_REACH = 10
"""Longest sign in characters."""

_AROUND = 6
"""Characters on either side of a sign that must be odd as well."""

_LONGEST = 700
"""Characters of a line that one search takes."""

_LONGEST_OF_LOST = 60
"""The same where more than a quarter of the characters stand for lost bytes: a hundred times the work."""

_SAMPLE, _CREDIT, _WORK = 800_000, 20_000, 6_000_000
"""Tree steps spent before anything came back, steps more for each character that did, and steps at most.

Text that holds the signs and is no Chinese in any reading costs a sample and stays as it is.
"""


@cache
def signs() -> str:
    """The characters without which there is nothing to do."""
    lead, mid = (*range(0xE3, 0xEA), 0xEF), range(0x80, 0xC0)
    parts = (
        _class("gbk", lead, mid),
        _class("big5", lead, (*range(0x40, 0x7F), *range(0xA1, 0xC0))),
        _rare("big5", range(0xA4, 0xFA)),
        _rare("gbk", (*range(0x81, 0xA1), *range(0xA4, 0xFF))),
    )
    return "�" + "".join(sorted(set("".join(parts))))


@cache
def _telltale() -> re.Pattern[str]:
    return re.compile(f"[{signs()}]")


@cache
def _signs() -> dict[tuple[str, str], re.Pattern[str]]:
    """What text that was misread holds within a few characters, and other text hardly ever."""
    lead, mid = (*range(0xE3, 0xEA), 0xEF), range(0x80, 0xC0)
    first = _class("gbk", lead, mid)
    second = _class("gbk", mid, mid)
    third = _class("gbk", mid, lead)
    head = _class("big5", lead, (*range(0x40, 0x7F), *range(0xA1, 0xC0)))
    rare_big5 = _rare("big5", range(0xA4, 0xFA))
    rare_gbk = _rare("gbk", (*range(0x81, 0xA1), *range(0xA4, 0xFF)))
    return {
        ("utf-8", "gbk"): re.compile(
            f"[{first}](?:[{third}][{second}�?]|[�?][{first}])|[{third}][{second}][{first}]"
        ),
        ("utf-8", "big5"): re.compile(
            f"[{head}]�{{1,3}}[{head}]|[{head}][^\\n]?�[^\\n]{{1,2}}�[^\\n]?[{head}]"
        ),
        ("gbk", "big5"): re.compile(f"[{rare_big5}]{{2}}|[{rare_big5}�].[{rare_big5}]"),
        ("big5", "gbk"): re.compile(f"(?:[{rare_gbk}�].?){{2}}[{rare_gbk}]"),
    }


@cache
def _class(codec: str, leads: tuple[int, ...] | range, trails: tuple[int, ...] | range) -> str:
    # The break ends what a pair that stands for nothing might begin.
    found = b"\n".join(map(bytes, product(leads, trails))).decode(codec, "ignore").split("\n")
    return "".join(sorted({c for c in found if len(c) == 1 and c > "\x7f"}))


@cache
def _rare(codec: str, leads: tuple[int, ...] | range) -> str:
    """Characters that neither simplified nor traditional Chinese news needs."""
    trails = (*range(0x40, 0x7F), *range(0x80, 0xFF))
    usual, simple = common_han(), set(_class("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF)))
    some = _class(codec, leads, trails)
    return "".join(
        c for c, s in zip(some, simplified(some), strict=True) if s not in usual and c not in simple
    )


def detect(text: str) -> bool:
    """Whether characters stand together that misread Chinese is made of.

    >>> detect("鏀暀鏁欏笀"), detect("支教教师在学校")
    (True, False)
    """
    return next(_readings(text, 0, len(text)), None) is not None


def _readings(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """The misreadings of which a stretch holds a sign among characters as odd as itself, perhaps repeated.

    A rare word of clean text (璀璨, 锂电) has common ones around it.
    """
    for begin, stop in _places(text, start, end):
        for reading, sign in _signs().items():
            for hit in sign.finditer(text, begin, stop):
                around = text[max(start, hit.start() - _AROUND) : min(end, hit.end() + _AROUND)]
                wide = [c for c in simplified(around) if c >= "\u3040" and c not in "，：；！？（）"]
                odd = sum(c not in common_han() for c in wide)
                if odd * 3 >= len(wide) and odd >= min(3, len(wide)):
                    yield reading
                    break


def _places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches around telltale characters: signs are searched nowhere else, for they take longer."""
    begin = stop = start
    for tell in _telltale().finditer(text, start, end):
        if tell.start() - _REACH > stop:
            if stop > begin:
                yield begin, stop
            begin = max(start, tell.start() - _REACH)
        stop = min(end, tell.end() + _REACH)
    if stop > begin:
        yield begin, stop


def edits(text: str) -> list[Edit]:
    """One edit a misread stretch; a mark of loss where signs are many and nothing readable comes out.

    >>> [edit.replacement for edit in edits("中文教育工作".encode().decode("gbk", "replace"))]
    ['中文教育工作']
    """
    out: list[Edit] = []
    purse = Purse(_SAMPLE, _WORK)
    for line in re.finditer(r"[^\n]+", text):
        signed = set(_readings(text, line.start(), line.end()))
        for page, read in READINGS:
            if (page, read) not in signed:
                continue
            found = _whole(text, line.start(), line.end(), page, read)
            found = found or list(_searched(text, line.start(), line.end(), page, read, purse))
            out.extend(found)
            if found:
                break
    if not out and purse.empty:
        sign = _telltale().search(text)
        assert sign is not None
        out.append(Edit(sign.start(), sign.end(), sign[0], KIND, lossy=True))
    return out


def _searched(text: str, start: int, end: int, page: str, read: str, purse: Purse) -> Iterator[Edit]:
    """The edits of a line from which bytes are gone, a stretch after the other."""
    at = start
    while at < end and not purse.empty:
        lost = text.count("�", at, min(end, at + _LONGEST))
        stop = min(end, at + (_LONGEST if lost * 4 < min(end - at, _LONGEST) else _LONGEST_OF_LOST))
        found, used = Lattice(text[at:stop], page, read).repair(at, purse.left)
        purse.spend(used, _CREDIT * sum(edit.end - edit.start for edit in found))
        yield from found
        at = stop


def _whole(text: str, start: int, end: int, page: str, read: str) -> list[Edit]:
    """The edit of a line that comes back without a loss."""
    shown = text[start:end]
    raw = bytearray()
    for c in shown:
        coded = bytes_read_as(c, read)
        if coded is None:
            return []
        raw += coded
    try:
        decoded = raw.decode("gb18030" if page == "gbk" else page)
    except UnicodeDecodeError:
        return []
    wide = [c for c in simplified(decoded) if c >= "\x80"]
    common = sum(c in common_han() for c in wide)
    if page != "utf-8" or len(wide) < 4 or common * 3 < len(wide) * 2:
        return []
    return [Edit(start, end, decoded, KIND, 1.0, pieces=_pieces_of(shown, decoded, read))]


def _pieces_of(shown: str, decoded: str, read: str) -> tuple[tuple[int, int], ...]:
    """Cut both texts wherever the bytes of a character of each end at the same place."""
    pieces: list[tuple[int, int]] = []
    i = j = a = b = 0
    while i < len(shown) or j < len(decoded):
        if a <= b and i < len(shown):
            a += len(bytes_read_as(shown[i], read) or b"")
            i += 1
        else:
            b += len(decoded[j].encode())
            j += 1
        if a == b:
            pieces.append((i - sum(p for p, _ in pieces[-1:]) if not pieces else i, j))
    return tuple(
        (i - (pieces[n - 1][0] if n else 0), j - (pieces[n - 1][1] if n else 0))
        for n, (i, j) in enumerate(pieces)
    )
