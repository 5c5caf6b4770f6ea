"""Escapes become the characters that they stand for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bangfu.alignment import apply_edits
from bangfu.restore import escapes

HAN = st.text(st.sampled_from("支教老师在学校帮助村民，。、“”《》"), min_size=1, max_size=20)


def repaired(text: str) -> str:
    return apply_edits(text, escapes.edits(text))[0]


@given(HAN)
def test_code_points_come_back(text: str) -> None:
    assert repaired("".join(f"\\u{ord(c):04x}" for c in text)) == text


@given(HAN)
def test_percent_escapes_of_utf8_come_back(text: str) -> None:
    assert repaired("".join(f"%{b:02X}" for b in text.encode())) == text


def test_each_character_maps_to_its_own_escape() -> None:
    clean, alignment = apply_edits("%E6%94%AF%E6%95%99", escapes.edits("%E6%94%AF%E6%95%99"))
    assert (clean, alignment.to_raw(1, 2)) == ("支教", (9, 18))


def test_a_megabyte_of_percent_signs_is_none() -> None:
    assert escapes.edits("%" * 1_000_000) == []
    assert escapes.edits("\\" * 1_000_000) == []
