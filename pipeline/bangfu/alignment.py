"""Edits, and the alignment between a text before and after them.

Offsets are code points, end exclusive. An :class:`Alignment` is a list of blocks that cover both texts
from left to right. A *linear* block maps character to character; any other block maps as one piece, so a
span that touches a part of it gets all of it. Blocks may be empty on one side (a deletion, an insertion);
a span never takes in a deletion that lies at its border.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bangfu.errors import EditError


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: ``text[start:end]`` becomes ``replacement``.

    ``pieces`` aligns the inside of an edit: pairs (length before, length after) that add up to the whole.
    Without it, an edit of equal length maps character to character and any other maps as one piece; give
    ``((n, m),)`` for an edit of equal length whose characters do not correspond.
    ``alternatives`` are other readings that were close; ``lossy`` says that characters are gone for good.
    """

    start: int
    end: int
    replacement: str
    kind: str
    confidence: float = 1.0
    alternatives: tuple[str, ...] = ()
    lossy: bool = False
    pieces: tuple[tuple[int, int], ...] | None = None

    def blocks(self) -> tuple[tuple[int, int, bool], ...]:
        """The blocks of this edit as (length before, length after, linear)."""
        before, after = self.end - self.start, len(self.replacement)
        if self.pieces is None:
            return ((before, after, before == after),)
        if sum(b for b, _ in self.pieces) != before or sum(a for _, a in self.pieces) != after:
            raise EditError(f"the pieces of {self} do not add up to its lengths")
        return tuple((b, a, b == a == 1) for b, a in self.pieces)


