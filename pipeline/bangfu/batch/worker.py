"""A worker held at arm's length: a process of its own, watched, replaced when it dies.

A job goes to a child process. If that dies (``kill -9``, a fault in a library's C code), or takes longer or
more memory over one article than it may, it is killed and replaced, and the shard is begun again. An
article that ends three workers in this way, or one by its time, becomes a reject; so a worker that was
killed from outside costs nobody his article.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from select import select
from threading import Event, local
from time import monotonic
from typing import Any, cast

from bangfu.batch.child import BEAT, receive, send
from bangfu.batch.work import Done, Job
from bangfu.errors import BangfuError

_BOOT = (
    "import sys, pickle; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from bangfu.batch.child import main; main()"
)
_POLL = 0.1
_STRIKES = 3
_STARTS = 8
"""Deaths that convict an article, and that end the run where workers die before they come to any."""

_READING = 10
"""To reach its piece of a large gzip, a worker has to inflate all that lies before it."""

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS", "ARROW_NUM_THREADS")

_MEMORY = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "131072",
    "MALLOC_TRIM_THRESHOLD_": "131072",
}
"""A worker lives for hours: what a large article or part took goes back to the system at once (glibc's own
thresholds grow with what was freed, and an arena for each thread keeps what the others cannot use)."""


class WorkerDied(Exception):
    """A child ended before it answered: at which item, whether while reading it, why, and for certain."""

    def __init__(self, number: int, reading: bool, reason: str, certain: bool) -> None:
        super().__init__(reason)
        self.number, self.reading, self.reason, self.certain = number, reading, reason, certain


class Worker:
    """One child process."""

    def __init__(self, stop: Event | None = None) -> None:
        self._stop, self._closed = stop, False
        self._note, name = tempfile.mkstemp(prefix="bangfu-")
        os.unlink(name)  # both sides hold it open: nothing is left behind, however they end
        os.write(self._note, BEAT.pack(-1, False))
        # One job is one thread's work: libraries that would start a thread a core get in each other's way.
        environment = {**os.environ, **dict.fromkeys(_THREADS, "1"), **_MEMORY}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _BOOT, str(self._note)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            pass_fds=[self._note],
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._jobs, self._answers = self._process.stdin, self._process.stdout
        pickle.dump(sys.path, cast(Any, self._jobs))

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    def do(self, job: Job) -> Done:
        """Have a job done. Raises what the work raises, or :class:`WorkerDied`."""
        try:
            send(cast(Any, self._jobs), job)
            self._watch(job)
            answer = receive(cast(Any, self._answers))
        except (EOFError, BrokenPipeError) as error:
            self._process.wait()
            code = self._process.returncode
            reason = f"it ended its worker ({'signal' if code < 0 else 'exit code'} {abs(code)})"
            raise WorkerDied(*self._at(), reason, False) from error
        if isinstance(answer, Exception):
            raise answer
        return cast(Done, answer)

    def __del__(self) -> None:
        # A thread's worker goes with its thread.
        self.close()

    def close(self) -> None:
        """End the child, at once."""
        if self._closed:
            return
        self._closed = True
        self._process.kill()
        self._process.wait()
        self._answers.close()
        with suppress(BrokenPipeError):
            self._jobs.close()
        os.close(self._note)

    def _watch(self, job: Job) -> None:
        """Wait for the answer; end a child that stays too long with one item, or grows too large."""
        import psutil

        process = psutil.Process(self._process.pid)
        at, since = self._at(), monotonic()
        while not select([self._answers], [], [], _POLL)[0]:
            if self._stop is not None and self._stop.is_set():
                raise BangfuError("the run was stopped")
            if (now := self._at()) != at:
                at, since = now, monotonic()
            limit = job.settings.article_seconds * (_READING if at[1] else 1)
            if at[0] >= 0 and monotonic() - since > limit:
                self._process.kill()
                raise WorkerDied(*at, f"it took more than {limit:g} seconds", True)
            try:
                size = process.memory_info().rss
            except psutil.Error:
                continue
            if size > job.settings.worker_bytes:
                self._process.kill()
                megabytes = job.settings.worker_bytes // 1_000_000
                raise WorkerDied(*at, f"its worker needed more than {megabytes} MB", False)

    def _at(self) -> tuple[int, bool]:
        return cast("tuple[int, bool]", BEAT.unpack(os.pread(self._note, BEAT.size, 0)))


_own = local()


def adopt(stop: Event) -> None:
    """Tie this thread's worker to an event that says when nobody waits for its work any more."""
    _own.stop = stop


def do(job: Job) -> Done:
    """Have a job done by this thread's worker, replaced as often as it dies.

    This is what runs in the threads of a local pool and of a Dask worker alike. Raises what the work raises;
    :class:`BangfuError` where workers die before they come to any article.
    """
    strikes = Counter[tuple[int, bool]]()
    skip: Mapping[tuple[int, bool], str] = {}
    while True:
        worker = getattr(_own, "worker", None)
        if worker is None:
            worker = _own.worker = Worker(getattr(_own, "stop", None))
        try:
            return worker.do(replace(job, skip=skip))
        except WorkerDied as death:
            _own.worker = None
            worker.close()
            place = (death.number, death.reading)
            strikes[place] += 1
            if death.number < 0:
                if strikes[place] >= _STARTS:
                    raise BangfuError(f"workers die outside of any article: {death.reason}") from death
            elif death.certain or strikes[place] >= _STRIKES:
                skip = {**skip, place: death.reason}
        except BaseException:
            _own.worker = None
            worker.close()
            raise
