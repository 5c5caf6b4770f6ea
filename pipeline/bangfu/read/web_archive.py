"""A .warc file, as crawlers write it: one article a page that was fetched."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from bangfu.article import Source
from bangfu.errors import RejectError
from bangfu.read.decode import decode
from bangfu.read.html_page import MAX_PAGE, Page, parse
from bangfu.read.identity import doc_id_of
from bangfu.read.reject import Reject
from bangfu.read.streams import open_bytes, read_errors
from bangfu.read.unit import Unit
from bangfu.settings import Settings

_KINDS = frozenset(("response", "resource", "conversion"))
"""The records that hold content; the others tell of requests, of the crawl, and of pages seen before."""

_NO_ARTICLE = re.compile(
    r"(?:image|audio|video|font)/|text/css|(?:text|application)/(?:x-)?(?:java|ecma)script"
)
"""Parts of pages: passed over as the request records are. Any other type that is no text is a reject."""

_TEXT = re.compile(r"text/|application/(?:xhtml\+)?xml|application/http")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,30})", re.I)
_MEMBER, _RECORD = b"\x1f\x8b\x08", b"WARC/1."
_WINDOW = 1 << 20
_LENGTH = re.compile(rb"^content-length:\s*(\d{1,18})", re.I | re.M)
_HEADER = 1 << 16


def read_archive(unit: Unit, settings: Settings) -> Iterator[Source | Reject]:
    """The articles of the records that begin in the unit's stretch, each with the place ``PATH#OFFSET``.

    ``OFFSET`` is in the bytes of the file itself (compressed, where each record is a gzip member). ``raw`` is
    what :func:`bangfu.read.html_page.parse` finds on a page, or the whole of a plain text; the article is
    named by a hash of its URL. A page with an HTTP status other than 200 to 299, of another type than text,
    cut short, or without text, is a reject, and so is a broken record; reading goes on at the next one, but
    for an archive that is one single gzip. Raises :class:`RejectError` for a broken gzip.
    """
    whole = unit.compressed and unit.start == 0 and unit.stop is None and _is_one_gzip(unit)
    with read_errors(), open_bytes(unit.path, whole) as stream:
        at: int | None = unit.start
        while at is not None and (unit.stop is None or at < unit.stop):
            stream.seek(at)
            try:
                for items in _items(stream, unit, settings):
                    yield from items
                return
            except _BrokenRecordError as error:
                yield Reject(f"{unit.name}#{error.offset}", "", "read", f"broken WARC: {error}")
                # The parser may tell an offset before the one it was put at: each search begins behind both.
                behind = max(error.offset, at) + 1
                at = None if whole else _found(stream, behind, _MEMBER if unit.compressed else _RECORD)


def cut_archive(unit: Unit, unit_bytes: int) -> Iterator[Unit]:
    """Pieces of about ``unit_bytes`` of the file, that begin and end with records.

    A gzip is cut where a member begins that inflates to a record; one that is a single member stays whole.
    """
    with read_errors(), open_bytes(unit.path, False) as stream:
        start = 0
        while (stop := _border(stream, start, start + unit_bytes, unit.compressed)) is not None:
            yield replace(unit, start=start, stop=stop, size=stop - start)
            start = stop
        yield replace(unit, start=start, size=unit.size - start)


class _BrokenRecordError(Exception):
    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.offset = offset


def _items(stream: IO[bytes], unit: Unit, settings: Settings) -> Iterator[list[Source | Reject]]:
    """What each record of the unit gives."""
    from warcio.archiveiterator import ArchiveIterator

    records = ArchiveIterator(stream)
    while True:
        try:
            record = next(records, None)
        except Exception as error:  # warcio meets broken headers with whatever their parsing raises
            reason = (str(error).strip() or type(error).__name__).splitlines()[0]
            raise _BrokenRecordError(reason, records.offset) from error
        if record is None or (unit.stop is not None and records.offset >= unit.stop):
            return
        place = f"{unit.name}#{records.offset}"
        url = record.rec_headers.get_header("WARC-Target-URI")
        try:
            with read_errors():
                found: list[Source | Reject] = list(_record(record, place, url, settings))
        except RejectError as error:
            found = [Reject.of(error, place, doc_id_of(url) if url else "")]
        yield found


def _record(record: Any, place: str, url: str | None, settings: Settings) -> Iterator[Source]:
    if record.rec_type not in _KINDS:
        return
    headers = record.http_headers or record.rec_headers
    kind = (headers.get_header("Content-Type") or "text/html").lower()
    if _NO_ARTICLE.match(kind):
        return
    status = record.http_headers.get_statuscode() if record.http_headers else ""
    if status and not status.startswith("2"):
        raise RejectError("read", f"HTTP status {status}")
    if not _TEXT.match(kind):
        raise RejectError("read", f"no text but {kind[:60]}")
    limit = min(settings.max_bytes, MAX_PAGE)
    data = record.content_stream().read(limit + 1)
    if len(data) > limit:
        raise RejectError("read", f"more than {limit} bytes")
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise RejectError("read", "the record is cut short")
    charset = _CHARSET.search(kind)
    decoded = decode(data, charset[1] if charset else None)
    page = Page(decoded.text) if kind.startswith("text/plain") else parse(decoded.text)
    if not page.text.strip():
        raise RejectError("read", "a page without text")
    yield Source(
        doc_id_of(url or page.url or page.text),
        page.text,
        place,
        title=page.title,
        date=page.date,
        byline=page.byline,
        url=url or page.url,
        encoding=decoded.encoding,
        lossy=decoded.lossy,
    )


def _border(stream: IO[bytes], start: int, at: int, compressed: bool) -> int | None:
    """The first record that begins at ``at`` or behind it; ``start`` is where some record before begins."""
    if compressed:
        return _found(stream, at, _MEMBER)
    while start < at:
        stream.seek(start)
        header, end, _ = stream.read(_HEADER).partition(b"\r\n\r\n")
        length = _LENGTH.search(header)
        if not end or not length:
            return None
        start += len(header) + len(end) + int(length[1]) + 4
    stream.seek(start)
    return start if stream.read(5) == b"WARC/" else None


def _found(stream: IO[bytes], at: int, mark: bytes) -> int | None:
    """Where the next record begins, by its first bytes; a gzip member counts if it inflates to a record."""
    while True:
        stream.seek(at)
        window = stream.read(_WINDOW)
        found = -1
        while (found := window.find(mark, found + 1)) >= 0:
            if mark == _RECORD:
                return at + found
            stream.seek(at + found)
            if _inflated(stream.read(1024), 5) == b"WARC/":
                return at + found
        if len(window) < _WINDOW:
            return None
        at += _WINDOW - len(mark)


def _inflated(data: bytes, length: int) -> bytes:
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(data, length)
    except zlib.error:
        return b""


def _is_one_gzip(unit: Unit) -> bool:
    """Whether the first member holds more than its first record: then no record can be sought in the file."""
    with open_bytes(unit.path, False) as stream:
        head = _inflated(stream.read(_WINDOW), _WINDOW)
    header, _, body = head.partition(b"\r\n\r\n")
    length = _LENGTH.search(header)
    return length is not None and len(body) > int(length[1]) + 4
