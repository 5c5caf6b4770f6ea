"""Parts to tables: streamed in the order of ids, whatever the order in which the parts were made.

The order of all articles is known (:mod:`bangfu.batch.index`), so the stream is cut into buckets of
neighbouring articles, and a bucket needs only the parts that hold some of them. Where ids are scattered over
the parts (hashes of URLs), so that each bucket would need every part, the parts are first dealt out into one
file a bucket.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bangfu.batch.index import Index
from bangfu.batch.part import TEXTS, read_columns, schema_of
from bangfu.tables.schema import TABLES, arrow_schema

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

BUCKET = 2_000
"""Articles in a bucket: what the merge holds of one table at a time."""

_MAX_BUCKETS = 400
"""Files that dealing out keeps open at once; with more articles than that allows, buckets grow."""

_DEAL_AT_ONCE = 6_000_000
"""Bytes of parts that dealing out holds at once; in memory they take some twenty times as much."""

_REREADS = 3
_DEALT = {*TABLES, TEXTS} - {"rejects"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A Parquet file with the articles of some items: their numbers, -1 for what is no article."""

    path: Path
    numbers: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Merge:
    """All that a stream of the tables' rows needs."""

    index: Index
    buckets: list[list[Piece]]
    width: int
    drop_duplicates: bool

    def flow(self, names: Sequence[str] = tuple(TABLES)) -> Iterator[tuple[str, pa.RecordBatch]]:
        """The rows of some tables, a bucket of articles at a time; a part is opened once for all of them."""
        import pyarrow as pa

        if "rejects" in names:
            for batch in _rejects(self.index.parts):
                yield "rejects", batch
        names = [name for name in names if name != "rejects"]
        for number, pieces in enumerate(self.buckets if names else ()):
            columns, articles = self._bucket(names, number, pieces)
            kept = self.index.copy_of[articles] < 0
            for name, lists in zip(names, columns, strict=True):
                if not self.drop_duplicates or name in ("articles", TEXTS):
                    yield name, _rows(name, lists, articles, self.index)
                else:
                    yield name, _rows(name, lists.filter(pa.array(kept)), articles[kept], self.index)

    def _bucket(
        self, names: Sequence[str], bucket: int, pieces: list[Piece]
    ) -> tuple[list[pa.ListArray], npt.NDArray[np.int64]]:
        """The articles of a bucket in their order: their lists of rows by table, and their numbers."""
        import numpy as np
        import pyarrow as pa

        ranks = self.index.ranks
        found, numbers = [], []
        for piece in pieces:
            here = np.flatnonzero(piece.numbers >= 0)
            here = here[ranks[piece.numbers[here]] // self.width == bucket]
            found.append(_columns(piece.path, names).take(pa.array(here)))
            numbers.append(piece.numbers[here])
        together = np.concatenate(numbers)
        order = np.argsort(ranks[together], kind="stable")
        table = pa.concat_tables(found).combine_chunks().take(pa.array(order))
        return [table[name].combine_chunks() for name in names], together[order]


def plan(index: Index, scratch: Path, drop_duplicates: bool) -> Merge:
    """Cut the order of articles into buckets; deal the parts out first where their ids are scattered."""
    import numpy as np

    count = len(index.ranks)
    width = max(BUCKET, -(-count // _MAX_BUCKETS))
    pieces = [Piece(path, numbers) for path, numbers in zip(index.parts, index.places, strict=True)]
    touched = [
        np.unique(index.ranks[piece.numbers[piece.numbers >= 0]] // width).tolist() for piece in pieces
    ]
    if sum(map(len, touched)) > _REREADS * len(pieces):
        buckets = [[piece] for piece in _deal(index, pieces, width, scratch)]
    else:
        buckets = [[] for _ in range(-(-count // width))]
        for piece, numbers in zip(pieces, touched, strict=True):
            for number in numbers:
                buckets[number].append(piece)
    return Merge(index, buckets, width, drop_duplicates)


def _deal(index: Index, pieces: list[Piece], width: int, scratch: Path) -> list[Piece]:
    """Copy each article into the file of its bucket.

    The files are Arrow's own format: a Parquet writer would hold the description of every small piece, for
    every bucket, until its end.
    """
    import numpy as np
    import pyarrow as pa

    paths = [scratch / f"bucket-{n}.arrow" for n in range(-(-len(index.ranks) // width))]
    dealt: list[list[npt.NDArray[np.int64]]] = [[] for _ in paths]
    packed = pa.ipc.IpcWriteOptions(compression="zstd", use_threads=False)
    with ExitStack() as stack:
        writers: list[pa.ipc.RecordBatchFileWriter] = []
        for some in _some(pieces):
            tables = [read_columns(piece.path) for piece in some]
            moved = [name for name in tables[0].column_names if name in _DEALT]
            table = pa.concat_tables([t.select(moved) for t in tables]).replace_schema_metadata(None)
            if not writers:
                writers = [
                    stack.enter_context(pa.ipc.new_file(path, table.schema, options=packed)) for path in paths
                ]
            numbers = np.concatenate([piece.numbers for piece in some])
            here = np.flatnonzero(numbers >= 0)
            here = here[np.argsort(index.ranks[numbers[here]])]
            table, numbers = table.combine_chunks().take(pa.array(here)), numbers[here]
            goes = index.ranks[numbers] // width
            ends = np.searchsorted(goes, np.arange(len(paths) + 1))
            for bucket in np.unique(goes).tolist():
                begin, end = int(ends[bucket]), int(ends[bucket + 1])
                writers[bucket].write_table(table.slice(begin, end - begin))
                dealt[bucket].append(numbers[begin:end])
    return [Piece(path, np.concatenate(some)) for path, some in zip(paths, dealt, strict=True)]


def _some(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """As many pieces as may be held at once."""
    held: list[Piece] = []
    size = 0
    for piece in pieces:
        more = piece.path.stat().st_size
        if held and size + more > _DEAL_AT_ONCE:
            yield held
            held, size = [], 0
        held.append(piece)
        size += more
    if held:
        yield held


def _columns(path: Path, names: Sequence[str]) -> pa.Table:
    """Some tables' columns of a part, or of a bucket's file."""
    import pyarrow as pa

    if path.suffix == ".parquet":
        return read_columns(path, names)
    with pa.OSFile(str(path)) as file:
        schema = pa.ipc.open_file(file).schema
        places = [schema.get_field_index(name) for name in names]
        options = pa.ipc.IpcReadOptions(included_fields=places, use_threads=False)
        return pa.ipc.open_file(file, options=options).read_all()


def _rows(name: str, lists: pa.ListArray, numbers: npt.NDArray[np.int64], index: Index) -> pa.RecordBatch:
    """Lists of rows, one list an article, as a batch; ids and originals are filled in from the index."""
    import pyarrow as pa
    import pyarrow.compute as pc

    articles = numbers[pc.list_parent_indices(lists).to_numpy()]
    schema = schema_of(name)
    columns = dict(zip(schema.names, lists.flatten().flatten(), strict=True))
    columns["doc_id"] = index.ids.take(pa.array(articles))
    if name == "articles":
        original = index.copy_of[articles]
        columns["duplicate_of"] = index.ids.take(pa.array(original, mask=original < 0))
    return pa.RecordBatch.from_arrays([columns[column] for column in schema.names], schema=schema)


def _rejects(parts: Sequence[Path]) -> Iterator[pa.RecordBatch]:
    """All rejects, sorted; they are held at once, being few and short."""
    import pyarrow as pa

    schema = arrow_schema("rejects")
    found = [pa.RecordBatch.from_arrays([pa.array([], f.type) for f in schema], schema=schema)]
    for path in parts:
        lists = read_columns(path, ["rejects"])["rejects"].combine_chunks()
        rows = lists.flatten().flatten()
        if len(rows[0]):
            found.append(pa.RecordBatch.from_arrays(rows, schema=schema))
    table = pa.Table.from_batches(found)
    keys = [(column, "ascending") for column in TABLES["rejects"].sort_key]
    yield from table.sort_by(keys).combine_chunks().to_batches()
