"""The worker's process: takes jobs from standard input, answers on standard output."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import struct
import sys
from typing import BinaryIO

_LENGTH = struct.Struct("<Q")
BEAT = struct.Struct("<q?")
"""What a worker notes before each step: the item's number in its shard, and whether it is being read."""


_IDLE = 300

_NEW_OBJECTS = 50_000
"""How many more new objects than freed ones call the cyclic collector. With Python's own 700 it looks through
the lexicons several times while they load, for nothing: the stages leave hardly any cycles."""


def send(stream: BinaryIO, message: object) -> None:
    """Write one message."""
    data = pickle.dumps(message, protocol=5)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """Read one message; raises ``EOFError`` where the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


def main() -> None:
    """Do jobs until standard input ends. The first argument is the descriptor of the file for notes."""
    # Ctrl-C reaches the whole group of processes; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    jobs = sys.stdin.buffer
    # A library that prints must not get between the messages.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    parent = os.getppid()
    note = int(sys.argv[1])

    def beat(number: int, reading: bool) -> None:
        if os.getppid() != parent:
            os._exit(1)  # orphaned: the run was killed, and nobody waits for this part
        os.pwrite(note, BEAT.pack(number, reading), 0)

    from bangfu.batch.work import Job, work

    _keep_pandas_out()
    gc.set_threshold(_NEW_OBJECTS, 20, 20)
    while True:
        # A Dask worker outlives the run, and its threads keep their children: an idle one goes by itself.
        signal.alarm(_IDLE)
        try:
            job = receive(jobs)
        except EOFError:
            return
        signal.alarm(0)
        assert isinstance(job, Job)
        try:
            answer: object = work(job, beat)
        except Exception as error:  # the parent raises it again, in its own process
            answer = error if _travels(error) else RuntimeError(f"{type(error).__name__}: {error}")
        send(answers, answer)
        del job, answer
        # Lexicons and models are hundreds of thousands of objects that never go: no later collection needs to
        # look through them again. Garbage goes first, so that nothing stays that could be freed.
        gc.collect()
        gc.freeze()


class _NoPandas:
    """A finder of modules that answers for pandas: there is none."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Raises ``ModuleNotFoundError`` for pandas."""
        if name == "pandas":
            raise ModuleNotFoundError(name)


def _keep_pandas_out() -> None:
    """Let pyarrow not find pandas when it looks for it, once: half a second and sixty megabytes a worker."""
    import pyarrow as pa

    finder = _NoPandas()
    sys.meta_path.insert(0, finder)
    pa.array([""])
    sys.meta_path.remove(finder)


def _travels(error: Exception) -> bool:
    try:
        return type(pickle.loads(pickle.dumps(error))) is type(error)
    except Exception:
        return False
