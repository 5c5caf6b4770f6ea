"""What tests of the choice of items share: the questions that a text leaves to it."""

from __future__ import annotations

from bangfu.article import Source
from bangfu.pipeline import restore, segment
from bangfu.recognize import find
from bangfu.recognize.counts.find import find_counts
from bangfu.recognize.counts.ranked.asked import Asked
from bangfu.recognize.counts.ranked.model import answer
from bangfu.recognize.numbers import find_numbers
from bangfu.settings import Settings


def asked_in(text: str) -> list[Asked]:
    """The counts that the ranker is asked about, in text order."""
    out: list[Asked] = []

    def listen(asked: Asked) -> tuple[str | None, float]:
        out.append(asked)
        return answer(asked)

    document = segment(Source("a", text), restore(text, Settings()))
    found = find(document, Settings())
    find_counts(document, find_numbers(document.clean), found.money, found.institutions, listen)
    return out
