"""A .jsonl file: one JSON record a line, read line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from bangfu.article import Source
from bangfu.errors import RejectError
from bangfu.read.decode import decode
from bangfu.read.records import source_of
from bangfu.read.reject import Reject
from bangfu.read.streams import Hashing, lines_of, open_bytes, read_errors, rest_of_line, skip, stretch
from bangfu.read.unit import Unit
from bangfu.settings import Settings

_ESCAPED = 6
"""Bytes of a code point as ``\\uXXXX``; the longest way in which JSON writes most of them."""

_MARGIN = 1 << 16


def line_limit(settings: Settings) -> int:
    """The longest line, in bytes, that can hold an article of ``settings.max_chars``."""
    return min(settings.max_bytes, _ESCAPED * settings.max_chars + _MARGIN)


def cut_lines(unit: Unit, unit_bytes: int) -> Iterator[Unit]:
    """Pieces of about ``unit_bytes`` that begin and end with lines."""
    with read_errors(), open_bytes(unit.path, unit.compressed) as stream:
        hashed = Hashing(stream) if unit.compressed else None
        start = 0
        while True:
            length = stretch(unit_bytes, start, unit.compressed)
            skip(hashed or stream, length)
            more = rest_of_line(hashed or stream)
            content = hashed.take() if hashed else ""
            if not more:
                size = stream.tell() - start if hashed else unit.size - start
                if size > 0:
                    yield replace(unit, start=start, size=size, content=content)
                return
            stop = start + length + more
            yield replace(unit, start=start, stop=stop, size=stop - start, content=content)
            start = stop


def read_lines(unit: Unit, settings: Settings) -> Iterator[Source | Reject]:
    """The articles of the lines that begin in the unit's stretch, each with the place ``PATH#OFFSET``.

    ``OFFSET`` is the line's first byte in the inflated file. ``raw`` is the record's text field exactly. A
    line that is no JSON object, has no text, or is longer than an article may be, is a reject; blank lines
    are passed over. Raises :class:`RejectError` where the file itself breaks (a cut gzip): what was read
    before stands.
    """
    limit = line_limit(settings)
    with read_errors(), open_bytes(unit.path, unit.compressed) as stream:
        for offset, line in lines_of(stream, unit.start, unit.stop, limit):
            place = f"{unit.name}#{offset}"
            if line is None:
                yield Reject.of(RejectError("read", f"a line of more than {limit} bytes"), place)
            elif not line.isspace():
                yield _record(line, place)


def _record(line: bytes, place: str) -> Source | Reject:
    try:
        decoded = decode(line)
        record = json.loads(decoded.text)
    except RejectError as error:
        return Reject.of(error, place)
    except (ValueError, RecursionError) as error:
        return Reject.of(RejectError("read", f"broken JSON: {error}"), place)
    if not isinstance(record, dict):
        return Reject.of(RejectError("read", f"not a JSON object but a {type(record).__name__}"), place)
    return source_of(record, place, encoding=decoded.encoding, lossy=decoded.lossy)
