"""Contexts of sentences, with their titles and institutions."""

from __future__ import annotations

from bangfu.article import Document, Source, Text
from bangfu.recognize.institutions.find import find_institutions
from bangfu.recognize.names.context import Context, context_of
from bangfu.recognize.titles.find import find_titles
from bangfu.segment.sentences import sentences


def context_in(text: str) -> Context:
    """A text ready for questions about its spans."""
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    institutions = find_institutions(document)
    return context_of(text, find_titles(document, institutions), institutions)
