"""A .json file: one record, a list of records, or a list inside of an envelope."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bangfu.article import Source
from bangfu.errors import RejectError
from bangfu.read.decode import Decoded, decode
from bangfu.read.records import holds_text, source_of
from bangfu.read.reject import Reject
from bangfu.read.streams import read_whole
from bangfu.read.unit import Unit
from bangfu.settings import Settings


def read_json(unit: Unit, settings: Settings) -> Iterator[Source | Reject]:
    """The articles of a JSON file, which is held whole: a large collection belongs into jsonl.

    A single object is one article, named by its id or else the file's stem. A list, or the only list of
    objects in an object without a text (``{"articles": [...]}``), is many, each with the place
    ``PATH#NUMBER`` from 0. A file of several objects one after another is read as if they were a list.
    ``raw`` is the record's text field exactly. Raises :class:`RejectError` for a file that is no JSON, or
    larger than ``settings.max_bytes``.
    """
    decoded = decode(read_whole(unit.path, unit.compressed, settings.max_bytes))
    content = _parse(decoded.text)
    if isinstance(content, dict) and not holds_text(content):
        content = _enveloped(content)
    if isinstance(content, dict):
        yield source_of(content, unit.name, unit.doc_id, decoded.encoding, decoded.lossy)
    elif isinstance(content, list):
        if not content:
            raise RejectError("read", "an empty list")
        for number, record in enumerate(content):
            yield _record(record, f"{unit.name}#{number}", decoded)
    else:
        raise RejectError("read", f"neither an object nor a list but a {type(content).__name__}")


def _parse(text: str) -> Any:
    decoder = json.JSONDecoder()
    try:
        content, end = decoder.raw_decode(text, _blank(text, 0))
        contents = [content]
        while (start := _blank(text, end)) < len(text):
            content, end = decoder.raw_decode(text, start)
            contents.append(content)
    except (ValueError, RecursionError) as error:
        raise RejectError("read", f"broken JSON: {error}") from error
    return contents[0] if len(contents) == 1 else contents


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n,":
        at += 1
    return at


def _enveloped(content: dict[str, Any]) -> Any:
    lists = [value for value in content.values() if isinstance(value, list) and value]
    found = [value for value in lists if all(isinstance(item, dict) for item in value)]
    return found[0] if len(found) == 1 else content


def _record(record: Any, place: str, decoded: Decoded) -> Source | Reject:
    if isinstance(record, dict):
        return source_of(record, place, "", decoded.encoding, decoded.lossy)
    error = RejectError("read", f"not a JSON object but a {type(record).__name__}")
    return Reject.of(error, place)
