"""An article's rows as plain records: one dictionary a row, in the columns of the schema."""

from __future__ import annotations

import hashlib
from decimal import Decimal, InvalidOperation
from typing import Any

from bangfu.article import Article, Row, Source
from bangfu.tables.schema import ROW_TABLES, TABLES

Record = dict[str, Any]

_COMMON = {"start", "end", "raw_start", "raw_end", "sentence", "rule", "score"}
_OWN = {
    name: tuple(
        (c, kind == "number") for c, kind in TABLES[name].columns if c not in _COMMON and c != "doc_id"
    )
    for name in ROW_TABLES
}
_DECIMALS = Decimal("0.000001")


def number(value: Decimal | None) -> float | None:
    """A decimal as the float whose shortest spelling is that decimal again, rounded to six decimals.

    A float64 holds every decimal of up to 15 significant digits so; where it cannot (a longer string of
    digits) the answer is ``None``: an empty cell beside the text as written, never a value nearly right.

    >>> number(Decimal("18310000")), number(Decimal("11.1")), number(Decimal("12345678901234567891"))
    (18310000.0, 11.1, None)
    """
    if value is None:
        return None
    try:
        rounded = value if value == value.to_integral_value() else value.quantize(_DECIMALS)
    except InvalidOperation:  # more digits than the decimal context holds, or not a number
        return None
    result = float(rounded)
    return result if rounded.is_finite() and Decimal(repr(result)) == rounded else None


def article_records(article: Article) -> dict[str, list[Record]]:
    """Every table of one article but ``rejects``: records in the order of the schema's sort keys.

    Offsets are code points: ``start, end`` in clean text, ``raw_start, raw_end`` in raw text. Lone
    surrogates, which no file can hold, become U+FFFD.

    >>> from bangfu.pipeline import extract
    >>> row = article_records(extract("某校获捐赠3万元。", "a"))["money"][0]
    >>> row["text"], row["cny"], row["raw_start"], row["sentence"]
    ('3万元', 30000.0, 5, '某校获捐赠3万元。')
    """
    tables = {"articles": [_article_record(article)]}
    for name in ROW_TABLES:
        rows: tuple[Row, ...] = getattr(article, name)
        tables[name] = [_row_record(article, row, _OWN[name]) for row in rows]
    tables["repairs"] = _repair_records(article)
    for name, records in tables.items():
        if len(records) > 1:
            key = TABLES[name].sort_key[1:]
            records.sort(key=lambda r, key=key: [(v is not None, v) for v in map(r.get, key)])  # type: ignore[misc]
    if not _encodable(article.source):
        tables = {name: [_without_surrogates(r) for r in records] for name, records in tables.items()}
    return tables


def reject_record(source: str, doc_id: str | None, stage: str, reason: str) -> Record:
    """The record of an article that could not be read or processed.

    >>> reject_record("crawl/a.txt", "a", "decode", "no encoding fits")["stage"]
    'decode'
    """
    return _without_surrogates({"source": source, "doc_id": doc_id, "stage": stage, "reason": reason})


def _article_record(article: Article) -> Record:
    source, text = article.source, article.text
    return {
        "doc_id": source.doc_id,
        "source": source.path or source.url or None,
        "title": article.document.title,
        "date": source.date or None,
        "byline": article.document.byline,
        "lang": article.document.lang,
        "encoding": source.encoding,
        "chars_raw": len(source.raw),
        "chars_clean": len(text.clean),
        "sentences": len(article.document.sentences),
        "damage": ";".join(text.damage) or None,
        "lossy": source.lossy or text.lossy,
        "duplicate_of": article.duplicate_of,
        "sha256": hashlib.sha256(text.clean.encode("utf-8", "surrogatepass")).hexdigest(),
    }


def _row_record(article: Article, row: Row, own: tuple[tuple[str, bool], ...]) -> Record:
    text = article.text
    record: Record = {"doc_id": article.source.doc_id}
    for column, is_number in own:
        value = getattr(row, column)
        record[column] = number(value) if is_number else None if value == "" else value
    record["start"], record["end"] = row.start, row.end
    record["raw_start"], record["raw_end"] = text.to_raw(row.start, row.end)
    record["sentence"] = article.sentence_of(row)
    record["rule"], record["score"] = row.rule, round(row.score, 4)
    return record


def _repair_records(article: Article) -> list[Record]:
    text, doc_id = article.text, article.source.doc_id
    records = []
    for edit in text.edits:
        start, end = text.to_clean(edit.start, edit.end)
        records.append(
            {
                "doc_id": doc_id,
                "kind": edit.kind,
                "before": text.raw[edit.start : edit.end] or None,
                "after": edit.replacement or None,
                "confidence": round(edit.confidence, 4),
                "start": start,
                "end": end,
                "raw_start": edit.start,
                "raw_end": edit.end,
            }
        )
    return records


def _encodable(source: Source) -> bool:
    words = (source.raw, source.doc_id, source.path, source.title, source.byline, source.date, source.url)
    try:
        for word in words:
            if word and not word.isascii():
                word.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _without_surrogates(record: Record) -> Record:
    return {
        k: v.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(v, str) else v
        for k, v in record.items()
    }
