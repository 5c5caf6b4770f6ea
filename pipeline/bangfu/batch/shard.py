"""A shard: as many units of input as make some seconds of work, done, kept and redone as one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from bangfu.errors import RejectError
from bangfu.read.unit import Unit
from bangfu.read.units import digest, units

SHARD_BYTES = 1_000_000
"""Most input to a shard: a few hundred articles, some seconds of work; what a crash can cost each worker."""

SHARD_UNITS = 500
"""Most files to a shard, however small they are."""

_ONE_IN = 64

UNIT_BYTES = 1_000_000
"""Where a file of records is cut."""


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
    """Cut a stream of units into shards by bytes and number; nothing is held but the current one.

    Beyond half of its size a shard ends where a unit's name says so (content-defined chunking, as rsync and
    backup programs cut files). So a file that is added or grows makes its own shard stale, and hardly ever
    the ones after it.

    >>> from bangfu.read.unit import Unit
    >>> small = [Unit(f"{i}.txt", f"/{i}.txt", "txt", size=400_000) for i in range(5)]
    >>> [len(shard.units) for shard in shards(small)]
    [2, 2, 1]
    """
    held: list[Unit] = []
    size = 0
    for unit in pieces:
        if held and (size + unit.size > SHARD_BYTES or len(held) == SHARD_UNITS):
            yield Shard(tuple(held))
            held, size = [], 0
        held.append(unit)
        size += unit.size
        if (size > SHARD_BYTES // 2 or len(held) > SHARD_UNITS // 2) and _is_border(unit):
            yield Shard(tuple(held))
            held, size = [], 0
    if held:
        yield Shard(tuple(held))


def _is_border(unit: Unit) -> bool:
    return crc32(f"{unit.name}\0{unit.start}".encode()) % _ONE_IN == 0
