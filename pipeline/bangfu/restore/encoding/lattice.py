"""The search behind :mod:`.han`: what a line was before another codec read its bytes.

A lattice whose columns are the bytes of a line, where each node is *plain* or *misread*, and an unknown byte
may be any that the wrong codec could not read where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import exp

from bangfu.alignment import Edit
from bangfu.restore.byte_shift.codes import simplified
from bangfu.restore.encoding.tables import bytes_read_as, candidates, common_han
from bangfu.restore.language_model.entries import Arc, Node, Reading
from bangfu.restore.language_model.marks import BREAK
from bangfu.restore.language_model.search import Search, score

KIND = "misdecoded"

_UNKNOWN = -1
_NO_BYTE = -2
"""Stands for a character that no reader of this codec can have seen: it was never misread."""

_PLAIN, _MISREAD = 9, 0
_BEGIN, _END, _MISSING = -12.0, -3.0, -4.0
"""Log probabilities that misreading begins or ends here, and that a byte is gone without a trace."""

_WORST = -7.6
"""Mean log probability of a character, below which what comes out is no Chinese."""

_BEAM = 30.0
"""Readings that fall so many nats behind the best one are given up."""

_GUESSED, _GUESS = 0.35, 0.5
"""From this share of lost bytes on, what comes out is a guess: lossy, and of this confidence."""

_CLOSE = 3.0
"""Readings up to so many nats behind the best one are told."""

_FOREIGN = re.compile("[�぀-ヿ가-힣]")
_FOREIGN_WEIGHT = 10.0
"""What makes up for kana, hangul and `�` being unknown to a model of Chinese."""

_NONSENSE, _JUDGED = -10.0, 40
"""Mean log probability of the best reading of so many characters, below which none of it is believed."""


@dataclass(slots=True)
class Lattice:
    """One line as bytes, with ``_UNKNOWN`` for those that are lost."""

    shown: str
    page: str
    read: str
    simple: str = ""
    values: list[int] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)
    """Position of its first byte to the index of a character."""
    origin: dict[tuple[int, int, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.simple = simplified(self.shown)
        for i, c in enumerate(self.shown):
            self.starts[len(self.values)] = i
            coded = bytes_read_as(c, self.read)
            self.values.extend((_UNKNOWN,) if c == "�" else coded or (_NO_BYTE,))
        self.starts[len(self.values)] = len(self.shown)

    def _width(self, i: int) -> int:
        coded = bytes_read_as(self.shown[i], self.read)
        return 1 if coded is None or self.shown[i] == "�" else len(coded)

    def arcs(self, node: Node) -> Iterator[Arc]:
        """The arcs of a node ``(position, state)``."""
        p, state = node
        if p >= len(self.values):
            if p == len(self.values):
                yield BREAK, (p + 1, state), 0.0
            return
        i = self.starts.get(p)
        if i is not None:
            extra = _END if state == _MISREAD else 0.0
            if _FOREIGN.match(self.shown[i]):
                extra += _FOREIGN_WEIGHT
            yield self.simple[i], (p + self._width(i), _PLAIN), extra
        extra = _BEGIN if state == _PLAIN else 0.0
        if i is not None or state == _MISREAD:
            yield from self._misread(p, extra)

    def _misread(self, p: int, extra: float) -> Iterator[Arc]:
        value = self.values[p]
        if 0 <= value < 0x80:
            if extra == 0.0:
                yield chr(value), (p + 1, _MISREAD), 0.0
            if value != 0x3F:
                return
        sizes = (3, 2) if self.page == "utf-8" else (2,)
        for size in sizes:
            window = [_UNKNOWN if v == 0x3F else v for v in self.values[p : p + size]]
            yield from self._arc(p, p + size, tuple(window), size, extra)
            if size == sizes[0]:
                for gap in range(size):
                    less = window[: size - 1]
                    pattern = (*less[:gap], _UNKNOWN, *less[gap:])
                    if less.count(_UNKNOWN) == 0:
                        yield from self._arc(p, p + size - 1, pattern, size, extra + _MISSING, gap)

    def _arc(
        self, p: int, end: int, pattern: tuple[int, ...], size: int, extra: float, gap: int | None = None
    ) -> Iterator[Arc]:
        """The characters whose bytes fit a pattern, if each lost byte is one that could not be read."""
        if len(pattern) != size or end > len(self.values) or _NO_BYTE in pattern:
            return
        if _UNKNOWN not in pattern:
            try:
                c = bytes(pattern).decode("gb18030" if self.page == "gbk" else self.page)
            except (UnicodeDecodeError, ValueError):
                return
            if len(c) == 1:
                yield self._named(p, end, c), (end, _MISREAD), extra
            return
        behind = self.values[end] if end < len(self.values) else _NO_BYTE
        found, written = candidates(self.page, self.read, pattern, behind if behind >= 0 else None)
        for plain, c in written.items():
            self.origin.setdefault((p, end, plain), c)
        if found:
            yield found, (end, _MISREAD), extra

    def _named(self, p: int, end: int, c: str) -> str:
        plain = simplified(c)
        self.origin.setdefault((p, end, plain), c)
        return plain

    def repair(self, offset: int, work: int) -> tuple[list[Edit], int]:
        """The edits of the line, which begins at ``offset``, and the work that they took."""
        search = Search(self.arcs, beam=_BEAM)
        found = search.run((0, _PLAIN), (len(self.values) + 1, _MISREAD), budget=work)
        other = Search(self.arcs, beam=_BEAM)
        plain = other.run((0, _PLAIN), (len(self.values) + 1, _PLAIN), budget=max(0, work - search.work))
        both = [
            Reading(r.text[:-1], r.nodes[:-1], r.score)
            for r in sorted((*found, *plain), key=lambda r: -r.score)
        ]
        used = search.work + other.work
        if not both:
            return [], used
        best = both[0]
        if len(best.text) >= _JUDGED and best.score < _NONSENSE * len(best.text):
            return [], used
        out = [e for e in (self._edit(best, both[1:], a, b, offset) for a, b in self._stretches(best)) if e]
        return out, used

    def _stretches(self, reading: Reading) -> Iterator[tuple[int, int]]:
        start: int | None = None
        for n, (_, state) in enumerate((*reading.nodes, (0, _PLAIN))):
            if state == _MISREAD and start is None:
                start = n
            elif state == _PLAIN and start is not None:
                yield start, n
                start = None

    def _edit(self, best: Reading, others: list[Reading], a: int, b: int, offset: int) -> Edit | None:
        begin = best.nodes[a - 1][0] if a else 0
        places = [begin, *(node[0] for node in best.nodes[a:b])]
        text = self._written(best, a, b)
        first, last = self._outer(places[0]), self._outer(places[-1], up=True)
        wide = [c for c in best.text[a:b] if c >= "\x80"]
        alone = not any(c >= "一" for c in self.shown[:first] + self.shown[last:])
        if len(wide) < (2 if alone else 3) or sum(c in common_han() for c in wide) * 3 < len(wide) * 2:
            return None
        if score(best.text[a:b]) < _WORST * (b - a):
            return None
        pieces: list[tuple[int, int]] = []
        at, extra = first, 0
        for place in places[1:]:
            extra += 1
            here = self.starts.get(place)
            if here is not None and here > at:
                pieces.append((here - at, extra))
                at, extra = here, 0
        if extra or at < last:
            pieces.append((last - at, extra))
        lost = sum(self.values[p:q].count(_UNKNOWN) + (self.page == "utf-8" and q - p < len(c.encode()))
                   for p, q, c in zip(places, places[1:], text, strict=False))  # fmt: skip
        close = [
            (r.score, t) for r in others if (t := self._between(r, places[0], places[-1])) not in (None, text)
        ]
        gap = best.score - close[0][0] if close else 20.0
        confidence = 0.99 if not lost else max(0.55, min(0.98, 1 / (1 + exp(-gap))))
        near = dict.fromkeys(t for score, t in close if t and best.score - score < _CLOSE) if lost else ()
        guessed = lost > _GUESSED * (places[-1] - places[0])
        return Edit(
            offset + first,
            offset + last,
            text,
            KIND,
            _GUESS if guessed else round(confidence, 3),
            alternatives=tuple(near),
            lossy=guessed,
            pieces=tuple(pieces),
        )

    def _written(self, reading: Reading, a: int, b: int) -> str:
        """The steps ``a`` to ``b`` of a reading in the script of the page."""
        places = [reading.nodes[a - 1][0] if a else 0, *(node[0] for node in reading.nodes[a:b])]
        steps = zip(places, places[1:], reading.text[a:b], strict=False)
        return "".join(self.origin.get((p, q, c), c) for p, q, c in steps)

    def _between(self, reading: Reading, begin: int, end: int) -> str | None:
        """What another reading has between two places, if it stops at both."""
        at = {node[0]: i + 1 for i, node in enumerate(reading.nodes)}
        a, b = at.get(begin) if begin else 0, at.get(end)
        return None if a is None or b is None else self._written(reading, a, b)

    def _outer(self, place: int, up: bool = False) -> int:
        """The index of the character that begins at a byte, or of the next one where it begins inside."""
        while place not in self.starts:
            place += 1 if up else -1
        return self.starts[place]
