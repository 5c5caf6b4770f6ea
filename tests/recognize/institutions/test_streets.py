"""Streets and the communities behind them."""

from __future__ import annotations

import pytest

from bangfu.recognize.institutions.streets import street_spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("天河区人和街道为民社区党委", ["人和街道", "为民"]),
        ("两江新区永和街道办事处", ["永和街道"]),
        ("他是中和街道双桥社区的居民", ["中和街道", "双桥"]),
        ("志愿者走进青龙街道办事处", ["青龙街道"]),
        ("走在老城区的街道两旁", []),
        ("全区各个街道社区", []),
        ("沿着整条街道种满了树", []),
    ],
)
def test_a_street_needs_a_sure_left_edge(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end in street_spans(text)] == spans
