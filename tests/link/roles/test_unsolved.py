"""Known failures: role sentences that the program gets wrong; one that is solved moves to its file."""

from __future__ import annotations

import pytest

from tests.link.roles.told import cases, rows


@pytest.mark.parametrize(("text", "expected"), cases("unsolved.txt"))
@pytest.mark.xfail(strict=True, reason="the body of a post is chosen wrongly")
def test_a_sentence_would_hold_these_roles(text: str, expected: str) -> None:
    assert rows(text) == expected
