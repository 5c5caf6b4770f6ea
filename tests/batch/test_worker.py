"""A worker that dies is replaced; the article that ends workers becomes a reject, and no other one."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil
import pytest

import bangfu
from bangfu.batch import engine, worker
from bangfu.batch.shard import shards_of
from bangfu.batch.work import Job
from bangfu.errors import BangfuError, LexiconError
from bangfu.settings import Settings
from bangfu.tables import csv_file

Files = Callable[[Path], dict[str, bytes]]

pytestmark = pytest.mark.usefixtures("quick")


def _reject_of(tables: bangfu.Tables) -> tuple[str, str, str]:
    row = tables["rejects"].iloc[0]
    return row["doc_id"], row["stage"], row["reason"]


@pytest.mark.parametrize(
    ("word", "stage", "reason"),
    [
        ("DIE", "worker", "it ended its worker (signal 9)"),
        ("HANG", "worker", "it took more than 2 seconds"),
        ("GROW", "worker", "its worker needed more than 700 MB"),
        ("FAULT", "process", "ZeroDivisionError: a fault of ours"),
    ],
)
def test_an_article_that_ends_its_worker_is_a_reject_and_costs_no_other_article(
    tmp_path: Path, word: str, stage: str, reason: str
) -> None:
    limits = Settings(article_seconds=2 if word == "HANG" else 60, worker_bytes=700_000_000)
    folder = tmp_path / "in"
    folder.mkdir()
    for i in range(6):
        (folder / f"a{i}.txt").write_text(f"{word if i == 2 else ''} 捐赠{i}册", "utf-8")
    tables = bangfu.run(folder, tmp_path / "out", workers=2, settings=limits)
    assert list(tables["articles"]["doc_id"]) == ["a0", "a1", "a3", "a4", "a5"]
    assert list(tables["counts"]["value"]) == [0, 1, 3, 4, 5]
    assert len(tables["rejects"]) == 1
    assert _reject_of(tables) == ("a2", stage, reason)


def test_what_cannot_even_be_read_is_a_reject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lib" / "bad_reader.py").write_text(
        "import os, sys\n"
        "import bangfu.read.units\n"
        "units = sys.modules['bangfu.read.units']\n"
        "from quick_stages import process\n"
        "def guard(read):\n"
        "    def reader(unit, settings):\n"
        "        for source in read(unit, settings):\n"
        "            if 'ABORT' in source.raw:\n"
        "                os.abort()\n"
        "            yield source\n"
        "    return reader\n"
        "units._READERS.update({kind: guard(read) for kind, read in units._READERS.items()})\n"
    )
    monkeypatch.setattr(engine, "Job", partial(Job, process="bad_reader:process"))
    folder = tmp_path / "in"
    folder.mkdir()
    for name in "abc":
        text = "ABORT" if name == "b" else f"捐赠{ord(name)}册"
        (folder / f"{name}.txt").write_text(text, "utf-8")
    (folder / "d.jsonl").write_text(
        '{"id": 1, "text": "1"}\n{"id": 2, "text": "ABORT"}\n{"id": 3, "text": "3"}\n'
    )
    tables = bangfu.run(folder, tmp_path / "out", workers=1)
    assert list(tables["articles"]["doc_id"]) == ["1", "a", "c"]
    whole, piece = tables["rejects"].to_dict("records")
    assert (whole["doc_id"], whole["stage"]) == ("b", "worker")
    assert whole["reason"] == "it ended its worker (signal 6) while it was read"
    assert piece["source"].endswith("d.jsonl")
    assert piece["reason"].endswith("while it was read, and what follows it in this piece of the file")


def test_a_broken_installation_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lib" / "no_lexicon.py").write_text(
        "from bangfu.errors import LexiconError\n"
        "def process(source, settings, lap):\n"
        "    raise LexiconError('no lexicon named surnames: install bangfu again')\n"
    )
    monkeypatch.setattr(engine, "Job", partial(Job, process="no_lexicon:process"))
    (tmp_path / "a.txt").write_text("捐赠3万元", "utf-8")
    with pytest.raises(LexiconError, match="install bangfu again"):
        bangfu.run(tmp_path / "a.txt", tmp_path / "out", workers=1)
    assert not (tmp_path / "out" / "articles.csv").exists()


def test_a_worker_that_is_killed_from_outside_costs_no_article(
    crawl: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tables_of: Files,
) -> None:
    bangfu.run(crawl, tmp_path / "calm", workers=2)
    monkeypatch.setenv("QUICK_SLEEP", "0.03")
    killed = []

    def kill() -> None:
        for _ in range(2):  # a third death at one place would convict the article there
            time.sleep(0.7)
            for child in psutil.Process().children():
                child.kill()
                killed.append(child.pid)

    killer = threading.Thread(target=kill)
    killer.start()
    bangfu.run(crawl, tmp_path / "shot", workers=2)
    killer.join()
    assert killed
    assert tables_of(tmp_path / "shot") == tables_of(tmp_path / "calm")


def test_a_worker_goes_when_its_run_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("捐赠3册", "utf-8")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from functools import partial\n"
        "from bangfu.batch import engine\n"
        "engine.Job = partial(engine.Job, process='quick_stages:process')\n"
        "engine.run(sys.argv[2], sys.argv[3], workers=1)\n"
    )
    monkeypatch.setenv("QUICK_SLEEP", "2")
    run = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "lib"), str(tmp_path / "a.txt"), str(tmp_path / "out")]
    )
    children: list[psutil.Process] = []
    while not children and run.poll() is None:
        children = psutil.Process(run.pid).children()
        time.sleep(0.02)
    run.kill()
    run.wait()
    assert children
    _, alive = psutil.wait_procs(children, timeout=10)
    assert not alive


def test_ctrl_c_ends_the_run_and_its_workers_and_keeps_what_was_finished(
    crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(
        "QUICK_SLEEP", "0.3"
    )  # far from done when the first part is there, also on a busy machine
    parts = tmp_path / "out" / ".bangfu" / "parts"

    def interrupt() -> None:
        while not (
            parts.is_dir() and any(p.suffix == ".parquet" and p.name[0] != "." for p in parts.iterdir())
        ):
            time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGINT)

    # A shell that puts the tests into the background has them ignore Ctrl-C.
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=interrupt).start()
    try:
        with pytest.raises(KeyboardInterrupt):
            bangfu.run(crawl, tmp_path / "out", workers=2)
    finally:
        signal.signal(signal.SIGINT, handler)
    assert not psutil.Process().children()
    assert not list((tmp_path / "out").glob("*.csv"))
    monkeypatch.setenv("QUICK_SLEEP", "0")
    bangfu.run(crawl, tmp_path / "out", workers=2)
    told = capsys.readouterr().err
    assert "resumed: " in told
    assert "resumed: 0 " not in told


def test_a_full_disk_is_told_and_the_next_run_goes_on_from_there(
    crawl: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tables_of: Files,
) -> None:
    import resource

    bangfu.run(crawl, tmp_path / "calm", workers=1)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    sizes = sorted(p.stat().st_size for p in (tmp_path / "calm/.bangfu/parts").iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (sizes[-1] - 100, hard))
    try:
        with pytest.raises(OSError):
            bangfu.run(crawl, tmp_path / "out", workers=1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not list((tmp_path / "out").glob("*.csv"))
    assert all(p.name[0] != "." for p in (tmp_path / "out/.bangfu/parts").iterdir())
    bangfu.run(crawl, tmp_path / "out", workers=1)
    assert tables_of(tmp_path / "out") == tables_of(tmp_path / "calm")


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()], ids=["full", "ctrl-c"]
)
def test_a_run_that_ends_while_tables_are_written_loses_no_work_and_leaves_the_old_tables(
    error: BaseException,
    crawl: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tables_of: Files,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out"
    bangfu.run(crawl / "pages", out, workers=1)
    old = tables_of(out)
    written = []

    def end(cells: list[object]) -> bytes:
        written.append(len(cells))
        if len(written) == 2:
            raise error
        return lines(cells)

    lines = csv_file._lines
    with monkeypatch.context() as patch:
        patch.setattr(csv_file, "_lines", end)
        with pytest.raises(type(error)):
            bangfu.run(crawl, out, workers=1)
    assert tables_of(out) == old
    capsys.readouterr()
    bangfu.run(crawl, out, workers=1)
    assert " 0 done now" in capsys.readouterr().err
    bangfu.run(crawl, tmp_path / "calm", workers=1)
    assert tables_of(out) == tables_of(tmp_path / "calm")


def test_workers_that_cannot_even_start_are_an_error_not_a_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("捐赠3册", "utf-8")
    monkeypatch.setattr(worker, "_BOOT", "raise SystemExit(5)")
    with pytest.raises(BangfuError, match="exit code 5"):
        bangfu.run(tmp_path / "a.txt", tmp_path / "out", workers=1)


def test_an_error_that_cannot_travel_still_tells_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("捐赠3册", "utf-8")
    odd = "class Odd(Exception):\n def __init__(self, a, b):\n  super().__init__('words')\nraise Odd(1, 2)"
    (tmp_path / "lib" / "odd.py").write_text(odd)
    job = Job(
        next(shards_of([tmp_path / "a.txt"])), Settings(), str(tmp_path), "c", {}, process="odd:process"
    )
    with pytest.raises(RuntimeError, match="Odd: words"):
        worker.do(job)
