"""One article's tables as pandas frames, and the public names that lead to them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import bangfu
from bangfu.tables import TABLES, Tables
from bangfu.tables.frames import frame
from bangfu.tables.schema import arrow_schema, pandas_dtypes, sqlite_types, table
from bangfu.tables.write import write_records

RAW = "青石县第一小学校长(zhǎng)田小禾说，企业捐贈3.5萬元。"


def test_an_article_gives_a_frame_a_table_but_rejects() -> None:
    frames = bangfu.extract(RAW, "a").tables()
    assert tuple(frames) == tuple(name for name in TABLES if name != "rejects")
    for name, found in frames.items():
        assert tuple(found.columns) == TABLES[name].names
        assert {c: str(d) for c, d in found.dtypes.items()} == pandas_dtypes(name)
    assert frames["money"]["cny"].sum() == 35000


def test_an_empty_cell_is_missing_in_every_type() -> None:
    empty = frame("articles", [dict.fromkeys(TABLES["articles"].names)])
    assert empty.isna().all(axis=None)
    assert all(cell is pd.NA for cell in empty.iloc[0])


def test_frames_and_files_hold_the_same(tmp_path: Path) -> None:
    article = bangfu.extract(RAW, "a")
    from bangfu.tables.records import article_records

    stored = write_records(article_records(article), tmp_path, ["csv"])
    assert isinstance(stored, bangfu.Tables)
    for name, found in article.tables().items():
        pd.testing.assert_frame_equal(stored[name], found)
    assert len(Tables(tmp_path)) == len(TABLES)


def test_every_table_has_types_for_every_store() -> None:
    for name, one in TABLES.items():
        assert (
            tuple(arrow_schema(name).names)
            == tuple(pandas_dtypes(name))
            == tuple(sqlite_types(name))
            == one.names
        )


def test_an_unknown_table_is_one_clear_error() -> None:
    with pytest.raises(bangfu.BangfuError, match="no table named 'persons': the tables are articles, people"):
        table("persons")
