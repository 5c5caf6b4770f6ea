"""Text that was decoded with the wrong codec: whole or in part, once or several times over.

Each reading has its own file: :mod:`.latin` for tables of single bytes, :mod:`.han` for pages
whose bytes were read as another Chinese codec. Here they take turns until nothing is left to undo.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from bangfu.alignment import Alignment, Edit, apply_edits
from bangfu.restore.encoding import han, latin
from bangfu.restore.signs import Signs

KIND = "misdecoded"

_LAYERS = 4
"""How many misreadings on top of each other are undone; three were seen in the wild."""


def signs() -> Signs:
    """The characters without which there is nothing to do, and what stands around them."""
    return {latin.signs() + han.signs(): ""}


def detect(text: str) -> bool:
    """Whether the text holds the signature of a misreading.

    >>> detect("ä¸\\xadæ–‡"), detect("支教教师")
    (True, False)
    """
    return latin.detect(text) or han.detect(text)


def edits(text: str) -> list[Edit]:
    """One edit a misread stretch, through all layers at once.

    >>> twice = "支教".encode().decode("latin-1").encode().decode("latin-1")
    >>> [edit.replacement for edit in edits("标题：" + twice)]
    ['支教']
    """
    layers: list[list[Edit]] = []
    alignment = Alignment.identity(len(text))
    now = text
    for _ in range(_LAYERS):
        if not detect(now):
            break
        found = latin.edits(now) if latin.detect(now) else []
        found = found or han.edits(now)
        changing = [edit for edit in found if now[edit.start : edit.end] != edit.replacement]
        if not changing:
            if found and not layers:
                return found
            break
        layers.append(found)
        now, step = apply_edits(now, found)
        alignment = alignment.then(step)
    return layers[0] if len(layers) == 1 else _fold(len(text), now, alignment, layers)


def _fold(length: int, clean: str, alignment: Alignment, layers: Sequence[Sequence[Edit]]) -> list[Edit]:
    """Join the edits of several layers, each in the frame of its own text, to edits of the first text."""
    spans: list[tuple[int, int, float, bool]] = []
    so_far = Alignment.identity(length)
    for layer in layers:
        spans.extend((*so_far.to_raw(e.start, e.end), e.confidence, e.lossy) for e in layer)
        blocks: list[tuple[int, int, bool]] = []
        at = 0
        for edit in layer:
            blocks.append((edit.start - at, edit.start - at, True))
            blocks.extend(edit.blocks())
            at = edit.end
        rest = sum(clean_length for _, clean_length, _ in so_far.blocks()) - at
        so_far = so_far.then(Alignment.from_blocks((*blocks, (rest, rest, True))))
    blocks_of_all = alignment.blocks()
    begins = list(accumulate((raw for raw, _, _ in blocks_of_all), initial=0))
    out: list[Edit] = []
    for start, end, confidence, lossy in _merged(spans):
        a, b = alignment.to_clean(start, end)
        first = max(bisect_right(begins, start) - 1, 0)
        pieces = _pieces(blocks_of_all, begins, first, start, end)
        out.append(Edit(start, end, clean[a:b], KIND, confidence, lossy=lossy, pieces=pieces))
    return out


def _merged(spans: list[tuple[int, int, float, bool]]) -> list[tuple[int, int, float, bool]]:
    out: list[tuple[int, int, float, bool]] = []
    for start, end, confidence, lossy in sorted(spans):
        if out and start < out[-1][1]:
            a, b, c, d = out[-1]
            out[-1] = (a, max(b, end), min(c, confidence), d or lossy)
        else:
            out.append((start, end, confidence, lossy))
    return out


def _pieces(
    blocks: list[tuple[int, int, bool]], begins: list[int], first: int, start: int, end: int
) -> tuple[tuple[int, int], ...]:
    """The blocks between two raw offsets at which blocks begin; linear ones by character."""
    out: list[tuple[int, int]] = []
    for i in range(first, len(blocks)):
        raw, clean, linear = blocks[i]
        at = begins[i]
        if at >= end:
            break
        if linear:
            out.extend([(1, 1)] * max(min(at + raw, end) - max(at, start), 0))
        elif start <= at and at + raw <= end:
            out.append((raw, clean))
    return tuple(out)
