"""A record of JSON, CSV or Parquet becomes a source: which of its fields holds what."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bangfu.article import Source
from bangfu.dictionary import SURROGATE
from bangfu.errors import RejectError
from bangfu.read.decode import decode
from bangfu.read.identity import doc_id_of
from bangfu.read.reject import Reject

FIELDS: dict[str, tuple[str, ...]] = {
    "doc_id": ("id", "doc_id", "docid", "_id", "编号"),
    "text": ("text", "content", "body", "article", "正文", "内容", "文本"),
    "title": ("title", "headline", "标题"),
    "date": ("date", "pubtime", "publish_time", "pub_time", "published", "time", "时间", "日期", "发布时间"),
    "byline": ("byline", "author", "authors", "作者", "记者"),
    "url": ("url", "link", "链接", "网址"),
}
"""The names under which crawls keep each field, the first that is filled wins; case does not matter."""


def source_of(
    record: Mapping[Any, Any], path: str, doc_id: str = "", encoding: str = "utf-8", lossy: bool = False
) -> Source | Reject:
    """The article of one record; ``raw`` is its text field exactly.

    The article is named by the record's id, else by ``doc_id``, else by a hash of its URL, else of its text.
    A record without a text, or whose text is no string, is a reject. A lone surrogate (half of a character
    that JSON wrote as two escapes) becomes U+FFFD, and the source is marked as lossy.

    >>> source = source_of({"ID": 7, "Content": "支教。", "标题": "简讯"}, "a.jsonl#0")
    >>> source.doc_id, source.raw, source.title
    ('7', '支教。', '简讯')
    """
    fields = _places(tuple(record))
    named = _string(_first(record, fields["doc_id"])) or doc_id
    text = _first(record, fields["text"])
    if text is None or text in ("", b""):
        names = ", ".join(str(key) for key in record)[:80]
        known = "it is empty" if fields["text"] else f"none of the fields is one ({names})"
        return Reject.of(RejectError("read", f"a record without a text: {known}"), path, named)
    if isinstance(text, bytes):
        # Parquet writers that declare no type keep strings as bytes.
        try:
            decoded = decode(text)
        except RejectError as error:
            return Reject.of(error, path, named)
        text, encoding, lossy = decoded.text, decoded.encoding, decoded.lossy
    if not isinstance(text, str):
        wrong = RejectError("read", f"the text of the record is no string but a {type(text).__name__}")
        return Reject.of(wrong, path, named)
    if not text.strip():
        return Reject.of(RejectError("read", "the text of the record is only white space"), path, named)
    if not text.isascii() and SURROGATE.search(text):
        text, lossy = SURROGATE.sub("\ufffd", text), True
    url = _string(_first(record, fields["url"]))
    return Source(
        named or doc_id_of(url or text),
        text,
        path,
        title=_string(_first(record, fields["title"])),
        date=_string(_first(record, fields["date"])),
        byline=_string(_first(record, fields["byline"])),
        url=url,
        encoding=encoding,
        lossy=lossy,
    )


@lru_cache(maxsize=64)
def _places(keys: tuple[Any, ...]) -> dict[str, tuple[Any, ...]]:
    """For each field of a source, the keys of the record that may hold it, best first."""
    by_name = {str(key).strip().lower(): key for key in reversed(keys)}
    return {field: tuple(by_name[n] for n in names if n in by_name) for field, names in FIELDS.items()}


def holds_text(record: Mapping[Any, Any]) -> bool:
    """Whether one of the keys is a name for the text."""
    return bool(_places(tuple(record))["text"])


def known_fields(keys: tuple[Any, ...]) -> list[Any]:
    """The keys, in their order, that hold a field of a source: the columns that are worth reading."""
    wanted = {key for places in _places(keys).values() for key in places}
    return [key for key in keys if key in wanted]


def _first(record: Mapping[Any, Any], keys: tuple[Any, ...]) -> Any:
    for key in keys:
        value = record[key]
        if value is not None and value not in ("", b""):
            return value
    return None


def _string(value: Any) -> str | None:
    """A field besides the text as a string; lists of names are joined."""
    if value is None or isinstance(value, (dict, bool)):
        return None
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, (list, tuple)):
        return "、".join(str(item) for item in value if item) or None
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # an id column with gaps comes from pandas as floats
    return SURROGATE.sub("\ufffd", str(value)).strip() or None
