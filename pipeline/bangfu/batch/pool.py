"""Where jobs run: threads that each hold a worker process, or a Dask cluster; one interface for both."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from typing import Any

from bangfu.batch import worker
from bangfu.errors import BangfuError, UsageError

CONNECT_SECONDS = 10
"""How long to wait for a Dask scheduler."""


@contextmanager
def pool(workers: int | None, dask: str | None) -> Iterator[tuple[Executor, int]]:
    """An executor in the sense of :mod:`concurrent.futures`, and how many jobs it can do at a time.

    ``workers=None`` is one a core. Raises :class:`UsageError` where the cluster cannot be reached or the
    extra is not installed.
    """
    if dask is not None:
        with _cluster(dask) as found:
            yield found
        return
    count = workers if workers is not None else cores()
    if count < 1:
        raise UsageError("workers must be at least 1")
    stop = Event()
    executor = ThreadPoolExecutor(count, "bangfu", initializer=worker.adopt, initargs=(stop,))
    try:
        yield executor, count
    except BaseException:
        stop.set()  # Ctrl-C, a full disk: nobody waits for what the workers are at
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def cores() -> int:
    """The cores that this process may use.

    >>> cores() >= 1
    True
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    try:
        import distributed
    except ImportError:
        raise UsageError("--dask needs the extra: pip install 'bangfu[dask]'") from None
    try:
        connect: Any = distributed.Client
        client = connect(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"no Dask scheduler answers at {address}: {error}") from error
    with client:
        count = sum(client.nthreads().values())
        if not count:
            raise BangfuError(f"the Dask cluster at {address} has no workers")
        # The parts are the result: a job that ran twice wrote the same bytes, so Dask may run it again.
        yield client.get_executor(pure=False, retries=3), count
