"""Invented sentences with their roles, which no article holds: those of the tests (tests/link/roles/*.txt).

They tell what annotated articles tell rarely: who does not hold a post (从未担任, 想当, 他的父亲是).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bangfu.article import Document, Mention, Source, Text
from bangfu.recognize.found import Found
from bangfu.recognize.institutions.find import find_institutions
from bangfu.recognize.titles.find import find_titles
from bangfu.segment.sentences import sentences

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "link" / "roles"
_PEOPLE = re.compile("周文海|李志强|王丽娟")
_COLUMNS = ("person", "title", "department", "institution")


def invented() -> Iterator[tuple[Document, Found, list[dict[str, str]]]]:
    """Each sentence, what stands in it, and its roles."""
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                text, told = line.replace("⏎", "\n").split("\t")
                cells = [row.split("/") for row in told.split(";") if row != "-"]
                rows = [{k: v for k, v in zip(_COLUMNS, row, strict=False) if v != "-"} for row in cells]
                yield (*_found(text), rows)


def _found(text: str) -> tuple[Document, Found]:
    document = Document(Source(text, text), Text.untouched(text), tuple(sentences(text)))
    people = tuple(
        Mention(m.start(), m.end(), m.group(), "person", "given", 1.0, m.group())
        for m in _PEOPLE.finditer(text)
    )
    institutions = find_institutions(document)
    return document, Found(people, find_titles(document, institutions), institutions, (), ())
