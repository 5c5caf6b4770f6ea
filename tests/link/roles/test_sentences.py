"""Role rows of whole sentences, with the people given: no row hangs on finding a name."""

from __future__ import annotations

import pytest

from tests.link.roles.told import cases, rows


@pytest.mark.parametrize(("text", "expected"), cases("sentences.txt"))
def test_a_sentence_holds_these_roles(text: str, expected: str) -> None:
    assert rows(text) == expected
