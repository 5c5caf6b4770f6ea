"""Names for articles: from the file, the record, the URL or the text, never from the order of reading."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

KINDS = {
    ".txt": "txt",
    ".text": "txt",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".warc": "warc",
}
"""The format of a file by its suffix; ``.gz`` may follow each."""


def doc_id_of(text: str) -> str:
    """The first sixteen hex digits of the SHA-256 of a URL or text.

    >>> doc_id_of("支教")
    'a3271c23db3a66f4'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def split_name(name: str) -> tuple[str, str]:
    """A file's name without its suffixes, and its format ('' where the suffix names none).

    >>> split_name("a.b.html.GZ"), split_name("README.md")
    (('a.b', 'html'), ('README.md', ''))
    """
    bare = name[:-3] if name.lower().endswith(".gz") else name
    stem, dot, suffix = bare.rpartition(".")
    kind = KINDS.get((dot + suffix).lower(), "")
    return (stem, kind) if stem and kind else (name, "")


def clashing(names: Iterable[str]) -> frozenset[str]:
    """Which files of one folder cannot be named by their stems, because another file has the same.

    >>> sorted(clashing(["a.txt", "b.txt", "b.html"]))
    ['b.html', 'b.txt']
    """
    files = [(name, stem) for name in names for stem, kind in (split_name(name),) if kind]
    if len({name[len(stem) :] for name, stem in files}) < 2:
        return frozenset()  # One suffix: the stems differ as the names do. The common case costs no memory.
    out: set[str] = set()
    while True:
        # A whole name may equal another file's stem (a.txt, a.html, a.txt.html): again until none is new.
        seen = Counter(name if name in out else stem for name, stem in files)
        new = [name for name, stem in files if name not in out and seen[stem] > 1]
        if not new:
            return frozenset(out)
        out.update(new)


def tails(parts: Sequence[tuple[str, ...]]) -> list[str]:
    """For each path (as its parts), the shortest end that tells it from the others; at least one part.

    Lengthened together where they clash, so that the result does not depend on the order.

    >>> tails([("x", "2019", "a"), ("x", "2020", "a"), ("x", "b")])
    ['2019/a', '2020/a', 'b']
    """
    length = [1] * len(parts)
    while True:
        out = ["/".join(part[-n:]) for part, n in zip(parts, length, strict=True)]
        seen = Counter(out)
        clashes = [i for i, tail in enumerate(out) if seen[tail] > 1 and length[i] < len(parts[i])]
        if not clashes:
            return out
        for i in clashes:
            length[i] += 1
