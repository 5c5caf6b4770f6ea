"""Text that was decoded with the wrong codec comes back, with offsets, and other text stays."""

from __future__ import annotations

import random
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.alignment import apply_edits
from bangfu.restore import encoding
from bangfu.restore.encoding import han, latin, lattice, lost

SENTENCE = "清河县第三中学的支教老师说，学校去年收到捐款3万元，图书200余册。"
HAN = st.text(
    st.sampled_from("支教老师在学校帮助村民读书写字，。、“”《》2023年捐款万元第一二三"),
    min_size=4,
    max_size=60,
)


def sloppy(text: str, written: str, read: str) -> str:
    """Read every byte by itself; one that the table leaves undefined shows as a control character."""
    return "".join(bytes((b,)).decode(read, "ignore") or chr(b) for b in text.encode(written))


def repaired(text: str) -> str:
    return apply_edits(text, encoding.edits(text))[0]


@settings(max_examples=60, deadline=None)
@given(HAN, st.sampled_from(("latin-1", "cp1252", "cp1250")))
def test_utf8_read_as_single_bytes_comes_back_whole(text: str, read: str) -> None:
    assert repaired("支教工作" + sloppy(text, "utf-8", read)) == "支教工作" + text


@settings(max_examples=60, deadline=None)
@given(HAN, st.sampled_from(("latin-1", "cp1252")))
def test_gbk_read_as_single_bytes_comes_back_whole(text: str, read: str) -> None:
    clean = "支教老师在学校，" + text
    assert repaired(sloppy(clean, "gbk", read)) == clean


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_several_layers_are_undone_at_once(layers: int) -> None:
    text = SENTENCE
    for _ in range(layers):
        text = text.encode().decode("latin-1")
    assert repaired(text) == SENTENCE


@pytest.mark.parametrize("layers", [1, 2])
def test_every_repaired_character_maps_to_the_bytes_that_it_was(layers: int) -> None:
    head = "标题："
    shown = SENTENCE
    for _ in range(layers):
        shown = shown.encode().decode("latin-1")
    clean, alignment = apply_edits(head + shown, encoding.edits(head + shown))
    for i in range(len(head), len(clean)):
        start, end = alignment.to_raw(i, i + 1)
        piece = (head + shown)[start:end]
        for _ in range(layers):
            piece = piece.encode("latin-1").decode()
        assert piece == clean[i]


def test_only_the_misread_line_is_touched() -> None:
    title = "支教老师走进山村".encode().decode("latin-1")
    text = f"{title}\n{SENTENCE}"
    (edit,) = encoding.edits(text)
    assert (edit.start, edit.end) == (0, len(title))


@pytest.mark.parametrize(
    ("read", "errors", "least"),
    [("gb18030", "replace", 0.94), ("gbk", "replace", 0.94), ("gbk", "ignore", 0.8)],
)
def test_lost_bytes_are_found_again_by_the_language_model(read: str, errors: str, least: float) -> None:
    texts = (
        SENTENCE,
        "医疗队的专家们来到乡镇卫生院，为群众开展义诊。",
        "学校的老师们表示，要继续做好支教工作",
    )
    for text in texts:
        got = repaired(text.encode().decode(read, errors))
        assert SequenceMatcher(None, text, got, autojunk=False).ratio() >= least


def test_gbk_read_as_big5_comes_back() -> None:
    text = "医疗队的专家们来到乡镇卫生院，为群众开展义诊。"
    assert repaired(text.encode("gbk").decode("big5", "replace")) == text


def test_the_pieces_of_a_rebuilt_line_add_up() -> None:
    shown = SENTENCE.encode().decode("gbk", "replace")
    for edit in encoding.edits(shown):
        assert sum(before for before, _ in edit.pieces or ()) == edit.end - edit.start
        assert sum(after for _, after in edit.pieces or ()) == len(edit.replacement)


def test_a_number_beside_a_lost_character_is_marked_with_it() -> None:
    text = "共投入1�00万元"
    (edit,) = lost.edits(text)
    assert edit.lossy
    assert text[edit.start : edit.end] == edit.replacement == "1�00万"


@pytest.mark.parametrize(
    "text", [SENTENCE * 50, "“支教”……——《帮扶》·阿里 café", "Straße, Málaga, Łódź, Đà Nẵng"]
)
def test_clean_text_stays(text: str) -> None:
    assert encoding.edits(text) == []


@pytest.mark.parametrize("unit", ["Ã", "ÖÐ", "鐜嬫", "�", "笢恅", "ä¸\xad", "（", "?！鼎"])
def test_hostile_text_costs_no_more_than_its_length(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times the text takes at most about ten times the steps, and never more than the budget."""
    spent: list[int] = []
    run = lattice.Search.run

    def counting(self, *args, **kwargs):  # type: ignore[no-untyped-def]
        before = self.work
        found = run(self, *args, **kwargs)
        spent.append(self.work - before)
        return found

    monkeypatch.setattr(lattice.Search, "run", counting)
    monkeypatch.setattr(han, "_SAMPLE", 40_000)
    monkeypatch.setattr(han, "_WORK", 40_000)
    costs = []
    for length in (2_000, 20_000):
        spent.clear()
        encoding.edits(unit * (length // len(unit)))
        costs.append(sum(spent))
    assert costs[1] <= 12 * costs[0] + 200_000


def test_rebuilt_bytes_tell_of_readings_that_were_close() -> None:
    """An edit of low confidence names another reading of the same stretch; none repeats the best one."""
    told = 0
    for sentence in ("他来自云南。", "校长赵锐、书记王妍和教师李娅都来了"):
        for edit in encoding.edits(sentence.encode().decode("gbk", "replace")):
            assert edit.replacement not in edit.alternatives
            assert not edit.lossy
            assert edit.confidence < 0.96 or not edit.alternatives
            told += bool(edit.alternatives)
    assert told


@pytest.mark.parametrize("codec", ["latin-1", "cp1252", "gb18030", "big5", "utf-8"])
def test_random_bytes_are_left_alone_after_a_sample(codec: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no reading makes Chinese costs one sample, however long it is, and stays as it is."""
    spent: list[int] = []
    run = lattice.Search.run

    def counting(self, *args, **kwargs):  # type: ignore[no-untyped-def]
        found = run(self, *args, **kwargs)
        spent.append(self.work)
        return found

    monkeypatch.setattr(lattice.Search, "run", counting)
    monkeypatch.setattr(han, "_SAMPLE", 40_000)
    text = random.Random(1).randbytes(40_000).decode(codec, "replace")
    found = encoding.edits(text)
    assert sum(spent) < 40_000 * 4 + 200_000
    assert sum(edit.end - edit.start for edit in found) * 20 < len(text)


def test_a_megabyte_of_marks_is_passed_over() -> None:
    for unit in ("(", "?", "\x85", "é", "、"):
        assert latin.edits(unit * 1_000_000) == []
        assert lost.edits(unit * 1_000_000) == []
