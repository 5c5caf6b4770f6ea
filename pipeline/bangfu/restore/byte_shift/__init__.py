"""Byte-shifted GBK: text that was read one byte off after a byte was lost."""

from bangfu.restore.byte_shift.restorer import KIND, detect, edits, signs

__all__ = ["KIND", "detect", "edits", "signs"]
