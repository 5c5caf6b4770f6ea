"""Tables on disk: the same rows in every format, the same bytes each time."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from bangfu.errors import UsageError
from bangfu.tables import FORMATS, TABLES, Tables
from bangfu.tables.frames import arrow_table
from bangfu.tables.write import write_records, write_tables

COMMON = {
    "start": 0,
    "end": 3,
    "raw_start": 0,
    "raw_end": 5,
    "sentence": "一句。",
    "rule": "test",
    "score": 1.0,
}
MONEY = [
    dict(
        doc_id="a", text="3万元", cny=30000.0, cny_max=None, amount=None, currency="CNY", approx=None,
        action="捐赠", payer="=SUM(A1)", payee="#N/A", purpose='含"引号"，逗号,\r和换行\n', **COMMON,
    ),
    dict(
        doc_id="b", text="1.5元", cny=1.5, cny_max=1e22, amount=None, currency="CNY", approx="over",
        action=None, payer="+1", payee="@x", purpose="NA", **COMMON,
    ),
]  # fmt: skip
ARTICLES = [dict.fromkeys(TABLES["articles"].names) | {"doc_id": "a", "lossy": False, "chars_raw": 9}]
RECORDS = {"money": MONEY, "articles": ARTICLES}


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_reads_back_as_the_same_frame(tmp_path: Path, format: str) -> None:
    tables = write_records(RECORDS, tmp_path, [format])
    assert tables.names() == tuple(TABLES)
    money = tables["money"]
    assert money["cny"].tolist() == [30000.0, 1.5]
    assert money["cny_max"].isna().tolist() == [True, False]
    assert money["payer"].tolist() == ["=SUM(A1)", "+1"]
    assert money["purpose"].tolist()[1] == "NA"
    assert tables["articles"]["lossy"].tolist() == [False]
    assert len(tables["people"]) == 0
    assert tables.read("money", ["cny"], docs=["b"])["cny"].tolist() == [1.5]
    expected = write_records(RECORDS, tmp_path / "other", ["parquet"])
    for name in TABLES:
        pd.testing.assert_series_equal(tables[name].dtypes, expected[name].dtypes)


@pytest.mark.parametrize("format", ["csv", "parquet", "sqlite"])
def test_quotes_commas_and_line_breaks_survive(tmp_path: Path, format: str) -> None:
    assert write_records(RECORDS, tmp_path, [format])["money"]["purpose"][0] == MONEY[0]["purpose"]


def test_equal_rows_give_equal_bytes_however_they_are_batched(tmp_path: Path) -> None:
    table = arrow_table("money", MONEY * 40)
    for out, size in (("one", 1), ("many", 33)):
        batches = {"money": lambda size=size: table.to_batches(max_chunksize=size)}
        write_tables(batches, tmp_path / out, FORMATS)
    files = sorted(p.name for p in (tmp_path / "one").iterdir())
    assert len(files) == 2 * len(TABLES) + 2
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "many" / name).read_bytes(), name


def test_row_groups_are_cut_at_a_fixed_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pyarrow.parquet as pq

    monkeypatch.setattr("bangfu.tables.parquet_file.ROW_GROUP", 7)
    table = arrow_table("money", MONEY * 10)
    write_tables({"money": lambda: table.to_batches(max_chunksize=3)}, tmp_path, ["parquet"])
    meta = pq.ParquetFile(tmp_path / "money.parquet").metadata
    assert [meta.row_group(i).num_rows for i in range(meta.num_row_groups)] == [7, 7, 6]


def test_csv_opens_in_excel_and_keeps_values_plain(tmp_path: Path) -> None:
    write_records(RECORDS, tmp_path, ["csv"])
    data = (tmp_path / "money.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfdoc_id,text,cny,")
    assert b",30000,,,,CNY,," in data
    assert b",1.5,10000000000000000000000,,,CNY,over," in data
    with (tmp_path / "money.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 3
    assert rows[1][11] == MONEY[0]["purpose"]


def test_a_workbook_keeps_formulas_as_text_and_control_characters_out(tmp_path: Path) -> None:
    hostile = [MONEY[0] | {"text": "=1+1", "payer": "#N/A", "sentence": "x\x00y" + "长" * 40000}]
    write_records({"money": hostile}, tmp_path, ["xlsx"])
    sheet = load_workbook(tmp_path / "bangfu.xlsx")["money"]
    assert sheet["B2"].data_type == "s"
    assert sheet["B2"].value == "=1+1"
    assert sheet["J2"].data_type == "s"
    assert sheet["J2"].value == "#N/A"
    assert sheet["Q2"].value.startswith("x\ufffdy长")
    assert len(sheet["Q2"].value) == 32767
    assert sheet["Q2"].value.endswith("…")


def test_a_table_too_long_for_a_sheet_goes_on_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bangfu.tables.workbook.MAX_ROWS", 3)
    tables = write_records({"money": MONEY * 4}, tmp_path, ["xlsx"])
    names = load_workbook(tmp_path / "bangfu.xlsx").sheetnames
    assert [n for n in names if n.startswith("money")] == ["money", "money (2)", "money (3)"]
    assert tables["money"]["cny"].tolist() == [30000.0, 1.5] * 4


def test_a_database_holds_typed_and_indexed_tables(tmp_path: Path) -> None:
    write_records(RECORDS, tmp_path, ["sqlite"])
    connection = sqlite3.connect(tmp_path / "bangfu.sqlite")
    assert connection.execute("SELECT cny, typeof(cny) FROM money").fetchall() == [
        (30000, "integer"),
        (1.5, "real"),
    ]
    plan = connection.execute("EXPLAIN QUERY PLAN SELECT * FROM money WHERE doc_id='a'").fetchall()
    assert "money_doc_id" in str(plan)
    connection.close()


def test_a_failed_write_leaves_the_table_before_it(tmp_path: Path) -> None:
    write_records(RECORDS, tmp_path, ["csv"])
    before = (tmp_path / "money.csv").read_bytes()

    def broken():  # type: ignore[no-untyped-def]
        yield arrow_table("money", MONEY).to_batches()[0]
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="disk is full"):
        write_tables({"money": broken}, tmp_path, ["csv"])
    assert (tmp_path / "money.csv").read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_an_unknown_format_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format named 'docx': choose from csv"):
        write_records(RECORDS, tmp_path, ["docx"])


def test_tables_are_read_once_and_by_name(tmp_path: Path) -> None:
    tables = write_records(RECORDS, tmp_path, ["csv"])
    assert tables["money"] is tables["money"]
    assert list(tables.read("money", ("cny", "doc_id")).columns) == ["cny", "doc_id"]
    assert tables.path("money", "csv") == tmp_path / "money.csv"
    with pytest.raises(KeyError):
        tables["nothing"]
    (tmp_path / "money.csv").unlink()
    with pytest.raises(UsageError, match="holds no table money"):
        tables.read("money")


def test_a_file_that_is_no_table_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "money.csv").write_text("a,b\n1,2\n")
    with pytest.raises(UsageError, match="is not the table money"):
        Tables(tmp_path)["money"]


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), min_size=1, max_size=5))
def test_any_text_survives_csv(cells: list[str]) -> None:
    """An empty string is an empty cell; everything else comes back as it was."""
    rows = [dict.fromkeys(TABLES["rejects"].names) | {"source": "x", "reason": cell} for cell in cells]
    with TemporaryDirectory() as folder:
        path = write_records({"rejects": rows}, folder, ["csv"]).path("rejects", "csv")
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert [row["reason"] for row in csv.DictReader(file)] == cells
        assert Tables(folder)["rejects"]["reason"].fillna("").tolist() == cells
