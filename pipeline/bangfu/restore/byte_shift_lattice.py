"""The search for the text behind a byte-shifted stretch.

It looks for the most probable text whose bytes, damaged as :mod:`byte_shift` tells, give what the page shows:
a lattice with one column a character of the page, in which every node is either *plain* or *shifted* with a
pending lead byte. The search alone decides where the damage ends; where plain text is as likely, it never
began.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp

from bangfu.alignment import Edit
from bangfu.restore import byte_shift_codes as codes
from bangfu.restore.language_model import Search
from bangfu.restore.language_model_entries import Arc, Node, Reading
from bangfu.restore.language_model_words import BREAK, Trie

KIND = "byte_shift"

START = re.compile(
    r"[?？�](?:[!！](?=[^\x00-\x7f?？]|[?？�](?:[\x00-\x3f]|\Z))|！(?=[?？�]|(?<=[㐀-鿿].！)[@-~][㐀-鿿]))"
    r"|(?<=[,，。；：])[?？�](?=[^\x00-\x7f，。！？]{1,24}[@-~](?![A-Za-z0-9 ]))"
)
"""Where damage may begin."""

_START_PENALTY = -8.0
"""Log probability that damage begins here: the doubt that a reader of an intact `?!` is owed."""

_LENGTH_BONUS = 0.3
"""For each vanished pair: word frequencies alone favour the reading with fewer words."""

_STOP_WEIGHT = 4.0
"""How much a long quotation before a closing quote, or an opening one behind, speaks for a full stop."""

_SHORT_QUOTE = 5
"""Up to here a quotation is a name or a word, which no full stop ends."""

_PLAIN = 9
_TAIL = 8
_MAX_VANISHED = 2
"""Pairs that may have vanished in a row; three in a row stand about once in 190 characters of news."""

_BEAM = 12.0
"""Twice as wide takes half as much time again and repairs no more, now that pairs of words are weighed."""

_KEPT = 12
"""Readings kept at a node. With four, what the next words would have spoken for is lost too often."""

_LONGEST_QUOTE = 400

_NONSENSE, _JUDGED = -10.0, 40
"""Mean log probability of the best reading of so many characters, below which none of it is believed."""


_SURE = 60.0
"""The length that takes a stretch to 1/e. On held-out news 16 of 17 edits with a confidence of 0.9 and more
were right, 15 of 17 from 0.75, 7 of 13 from 0.6, 23 of 102 below."""

_LEAST = 0.5
"""The best reading is better than the damage, however unsure."""

_NOTE = re.compile("(?<=[㐀-鿿])[(（][ a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,7}[)）]")


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of one line as a lattice; a column is one character of the page, pinyin notes left out."""

    text: str
    shown: str
    simple: str
    starts: tuple[int, ...]
    """Where each column begins in the text; one more for the end."""
    script: int
    closed: bool
    """Whether the line ends with the window."""
    favour: Mapping[str, float]
    """How much more the article uses a character than other texts do, in nats."""

    @classmethod
    def of(cls, text: str, begin: int, end: int, script: int, favour: Mapping[str, float]) -> Window:
        """The stretch of ``text`` from ``begin`` to ``end``, which holds no line break."""
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
        return cls(text, line, codes.simplified(line), (*starts, end), script, closed, favour)

    def arcs(self, node: Node) -> Iterator[Arc]:
        """The arcs of a node ``(column, state, pending)``: ``_PLAIN``, or pairs vanished here so far."""
        k, state, pending = node
        shown = self.shown
        if state == _PLAIN:
            if k == len(shown):
                yield BREAK, (k + 1, _PLAIN, 0), 0.0
            elif k < len(shown):
                yield self.simple[k], (k + 1, _PLAIN, 0), 0.0
                if START.match(shown, k) and shown[k + 1 : k + 2] not in "!！":
                    yield from self._lead_alone(k)
                elif START.match(shown, k):
                    stop, favour = self._before_mark(k)
                    for c in codes.with_lost_lead(0xA3, self.script):
                        extra = stop if c == "。" else self.favour.get(c, 0.0) if favour else 0.0
                        yield c, (k + 2, 0, 0xA1), _START_PENALTY + extra
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

    def _lead_alone(self, k: int) -> Iterator[Arc]:
        """The arcs where nothing but a lead byte is lost, behind a mark that was rewritten as one byte."""
        pair = codes.bytes_of(self.shown[k + 1])
        if pair is not None:
            target = (k + 2, 0, pair[1]) if pair[1] >= 0x80 else (k + 1, _TAIL, pair[1])
            yield codes.with_lost_lead(pair[0], self.script), target, _START_PENALTY

    def _before_mark(self, k: int) -> tuple[float, bool]:
        """What the mark behind a lost character in column ``k`` says about it.

        That is how much it speaks for a full stop, and whether another character may well stand there.
        """
        pair = codes.bytes_of(self.shown[k + 2]) if k + 2 < len(self.shown) else None
        mark = codes.with_trail(0xA1, pair[0], codes.EITHER) if pair else ""
        if mark and mark in "“《":
            return _STOP_WEIGHT, False
        if mark != "”":
            return -_STOP_WEIGHT, bool(mark)
        here = self.starts[k]
        opened = self.text.rfind("“", max(0, here - _LONGEST_QUOTE), here)
        if opened < self.text.rfind("”", max(0, here - _LONGEST_QUOTE), here):
            return 0.0, False
        return (-_STOP_WEIGHT, True) if here - opened <= _SHORT_QUOTE else (_STOP_WEIGHT, False)

    def _step(self, k: int, pending: int) -> Iterator[Arc]:
        """The arcs of a shifted node that use up the character shown in column ``k``."""
        c = self.shown[k]
        if c in "?？�":
            behind = self.shown[k + 1 : k + 2]
            if not behind or behind < "\x80" or behind in "，！":
                yield codes.with_lost_trail(pending, self.script), (k + 1, _PLAIN, 0), 0.0
            if c != "？":
                return
        if c < "\x80":
            if c >= "@":
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
            target = (k + 1, 0, pair[1]) if pair[1] >= 0x80 else (k, _TAIL, pair[1])
            yield characters, target, 0.0

    def repair(self, cache: Trie, work: int) -> tuple[list[Edit], int]:
        """The edits of this window, left to right, and the work that they took."""
        search = Search(self.arcs, cache, beam=_BEAM, paired=True, kept=_KEPT)
        found = search.run((0, _PLAIN, 0), (len(self.shown) + 1, _PLAIN, 0), budget=work)
        if not found or (len(found[0].text) >= _JUDGED and found[0].score < _NONSENSE * len(found[0].text)):
            return [], search.work
        return [self._edit(found, a, b) for a, b in _stretches(found[0])], search.work

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
            confidence=_confidence(gap, b - a),
            alternatives=tuple(dict.fromkeys(t for score, t in close if best.score - score < 3)),
            pieces=tuple(pieces),
        )


def _confidence(gap: float, length: int) -> float:
    """How sure a stretch of so many characters is, whose next reading lies so many nats behind.

    The longer it is, the likelier is a slip that no kept reading tells of.

    >>> _confidence(20.0, 2) > 0.9 > _confidence(20.0, 40) > _confidence(0.1, 40)
    True
    """
    return round(max(_LEAST, exp(-length / _SURE) / (1 + exp(-gap))), 3)


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
