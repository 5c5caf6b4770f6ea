"""Shards hold each piece of the input once; large ones come first, so that all workers end together."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bangfu.article import Source
from bangfu.batch import shard
from bangfu.batch.shard import Shard, shards, shards_of
from bangfu.read.reject import Reject
from bangfu.read.unit import Unit
from bangfu.read.units import read_unit, units
from bangfu.settings import Settings

Read = tuple[str, str]


def files(number: int, size: int = 10_000) -> list[Unit]:
    """Units of so many small files."""
    return [Unit(f"{i:05}.txt", f"/{i:05}.txt", "txt", size=size) for i in range(number)]


def said(found: Source | Reject) -> Read:
    """Where something was read, and what."""
    return (found.path, found.raw) if isinstance(found, Source) else (found.source, found.reason)


@pytest.fixture
def records(tmp_path: Path, text_of: Callable[[int], str]) -> Path:
    """The same sixty notices as lines, inflated and not, with a broken line; as a table; as row groups."""
    folder = tmp_path / "records"
    folder.mkdir()
    rows = [{"id": f"r{i:02}", "text": text_of(i)} for i in range(60)]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    lines.insert(30, "{broken")
    data = ("\n".join(lines) + "\n").encode()
    (folder / "a.jsonl").write_bytes(data)
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(data))
    (folder / "c.jsonl.gz").write_bytes(gzip.compress(data)[:-4])
    with (folder / "d.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["id", "text"])
        writer.writeheader()
        writer.writerows(rows)
    pq.write_table(pa.Table.from_pylist(rows), folder / "e.parquet", row_group_size=5)
    return folder


@pytest.mark.parametrize(("size", "tail"), [(3_000, 4), (9_000, 1), (40_000, 2), (1_000_000, 4)])
def test_however_it_is_cut_the_same_is_read(
    records: Path, monkeypatch: pytest.MonkeyPatch, size: int, tail: int
) -> None:
    whole = [said(found) for unit in units([records], 10**9) for found in read_unit(unit, Settings())]
    assert len(whole) >= 4 * 60 + 2
    monkeypatch.setattr(shard, "SHARD_BYTES", size)
    monkeypatch.setattr(shard, "UNIT_BYTES", size // 8)
    monkeypatch.setattr(shard, "TAIL_SHARDS", tail)
    cut = [unit for one in shards_of([records]) for unit in one.units]
    assert [said(found) for unit in cut for found in read_unit(unit, Settings())] == whole


def test_the_pieces_of_a_file_within_a_shard_are_read_as_one(
    records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shard, "UNIT_BYTES", 1_000)
    monkeypatch.setattr(shard, "TAIL_SHARDS", 0)
    (only,) = shards_of([records / "a.jsonl"])
    assert [(unit.start, unit.stop) for unit in only.units] == [(0, only.size)]
    assert only.size == (records / "a.jsonl").stat().st_size


def test_the_last_shards_are_small_and_the_others_are_not() -> None:
    sizes = [one.size for one in shards(files(3_000))]
    assert sum(sizes) == 30_000_000
    small = [size for size in sizes if size <= shard.SHARD_BYTES // shard.SPLIT]
    assert 20 <= len(small) <= 40
    assert all(size > shard.SHARD_BYTES // 2 for size in sizes[: -len(small)])
    assert max(sizes) <= shard.SHARD_BYTES


def test_a_small_crawl_has_work_for_many() -> None:
    assert len(list(shards(files(100)))) >= 8


def test_a_file_that_is_added_moves_no_border_but_those_beside_it_and_in_the_tail() -> None:
    def grouped(pieces: list[Unit]) -> set[Shard]:
        return set(shards(pieces))

    before = files(3_000)
    after = [*before[:700], Unit("00699b.txt", "/00699b.txt", "txt", size=10_000), *before[700:]]
    assert len(grouped(after) - grouped(before)) <= 16 + shard.TAIL_SHARDS * (shard.SPLIT + 2)
    grown = [*before, *files(3_010)[3_000:]]
    assert len(grouped(before) - grouped(grown)) <= shard.TAIL_SHARDS * (shard.SPLIT + 2)


def test_a_shard_is_named_by_what_its_files_hold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("捐赠3册", "utf-8")
    (first,) = shards_of([tmp_path])
    key = first.key()
    (tmp_path / "a.txt").write_text("捐赠4册", "utf-8")
    assert next(shards_of([tmp_path])).key() != key
    (tmp_path / "a.txt").write_text("捐赠3册", "utf-8")
    assert next(shards_of([tmp_path])).key() == key
