"""Heads of state, ministers and members of assemblies: no body that stands beside them has their post."""

from __future__ import annotations

import pytest

from tests.link.roles.told import cases, rows


@pytest.mark.parametrize(("text", "expected"), cases("state.txt"))
def test_a_sentence_about_a_state_holds_these_roles(text: str, expected: str) -> None:
    assert rows(text) == expected
