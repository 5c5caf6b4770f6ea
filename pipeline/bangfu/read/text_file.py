"""A .txt file: one article, its text as it stands in the file."""

from __future__ import annotations

from collections.abc import Iterator

from bangfu.article import Source
from bangfu.errors import RejectError
from bangfu.read.decode import decode
from bangfu.read.streams import read_whole
from bangfu.read.unit import Unit
from bangfu.settings import Settings

_WIDEST = 4
"""Bytes that a code point may take, in any encoding of Chinese text."""


def read_text(unit: Unit, settings: Settings) -> Iterator[Source]:
    """The article of a text file; ``raw`` is the whole decoded file.

    Raises :class:`RejectError` for a file that is empty, binary, too long for ``settings.max_chars`` or
    ``max_bytes``, or that cannot be opened.
    """
    limit = min(settings.max_bytes, _WIDEST * (settings.max_chars + 1))
    decoded = decode(read_whole(unit.path, unit.compressed, limit))
    if not decoded.text.strip():
        raise RejectError("read", "the file holds only white space")
    yield Source(unit.doc_id, decoded.text, unit.name, encoding=decoded.encoding, lossy=decoded.lossy)
