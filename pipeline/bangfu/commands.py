"""What each command of the command line does."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from bangfu.article import Source
from bangfu.errors import RejectError, UsageError
from bangfu.settings import Settings


def run(args: Namespace) -> int:
    """Batch: 0 where all was read, 3 with rejects, 1 where nothing could be read."""
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
    """The repaired text of each article of a file, or its repairs as JSON lines."""
    from bangfu.restore import restore

    for source in _sources(args.file):
        text = restore(source.raw, Settings())
        if not args.edits:
            sys.stdout.write(text.clean if text.clean.endswith("\n") else text.clean + "\n")
            continue
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
            if edit.alternatives:
                line["alternatives"] = edit.alternatives
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


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


def _sources(file: str) -> Iterator[Source]:
    """The articles of a file, or of standard input; raises :class:`RejectError` at one that is unreadable."""
    from bangfu.read.decode import decode
    from bangfu.read.identity import doc_id_of
    from bangfu.read.walk import sources

    if file == "-":
        decoded = decode(sys.stdin.buffer.read())
        yield Source(
            doc_id_of(decoded.text), decoded.text, "-", encoding=decoded.encoding, lossy=decoded.lossy
        )
        return
    for source in sources([file], Settings()):
        if not isinstance(source, Source):
            raise RejectError(source.stage, f"{source.reason}: {source.source}")
        yield source


def _one(file: str, doc_id: str | None) -> Source:
    seen = []
    for source in _sources(file):
        if source.doc_id == doc_id:
            return source
        seen.append(source)
        if doc_id is None and len(seen) == 2:
            first = f"{seen[0].doc_id}, {seen[1].doc_id}"
            raise UsageError(f"{file} holds more than one article: choose one with --doc ID ({first}, …)")
    if doc_id is None and seen:
        return seen[0]
    raise UsageError(f"{file} holds no article {doc_id or ''}".rstrip())
