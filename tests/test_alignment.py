"""Edits and alignments: what maps where, and that composition never loses a character's origin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.alignment import Alignment, Edit, apply_edits
from bangfu.errors import EditError

TEXT = st.text(alphabet="北京教育(fā)，,。1 ", max_size=14)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits of every shape that do not overlap: deletions, insertions, replacements, one piece or many."""
    edits: list[Edit] = []
    at = 0
    for _ in range(draw(st.integers(0, 5))):
        if at > len(text):
            break
        start = draw(st.integers(at, len(text)))
        end = draw(st.integers(start, min(len(text), start + 4)))
        replacement = draw(st.text(alphabet="甲乙丙丁", max_size=4))
        one_piece = draw(st.booleans())
        pieces = ((end - start, len(replacement)),) if one_piece else None
        edits.append(Edit(start, end, replacement, "test", pieces=pieces))
        at = end + (start == end)
    return edits


def origins(alignment: Alignment) -> list[set[int]]:
    """For each clean character the raw characters that it came from, straight from the blocks."""
    out: list[set[int]] = []
    raw = 0
    for raw_length, clean_length, linear in alignment.blocks():
        whole = set(range(raw, raw + raw_length))
        out.extend({raw + k} if linear else whole for k in range(clean_length))
        raw += raw_length
    return out


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str, Alignment]:
    text = draw(TEXT)
    clean, alignment = apply_edits(text, draw(edits_of(text)))
    return text, clean, alignment


@given(edited())
def test_blocks_cover_both_texts_exactly(case: tuple[str, str, Alignment]) -> None:
    raw, clean, alignment = case
    assert sum(b[0] for b in alignment.blocks()) == len(raw)
    assert sum(b[1] for b in alignment.blocks()) == len(clean)


@given(edited())
def test_a_character_maps_to_the_smallest_raw_span_that_holds_its_origins(
    case: tuple[str, str, Alignment],
) -> None:
    _, clean, alignment = case
    for i, origin in enumerate(origins(alignment)):
        start, end = alignment.to_raw(i, i + 1)
        assert set(range(start, end)) == origin
    assert len(clean) == len(origins(alignment))


@given(edited(), st.data())
def test_a_span_maps_to_the_hull_of_its_characters(
    case: tuple[str, str, Alignment], data: st.DataObject
) -> None:
    _, clean, alignment = case
    start = data.draw(st.integers(0, len(clean)))
    end = data.draw(st.integers(start, len(clean)))
    origin = set().union(*origins(alignment)[start:end])
    raw_start, raw_end = alignment.to_raw(start, end)
    assert raw_start <= raw_end
    if origin:
        assert raw_start <= min(origin)
        assert max(origin) < raw_end


@given(edited(), st.data())
def test_clean_to_raw_to_clean_gives_back_at_least_the_span(
    case: tuple[str, str, Alignment], data: st.DataObject
) -> None:
    _, clean, alignment = case
    start = data.draw(st.integers(0, len(clean)))
    end = data.draw(st.integers(start, len(clean)))
    raw = alignment.to_raw(start, end)
    if raw[0] == raw[1]:
        return
    back = alignment.to_clean(*raw)
    covered = {i for i in range(start, end) if origins(alignment)[i]}
    assert covered <= set(range(*back))


@given(edited(), st.data())
def test_untouched_text_maps_to_equal_text(case: tuple[str, str, Alignment], data: st.DataObject) -> None:
    raw, clean, alignment = case
    at_raw = at_clean = 0
    for raw_length, clean_length, linear in alignment.blocks():
        if linear and raw[at_raw : at_raw + raw_length] == clean[at_clean : at_clean + clean_length]:
            for k in range(clean_length):
                start, end = alignment.to_raw(at_clean + k, at_clean + k + 1)
                assert raw[start:end] == clean[at_clean + k]
        at_raw += raw_length
        at_clean += clean_length


@given(st.data())
def test_composition_keeps_every_origin(data: st.DataObject) -> None:
    raw = data.draw(TEXT)
    middle, first = apply_edits(raw, data.draw(edits_of(raw)))
    clean, second = apply_edits(middle, data.draw(edits_of(middle)))
    whole = first.then(second)
    assert sum(b[0] for b in whole.blocks()) == len(raw)
    assert sum(b[1] for b in whole.blocks()) == len(clean)
    through, direct = origins(second), origins(whole)
    for i in range(len(clean)):
        exact = set().union(*(origins(first)[j] for j in through[i])) if through[i] else set()
        assert exact <= direct[i]


@given(st.data())
def test_composition_is_associative_in_what_it_covers(data: st.DataObject) -> None:
    texts, steps = [data.draw(TEXT)], []
    for _ in range(3):
        text, step = apply_edits(texts[-1], data.draw(edits_of(texts[-1])))
        texts.append(text)
        steps.append(step)
    left = steps[0].then(steps[1]).then(steps[2])
    right = steps[0].then(steps[1].then(steps[2]))
    for alignment in (left, right):
        assert sum(b[0] for b in alignment.blocks()) == len(texts[0])
        assert sum(b[1] for b in alignment.blocks()) == len(texts[-1])


def test_identity_composes_to_the_other_side() -> None:
    _, step = apply_edits("支(zhī)教", [Edit(1, 6, "", "pinyin_note")])
    assert Alignment.identity(7).then(step) == step
    assert step.then(Alignment.identity(2)) == step


def test_a_span_never_takes_in_a_deletion_at_its_border() -> None:
    _, alignment = apply_edits("协(xié)作", [Edit(1, 6, "", "pinyin_note")])
    assert alignment.to_raw(0, 1) == (0, 1)
    assert alignment.to_raw(1, 2) == (6, 7)
    assert alignment.to_raw(0, 2) == (0, 7)


def test_a_span_that_touches_part_of_a_piece_gets_all_of_it() -> None:
    raw = "?!北本┦薪涛"
    whole = ((len(raw), 7),)  # of equal length, and no character corresponds to another
    clean, alignment = apply_edits(raw, [Edit(0, len(raw), "。”山野市教委", "byte_shift", pieces=whole)])
    assert clean[2:4] == "山野"
    assert alignment.to_raw(2, 4) == (0, len(raw))


def test_pieces_align_the_inside_of_an_edit() -> None:
    _, alignment = apply_edits("æ\x94¯æ\x95\x99", [Edit(0, 6, "支教", "misdecoded", pieces=((3, 1), (3, 1)))])
    assert alignment.to_raw(1, 2) == (3, 6)


def test_an_edit_of_equal_length_maps_character_to_character_unless_it_is_one_piece() -> None:
    _, linear = apply_edits("扶貧", [Edit(0, 2, "扶贫", "script")])
    _, whole = apply_edits("扶貧", [Edit(0, 2, "扶贫", "script", pieces=((2, 2),))])
    assert linear.to_raw(1, 2) == (1, 2)
    assert whole.to_raw(1, 2) == (0, 2)


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 2, "甲", "a"), Edit(1, 3, "乙", "b")],
        [Edit(0, 9, "甲", "a")],
        [Edit(0, 2, "甲", "a", pieces=((1, 1),))],
    ],
)
def test_edits_that_overlap_or_do_not_fit_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(EditError):
        apply_edits("支教队", edits)


def test_a_span_outside_of_the_text_is_refused() -> None:
    with pytest.raises(EditError):
        Alignment.identity(3).to_raw(2, 4)


def test_an_empty_text_aligns_with_itself() -> None:
    clean, alignment = apply_edits("", [])
    assert (clean, alignment.to_raw(0, 0)) == ("", (0, 0))
