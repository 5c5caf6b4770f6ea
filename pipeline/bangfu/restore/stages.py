"""The restorers in their order, and the one place that applies their edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from bangfu.alignment import Alignment, Edit, apply_edits
from bangfu.article import Step, Text
from bangfu.restore.boilerplate import boilerplate
from bangfu.restore.signs import Finder, Signs
from bangfu.settings import Settings

# What undoes a misreading of bytes comes before all that looks at characters; pinyin notes must be gone
# before words are looked at; lines can be joined only where punctuation and spaces are already right.
ORDER = (
    "encoding",
    "entities",
    "escapes",
    "tags",
    "byte_shift",
    "encoding.lost",
    "pinyin",
    "width",
    "script",
    "punctuation",
    "spaces",
    "noise",
    "lines",
    "masked",
)


_DEFAULT = Settings()


class Restorer(NamedTuple):
    """One kind of damage: a cheap test, and the edits that undo it."""

    kind: str
    detect: Callable[[str], bool]
    edits: Callable[[str], Iterable[Edit]]
    signs: Signs


@lru_cache(maxsize=1)
def restorers() -> tuple[Restorer, ...]:
    """Every restorer, in the order in which they run."""
    modules = (import_module(f"bangfu.restore.{name}") for name in ORDER)
    return tuple(Restorer(m.KIND, m.detect, m.edits, m.signs()) for m in modules)


@lru_cache(maxsize=1)
def _finder() -> Finder:
    return Finder([restorer.signs for restorer in restorers()])


@lru_cache(maxsize=1024)
def _called(bits: int) -> frozenset[str]:
    return frozenset(r.kind for n, r in enumerate(restorers()) if not r.signs or bits >> n & 1)


def suspects(text: str) -> frozenset[str]:
    """The kinds of damage that a text may hold, by its signs.

    >>> sorted(suspects("支教老师（app）&lt"))
    ['entity', 'pinyin_note', 'punctuation']
    """
    return _called(_finder()(text))


def restore(raw: str, settings: Settings | None = None) -> Text:
    """Give back the text that its author wrote, in simplified characters, aligned with ``raw``.

    Edits below ``settings.min_confidence`` stay undone.

    >>> text = restore("協同發(fā)展,，推進實(shí)施。")
    >>> text.clean, text.to_raw(2, 4), text.damage
    ('协同发展，推进实施。', (2, 8), ('pinyin_note', 'punctuation', 'script'))
    """
    least = (settings or _DEFAULT).min_confidence
    text, alignment = raw, Alignment.identity(len(raw))
    in_raw: list[Edit] = []
    steps: list[Step] = []
    suspected = suspects(raw)
    for restorer in restorers():
        # The signs are those of the raw text: behind a first repair there may be others.
        if not (steps or restorer.kind in suspected) or not restorer.detect(text):
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
