"""Speed and memory, by stage and end to end, beside peers in the same run.

    python -m benchmarks.speed [--quick] [--rounds N] [--characters N] [--out docs/speed.md]

Prints one page of tables and writes it to docs/speed.md. All that is compared runs in turn, in several
rounds; a figure is the median of the rounds, with the lowest and highest behind it. ``--quick`` leaves out
the run on 200,000 articles.
"""

from __future__ import annotations

import argparse
import gc
import json
import logging
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from statistics import median

import psutil

from benchmarks import texts

ROUNDS = 3
STAGE_CHARACTERS = 300_000
RUN_CHARACTERS = 6_000_000
IN_CPU = "run, 1 worker, processor time"
ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Speeds:
    """Characters a second of one thing, a number for each round."""

    rounds: list[float] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.rounds)

    def __str__(self) -> str:
        low, high = min(self.rounds) / 1e6, max(self.rounds) / 1e6
        return f"{self.middle / 1e6:.2f} M ({low:.2f}–{high:.2f})"


def timed(function: Callable[[str], object], sample: list[str]) -> float:
    """Characters a second of processor time, which other programs disturb less than the clock's."""
    began = time.process_time()
    for text in sample:
        function(text)
    return sum(map(len, sample)) / (time.process_time() - began)


def peers() -> dict[str, Callable[[str], object]]:
    """What others offer, each to its end on one text."""
    import jieba
    import jieba.posseg
    import opencc
    import rjieba

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    converter = opencc.OpenCC("t2s")
    return {
        "jieba.cut": lambda text: list(jieba.cut(text)),
        "jieba.posseg.cut": lambda text: list(jieba.posseg.cut(text)),
        "rjieba.cut": lambda text: rjieba.cut(text),
        "opencc-python t2s": converter.convert,
    }


def stage_speeds(sample: list[str]) -> tuple[dict[str, float], float]:
    """Seconds of each stage over the sample, and of the whole, in this process."""
    from bangfu.article import Source
    from bangfu.batch import fingerprint
    from bangfu.pipeline import process
    from bangfu.settings import Settings
    from bangfu.tables.records import article_records

    settings = Settings()
    seconds: dict[str, float] = {}
    last = began = time.process_time()

    def lap(name: str) -> None:
        nonlocal last
        now = time.process_time()
        seconds[name] = seconds.get(name, 0.0) + now - last
        last = now

    for text in sample:
        article = process(Source("a", text), settings, lap)
        article_records(article)
        lap("rows")
        fingerprint.signatures([fingerprint.shingles(article.text)])
        fingerprint.facts(article)
        lap("signatures")
    return seconds, time.process_time() - began


@dataclass(frozen=True)
class Run:
    """One ``bangfu run`` in processes of its own."""

    seconds: float
    cpu_seconds: float
    characters: int
    parent_mb: float
    worker_mb: float
    details: dict[str, dict[str, float]]


def run(source: Path, out: Path, workers: int, characters: int) -> Run:
    """Time a run and watch the memory of its processes."""
    command = [sys.executable, "-m", "bangfu", "run", str(source), "-o", str(out)]
    began, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = psutil.Popen([*command, "--workers", str(workers), "--no-resume"], stderr=subprocess.DEVNULL)
    parent = worker = 0
    while process.poll() is None:
        try:
            parent = max(parent, process.memory_info().rss)
            worker = max([worker, *(child.memory_info().rss for child in process.children())])
        except psutil.Error:
            pass
        time.sleep(0.1)
    seconds, now = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_seconds = now.ru_utime - used.ru_utime + now.ru_stime - used.ru_stime
    if process.returncode != 0:
        raise SystemExit(f"the run ended with {process.returncode}")
    details = json.loads((out / ".bangfu" / "run.json").read_text("utf-8"))
    return Run(seconds, cpu_seconds, characters, parent / 1e6, worker / 1e6, details)


