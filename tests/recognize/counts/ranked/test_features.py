"""Facts of a count and of the nouns around it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bangfu.recognize.counts.place import place
from bangfu.recognize.counts.ranked import features
from bangfu.recognize.counts.ranked.asked import Asked, candidates
from bangfu.recognize.counts.ranked.features import described

TEXT = "果农缺少冷库，合作社添了货车，共3辆。"


def asked(text: str = TEXT, number: str = "3辆", unit: str = "辆") -> Asked:
    start = text.index(number)
    return Asked.of(place(text, (0, len(text)), (start, start + len(number)), unit, Decimal(3), []))


def told(text: str, column: str) -> list[str]:
    question = asked(text)
    found = candidates(question)
    rows = [row[0] for row in described(question, found)[:-1]]
    return [values[columns.index(column)] for columns, values in rows]


def test_none_is_described_behind_all_candidates() -> None:
    question = asked()
    found = candidates(question)
    rows = described(question, found)
    assert len(rows) == len(found) + 1
    assert rows[-1][0][0] == features.NONE.columns


def test_every_part_has_a_value_for_each_column() -> None:
    question = asked()
    for parts in described(question, candidates(question)):
        for columns, values in parts:
            assert len(columns) == len(values)


@pytest.mark.parametrize(
    ("column", "expected"), [("head", ["货车", "冷库", "果农"]), ("tag", ["n", "n", "n"])]
)
def test_a_phrase_is_described_by_its_head(column: str, expected: list[str]) -> None:
    assert told(TEXT, column) == expected


def test_a_phrase_is_described_by_the_clauses_between() -> None:
    assert told(TEXT, "clause") == ["f1", "f2", "f2"]


def test_a_phrase_is_described_by_the_nouns_that_stand_nearer() -> None:
    assert [value.split()[0] for value in told(TEXT, "nouns tag group")] == ["f0", "f1", "f2"]
