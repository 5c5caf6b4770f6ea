"""Names for articles that have none."""

from __future__ import annotations

import hashlib


def doc_id_of(text: str) -> str:
    """The first sixteen hex digits of the SHA-256 of a URL or text.

    >>> doc_id_of("支教")
    '8b4dc8b80bc8d3a8'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
