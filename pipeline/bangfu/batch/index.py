"""What the merge has to know of all items at once: their ids in order, and which are copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bangfu.batch.duplicates import Prints, originals
from bangfu.batch.part import read_columns

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa


_COLUMNS = ("doc_id", "hash", "shingles", "damage", "signature", "facts")


@dataclass(frozen=True, slots=True)
class Index:
    """Every article of the parts, numbered as the parts hold them.

    ``places`` gives for each part and each of its items the article's number, -1 for a reject. ``ids`` are
    unique. ``ranks`` are the articles' places in the order of their ids, ``copy_of`` the number of the
    original, -1 for none.
    """

    parts: Sequence[Path]
    places: Sequence[npt.NDArray[np.int64]]
    ids: pa.StringArray
    ranks: npt.NDArray[np.int64]
    copy_of: npt.NDArray[np.int64]


def build(parts: Sequence[Path], scratch: Path) -> Index:
    """Read the index columns of all parts; signatures and facts go to files in ``scratch``.

    Where two articles have one id, the second by source becomes ``ID~2``, and so on.
    """
    import numpy as np
    import pyarrow as pa

    places, ids, hashes, shingles, damage, fact_counts = [], [], [], [], [], []
    count = 0
    signatures, facts = scratch / "signatures", scratch / "facts"
    with signatures.open("wb") as signature_file, facts.open("wb") as fact_file:
        for path in parts:
            table = read_columns(path, _COLUMNS)
            given = table["hash"].is_valid().to_numpy(zero_copy_only=False)
            articles = int(given.sum())
            place = np.full(len(given), -1, np.int64)
            place[given] = np.arange(count, count + articles)
            count += articles
            places.append(place)
            table = table.filter(pa.array(given)).combine_chunks()
            if not articles:
                continue
            ids.append(table["doc_id"].combine_chunks())
            hashes.append(np.frombuffer(b"".join(table["hash"].to_pylist()), "<u8").reshape(-1, 2))
            shingles.append(table["shingles"].to_numpy())
            damage.append(table["damage"].to_numpy())
            lists = table["facts"].combine_chunks()
            fact_counts.append(np.diff(lists.offsets.to_numpy()))
            fact_file.write(lists.flatten().to_numpy().astype("<u4").tobytes())
            signature_file.write(b"".join(table["signature"].to_pylist()))
    names = _array(ids)
    sources = _sources(parts, places) if _clash(names) else None
    if sources is not None:
        names = _apart(names, sources)
    ranks = _ranks(names)
    if not count:
        return Index(parts, places, names, ranks, np.empty(0, np.int64))
    ends = np.concatenate([[0], np.cumsum(np.concatenate(fact_counts), dtype=np.int64)])
    prints = Prints(
        ranks,
        np.concatenate(hashes),
        np.concatenate(shingles),
        np.concatenate(damage),
        ends,
        facts,
        signatures,
    )
    copy_of = originals(prints, scratch)
    signatures.unlink()
    facts.unlink()
    return Index(parts, places, names, ranks, copy_of)


def _array(pieces: Sequence[pa.Array]) -> pa.StringArray:
    import pyarrow as pa

    return pa.concat_arrays(pieces) if pieces else pa.array([], pa.string())


def _ranks(names: pa.StringArray) -> npt.NDArray[np.int64]:
    """The place of each name in the order of code points."""
    import numpy as np
    import pyarrow.compute as pc

    ranks = np.empty(len(names), np.int64)
    ranks[pc.sort_indices(names).to_numpy()] = np.arange(len(names))
    return ranks


def _clash(names: pa.StringArray) -> bool:
    import pyarrow.compute as pc

    return bool(pc.count_distinct(names).as_py() < len(names))


def _sources(parts: Sequence[Path], places: Sequence[npt.NDArray[np.int64]]) -> pa.StringArray:
    import pyarrow as pa

    pieces = []
    for path, place in zip(parts, places, strict=True):
        column = read_columns(path, ["source"])["source"].combine_chunks()
        pieces.append(column.filter(pa.array(place >= 0)))
    return _array(pieces)


def _apart(names: pa.StringArray, sources: pa.StringArray) -> pa.StringArray:
    """Ids that no two articles share; the sources, which differ, say who keeps the bare one."""
    import pyarrow as pa
    import pyarrow.compute as pc

    order = pc.sort_indices(
        pa.table({"name": names, "source": sources}),
        sort_keys=[("name", "ascending"), ("source", "ascending")],
    ).to_pylist()
    listed = names.to_pylist()
    taken = set(listed)
    before, number = None, 1
    for i in order:
        if listed[i] != before:
            before, number = listed[i], 1
            continue
        while (new := f"{before}~{number + 1}") in taken:
            number += 1
        taken.add(new)
        listed[i], number = new, number + 1
    return pa.array(listed, pa.string())
