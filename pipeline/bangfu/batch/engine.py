"""A batch from inputs to tables: shards to workers, parts to tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import Any

from bangfu import __version__
from bangfu.batch import finish, part, worker
from bangfu.batch.context import context, digest, settings_of
from bangfu.batch.folder import Folder
from bangfu.batch.index import Index, build
from bangfu.batch.merge import plan
from bangfu.batch.pool import pool
from bangfu.batch.progress import Progress, duration
from bangfu.batch.shard import Shard, shards_of
from bangfu.batch.work import Done, Job
from bangfu.errors import BangfuError, UsageError
from bangfu.settings import Settings
from bangfu.tables import Tables
from bangfu.tables.schema import ROW_TABLES, parse_formats


def run(
    inputs: str | Path | Sequence[str | Path],
    out: str | Path,
    *,
    settings: Settings | None = None,
    formats: Sequence[str] = ("csv",),
    workers: int | None = None,
    dask: str | None = None,
    resume: bool = True,
    progress: bool | None = None,
    texts: bool = False,
) -> Tables:
    """Extract the tables of files and folders into the folder ``out``; the same bytes however it was run.

    ``workers`` are processes, one a core by default; ``dask`` is the address of a scheduler whose workers see
    the same paths. With ``resume``, shards that an earlier run into ``out`` has finished are kept where
    their input, settings, rules and versions are still the same. ``progress`` shows a line on stderr
    (``None``: where that is a terminal). ``texts`` writes clean and raw texts into ``texts.parquet`` too.

    An article that cannot be read, or that ends its worker, is a row of the table ``rejects``; run.json tells
    how many there were. Raises :class:`UsageError` for a missing input, an unknown format, an ``out`` inside
    of an input, or one in which another run is at work, a tagger that can't be loaded; ``OSError`` where the
    disk is full.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("爱心企业向学校捐赠3万元。", "utf-8")
    ...     tables = run(Path(folder, "a.txt"), Path(folder, "out"), workers=1)
    ...     tables["money"]["cny"].tolist()
    [30000.0]
    """
    started = perf_counter()
    settings = settings or Settings()
    _check_tagger(settings.tagger)
    formats = parse_formats(",".join(formats))
    paths = [inputs] if isinstance(inputs, (str, Path)) else list(inputs)
    folder = Folder(Path(out))
    _check_apart(paths, folder.out)
    stream = shards_of(paths)
    first = next(stream)  # a missing input is told before any folder is made
    folder.prepare()
    with folder.locked(), Progress(progress, lambda: shards_of(paths)) as line:
        folder.clear()
        made_of = context(settings, texts)
        earlier = {path.name for path in folder.parts.glob("*.parquet")} if resume else set()
        template = Job(first, settings, str(folder.parts.resolve()), digest(made_of), made_of, resume, texts)
        with pool(workers, dask) as (executor, slots):
            tally = _map(chain([first], stream), template, executor, slots, line)
        mapped = perf_counter()
        if earlier and progress is not False:
            line.note(_kept(tally, earlier, folder, made_of))
        parts = [folder.parts / name for name in sorted(tally.parts)]
        with part.dropped_if_broken(parts):
            line.say(f"{tally.articles:,} articles: looking for copies")
            index = build(parts, folder.scratch)
            indexed = perf_counter()
            line.say(f"{tally.articles:,} articles: writing tables")
            merge = plan(index, folder.scratch, settings.drop_duplicates)
            place, rows = finish.write(merge, folder, formats, texts)
        facts = _facts(tally, index, rows, settings, formats)
        finish.publish(place, folder, formats, facts, texts)
        ended = perf_counter()
        seconds = {"map": mapped - started, "duplicates": indexed - mapped, "tables": ended - indexed}
        _finish(folder, facts, made_of, tally, seconds)
        if line.shown:
            line.note(_summary(facts, folder.out, ended - started))
    return Tables(folder.out)


@dataclass(slots=True)
class _Tally:
    """What the jobs answered, added up."""

    parts: set[str] = field(default_factory=set)
    states: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    rejects: int = 0
    chars: int = 0
    seconds: Counter[str] = field(default_factory=Counter)

    def add(self, done: Done) -> None:
        self.parts.add(done.part)
        self.states[done.state] += 1
        self.articles += done.articles
        self.rejects += done.rejects
        self.chars += done.chars
        self.seconds.update(done.seconds)


def _map(stream: Iterator[Shard], template: Job, executor: Any, slots: int, line: Progress) -> _Tally:
    """Have every shard done. A few are handed out ahead, so that no listing is held whole."""
    tally = _Tally()
    waiting: set[Future[Done]] = set()
    while True:
        while len(waiting) < 2 * slots and (shard := next(stream, None)) is not None:
            waiting.add(executor.submit(worker.do, template.of(shard)))
        if not waiting:
            return tally
        # What the merge needs loads while the workers are at work (pyarrow asks for pandas).
        import pandas  # noqa: F401
        import pyarrow.compute
        import pyarrow.parquet  # noqa: F401

        finished, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        for future in finished:
            done = _result(future)
            tally.add(done)
            line.add(done.articles, done.rejects, done.bytes, done.state == "kept")


def _result(future: Future[Done]) -> Done:
    try:
        return future.result()
    except (BangfuError, OSError):
        raise
    except Exception as error:  # a cluster has errors of its own
        raise BangfuError(f"a worker failed: {type(error).__name__}: {error}") from error


def _check_tagger(name: str) -> None:
    if name != "rules":  # else the parent would load what only its workers need
        from bangfu.recognize.tagger import check_tagger

        check_tagger(name)


def _check_apart(inputs: Sequence[str | Path], out: Path) -> None:
    """The tables must not lie among the inputs: the next run would read them as articles."""
    place = out.resolve()
    for given in inputs:
        root = Path(given).resolve()
        if root == place or root in place.parents:
            raise UsageError(f"{out} lies inside the input {given}: choose a folder outside of it")


def _kept(tally: _Tally, earlier: set[str], folder: Folder, made_of: dict[str, str]) -> str:
    """What was kept of an earlier run, and why the rest was done."""
    kept, redone = tally.states["kept"], len(tally.parts) - tally.states["kept"]
    words = f"resumed: {kept} of {len(tally.parts)} shards were finished, {redone} done now"
    changed: set[str] = set()
    for name in sorted(earlier - tally.parts)[:20]:
        before = (part.read_marker(folder.parts / name) or {}).get("context", {})
        changed |= {key for key in made_of if before.get(key) != made_of[key]}
    if changed and redone:
        words += f" (changed since: {', '.join(sorted(changed))})"
    if tally.states["broken"]:
        words += f" ({tally.states['broken']} could not be read back)"
    return words


def _facts(
    tally: _Tally, index: Index, rows: dict[str, int], settings: Settings, formats: Sequence[str]
) -> dict[str, Any]:
    """What the tables hold and were made of, as far as it is the same on every machine."""
    return {
        "bangfu": __version__,
        "settings": settings_of(settings),
        "formats": list(formats),
        "articles": tally.articles,
        "rejects": tally.rejects,
        "duplicates": int((index.copy_of >= 0).sum()),
        "characters": tally.chars,
        "rows": rows,
    }


def _finish(
    folder: Folder, facts: dict[str, Any], made_of: dict[str, str], tally: _Tally, seconds: dict[str, float]
) -> None:
    """Tell the details, and forget what no later run can use."""
    details = {
        **facts,
        "context": made_of,
        "shards": dict(sorted(tally.states.items())),
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
        "worker_seconds": {name: round(value, 3) for name, value in tally.seconds.items()},
    }
    finish.write_json(folder.details, details)
    folder.tidy(tally.parts)


def _summary(facts: dict[str, Any], out: Path, seconds: float) -> str:
    """What stays on the terminal.

    >>> facts = {"articles": 40, "duplicates": 2, "rejects": 1, "characters": 9000, "rows": {"money": 1234}}
    >>> print(_summary(facts, Path("out"), 5))
    40 articles (2 of them copies), 1 reject, 9,000 characters in 0:05: out
    rows: 1,234 money
    """
    articles, copies, rejects, characters = (
        facts[name] for name in ("articles", "duplicates", "rejects", "characters")
    )
    rows = ", ".join(f"{count:,} {name}" for name, count in facts["rows"].items() if name in ROW_TABLES)
    return (
        f"{articles:,} articles ({copies:,} of them copies), {rejects:,} reject{'s' * (rejects != 1)},"
        f" {characters:,} characters in {duration(seconds)}: {out}\nrows: {rows}"
    )
