"""Units of work: what there is to read, cut into pieces that any process can read by itself.

``units`` lists, ``read_unit`` reads, ``digest`` names a piece by its content. Whoever reads the units of some
inputs in any order, one by one or in many processes, gets the same sources and rejects.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bangfu.article import Source
from bangfu.errors import RejectError
from bangfu.read.csv_table import cut_table, read_table
from bangfu.read.html_page import read_page
from bangfu.read.json_file import read_json
from bangfu.read.json_lines import cut_lines, read_lines
from bangfu.read.listing import files
from bangfu.read.parquet_table import bytes_of, cut_parquet, read_parquet
from bangfu.read.reject import Reject
from bangfu.read.streams import open_bytes, read_errors, skip
from bangfu.read.text_file import read_text
from bangfu.read.unit import Unit
from bangfu.read.web_archive import cut_archive, read_archive
from bangfu.settings import Settings

_READERS: dict[str, Callable[[Unit, Settings], Iterator[Source | Reject]]] = {
    "csv": read_table,
    "html": read_page,
    "json": read_json,
    "jsonl": read_lines,
    "parquet": read_parquet,
    "txt": read_text,
    "warc": read_archive,
}
_CUTS: dict[str, Callable[[Unit, int], Iterator[Unit]]] = {
    "csv": cut_table,
    "jsonl": cut_lines,
    "parquet": cut_parquet,
    "warc": cut_archive,
}
_CHUNK = 1 << 20

UNIT_BYTES = 8_000_000
"""Records to a unit: some seconds of work, so that workers stay busy and little is lost with one."""


def units(inputs: Sequence[str | Path], unit_bytes: int = UNIT_BYTES) -> Iterator[Unit]:
    """Every piece of work of the inputs, in a stable order (posix paths, then offsets).

    Small files are a unit each: put many into one shard, by ``size``. A file of records larger than
    ``unit_bytes`` (inflated) is cut: jsonl by bytes (no listing pass where it is not compressed), csv at the
    borders of its records, parquet by row groups, warc by records.

    Raises :class:`UsageError` for no inputs, a missing one, or where there is no file at all.
    """
    for unit in files(inputs):
        cut = _CUTS.get(unit.kind)
        if cut is None or unit.problem or unit.size <= unit_bytes // (8 if unit.compressed else 1):
            yield unit
            continue
        done = 0
        try:
            for piece in cut(unit, unit_bytes):
                done = piece.stop or 0
                yield piece
        except RejectError:
            # Reading will come to the same fault, behind what can be read before it.
            yield replace(unit, start=done, size=max(unit.size - done, 0))


def read_unit(unit: Unit, settings: Settings) -> Iterator[Source | Reject]:
    """The articles of one unit, and a reject for each that cannot be read; raises nothing for bad input."""
    try:
        if unit.problem:
            raise RejectError("read", unit.problem)
        yield from _READERS[unit.kind](unit, settings)
    except RejectError as error:
        yield Reject.of(error, unit.name, unit.doc_id)


def digest(unit: Unit) -> str:
    """A hash of the unit's bytes (inflated; only its stretch), name and id: the key of finished work.

    Raises :class:`RejectError` where the file cannot be read.
    """
    out = hashlib.sha256("\0".join((unit.name, unit.kind, unit.doc_id, unit.problem)).encode())
    out.update(f"\0{unit.start}".encode())
    if unit.problem or unit.content:
        out.update(unit.content.encode())
        return out.hexdigest()[:32]
    start, stop = bytes_of(unit) if unit.kind == "parquet" else (unit.start, unit.stop)
    # A stretch of a WARC is bytes of the file itself, any other one of the inflated file.
    with read_errors(), open_bytes(unit.path, unit.compressed and unit.kind != "warc") as stream:
        skip(stream, start)
        at = start
        while (stop is None or at < stop) and (
            chunk := stream.read(_CHUNK if stop is None else min(_CHUNK, stop - at))
        ):
            out.update(chunk)
            at += len(chunk)
    return out.hexdigest()[:32]
