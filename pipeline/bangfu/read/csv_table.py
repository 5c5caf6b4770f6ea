"""A .csv or .tsv file: one record a row, under a header; read row by row.

The rows are parsed as bytes (as Latin-1 strings, character for byte), because no byte that CSV gives a
meaning is part of a longer character in UTF-8, GB18030 or Big5; only the fields that are wanted are decoded.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import IO

from bangfu.article import Source
from bangfu.errors import RejectError
from bangfu.read.decode import Decoded, decode
from bangfu.read.json_lines import line_limit
from bangfu.read.records import holds_text, known_fields, source_of
from bangfu.read.reject import Reject
from bangfu.read.streams import (
    Hashing,
    Readable,
    open_bytes,
    read_errors,
    read_whole,
    rest_of_line,
    skip,
    stretch,
)
from bangfu.read.unit import Unit
from bangfu.settings import Settings

_SAMPLE = 1 << 16
_LONGEST = 1 << 28
"""Bytes of a row in the cutting pass, which has no settings: only a guard for memory."""


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    stop: int
    cells: list[str]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Head:
    names: tuple[str, ...]
    encoding: str
    delimiter: str
    stop: int
    """The byte behind the header."""


def read_table(unit: Unit, settings: Settings) -> Iterator[Source | Reject]:
    """The articles of the rows that begin in the unit's stretch, each with the place ``PATH#OFFSET``.

    ``OFFSET`` is the row's first byte in the inflated file. ``raw`` is the row's text field exactly. The
    first row names the columns; commas, tabs or semicolons part them. A row with a NUL, an open quote,
    another number of fields than the header, or without a text, is a reject; reading goes on at the next
    line. Raises :class:`RejectError` where no column holds texts, and where the file itself breaks (a
    cut gzip).
    """
    limit = line_limit(settings)
    with read_errors(), _open(unit, settings.max_bytes) as stream:
        head = _head(stream, limit)
        if not holds_text(dict.fromkeys(head.names, "")):
            raise RejectError("read", f"no column of texts among {', '.join(head.names)[:80]}")
        wanted = [head.names.index(name) for name in known_fields(head.names)]
        start = max(unit.start, head.stop)
        skip(stream, start - head.stop)
        for row in _rows(stream, start, unit.stop, head.delimiter, limit):
            yield _record(row, head, wanted, f"{unit.name}#{row.start}")


def cut_table(unit: Unit, unit_bytes: int) -> Iterator[Unit]:
    """Pieces of about ``unit_bytes`` that begin and end with rows; the whole file is parsed for that.

    UTF-16 is not cut: there a byte that CSV gives a meaning may be half of a character.
    """
    with read_errors(), _open(unit, _LONGEST) as stream:
        if isinstance(stream, BytesIO):
            yield unit
            return
        head = _head(stream, _LONGEST)
        start = stop = head.stop
        hashed = Hashing(stream)
        for row in _rows(hashed, head.stop, None, head.delimiter, _LONGEST):
            stop = row.stop
            if stop - start >= stretch(unit_bytes, start, unit.compressed):
                yield replace(unit, start=start, stop=stop, size=stop - start, content=hashed.take())
                start = stop
        if stop > start:
            yield replace(unit, start=start, stop=stop, size=stop - start, content=hashed.take())


def _open(unit: Unit, limit: int) -> IO[bytes]:
    """The file's bytes; UTF-16 is held whole and turned into UTF-8, which the parser needs."""
    stream = open_bytes(unit.path, unit.compressed)
    sample = stream.read(_SAMPLE)
    if sample.count(b"\0") * 10 <= len(sample):
        stream.seek(0)
        return stream
    stream.close()
    whole = decode(read_whole(unit.path, unit.compressed, limit))
    return BytesIO(whole.text.replace("\0", "").encode("utf-8", "replace"))


