"""The search for the text behind a byte-shifted stretch.

It looks for the most probable text whose bytes, damaged as :mod:`byte_shift` tells, give what the page shows:
a lattice with one column a character of the page, in which every node is either *plain* or *shifted* with a
pending lead byte. The search alone decides where the damage ends; where plain text is as likely, it never
began.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bangfu.alignment import Edit
from bangfu.restore.byte_shift import codes
from bangfu.restore.byte_shift.columns import ENDS, Columns
from bangfu.restore.byte_shift.marks import START, START_NOTED, YEAR
from bangfu.restore.byte_shift.reading import PLAIN, edit_of, plausible, stretches
from bangfu.restore.language_model.entries import Arc, Node, Reading
from bangfu.restore.language_model.marks import BREAK
from bangfu.restore.language_model.search import Cache, Search

_TURNED = frozenset("!！;；。")
"""The marks of :data:`_LEADS` that begin damage on pages without notes as well."""

_LEADS = {
    "!": 0xA1,
    "！": 0xA1,
    ",": 0xAC,
    "，": 0xAC,
    ";": 0xBB,
    "；": 0xBB,
    "?": 0xBF,
    "？": 0xBF,
    "。": 0xA3,
}
"""The lead byte of the character behind a trail byte A3 (A1 in 。) where both were taken for this mark."""

_NO_OPENING = dict.fromkeys(map(ord, "“‘《〈「『【〔"))
"""What a quotation begins with; a lone byte before a tag or a year is the rest of a closing quote."""

_LONE = frozenset("?？�")
"""What a byte shows that is left alone."""

_EURO = "€"
"""What Windows shows for the byte 0x80, which is no lead byte: 還 is DF 80."""

_START_PENALTY = -8.0
"""Log probability that damage begins here: the doubt that a reader of an intact `?!` is owed."""

_NARROW_PENALTY = -1.0
"""For a letter or mark that is taken for a full-width one: most are what they seem."""

_LENGTH_BONUS = 0.3
"""For each vanished pair: word frequencies alone favour the reading with fewer words."""

_STOP_WEIGHT = 4.0
"""How much a long quotation before a closing quote, or an opening one behind, speaks for a full stop."""

_SHORT_QUOTE = 5
"""Up to here a quotation is a name or a word, which no full stop ends."""

_TAIL, _BLANK = 8, 7
_MAX_VANISHED = 2
"""Pairs that may have vanished in a row; three in a row stand about once in 190 characters of news."""

_BEAM = 12.0
"""Twice as wide takes half as much time again and repairs no more, now that pairs of words are weighed."""

_KEPT = 12
"""Readings kept at a node. With four, what the next words would have spoken for is lost too often."""

_LONGEST_QUOTE = 400

_NONSENSE, _JUDGED = -10.0, 40
"""Mean log probability of the best reading of so many characters, below which none of it is believed."""

_LOOKS = ((0, -3.0), (1, -4.0), (_MAX_VANISHED, 0.0))
"""How many pairs may have vanished in a row at each look, and the least mean log probability of a stretch of
few characters that needs no further one. A further look would have changed none of 127 such stretches of
noted news at the first, and none of 115 at the second; each takes about ten times as long."""

_NOTED_PENALTY = -12.0
"""For a mark or a letter that is taken for intact though a note stands behind it."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of one line as a lattice over its columns."""

    text: str
    columns: Columns
    simple: str
    script: int
    noted: bool
    """Whether the page puts notes behind characters."""
    closed: bool
    """Whether the line ends with the window."""
    favour: Mapping[str, float]
    """How much more the article uses a character than other texts do, in nats."""
    vanishing: int = _MAX_VANISHED
    """How many pairs may have vanished in a row."""

    @classmethod
    def of(
        cls, text: str, begin: int, end: int, script: int, noted: bool, favour: Mapping[str, float]
    ) -> Window:
        """The stretch of ``text`` from ``begin`` to ``end``, which holds no line break."""
        columns = Columns.of(text, begin, end)
        closed = end == len(text) or text[end] == "\n"
        return cls(text, columns, codes.simplified(columns.shown), script, noted, closed, favour)

    @property
    def shown(self) -> str:
        """What each column shows."""
        return self.columns.shown

    def arcs(self, node: Node) -> Iterator[Arc]:
        """The arcs of a node ``(column, state, pending)``: ``PLAIN``, or pairs vanished here so far."""
        k, state, pending = node
        if state == PLAIN:
            if k == len(self.shown):
                yield BREAK, (k + 1, PLAIN, 0), 0.0
            elif k < len(self.shown):
                yield self.simple[k], (k + 1, PLAIN, 0), _NOTED_PENALTY if self.columns.readings[k] else 0.0
                yield from self._beginning(k)
        elif state == _TAIL:
            yield chr(pending), (k + 1, PLAIN, 0), 0.0
        elif state == _BLANK:
            yield " ", (k + 1, PLAIN, 0), 0.0
        else:
            yield from self._shifted(k, state, pending)

    def _beginning(self, k: int) -> Iterator[Arc]:
        """The arcs by which damage begins in column ``k``."""
        shown = self.shown
        if self.columns.readings[k] and shown[k] in _LONE:
            if k and self.columns.readings[k] != ENDS:
                for lead in codes.leads_read_as(_trail_of(shown[k - 1]), self.columns.readings[k]):
                    yield from self._shifted(k + 1, 0, lead)
            return
        if not (START_NOTED if self.noted else START).match(shown, k):
            return
        mark = shown[k + 1 : k + 2]
        if mark not in _LEADS or (not self.noted and mark not in _TURNED):
            if k and shown[k - 1] in ",，。；：":
                yield from self._lead_alone(k)
            else:
                yield from self._mark_alone(k)
            return
        stop, favour = self._before_mark(k) if mark in "!！" else (0.0, False)
        for c in codes.with_lost_lead(0xA1 if mark == "。" else 0xA3, self.script):
            extra = stop if c == "。" else self.favour.get(c, 0.0) if favour else 0.0
            yield c, (k + 2, 0, _LEADS[mark]), _START_PENALTY + extra

    def _shifted(self, k: int, vanished: int, pending: int) -> Iterator[Arc]:
        """The arcs of a node that is read one byte off."""
        if k == len(self.shown):
            if self.closed:
                yield codes.with_lost_trail(pending, self.script), (k, PLAIN, 0), 0.0
            return
        if vanished < self.vanishing:
            for number in range(codes.class_count(self.script)):
                characters = codes.with_vanished_trail(pending, number, self.script)
                if characters:
                    yield characters, (k, vanished + 1, codes.FIRST_CLASS + number), _LENGTH_BONUS
        yield from self._step(k, pending)

    def _lead_alone(self, k: int) -> Iterator[Arc]:
        """The arcs where nothing but a lead byte is lost, behind a mark that was rewritten as one byte."""
        pair = codes.bytes_of(self.shown[k + 1])
        if pair is not None:
            target = (k + 2, 0, pair[1]) if pair[1] >= 0x80 else (k + 1, _TAIL, pair[1])
            yield codes.with_lost_lead(pair[0], self.script), target, _START_PENALTY

    def _mark_alone(self, k: int) -> Iterator[Arc]:
        """The arcs where the lead byte went with the ``?`` that was read behind it: 。總 is A1 A3 BF 82."""
        for c in codes.with_lost_lead(0xA3, self.script):
            extra = _STOP_WEIGHT if c == "。" else 0.0
            yield c, (k + 1, 0, _LEADS["?"]), _START_PENALTY + extra

    def _before_mark(self, k: int) -> tuple[float, bool]:
        """What the mark behind a lost character in column ``k`` says about it.

        That is how much it speaks for a full stop, and whether another character may well stand there.
        """
        pair = codes.bytes_of(self.shown[k + 2]) if k + 2 < len(self.shown) else None
        mark = codes.with_trail(0xA1, pair[0], codes.EITHER) if pair else ""
        if mark and mark in "“《":
            return _STOP_WEIGHT, False
        lone = self.shown[k + 2 : k + 3] in _LONE
        if mark != "”" and not lone:
            return -_STOP_WEIGHT, bool(mark)
        here = self.columns.starts[k]
        opened = self.text.rfind("“", max(0, here - _LONGEST_QUOTE), here)
        if opened < self.text.rfind("”", max(0, here - _LONGEST_QUOTE), here):
            return 0.0, False
        name = sum(opened <= start < here for start in self.columns.starts) <= _SHORT_QUOTE
        return (-_STOP_WEIGHT, True) if name else (_STOP_WEIGHT, False)

    def _step(self, k: int, pending: int) -> Iterator[Arc]:
        """The arcs of a shifted node that use up the character shown in column ``k``."""
        c, reading = self.shown[k], self.columns.readings[k]
        if c in _LONE:
            if reading and reading != ENDS:
                yield from self._rest_of_note(k, pending)
                return
            behind = self.shown[k + 1 : k + 2]
            if not behind or behind < "\x80" or behind in "，！" or reading == ENDS:
                characters = codes.with_lost_trail(pending, self.script)
                if reading == ENDS or YEAR.match(self.shown, k + 1):
                    characters = characters.translate(_NO_OPENING)
                yield characters, (k + 1, PLAIN, 0), 0.0
            elif self.noted:
                # What is no byte of a pair went with this one, a blank most likely.
                yield codes.with_lost_trail(pending, self.script), (k, _BLANK, 0), 0.0
            if c != "？":
                return
        if c < "\x80":
            if self.noted and c > " ":
                # A full-width letter that a crawler has made narrow: its bytes stand across two characters.
                characters = codes.with_trail(pending, 0xA3, self.script)
                if characters:
                    yield characters, (k + 1, 0, ord(c) + 0x80), _NARROW_PENALTY
            if c >= "@":
                characters = codes.with_trail(pending, ord(c), self.script)
                if characters:
                    noted = codes.read_as(characters, reading) if reading else characters
                    yield noted, (k + 1, PLAIN, 0), 0.0
            yield codes.with_lost_trail(pending, self.script), (k, PLAIN, 0), -2.0
            return
        if c == _EURO:
            yield codes.with_trail(pending, 0x80, self.script), (k + 1, PLAIN, 0), 0.0
        pair = codes.bytes_of(c)
        if pair is None:
            return
        characters = codes.with_trail(pending, pair[0], self.script)
        if characters:
            target = (k + 1, 0, pair[1]) if pair[1] >= 0x80 else (k, _TAIL, pair[1])
            yield characters, target, 0.0

    def _rest_of_note(self, k: int, pending: int) -> Iterator[Arc]:
        """The arcs of a character whose trail byte stands alone before its note.

        Where a second note follows at once, that byte and the next character's lead byte made the noted one.
        """
        readings = self.columns.readings
        second = readings[k + 1] if self.shown[k + 1 : k + 2] in _LONE else ""
        for c, trails in codes.with_trail_read_as(pending, readings[k], self.script):
            if second in {"", ENDS}:
                yield c, (k + 1, PLAIN, 0), 0.0
                continue
            for lead in sorted({lead for t in trails for lead in codes.leads_read_as(t, second)}):
                yield c, (k + 2, 0, lead), 0.0

    def repair(self, cache: Cache, work: int) -> tuple[list[Edit], int]:
        """The edits of this window, left to right, and the work that they took."""
        found, used = self._readings(cache, work)
        if not found or (len(found[0].text) >= _JUDGED and found[0].score < _NONSENSE * len(found[0].text)):
            return [], used
        return [edit_of(found, a, b, self.columns.starts) for a, b in stretches(found[0])], used

    def _readings(self, cache: Cache, work: int) -> tuple[list[Reading], int]:
        """The best readings, and the work: on a page with notes as if nothing had vanished, if that does."""
        used = 0
        found: list[Reading] = []
        for vanishing, least in _LOOKS if self.noted else _LOOKS[-1:]:
            arcs = replace(self, vanishing=vanishing).arcs
            search = Search(arcs, cache, beam=_BEAM, paired=True, kept=_KEPT)
            end = (len(self.shown) + 1, PLAIN, 0)
            found = search.run((0, PLAIN, 0), end, budget=work - used)
            used += search.work
            if found and self._finished(found[0], least):
                break
        return found, used

    def _finished(self, reading: Reading, least: float) -> bool:
        """Whether a reading leaves nothing that looks like damage, and every stretch is plausible."""
        intact = {node[0] for node in reading.nodes if node[1] == PLAIN}
        rests = [k for k, note in enumerate(self.columns.readings) if note and self.shown[k] in _LONE]
        starts = [start.start() for start in START_NOTED.finditer(self.shown)]
        return not any(k in intact and k + 1 in intact for k in rests + starts) and all(
            plausible(reading, a, b, least) for a, b in stretches(reading)
        )


def _trail_of(shown: str) -> int:
    """The last byte of a character of the page, whose marks may have been turned into ASCII."""
    pair = codes.bytes_of(chr(ord(shown) + 0xFEE0) if "!" <= shown <= "~" else shown)
    return pair[1] if pair else 0
