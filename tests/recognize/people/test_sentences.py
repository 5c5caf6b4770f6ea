"""People: sentences of our own, by class, each with every person that it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bangfu.article import Document, Source, Text
from bangfu.recognize.institutions.find import find_institutions
from bangfu.recognize.people.find import find_people
from bangfu.recognize.titles.find import find_titles
from bangfu.segment.sentences import sentences

FILE = Path(__file__).with_name("sentences.txt")


def cases() -> Iterator[tuple[str, list[str]]]:
    for line in FILE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, _, names = line.partition("\t")
            yield sentence, names.split()


def names(text: str) -> list[str]:
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    institutions = find_institutions(document)
    found = find_people(document, find_titles(document, institutions), institutions)
    return list(dict.fromkeys(m.value for m in found))


@pytest.mark.parametrize(("sentence", "expected"), list(cases()))
def test_a_sentence_names_these_people_and_no_others(sentence: str, expected: list[str]) -> None:
    assert names(sentence) == expected


def test_there_are_more_than_a_hundred_sentences() -> None:
    assert sum(1 for _ in cases()) > 100
