"""Byte-shifted GBK: text that was read one byte off after a byte was lost.

Some sites turn full-width punctuation into ASCII on the bytes of a GBK page, blind to where characters begin.
``！`` is A3 A1, so wherever a character with the trail byte A3 (校, or 。itself) stands before one with the
lead byte A1 (most punctuation), the pair across the border is taken for an exclamation mark: the lead byte
of the first is left alone and shows as ``?``, the mark as ``！``, and all that follows is read one byte off,
until a trail byte below 0x80 or an ASCII character brings the reader back. Pairs that decode to nothing
vanish: 发展。”北京 becomes ``发展?！北本┰``.

The repair is a search for the most probable text whose bytes, damaged like this, give what the page shows:
a lattice with one column a character of the page, in which every node is either *plain* or *shifted* with a
pending lead byte. The search decides alone where the damage ends; where plain text is as likely, it never began.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp

from bangfu.alignment import Edit
from bangfu.restore import byte_shift_codes as codes
from bangfu.restore.language_model import Arc, Node, Reading, Search, Trie, cache_of

KIND = "byte_shift"

_START = re.compile(r"[?？�][!！](?=[^\x00-\x7f])")
_START_PENALTY = -8.0
"""Log probability that damage begins here: the doubt that a reader of an intact `?!` is owed."""

_LENGTH_BONUS = 1.0
"""For each vanished pair: word frequencies alone favour the reading with fewer words."""

_PLAIN = 9
_TAIL = 8
_MAX_VANISHED = 3
"""Pairs that may have vanished in a row; four have a chance of one in four thousand."""

_WINDOW = 400
"""Longest damaged stretch in characters of the page, with the plain text around it."""

_CONTEXT = 6
_WORK = 30_000_000
"""Tree steps for one text, about half a minute: what is beyond stays as it is, so no input takes forever."""

_NOTE = re.compile("(?<=[㐀-鿿])[(（][ a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,7}[)）]")
_END = re.compile(r"[?？]?[\x00-\x3f，！\n]|\Z")


def detect(text: str) -> bool:
    """Whether a lost lead byte with its exclamation mark stands before anything but ASCII.

    >>> detect("内涵式发展?！北本┰逃I队"), detect("真的吗?! 是的!")
    (True, False)
    """
    return _START.search(text) is not None


def edits(text: str) -> list[Edit]:
    """The repairs of a text, one edit a damaged stretch; replacements are in simplified characters.

    >>> edit, = edits("支持学校内涵式发展?！北本┦薪涛患壯惨晢T表示")
    >>> edit.replacement
    '。”北京市教委一级巡视员'
    """
    if not detect(text):
        return []
    script = codes.script_of(text)
    cache = cache_of(codes.simplified(_undamaged(text)))
    out: list[Edit] = []
    work, at = _WORK, 0
    for line in re.finditer(r"[^\n]+", text):
        start = _START.search(text, max(at, line.start()), line.end())
        while start and work > 0:
            begin = max(at, line.start(), start.start() - _CONTEXT)
            window = _Window.of(text, begin, min(line.end(), begin + _WINDOW), script)
            found, at, used = window.repair(cache, work, start.start(), line.end())
            work -= used
            out.extend(found)
            start = _START.search(text, max(at, start.end()), line.end())
    return out


def _undamaged(text: str) -> str:
    """The text without what stands behind a start of damage, up to the next chance to get back in step."""
    parts, at = [], 0
    for start in _START.finditer(text):
        if start.start() < at:
            continue
        parts.append(text[at : start.start()])
        end = _END.search(text, start.end())
        at = end.start() if end else len(text)
    return "\n".join((*parts, text[at:]))


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of one line as a lattice; a column is one character of the page, pinyin notes left out."""

    shown: str
    simple: str
    starts: tuple[int, ...]
    """Where each column begins in the text; one more for the end."""
    script: int
    closed: bool
    """Whether the line ends with the window."""

    @classmethod
    def of(cls, text: str, begin: int, end: int, script: int) -> _Window:
        shown: list[str] = []
        starts: list[int] = []
        skip = {note.start(): note.end() for note in _NOTE.finditer(text, begin, end)}
        i = begin
        while i < end:
            if i in skip:
                i = skip[i]
                continue
            shown.append(text[i])
            starts.append(i)
            i += 1
        line = "".join(shown)
        closed = end == len(text) or text[end] == "\n"
        return cls(line, codes.simplified(line), (*starts, end), script, closed)

    def arcs(self, node: Node) -> Iterator[Arc]:
        """The arcs of a node ``(column, state, pending)``: ``_PLAIN``, or pairs vanished here so far."""
        k, state, pending = node
        shown = self.shown
        if state == _PLAIN:
            if k < len(shown):
                yield self.simple[k], (k + 1, _PLAIN, 0), 0.0
                if _START.match(shown, k):
                    lost = codes.with_lost_lead(0xA3, self.script)
                    yield lost, (k + 2, 0, 0xA1), _START_PENALTY
            return
        if state == _TAIL:
            yield chr(pending), (k + 1, _PLAIN, 0), 0.0
            return
        if k == len(shown):
            if self.closed:
                yield codes.with_lost_trail(pending, self.script), (k, _PLAIN, 0), 0.0
            return
        if state < _MAX_VANISHED:
            for number in range(codes.class_count(self.script)):
                characters = codes.with_vanished_trail(pending, number, self.script)
                if characters:
                    yield characters, (k, state + 1, codes.FIRST_CLASS + number), _LENGTH_BONUS
        yield from self._step(k, pending)

    def _step(self, k: int, pending: int) -> Iterator[Arc]:
        """The arcs of a shifted node that use up the character shown in column ``k``."""
        c = self.shown[k]
        if c in "?？�":
            behind = self.shown[k + 1 : k + 2]
            if not behind or behind < "@" or behind in "，！":
                yield codes.with_lost_trail(pending, self.script), (k + 1, _PLAIN, 0), 0.0
            return
        if c < "\x80":
            if "@" <= c:
                characters = codes.with_trail(pending, ord(c), self.script)
                if characters:
                    yield characters, (k + 1, _PLAIN, 0), 0.0
            yield codes.with_lost_trail(pending, self.script), (k, _PLAIN, 0), -2.0
            return
        pair = codes.bytes_of(c)
        if pair is None:
            return
        characters = codes.with_trail(pending, pair[0], self.script)
        if characters:
            behind = (k + 1, 0, pair[1]) if pair[1] >= 0x80 else (k, _TAIL, pair[1])
            yield characters, behind, 0.0

    def repair(self, cache: Trie, work: int, first: int, line_end: int) -> tuple[list[Edit], int, int]:
        """The edits of this window, where in the text to go on, and the work that it took."""
        search = Search(self.arcs, cache)
        found = search.run((0, _PLAIN, 0), (len(self.shown), _PLAIN, 0), budget=work)
        done = self.starts[-1]
        if not found:
            return [], done, search.work
        best = found[0]
        out = [self._edit(found, a, b) for a, b in _stretches(best)]
        return out, done, search.work

    def _edit(self, found: list[Reading], a: int, b: int) -> Edit:
        """One damaged stretch of the best reading, steps ``a`` to ``b``, as an edit."""
        best = found[0]
        begin = best.nodes[a - 1][0] if a else 0
        columns = [node[0] for node in best.nodes[a:b]]
        end = columns[-1]
        pieces: list[tuple[int, int]] = []
        at, extra = begin, 0
        for column in columns:
            extra += 1
            if column > at:
                pieces.append((self.starts[column] - self.starts[at], extra))
                at, extra = column, 0
        if extra:
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + extra)
        others = [(r, _between(r, begin, end)) for r in found[1:]]
        close = [(r.score, t) for r, t in others if t is not None and t != best.text[a:b]]
        gap = best.score - close[0][0] if close else 20.0
        return Edit(
            self.starts[begin],
            self.starts[end],
            best.text[a:b],
            KIND,
            confidence=round(1 / (1 + exp(-gap)), 3),
            alternatives=tuple(dict.fromkeys(t for score, t in close if best.score - score < 3)),
            pieces=tuple(pieces),
        )


def _stretches(reading: Reading) -> Iterator[tuple[int, int]]:
    """The steps that stand for damaged characters, as half-open ranges."""
    start: int | None = None
    for i, node in enumerate(reading.nodes):
        shifted = node[1] != _PLAIN
        if shifted and start is None:
            start = i
        elif not shifted and start is not None:
            yield start, i + 1
            start = None


def _between(reading: Reading, begin: int, end: int) -> str | None:
    """What another reading has between two columns, if it is plain on both sides of them."""
    at = {node: i + 1 for i, node in enumerate(reading.nodes)}
    a = at.get((begin, _PLAIN, 0)) if begin else 0
    b = at.get((end, _PLAIN, 0))
    return None if a is None or b is None else reading.text[a:b]
