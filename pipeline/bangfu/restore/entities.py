"""HTML entities left in text, also escaped twice: ``&nbsp;`` ``&amp;ldquo;`` ``&#20013;`` ``&#x4e2d;``."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from html.entities import html5

from bangfu.alignment import Edit
from bangfu.restore.signs import Signs

KIND = "entity"

# The names that browsers, and so careless pages, also accept without the semicolon.
BARE = "nbsp|ensp|emsp|ldquo|rdquo|lsquo|rsquo|hellip|mdash|middot|quot"

_URL = r"(?:https?|ftp)://[^\s<>\"'“”‘’（），。；、《》【】㐀-鿿]+"
_ENTITY = re.compile(
    rf"(?P<url>{_URL})"
    r"|&(?:amp;){0,8}(?P<name>\#[0-9]{2,7};?|\#[xX][0-9a-fA-F]{2,6};?|[A-Za-z][A-Za-z0-9]{1,31};"
    rf"|(?:{BARE})(?![A-Za-z0-9=;]))"
)

_BLANKS = dict.fromkeys((0xA0, 0x2002, 0x2003, 0x2009), " ")


def signs() -> Signs:
    """The characters without which there is nothing to do, and what stands around them."""
    return {"&": "(?=[#A-Za-z])"}


def detect(text: str) -> bool:
    """Whether the text holds an entity outside of an address.

    >>> detect("研发&amp;nbsp;中心"), detect("AT&T; http://a.cn/?x=1&copy;2")
    (True, False)
    """
    return "&" in text and any(_meaning(match) is not None for match in _ENTITY.finditer(text))


def edits(text: str) -> list[Edit]:
    """One edit an entity; blanks that must not break become plain spaces.

    >>> [(edit.start, edit.end, edit.replacement) for edit in edits("&#20013;国&amp;nbsp;北京")]
    [(0, 8, '中'), (9, 19, ' ')]
    """
    if "&" not in text:
        return []
    out = []
    for match in _ENTITY.finditer(text):
        meaning = _meaning(match)
        if meaning is not None:
            out.append(Edit(match.start(), match.end(), meaning, KIND))
    return out


def _meaning(match: re.Match[str]) -> str | None:
    name = match["name"]
    return None if name is None else _character(name.rstrip(";"))


@lru_cache(maxsize=4096)
def _character(name: str) -> str | None:
    """What an entity stands for; None where it is no entity, or stands for nothing that can be shown."""
    if not name.startswith("#") and f"{name};" not in html5:
        return None
    meaning = unescape(f"&{name};")
    if not meaning or "\ufffd" in meaning or meaning.startswith("&#"):
        return None
    if len(meaning) == 1 and (ord(meaning) < 32 and meaning not in "\t\n\r"):
        return None
    return meaning.translate(_BLANKS)