def start_seconds(command: list[str], times: int = 9) -> float:
    """The median time of a command that only starts and ends."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - began)
    return median(taken)


def cpu() -> str:
    """The processor's name, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table."""
    lines = [list(head), *(list(map(str, row)) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description="Speed and memory beside peers, in one run.")
    parser.add_argument("--quick", action="store_true", help="without the run on 200,000 articles")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--characters", type=int, default=RUN_CHARACTERS, help="of each run")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "speed.md")
    args = parser.parse_args()
    all_of_them = texts.articles()
    sample = texts.sample(all_of_them, STAGE_CHARACTERS)
    others = peers()
    stage_speeds(sample)  # every dictionary and model loads, also those that few articles need
    gc.freeze()  # as workers do
    speeds: dict[str, Speeds] = {}
    runs: dict[int, list[Run]] = {1: [], 2: []}
    stages: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        some = texts.sample(all_of_them, args.characters)
        characters = texts.write_records(place / "run.jsonl", texts.repeated(some, len(some)))
        for number in range(args.rounds):
            print(f"round {number + 1} of {args.rounds}", file=sys.stderr)
            for name, function in others.items():
                speeds.setdefault(name, Speeds()).rounds.append(timed(function, sample))
            seconds, whole = stage_speeds(sample)
            stages.append(seconds)
            size = sum(map(len, sample))
            for name, taken in seconds.items():
                speeds.setdefault(name, Speeds()).rounds.append(size / taken)
            speeds.setdefault("all stages", Speeds()).rounds.append(size / whole)
            for workers, done in runs.items():
                done.append(run(place / "run.jsonl", place / f"out{workers}", workers, characters))
                name = f"run, {workers} worker{'s' * (workers > 1)}"
                speeds.setdefault(name, Speeds()).rounds.append(characters / done[-1].seconds)
            speeds.setdefault(IN_CPU, Speeds()).rounds.append(characters / runs[1][-1].cpu_seconds)
        memory = []
        for number in (20_000,) if args.quick else (20_000, 200_000):
            print(f"memory at {number:,} articles", file=sys.stderr)
            characters = texts.write_records(place / "many.jsonl", texts.repeated(all_of_them, number))
            memory.append((number, run(place / "many.jsonl", place / "many", 2, characters)))
    page = report(speeds, stages, runs, memory)
    print(page)
    args.out.write_text(page, "utf-8")


def report(
    speeds: dict[str, Speeds],
    stages: list[dict[str, float]],
    runs: dict[int, list[Run]],
    memory: list[tuple[int, Run]],
) -> str:
    """The page for docs/."""
    posseg, cut = speeds["jieba.posseg.cut"].middle, speeds["jieba.cut"].middle
    rows = [
        (name, speed, f"{speed.middle / posseg:.2f}", f"{speed.middle / cut:.2f}")
        for name, speed in speeds.items()
    ]
    total = sum(sum(stage.values()) for stage in stages)
    shares = [(name, f"{sum(s[name] for s in stages) / total:.0%}") for name in stages[0]]
    both = speeds["run, 2 workers"].middle / speeds["run, 1 worker"].middle
    one = runs[1][-1]
    inside = [(f"worker: {name}", value) for name, value in one.details["worker_seconds"].items()]
    inside += [(f"parent: {name}", value) for name, value in one.details["seconds"].items()]
    bare = start_seconds([sys.executable, "-c", "pass"])
    version = start_seconds([str(Path(sys.executable).with_name("bangfu")), "--version"])
    bangfu_import = start_seconds([sys.executable, "-c", "import bangfu"])
    packages = ("jieba", "rjieba", "opencc-python-reimplemented", "rensa", "pyarrow")
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in packages)
    starts = (
        ("python -c pass", f"{bare:.3f}"),
        ("python -c 'import bangfu'", f"{bangfu_import:.3f}"),
        ("bangfu --version", f"{version:.3f}"),
    )
    memory_rows = [
        (
            f"{n:,}",
            f"{r.characters / 1e6:.1f} M",
            f"{r.seconds:.0f} s",
            f"{r.worker_mb:.0f} MB",
            f"{r.parent_mb:.0f} MB",
        )
        for n, r in memory
    ]
    return f"""# Speed and memory

Made by `make bench` (`python -m benchmarks.speed`): do not edit.

{os.cpu_count()} cores ({cpu()}), Python {platform.python_version()}, {versions}; text: {texts.name()}.
Load average of the last minute at the end: {os.getloadavg()[0]:.1f}.

## Characters a second

Everything ran in turn in {len(stages)} rounds; the median, and the lowest and highest in brackets. Peers and
stages: one thread, dictionaries loaded, {STAGE_CHARACTERS:,} characters, by processor time. `run`: the
command, from its start to the last table written, {runs[1][0].characters:,} characters in a .jsonl file,
default settings, by the clock; "processor time" adds up that of all of its processes. That is the fair
figure beside the peers where other programs ran at the same time (see the load above; on a quiet machine
both are the same).

{table(("what", "characters a second", "× jieba.posseg", "× jieba.cut"), rows)}

Two workers are {both:.2f} times as fast as one.

## Where the time goes

{table(("stage", "share"), shares)}

Inside of one run with one worker, in seconds:

{table(("part", "seconds"), inside)}

## Memory

Highest resident memory of one process with two workers, the same articles again and again under other ids.

{table(("articles", "characters", "time", "a worker", "the parent"), memory_rows)}

## Start

{table(("command", "seconds"), starts)}
"""


if __name__ == "__main__":
    main()
