"""A restored text becomes a document."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.alignment import Alignment
from bangfu.article import Source, Span, Text
from bangfu.segment import segment
from bangfu.segment.language import language


def text_of(clean: str, *boilerplate: tuple[int, int]) -> Text:
    spans = tuple(Span(start, end) for start, end in boilerplate)
    return Text(clean, clean, Alignment.identity(len(clean)), boilerplate=spans)


def cut(text: Text) -> list[str]:
    document = segment(Source("a", text.raw), text)
    return [document.clean[span.start : span.end] for span in document.sentences]


def test_boilerplate_is_in_no_sentence() -> None:
    assert cut(text_of("首页 新闻 支教老师来了。版权所有", (0, 6), (13, 17))) == ["支教老师来了。"]


def test_boilerplate_inside_of_a_sentence_parts_it() -> None:
    assert cut(text_of("老师来了（广告）孩子高兴。", (4, 8))) == ["老师来了", "孩子高兴。"]


@settings(deadline=None)
@given(
    st.text(alphabet="支教。” \nA", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
)
def test_every_character_is_in_a_sentence_or_boilerplate_or_blank(
    clean: str, pairs: list[tuple[int, int]]
) -> None:
    spans = [(min(p), max(p)) for p in pairs if max(p) <= len(clean)]
    text = text_of(clean, *spans)
    covered = [False] * len(clean)
    document = segment(Source("a", clean), text)
    for span in document.sentences:
        for i in range(span.start, span.end):
            assert not covered[i]
            assert not any(start <= i < end for start, end in spans)
            covered[i] = True
    for i, character in enumerate(clean):
        if not covered[i]:
            assert character.isspace() or any(start <= i < end for start, end in spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支教老师来到山村小学。", "zh"),
        ("校长Li Xiaoyun介绍了STEM课程和ABC项目。", "zh"),
        ("Teachers came to the school in the mountains.", "en"),
        ("Teachers of the 支教 program came to the school.", "en"),
        ("先生はこどもたちにほんをよみました。", "other"),
        ("학교 선생님이 왔습니다.", "other"),
        ("Учитель пришёл в школу.", "other"),
        ("L’élève a été là-bas, près de l’école.", "other"),
        ("2023-05-06 100%", "other"),
        ("", "other"),
    ],
)
def test_the_language_is_told_by_the_shares_of_letters(text: str, expected: str) -> None:
    assert language(text) == expected


def test_an_english_frame_does_not_hide_a_chinese_report() -> None:
    assert language("Home News About Contact " * 60 + "支教老师来到山村小学。" * 200) == "zh"
