"""Which articles are copies of which: exact ones by hash, near ones by MinHash with banding (LSH).

Two articles are copies where their shingles mostly agree *or* one holds nearly all of the other (a cut copy),
and their facts do not contradict each other. The second rule keeps apart what the first cannot: reports
written from one template share nine tenths of their shingles, and each states something that the other
does not; a mirror, a cut copy or a copy under another headline states nothing new.

The original is the copy with the most facts, then the one that needed the fewest repairs, then the one whose
id sorts first; every copy was compared with its original itself, so nothing drifts along a chain of
likenesses. Nothing here depends on the order of reading. A million articles take some hundred megabytes of
scratch files and few of memory.

The banding is that of Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3: a pair of Jaccard
similarity J meets in one of 32 bands of 4 numbers with the probability 1 - (1 - J^4)^32.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from contextlib import ExitStack
from dataclasses import dataclass
from mmap import ACCESS_READ, MADV_RANDOM, mmap
from pathlib import Path
from typing import TYPE_CHECKING

from bangfu.batch.fingerprint import MIN_SHINGLES, PERMUTATIONS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MIN_JACCARD = 0.4
"""Below this a pair is not looked at: a cut copy keeps about half of its original, or is not found."""

MIN_CONTAINED = 0.8
"""How much of the shorter text the longer one holds. For texts of equal length: a Jaccard of 0.67."""

FACTS_PER_SLIP = 10
"""Two articles may differ in one fact each for so many that they share: a misprint is no other report."""

_ROWS = 4
_BANDS = PERMUTATIONS // _ROWS
_NEIGHBOURS = 32
_FIRST = 4
_CHUNK = 8_000


@dataclass(frozen=True, slots=True)
class Prints:
    """What stands for each article, one entry an article, in any order.

    ``signatures`` and ``facts`` lie in files (uint32, little-endian); article *i* has the facts
    ``ends[i]:ends[i+1]``. ``ranks`` are the places of the ids in their sorted order.
    """

    ranks: npt.NDArray[np.int64]
    hashes: npt.NDArray[np.uint64]
    shingles: npt.NDArray[np.int32]
    damage: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int64]
    facts: Path
    signatures: Path

    def facts_of(self, articles: npt.NDArray[np.int64]) -> dict[int, frozenset[int]]:
        """The facts of some articles."""
        import numpy as np

        values = np.memmap(self.facts, "<u4", "r") if self.ends[-1] else np.empty(0, np.uint32)
        return {i: frozenset(values[self.ends[i] : self.ends[i + 1]].tolist()) for i in articles.tolist()}


def originals(prints: Prints, scratch: Path) -> npt.NDArray[np.int64]:
    """For each article the one that it is a copy of, or -1. ``scratch`` is a folder for passing files."""
    import numpy as np

    first = _first_of_equal(prints)
    alone = np.flatnonzero((first == np.arange(len(first))) & (prints.shingles >= MIN_SHINGLES))
    if len(alone) > 1:
        alone = alone[_best_first(prints, alone)]
        near = _near(prints, alone, scratch)
        original = np.arange(len(first))
        original[alone] = alone[near]
        first = original[first]
    return np.where(first == np.arange(len(first)), -1, first)


def contradict(a: Set[int], b: Set[int]) -> bool:
    """Whether each of two articles states what the other does not, beyond a slip or two.

    >>> contradict({1, 2, 3}, {1, 2}), contradict({1, 2, 3}, {1, 2, 4})
    (False, True)
    >>> contradict({*range(30), 98}, {*range(30), 99})
    False
    """
    shared = len(a & b)
    return min(len(a), len(b)) - shared > shared // FACTS_PER_SLIP


def _first_of_equal(prints: Prints) -> npt.NDArray[np.int64]:
    """For each article the least damaged, then the first by rank, among those with the same clean text."""
    import numpy as np

    order = np.lexsort((prints.ranks, prints.damage, prints.hashes[:, 1], prints.hashes[:, 0]))
    ordered = prints.hashes[order]
    new = np.ones(len(order), bool)
    new[1:] = (ordered[1:] != ordered[:-1]).any(1)
    first = np.empty(len(order), np.int64)
    first[order] = order[np.maximum.accumulate(np.where(new, np.arange(len(order)), 0))]
    return first


def _best_first(prints: Prints, among: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Most facts first; equal facts side by side, so that mirrors are neighbours; least damage; id."""
    import numpy as np

    sizes = np.diff(prints.ends)
    sums = np.empty(len(sizes), np.uint64)
    with prints.facts.open("rb") as file:
        for begin in range(0, len(sizes), _CHUNK):
            ends = prints.ends[begin : begin + _CHUNK + 1]
            values = np.fromfile(file, "<u4", int(ends[-1] - ends[0])).astype(np.uint64)
            totals = np.concatenate([[np.uint64(0)], np.cumsum(values * values, dtype=np.uint64)])
            local = ends - ends[0]
            sums[begin : begin + _CHUNK] = totals[local[1:]] - totals[local[:-1]]
    return np.lexsort((prints.ranks[among], prints.damage[among], sums[among], -sizes[among]))


