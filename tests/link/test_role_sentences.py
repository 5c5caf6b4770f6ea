"""Role rows of whole sentences, with the people given: no row hangs on finding a name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bangfu.article import Document, Mention, Source, Text
from bangfu.link.roles import link_roles
from bangfu.recognize.found import Found
from bangfu.recognize.institutions import find_institutions
from bangfu.recognize.titles import find_titles
from bangfu.segment.sentences import sentences

PEOPLE = re.compile("周文海|李志强|王丽娟")
LINES = Path(__file__).with_name("role_sentences.txt").read_text("utf-8").splitlines()
CASES = [tuple(line.split("\t")) for line in LINES if line and not line.startswith("#")]


def rows(text: str) -> str:
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    people = tuple(
        Mention(m.start(), m.end(), m.group(), "person", "given", 1.0, m.group())
        for m in PEOPLE.finditer(text)
    )
    institutions = find_institutions(document)
    found = Found(people, find_titles(document, institutions), institutions, (), ())
    cells = ((r.person, r.title, r.department, r.institution, r.side) for r in link_roles(document, found))
    return ";".join("/".join(cell or "-" for cell in row) for row in cells) or "-"


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_holds_these_roles(text: str, expected: str) -> None:
    assert rows(text) == expected
