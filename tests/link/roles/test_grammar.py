"""Role rows of the grammar of posts: titles joined, noted, shared, given by verbs, of the page's own body."""

from __future__ import annotations

import pytest

from tests.link.roles.told import cases, rows


@pytest.mark.parametrize(("text", "expected"), cases("grammar.txt"))
def test_a_sentence_of_this_grammar_holds_these_roles(text: str, expected: str) -> None:
    assert rows(text) == expected
