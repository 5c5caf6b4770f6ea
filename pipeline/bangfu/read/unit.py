"""A unit of work: one article file, or one stretch of a file of many records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """A piece of the input that can be read by itself, in any process: small, frozen, picklable.

    ``name`` is the path as the user gave it (what the tables call ``source``), ``path`` the absolute one that
    is opened. ``kind`` is the format (``txt html json jsonl csv parquet warc``). ``doc_id`` names the article
    of a file that holds one; it is empty for files of records.

    ``start, stop`` cut a file of records: bytes of the inflated file for jsonl and csv, row groups for
    parquet, bytes of the file itself for warc; ``stop=None`` means to the end. ``size`` is the expected work
    in bytes. ``problem`` says why this file cannot be read where that was seen on listing it;
    reading such a unit gives one reject.
    """

    name: str
    path: str
    kind: str
    doc_id: str = ""
    start: int = 0
    stop: int | None = None
    size: int = 0
    problem: str = ""
    content: str = ""
    """A hash of the stretch's bytes, where listing had to read them anyway (a gzip that is cut)."""

    @property
    def compressed(self) -> bool:
        """Whether the file is a gzip of its kind."""
        return self.path.lower().endswith(".gz")

    @property
    def single(self) -> bool:
        """Whether the file holds one article (otherwise records)."""
        return self.kind in ("txt", "html")
