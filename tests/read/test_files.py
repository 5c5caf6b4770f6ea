"""Files that hold one article, and files of records: what comes out, and what becomes a reject."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.article import Source
from bangfu.errors import UsageError
from bangfu.read import Reject, sources
from bangfu.read.identity import doc_id_of
from bangfu.read.records import source_of
from bangfu.settings import Settings
from tests.read.samples import parquet, records, warc, write

TEXT = "云杉县第一小学迎来了三名支教老师，还收到了图书。"
DEFAULT = Settings()
SMALL = Settings(max_chars=1_000, max_bytes=100_000)


def read(path: Path, settings: Settings = DEFAULT) -> list[Source | Reject]:
    return list(sources([path], settings))


def only(path: Path, settings: Settings = DEFAULT) -> Source:
    (found,) = read(path, settings)
    assert isinstance(found, Source), found
    return found


def reason(path: Path, settings: Settings = DEFAULT) -> str:
    (found,) = read(path, settings)
    assert isinstance(found, Reject), found
    assert found.stage in ("read", "decode")
    return found.reason


# One article a file ---------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["", ".gz"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_is_its_text_line_ends_and_all(tmp_path: Path, codec: str, suffix: str) -> None:
    text = f"标题\r\n\r\n　　{TEXT}\n"
    data = text.encode(codec)
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(gzip.compress(data) if suffix else data)
    source = only(path)
    assert (source.doc_id, source.raw, source.path, source.lossy) == ("a", text, path.as_posix(), False)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a.csv", "a.parquet", "a.warc"])
def test_an_empty_file_is_a_reject_or_no_record(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    found = read(tmp_path / name)
    if name in ("a.jsonl", "a.warc"):
        return  # a stream without records
    assert len(found) == 1
    assert isinstance(found[0], Reject)


def test_white_space_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" \n\u3000\n", encoding="utf-8")
    assert "white space" in reason(tmp_path / "a.txt")


def test_a_decompression_bomb_is_stopped_at_the_bound(tmp_path: Path) -> None:
    for name in ("a.txt.gz", "a.html.gz", "a.json.gz"):
        path = tmp_path / name
        path.write_bytes(gzip.compress(b" " * 50_000_000))
        assert "after inflating" in reason(path, SMALL)


def test_a_text_that_cannot_be_under_max_chars_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode() * 1000)
    assert "more than 4004 bytes" in reason(tmp_path / "a.txt", SMALL)


def test_binary_data_under_a_text_suffix_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert "PNG" in reason(tmp_path / "a.txt")


# Records --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "x.json",
        "x.json.gz",
        "x.jsonl",
        "x.jsonl.gz",
        "x.csv",
        "x.csv.gz",
        "x.tsv",
        "x.parquet",
        "x.parquet.gz",
    ],
)
def test_every_format_gives_the_same_records(tmp_path: Path, name: str) -> None:
    rows = records(5)
    found = read(write(tmp_path / name, rows))
    assert [
        {
            "id": s.doc_id,
            "url": s.url,
            "title": s.title,
            "date": s.date,
            "byline": s.byline,
            "text": s.raw,
        }
        for s in found
        if isinstance(s, Source)
    ] == rows
    assert len({s.path for s in found if isinstance(s, Source)}) == 5


@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x.csv", "x.tsv"])
@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030"])
def test_records_come_in_chinese_encodings_too(tmp_path: Path, name: str, codec: str) -> None:
    rows = records(5)
    found = read(write(tmp_path / name, rows, codec))
    assert [s.raw for s in found if isinstance(s, Source)] == [row["text"] for row in rows]


def test_a_table_in_utf16_is_read(tmp_path: Path) -> None:
    rows = records(5)
    found = read(write(tmp_path / "x.tsv", rows, "utf-16"))
    assert [s.raw for s in found if isinstance(s, Source)] == [row["text"] for row in rows]


@pytest.mark.parametrize("key", ["text", "content", "BODY", "Article", "正文", "内容"])
def test_the_text_has_many_names(key: str) -> None:
    source = source_of({"x": 1, key: TEXT}, "p")
    assert isinstance(source, Source)
    assert source.raw == TEXT


def test_a_record_is_named_by_its_id_else_its_url_else_its_text() -> None:
    named = [
        source_of({"doc_id": 12, "url": "u", "text": TEXT}, "p"),
        source_of({"id": "", "url": "u", "text": TEXT}, "p"),
        source_of({"text": TEXT}, "p"),
        source_of({"id": 12.0, "text": TEXT}, "p"),
    ]
    ids = [source.doc_id for source in named if isinstance(source, Source)]
    assert ids == ["12", doc_id_of("u"), doc_id_of(TEXT), "12"]


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ({}, "without a text"),
        ({"title": "x"}, "without a text: none of the fields is one (title)"),
        ({"text": ""}, "it is empty"),
        ({"text": None}, "it is empty"),
        ({"text": " \n"}, "white space"),
        ({"text": ["支教"]}, "no string but a list"),
        ({"text": 7}, "no string but a int"),
    ],
)
def test_a_record_without_a_text_is_a_reject(record: dict[str, Any], why: str) -> None:
    found = source_of(record, "p")
    assert isinstance(found, Reject)
    assert why in found.reason


def test_half_of_a_character_is_replaced_and_told() -> None:
    found = source_of(
        json.loads('{"text": "支\\\\ud83d教", "title": "\\\\udc00"}'.replace("\\\\", "\\")), "p"
    )
    assert isinstance(found, Source)
    assert (found.raw, found.title, found.lossy) == ("支\ufffd教", "\ufffd", True)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "id", "title", "url", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["text", "id", "title", "date", "author", "url", "x"]), JSON))
def test_any_record_gives_an_article_or_a_reject(record: dict[str, Any]) -> None:
    found = source_of(record, "p")
    if isinstance(found, Source):
        assert found.raw.strip()
        assert found.doc_id
        for value in (found.title, found.date, found.byline, found.url, found.doc_id):
            assert value is None or isinstance(value, str)


# JSON -----------------------------------------------------------------------------------------------


def test_bad_lines_are_rejects_and_the_others_are_read(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT})
    bad = ["{", "[1]", "7", "{'text': 'x'}", '{"text": "\x00"}', "{}", "[" * 100_000]
    (tmp_path / "a.jsonl").write_text("\n".join([good, "", *bad, good]), encoding="utf-8")
    found = read(tmp_path / "a.jsonl")
    assert [type(item).__name__ for item in found] == ["Source", *["Reject"] * len(bad), "Source"]


def test_a_line_longer_than_an_article_is_a_reject(tmp_path: Path) -> None:
    with open(tmp_path / "a.jsonl", "wb") as file:
        file.write(b'{"text": "' + b"x" * 2_000_000 + b'"}\n' + json.dumps({"text": TEXT}).encode())
    first, second = read(tmp_path / "a.jsonl", SMALL)
    assert isinstance(first, Reject)
    assert "a line of more than" in first.reason
    assert isinstance(second, Source)


def test_a_json_object_is_one_article_named_by_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT}), encoding="utf-8")
    assert only(tmp_path / "a.json").doc_id == "a"


@pytest.mark.parametrize("content", ['{"total": 2, "articles": [%s, %s]}', "%s\n%s", "[%s,%s]", "%s,%s"])
def test_lists_of_records_in_json_come_in_several_forms(tmp_path: Path, content: str) -> None:
    record = json.dumps({"text": TEXT})
    (tmp_path / "a.json").write_text(content % (record, record), encoding="utf-8")
    assert [s.raw for s in read(tmp_path / "a.json") if isinstance(s, Source)] == [TEXT, TEXT]


@pytest.mark.parametrize("content", ["{", "[]", '"x"', "[" * 100_000, '{"a": {}}', "nul"])
def test_json_that_holds_no_article_is_a_reject(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    assert reason(tmp_path / "a.json")


# CSV ------------------------------------------------------------------------------------------------


def table(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_an_open_quote_costs_one_row_and_not_the_rest(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", "id,text", "1,甲校。", '2,"乙校。', "3,丙校。", "4,丁校。")
    found = read(path)
    assert [s.raw for s in found if isinstance(s, Source)] == ["甲校。", "丙校。", "丁校。"]
    assert len(found) == 4


def test_quotes_in_the_wrong_place_and_missing_fields_are_rejects(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", "id,text", '1,"甲"校"', "2", "3,丙,校", "4,丁校。,,")
    assert [type(item).__name__ for item in read(path)] == ["Reject", "Reject", "Reject", "Source"]


def test_the_rest_of_a_broken_row_is_no_article(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", "id,text", '1,"甲"校', '来了,老师"', "2,乙校。")
    assert [type(item).__name__ for item in read(path)] == ["Reject", "Reject", "Source"]


def test_a_nul_in_a_row_is_a_reject(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", "id,text", "1,甲校。", "2,乙\x00校。", "3,丙校。")
    first, second, third = read(path)
    assert isinstance(second, Reject)
    assert "NUL" in second.reason
    assert isinstance(first, Source)
    assert isinstance(third, Source)


def test_a_field_longer_than_the_csv_modules_own_bound_is_read(tmp_path: Path) -> None:
    text = TEXT * 10_000
    assert only(table(tmp_path / "a.csv", "text", text)).raw == text


def test_a_row_longer_than_an_article_is_a_reject(tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.csv", "id,text", "1," + "x" * 500_000, "2,乙校。", '3,"' + "x\n" * 60_000, "4,丁校。"
    )
    found = read(path, SMALL)
    assert [s.raw for s in found if isinstance(s, Source)][:1] == ["乙校。"]
    assert [s.raw for s in found if isinstance(s, Source)][-1] == "丁校。"
    assert isinstance(found[0], Reject)
    assert isinstance(found[2], Reject)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_seen_in_the_header(tmp_path: Path, delimiter: str) -> None:
    path = table(
        tmp_path / "a.csv", f"id{delimiter}标题{delimiter}正文", f"1{delimiter}简讯{delimiter}甲校。"
    )
    source = only(path)
    assert (source.doc_id, source.title, source.raw) == ("1", "简讯", "甲校。")


def test_a_table_without_a_column_of_texts_is_one_reject(tmp_path: Path) -> None:
    assert "no column of texts" in reason(table(tmp_path / "a.csv", "id,name", "1,x", "2,y"))


# Parquet --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", [4, 100, -10])
def test_a_broken_parquet_file_is_a_reject(tmp_path: Path, cut: int) -> None:
    (tmp_path / "a.parquet").write_bytes(parquet(records(20))[:cut])
    assert "Parquet" in reason(tmp_path / "a.parquet")


def test_parquet_without_a_column_of_texts_is_one_reject(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(parquet([{"id": 1}, {"id": 2}]))
    assert "no column of texts" in reason(tmp_path / "a.parquet")


def test_texts_that_parquet_keeps_as_bytes_are_decoded(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(parquet([{"id": 1, "text": TEXT.encode("gbk")}]))
    source = only(tmp_path / "a.parquet")
    assert (source.raw, source.encoding) == (TEXT, "gb18030")


# WARC -----------------------------------------------------------------------------------------------


def test_a_page_of_an_archive_keeps_its_url_and_is_named_by_it(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(warc(records(1)))
    source = only(tmp_path / "a.warc")
    assert (source.url, source.doc_id) == ("https://example.org/0", doc_id_of("https://example.org/0"))
    assert source.title == "支教第0期"
    assert "云杉县第0小学" in source.raw


def test_pages_that_were_not_found_are_rejects(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(warc(records(2), status="404 Not Found"))
    assert [item.reason for item in read(tmp_path / "a.warc") if isinstance(item, Reject)] == [
        "HTTP status 404"
    ] * 2


@pytest.mark.parametrize("gzipped", [False, True])
def test_an_archive_that_is_cut_keeps_what_is_whole(tmp_path: Path, gzipped: bool) -> None:
    data = warc(records(4), gzipped)
    path = tmp_path / ("a.warc.gz" if gzipped else "a.warc")
    path.write_bytes(data[: len(data) * 5 // 8])
    found = read(path)
    assert sum(isinstance(item, Source) for item in found) == 2
    assert isinstance(found[-1], Reject)


@pytest.mark.parametrize("gzipped", [False, True])
def test_a_broken_record_of_an_archive_costs_no_other(tmp_path: Path, gzipped: bool) -> None:
    rows = records(5)
    pieces = [warc([row], gzipped) for row in rows]
    head = (b"\x1f\x8b\x08", b"\x1f\x8b\x07") if gzipped else (b"HTTP/1.1 200", b"1.1")
    pieces[2] = pieces[2].replace(*head)
    path = tmp_path / ("a.warc.gz" if gzipped else "a.warc")
    path.write_bytes(b"".join(pieces))
    found = read(path)
    titles = [item.title for item in found if isinstance(item, Source)]
    assert titles == ["支教第0期", "支教第1期", "支教第3期", "支教第4期"]
    assert any(isinstance(item, Reject) for item in found)


def test_what_is_no_archive_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_text("支教老师来了。", encoding="utf-8")
    assert "WARC" in reason(tmp_path / "a.warc")


# All together ---------------------------------------------------------------------------------------


def test_articles_in_are_articles_out_plus_rejects(tmp_path: Path) -> None:
    for name in ("a.json", "b.jsonl", "c.csv.gz", "d.parquet", "e.warc"):
        write(tmp_path / name, records(6))
    (tmp_path / "f.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "g.txt").write_bytes(b"\x89PNG")
    (tmp_path / "h.doc").write_text(TEXT, encoding="utf-8")
    found = read(tmp_path)
    assert len(found) == 5 * 6 + 3
    assert sum(isinstance(item, Reject) for item in found) == 2


def test_reading_is_lazy(tmp_path: Path) -> None:
    """The first article comes before the last file is touched."""
    write(tmp_path / "a.jsonl", records(3))
    (tmp_path / "b.jsonl").symlink_to(tmp_path / "missing.jsonl")
    assert isinstance(next(sources([tmp_path], Settings())), Source)


def test_a_missing_input_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        list(sources([tmp_path / "missing"], Settings()))
