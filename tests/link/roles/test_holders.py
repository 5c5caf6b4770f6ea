"""Who holds a post that no name stands beside, and where nobody does: by person and title only."""

from __future__ import annotations

import pytest

from tests.link.roles.told import cases, rows


@pytest.mark.parametrize(("text", "expected"), cases("holders.txt"))
def test_these_people_hold_a_post_and_no_others(text: str, expected: str) -> None:
    told = {"/".join(row.split("/")[:2]) for row in rows(text).split(";")}
    assert told == set(expected.split(";"))
