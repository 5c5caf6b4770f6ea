"""Role rows of many wordings of one thing: the body behind the post, in a clause, in what somebody says."""

from __future__ import annotations

import pytest

from tests.link.roles.told import cases, rows


@pytest.mark.parametrize(("text", "expected"), cases("wordings.txt"))
def test_a_post_in_this_wording_gives_these_roles(text: str, expected: str) -> None:
    assert rows(text) == expected
