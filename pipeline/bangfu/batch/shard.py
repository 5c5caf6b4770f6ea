"""A shard: as many units of input as make some seconds of work, done, kept and redone as one."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

from bangfu.errors import RejectError
from bangfu.read.unit import Unit
from bangfu.read.units import digest, units

SHARD_BYTES = 1_000_000
"""Most input to a shard: a few hundred articles, some seconds of work; what a crash can cost each worker."""

SHARD_UNITS = 500
"""Most files to a shard, however small they are."""

TAIL_SHARDS = 4
SPLIT = 8
"""The last four shards are cut in eight: all workers end at nearly the same time, and a small crawl, which is
all tail, has work for many. Smaller ones everywhere would cost more in parts than they save."""

UNIT_BYTES = SHARD_BYTES // SPLIT
"""Where a file of records is cut."""

_ONE_IN = 64


@dataclass(frozen=True, slots=True)
class Shard:
    """Neighbouring units of the input. ``size`` is the expected work in bytes."""

    units: tuple[Unit, ...]

    @property
    def size(self) -> int:
        """The input's bytes, as far as the listing knows them."""
        return sum(unit.size for unit in self.units)

    def key(self) -> str:
        """A hash of the content of every unit: equal only for equal work."""
        out = hashlib.sha256()
        for unit in self.units:
            try:
                out.update(digest(unit).encode())
            except RejectError as error:
                # It cannot be read now: the shard is that of a file that cannot be read, for this reason.
                out.update(f"{unit.name}\0{error}".encode())
        return out.hexdigest()[:32]


def shards_of(inputs: Sequence[str | Path]) -> Iterator[Shard]:
    """The shards of files and folders. Raises :class:`UsageError` for a missing input."""
    return shards(units(inputs, UNIT_BYTES))


def shards(pieces: Iterable[Unit]) -> Iterator[Shard]:
    """Cut a stream of units into shards by bytes and number; nothing is held but the last few of them.

    Beyond half of its size a shard ends where a unit's name says so (content-defined chunking, as rsync and
    backup programs cut files). So a file that is added or grows makes its own shard stale, and hardly ever
    the ones after it; only the tail, which is cut smaller, is another one then.

    >>> from bangfu.read.unit import Unit
    >>> small = [Unit(f"{i}.txt", f"/{i}.txt", "txt", size=50_000) for i in range(200)]
    >>> [len(shard.units) for shard in shards(small)][:11]
    [20, 20, 20, 20, 20, 20, 13, 2, 2, 2, 2]
    """
    last: deque[list[Unit]] = deque()
    for group in _groups(pieces, SHARD_BYTES, SHARD_UNITS):
        last.append(group)
        if len(last) > TAIL_SHARDS:
            yield _shard(last.popleft())
    for group in last:
        yield from map(_shard, _groups(group, SHARD_BYTES // SPLIT, SHARD_UNITS // SPLIT))


def _groups(pieces: Iterable[Unit], most_bytes: int, most_units: int) -> Iterator[list[Unit]]:
    """Neighbours in groups of so many bytes and units at most; one unit may be larger."""
    held: list[Unit] = []
    size = 0
    for unit in pieces:
        if held and (size + unit.size > most_bytes or len(held) == most_units):
            yield held
            held, size = [], 0
        held.append(unit)
        size += unit.size
        if (size > most_bytes // 2 or len(held) > most_units // 2) and _is_border(unit):
            yield held
            held, size = [], 0
    if held:
        yield held


def _shard(group: list[Unit]) -> Shard:
    """A shard of the group's units, where those that continue one another in a file are one."""
    joined: list[Unit] = []
    for unit in group:
        if joined and _continues(unit, joined[-1]):
            before = joined.pop()
            content = before.content and hashlib.sha256((before.content + unit.content).encode()).hexdigest()
            unit = replace(unit, start=before.start, size=before.size + unit.size, content=content)
        joined.append(unit)
    return Shard(tuple(joined))


def _continues(unit: Unit, before: Unit) -> bool:
    # A stretch that listing could not hash must be read for its name, together with no other one.
    return (unit.path, unit.start, bool(unit.content)) == (before.path, before.stop, bool(before.content))


def _is_border(unit: Unit) -> bool:
    return crc32(f"{unit.name}\0{unit.start}".encode()) % _ONE_IN == 0
