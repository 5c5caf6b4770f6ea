"""Lexicons: every file is in the one form that the loader and a reader expect."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangfu import lexicon
from bangfu.errors import LexiconError

FILES = sorted((Path(__file__).parents[1] / "lexicons").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_lexicon_has_a_header_and_sorted_unique_entries(path: Path) -> None:
    data = path.read_bytes()
    assert b"\r" not in data
    assert data.endswith(b"\n")
    lines = data.decode("utf-8").splitlines()
    header = [line for line in lines if line.startswith("#")]
    entries = lines[len(header) :]
    assert header, "a header says what the lexicon holds"
    assert any(word in line.lower() for line in header for word in ("source", "licence")), (
        "a header names source and licence"
    )
    assert entries
    assert not any(line.startswith("#") or not line.strip() for line in entries)
    assert entries == sorted(entries), "entries are sorted by code point"
    assert len(set(entries)) == len(entries), "entries are unique"
    if not any("then one column for each" in line for line in header):
        assert len({line.count("\t") for line in entries}) == 1, "every entry has the same columns"


def test_a_missing_lexicon_is_one_clear_error() -> None:
    with pytest.raises(LexiconError, match="no lexicon named 'nonsense'"):
        lexicon.table("nonsense")


def test_a_lexicon_is_read_once() -> None:
    assert lexicon.table("number_units") is lexicon.table("number_units")
