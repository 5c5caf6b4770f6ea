"""Killed at any moment, in any way, a run goes on from there and ends with the same bytes."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

import bangfu
from bangfu.batch import pool
from bangfu.errors import UsageError

Files = Callable[[Path], dict[str, bytes]]

pytestmark = pytest.mark.usefixtures("quick")

RUN = """
import sys
sys.path.insert(0, sys.argv[1])
from functools import partial
from bangfu.batch import engine, shard
shard.SHARD_BYTES, shard.UNIT_BYTES = 3_000, 2_000
engine.Job = partial(engine.Job, process="quick_stages:process")
engine.run(sys.argv[2], sys.argv[3], workers=2, formats=("csv", "parquet"))
"""


def test_runs_killed_at_random_moments_and_resumed_end_with_the_same_bytes(
    crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tables_of: Files
) -> None:
    monkeypatch.setenv("QUICK_SLEEP", "0.03")
    out, calm = tmp_path / "out", tmp_path / "calm"
    command = [sys.executable, "-c", RUN, str(tmp_path / "lib"), str(crawl)]
    began = time.monotonic()
    subprocess.run([*command, str(calm)], check=True)
    length = time.monotonic() - began
    expected = tables_of(calm)
    rng = random.Random(8)
    kills = 0
    for _ in range(5):
        run = subprocess.Popen([*command, str(out)])
        try:
            run.wait(rng.uniform(0.2, 1) * length)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            kills += run.wait() == -signal.SIGKILL
        # What a reader finds meanwhile is whole: nothing, or the files of a finished run.
        if out.exists():
            assert all(expected[name] == data for name, data in tables_of(out).items())
    assert kills
    subprocess.run([*command, str(out)], check=True)
    assert tables_of(out) == expected
    assert not list((out / ".bangfu" / "parts").glob(".*"))
    assert not (out / ".bangfu" / "scratch").exists()


def test_a_kill_between_two_tables_leaves_no_run_json_and_the_next_run_mends_it(
    crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tables_of: Files
) -> None:
    from bangfu.batch import finish

    out = tmp_path / "out"
    bangfu.run(crawl / "pages", out, workers=1)
    replace, moved = os.replace, []

    def stop_at_the_third(source: Path, target: Path) -> None:
        if len(moved) == 3 and Path(target).parent == out:
            raise KeyboardInterrupt
        if Path(target).parent == out:
            moved.append(target)
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(finish.os, "replace", stop_at_the_third)
        with pytest.raises(KeyboardInterrupt):
            bangfu.run(crawl, out, workers=1)
    assert not (out / "run.json").exists()
    bangfu.run(crawl, out, workers=1)
    bangfu.run(crawl, tmp_path / "calm", workers=1)
    assert tables_of(out) == tables_of(tmp_path / "calm")


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, list[psutil.Process]]]:
    """The address of a Dask scheduler on loopback, and its two worker processes."""
    pytest.importorskip("distributed", reason="the extra bangfu[dask] is not installed")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "lib"))
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL", "10s")
    dask = [sys.executable, "-m", "dask"]
    found = tmp_path / "scheduler.json"
    own = ["--host", "127.0.0.1", "--no-dashboard"]
    running = [
        subprocess.Popen(
            [*dask, "scheduler", *own, "--port", "0", "--scheduler-file", str(found)],
            stderr=subprocess.DEVNULL,
        )
    ]
    try:
        while not found.exists() or not found.read_text().endswith("}"):
            assert running[0].poll() is None, "the scheduler did not start"
            time.sleep(0.05)
        for number in range(2):
            folder = tmp_path / f"worker-{number}"
            options = ["--nthreads", "1", "--no-nanny", "--local-directory", str(folder)]
            command = [*dask, "worker", "--scheduler-file", str(found), *own, *options]
            running.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))
        yield json.loads(found.read_text())["address"], [psutil.Process(p.pid) for p in running[1:]]
    finally:
        for process in reversed(running):
            process.kill()
            process.wait()


def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(
    crawl: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tables_of: Files,
    cluster: tuple[str, list[psutil.Process]],
) -> None:
    from threading import Thread

    from distributed import Client

    bangfu.run(crawl, tmp_path / "local", workers=1)
    address, workers = cluster
    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
    (tmp_path / "lib" / "quick_stages.py").write_text(
        (tmp_path / "lib" / "quick_stages.py").read_text("utf-8").replace('"QUICK_SLEEP", "0"', '"Q", "0.1"')
    )
    killed = []

    def kill_one() -> None:
        parts = tmp_path / "out" / ".bangfu" / "parts"
        while not list(parts.glob("[!.]*.parquet")):
            time.sleep(0.02)
        workers[0].kill()
        killed.append(workers[0].pid)

    killer = Thread(target=kill_one)
    killer.start()
    bangfu.run(crawl, tmp_path / "out", dask=address)
    killer.join()
    assert killed
    assert tables_of(tmp_path / "out") == tables_of(tmp_path / "local")


def test_a_scheduler_that_does_not_answer_is_an_error_in_one_line(
    crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="the extra bangfu[dask] is not installed")
    monkeypatch.setattr(pool, "CONNECT_SECONDS", 1)
    with pytest.raises(UsageError, match="no Dask scheduler"):
        bangfu.run(crawl, tmp_path / "out", dask="tcp://127.0.0.1:9")
