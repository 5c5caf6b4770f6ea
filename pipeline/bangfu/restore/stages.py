"""The restorers in their order, and the one place that applies their edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from bangfu.alignment import Alignment, Edit, apply_edits
from bangfu.article import Step, Text
from bangfu.restore.boilerplate import boilerplate
from bangfu.settings import Settings

# What undoes a misreading of bytes comes before all that looks at characters; pinyin notes must be gone
# before words are looked at; lines can be joined only where punctuation and spaces are already right.
ORDER = (
    "encoding",
    "entities",
    "escapes",
    "tags",
    "byte_shift",
    "encoding_lost",
    "pinyin",
    "width",
    "script",
    "punctuation",
    "spaces",
    "noise",
    "lines",
    "masked",
)


class Restorer(NamedTuple):
    """One kind of damage: a cheap test, and the edits that undo it."""

    kind: str
    detect: Callable[[str], bool]
    edits: Callable[[str], Iterable[Edit]]


@lru_cache(maxsize=1)
def restorers() -> tuple[Restorer, ...]:
    """Every restorer, in the order in which they run."""
    modules = (import_module(f"bangfu.restore.{name}") for name in ORDER)
    return tuple(Restorer(module.KIND, module.detect, module.edits) for module in modules)


def restore(raw: str, settings: Settings | None = None) -> Text:
    """Give back the text that its author wrote, in simplified characters, aligned with ``raw``.

    Edits below ``settings.min_confidence`` stay undone.

    >>> text = restore("協同發(fā)展,，推進實(shí)施。")
    >>> text.clean, text.to_raw(2, 4), text.damage
    ('协同发展，推进实施。', (2, 8), ('pinyin_note', 'punctuation', 'script'))
    """
    least = (settings or Settings()).min_confidence
    text, alignment = raw, Alignment.identity(len(raw))
    in_raw: list[Edit] = []
    steps: list[Step] = []
    for restorer in restorers():
        if not restorer.detect(text):
            continue
        edits = tuple(edit for edit in restorer.edits(text) if edit.confidence >= least)
        if not edits:
            continue
        in_raw.extend(edits if alignment.is_identity else (_in_raw_frame(edit, alignment) for edit in edits))
        steps.append(Step(restorer.kind, edits))
        text, step = apply_edits(text, edits)
        alignment = alignment.then(step)
    lossy = any(edit.lossy for edit in in_raw)
    return Text(raw, text, alignment, tuple(in_raw), tuple(steps), boilerplate(text), lossy)


def replay(raw: str, steps: Iterable[Step]) -> str:
    """Apply the recorded steps to the raw text again: gives the clean text.

    >>> text = restore("協同發(fā)展")
    >>> replay(text.raw, text.steps) == text.clean
    True
    """
    for step in steps:
        raw, _ = apply_edits(raw, step.edits)
    return raw


def _in_raw_frame(edit: Edit, alignment: Alignment) -> Edit:
    start, end = alignment.to_raw(edit.start, edit.end)
    pieces = edit.pieces if end - start == edit.end - edit.start else None
    return Edit(
        start, end, edit.replacement, edit.kind, edit.confidence, edit.alternatives, edit.lossy, pieces
    )
