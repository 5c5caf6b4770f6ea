"""Tags, comments and scripts of a page left in its text: ``<p>&nbsp;&nbsp;``, ``<span class="src">``."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.alignment import Edit
from bangfu.restore.signs import Signs

KIND = "tag"

_BLOCKS = (
    "p br div li ul ol tr td th table tbody h1 h2 h3 h4 h5 h6 hr section article center blockquote dl dd dt"
)
_INLINE = (
    "a abbr b big cite code em embed font footer form header html head body i iframe img input ins label "
    "link main map meta nav noscript o object option param path pre q s select small source span strike "
    "strong sub sup svg title u var video audio button canvas figure figcaption time style script"
)
_UBB = "b|i|u|url|img|color|size|font|align|center|quote"


def signs() -> Signs:
    """The characters without which there is nothing to do, and what stands around them."""
    return {"<[": "(?=[/!A-Za-z])"}


def detect(text: str) -> bool:
    """Whether a known tag or a comment occurs.

    >>> detect('经历。<span class="src"></p>'), detect("首页 > 新闻，3<5，《<甲>乙》[详细]")
    (True, False)
    """
    return ("<" in text or "[" in text) and _tag().search(text) is not None


def edits(text: str) -> list[Edit]:
    """Delete tags; tags that begin or end a block leave a line's end, unless there is one already.

    >>> from bangfu.alignment import apply_edits
    >>> text = "助学<p>&nbsp;&nbsp;上午<b>好</b>。</p><br/>\\n完<script>var a = 1;</script>"
    >>> apply_edits(text, edits(text))[0]
    '助学\\n&nbsp;&nbsp;上午好。\\n完'
    """
    hits = list(_tag().finditer(text))
    found: list[Edit] = []
    block = broken = False
    for n, hit in enumerate(hits):
        start, end = hit.span()
        gap = text[hits[n - 1].end() if n else 0 : start]
        if not n or gap.strip():
            block, broken = False, start == 0 or gap.rstrip(" \t\u3000").endswith("\n")
        block = block or hit["block"] is not None
        broken = broken or "\n" in gap
        behind = text[end : hits[n + 1].start()] if n + 1 < len(hits) else text[end : end + 9]
        last = n + 1 == len(hits) or bool(behind.strip())
        opens = block and last and not broken and end < len(text) and not behind.startswith(("\n", "\r"))
        found.append(Edit(start, end, "\n" if opens else "", KIND))
    return found


@lru_cache(maxsize=1)
def _tag() -> re.Pattern[str]:
    blocks, inline = _BLOCKS.replace(" ", "|"), _INLINE.replace(" ", "|")
    # Every repetition is bounded: an unclosed tag in a large file must not make the search quadratic.
    return re.compile(
        r"<(?:(?P<raw>script|style)\b[^<>]{0,500}>(?:[^<]|<(?!/?(?:script|style)\b)){0,5000}</(?P=raw)\s*>"
        rf"|/?(?:(?P<block>{blocks})|{inline})(?:\s[^<>]{{0,1000}})?/?>"
        r"|!--(?:[^-]|-(?!->)){0,3000}-->|!DOCTYPE[^<>]{0,300}>)"
        rf"|\[/?(?:{_UBB})(?:=[^\[\]\n]{{1,100}})?\]",
        re.I,
    )