class Alignment:
    """Maps spans of the text after some edits (*clean*) to the text before them (*raw*), and back.

    >>> clean, alignment = apply_edits("发(fā)展", [Edit(1, 5, "", "pinyin_note")])
    >>> clean, alignment.to_raw(0, 2), alignment.to_raw(0, 1), alignment.to_clean(1, 5)
    ('发展', (0, 6), (0, 1), (1, 1))
    """

    __slots__ = ("_clean", "_linear", "_raw")

    def __init__(self, clean: Sequence[int], raw: Sequence[int], linear: Sequence[bool]) -> None:
        self._clean, self._raw, self._linear = clean, raw, linear

    @classmethod
    def identity(cls, length: int) -> Alignment:
        """The alignment of a text of ``length`` characters with itself."""
        return cls((0, length), (0, length), (True,))

    @classmethod
    def from_blocks(cls, blocks: Iterable[tuple[int, int, bool]]) -> Alignment:
        """Build from (raw length, clean length, linear), left to right; linear neighbours are joined.

        >>> Alignment.from_blocks([(2, 2, True), (3, 0, False)]).to_raw(0, 2)
        (0, 2)
        """
        clean, raw, linear = [0], [0], list[bool]()
        for raw_length, clean_length, is_linear in blocks:
            if not raw_length and not clean_length:
                continue
            if is_linear and linear and linear[-1]:
                clean[-1] += clean_length
                raw[-1] += raw_length
                continue
            clean.append(clean[-1] + clean_length)
            raw.append(raw[-1] + raw_length)
            linear.append(is_linear)
        return cls(clean, raw, linear)

    @property
    def is_identity(self) -> bool:
        """Whether every character maps to itself."""
        return all(self._linear)

    def blocks(self) -> list[tuple[int, int, bool]]:
        """(raw length, clean length, linear) of each block, left to right."""
        c, r = self._clean, self._raw
        return [(r[i + 1] - r[i], c[i + 1] - c[i], lin) for i, lin in enumerate(self._linear)]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The smallest raw span from which the clean span ``[start, end)`` came."""
        return _map(self._clean, self._raw, self._linear, start, end)

    def to_clean(self, start: int, end: int) -> tuple[int, int]:
        """The smallest clean span that the raw span ``[start, end)`` became; empty where it was deleted."""
        return _map(self._raw, self._clean, self._linear, start, end)

    def then(self, later: Alignment) -> Alignment:
        """Compose: ``self`` aligns raw with a middle text, ``later`` that middle text with a clean one.

        >>> middle, first = apply_edits("发(fā)展，，", [Edit(1, 5, "", "pinyin_note")])
        >>> clean, second = apply_edits(middle, [Edit(3, 4, "", "punctuation")])
        >>> clean, first.then(second).to_raw(1, 3)
        ('发展，', (5, 7))
        """
        if later.is_identity:
            return self
        if self.is_identity:
            return later
        return Alignment.from_blocks(_compose(self.blocks(), later.blocks()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Alignment) and self.blocks() == other.blocks()

    def __hash__(self) -> int:
        return hash(tuple(self.blocks()))

    def __repr__(self) -> str:
        return f"Alignment({self.blocks()})"


def _map(
    source: Sequence[int], target: Sequence[int], linear: Sequence[bool], start: int, end: int
) -> tuple[int, int]:
    if not 0 <= start <= end <= source[-1]:
        raise EditError(f"the span {start}:{end} lies outside of a text of {source[-1]} characters")
    if not linear:
        return target[0], target[-1]
    last = len(linear) - 1
    i = min(bisect_right(source, start) - 1, last)
    begin = target[i] + (start - source[i]) if linear[i] else target[i]
    if start == end:
        # An empty span at a block's end stands behind that block, not at its beginning.
        begin = target[-1] if start == source[-1] else begin
        return begin, begin
    j = bisect_left(source, end) - 1
    finish = target[j] + (end - source[j]) if linear[j] else target[j + 1]
    return begin, finish


def _compose(
    first: list[tuple[int, int, bool]], second: list[tuple[int, int, bool]]
) -> list[tuple[int, int, bool]]:
    """Blocks (raw, middle) and (middle, clean) become blocks (raw, clean)."""
    out: list[tuple[int, int, bool]] = []
    i = j = 0
    used_i = used_j = 0  # middle characters already taken from a linear block
    while i < len(first) or j < len(second):
        if i < len(first) and first[i][1] == 0:
            out.append((first[i][0], 0, False))
            i += 1
            continue
        if j < len(second) and second[j][0] == 0:
            out.append((0, second[j][1], False))
            j += 1
            continue
        if first[i][2] and second[j][2]:
            taken = min(first[i][1] - used_i, second[j][0] - used_j)
            out.append((taken, taken, True))
            used_i, used_j = used_i + taken, used_j + taken
        else:
            # Widen until both sides end at a place that neither holds inside of a piece.
            raw = clean = reach_i = reach_j = 0
            while True:
                if reach_i <= reach_j and (reach_i < reach_j or not reach_i or i < len(first)):
                    r, m, lin = first[i]
                    rest = m - used_i
                    need = max(reach_j - reach_i, 1) if lin else rest
                    step = min(rest, need) if lin else rest
                    raw += step if lin else r
                    reach_i += step
                    used_i += step
                    if used_i == m:
                        i, used_i = i + 1, 0
                else:
                    m, c, lin = second[j]
                    rest = m - used_j
                    need = max(reach_i - reach_j, 1) if lin else rest
                    step = min(rest, need) if lin else rest
                    clean += step if lin else c
                    reach_j += step
                    used_j += step
                    if used_j == m:
                        j, used_j = j + 1, 0
                if reach_i == reach_j and reach_i:
                    break
            out.append((raw, clean, False))
            continue
        if used_i == first[i][1]:
            i, used_i = i + 1, 0
        if used_j == second[j][0]:
            j, used_j = j + 1, 0
    return out


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, Alignment]:
    """Apply edits (offsets in ``text``, any order, none overlapping) and align the result with ``text``.

    Raises :class:`EditError` where edits overlap or leave the text.

    >>> apply_edits("教育扶貧,，", [Edit(3, 4, "贫", "script"), Edit(4, 6, "，", "punctuation")])[0]
    '教育扶贫，'
    """
    parts: list[str] = []
    blocks: list[tuple[int, int, bool]] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at or edit.end < edit.start or edit.end > len(text):
            raise EditError(f"{edit} overlaps another edit or leaves the text of {len(text)} characters")
        if edit.start > at:
            parts.append(text[at : edit.start])
            blocks.append((edit.start - at, edit.start - at, True))
        parts.append(edit.replacement)
        blocks.extend(edit.blocks())
        at = edit.end
    if at < len(text):
        parts.append(text[at:])
        blocks.append((len(text) - at, len(text) - at, True))
    if not blocks:
        return text, Alignment.identity(len(text))
    return "".join(parts), Alignment.from_blocks(blocks)
