"""A source and its restored text become a document."""

from __future__ import annotations

from bangfu.article import Document, Source, Span, Text
from bangfu.segment.language import language
from bangfu.segment.sentences import sentences


def segment(source: Source, text: Text) -> Document:
    """Cut a restored text into sentences, leaving out its boilerplate, and name its language.

    A sentence never crosses a border of boilerplate: what stands before and behind it is cut apart.

    >>> text = Text("首页>新闻\\n支教。", "首页>新闻\\n支教。", None, boilerplate=(Span(0, 5),))
    >>> segment(Source("a", text.raw), text).sentences
    (Span(start=6, end=9),)
    """
    found: list[Span] = []
    at = 0
    for span in sorted(text.boilerplate):
        if span.start > at:
            found.extend(sentences(text.clean, at, span.start))
        at = max(at, span.end)
    found.extend(sentences(text.clean, at))
    return Document(source, text, tuple(found), language(text.clean))
