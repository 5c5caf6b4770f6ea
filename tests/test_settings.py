"""Settings: what a run may vary, and the key that they give it."""

from __future__ import annotations

import pytest

from bangfu.errors import UsageError
from bangfu.settings import Settings


def test_equal_settings_have_equal_digests() -> None:
    assert Settings(min_confidence=0.7).digest() == Settings(min_confidence=0.7).digest()


@pytest.mark.parametrize("changed", [{"max_chars": 9}, {"min_confidence": 0.9}, {"drop_duplicates": True}])
def test_any_changed_value_changes_the_digest(changed: dict[str, object]) -> None:
    assert Settings(**changed).digest() != Settings().digest()  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [{"max_chars": 0}, {"max_bytes": 0}, {"min_confidence": 1.5}])
def test_a_value_out_of_range_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(UsageError):
        Settings(**wrong)  # type: ignore[arg-type]
