"""Every knob of the pipeline, with its reason, in one frozen dataclass."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass

from bangfu.errors import UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may vary. Two runs with equal settings, input and version write equal bytes.

    >>> Settings().digest() == Settings().digest() != Settings(max_chars=10).digest()
    True
    """

    max_chars: int = 5_000_000
    """Longest raw article in code points: a longer one is a dump of many, or no text, and is rejected."""

    max_bytes: int = 200_000_000
    """Largest single article in bytes; a larger file must be a stream of records (jsonl, csv, parquet)."""

    min_confidence: float = 0.5
    """Repairs below this stay undone: a wrong repair is worse than a visible damage."""

    drop_duplicates: bool = False
    """Leave out the rows of articles that repeat another one (``duplicate_of`` is filled either way)."""

    tagger: str = "rules"
    """Who proposes people and institutions: ``rules``, or beside them a model, ``hanlp:MODEL``."""

    article_seconds: float = 120.0
    """Longest that a batch waits for one article: some hundred times what the longest one should take."""

    worker_bytes: int = 2_000_000_000
    """Most memory of a batch's worker: an article that takes it beyond is rejected, the worker replaced."""

    def __post_init__(self) -> None:
        if self.max_chars < 1 or self.max_bytes < 1:
            raise UsageError("max_chars and max_bytes must be at least 1")
        if self.article_seconds <= 0 or self.worker_bytes < 1:
            raise UsageError("article_seconds and worker_bytes must be more than 0")
        if not 0 <= self.min_confidence <= 1:
            raise UsageError("min_confidence lies between 0 and 1")
        if self.tagger != "rules" and not re.fullmatch("hanlp:.+", self.tagger):
            raise UsageError(f"there is no tagger named {self.tagger!r}: use 'rules' or 'hanlp:MODEL'")

    def digest(self) -> str:
        """A hash of every value: part of the key under which a batch keeps finished work."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:16]
