"""The merge gives rows in the order of ids, also where ids are scattered over many parts."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

import bangfu
from bangfu.batch import merge
from bangfu.settings import Settings

Files = Callable[[Path], dict[str, bytes]]

pytestmark = pytest.mark.usefixtures("quick", "small_shards")


@pytest.fixture
def scattered(tmp_path: Path) -> Path:
    """Three hundred records whose ids say nothing about their place; some are copies."""
    rng = random.Random(3)
    lines = []
    for i in range(300):
        text = f"第{i % 290}号通知：捐赠{i % 290 * 7}册，" + "书" * rng.randrange(40)
        lines.append(json.dumps({"id": f"{rng.getrandbits(40):010x}", "text": text}, ensure_ascii=False))
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    return tmp_path / "a.jsonl"


@pytest.mark.parametrize("leave_out", [False, True])
def test_dealing_parts_out_into_buckets_changes_no_byte(
    scattered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tables_of: Files, leave_out: bool
) -> None:
    settings = Settings(drop_duplicates=leave_out)
    formats = ("csv", "parquet")
    bangfu.run(scattered, tmp_path / "one", workers=1, formats=formats, settings=settings, texts=True)
    dealt = []
    deal = merge._deal
    monkeypatch.setattr(merge, "_deal", lambda *args: dealt.append(deal(*args)) or dealt[-1])
    monkeypatch.setattr(merge, "BUCKET", 37)
    monkeypatch.setattr(merge, "_DEAL_AT_ONCE", 60_000)
    bangfu.run(scattered, tmp_path / "many", workers=1, formats=formats, settings=settings)
    one, many = tables_of(tmp_path / "one"), tables_of(tmp_path / "many")
    del one["texts.parquet"], one["run.json"], many["run.json"]
    assert many == one
    assert len(dealt[0]) == 9


def test_buckets_are_read_from_the_parts_themselves_where_ids_follow_the_files(
    crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tables_of: Files
) -> None:
    bangfu.run(crawl, tmp_path / "one", workers=1)
    monkeypatch.setattr(merge, "BUCKET", 7)
    monkeypatch.setattr(merge, "_deal", None)
    bangfu.run(crawl, tmp_path / "many", workers=1)
    assert tables_of(tmp_path / "many") == tables_of(tmp_path / "one")
