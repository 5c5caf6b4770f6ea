"""Entities become the characters that they stand for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bangfu.alignment import apply_edits
from bangfu.restore import entities

HAN = st.text(st.sampled_from("支教老师在学校帮助村民，。、“”《》"), min_size=1, max_size=20)


def repaired(text: str) -> str:
    return apply_edits(text, entities.edits(text))[0]


@given(HAN, st.integers(0, 3))
def test_numbers_come_back_however_often_escaped(text: str, times: int) -> None:
    shown = "".join(f"&{'amp;' * times}#{ord(c)};" for c in text)
    assert repaired(f"村{shown}a") == f"村{text}a"


def test_each_character_maps_to_its_own_entity() -> None:
    clean, alignment = apply_edits("一&#25903;&#25945;", entities.edits("一&#25903;&#25945;"))
    assert (clean, alignment.to_raw(2, 3)) == ("一支教", (9, 17))


def test_a_megabyte_of_ampersands_has_no_entity() -> None:
    assert entities.edits("&" * 1_000_000) == []
    assert entities.edits("&amp;" * 100_000 + "x")[0].replacement == "&"
