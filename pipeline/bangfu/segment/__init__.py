"""The third room: clean text to sentences and words."""

from bangfu.segment.document import segment

__all__ = ["segment"]
