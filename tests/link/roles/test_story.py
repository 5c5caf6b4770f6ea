"""Role rows of narrative reports: who 他 and 这位 are, who follows whom in a post, which body is here."""

from __future__ import annotations

import pytest

from tests.link.roles.told import cases, rows


@pytest.mark.parametrize(("text", "expected"), cases("story.txt"))
def test_a_narrative_holds_these_roles(text: str, expected: str) -> None:
    assert rows(text) == expected
