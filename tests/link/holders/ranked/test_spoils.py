"""Words which tell that a post is not held, or is somebody else's."""

from __future__ import annotations

import pytest

from bangfu.link.holders.ranked.spoils import spoils


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周文海从未担任校长", "never"),
        ("周文海一直想担任校长", "wish"),
        ("周文海请李老师担任校长", "plan"),
        ("周文海祝贺老友担任校长", "hail"),
        ("周文海说，三名队员担任校长", "others"),
        ("周文海的父亲担任校长", "kin"),
        ("周文海的父亲是农民，他担任校长", ""),
        ("周文海去年担任校长", ""),
    ],
)
def test_what_keeps_a_post_from_somebody(text: str, expected: str) -> None:
    assert spoils(text, (0, 3), text.index("担任")) == expected
