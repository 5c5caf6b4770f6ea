"""The characters of a page as the columns in which :mod:`.lattice` searches.

Sites that put pinyin notes behind characters do so on the bytes as well: the note stands behind two bytes
that make a noted character, be they one character or the end of one and the beginning of the next. 向學校 is
CF F2 8C 57 D0 A3; F2 8C is 驅, so a note goes between the two bytes of 學. The lone 8C takes the bracket
with it and shows as ``?``: ``向?qū)W校``. Such a rest of a note is one column, a whole note is none: what it
tells about the character before it is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bangfu.restore.entities import BARE
from bangfu.restore.pinyin import reading_of

_LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"

_NOTE = re.compile(
    f"(?<=[㐀-鿿])[(（][ {_LETTERS}]{{1,7}}[)）]|(?<=[@-~])[(（](?=[a-z]*[{_TONED}])[ {_LETTERS}]{{1,7}}[)）]"
)

REST = f"[?？�](?=[a-z]*[{_TONED}])[{_LETTERS}]{{1,6}} ?[)）]"
"""A note whose bracket went with the lone byte before it."""

_REST = re.compile(REST)

_TAG = re.compile(rf"[?？�](?:/?(?:p|br|div|span|strong|b|td|li|h[1-6])\b[^<>\n]{{0,60}}>|(?:{BARE});)", re.I)
"""A tag or an entity whose first character went with the lone byte before it."""

ENTITY = re.compile(rf"[?？�]({BARE});\Z")
"""The entity at the end of a stretch."""

ENDS = ">"
"""Stands for the reading of a column in which a tag brought the reader back in step."""

_BEFORE = r"(?:[㐀-鿿]|[^\x00-\x7f][@-~])"

NOTED = re.compile(f"{_BEFORE}[(（] ?(?=[a-z]*[{_TONED}])[{_LETTERS}]{{1,6}} ?[)）]|{REST}")
"""A note with a tone mark behind a Han character, or what shows of one; or the rest of a note."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A stretch of one line; a column is one character of the page, or one and the note's rest behind it."""

    shown: str
    starts: tuple[int, ...]
    """Where each column begins in the text; one more for the end."""
    readings: tuple[str, ...]
    """What a note says of the character that ends in a column, or :data:`ENDS`, or nothing."""

    @classmethod
    def of(cls, text: str, begin: int, end: int) -> Columns:
        """The stretch of ``text`` from ``begin`` to ``end``, which holds no line break.

        >>> Columns.of("向?qū)W校基(jī)", 0, 12)
        Columns(shown='向?W校基', starts=(0, 1, 5, 6, 7, 12), readings=('', 'qu', '', '', ''))
        """
        shown: list[str] = []
        starts: list[int] = []
        readings: list[str] = []
        notes = {note.start(): note for note in _NOTE.finditer(text, begin, end)}
        rests = {rest.start(): rest for rest in _REST.finditer(text, begin, end)}
        tags = {tag.start(): tag for tag in _TAG.finditer(text, begin, end)}
        i = begin
        while i < end:
            if i in notes:
                if shown and shown[-1] < "\x80":
                    readings[-1] = reading_of(notes[i].group()[1:-1])
                i = notes[i].end()
                continue
            shown.append(text[i])
            starts.append(i)
            rest = rests.get(i)
            readings.append(reading_of(rest.group()[1:-1]) if rest else ENDS if i in tags else "")
            whole = rest or tags.get(i)
            i = whole.end() if whole else i + 1
        return cls("".join(shown), (*starts, end), tuple(readings))
