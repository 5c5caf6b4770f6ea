"""Every error that bangfu raises on purpose, under one root class."""

from __future__ import annotations


class BangfuError(Exception):
    """The root: catch this to catch all that bangfu raises on purpose."""


class UsageError(BangfuError):
    """The caller asked for something that cannot be done (a missing folder, an unknown format)."""


class EditError(BangfuError):
    """Edits overlap, lie outside of their text, or their pieces do not add up."""


class LexiconError(BangfuError):
    """A lexicon file is missing or malformed."""


class RejectError(BangfuError):
    """One article cannot be processed; the batch turns this into a row of the rejects table.

    >>> str(RejectError("decode", "no Chinese encoding fits"))
    'decode: no Chinese encoding fits'
    """

    def __init__(self, stage: str, reason: str) -> None:
        super().__init__(stage, reason)
        self.stage = stage
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.stage}: {self.reason}"
