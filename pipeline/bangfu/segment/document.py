"""A source and its restored text become a document."""

from __future__ import annotations

from bangfu.article import Document, Source, Text
from bangfu.segment.sentences import sentences


def segment(source: Source, text: Text) -> Document:
    """Cut a restored text into sentences."""
    return Document(source, text, sentences(text.clean))
