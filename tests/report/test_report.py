"""The report: one page, nothing from the network, hostile text shown as it is written."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.article import Source
from bangfu.errors import UsageError
from bangfu.pipeline import process
from bangfu.report import write_report
from bangfu.report.articles import Passage, passages, view
from bangfu.tables import ROW_TABLES
from bangfu.tables.records import Record, article_records, reject_record
from bangfu.tables.write import write_records

RAW = "青石县第一小学校长(zhǎng)田小禾说，云溪市教育局捐赠3万元，图书300册。\n云溪市教育局又投入20.5亿元。"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>&amp;\"'\u202e\x00"


class _Page(HTMLParser):
    """What a browser would make of a page: its tags, ids, links and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "input", "rect"):
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def _records(doc_id: str = "a", raw: str = RAW, title: str | None = "捐赠") -> dict[str, list[Record]]:
    records = article_records(process(Source(doc_id, raw, title=title)))
    return records | {"rejects": [reject_record("b.txt", "b", "decode", f"binary data: {HOSTILE}")]}


def _report(tmp_path: Path, records: dict[str, list[Record]], format: str = "csv") -> str:
    write_records(records, tmp_path / format, [format])
    return write_report(tmp_path / format, tmp_path / f"{format}.html").read_text("utf-8")


def test_the_page_tells_amounts_people_institutions_damage_and_rejects(tmp_path: Path) -> None:
    page = _Page(_report(tmp_path, _records()))
    for words in ("2,050,000,000", "30,000", "田小禾", "云溪市教育局", "pinyin_note", "binary data", "捐赠"):
        assert words in page.words
    assert not page.open


def test_the_page_needs_nothing_from_the_network(tmp_path: Path) -> None:
    text = _report(tmp_path, _records())
    page = _Page(text)
    assert all(link.startswith("#") for link in page.links)
    assert not {"link", "img", "iframe", "object"} & set(page.tags)
    assert "url(" not in text
    assert "@import" not in text
    assert re.search(r"default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'", text)


def test_every_link_leads_to_a_place_on_the_page(tmp_path: Path) -> None:
    page = _Page(_report(tmp_path, _records()))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_hostile_text_shows_as_it_is_written(tmp_path: Path) -> None:
    records = _records(f"a{HOSTILE}", title=HOSTILE)
    for name in ROW_TABLES:
        for row in records[name]:
            for column, value in row.items():
                if isinstance(value, str) and column != "doc_id":
                    row[column] = value + HOSTILE
    text = _report(tmp_path, records)
    page = _Page(text)
    assert page.tags.count("script") == 1
    assert "img" not in page.tags
    assert "<script>alert(1)</script>" in page.words
    assert "\u202e" not in text
    assert "\x00" not in text


def test_equal_tables_give_equal_pages_in_every_format(tmp_path: Path) -> None:
    records = _records() | {"rejects": []}
    pages = {_report(tmp_path, records, format) for format in ("csv", "parquet", "sqlite", "xlsx")}
    assert len(pages) == 1


def test_a_whole_text_is_shown_where_the_run_kept_it(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    raw = RAW + "\n此句没有任何行。"
    assert "此句没有任何行" not in _report(tmp_path, _records(raw=raw))
    texts = pa.table({"doc_id": ["a"], "raw": [raw], "clean": [raw]})
    pq.write_table(texts, tmp_path / "csv" / "texts.parquet")
    assert (
        "此句没有任何行"
        in _Page(write_report(tmp_path / "csv", tmp_path / "x.html").read_text("utf-8")).words
    )


def test_empty_tables_give_a_page(tmp_path: Path) -> None:
    page = _Page(_report(tmp_path, {}))
    assert "Every article was read." in page.words


def test_only_the_articles_with_the_most_rows_are_shown(tmp_path: Path) -> None:
    records = _records("rich")
    for name, rows in _records("poor", "捐赠3万元。").items():
        records[name] = [*records[name], *rows]
    write_records(records, tmp_path / "out")
    text = write_report(tmp_path / "out", tmp_path / "r.html", articles=1).read_text("utf-8")
    assert "The 1 of 2 with the most rows." in text
    assert text.count('<details class="article"') == 1


def test_a_folder_without_tables_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no tables"):
        write_report(tmp_path, tmp_path / "r.html")


_WORDS = st.text(alphabet="捐赠万元张三校长。1", min_size=1, max_size=12)


@given(st.lists(_WORDS, min_size=1, max_size=6), st.data())
def test_sentences_are_put_back_where_their_rows_say(sentences: list[str], data: st.DataObject) -> None:
    """Any places that are found explain every row: its words stand at its offset."""
    clean, rows, at = "", [], 0
    for sentence in sentences:
        clean += sentence
        start = data.draw(st.integers(0, len(sentence) - 1))
        end = data.draw(st.integers(start + 1, len(sentence)))
        words = sentence[start:end]
        rows.append({"start": at + start, "end": at + end, "sentence": sentence, "words": words})
        at += len(sentence)
    found = passages(rows)
    for row in rows:
        places = [p for p in found if p.start <= row["start"] < p.start + len(p.text)]
        assert any(p.text[row["start"] - p.start :].startswith(row["words"]) for p in places)


def test_a_sentence_that_an_article_repeats_stands_in_both_places() -> None:
    row = {"start": 2, "end": 5, "sentence": "捐赠3万元。", "words": "3万元"}
    again = row | {"start": 52, "end": 55}
    assert passages([row, again]) == [Passage(0, "捐赠3万元。"), Passage(50, "捐赠3万元。")]


def test_a_row_whose_words_are_not_written_stands_where_its_neighbours_say() -> None:
    row = {"start": 2, "end": 5, "sentence": "捐赠3万元。", "words": "3万元"}
    other = row | {"start": 0, "end": 2, "words": "某市第二中学"}
    assert passages([row, other]) == [Passage(0, "捐赠3万元。")]


def test_marks_cover_the_words_of_their_rows() -> None:
    records = _records()
    article = {"doc_id": "a", "title": None, "damage": None}
    page = str(view(0, article, {name: records[name] for name in ROW_TABLES}, None))
    assert re.search(r'<a class="money"[^>]*>3万元</a>', page)
    assert re.search(r'<a class="people"[^>]*>田小禾</a>', page)
