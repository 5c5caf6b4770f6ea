"""Sentences."""

from __future__ import annotations

import re

from bangfu.article import Span

_SENTENCE = re.compile(r"[^\n。！？]*[^\s。！？][^\n。！？]*[。！？]*[”’」』）]*")


def sentences(clean: str) -> tuple[Span, ...]:
    """Sentence spans."""
    return tuple(Span(m.start(), m.end()) for m in _SENTENCE.finditer(clean))
