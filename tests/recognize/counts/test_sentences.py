"""What numbers count in invented sentences, built like those of pages that were read wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangfu import extract

_LINES = [
    line.split("\t")
    for path in sorted(Path(__file__).parent.glob("sentences*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "expected"), _LINES)
def test_a_number_counts_what_the_sentence_says(text: str, expected: str) -> None:
    found = {count.text: str(count.item) for count in extract(text).counts}
    told = dict(pair.split("=") for pair in expected.split(";"))
    assert {number: found.get(number, "-") for number in told} == told
