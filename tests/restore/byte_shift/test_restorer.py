"""Byte-shifted GBK comes back by the language model; intact question marks stay."""

from __future__ import annotations

import json

import pytest

from bangfu.alignment import apply_edits
from bangfu.restore import byte_shift
from bangfu.restore.byte_shift import codes, restorer
from tests import damage_encoding
from tests.shared import SHARED


def repaired(text: str) -> str:
    return apply_edits(text, byte_shift.edits(text))[0]


def spans() -> list[dict[str, str]]:
    path = SHARED / "gold" / "repaired" / "spans.json"
    if not path.exists():
        pytest.skip("the shared articles are not here")
    return [s for s in json.loads(path.read_text("utf-8")) if s["kind"] == "byte_shift"]


def test_every_span_of_the_shared_article_comes_back_exactly() -> None:
    found = spans()
    for doc in {s["doc"]: None for s in found}:
        text = (SHARED / "articles" / f"{doc}.txt").read_text("utf-8")
        clean = codes.simplified(repaired(text))
        assert [s["repaired"] for s in found if s["repaired"] not in clean] == []


def test_the_generator_makes_the_damage_of_the_shared_article() -> None:
    traditional = dict(codes._opencc()[1])
    for span in spans():
        clean = "".join(traditional.get(c, c) for c in span["repaired"])
        shown = damage_encoding.shift_bytes(clean).replace("！", "!")
        assert shown.rstrip("?") in span["damaged"] or span["damaged"].rstrip("?") in shown


@pytest.mark.parametrize(
    "text",
    [
        "学校的老师们说，“要让孩子们安心读书。”这是大家的心声,也是承诺。",
        "支持希望小学和中心校、卫生院建设,共2所。",
        "医疗队的到来发生了变化。“每一轮都有收获,”院长说。",
        "他说,“这里的变化很大。”医疗队在乡镇学校开展义诊,受到欢迎。",
    ],
)
def test_damage_of_simplified_text_is_undone(text: str) -> None:
    shown = damage_encoding.shift_bytes(text)
    assert shown != text
    assert repaired(shown) == text


@pytest.mark.parametrize("lost", ["教室安裝", "老師常常輔"])
def test_a_lead_byte_lost_behind_a_rewritten_comma_is_found(lost: str) -> None:
    """The characters behind it are read one byte off, up to a trail byte in ASCII."""
    coded = lost.encode("gbk")[1:]
    end = next(i for i in range(0, len(coded), 2) if coded[i] < 0x80)
    shown = "?" + coded[: end + 1].decode("gbk", "ignore") + coded[end + 1 :].decode("gbk")
    text = f"校長王小明說,{shown}了，學生們都很高興，老師們說這裡還會有變化。"
    assert codes.simplified(lost) in codes.simplified(repaired(text))


@pytest.mark.parametrize("text", ["有人问,?这是什么", "他说,?OK了", "名单：?张三A组", "价格：?元B类商品"])
def test_a_lone_question_mark_behind_a_comma_stays(text: str) -> None:
    assert repaired(text) == text


def test_an_edit_says_where_each_character_came_from() -> None:
    shown = damage_encoding.shift_bytes("学校发生了变化。“两轮教育帮扶,让学校有了活力。")
    (edit,) = byte_shift.edits(shown)
    assert sum(before for before, _ in edit.pieces or ()) == edit.end - edit.start
    assert sum(after for _, after in edit.pieces or ()) == len(edit.replacement)


def test_close_readings_are_told() -> None:
    shown = damage_encoding.shift_bytes("他们是来自内地的。”老师们听从安排,出发了。")
    for edit in byte_shift.edits(shown):
        assert edit.confidence < 0.96 or not edit.alternatives


def test_a_long_stretch_is_doubtful_even_where_no_other_reading_is_close() -> None:
    text = "他说,“这里的变化很大。”医疗队在乡镇学校开展义诊,受到欢迎。"
    (edit,) = byte_shift.edits(damage_encoding.shift_bytes(text))
    assert len(edit.replacement) > 12
    assert 0.5 <= edit.confidence < 0.9


@pytest.mark.parametrize("text", ["真的吗?!我们都不知道", "为什么?！因为爱。", "What?! No?!", "吗?!\n好"])
def test_intact_question_marks_stay(text: str) -> None:
    assert byte_shift.edits(text) == []


def test_hostile_text_is_bounded_by_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restorer, "_SAMPLE", 30_000)
    monkeypatch.setattr(restorer, "_WORK", 30_000)
    for unit in ("?！鼎", "?!北", "?", "?！皟奢喗逃龓头"):
        byte_shift.edits(unit * (300_000 // len(unit)))
