"""Runs killed with SIGKILL at random moments and resumed: every table must be as if nothing had happened.

    python -m benchmarks.kill_resume [--kills 20] [--articles 4000] [--seed 1]

Two ways: the whole process group (parent and workers, as a machine that loses its power), and the parent
alone, whose workers have to go by themselves. Exits with 1 where a byte differs.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import texts

FORMATS = "csv,parquet,sqlite"

SMALL_SHARDS = """
import sys
from bangfu.batch import shard
from bangfu.cli import main

shard.SHARD_BYTES = shard.UNIT_BYTES = 100_000
sys.exit(main())
"""
"""The command with shards of a tenth of their size, so that a short run has many."""


def start(source: Path, out: Path) -> subprocess.Popen[bytes]:
    """A run in a process group of its own."""
    options = ["run", str(source), "-o", str(out), "--format", FORMATS, "--workers", "2"]
    command = [sys.executable, "-c", SMALL_SHARDS, *options]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)


def hashes(out: Path) -> dict[str, str]:
    """The SHA-256 of every file on top of an output folder."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(out.iterdir()) if p.is_file()}


def main() -> int:
    """Run, kill, resume, compare."""
    parser = argparse.ArgumentParser(description="Kill runs at random moments and compare their tables.")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        source = place / "articles.jsonl"
        texts.write_records(source, texts.repeated(texts.articles(), args.articles))
        began = time.perf_counter()
        start(source, place / "calm").wait()
        length = time.perf_counter() - began
        expected = hashes(place / "calm")
        print(f"uninterrupted: {length:.1f} s, {len(expected)} files")
        out, wrong, killed, runs = place / "out", 0, 0, 0
        while killed < args.kills:
            run = start(source, out)
            runs += 1
            group = rng.random() < 0.5
            # Longer waits than a share of the run would hit the same phase again and again: the later ones,
            # with most shards kept, are short, and a kill must also meet their merge.
            wait = rng.uniform(0.05, 1) * (length if killed % 2 else min(length, 4.0))
            try:
                run.wait(wait)
            except subprocess.TimeoutExpired:
                (os.killpg if group else os.kill)(run.pid, signal.SIGKILL)
                killed += 1
                run.wait()
            kept = len(list((out / ".bangfu" / "parts").glob("[!.]*.parquet"))) if out.exists() else 0
            found = hashes(out) if out.exists() else {}
            differing = [name for name, digest in found.items() if expected[name] != digest]
            wrong += len(differing)
            way = "ended by itself" if run.returncode == 0 else f"killed ({'group' if group else 'parent'})"
            print(
                f"run {runs}: {way} after {wait:.1f} s; {kept} parts, {len(found)} files, wrong: {differing}"
            )
            if run.returncode == 0:
                for path in sorted(out.rglob("*"), reverse=True):
                    path.rmdir() if path.is_dir() else path.unlink()
        start(source, out).wait()
        final = hashes(out)
        wrong += final != expected
        print(f"{killed} kills, then a run to its end: {'every file equal' if not wrong else 'FILES DIFFER'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
