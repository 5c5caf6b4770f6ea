"""What a worker does with one shard: read, process, write the part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bangfu.article import Article, Source
from bangfu.batch import fingerprint
from bangfu.batch.part import TEXTS, Item, read_marker, write_part
from bangfu.batch.shard import Shard
from bangfu.dictionary import SURROGATE
from bangfu.errors import LexiconError, RejectError
from bangfu.read.reject import Reject
from bangfu.read.units import read_unit
from bangfu.settings import Settings
from bangfu.tables.records import article_records, reject_record

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_LOST = 1_000_000
"""How many repairs weigh as much as characters that are gone for good."""


Beat = Callable[[int, bool], None]
"""Called before each step with the item's number in the shard and whether it is being read."""

Process = Callable[[Source, Settings, Callable[[str], None]], Article]
"""What takes a source through the stages, as :func:`bangfu.pipeline.process`."""


class Clock:
    """Seconds by stage: the time since the last lap belongs to the stage that the next one names."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._last = perf_counter()

    def lap(self, stage: str) -> None:
        """A stage ends."""
        now = perf_counter()
        self.seconds[stage] += now - self._last
        self._last = now


@dataclass(frozen=True, slots=True)
class Job:
    """One shard to be done, with all that a worker on any machine needs for it."""

    shard: Shard
    settings: Settings
    folder: str
    """Where parts lie: a folder that every worker can write to."""

    context: str
    facts: Mapping[str, str]
    """The context's digest, and what it is made of."""

    resume: bool = True
    texts: bool = False
    process: str = "bangfu.pipeline:process"
    """The function that takes a source through the stages."""

    skip: Mapping[tuple[int, bool], str] = field(default_factory=dict)
    """Items that ended a worker (number, while reading), with the reason: they become rejects."""

    def of(self, shard: Shard) -> Job:
        """The same job for another shard."""
        return replace(self, shard=shard)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job."""

    part: str
    state: str
    """``kept`` (found finished), ``new``, or ``broken`` (there was a part that could not be read)."""

    articles: int
    rejects: int
    chars: int
    bytes: int = 0
    seconds: Mapping[str, float] = field(default_factory=dict)


def work(job: Job, beat: Beat = lambda number, reading: None) -> Done:
    """Do one shard, unless its part is there already. Raises ``OSError`` where the part cannot be written."""
    clock = Clock()
    key = job.shard.key()
    folder = Path(job.folder)
    path = folder / f"{key}-{job.context}.parquet"
    marker = read_marker(path) if job.resume else None
    if marker is not None:
        articles, rejects, chars = (int(marker[name]) for name in ("articles", "rejects", "chars"))
        return Done(path.name, "kept", articles, rejects, chars, job.shard.size)
    state = "broken" if job.resume and path.exists() else "new"
    clock.lap("hash")
    items: list[Item] = []
    grams = []
    chars = 0
    process = _function(job.process)
    clock.lap("start")
    for number, found in _read(job, beat, clock):
        if isinstance(found, Source):
            beat(number, False)
            outcome = _process(found, job, number, process, clock)
        else:
            outcome = found
        if isinstance(outcome, Reject):
            record = reject_record(outcome.source, outcome.doc_id, outcome.stage, outcome.reason)
            items.append(Item(printable(outcome.doc_id), printable(outcome.source), {"rejects": [record]}))
            grams.append(fingerprint.nothing())
            clock.lap("rejects")
        else:
            item, gram, length = outcome
            items.append(item)
            grams.append(gram)
            chars += length
    beat(-1, False)
    rejects = sum("rejects" in item.tables for item in items)
    order = sorted(range(len(items)), key=lambda i: (items[i].doc_id, items[i].source))
    signatures = fingerprint.signatures([grams[i] for i in order])
    clock.lap("signatures")
    marker = {
        "articles": len(items) - rejects,
        "rejects": rejects,
        "chars": chars,
        "input": key,
        "context": dict(job.facts),
    }
    write_part(path, [items[i] for i in order], signatures, marker)
    clock.lap("part")
    return Done(path.name, state, len(items) - rejects, rejects, chars, job.shard.size, dict(clock.seconds))


def _read(job: Job, beat: Beat, clock: Clock) -> Iterator[tuple[int, Source | Reject]]:
    """The items of the shard's units, numbered; where reading one ended a worker, its unit ends there."""
    number = -1
    for unit in job.shard.units:
        stream = read_unit(unit, job.settings)
        while True:
            number += 1  # also for the step that finds the unit's end, so that a number has one unit
            if (number, True) in job.skip:
                rest = "" if unit.single else ", and what follows it in this piece of the file"
                reason = f"{job.skip[number, True]} while it was read{rest}"
                yield number, Reject(unit.name, unit.doc_id, "worker", reason)
                break
            beat(number, True)
            found = next(stream, None)
            clock.lap("read")
            if found is None:
                break
            yield number, found


def _process(
    source: Source,
    job: Job,
    number: int,
    process: Process,
    clock: Clock,
) -> tuple[Item, npt.NDArray[np.uint64], int] | Reject:
    """The article as an item, its shingles, and its raw characters."""
    try:
        if (number, False) in job.skip:
            raise RejectError("worker", job.skip[number, False])
        article = process(source, job.settings, clock.lap)
        tables = article_records(article)
        clock.lap("rows")
        gram = fingerprint.shingles(article.text)
        if job.texts:
            texts = {"doc_id": source.doc_id, "clean": article.text.clean, "raw": article.text.raw}
            tables[TEXTS] = [{name: printable(text) for name, text in texts.items()}]
        facts = fingerprint.facts(article)
        damage = len(article.text.edits) + (_LOST if tables["articles"][0]["lossy"] else 0)
        item = Item(printable(source.doc_id), printable(source.path), tables, facts, len(gram), damage)
        clock.lap("signatures")
        return item, gram, len(source.raw)
    except RejectError as error:
        return Reject.of(error, source.path, source.doc_id)
    except MemoryError:
        return Reject(source.path, source.doc_id, "worker", "out of memory")
    except LexiconError:
        raise  # The installation is broken: every article would fail, and the user must know at once.
    except Exception as error:
        # A fault of ours in one article must not cost the others: the table of rejects shows it.
        return Reject(source.path, source.doc_id, "process", f"{type(error).__name__}: {error}")


def printable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no file can hold; it keeps its length.

    >>> printable("支教\\ud83d。")
    '支教�。'
    """
    return SURROGATE.sub("\ufffd", text)


def _function(name: str) -> Process:
    module, _, attribute = name.partition(":")
    function: Process = getattr(import_module(module), attribute)
    return function
