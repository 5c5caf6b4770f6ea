"""Bylines: spans that hold one name each."""

from __future__ import annotations

import pytest

from bangfu.recognize.people.byline import byline_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（记者 王小明 通讯员 李 强）", ["王小明", "李 强"]),
        ("文/张小川 图/李大河", ["张小川", "李大河"]),
        ("□高敏慧 杨军民", ["高敏慧", "杨军民"]),
        ("责任编辑：王小丽", ["王小丽"]),
        ("编辑：王小丽、赵敏", ["王小丽", "赵敏"]),
        ("刘海涛 摄\n", ["刘海涛"]),
        ("结束了。（吕毅明）", ["吕毅明"]),
        ("作者：阿依古丽·买买提", ["阿依古丽·买买提"]),
    ],
)
def test_each_span_of_a_byline_is_one_possible_name(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span, _ in byline_spans(text)] == expected


@pytest.mark.parametrize(
    "text", ["记者走访了三个村。", "通讯员队伍不断壮大。", "编辑部在北京。", "（一）总体要求，包括三点"]
)
def test_running_text_is_no_byline(text: str) -> None:
    assert byline_spans(text) == []
