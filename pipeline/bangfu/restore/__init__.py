"""The second room: raw text to the text that its author wrote."""

from bangfu.restore.stages import restore

__all__ = ["restore"]
