"""Clauses: the parts of a sentence between commas and semicolons."""

from __future__ import annotations

import re

from bangfu.article import Span

_CLAUSE = re.compile(r"[^，；：。！？,;:!?\n]*[^\s，；：。！？,;:!?\n][^，；：。！？,;:!?\n]*")
_NUMBER = re.compile(r"(?<=\d)[,:](?=\d)")


def clauses(clean: str, span: Span) -> tuple[Span, ...]:
    """The clauses of one sentence, as spans of ``clean``, without the marks that part them.

    ``、`` parts no clauses (it joins a list), nor do commas and colons between digits (1,200元, 2.5:1).

    >>> text = "受援的有3所学校；捐赠方为某公司，共1,200元。"
    >>> [text[c.start:c.end] for c in clauses(text, Span(0, len(text)))]
    ['受援的有3所学校', '捐赠方为某公司', '共1,200元']
    """
    out: list[Span] = []
    joined = {match.start() for match in _NUMBER.finditer(clean, span.start, span.end)}
    for match in _CLAUSE.finditer(clean, span.start, span.end):
        start, end = match.start(), match.end()
        if out and start - 1 in joined and out[-1].end == start - 1:
            out[-1] = Span(out[-1].start, end)
        else:
            out.append(Span(start, end))
    return tuple(out)
