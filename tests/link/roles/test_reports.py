"""Role rows of dense reports: 该院, former and latter, lines of a programme."""

from __future__ import annotations

import pytest

from tests.link.roles.told import cases, rows


@pytest.mark.parametrize(("text", "expected"), cases("reports.txt"))
def test_a_report_holds_these_roles(text: str, expected: str) -> None:
    assert rows(text) == expected
