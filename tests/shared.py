"""Where the shared articles and gold lie, for tests that read them and skip where they are absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("BANGFU_SHARED") or Path(__file__).resolve().parents[2] / "shared")
"""The folder of shared material: ``$BANGFU_SHARED``, or ``../shared`` beside the checkout."""

needs_shared = pytest.mark.skipif(
    not (SHARED / "gold" / "annotations").is_dir(),
    reason=f"the shared gold is not in {SHARED} (set BANGFU_SHARED to its folder)",
)
"""Marks a test that reads shared material."""
