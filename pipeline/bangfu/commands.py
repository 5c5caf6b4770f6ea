"""What each command of the command line does."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from bangfu.article import Source, Text
from bangfu.errors import RejectError, UsageError
from bangfu.read.reject import Reject
from bangfu.settings import Settings


def run(args: Namespace) -> int:
    """Batch: 0 where all was read, 3 with rejects, 1 where nothing could be read."""
    # Arrow's own allocator keeps what the merge has freed: a third of the parent's memory.
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    from bangfu.batch import run as run_batch
    from bangfu.tables.schema import parse_formats

    tables = run_batch(
        args.inputs,
        args.out,
        settings=Settings(tagger=args.tagger, drop_duplicates=args.drop_duplicates),
        formats=parse_formats(args.format),
        workers=args.workers,
        dask=args.dask,
        resume=args.resume,
        progress=False if args.log_format == "json" else None,
        texts=args.texts,
    )
    summary = json.loads((tables.folder / "run.json").read_text("utf-8"))
    articles, rejects = int(summary["articles"]), int(summary["rejects"])
    if args.log_format == "json":
        told = {key: summary[key] for key in ("articles", "rejects", "duplicates", "characters")}
        line = {"event": "done", "out": str(tables.folder), **told}
        sys.stderr.write(json.dumps(line, ensure_ascii=False) + "\n")
    elif rejects:
        all_of_it = f"{rejects} of {articles + rejects} articles could not be read"
        sys.stderr.write(f"bangfu: {all_of_it}: the table rejects in {tables.folder} tells why\n")
    return 0 if not rejects else 3 if articles else 1


def normalize(args: Namespace) -> int:
    """The repaired text of each article of a file, or its repairs as JSON lines; exit codes as of ``run``."""
    from bangfu.restore import restore

    done = rejects = 0
    for found in _articles(args.file):
        if isinstance(found, Reject):
            rejects += 1
            sys.stderr.write(f"bangfu: {found.stage}: {found.reason}: {found.source}\n")
            continue
        done += 1
        text = restore(found.raw, Settings())
        if args.edits:
            sys.stdout.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in _edits(found, text))
        else:
            sys.stdout.write(text.clean if text.clean.endswith("\n") else text.clean + "\n")
    return 0 if not rejects else 3 if done else 1


def _edits(source: Source, text: Text) -> Iterator[dict[str, Any]]:
    for edit in sorted(text.edits, key=lambda e: (e.start, e.end)):
        start, end = text.to_clean(edit.start, edit.end)
        line: dict[str, Any] = {
            "doc_id": source.doc_id,
            "kind": edit.kind,
            "before": text.raw[edit.start : edit.end],
            "after": edit.replacement,
            "confidence": edit.confidence,
            "raw_start": edit.start,
            "raw_end": edit.end,
            "start": start,
            "end": end,
            "lossy": edit.lossy,
        }
        yield line | ({"alternatives": edit.alternatives} if edit.alternatives else {})


def explain(args: Namespace) -> int:
    """One article, laid out for reading."""
    from bangfu.explain import explain as explanation
    from bangfu.pipeline import process

    sys.stdout.write(explanation(process(_one(args.file, args.doc))))
    return 0


def evaluate(args: Namespace) -> int:
    """Scores, and wrong rows where asked for."""
    from bangfu.evaluate import HEADLINE
    from bangfu.evaluate import evaluate as score

    docs, without = ([word for word in words.split(",") if word] for words in (args.docs, args.without))
    result = score(args.out, args.gold, docs, without)
    if args.json:
        sys.stdout.write(json.dumps(result.as_dict(), ensure_ascii=False, indent=1) + "\n")
        return 0
    absent = f", {len(result.absent)} without any row: {' '.join(result.absent[:8])}" if result.absent else ""
    lines = [f"{result.documents} documents{absent}", f"{'':24}      P      R     F1   gold   pred"]
    for name, s in (result.metrics | result.fields).items():
        lines.append(f"{name:24}{s.p:7.3f}{s.r:7.3f}{s.f1:7.3f}{s.gold:7d}{s.predicted:7d}")
    lines.append(f"{'headline (mean F1)':24}{result.headline:21.3f}   of {', '.join(HEADLINE)}")
    for name, kinds in result.errors.items():
        for kind, rows in kinds.items():
            for doc, row in rows[: args.errors]:
                lines.append(f"  {name} {kind}: {doc} {json.dumps(dict(row), ensure_ascii=False)}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def report(args: Namespace) -> int:
    """One HTML page."""
    from bangfu.report import write_report

    write_report(args.out, args.output)
    return 0


def _articles(file: str) -> Iterator[Source | Reject]:
    """The articles of a file, or the one that is standard input."""
    from bangfu.read.decode import decode
    from bangfu.read.identity import doc_id_of
    from bangfu.read.walk import sources

    if file != "-":
        yield from sources([file], Settings())
        return
    try:
        decoded = decode(sys.stdin.buffer.read())
    except RejectError as error:
        yield Reject.of(error, "standard input")
        return
    raw = decoded.text
    yield Source(doc_id_of(raw), raw, "-", encoding=decoded.encoding, lossy=decoded.lossy)


def _one(file: str, doc_id: str | None) -> Source:
    """The article of that name, or the only one of the file."""
    seen: list[Source] = []
    for found in _articles(file):
        if isinstance(found, Reject):
            if doc_id in (None, found.doc_id):
                raise RejectError(found.stage, f"{found.reason}: {found.source}")
            continue
        if found.doc_id == doc_id:
            return found
        if doc_id is None:
            seen.append(found)
        if len(seen) == 2:
            first = f"{seen[0].doc_id}, {seen[1].doc_id}"
            raise UsageError(f"{file} holds more than one article: choose one with --doc ID ({first}, …)")
    if seen:
        return seen[0]
    raise UsageError(f"{file} holds no article {doc_id or ''}".rstrip())
