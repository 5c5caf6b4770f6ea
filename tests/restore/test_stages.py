"""The stages together: composition, replay, confidence, and what stays as it is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.restore import restore
from bangfu.restore.stages import replay, restorers
from bangfu.settings import Settings
from tests.damage import DAMAGE, LOSSLESS

CLEAN = (
    "山村小学收到一批图书\n"
    "昨天上午，由一家企业捐赠的2.5万册图书、40台电脑运到了村小学。校长王小明说：“孩子们高兴极了！”"
    "据了解，这是该企业第3次捐赠，总价值达12.6万元（含运费），后来还会有3位老师来校支教，为期一年。"
)


@pytest.mark.parametrize("kind", LOSSLESS)
@pytest.mark.parametrize("seed", range(5))
def test_damage_without_loss_is_undone(kind: str, seed: int) -> None:
    damaged = DAMAGE[kind](CLEAN, seed)
    assert restore(damaged).clean.replace("\n", "") == CLEAN.replace("\n", "")


@pytest.mark.parametrize("kind", sorted(DAMAGE))
def test_the_steps_of_a_repair_can_be_replayed(kind: str) -> None:
    text = restore(DAMAGE[kind](CLEAN, 1))
    assert replay(text.raw, text.steps) == text.clean


@pytest.mark.parametrize("kind", LOSSLESS)
def test_a_clean_span_maps_to_the_raw_span_that_it_came_from(kind: str) -> None:
    text = restore(DAMAGE[kind](CLEAN, 2))
    start = text.clean.index("王小明")
    raw = text.raw[slice(*text.to_raw(start, start + 3))]
    assert restore(raw).clean.replace("\n", "") == "王小明"


def test_two_kinds_of_damage_on_the_same_characters_are_both_undone() -> None:
    both = DAMAGE["pinyin_note"](DAMAGE["script"](DAMAGE["punctuation_ascii"](CLEAN, 0), 0), 0)
    assert restore(both).clean == CLEAN


def test_a_clean_text_has_no_edits() -> None:
    text = restore(CLEAN)
    assert (text.clean, text.edits, text.steps, text.lossy) == (CLEAN, (), (), False)


def test_edits_are_in_the_frame_of_the_raw_text() -> None:
    raw = "協(xié)同發(fā)展,，好"
    edits = {(raw[e.start : e.end], e.replacement) for e in restore(raw).edits}
    assert edits == {("(xié)", ""), ("(fā)", ""), ("協", "协"), ("發", "发"), (",", "")}


def test_a_repair_below_the_least_confidence_stays_undone() -> None:
    assert restore("記者 李\u3000明", Settings(min_confidence=0.99)).clean == "记者 李\u3000明"


def test_boilerplate_stays_in_the_clean_text_and_is_set_apart() -> None:
    text = restore("首頁 > 新聞 > 國內\n山村小學\n昨天收到圖書。\n版權聲明：未經許可，不得轉載。")
    apart = [text.clean[span.start : span.end] for span in text.boilerplate]
    assert apart == ["首页 > 新闻 > 国内", "版权声明：未经许可，不得转载。"]


def test_a_hidden_character_makes_the_text_lossy() -> None:
    assert restore("接到一通电?。").lossy


@given(st.text(alphabet='发發(fā)展,，。."“”?* \n<p>/&;著乾|A1１\u200b\u3000·•：:x', max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_repaired_and_replayed(raw: str) -> None:
    text = restore(raw)
    assert replay(raw, text.steps) == text.clean
    assert text.to_raw(0, len(text.clean))[1] <= len(raw)
    for edit in text.edits:
        assert 0 <= edit.start <= edit.end <= len(raw)


@given(st.text(alphabet="发发展，。“”（）、学校3万元：", max_size=60))
@settings(max_examples=200, deadline=None)
def test_a_second_repair_of_what_was_repaired_changes_nothing(raw: str) -> None:
    once = restore(raw).clean
    assert restore(once).clean == once


HOSTILE = [
    *("(", "（", "?", "发(", "<", "<p ", "&", "*", '"', "“", ",", "，", "。", "\n", "a\n"),
    *("着", "發", "|", "> ", "\\u", "%E"),
]


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("name", [r.kind for r in restorers()])
def test_the_work_grows_with_the_input_and_not_with_its_square(unit: str, name: str) -> None:
    restorer = next(r for r in restorers() if r.kind == name)

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        best = 9.0
        for _ in range(3):
            began = time.process_time()
            if restorer.detect(text):
                list(restorer.edits(text))
            best = min(best, time.process_time() - began)
        return best

    # Quadratic work would take a hundred times as long; caches and collections may well double the time.
    assert seconds(50_000) < 40 * max(seconds(5_000), 0.003)
