"""The command line: ``bangfu run | normalize | explain | evaluate | report``.

Exit codes: 0 done; 1 nothing could be done; 2 wrong use; 3 done, with rejects; 130 stopped by Ctrl-C; 141
where the reader of a pipe went away. Errors are one line on stderr.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from bangfu import __version__
from bangfu.errors import BangfuError, UsageError


class _Parser(argparse.ArgumentParser):
    """Tells what was wrong in one line, not with the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def parser() -> argparse.ArgumentParser:
    """The parser of every command and option."""
    top = _Parser(prog="bangfu", description="Crawled Chinese assistance news to tables.")
    top.add_argument("--version", action="version", version=f"bangfu {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=_Parser)

    run = commands.add_parser("run", help="extract the tables of files and folders")
    run.add_argument("inputs", nargs="+", metavar="INPUT", help="files and folders of articles")
    run.add_argument("-o", "--out", required=True, metavar="OUT", help="the folder for the tables")
    run.add_argument("--format", default="csv", metavar="LIST", help="csv,parquet,xlsx,sqlite (default: csv)")
    where = run.add_mutually_exclusive_group()
    where.add_argument("--workers", type=_count, metavar="N", help="processes (default: one a core)")
    where.add_argument("--dask", metavar="ADDRESS", help="run on the Dask cluster of this scheduler")
    run.add_argument("--tagger", default="rules", metavar="NAME", help="rules (default), or hanlp:MODEL")
    run.add_argument(
        "--resume",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="keep what an earlier run into OUT has finished (default)",
    )
    run.add_argument("--drop-duplicates", action="store_true", help="leave out the rows of repeated articles")
    run.add_argument(
        "--texts", action="store_true", help="write clean and raw texts to OUT/texts.parquet too"
    )
    run.add_argument("--log-format", choices=("text", "json"), default="text", help="how to tell the outcome")

    normalize = commands.add_parser("normalize", help="print the repaired text of an article")
    normalize.add_argument("file", nargs="?", default="-", metavar="FILE", help="a file; - is standard input")
    normalize.add_argument("--edits", action="store_true", help="print each repair as a line of JSON instead")

    explain = commands.add_parser("explain", help="show one article with every repair, row and rule")
    explain.add_argument("file", metavar="FILE", help="a file; - is standard input")
    explain.add_argument("--doc", metavar="ID", help="the article's doc_id, where FILE holds several")

    evaluate = commands.add_parser("evaluate", help="score tables against gold annotations")
    evaluate.add_argument("out", metavar="OUT", help="a folder that bangfu run wrote")
    evaluate.add_argument("gold", metavar="GOLD", help="a folder of DOC_ID.json annotations")
    evaluate.add_argument(
        "--docs", default="", metavar="IDS", help="only doc ids that begin with one of these"
    )
    evaluate.add_argument("--without", default="", metavar="IDS", help="leave these doc ids out")
    evaluate.add_argument("--json", action="store_true", help="print the scores as JSON")
    evaluate.add_argument("--errors", type=_count, default=0, metavar="N", help="show N wrong rows a metric")

    report = commands.add_parser("report", help="write one HTML page about the tables")
    report.add_argument("out", metavar="OUT", help="a folder that bangfu run wrote")
    report.add_argument("-o", "--output", default="report.html", metavar="FILE", help="default: report.html")
    return top


def _count(word: str) -> int:
    try:
        number = int(word)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{word!r} is not a whole number above 0")
    return number


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is its result."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    args = parser().parse_args(argv)
    try:
        code = _command(args.command)(args)
        sys.stdout.flush()
        return code
    except UsageError as error:
        return _fail(args, 2, str(error))
    except BangfuError as error:
        return _fail(args, 1, str(error))
    except KeyboardInterrupt:
        return _fail(args, 130, "stopped")
    except BrokenPipeError:
        # Python would complain once more when it flushes stdout at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        return _fail(args, 1, f"{error.strerror or error}{where}")


def _fail(args: argparse.Namespace, code: int, message: str) -> int:
    line = " ".join(message.split())
    if getattr(args, "log_format", "text") == "json":
        sys.stderr.write(json.dumps({"event": "error", "message": line}, ensure_ascii=False) + "\n")
    else:
        sys.stderr.write(f"bangfu: {line}\n")
    return code


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    # Loaded only when needed, so that --version and --help stay quick.
    from bangfu import commands

    return {
        "run": commands.run,
        "normalize": commands.normalize,
        "explain": commands.explain,
        "evaluate": commands.evaluate,
        "report": commands.report,
    }[name]


if __name__ == "__main__":
    sys.exit(main())
