"""The whole batch: the same bytes however it was run, what was finished kept, nothing half-written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import bangfu
from bangfu.errors import BangfuError, UsageError
from bangfu.settings import Settings

Files = Callable[[Path], dict[str, bytes]]

quickly = pytest.mark.usefixtures("quick")


def test_the_bytes_do_not_depend_on_workers_order_or_hash_seed(
    crawl: Path, tmp_path: Path, tables_of: Files
) -> None:
    pages, records = crawl / "pages", crawl / "records.jsonl"
    formats = ("csv", "parquet", "sqlite", "xlsx")
    tables = bangfu.run([pages, records], tmp_path / "one", workers=1, formats=formats)
    assert set(tables["money"]["doc_id"]) == set(tables["articles"]["doc_id"])
    expected = tables_of(tmp_path / "one")
    assert len(expected) == 8 + 8 + 2 + 1
    bangfu.run([records, pages], tmp_path / "three", workers=3, formats=formats)
    assert tables_of(tmp_path / "three") == expected
    inputs = [str(pages), str(records)]
    code = f"import bangfu; bangfu.run({inputs}, 'seed', workers=1, formats={formats})"
    environment = {**os.environ, "PYTHONHASHSEED": "77"}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, check=True)
    assert tables_of(tmp_path / "seed") == expected


@quickly
def test_every_article_has_its_rows_and_every_failure_is_a_reject(crawl: Path, tmp_path: Path) -> None:
    tables = bangfu.run(crawl, tmp_path / "out", workers=1)
    assert len(tables["articles"]) == 40
    assert sorted(tables["articles"]["doc_id"])[:2] == ["pages/n00", "pages/n01"]
    assert len(tables["rejects"]) == 3
    assert set(tables["counts"]["doc_id"]) == set(tables["articles"]["doc_id"])
    facts = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert (facts["articles"], facts["rejects"], facts["duplicates"]) == (40, 3, 0)
    assert facts["rows"] == {name: len(table) for name, table in tables.items()}
    details = json.loads((tmp_path / "out" / ".bangfu" / "run.json").read_text("utf-8"))
    assert details["shards"]["new"] > 5
    assert set(details["worker_seconds"]) >= {"read", "digits", "rows", "part"}


@quickly
def test_rows_are_in_the_order_of_ids_and_places(crawl: Path, tmp_path: Path) -> None:
    rows = bangfu.run(crawl, tmp_path / "out", workers=1)["counts"]
    keys = list(zip(rows["doc_id"], rows["start"], rows["end"], strict=True))
    assert keys == sorted(keys)


@quickly
def test_a_second_run_keeps_what_is_finished_and_says_so(
    crawl: Path, tmp_path: Path, tables_of: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    bangfu.run(crawl, tmp_path / "out", workers=1)
    expected = tables_of(tmp_path / "out")
    assert capsys.readouterr().err == ""
    parts = {path: path.stat().st_mtime_ns for path in (tmp_path / "out/.bangfu/parts").iterdir()}
    bangfu.run(crawl, tmp_path / "out", workers=1)
    assert (
        f"resumed: {len(parts)} of {len(parts)} shards were finished, 0 done now" in capsys.readouterr().err
    )
    assert {path: path.stat().st_mtime_ns for path in parts} == parts
    assert tables_of(tmp_path / "out") == expected


@quickly
def test_only_the_shard_of_a_changed_file_is_done_again(
    crawl: Path, tmp_path: Path, text_of: Callable[[int], str]
) -> None:
    bangfu.run(crawl, tmp_path / "out", workers=1)
    before = set((tmp_path / "out/.bangfu/parts").iterdir())
    (crawl / "pages" / "n03.txt").write_text(text_of(93), "utf-8")
    tables = bangfu.run(crawl, tmp_path / "out", workers=1)
    after = set((tmp_path / "out/.bangfu/parts").iterdir())
    assert len(before - after) == len(after - before) == 1
    assert 96 in set(tables["counts"].query("doc_id == 'pages/n03'")["value"])


@quickly
def test_other_settings_make_every_part_stale_and_the_reason_is_told(
    crawl: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bangfu.run(crawl, tmp_path / "out", workers=1)
    tables = bangfu.run(crawl, tmp_path / "out", workers=1, settings=Settings(min_confidence=0.9))
    told = capsys.readouterr().err
    assert "0 of" in told
    assert "(changed since: settings)" in told
    assert len(tables["articles"]) == 40


@quickly
def test_a_broken_part_is_done_again(crawl: Path, tmp_path: Path, tables_of: Files) -> None:
    bangfu.run(crawl, tmp_path / "out", workers=1)
    expected = tables_of(tmp_path / "out")
    part = min((tmp_path / "out/.bangfu/parts").iterdir())
    part.write_bytes(part.read_bytes()[:-40])
    bangfu.run(crawl, tmp_path / "out", workers=1)
    assert tables_of(tmp_path / "out") == expected


@quickly
def test_a_part_that_the_disk_spoiled_inside_is_told_and_done_again(
    crawl: Path, tmp_path: Path, tables_of: Files
) -> None:
    bangfu.run(crawl, tmp_path / "out", workers=1)
    expected = tables_of(tmp_path / "out")
    spoiled = min((tmp_path / "out/.bangfu/parts").iterdir())
    data = bytearray(spoiled.read_bytes())
    data[4:804] = bytes(800)
    spoiled.write_bytes(data)
    with pytest.raises(BangfuError, match="run again"):
        bangfu.run(crawl, tmp_path / "out", workers=1)
    assert tables_of(tmp_path / "out") == expected
    bangfu.run(crawl, tmp_path / "out", workers=1)
    assert tables_of(tmp_path / "out") == expected


@quickly
def test_without_resume_everything_is_done_again(crawl: Path, tmp_path: Path) -> None:
    bangfu.run(crawl, tmp_path / "out", workers=1)
    parts = {path: path.stat().st_mtime_ns for path in (tmp_path / "out/.bangfu/parts").iterdir()}
    bangfu.run(crawl, tmp_path / "out", workers=1, resume=False)
    assert all(path.stat().st_mtime_ns > then for path, then in parts.items())


@quickly
def test_tables_and_parts_of_an_earlier_run_on_other_input_go_away(
    crawl: Path, tmp_path: Path, tables_of: Files
) -> None:
    one, both = tmp_path / "one", tmp_path / "both"
    bangfu.run(crawl / "pages", one, workers=1)
    bangfu.run(crawl, both, workers=1, formats=("csv", "parquet"))
    bangfu.run(crawl / "pages", both, workers=1)
    assert tables_of(both) == tables_of(one)
    assert {p.name for p in (both / ".bangfu/parts").iterdir()} == {
        p.name for p in (one / ".bangfu/parts").iterdir()
    }


@quickly
def test_the_rows_of_copies_can_be_left_out(crawl: Path, tmp_path: Path) -> None:
    shutil.copy(crawl / "pages/n04.txt", crawl / "pages/zz.txt")
    tables = bangfu.run(crawl, tmp_path / "out", workers=1)
    originals = tables["articles"].set_index("doc_id")["duplicate_of"]
    assert originals.dropna().to_dict() == {"pages/zz": "pages/n04"}
    assert (tables["counts"]["doc_id"] == "pages/zz").any()
    tables = bangfu.run(crawl, tmp_path / "out", workers=1, settings=Settings(drop_duplicates=True))
    assert (tables["articles"]["doc_id"] == "pages/zz").any()
    assert not any(
        (table["doc_id"] == "pages/zz").any() for name, table in tables.items() if name != "articles"
    )


@quickly
def test_two_records_with_one_id_get_ids_of_their_own(tmp_path: Path, text_of: Callable[[int], str]) -> None:
    for name, i in (("a", 1), ("b", 2)):
        line = json.dumps({"id": "same", "text": text_of(i)}, ensure_ascii=False)
        (tmp_path / f"{name}.jsonl").write_text(line, "utf-8")
    tables = bangfu.run([tmp_path / "b.jsonl", tmp_path / "a.jsonl"], tmp_path / "out", workers=1)
    found = tables["articles"]
    assert list(found["doc_id"]) == ["same", "same~2"]
    assert [Path(s).name.partition("#")[0] for s in found["source"]] == ["a.jsonl", "b.jsonl"]
    assert set(tables["counts"]["doc_id"]) == {"same", "same~2"}


@quickly
def test_texts_are_kept_where_asked_for(crawl: Path, tmp_path: Path, text_of: Callable[[int], str]) -> None:
    import pandas as pd

    bangfu.run(crawl, tmp_path / "out", workers=1, texts=True)
    texts = pd.read_parquet(tmp_path / "out" / "texts.parquet").set_index("doc_id")
    assert len(texts) == 40
    assert texts.loc["pages/n07", "raw"] == text_of(7)
    bangfu.run(crawl, tmp_path / "out", workers=1)
    assert not (tmp_path / "out" / "texts.parquet").exists()


@quickly
def test_a_crawl_without_a_readable_article_gives_empty_tables_and_its_rejects(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    tables = bangfu.run(tmp_path / "a.txt", tmp_path / "out", workers=1)
    assert (len(tables["articles"]), len(tables["rejects"])) == (0, 1)


@quickly
@pytest.mark.parametrize("given", ["no/such/input", "crawl"])
def test_a_missing_input_or_a_folder_among_the_inputs_is_refused_before_anything_is_made(
    crawl: Path, tmp_path: Path, given: str
) -> None:
    out = crawl / "out"
    with pytest.raises(UsageError, match=r"no such file|lies inside"):
        bangfu.run(tmp_path / given, out, workers=1)
    assert not out.exists()


@quickly
def test_a_second_run_into_the_same_folder_at_the_same_time_is_refused(crawl: Path, tmp_path: Path) -> None:
    from bangfu.batch.folder import Folder

    folder = Folder(tmp_path / "out")
    folder.prepare()
    with folder.locked(), pytest.raises(UsageError, match="another run"):
        bangfu.run(crawl, folder.out, workers=1)
    bangfu.run(crawl, folder.out, workers=1)


@quickly
def test_a_file_in_place_of_the_output_folder_is_refused(crawl: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UsageError, match="not a folder"):
        bangfu.run(crawl, tmp_path / "out", workers=1)
    assert (tmp_path / "out").read_text() == "mine"
