"""The files of the inputs, in a stable order, each with its format and the name of its article.

``doc_id`` of an article's file is its path below the input folder, without suffixes: the stem, in a flat
folder; ``2019/a`` for ``2019/a.html``. So an id needs no knowledge of the other folders, and does not change
when a crawl grows. Files of one folder with equal stems are named with their suffixes. With several inputs,
the ids of a folder's files begin with that folder's name; inputs of equal names take in as many parents as
tell them apart.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bangfu.errors import UsageError
from bangfu.read.identity import clashing, split_name, tails
from bangfu.read.unit import Unit


def files(inputs: Sequence[str | Path]) -> Iterator[Unit]:
    """One unit a file, folders taken recursively, sorted by their posix paths; nothing is opened.

    What cannot be an article (an unknown suffix, a loop of links, a folder without permission, a pipe) is
    a unit with a ``problem``, so that it shows among the rejects. Names that begin with a dot are passed
    over: they belong to tools, not to crawls. An input given twice, or inside another, is read once.

    Raises :class:`UsageError` for no inputs, a missing one, or where there is no file at all.
    """
    if not inputs:
        raise UsageError("nothing to read: no input was given")
    roots = _roots(inputs)
    found = False
    for label, root in sorted(zip(_labels(roots), roots, strict=True)):
        path, shown = os.path.abspath(root), root.as_posix()
        if os.path.isdir(path):
            prefix = f"{label}/" if len(roots) > 1 else ""
            for unit in _walk(path, shown, prefix, (_key(path),)):
                found = True
                yield unit
        else:
            found = True
            yield _file(path, shown, label)
    if not found:
        raise UsageError(f"nothing to read: no files in {', '.join(root.as_posix() for root in roots)}")


def _roots(inputs: Sequence[str | Path]) -> list[Path]:
    """The inputs without repetitions; each must exist."""
    real: dict[str, Path] = {}
    for given in inputs:
        root = Path(given)
        if not os.path.lexists(root):
            raise UsageError(f"no such file or folder: {given}")
        real.setdefault(os.path.realpath(root), root)
    return [root for path, root in real.items() if not any(str(up) in real for up in Path(path).parents)]


def _labels(roots: Sequence[Path]) -> list[str]:
    """A name for each input: its folder's name or its file's stem, and as many parents as tell them apart."""
    full = [Path(os.path.abspath(root)) for root in roots]
    bare = [path if path.is_dir() else path.with_name(split_name(path.name)[0]) for path in full]
    seen = Counter(bare)
    return tails([(b if seen[b] == 1 else f).parts for b, f in zip(bare, full, strict=True)])


def _walk(path: str, shown: str, prefix: str, above: tuple[tuple[int, int], ...]) -> Iterator[Unit]:
    try:
        with os.scandir(path) as entries:
            # A folder sorts as its name with a slash: so the whole walk is in the order of posix paths.
            names = sorted(e.name + "/" * _is_dir(e) for e in entries if not e.name.startswith("."))
    except OSError as error:
        yield Unit(_printable(shown), path, "", problem=f"the folder cannot be opened: {error.strerror}")
        return
    whole = clashing(name for name in names if not name.endswith("/"))
    for name in names:
        below = os.path.join(path, name.rstrip("/"))
        if not name.endswith("/"):
            stem = name if name in whole else split_name(name)[0]
            yield _file(below, f"{shown}/{name}", prefix + stem)
        elif (key := _key(below)) in above:
            problem = "a loop of links: this folder holds itself"
            yield Unit(_printable(f"{shown}/{name[:-1]}"), below, "", problem=problem)
        else:
            yield from _walk(below, f"{shown}/{name[:-1]}", prefix + name, (*above, key))


def _is_dir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _key(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)


def _file(path: str, shown: str, doc_id: str) -> Unit:
    name = os.path.basename(path)
    kind = split_name(name)[1]
    problem, size = "", 0
    try:
        status = os.stat(path)
        size = status.st_size
        if not stat.S_ISREG(status.st_mode):
            problem = "not a regular file"
    except OSError as error:
        problem = f"cannot be opened: {error.strerror}"
    if not kind and not problem:
        suffix = os.path.splitext(name)[1]
        problem = f"unknown format: suffix {suffix}" if suffix else "unknown format: the name has no suffix"
    doc_id = _printable(doc_id) if kind in ("txt", "html", "json", "") else ""
    return Unit(_printable(shown), path, kind, doc_id, size=size, problem=problem)


def _printable(name: str) -> str:
    """A file name that is not UTF-8 comes with lone surrogates, which no table could be written with."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