def _near(prints: Prints, order: npt.NDArray[np.int64], scratch: Path) -> npt.NDArray[np.int64]:
    """For each place in ``order`` the place of its original (its own, where it is one)."""
    import numpy as np

    seen = np.empty(0, np.int64)
    found: list[npt.NDArray[np.int64]] = []
    for pairs in _candidates(prints, order, scratch):
        new = np.setdiff1d(pairs, seen, assume_unique=True)
        if len(new):
            seen = np.union1d(seen, new)
            found.append(new[_alike(prints, order, new)])
    original = np.arange(len(order))
    edges = np.sort(np.concatenate(found)) if found else seen
    # A pair is (later << 32 | earlier): in this order every article meets its best candidate first, and the
    # candidates' own fate is settled before.
    for pair in edges.tolist():
        later, earlier = pair >> 32, pair & 0xFFFFFFFF
        if original[later] == later and original[earlier] == earlier:
            original[later] = earlier
    return original


def _candidates(
    prints: Prints, order: npt.NDArray[np.int64], scratch: Path
) -> Iterator[npt.NDArray[np.int64]]:
    """Pairs of places that share a band; in a crowd, neighbours and the first few stand for all pairs."""
    import numpy as np

    files = [scratch / f"band-{band}" for band in range(_BANDS)]
    _write_bands(prints.signatures, files)
    for path in files:
        keys = np.fromfile(path, "<u8")[order]
        path.unlink()
        place = np.argsort(keys, kind="stable")
        keys = keys[place]
        new = np.ones(len(keys), bool)
        new[1:] = keys[1:] != keys[:-1]
        here = np.arange(len(keys))
        begin = np.maximum.accumulate(np.where(new, here, 0))
        pairs = []
        for step in range(1, _NEIGHBOURS + _FIRST + 1):
            if step <= _NEIGHBOURS:
                earlier = here - step
                which = np.flatnonzero(earlier >= begin)
            else:
                earlier = begin + (step - _NEIGHBOURS - 1)
                which = np.flatnonzero(here - earlier > _NEIGHBOURS)
            if not len(which):
                break
            pairs.append((place[which] << 32) | place[earlier[which]])
        if pairs:
            yield np.unique(np.concatenate(pairs))


def _write_bands(signatures: Path, files: list[Path]) -> None:
    """One key for each article and band, a file for each band; read and written from end to end."""
    import numpy as np

    with ExitStack() as stack:
        outs = [stack.enter_context(path.open("wb")) for path in files]
        rows = stack.enter_context(signatures.open("rb"))
        while len(some := np.fromfile(rows, "<u8", _CHUNK * PERMUTATIONS // 2)):
            halves = some.reshape(-1, _BANDS, 2)
            keys = halves[:, :, 0] * np.uint64(0x9E3779B97F4A7C15)
            keys ^= keys >> np.uint64(29)
            keys = (keys + halves[:, :, 1]) * np.uint64(0xBF58476D1CE4E5B9)
            keys ^= keys >> np.uint64(32)
            for band, out in enumerate(outs):
                out.write(np.ascontiguousarray(keys[:, band]).astype("<u8").tobytes())


def _alike(
    prints: Prints, order: npt.NDArray[np.int64], pairs: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Which pairs are copies of each other."""
    import numpy as np

    later, earlier = order[pairs >> 32], order[pairs & 0xFFFFFFFF]
    result = np.zeros(len(pairs), bool)
    for begin in range(0, len(pairs), _CHUNK):
        a, b = later[begin : begin + _CHUNK], earlier[begin : begin + _CHUNK]
        jaccard = (_rows(prints.signatures, a) == _rows(prints.signatures, b)).mean(1)
        sizes = prints.shingles[a].astype(float), prints.shingles[b].astype(float)
        contained = jaccard / (1 + jaccard) * (sizes[0] + sizes[1]) / np.minimum(*sizes)
        close = (jaccard >= MIN_JACCARD) & (contained >= MIN_CONTAINED)
        facts = prints.facts_of(np.union1d(a[close], b[close]))
        for i in np.flatnonzero(close).tolist():
            close[i] = not contradict(facts[int(a[i])], facts[int(b[i])])
        result[begin : begin + _CHUNK] = close
    return result


def _rows(path: Path, which: npt.NDArray[np.int64]) -> npt.NDArray[np.uint32]:
    """Some signatures from their file; mapped only as long as this takes, so that memory stays flat."""
    import numpy as np

    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as mapped:
        mapped.madvise(MADV_RANDOM)  # else the system maps sixteen pages for each that is looked at
        rows = np.frombuffer(mapped, "<u4").reshape(-1, PERMUTATIONS)
        some: npt.NDArray[np.uint32] = rows[which]
        del rows  # the map cannot be closed before
        return some
