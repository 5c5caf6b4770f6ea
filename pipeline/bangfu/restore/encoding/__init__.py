"""Text that was decoded with the wrong codec: whole or in part, once or several times over."""

from bangfu.restore.encoding.restorer import KIND, detect, edits, signs

__all__ = ["KIND", "detect", "edits", "signs"]
