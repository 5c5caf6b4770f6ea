"""Bytes from files, plain or gzip, never more of them in memory than a bound allows."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from typing import IO, Protocol, cast

from bangfu.errors import RejectError

_CHUNK = 1 << 20


def open_bytes(path: str, compressed: bool) -> IO[bytes]:
    """Open a file for reading; a gzip is inflated on the way. Wrap the use in :func:`read_errors`."""
    if compressed:
        return cast(IO[bytes], gzip.open(path, "rb"))
    return open(path, "rb", buffering=_CHUNK)


@contextmanager
def read_errors() -> Iterator[None]:
    """Turn what disks and gzip raise into a :class:`RejectError` that says so."""
    try:
        yield
    except EOFError as error:
        raise RejectError("read", "broken gzip: it ends before its end mark") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise RejectError("read", f"broken gzip: {error}") from error
    except OSError as error:
        raise RejectError("read", f"cannot be opened: {error.strerror or error}") from error


def read_whole(path: str, compressed: bool, limit: int) -> bytes:
    """All bytes of a file that holds one article, inflated.

    Raises :class:`RejectError` where there are more than ``limit`` (a decompression bomb is stopped there),
    or none, or the disk or gzip fails.
    """
    with read_errors(), open_bytes(path, compressed) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise RejectError("read", f"more than {limit} bytes{' after inflating' if compressed else ''}")
    if not data:
        raise RejectError("read", "the file is empty")
    return data


def skip(stream: Readable, count: int) -> None:
    """Go ``count`` bytes ahead; a gzip has to be inflated on the way, here in large pieces."""
    if isinstance(stream, BufferedReader):
        stream.seek(count, 1)
        return
    while count > 0 and (chunk := stream.read(min(count, _CHUNK))):
        count -= len(chunk)


class Hashing:
    """A stream that hashes what is read from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()

    def read(self, size: int) -> bytes:
        """Read as the stream does."""
        data = self._stream.read(size)
        self._hash.update(data)
        return data

    def readline(self, size: int) -> bytes:
        """Read a line as the stream does."""
        line = self._stream.readline(size)
        self._hash.update(line)
        return line

    def take(self) -> str:
        """The hash of all that was read since the last call."""
        digest, self._hash = self._hash.hexdigest(), hashlib.sha256()
        return digest


class Readable(Protocol):
    """What reading line by line needs of a stream."""

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes."""

    def readline(self, size: int, /) -> bytes:
        """A line, or its first ``size`` bytes."""


def rest_of_line(stream: Readable) -> int:
    """Read to the end of the current line, however long; the number of bytes passed over."""
    count = 0
    while chunk := stream.readline(_CHUNK):
        count += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return count


def stretch(unit_bytes: int, start: int, compressed: bool) -> int:
    """How long the piece of a file should be that begins at ``start``.

    A piece of a gzip can only be reached by inflating all before it. Pieces that grow with their distance
    keep that below 32 times the inflating of the piece itself, a tenth of the work on its articles.
    """
    return max(unit_bytes, start // 32) if compressed else unit_bytes


def lines_of(
    stream: IO[bytes], start: int, stop: int | None, limit: int
) -> Iterator[tuple[int, bytes | None]]:
    """The lines that begin in ``[start, stop)`` of a stream, with their offsets; None for one over ``limit``.

    Any cutting of a file gives each line to exactly one piece, because a line belongs to the piece that holds
    its first byte. ``limit`` is in bytes with the line's end; a longer line is passed over, not held.

    >>> from io import BytesIO
    >>> text = b"one\\ntwo\\nthree"
    >>> [list(lines_of(BytesIO(text), a, b, 100)) for a, b in ((0, 4), (4, 6), (6, None))]
    [[(0, b'one\\n')], [(4, b'two\\n')], [(8, b'three')]]
    """
    at = 0
    if start:
        # From the byte before: where that one ends a line, the line at `start` is ours.
        skip(stream, start - 1)
        at = start - 1 + rest_of_line(stream)
    while stop is None or at < stop:
        line = stream.readline(limit + 1)
        if not line:
            return
        begin = at
        at += len(line)
        if len(line) <= limit:
            yield begin, line
            continue
        if not line.endswith(b"\n"):
            at += rest_of_line(stream)
        yield begin, None