def _head(stream: IO[bytes], limit: int) -> _Head:
    """The first row; leaves the stream behind it."""
    sample = stream.read(_SAMPLE)
    stream.seek(0)
    if not sample.strip():
        raise RejectError("read", "the file is empty")
    mark = b"\xef\xbb\xbf"
    stream.read(len(mark) if sample.startswith(mark) else 0)
    lines = sample.removeprefix(mark).split(b"\n")
    whole_lines = b"\n".join(lines[:-1]) if len(lines) > 1 else sample
    encoding = decode(whole_lines.replace(b"\0", b"")).encoding
    delimiter = max(",\t;", key=lambda c: lines[0].count(c.encode()))
    start = stream.tell()
    row = next(_rows(stream, start, None, delimiter, limit))
    if row.problem:
        raise RejectError("read", f"the header of the table cannot be read: {row.problem}")
    stream.seek(row.stop)
    names = tuple(decode(cell.encode("latin-1"), encoding).text.strip() for cell in row.cells)
    return _Head(names, encoding, delimiter, row.stop)


class _Lines(Iterator[str]):
    """Lines as Latin-1, and the place behind the last one; a row that fails gives back all but its first."""

    def __init__(self, stream: Readable, at: int, limit: int) -> None:
        self.at = at
        self._stream, self._limit = stream, limit
        self._taken: list[bytes] = []
        self._back: deque[bytes] = deque()
        self._length = 0

    def begin(self) -> None:
        self._taken.clear()
        self._length = 0

    def quotes(self) -> int:
        return sum(line.count(b'"') for line in self._taken)

    def resume_behind_first(self) -> None:
        rest = self._taken[1:]
        self.at -= sum(map(len, rest))
        self._back.extendleft(reversed(rest))

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else self._stream.readline(self._limit + 1)
        if not line:
            raise StopIteration
        self.at += len(line)
        self._taken.append(line)
        self._length += len(line)
        if self._length > self._limit:
            if len(self._taken) == 1 and not line.endswith(b"\n"):
                self.at += rest_of_line(self._stream)
            raise csv.Error(f"a row of more than {self._limit} bytes (an open quote?)")
        return line.decode("latin-1")


def _rows(stream: Readable, start: int, stop: int | None, delimiter: str, limit: int) -> Iterator[_Row]:
    # The module's own bound, of 131,072 characters a field, is less than an article may have.
    csv.field_size_limit(max(csv.field_size_limit(), limit))
    lines = _Lines(stream, start, limit)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while stop is None or lines.at < stop:
        begin = lines.at
        lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            lines.resume_behind_first()
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            yield _Row(begin, lines.at, [], f"broken CSV: {error}")
            continue
        # Writers of CSV pair their quotes: a row with an odd one is the end of a broken row's text.
        odd = lines.quotes() % 2 == 1
        if cells:
            yield _Row(begin, lines.at, cells, "broken CSV: a stray quote" if odd else "")


def _record(row: _Row, head: _Head, wanted: list[int], place: str) -> Source | Reject:
    cells = row.cells
    while len(cells) > len(head.names) and not cells[-1]:
        cells = cells[:-1]
    problem = row.problem
    if not problem and len(cells) != len(head.names):
        problem = f"{len(cells)} fields, but the header has {len(head.names)}"
    if not problem and any("\0" in cell for cell in cells):
        problem = "a NUL byte"
    if problem:
        return Reject.of(RejectError("read", problem), place)
    try:
        found = {head.names[i]: _decoded(cells[i], head.encoding) for i in wanted}
    except RejectError as error:
        return Reject.of(error, place)
    values = {name: cell.text for name, cell in found.items()}
    longest = max(found.values(), key=lambda cell: len(cell.text))
    return source_of(values, place, "", longest.encoding, any(cell.lossy for cell in found.values()))


def _decoded(cell: str, encoding: str) -> Decoded:
    data = cell.encode("latin-1")
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return decode(data, encoding)
