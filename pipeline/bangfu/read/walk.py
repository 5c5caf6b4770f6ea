"""Everything the inputs hold, one article after another, in one process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bangfu.article import Source
from bangfu.read.reject import Reject
from bangfu.read.units import read_unit, units
from bangfu.settings import Settings


def sources(inputs: Sequence[str | Path], settings: Settings) -> Iterator[Source | Reject]:
    """Every article of some files and folders, and a reject for each that cannot be read.

    In a stable order (posix paths, then place in the file); no file of records is held whole. See
    :func:`bangfu.read.units.units` for cutting the same work into pieces.

    Raises :class:`UsageError` for no inputs, a missing one, or where there is no file at all.
    """
    for unit in units(inputs):
        yield from read_unit(unit, settings)
