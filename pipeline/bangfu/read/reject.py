"""What becomes of an article that cannot be read: one row of the rejects table."""

from __future__ import annotations

from dataclasses import dataclass

from bangfu.errors import RejectError


@dataclass(frozen=True, slots=True)
class Reject:
    """A file or record that gave no article: where it lies, its name if known, the stage and the reason.

    >>> Reject.of(RejectError("decode", "binary data"), "crawl/a.txt", "a")
    Reject(source='crawl/a.txt', doc_id='a', stage='decode', reason='binary data')
    """

    source: str
    doc_id: str
    stage: str
    reason: str

    @classmethod
    def of(cls, error: RejectError, source: str, doc_id: str = "") -> Reject:
        """The row for an error that some stage raised."""
        return cls(source, doc_id, error.stage, error.reason)
