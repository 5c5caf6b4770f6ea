"""Bytes to the first string."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, the encoding that fitted, and whether bytes were lost."""

    text: str
    encoding: str
    lossy: bool = False


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes."""
    return Decoded(data.decode("utf-8-sig"), "utf-8")
