"""Characters that a terminal or a browser would obey, or not show, spelled out."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"  # no width, direction, surrogates
)


def visible(text: str) -> str:
    """The text with its unseen characters as ``<U+001B>``; tabs and line feeds stay.

    >>> visible("a\\x1b[2J零\\u200b宽")
    'a<U+001B>[2J零<U+200B>宽'
    """
    return _UNSEEN.sub(lambda m: f"<U+{ord(m.group()):04X}>", text)
