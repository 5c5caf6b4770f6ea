"""Where sentences end."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bangfu.segment.sentences import sentences

MIXED = st.text(alphabet="支教老师。！？!?….,；：、“”‘’（）《》\"' \n\u3000\tAaMrS19的等", max_size=80)


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲校收到图书。乙校收到课桌！丙校呢？", ["甲校收到图书。", "乙校收到课桌！", "丙校呢？"]),
        ("真的吗？！太好了！！！", ["真的吗？！", "太好了！！！"]),
        ("（记者报道。）他走了。", ["（记者报道。）", "他走了。"]),
        ("甲校来了老师；乙校来了医生；丙校收到图书。", ["甲校来了老师；乙校来了医生；丙校收到图书。"]),
        ("他说:是吗?是的!好。", ["他说:是吗?", "是的!", "好。"]),
        ("详见http://example.org/?id=3 页。", ["详见http://example.org/?id=3 页。"]),
        ("共12.5万元。", ["共12.5万元。"]),
    ],
)
def test_full_stops_end_sentences_and_semicolons_do_not(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“来了。”他说。", ["“来了。”", "他说。"]),
        ("他说：“来了。走吧。”大家笑了。", ["他说：“来了。", "走吧。”", "大家笑了。"]),
        ("「來了！」他說。", ["「來了！」", "他說。"]),
        ("“来了。’”他说。", ["“来了。’”", "他说。"]),
        ("“快来！”“好的！”两人走了。", ["“快来！”", "“好的！”", "两人走了。"]),
    ],
)
def test_closing_quotes_stay_with_their_sentence_and_the_speaker_stands_alone(
    text: str, expected: list[str]
) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“为什么？”的追问没有停。",
        "“怎么办？”等问题有了答案。",
        "《谁来帮我？》的作者到了。",
        "“来了！”，他喊道。",
        "“教什么？”、“怎么教？”是两个问题。",
        "书、桌椅……等物资到了。",
    ],
)
def test_a_quoted_question_inside_of_a_sentence_does_not_end_it(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize("text", ["等到天亮。", "地处山区。", "的确如此。", "得益于此。"])
def test_a_sentence_may_begin_with_a_character_that_also_joins(text: str) -> None:
    assert cut(f"他来了。{text}") == ["他来了。", text]


def test_dots_close_an_enumeration_outside_of_quotes_and_hesitate_inside() -> None:
    assert cut("改善条件、培训教师……座谈会3日召开。") == ["改善条件、培训教师……", "座谈会3日召开。"]
    assert cut("“我……我很高兴。”他说。") == ["“我……我很高兴。”", "他说。"]
    assert cut("“我很高兴……”他说。") == ["“我很高兴……”", "他说。"]
    assert cut("“一。二……三。”四……五") == ["“一。", "二……三。”", "四……", "五"]


def test_an_open_quote_ends_with_its_line() -> None:
    assert cut("“没有下引号\n书、桌椅……仪式举行。") == ["“没有下引号", "书、桌椅……", "仪式举行。"]


def test_titles_and_captions_end_with_their_lines() -> None:
    text = "\n  支教老师进山村  \n\n\u3000\u3000正文第一句。第二句\n图为上课现场\n"
    assert cut(text) == ["支教老师进山村", "正文第一句。", "第二句", "图为上课现场"]


def test_english_sentences_end_before_a_capital() -> None:
    text = (
        "Mr. Reed came to St. Anne School. He gave 3.5 tons of books. "
        '"Go on." J. R. Reed left. No. 5 was a U.S. one. 6'
    )
    assert cut(text) == [
        "Mr. Reed came to St. Anne School.",
        "He gave 3.5 tons of books.",
        '"Go on."',
        "J. R. Reed left.",
        "No. 5 was a U.S. one.",
        "6",
    ]
    assert cut("1. First item. 2. Second item.") == ["1. First item.", "2. Second item."]


@settings(deadline=None)
@given(MIXED)
def test_sentences_leave_out_nothing_but_white_space(text: str) -> None:
    spans = sentences(text)
    at = 0
    for span in spans:
        assert at <= span.start < span.end
        assert not text[at : span.start].strip()
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        at = span.end
    assert not text[at:].strip()


@settings(deadline=None)
@given(MIXED, MIXED, MIXED)
def test_a_stretch_is_cut_as_if_it_stood_alone(before: str, text: str, behind: str) -> None:
    """But for what a full stop sees before it, which cannot be Han from outside at a line's beginning."""
    whole = f"{before}\n{text}\n{behind}"
    start = len(before) + 1
    inside = sentences(whole, start, start + len(text))
    assert [(s.start - start, s.end - start) for s in inside] == [(s.start, s.end) for s in sentences(text)]


@settings(deadline=None)
@given(MIXED, MIXED)
@example("1.", "1")
@example("“支…", "教")
def test_lines_are_cut_alone(first: str, second: str) -> None:
    assert cut(f"{first}\n{second}") == cut(first) + cut(second)


@pytest.mark.parametrize(
    "unit",
    [
        "支",
        "。",
        "…",
        "“支…",
        "a. ",
        "A. B",
        "”",
        "(",
        "?",
        " ",
        "\n",
        "“",
        "支。”的",
        ".",
        "a.\u3000",
        "!”",
        "。”、",
    ],
)
def test_a_million_characters_of_anything_take_seconds(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    begin = time.perf_counter()
    sentences(text)
    assert time.perf_counter() - begin < 6
