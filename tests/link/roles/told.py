"""What the files of role sentences share: their lines, and the rows of a text as a line tells them."""

from __future__ import annotations

import re
from pathlib import Path

from bangfu.article import Document, Mention, Source, Text
from bangfu.link.roles import link_roles
from bangfu.recognize.found import Found
from bangfu.recognize.institutions.find import find_institutions
from bangfu.recognize.titles.find import find_titles
from bangfu.segment.sentences import sentences

_CELLS = 5
PEOPLE = re.compile("周文海|李志强|王丽娟")


def cases(name: str) -> list[tuple[str, ...]]:
    """Text and rows of each line of a file beside this one; ⏎ stands for the end of a line."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    told = [line.replace("⏎", "\n").split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, *map(_sideless, expected)) for text, *expected in told]


def _sideless(rows: str) -> str:
    """Expected rows without their last cell, the side: that is learned, and tested by itself."""
    cells = (row.split("/") for row in rows.split(";"))
    return ";".join("/".join(row[: _CELLS - 1]) for row in cells)


def document_of(text: str) -> tuple[Document, Found]:
    """A text and what stands in it, with the people given."""
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    people = tuple(
        Mention(m.start(), m.end(), m.group(), "person", "given", 1.0, m.group())
        for m in PEOPLE.finditer(text)
    )
    institutions = find_institutions(document)
    return document, Found(people, find_titles(document, institutions), institutions, (), ())


def rows(text: str) -> str:
    """The role rows of a text, with the people given: no row hangs on finding a name."""
    cells = ((r.person, r.title, r.department, r.institution) for r in link_roles(*document_of(text)))
    return ";".join("/".join(cell or "-" for cell in row) for row in cells) or "-"
