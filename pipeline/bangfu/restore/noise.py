"""Watermarks: the name of a site that a page puts behind its paragraphs."""

from __future__ import annotations

import re
from collections import Counter

from bangfu.alignment import Edit
from bangfu.restore.signs import Signs

KIND = "watermark"

REPEATS = 3
"""So often must the same words stand behind the last mark of a line to be a watermark."""


def signs() -> Signs:
    """The characters without which there is nothing to do, and what stands around them."""
    return {"\n": r"(?<=[^。！？”）…：；\n]\n)"}


def detect(text: str) -> bool:
    """Whether several lines end alike, behind a mark.

    >>> detect("第一。某网\\n第二。某网\\n第三。某网"), detect("第一。\\n第二。")
    (True, False)
    """
    return bool(_watermarks(text))


def edits(text: str) -> list[Edit]:
    """Delete watermarks at the ends of lines.

    >>> from bangfu.alignment import apply_edits
    >>> text = "第一。某某网x\\n第二。某某网x\\n第三。某某网x"
    >>> apply_edits(text, edits(text))[0]
    '第一。\\n第二。\\n第三。'
    """
    marks = _watermarks(text)
    return [
        Edit(hit.start(1), hit.end(1), "", KIND, 0.9)
        for hit in (_TAIL.finditer(text) if marks else ())
        if hit.group(1) in marks
    ]


_TAIL = re.compile(
    r"[。！？”）…][ \u3000]*([^\s。！？”）…，、；：\n][^。！？”）…，；\n]{1,29}?)[ \u3000]*(?=\n|\Z)"
)


def _watermarks(text: str) -> frozenset[str]:
    if _OPEN.search(text) is None:
        return frozenset()
    tails = Counter(hit.group(1) for hit in _TAIL.finditer(text))
    return frozenset(t for t, n in tails.items() if n >= REPEATS or (n == REPEATS - 1 and _SITE.search(t)))


_SITE = re.compile(r"(?:网|网站|在线|日报|晚报|\.(?:com|cn|net|org)(?:\.cn)?)\Z")


_OPEN = re.compile(r"\n(?<=[^。！？”）…：；\n]\n)")
